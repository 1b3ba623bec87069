"""Parts of a goal that stand elsewhere: other rows of its sheet, and sentences that measure the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.asked_measures import measure_asked
from agent.drafting.notes.goals.candidates import CUES, Candidate
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.figures import read_figures
from agent.drafting.notes.goals.metric import metric_of
from agent.drafting.notes.goals.values import DISPUTED, Parts, context_of, first_measured, value_of
from agent.models.evidence import Value
from agent.models.plan import Number
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import when_value

WORD = re.compile(
    r"問い?合わ?せ|打ち?合わ?せ|取り?組み|引き?継ぎ|売り?上げ?|受け?付け?|[一-龠々ァ-ヴー]{3,}|[A-Za-z]{3,}"
)
OF_GOALS = re.compile(
    r"目標|ゴール|KPI|指標|数字|達成|改善|効果|成果|推進|\b(?:goals?|targets?|KPIs?|metrics?|measures?|success|outcomes?|objectives?)\b",
    re.I,
)


class RowFinder:
    """Finds parts in one account's notes outside the goal's own words."""

    def __init__(
        self, remarks: Sequence[Remark], answers: Sequence[Answer], sides: Sides, anchor: Anchor
    ) -> None:
        self._remarks = [r for r in remarks if r.is_note and r.kind.value not in ("heading", "field")]
        self._answers = [a for a in answers if a.remarks[0].is_note and not a.is_empty]
        self._sides = sides
        self._anchor = anchor

    def from_elsewhere(self, candidates: Sequence[Candidate], parts: Parts) -> Parts:
        """Baseline, due date, owner and review from the sheet's other rows and from sentences on the same measure."""
        if parts.target is None:
            return Parts()
        words = {w for c in candidates for w in WORD.findall(parts.metric or c.statement)}
        words |= {w for c in candidates for w in WORD.findall(c.statement)}
        words |= {parts.metric} if parts.metric else set()
        found = self._row_before(candidates) if parts.metric is None else Parts()
        homes = {r.document.source_id for c in candidates for r in c.remarks if c.origin != "promise"}
        for answer in self._answers:
            self._from_answer(answer, words, parts, found, answer.remarks[0].document.source_id in homes)
        if any(DISPUTED.search(r.text) for c in candidates for r in c.remarks):
            found.baseline = None
        elif parts.baseline is None and found.baseline is None:
            found.baseline = self._measured(candidates, words, parts)
        if parts.review is None:
            found.review = self._review(candidates, parts)
        return found

    def _row_before(self, candidates: Sequence[Candidate]) -> Parts:
        """What is measured and where it stands, from the row of the sheet before the one that only gives the target."""
        main = candidates[0].remarks[0]
        rows = [a for a in self._answers if a.remarks[0].document is main.document]
        place = next((i for i, a in enumerate(rows) if main.block == a.remarks[0].block), 0)
        if candidates[0].origin != "sheet" or not place:
            return Parts()
        row = rows[place - 1]
        texts = [remark.text for remark in row.remarks]
        figures = read_figures(texts, main.document.language, context_of(self._anchor, main.day))
        figure = figures.baseline or (figures.found[0] if figures.found else None)
        if figure is None:
            return Parts()
        cited = {r: c for r in row.remarks if (c := citation_of(r))}
        named = replace(figures, baseline=figure, target=None)
        metric = metric_of(texts, named, context_of(self._anchor, main.day)) or measure_asked(row.label)
        return Parts(
            metric=metric, baseline=value_of(figure, row.remarks, cited), citations=list(cited.values())
        )

    def _from_answer(
        self, answer: Answer, words: set[str], parts: Parts, found: Parts, same_sheet: bool
    ) -> None:
        if CUES["due_label"].search(answer.label):
            piece, remark = _piece_on(answer, words, same_sheet)
            dates = dates_in(piece, remark.day, self._anchor) if remark else []
            citation = citation_of(remark) if remark else None
            if dates and remark and citation and found.due is None:
                found.due = when_value(dates[-1], citation, remark)
                found.citations.append(citation)
        elif CUES["owner_label"].search(answer.label):
            if not _owner_of_goals(answer.label, words):
                return
            piece, remark = _piece_on(answer, words, same_sheet)
            person = self._sides.person(piece) if piece else None
            citation = citation_of(remark) if remark else None
            if person and citation and found.owner is None:
                found.owner = person.name
                found.citations.append(citation)
        elif found.baseline is None and not CUES["label"].search(answer.label):
            found.baseline = self._baseline_row(answer, words, parts)

    def _baseline_row(self, answer: Answer, words: set[str], parts: Parts) -> Value[Number | str] | None:
        """The present value in a row about the measure ("現在の平均処理時間": "480秒…"), in the target's unit."""
        about = any(word in answer.label for word in words)
        if not about and not CUES["baseline_label"].search(answer.label):
            return None
        for remark in answer.remarks:
            if not about and not any(word in remark.text for word in words):
                continue
            value = first_measured(remark, parts)
            if value:
                return value
        return None

    def _measured(
        self, candidates: Sequence[Candidate], words: set[str], parts: Parts
    ) -> Value[Number | str] | None:
        """The earliest value of the measure in the note that sets the goal: what it stood at when it was set."""
        home = candidates[0].remarks[0]
        core = [parts.metric] if parts.metric else []
        core += [w for w in words if parts.metric and w in parts.metric and len(w) >= 3] or sorted(
            words, key=len
        )[-1:]
        for remark in self._remarks:
            if remark.document is not home.document or remark.block == home.block:
                continue
            if any(word in remark.text for word in core) and not CUES["goal_form"].search(remark.text):
                value = first_measured(remark, parts)
                if value:
                    return value
        return None

    def _review(self, candidates: Sequence[Candidate], parts: Parts) -> str | None:
        home = candidates[0].remarks[0]
        words = WORD.findall(parts.metric or "")
        for remark in self._remarks:
            if remark.document is not home.document or not CUES["review"].search(remark.text):
                continue
            about = any(_ending(word) in remark.text for word in words)
            if about and CUES["review_verb"].search(remark.text):
                return remark.text
        return None


def _piece_on(answer: Answer, words: set[str], same_sheet: bool) -> tuple[str, Remark | None]:
    """The part of an answer that speaks of the measure ("AHTは今期末まで。品質スコアは…"); the whole of it when it names none and
    stands in the goal's own sheet."""
    pieces = [(p, r) for r in answer.remarks for p in re.split(r"[、,;；。]", r.text) if p.strip()]
    on = [(p, r) for p, r in pieces if any(word in p for word in words)]
    if on:
        return on[0]
    return (answer.value, answer.remarks[0]) if same_sheet and len(pieces) == 1 else ("", None)


def _ending(word: str) -> str:
    """The end of a long word, by which people call it for short ("実施率" of 日常点検の実施率)."""
    return word[-3:] if len(word) > 4 and not word.isascii() else word


def _owner_of_goals(label: str, words: set[str]) -> bool:
    """The row asks who answers for goals: for nothing named ("責任者"), for goals, or for what this one measures.

    A project's, a system's or a contract's owner answers for that ("Project owner", 「システム担当者」).
    """
    matter = re.sub(
        r"\bQ?\d+|[\W_の\d]+|^[ごお御]|\b(?:of|for|the)\b", "", CUES["owner_label"].sub("", label)
    )
    return not matter or OF_GOALS.search(label) is not None or any(word in label for word in words)
