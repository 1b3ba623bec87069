"""When a goal is due: the date beside its target, the date its words name, or the word for a due date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.drafting.notes.goals.blocks import says
from agent.drafting.notes.goals.candidates import CUES, Candidate
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.due_told import BEFORE_THAT, NEXT, says_no_date
from agent.drafting.notes.goals.figures import Figures
from agent.drafting.notes.goals.just_past import has_just_passed
from agent.drafting.notes.goals.neighbours import says_of_goals
from agent.drafting.notes.goals.past_times import counted_then, limiting
from agent.drafting.notes.goals.wording import sentence_at, tells_present
from agent.goals import ItemReading
from agent.models.evidence import Citation, Derived, Value
from agent.renewal.remarks import Remark
from agent.renewal.when import When, when_value

DUE = re.compile(
    r"(?:(?:期限|期日|納期|due(?: date)?|deadline)\s*(?:は|を|が|:|：|is)?|\bby)\s*(?P<rest>.{2,32})", re.I
)
SEASON = re.compile(
    r"\b(?:Easter|Christmas|spring|summer|autumn|fall|winter|peak) (?:of )?$", re.I
)  # narrower than the year after it
OF_BUDGETS = re.compile(r"予算|稟議|決裁|\bbudgets?\b", re.I)
"""Another sentence about money dates the money, not the goal."""
NO_DUE = re.compile(
    r"[- ](?:close|end|average|figures?|report)|(?:の(?:平均|実績|数字|値|時点)|は平均|時点で?は?\\d|比)"
)


DUE_WORD = re.compile(r"期限|期日|納期|締切|締め切り|〆切|\bdue\b|\bdeadline\b|\btarget date\b", re.I)
FROM_THEN = re.compile(
    r"(?:[のに]?(?:締め?|分|実績|入社|着任|開始|頭|末|中旬|上旬|下旬))?(?:から|より(?!早|前)|以降)(?!.{0,14}(?:まで|末|中に))"
)
SINCE = re.compile(
    r"\b(?:since|starting(?: from)?|as of|effective(?: from)?|joining|(?:counted|measured) from)\s+(?:the )?$",
    re.I,
)


class DueFinder:
    """Finds due dates against one account's calendar."""

    def __init__(self, anchor: Anchor) -> None:
        self._anchor = anchor

    def told(
        self, told: Sequence[Remark], figures: Figures, cited: dict[Remark, Citation]
    ) -> Value[str] | None:
        """The date still to come that stands nearest to the target, its own sentence first, the last day of a month."""
        if figures.target is None or figures.target.sentence >= len(told):
            return None
        at = figures.target.sentence
        if any(says_no_date(remark.text) for remark in told[at + 1 : at + 1 + NEXT]) and not any(
            w.last > (told[at].day or self._anchor.as_of)
            for w in dates_in(told[at].text, told[at].day, self._anchor)
        ):
            return None
        order = sorted(range(len(told)), key=lambda number: (abs(number - at), number < at))
        base = figures.baseline
        for number in order:
            remark = told[number]
            if remark not in cited or says("nobody", remark.text):
                continue
            if number != at and (BEFORE_THAT.match(told[at].text) or OF_BUDGETS.search(remark.text)):
                continue
            if number != at and says_no_date(told[at].text):
                continue
            if number != at and dates_another(remark.text):
                continue
            dates = [
                w
                for w in dates_in(remark.text, remark.day, self._anchor)
                if w.last > (remark.day or self._anchor.as_of)
            ]
            if base is not None and base.sentence == number and number != at:
                dates = []
            if number == at and base is not None and base.sentence == number:
                dates = [w for w in dates if not _same_piece(remark.text, w.start, base.start)] or dates
            taken = [(f.start, f.end) for f in figures.found if f.sentence == number]
            dates = [w for w in dates if all(w.end <= a or b <= w.start for a, b in taken)]
            dates = [w for w in dates if not NO_DUE.match(remark.text, w.end)]
            dates = [w for w in dates if not begins_then(remark.text, w.start, w.end)]
            dates = limiting(remark.text, dates, remark.day)
            dates = [w for w in dates if not SEASON.search(remark.text[: w.start])]
            said = remark.day or self._anchor.as_of
            dates = [w for w in dates if not has_just_passed(w, remark.text, said)]
            if dates:
                when = dates[-1] if number == at else dates[0]
                return when_value(replace(when, iso=when.last.isoformat()), cited[remark], remark)
        return None

    def read(
        self,
        reading: ItemReading,
        candidate: Candidate,
        cited: dict[Remark, Citation],
        figures: Figures,
        sentences: Sequence[str],
    ) -> Value[str] | None:
        """The due date of the item's own reading, unless it is the day of the baseline."""
        if candidate.origin == "block" and not CUES["first_year"].search(candidate.text):
            return None
        base, part = figures.baseline, reading.due.part
        if (
            base
            and part
            and part.text in sentences[base.sentence]
            and base.sentence != (figures.target or base).sentence
        ):
            return None
        return self._due(reading, candidate, cited)

    def _due(
        self, reading: ItemReading, candidate: Candidate, cited: dict[Remark, Citation]
    ) -> Value[str] | None:
        if CUES["first_year"].search(candidate.text) and self._anchor.contract_end and cited:
            rule = Derived(rule="contract_end of the first contract year", inputs=[])
            end = self._anchor.contract_end.isoformat()
            return Value[str](
                value=end, citations=[next(iter(cited.values()))], derived=rule, check="computed"
            )
        if reading.due.kind not in ("absolute", "relative_resolved") or reading.due.last is None:
            return self._stated_due(cited)
        if reading.due.part and tells_present(sentence_at(candidate, reading.due.part.start)):
            return self._stated_due(cited)
        words = reading.due.part.text if reading.due.part else ""
        remark = next((r for r in cited if words in r.text), None) or next(iter(cited), None)
        if remark is None:
            return None
        dates = self._whole(words, remark) or dates_in(words, remark.day, self._anchor)
        if says_no_date(remark.text) or not _sets_a_limit(words, remark, dates):
            return None
        said = remark.day or self._anchor.as_of
        whole = dates_in(remark.text, remark.day, self._anchor)
        if dates and any(w.last == dates[-1].last and has_just_passed(w, remark.text, said) for w in whole):
            return self._stated_due(cited)
        if dates:
            return when_value(dates[-1], cited[remark], remark)
        inputs: list[Value[object]] = [
            Value[object](value=words, citations=[cited[remark]], check="quote_found")
        ]
        rule = Derived(rule=f"calendar.{reading.due.rule}", inputs=inputs)
        return Value[str](
            value=reading.due.last.isoformat(), citations=[cited[remark]], derived=rule, check="computed"
        )

    def _whole(self, words: str, remark: Remark) -> list[When]:
        """The dates that the words are only a part of ("the end of October next year")."""
        at = remark.text.find(words)
        end = at + len(words)
        dates = dates_in(remark.text, remark.day, self._anchor) if at >= 0 and words else []
        return [w for w in dates if w.start <= at and end <= w.end and w.end - w.start > len(words)]

    def _stated_due(self, cited: dict[Remark, Citation]) -> Value[str] | None:
        """The date right after the word for a due date ("期限は来年3月末", "due: end of March")."""
        for remark, citation in cited.items():
            found = DUE.search(remark.text)
            dates = dates_in(found["rest"], remark.day, self._anchor) if found else []
            if dates:
                return when_value(dates[0], citation, remark)
        return None


def dates_another(text: str) -> bool:
    """A sentence beside the goal whose date is that of a task, a meeting or a count, unless it has a word for due."""
    return says_of_goals("not_due", text) and not DUE_WORD.search(text)


def begins_then(text: str, start: int, end: int) -> bool:
    """The date is when something begins, of people or of counting, and nothing follows from it as an end."""
    return bool(FROM_THEN.match(text, end)) or bool(SINCE.search(text[:start]))


def _sets_a_limit(words: str, remark: Remark, dates: Sequence[When]) -> bool:
    """The words stand in the remark as a date by which, not as one from which or of a count."""
    at = remark.text.find(words)
    if at < 0 or not dates:
        return True
    last = dates[-1]
    if remark.text[last.start : last.end] != last.words:
        last = replace(last, start=at + last.start, end=at + last.end)
    starts = begins_then(remark.text, last.start, last.end)
    return not starts and not counted_then(remark.text, last, remark.day)


def _same_piece(text: str, one: int, other: int) -> bool:
    """No comma, bracket or arrow between two places."""
    first, last = sorted((one, other))
    return not re.search(r"[、,。.()（）→]|->|から|\bto\b", text[first:last])
