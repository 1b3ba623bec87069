"""Figures, segments and officers of filings against golds that hold no words, only values and digests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent.models.gold import GoldAccountInformation, GoldFigure, GoldSegment
from evals.gold.filing_facts import words_digest
from evals.interface import Counts, Detail, Sample, Score, f1_score
from evals.scorers.assignment import best_matching
from evals.scorers.entries import content, shown
from evals.scorers.plan_run import PlanRun

Entry = dict[str, Any]
UNITS = {"円": {"円", "JPY"}, "人": {"人", "名", "pure"}}


def score_filing(sample: Sample, run: PlanRun) -> Sequence[Score]:
    """All scores of one filing; lists that are null in the gold are not scored."""
    gold: GoldAccountInformation = sample.data
    information: Entry = run.plan.get("account_information") or {}
    return [
        *_figures(gold.figures, information.get("financials") or [], run),
        _segments(gold.segments, information.get("segments") or []),
        *_officers(gold, information.get("officers") or []),
        _fiscal_year_end(gold, information),
    ]


def _figures(gold: list[GoldFigure] | None, rows: list[Entry], run: PlanRun) -> list[Score]:
    if gold is None:
        return [
            Score(f"figures.{name}", None, why="not reviewed")
            for name in ("value", "stated", "no_wrong", "cell")
        ]
    stated, blank, wrong, cells = [], [], [], []
    for figure in gold:
        slot, why = _slot(figure, rows)
        label = f"{figure.key} {figure.end} {figure.standard or ''} {figure.scope}"
        given = content(slot)
        if figure.value is None:
            blank.append(Detail(f"{label}: (not stated)", shown(slot), given is None, ref=figure.key))
        else:
            why = why or _fault(figure, slot)
            reference = figure.reference.element or ""
            stated.append(
                Detail(f"{label}: {figure.value}{figure.unit or ''}", shown(slot), not why, why, reference)
            )
            if not why and figure.reference.quote_digest:
                cited = _cites_cell(figure.reference.quote_digest, slot, run)
                cells.append(
                    Detail(
                        f"{label}: printed cell", "cited" if cited else "other words", cited, ref=reference
                    )
                )
        if given is not None and (figure.value is None or why):
            wrong.append(
                Detail(f"{label}: {figure.value}", shown(slot), False, why or "not stated by the filing")
            )
    no_wrong = Score("figures.no_wrong", float(not wrong), details=tuple(wrong), must_not_break=True)
    return [
        _share("figures.value", stated),
        _share("figures.stated", blank),
        no_wrong
        if rows
        else Score("figures.no_wrong", None, why="no figures in the draft", must_not_break=True),
        _share("figures.cell", cells),
    ]


def _slot(figure: GoldFigure, rows: list[Entry]) -> tuple[Any, str]:
    """The draft's slot for a figure, and why there is none."""
    of_period = [r for r in rows if r.get("end") == str(figure.end) and r.get("scope") == figure.scope]
    fitting = [r for r in of_period if figure.standard is None or r.get("standard") == figure.standard]
    if not fitting:
        return None, "no row of this period, scope and standard"
    slot = next((r[figure.key] for r in fitting if content(r.get(figure.key)) is not None), None)
    start = next((r.get("start") for r in fitting if r.get(figure.key) is slot), None)
    if start and figure.start and start != str(figure.start):
        return slot, f"period starts {start}"
    return slot, ""


def _fault(figure: GoldFigure, slot: Any) -> str:
    given = content(slot)
    if given is None:
        return "left blank"
    if given != figure.value:
        if figure.value and given == -figure.value:
            return "wrong sign"
        return "wrong scale" if _scaled(given, figure.value) else "wrong value"
    unit = slot.get("unit") if isinstance(slot, dict) else None
    return "" if not figure.unit or unit in UNITS.get(figure.unit, {figure.unit}) else f"unit {unit}"


def _scaled(given: Any, wanted: Any) -> bool:
    ratio = given / wanted if isinstance(given, int | float) and wanted else 0
    return any(abs(ratio - factor) < 1e-9 * factor for factor in (1e3, 1e6, 1e-3, 1e-6, 1e2, 1e-2))


def _cites_cell(digest: str, slot: Any, run: PlanRun) -> bool:
    return any(
        words_digest(cell) == digest for _, quote in run.quotes(slot) for cell in [quote, *quote.split("\t")]
    )


