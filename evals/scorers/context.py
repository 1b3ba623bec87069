"""What surrounds the decision: fiscal year-end, tools, promises, risks, expansion, topics, commitments, contradictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from agent.models.gold import GoldCommitment, GoldContradiction, GoldTool, GoldTopic
from evals.gold.pack import Pack
from evals.interface import Counts, Detail, Sample, Score, f1_score
from evals.scorers.assignment import best_matching
from evals.scorers.dates import date_fits
from evals.scorers.entries import SAME_PASSAGE, Entry, content, entry_likeness, list_score, shown
from evals.scorers.plan_run import PlanRun
from evals.scorers.words import department_fits, likeness, name_key, negated, plain, strange_figures


def score_context(sample: Sample, run: PlanRun) -> Sequence[Score]:
    """Scores of everything besides people, decision, budget and goals."""
    pack: Pack = sample.data
    plan = run.plan
    policy, information = plan.get("policy") or {}, plan.get("account_information") or {}
    promises, _ = _texts("promises_at_purchase", pack, run, pack.gold.promises_at_purchase, policy)
    expansion, _ = _texts("expansion", pack, run, pack.gold.expansion, policy)
    risks, _ = list_score(
        "risks.found", pack, run, pack.gold.risks, policy.get("risks") or [], _text, _draft_text,
        lambda gold, draft: draft.get("kind") in _risk_kinds(pack, gold.kind),
    )  # fmt: skip
    topics, _ = list_score(
        "topics",
        pack,
        run,
        pack.gold.topics,
        information.get("topics") or [],
        _text,
        _draft_text,
        likeness_of=_topic_likeness(run),
    )
    return [
        _fiscal_year_end(pack, information),
        *_tools(pack, plan),
        promises,
        expansion,
        risks,
        _risk_kind_score(pack, policy.get("risks") or []),
        topics,
        *_commitments(pack, run),
        _contradictions(pack, run),
    ]


def _text(gold: Any) -> str:
    return str(gold.text)


def _draft_text(entry: Entry) -> str:
    return str(entry.get("text") or "")


def _texts(name: str, pack: Pack, run: PlanRun, gold: Sequence[Any], policy: Entry) -> tuple[Score, Any]:
    return list_score(name, pack, run, gold, policy.get(name) or [], _text, _draft_text)


def _fiscal_year_end(pack: Pack, information: Entry) -> Score:
    wanted, drafted = pack.gold.fiscal_year_end_month, information.get("fiscal_year_end")
    value = content(drafted)
    given = value.get("month") if isinstance(value, dict) else None
    detail = Detail(str(wanted or "(nobody knows)"), shown(drafted), wanted == given)
    return Score("fiscal_year_end_month", float(wanted == given), details=(detail,), must_not_break=True)


def _tools(pack: Pack, plan: Entry) -> list[Score]:
    drafted: list[Entry] = (plan.get("cs_setup") or {}).get("tools") or []
    gold = pack.gold.tools
    pairs = best_matching(gold, drafted, _tool_likeness, 0.5)
    paired = {g for g, _ in pairs}, {d for _, d in pairs}
    missing = [
        t
        for i, t in enumerate(gold)
        if i not in paired[0] and f"tools[{t.name}]" not in pack.alternatives.optional
    ]
    extra = [
        d
        for i, d in enumerate(drafted)
        if i not in paired[1] and not pack.alternatives.tolerates("tools", str(d.get("name") or ""))
    ]
    details = [Detail(t.name, "-", False, "not found") for t in missing]
    details += [Detail("-", str(d.get("name")), False, "not in the gold") for d in extra]
    details += [Detail(gold[g].name, str(drafted[d].get("name")), True) for g, d in pairs]
    found = f1_score("tools.found", Counts(len(pairs), len(extra), len(missing)), details)
    return [
        found,
        *(_tool_slot(gold, drafted, pairs, slot) for slot in ("department", "overlap_with_us", "purpose")),
    ]


def _tool_likeness(gold: GoldTool, draft: Entry) -> float:
    one, two = name_key(gold.name), name_key(str(draft.get("name") or ""))
    if one == two or plain(gold.name) == plain(str(draft.get("name") or "")):
        return 1.0
    if len(two) >= 2 and (two in one or one in two):
        return 0.8
    return likeness(gold.name, two) if likeness(gold.name, two) >= 0.7 else 0.0


def _tool_slot(gold: list[GoldTool], drafted: list[Entry], pairs: list[tuple[int, int]], slot: str) -> Score:
    details = []
    for g, d in pairs:
        wanted, given = getattr(gold[g], slot), drafted[d].get(slot)
        if wanted is None or given in (None, ""):
            right = (wanted is None) == (given in (None, ""))
        elif slot == "overlap_with_us":
            right = wanted is given
        elif slot == "department":
            right = department_fits(wanted, str(given))
        else:
            right = likeness(wanted, str(given)) >= 0.3 or plain(str(given)) in plain(wanted)
        details.append(Detail(f"{gold[g].name}: {wanted}", str(given), right))
    if not details:
        return Score(f"tools.{slot}", 0.0 if gold else None, why="no tool was found")
    share = sum(d.right for d in details) / len(details)
    return Score(f"tools.{slot}", share, weight=len(details), details=tuple(details))


def _risk_kinds(pack: Pack, kind: str) -> set[str]:
    return {kind, *(str(k) for k in pack.alternatives.accept.get(f"risks[{kind}]", []))}


def _risk_kind_score(pack: Pack, drafted: list[Entry]) -> Score:
    """F1 of the kinds of risk named, several of one kind counted as often as both name it."""
    given = Counter(str(risk.get("kind")) for risk in drafted)
    counts, details = Counts(), []
    for risk in pack.gold.risks:
        hit = next(
            (
                kind
                for kind in sorted(_risk_kinds(pack, risk.kind), key=lambda k: k != risk.kind)
                if given[kind]
            ),
            None,
        )
        optional = f"risks[{risk.kind}]" in pack.alternatives.optional
        if hit:
            given[hit] -= 1
        counts += Counts(tp=float(bool(hit)), fn=float(not hit and not optional))
        details.append(Detail(risk.kind, hit or "-", bool(hit), risk.text[:60]))
    named = {risk.kind for risk in pack.gold.risks} | set(pack.alternatives.tolerate.get("risks", []))
    extra = {kind: n for kind, n in given.items() if n and kind not in named}
    details += [Detail("-", f"{kind} ×{n}", False, "kind not in the gold") for kind, n in extra.items()]
    return f1_score("risks.kind", counts + Counts(fp=float(len(extra))), details)


def _topic_likeness(run: PlanRun) -> Callable[[GoldTopic, Entry], float]:
    """One topic when passage or words agree, or source and day do (a headline stands for its notice).

    A topic may carry the day of the notice or the day it takes effect; other days are other topics.
    """

    def score(gold: GoldTopic, draft: Entry) -> float:
        day = draft.get("as_of") or draft.get("date")
        days = [gold.date, *(e.quote for e in gold.evidence), _draft_text(draft)]
        same_day = bool(day) and any(date_fits(known, day) for known in days)
        if day and not same_day and not date_fits(gold.date, _draft_text(draft)):
            return 0.0
        base = entry_likeness(run, gold.text, gold.evidence, _draft_text(draft), draft)
        headline = 0.45 + 0.2 * likeness(gold.text, _draft_text(draft))
        return max(base, headline) if same_day and run.same_source(gold.evidence, draft) else base

    return score


def _commitments(pack: Pack, run: PlanRun) -> list[Score]:
    drafted: list[Entry] = run.plan.get("commitments") or []

    def same_side(gold: GoldCommitment, draft: Entry) -> bool:
        return draft.get("who") == gold.who

    found, pairs = list_score(
        "commitments", pack, run, pack.gold.commitments, drafted, _text, _draft_text, same_side
    )
    details = []
    for g, d in pairs:
        wanted, given = pack.gold.commitments[g].due, content(drafted[d].get("due"))
        right = given is None if wanted is None else given is not None and date_fits(wanted, given)
        details.append(Detail(f"{pack.gold.commitments[g].text}: {wanted or '(blank)'}", shown(given), right))
    if not details:
        due = Score("commitments.due", 0.0 if pack.gold.commitments else None, why="no commitment was found")
    else:
        share = sum(d.right for d in details) / len(details)
        due = Score("commitments.due", share, weight=len(details), details=tuple(details))
    return [found, due]


def _contradictions(pack: Pack, run: PlanRun) -> Score:
    """F1 of contradictions; one is found when both sides are cited, in either order."""
    gold, drafted = pack.gold.contradictions, run.plan.get("contradictions") or []

    def score(g: GoldContradiction, d: Entry) -> float:
        sides = ((g.a, "a", g.b, "b"), (g.a, "b", g.b, "a"))
        return max(_both_sides(run, g.text, d, *side) for side in sides)

    pairs = best_matching(gold, drafted, score, 0.5)
    right, details = 0, []
    for g, d in pairs:
        strange = _strange(run, gold[g], drafted[d])
        right += not strange
        details.append(
            Detail(gold[g].text, _draft_text(drafted[d]), not strange, strange, f"contradictions[{d}]")
        )
    paired = {g for g, _ in pairs}, {d for _, d in pairs}
    details += [Detail(g.text, "-", False, "not found") for i, g in enumerate(gold) if i not in paired[0]]
    details += [
        Detail("-", _draft_text(d), False, "extra") for i, d in enumerate(drafted) if i not in paired[1]
    ]
    wrong = len(pairs) - right
    counts = Counts(right, len(drafted) - len(pairs) + wrong, len(gold) - len(pairs) + wrong)
    return f1_score("contradictions", counts, details)


def _both_sides(run: PlanRun, text: str, d: Entry, one: Any, first: str, two: Any, second: str) -> float:
    """How surely a draft's two sides are the gold's: both passages, or one passage and the other's source."""
    shares = (run.passage_share(one, d.get(first)), run.passage_share(two, d.get(second)))
    sources = (run.same_source(one, d.get(first)), run.same_source(two, d.get(second)))
    alike = likeness(text, _draft_text(d))
    if min(shares) >= SAME_PASSAGE:
        return 1.0 + alike
    half = max(shares) >= SAME_PASSAGE
    return 0.6 + alike if (half and (all(sources) or alike >= 0.2)) or alike >= 0.6 else 0.0


def _strange(run: PlanRun, gold: GoldContradiction, draft: Entry) -> str:
    """What the draft's own words say without support: its quotes are left out, a scale in one of them is not the other's."""
    words = _draft_text(draft)
    quotes = [quote for _, quote in run.quotes(draft)]
    for quote in quotes:
        words = words.replace(quote, " ")
    known = [gold.text, *(e.quote for e in [*gold.a, *gold.b]), *quotes]
    if strange := strange_figures(words, known):
        return strange
    same = likeness(gold.text, _draft_text(draft)) >= 0.9
    return "says the opposite" if same and negated(gold.text) != negated(_draft_text(draft)) else ""
