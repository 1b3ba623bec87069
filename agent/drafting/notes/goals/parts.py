"""The parts of a goal as its own words or its own fields give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.asked_measures import measure_asked, measure_told, names_no_measure
from agent.drafting.notes.goals.blocks import says
from agent.drafting.notes.goals.candidates import Candidate
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.due import DueFinder
from agent.drafting.notes.goals.figures import read_figures
from agent.drafting.notes.goals.method import method_in
from agent.drafting.notes.goals.metric import metric_of
from agent.drafting.notes.goals.no_goal import aims
from agent.drafting.notes.goals.ordinals import without_ordinal
from agent.drafting.notes.goals.owner import owner_of, person_named
from agent.drafting.notes.goals.past_times import counted_then
from agent.drafting.notes.goals.sheets import Sheet
from agent.drafting.notes.goals.values import DISPUTED, Parts, context_of, quantity_of, value_of
from agent.drafting.notes.goals.wording import is_present, metric_in_words, naming
from agent.goals import ItemReading, read_item
from agent.models.evidence import Citation, Value
from agent.models.plan import Number
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import when_value

LONGEST_NAME = 40
INITIAL = re.compile(r"^(?:[A-Z]\. ?)+")
BARE_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?=[。.]?$|。|\. )")
SPEAKER = re.compile(r"^(?P<who>[^:：]{2,24}?)\s*(?:[:：]|$)")
TITLED = re.compile(
    r"^[^のをがはに]{1,8}(?:さん|様|氏|部長|課長|室長|係長|主任|社長|本部長|常務|専務|取締役)$"
)
REVIEW = re.compile(
    r"(?:毎月|毎週|月次|四半期|定例|隔週|隔月)[^。]{0,20}(?:確認|報告|見直|レビュー|振り返|共有)|\b(?:reviewed|reports? it|checked|looked at) (?:monthly|weekly|quarterly|at|every|each)",
    re.I,
)


class PartFinder:
    """Finds the parts that goals give themselves, in one account's notes."""

    def __init__(self, remarks: Sequence[Remark], sides: Sides, anchor: Anchor) -> None:
        self._remarks = [r for r in remarks if r.is_note and r.kind.value not in ("heading", "field")]
        self._sides = sides
        self._anchor = anchor
        self._dues = DueFinder(anchor)

    def of_text(self, candidate: Candidate) -> Parts:
        """The parts the goal's own words give."""
        main = candidate.remarks[-1] if candidate.origin == "wish" else candidate.remarks[0]
        citation = citation_of(main)
        if citation is None:
            return Parts()
        candidate = replace(candidate, text=without_ordinal(candidate.text))
        reading = read_item(candidate.text, main.document.language, context_of(self._anchor, main.day))
        cited = {r: c for r in candidate.remarks if (c := citation_of(r))}
        told = _in_order(candidate)
        sentences = (
            [remark.text for remark in told]
            if candidate.origin in ("block", "section", "sheet")
            else [candidate.text]
        )
        figures = read_figures(
            sentences,
            main.document.language,
            context_of(self._anchor, main.day),
            candidate.origin == "block" or (candidate.origin == "sheet" and len(told) > 1),
        )
        target = value_of(figures.target, told, cited) or quantity_of(
            reading.target_value, reading, candidate, cited
        )
        baseline = (
            value_of(figures.baseline, told, cited) if not DISPUTED.search(" ".join(sentences)) else None
        )
        if baseline is None and figures.target is None and not figures.found:
            baseline = quantity_of(reading.baseline_value, reading, candidate, cited)
        present = figures.target is None and is_present(reading, candidate)
        if present:
            baseline, target = baseline or target, None
        if candidate.origin == "wish":
            target = baseline = None
        named = figures.target is not None or (figures.baseline is not None and candidate.origin != "sheet")
        metric = (
            metric_of(sentences, figures, context_of(self._anchor, main.day))
            if named and candidate.origin != "wish"
            else None
        )
        if not metric and not present and candidate.origin != "wish":
            metric = naming(metric_in_words(reading, candidate))
        return Parts(
            metric=None if metric and self._is_person(metric, told) else metric,
            baseline=baseline,
            target=target,
            due=self._dues.told(told, figures, cited)
            or self._dues.read(reading, candidate, cited, figures, sentences),
            owner=owner_of(told, self._sides, self._before(main)) or self._owner(reading, candidate),
            method=reading.method.text
            if reading.method
            else next((words for r in told[:5] if (words := method_in(r.text))), None),
            review=reading.review.text if reading.review else _sentence(told, REVIEW),
            citations=list(cited.values()),
        )

    def of_sheet(self, sheet: Sheet) -> Parts:
        """The parts as the fields give them; a field of the statement itself fills what no field names."""
        cited = {r: c for r in (sheet.statement, *sheet.fields.values()) if (c := citation_of(r))}
        parts = Parts(citations=list(cited.values()))
        for name in ("target", "baseline"):
            remark = sheet.fields.get(name)
            if remark is not None:
                figures = read_figures(
                    [remark.text], remark.document.language, context_of(self._anchor, remark.day)
                )
                figure = figures.target or (figures.found[0] if figures.found else None)
                if name == "baseline":
                    unit = parts.target.unit if parts.target else None
                    alike = next((f for f in figures.found if unit and f.unit == unit), None)
                    sure = figures.baseline if unit is None or alike is None else None
                    figure = sure or alike or figure
                elif figures.baseline is not None and "baseline" not in sheet.fields:
                    parts.baseline = value_of(figures.baseline, [remark], cited)
                value = value_of(figure, [remark], cited) or _bare_number(remark, cited)
                if getattr(parts, name) is None:
                    setattr(parts, name, value)
                parts.method = parts.method or method_in(remark.text)
        due, owner = sheet.fields.get("due"), sheet.fields.get("owner")
        due = due or sheet.fields.get("target")  # a target cell may close with its date
        if due is not None and due in cited:
            dates = [
                when
                for when in dates_in(due.text, due.day, self._anchor)
                if not counted_then(due.text, when, due.day)
            ]
            if due is sheet.fields.get("target"):  # "5日" there is a figure
                dates = [when for when in dates if when.rule != "day_of_month"]
            parts.due = (
                when_value(replace(dates[-1], iso=dates[-1].last.isoformat()), cited[due], due)
                if dates
                else None
            )
        if owner is not None:
            family = INITIAL.sub("", owner.text)
            parts.owner = person_named(owner.text, self._sides) or person_named(family, self._sides)
        if sheet.label:
            parts.metric = self._measure(sheet)
            return parts
        named = sheet.fields.get("metric") or sheet.statement
        texts = [named.text]
        figures = read_figures(texts, named.document.language, context_of(self._anchor, named.day))
        reached = parts.target.value if parts.target else None
        others = [
            figure for figure in figures.found if figure.value != reached
        ]  # "All 95 staff live", target 95
        plain = named.text.strip(" 。.") if not others and len(named.text) <= LONGEST_NAME else None
        named_by = (
            None
            if figures.found and not others
            else metric_of(texts, figures, context_of(self._anchor, named.day))
        )
        head = plain if sheet.headed and not aims(named.text) else None
        parts.metric = head or named_by or (plain if parts.target else None)
        return parts

    def _measure(self, sheet: Sheet) -> str | None:
        """What the sheet's question measures; where it asks for a reason, what its answer does."""
        if not names_no_measure(sheet.label):
            return measure_asked(sheet.label)
        told = sheet.fields.get("baseline")
        return measure_told(told.text) if told is not None else None

    def _is_person(self, metric: str, told: Sequence[Remark]) -> bool:
        """The words only name who speaks, or a person and what they said first ("Moira: …")."""
        label = SPEAKER.match(metric)
        if label is None:
            return False
        speakers = {remark.speaker.strip() for remark in told if remark.speaker}
        who = label["who"].strip()
        if who in speakers or TITLED.search(who):
            return True
        person = self._sides.person(who)
        names = [person.name, *person.aliases] if person else []
        return any(who == name or who in re.split(r"[\s　]", name) for name in names)

    def _owner(self, reading: ItemReading, candidate: Candidate) -> str | None:
        """The stakeholder the words name; the words themselves where nobody is known by them."""
        if candidate.origin in ("block", "wish") or any(says("nobody", r.text) for r in candidate.remarks):
            return None
        if reading.owner.kind not in ("person", "role") or not reading.owner.part:
            return None
        at = reading.owner.part
        if reading.target_value is None and reading.text[: at.start].rstrip().endswith(("(", "（")):
            return None  # whose wish it is
        around = reading.text[at.start : at.end + 6]
        person = self._sides.person(around) or self._sides.person(at.text)
        return person.name if person else reading.owner.name

    def _before(self, remark: Remark) -> list[Remark]:
        """The remarks of the two items before this one's."""
        return [r for r in self._remarks if r.document is remark.document and 0 < remark.block - r.block <= 2]


def _bare_number(remark: Remark, cited: dict[Remark, Citation]) -> Value[Number | str] | None:
    """The number that is all a cell holds, or its first sentence."""
    found = BARE_NUMBER.match(remark.text.strip())
    if found is None or remark not in cited:
        return None
    number = float(found[0].replace(",", ""))
    value: Number = int(number) if number.is_integer() else number
    return Value[Number | str](value=value, unit=None, citations=[cited[remark]])


def _sentence(told: Sequence[Remark], pattern: re.Pattern[str]) -> str | None:
    return next((remark.text for remark in told[:5] if pattern.search(remark.text)), None)


def _in_order(candidate: Candidate) -> list[Remark]:
    return sorted(
        dict.fromkeys(candidate.remarks),
        key=lambda r: (r.document is not candidate.remarks[0].document, r.start),
    )