def _segments(gold: list[GoldSegment] | None, drafted: list[Entry]) -> Score:
    """F1 of segments by sales (from outside or in all) and profit, as far as both state them."""
    if gold is None:
        return Score("segments", None, why="no segments in the filing's tags")

    def alike(g: GoldSegment, d: Entry) -> float:
        sales, profit = content(d.get("sales")), content(d.get("profit"))
        right_sales = g.sales is None or sales in {g.sales, *g.sales_also}
        right_profit = g.profit is None or profit == g.profit
        return 1.0 if right_sales and right_profit else 0.4 if right_sales or right_profit else 0.0

    pairs = [(g, d) for g, d in best_matching(gold, drafted, alike, 0.9)]
    hit_gold, hit_draft = {g for g, _ in pairs}, {d for _, d in pairs}
    missing = [s for i, s in enumerate(gold) if i not in hit_gold and not s.optional]
    extra = [d for i, d in enumerate(drafted) if i not in hit_draft]
    details = [
        Detail(f"{s.reference.element}: {s.sales} / {s.profit}", "-", False, "not found") for s in missing
    ]
    details += [
        Detail(
            "-",
            f"{d.get('name')}: {shown(d.get('sales'))} / {shown(d.get('profit'))}",
            False,
            "not in the gold",
        )
        for d in extra
    ]
    return f1_score("segments", Counts(len(pairs), len(extra), len(missing)), details)


def _officers(information: GoldAccountInformation, drafted: list[Entry]) -> list[Score]:
    """Names by F1, titles and birth dates of those found; a person twice is a fault in any case."""
    gold = information.officers
    if gold is None:
        return [Score(f"officers.{name}", None, why="not tagged") for name in ("name", "title", "birth_date")]
    digests = [words_digest(str(d.get("name") or "")) for d in drafted]
    pairs = [(g, digests.index(o.name_digest)) for g, o in enumerate(gold) if o.name_digest in digests]
    found, used = {g for g, _ in pairs}, {d for _, d in pairs}
    known = {o.name_digest for o in gold}
    extra = [
        d
        for d in range(len(drafted))
        if d not in used and (information.officers_complete or digests[d] in known)
    ]
    details = [
        Detail(f"officer at {o.reference.context}", "-", False, "not found")
        for i, o in enumerate(gold)
        if i not in found
    ]
    details += [
        Detail("-", str(drafted[d].get("name")), False, "twice" if digests[d] in known else "not in the gold")
        for d in extra
    ]
    names = f1_score("officers.name", Counts(len(pairs), len(extra), len(gold) - len(pairs)), details)
    titles, births = [], []
    for g, d in pairs:
        title, born = drafted[d].get("title"), content(drafted[d].get("birth_date"))
        if gold[g].title_digest:
            right = gold[g].title_digest in set(map(words_digest, _runs(str(title or ""))))
            titles.append(Detail(f"title at {gold[g].reference.context}", str(title), right))
        if gold[g].birth_digest:
            right = words_digest(str(born)) == gold[g].birth_digest
            births.append(Detail(f"birth date at {gold[g].reference.context}", str(born), right))
    return [names, _share("officers.title", titles, gold), _share("officers.birth_date", births, gold)]


def _runs(title: str) -> list[str]:
    """The title and every run of its words: who stands in two tables has both titles in one."""
    words = title.replace("／", " ").split()
    ends = range(1, len(words) + 1)
    return ["".join(words[start:end]) for end in ends for start in range(end)] or [title]


def _share(field: str, details: list[Detail], wanted: Sequence[Any] = ()) -> Score:
    if not details:
        return Score(field, 0.0 if wanted else None, why="nothing to compare")
    share = sum(d.right for d in details) / len(details)
    return Score(field, share, weight=len(details), details=tuple(details))


def _fiscal_year_end(gold: GoldAccountInformation, information: Entry) -> Score:
    wanted = gold.fiscal_year_end.model_dump() if gold.fiscal_year_end else None
    drafted = information.get("fiscal_year_end")
    given = content(drafted)
    right = given == wanted
    detail = Detail(str(wanted), shown(drafted), right)
    return Score("filings.fiscal_year_end", float(right), details=(detail,), must_not_break=True)
