"""Goals the sources state, split into parts; every part that no source gives is null and named in `missing`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of, citations_of, same_matter, without_list_mark
from agent.drafting.notes.goals.candidates import CUES, TO_DO, Candidate, goal_candidates, promise_candidates
from agent.drafting.notes.goals.columns import goals_by_column
from agent.drafting.notes.goals.figures import states_aim
from agent.drafting.notes.goals.interviews import interview_goals
from agent.drafting.notes.goals.labelled_parts import laid_out_goals
from agent.drafting.notes.goals.ordinals import without_ordinal
from agent.drafting.notes.goals.parts import PartFinder
from agent.drafting.notes.goals.rows import RowFinder
from agent.drafting.notes.goals.series import is_item, without_item_mark
from agent.drafting.notes.goals.sheets import read_sheets
from agent.drafting.notes.goals.statement import composed, stated
from agent.drafting.notes.goals.topics import is_topic
from agent.drafting.notes.goals.values import Parts, context_of
from agent.models.evidence import Claim
from agent.models.plan import Goal
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

ITEM = re.compile(
    r"^\s*(?:[・•●○■□◆◇\-–*]\s?|[(（]?\d{1,2}[)）.．:：]|\d{1,2}\s|[①-⑳])|^(?:goal|目標) ?\d", re.I
)
FROM_TO = re.compile(
    r"\d\S{0,6}\s*(?:→|⇒|->|=>|から)\s*[^\d。]{0,4}\d|\bfrom [^.;]{1,30} to [^.;\d]{0,12}\d", re.I
)
CHANGE_NAMED = re.compile(
    r"(?:短縮|削減|低減|抑制|半減|解消|廃止|全廃|ゼロ化|向上|改善|底上げ|引き?上げ|引き?下げ|増加|拡大|強化|統一|定着)$|"
    r"^(?:fewer|less|more|faster|shorter|higher|lower|better|no more) ",
    re.I,
)
WORD = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|[A-Za-z]{3,}")
COMMON = frozenset((
    "目標", "削減", "短縮", "推進", "促進", "定着", "活用", "平均", "以上", "以内", "年間", "月間", "改善", "向上", "利用", "the", "and",
    "from", "per", "end", "this", "that", "them", "they", "get", "want", "wants", "month", "months",
    "monthly", "year", "quarter", "week", "financial", "fiscal", "with", "for", "all", "our", "under",
    "over", "below", "above", "least", "about", "more", "less", "use", "into", "reduce", "increase",
    "improve", "cut", "every", "each", "next", "would", "like", "by", "to", "時間", "月末", "年末", "期末", "年度末",
    "年度", "上期", "下期", "半期", "四半期", "今年", "来年", "昨年", "去年", "今期", "来期", "前期", "今月", "来月", "先月", "毎月", "毎週",
    "月次", "週次", "件数", "人数", "回数", "日数", "割合", "比率", "現在", "現状", "以下", "未満", "最低", "最大", "一人", "全員", "全社",
    "全体", "会社", "顧客", "社内", "担当", "責任者", "予定", "方針", "実現", "達成", "必要", "今回", "次回", "次年度", "本年", "本年度", "令和",
    "平成", "月平均", "年平均", "合計", "状態", "期限", "期日", "days", "day", "hours", "hour", "minutes", "people",
    "their", "its", "new", "old", "now", "today", "currently", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "owner", "due",
    "baseline", "average",
))  # fmt: skip
"""Words that say nothing of what is measured: change, time, counting."""
USUAL, USUAL_SHARE = 6, 0.06
"""Sentences, and share of all sentences, from which on a word is usual in an account."""


@dataclass
class _Group:
    """One goal put together from its candidates, the best statement first."""

    candidates: list[Candidate]
    parts: Parts = field(default_factory=Parts)
    asked: bool = False
    """Its measure stands in a question of a sheet alone."""


def read_goals(
    remarks: Sequence[Remark],
    answers: Sequence[Answer],
    promises: Sequence[Claim],
    sides: Sides,
    anchor: Anchor,
) -> list[Goal]:
    """Goals in the order they are stated. Statements of one thing in several sources are one goal.

    Baseline, due date and owner may come from other rows of the same sheet or from sentences that measure the same
    thing. Values are as printed with their unit; dates are ISO. `missing` names the parts nobody gave.
    """
    groups: list[_Group] = []
    finder, elsewhere = PartFinder(remarks, sides, anchor), RowFinder(remarks, answers, sides, anchor)
    taken: set[tuple[str, int]] = set()
    columns = list(goals_by_column(remarks))
    for sheet in (
        *columns,
        *laid_out_goals(remarks),
        *interview_goals(remarks, answers),
        *read_sheets(remarks, answers),
    ):
        place = sheet.statement
        cells = [
            r for name, r in sheet.fields.items() if name not in ("due", "owner")
        ]  # one date may go for all
        used = {(r.document.source_id, r.block) for r in (place, *cells)}
        by_column = any(sheet is one for one in columns)
        if not by_column and (
            (place.document.source_id, place.block) in taken or (sheet.label and used & taken)
        ):
            continue
        said = place.text.strip(" 。.")
        groups.append(
            _Group(
                [Candidate(f"{sheet.whose}: {said}" if sheet.whose else said, place.text, (place,), "sheet")],
                finder.of_sheet(sheet),
                bool(sheet.label),
            )
        )
        taken |= used
    usual = _usual(remarks)
    left = [r for r in remarks if (r.document.source_id, r.block) not in taken]
    rest = [a for a in answers if (a.remarks[0].document.source_id, a.remarks[0].block) not in taken]
    for candidate in goal_candidates(left, rest, context_of(anchor, anchor.as_of)):
        _add(groups, candidate, usual)
    stated = bool(groups)
    for candidate in promise_candidates(promises, remarks):
        _add(groups, candidate, usual, only_join=stated)
    goals: list[Goal] = []
    for group in groups:
        own = [finder.of_text(candidate) for candidate in group.candidates]
        laid_out = group.parts.metric
        for parts in own:
            group.parts.fill(parts)
        stated_in = [p.metric for p in own if p.metric]
        if group.candidates[0].origin != "block" and stated_in:
            stated_in = [max(stated_in, key=len)]
        group.parts.metric = laid_out or next(iter(stated_in), None)
        group.parts.fill(elsewhere.from_elsewhere(group.candidates, group.parts))
        goal = _goal(len(goals) + 1, group, remarks)
        if goal:
            goals.append(goal)
    return goals


def goal_of(run: tuple[Remark, ...], remarks: Sequence[Remark], sides: Sides, anchor: Anchor) -> Goal | None:
    """The goal that a run of sentences of one block states, with the parts they give; None where none can be quoted."""
    text = " ".join(remark.text for remark in run)
    candidate = Candidate(run[0].text.strip(" 。."), text, run, "block")
    parts = PartFinder(remarks, sides, anchor).of_text(candidate)
    return _goal(1, _Group([candidate], parts), remarks)


def _add(groups: list[_Group], candidate: Candidate, usual: frozenset[str], only_join: bool = False) -> None:
    same = next(
        (group for group in groups if any(_same(known, candidate, usual) for known in group.candidates)), None
    )
    if same is not None:
        same.candidates.append(candidate)
    elif not only_join:
        groups.append(_Group([candidate]))


def _usual(remarks: Sequence[Remark]) -> frozenset[str]:
    """Words that so many sentences of the account hold that they tell no two goals apart (the schools of a school)."""
    counted = Counter(word for remark in remarks for word in _words(remark.text))
    least = max(USUAL, len(remarks) * USUAL_SHARE)
    return frozenset(word for word, times in counted.items() if times >= least)


def _same(known: Candidate, other: Candidate, usual: frozenset[str]) -> bool:
    """Both measure one thing: most words in common, a telling word of four letters or more, or two shorter ones."""
    if same_matter(known.statement, other.statement):
        return True
    if _are_items(known, other):
        return False
    one, two = _words(known.statement) - usual, _words(other.statement) - usual
    shared = {min(a, b, key=len) for a in one for b in two if _is_part(a, b) or _is_part(b, a)}
    return any(len(word) >= (5 if word.isascii() else 4) for word in shared) or len(shared) >= 2


def _are_items(one: Candidate, other: Candidate) -> bool:
    """Two items of one list, each with a mark and words that name it, or both its figures: a writer's two matters."""
    firsts = [min(candidate.remarks, key=lambda r: r.start) for candidate in (one, other)]
    apart = firsts[0].document is firsts[1].document and firsts[0].block != firsts[1].block
    if apart and all(is_item(first.text) for first in firsts):
        return True
    return apart and all(
        ITEM.match(first.text) and (is_topic(first.text) or FROM_TO.search(first.text)) for first in firsts
    )


