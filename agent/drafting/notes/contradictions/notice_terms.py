"""How long before the end the contract must be cancelled: what the paper says, and what somebody remembers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.contradictions.pairs import Pair
from agent.drafting.notes.contradictions.said import Said, around, comes_before, says

UNIT_DAYS = {"日": 1, "週": 7, "か月": 30, "年": 365, "day": 1, "week": 7, "month": 30, "year": 365}
TERM = re.compile(
    r"(?P<n>\d+)\s*(?P<unit>日|週|か月|年)(?:間|分)?(?:くらい|ぐらい|ほど)?(?:以上|も)?(?:前|まえ|の(?:予告|通知|事前))|"
    r"(?:前|予告|通知)(?:期間)?(?:は|が|:)?\s*(?P<n2>\d+)\s*(?P<unit2>日|週|か月|年)|"
    r"(?P<en_n>\d+)[ -](?P<en_full>(?:full|clear|calendar|working|business)[ -])?(?P<en>day|week|month|year)s?'?s?[ -]*(?:written |prior |advance |of )*"
    r"(?:notice|warning|heads[- ]up|before|prior|ahead|in advance|out\b|earlier)|"
    r"(?:notice|warning)(?: period)?(?: is| of|:| =)* (?P<en_n2>\d+)[ -](?P<en2>day|week|month|year)s?",
    re.I,
)
ALIKE = 0.12
"""Three months and ninety days are one length."""
SHORT = 16
"""A short sentence may leave out what the one beside it says ("60日前です")."""


def disputed_notice(said: Sequence[Said], notice_days: int | None) -> Iterator[Pair]:
    """One pair: a memory of the notice period against the contract, or the older of two against the newer."""
    stated = [(s, days) for s in said if (days := notice_of(s, said)) is not None]
    for one, first in stated:
        for other, second in stated:
            if one is other or abs(first - second) <= ALIKE * max(first, second):
                continue
            if one.is_record or not (other.is_record or _is_contract(second, notice_days)):
                continue
            if other.is_hedged and not other.is_record:
                continue
            yield Pair("notice", one.remark, other.remark, "contract")
            return
    for one, first in stated:
        for other, second in stated:
            if (
                abs(first - second) > ALIKE * max(first, second)
                and comes_before(one, other)
                and other.corrects
            ):
                yield Pair("notice", one.remark, other.remark, "newer")
                return


def notice_of(said: Said, everything: Sequence[Said]) -> int | None:
    """Days of notice that the sentence gives for ending the contract; None for other terms."""
    found = TERM.search(said.plain)
    if found is None or said.matches("other_term"):
        return None
    short = len(said.plain) <= SHORT
    if not said.matches("ending") and not (short and says("ending", around(said, everything, 1))):
        return None
    groups = {name.rstrip("2"): value for name, value in found.groupdict().items() if value}
    unit = groups.get("unit") or groups["en"].lower()
    return int(groups.get("n") or groups["en_n"]) * UNIT_DAYS[unit]


def _is_contract(days: int, notice_days: int | None) -> bool:
    return notice_days is not None and abs(days - notice_days) <= ALIKE * notice_days
