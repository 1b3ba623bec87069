"""Dates, terms and arrangements that a later statement corrects, denies or overtakes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.calendar.month_names import MONTHS
from agent.drafting.notes.claims import same_matter
from agent.drafting.notes.contradictions.pairs import Pair, is_earlier, newest_of, stand_apart
from agent.models.account import Account
from agent.models.evidence import Claim
from agent.renewal.clauses import named_group
from agent.renewal.cues import cues
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark

CUES = cues("agent.drafting.notes.contradictions", "contradictions")
MONTH = re.compile(rf"(?P<number>\d{{1,2}})月|\b(?P<name>{MONTHS})\b")
DATE_WORDS = re.compile(
    rf"\d+月(?:末|上旬|中旬|下旬|\d+日)?|\d+[か-ヵ]月|(?:end of |early |mid-|late )(?:{MONTHS})|"
    rf"\d{{1,2}} (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}"
)
SAID_ON = re.compile(r"\d+月(?:\d+日)?に(?=[^。、]{0,12}(?:お伝え|申し|言))")
"""The day on which the earlier statement was made ("10月に12月末とお伝えした"), which is not the date it gave."""
UNIT_DAYS = {"日": 1, "週": 7, "週間": 7, "か月": 30, "ヶ月": 30, "カ月": 30, "ヵ月": 30, "day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30}  # fmt: skip
WORD = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|[A-Za-z]{4,}")


def disputed_facts(
    account: Account, remarks: Sequence[Remark], answers: Sequence[Answer], promises: Sequence[Claim]
) -> Iterator[Pair]:
    notes = [r for r in remarks if r.is_note and r.kind.value not in ("heading", "field")]
    yield from _corrected(notes)
    yield from _denied(notes, answers)
    yield from _too_late(notes)
    yield from _start(notes, answers)
    yield from _notice(account, notes)
    yield from _changed(notes, answers)
    yield from _forecast(notes)
    yield from _purpose(notes, promises)


def _corrected(notes: Sequence[Remark]) -> Iterator[Pair]:
    """ "We told you the end of December, that was wrong": the earlier statement holds the same date words."""
    for after in notes:
        plain = SAID_ON.sub("", after.text)
        words = DATE_WORDS.findall(plain) if CUES["corrects"].search(after.text) else []
        words = [word for word in words if len(word) >= 3]
        before = [r for r in notes if any(word in r.text for word in words) and is_earlier(r, after)]
        before = [r for r in before if stand_apart(r, after) and not r.text.endswith(("か。", "か？", "か?"))]
        said = newest_of(before, lambda r: r.side == "customer" or "「" in r.text)
        if said is not None:
            yield Pair("correction", said, after, "newer")
            return


def _denied(notes: Sequence[Remark], answers: Sequence[Answer]) -> Iterator[Pair]:
    """ "X, not Y", where Y is what a form of ours gives for the same label."""
    for denial in notes:
        wrong = named_group(CUES["not_so"], denial.text)
        if not wrong or len(wrong) < 2:
            continue
        for answer in answers:
            label = answer.label.strip()
            if len(label) < 2 or not _on_label(label, denial.text) or not answer.remarks[0].is_note:
                continue
            core = wrong.split("、")[-1].removeprefix(label).lstrip("はがも")
            fits = core == answer.value or (len(core) >= 3 and core in answer.value)
            if fits and stand_apart(answer.remarks[0], denial):
                yield Pair("not_so", answer.remarks[0], denial, "newer")
                return


def _on_label(label: str, text: str) -> bool:
    return label in text or any(word in text for word in re.findall(r"[一-龠]{2}", label))


def _too_late(notes: Sequence[Remark]) -> Iterator[Pair]:
    """We plan the renewal for a month; the customer says that by then it is decided."""
    late = next((r for r in notes if r.side != "us" and CUES["too_late"].search(r.text)), None)
    plans = [
        r for r in notes if late and CUES["renewal_plan"].search(r.text) and r.document is not late.document
    ]
    plan = newest_of(plans, lambda r: "計画" in r.text or "plan" in r.text.lower())
    if late is not None and plan is not None:
        yield Pair("timing", plan, late, "direct")


def _start(notes: Sequence[Remark], answers: Sequence[Answer]) -> Iterator[Pair]:
    """The form's first day of use against the customer's later word."""
    for answer in answers:
        if not CUES["start_label"].search(answer.label) or not DATE_WORDS.search(answer.value):
            continue
        months = _months(answer.value)
        other = [r for r in notes if (said := _months_of_start(r.text)) and not months & said]
        found = newest_of([r for r in other if is_earlier(answer.remarks[0], r)])
        if found is not None:
            yield Pair("start", answer.remarks[0], found, "newer")
            return


def _months_of_start(text: str) -> set[int]:
    """Months that follow the words for starting ("使い始めるのは10月に…"), else the sentence's months."""
    found = CUES["starts"].search(text)
    if not found:
        return set()
    return _months(text[found.start() :]) or _months(text)