def _is_part(word: str, other: str) -> bool:
    """A word in a longer one; in English only at its head ("planned" is no part of "unplanned")."""
    return other.startswith(word) if word.isascii() else word in other


def _words(text: str) -> set[str]:
    return {word for found in WORD.findall(text) if (word := found.lower()) not in COMMON}


def _goal(number: int, group: _Group, remarks: Sequence[Remark]) -> Goal | None:
    main = group.candidates[0]
    statement = citation_of(main.remarks[-1] if main.origin == "wish" else main.remarks[0])
    if statement is None:
        return None
    parts = group.parts
    citations = [statement]
    others = [r for candidate in group.candidates for r in candidate.remarks]
    for citation in [*citations_of(others, 6), *parts.citations]:
        if all((citation.source_id, citation.start) != (c.source_id, c.start) for c in citations):
            citations.append(citation)
    agreed = any(r.document is main.remarks[0].document and CUES["agreed"].search(r.text) for r in remarks)
    return Goal(
        id=f"g-{number}",
        statement=without_item_mark(without_ordinal(without_list_mark(_fullest(group)))),
        metric=parts.metric,
        baseline=parts.baseline,
        target=parts.target,
        due=parts.due,
        owner=parts.owner,
        measure_method=parts.method,
        review=parts.review,
        state="agreed" if agreed else "proposed",
        citations=citations[:8],
        missing=parts.missing(),
    )


def _fullest(group: _Group) -> str:
    """The goal in its own sentence; for the few words of a sheet, the promise that says it in full."""
    main = group.candidates[0]
    if main.origin == "block":
        return stated(main.statement, main.text, group.parts)
    if group.asked:
        told = f"{main.statement} {group.parts.metric}"
        asked = stated(main.statement, told, group.parts)
        return asked if asked != main.statement else f"{group.parts.metric}: {main.statement}"
    if main.origin != "sheet":
        return main.statement
    others = [c for c in group.candidates[1:] if c.origin in ("sheet", "promise") and _says_aim(c.text)]
    if not others and main.statement == group.parts.metric and not re.search(r"\d", main.statement):
        # a bare measure says nothing of what is wanted
        return composed(main.statement, main.text, group.parts)
    return max((c.statement for c in (main, *others)), key=len)


def _says_aim(text: str) -> bool:
    words = text.strip(" 。.")
    return states_aim(text) or any(kind.search(words) for kind in (FROM_TO, TO_DO, CHANGE_NAMED))
