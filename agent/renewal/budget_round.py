"""When the customer's units hand in what they want in next year's budget: 「12月に各部から要求」, "departments send their bids by 9 October".

A fact of the year's round, told in forms and small talk as often as on the way to a decision: the units and what they do stand
beside a month, the label or the sentence before says that it is about the budget.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.calendar import Anchor
from agent.evidence.cite import cite
from agent.models.evidence import Value
from agent.renewal.clauses import CUES, pieces
from agent.renewal.no_steps import is_no_step
from agent.renewal.remarks import Remark
from agent.renewal.when import When, due_days, finest, read_when, when_value

UNITS = re.compile(
    r"各[一-龠ァ-ヴーA-Z]{1,6}?(?:部署|部門|[部課室局店場園院校所館社班係G]|支店|拠点|施設|工場|グループ|チーム|センター|ホーム|担当)?(?:から|が|は|より|ごと|で|の)"
    r"|(?<![一-龠])(?:部|課|室|部署|部門|現場|拠点|支店|事業部|本部|学部)(?:から|が|より|ごと)"
    r"|(?:部署|部門|課|部|拠点|店|本部)(?:ごと|別)(?:に|の|で)"
    r"|\b(?:each|every|all|the|individual) (?:department|team|unit|site|school|faculty|function|branch|depot|division|manager|service|ward|centre|center)\b(?! (?:meeting|head|lead|review|budget is))"
    r"|\b(?:departments?|teams|units|sites|schools|faculties|functions|branches|depots|divisions|budget[- ]holders?|cost cent(?:re|er)s|managers|service areas|heads of department)\b",
    re.I,
)
"""Everybody who has a budget, not one author of one paper."""
HAND = re.compile(
    r"出(?:す|し|せ|さ|る)|提出|要求|要望|申請|上げ|上が|あげ|積(?:む|み|ん|上)|取りまと|とりまと|まとめ|集め|締|〆|起票|登録|入力|届|期限|期日|から[)）]?$"
    r"|\b(?:send|hand|put|turn|file|submit|give|get|lodge|enter|upload|bid|ask|pencil)\w*\b|\b(?:due|close[sd]?|deadline|go(?:es)? in|are in|is in|asks|bids|requests|submissions)\b",
    re.I,
)
BUDGET = re.compile(
    r"予算|来(?:年度?|期)|次(?:年度|期)|翌(?:年度|期)|新年度|概算|要求額?|"
    r"\bbudget\w*|\bbids?\b|\bestimates\b|\b(?:next|coming) (?:financial |fiscal )?year\b|\bFY ?\d+\b|\bspending (?:plans?|requests?)\b|\basks\b",
    re.I,
)
ASKED_FOR = re.compile(
    r"(?:来(?:年度?|期)|次(?:年度|期)|翌(?:年度|期)|新年度)(?:の)?(?:分|予算|費用|経費)?の?(?:要求|要望|申請|取りまとめ)(?:書|額)?(?:は|が|の|を|、)"
    r"|\b(?:next year(?:['’]s)?|FY ?\d+) (?:requests?|bids?|asks?|submissions?|estimates?) (?:is|are|go(?:es)?|close|due|open|must|have to|has to|needs?)\b",
    re.I,
)
"""What is asked for next year, whoever asks."""
NOT_YET = re.compile(
    r"資料|見積|提案|レポート|報告|比較|アンケート|\b(?:quote|proposal|report|survey|slides)\b", re.I
)
YEAR = dt.timedelta(days=330)
"""How long ago a round may lie that is still the last one."""
AHEAD = 366
OPENS = re.compile(r"(?:[(（][^()（）]{1,4}[)）])?\s*(?:から|〜|~|–|-|より|to|and|until)\s*")
"""Between the first and the last day of a window."""
BEFORE = 2
"""Sentences back in which the budget may be named."""


@dataclass(frozen=True, slots=True)
class Round:
    """A sentence that dates the round."""

    remark: Remark
    when: When
    units: bool

    @property
    def weight(self) -> tuple[bool, bool, bool, dt.date]:
        """An exact day before a month, the units told before the request alone, the customer's words before ours, then the newer."""
        return (
            self.when.first == self.when.last,
            self.units,
            self.remark.side != "us",
            self.remark.day or dt.date.min,
        )


def budget_round(remarks: Sequence[Remark], anchor: Anchor) -> Value[str] | None:
    """The day or month until which the units hand in, of several the most exact; None where nobody tells it."""
    for found in sorted(budget_rounds(remarks, anchor), key=lambda one: one.weight, reverse=True):
        citation = cite(found.remark.document, found.remark.start, found.remark.end)
        if citation is not None:
            return when_value(found.when, citation, found.remark)
    return None


def budget_rounds(remarks: Sequence[Remark], anchor: Anchor) -> Iterator[Round]:
    """Every sentence that dates the round of the year in question."""
    for index, remark in enumerate(remarks):
        if not _may_tell(remark):
            continue
        near = [r for r in remarks[max(0, index - BEFORE) : index] if _together(r, remark)]
        about = " ".join([remark.label, remark.column, *(r.text for r in near), remark.text])
        if not BUDGET.search(about):
            continue
        for start, end in pieces(remark.text):
            piece = remark.text[start:end]
            act = _act(piece)
            if act is None or NOT_YET.search(piece) or CUES["open"].search(piece):
                continue
            when = _when(piece, act, remark, anchor)
            if when is not None:
                yield Round(remark, when, UNITS.search(piece) is not None)


def _may_tell(remark: Remark) -> bool:
    left_out = ("hedge", "question", "wonders", "our_line", "drawn_by_us")
    if not remark.is_note or remark.kind.value in ("heading", "field") or remark.side == "us":
        return False
    return not any(CUES[name].search(remark.text) for name in left_out) and not is_no_step(remark)


def _together(one: Remark, other: Remark) -> bool:
    return (
        one.document is other.document and abs(one.block - other.block) <= 1 and one.speaker == other.speaker
    )


def _act(piece: str) -> tuple[int, int] | None:
    """Where the piece says that units hand in, or that next year's money is asked for."""
    units = UNITS.search(piece)
    hand = (HAND.search(piece, units.start()) or HAND.search(piece)) if units else None
    if units is not None and hand is not None:
        return min(units.start(), hand.start()), max(units.end(), hand.end())
    asked = ASKED_FOR.search(piece)
    return asked.span() if asked else None


def _when(piece: str, act: tuple[int, int], remark: Remark, anchor: Anchor) -> When | None:
    """The day nearest the act, of a window the last, in the round that is ahead or has just been."""
    dates = due_days(piece, finest(read_when(piece, remark.day, anchor)))
    near = [
        date
        for date in dates
        if anchor.as_of - YEAR <= date.last
        and (date.first - anchor.as_of).days <= AHEAD
        and date.iso != str(remark.day)
    ]
    if not near:
        return None
    best = min(near, key=lambda date: max(act[0] - date.end, date.start - act[1], 0))
    behind = near[near.index(best) + 1 :]
    return behind[0] if behind and OPENS.fullmatch(piece, best.end, behind[0].start) else best