def _months(text: str) -> set[int]:
    names = MONTHS.split("|")
    return {int(m["number"]) if m["number"] else names.index(m["name"]) + 1 for m in MONTH.finditer(text)}


def _notice(account: Account, notes: Sequence[Remark]) -> Iterator[Pair]:
    """Somebody takes the notice period for another length than the contract's."""
    if account.notice_days is None:
        return
    stated = [(r, days) for r in notes if (days := _days_before(r)) is not None]
    talk = [(r, days) for r, days in stated if _on_notice(r, notes)]
    wrong = next((r for r, days in talk if abs(days - (account.notice_days or 0)) > 5), None)
    right = next((r for r, days in talk if abs(days - (account.notice_days or 0)) <= 1), None)
    if wrong is not None and right is not None:
        yield Pair("notice", wrong, right, "contract")


def _days_before(remark: Remark) -> int | None:
    found = CUES["duration"].search(remark.text)
    if not found:
        return None
    groups = [value for value in found.groupdict().values() if value]
    number = next((int(value) for value in groups if value.isdecimal()), None)
    unit = next((UNIT_DAYS[value.lower()] for value in groups if value.lower() in UNIT_DAYS), None)
    return number * unit if number is not None and unit is not None else None


def _on_notice(remark: Remark, notes: Sequence[Remark]) -> bool:
    near = [r for r in notes if r.document is remark.document and abs(r.block - remark.block) <= 2]
    return any(CUES["notice"].search(r.text) for r in near)


def _changed(notes: Sequence[Remark], answers: Sequence[Answer]) -> Iterator[Pair]:
    """An arrangement a form records, and a later sentence that changes it ("月1の報告を四半期に1回に")."""
    for change in notes:
        if change.side == "us" or not CUES["changed"].search(change.text):
            continue
        numbers = set(re.findall(r"[月週年日]\d|\d+(?:回|日|か月|%)", change.text))
        words = set(WORD.findall(change.text))
        for answer in answers:
            before = answer.remarks[0]
            if not before.is_note or not is_earlier(before, change) or before.document is change.document:
                continue
            shared_numbers = {n for n in numbers if n in answer.value}
            if shared_numbers and words & set(WORD.findall(answer.value)):
                yield Pair("changed", before, change, "newer")
                return


def _forecast(notes: Sequence[Remark]) -> Iterator[Pair]:
    """One of ours counts on something, another says not to."""
    for index, denial in enumerate(notes):
        found = CUES["says_no"].search(denial.text) if denial.side == "us" else None
        what = next((v for k, v in found.groupdict().items() if v and "what" in k), None) if found else None
        if not what:
            continue
        before = [
            r for r in notes[max(0, index - 8) : index] if r.document is denial.document and what in r.text
        ]
        if before:
            yield Pair("forecast", before[-1], denial, "direct")
            return


def _purpose(notes: Sequence[Remark], promises: Sequence[Claim]) -> Iterator[Pair]:
    """The customer says that what was promised is not the point."""
    for remark in notes:
        what = named_group(CUES["not_the_point"], remark.text)
        if not what or remark.side == "us" or not CUES["wanted"].search(remark.text):
            continue
        words = set(re.findall(r"[一-龠]|[ァ-ヴー]{2,}|[A-Za-z]{4,}", what))
        for promise in promises:
            sources = [r for r in notes if r.document.source_id == promise.citations[0].source_id]
            there = next((r for r in sources if r.start == promise.citations[0].start), None)
            shared = words & set(re.findall(r"[一-龠]|[ァ-ヴー]{2,}|[A-Za-z]{4,}", promise.text))
            if there and len(shared) >= max(2, len(words) - 1) and not same_matter(remark.text, promise.text):
                yield Pair("purpose", there, remark, "both")
                return
