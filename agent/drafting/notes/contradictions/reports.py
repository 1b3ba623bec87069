"""What is said of use, against the rows of the report of use: all are said to use it, or a group, and few of it do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.drafting.notes.contradictions.coverage import claims_all
from agent.drafting.notes.contradictions.pairs import Pair
from agent.drafting.notes.contradictions.said import Said
from agent.drafting.notes.contradictions.use_claims import claims_use
from agent.drafting.notes.contradictions.whole_use import claims_whole
from agent.drafting.notes.usage import BETWEEN, UsageRow
from connectors.interface import BlockKind

TURN = re.compile(
    r"(?:が|けれども?|けど|ものの|のに)、|、(?:ただ|でも|実際は|実は)|[,;–—] ?(?:but|though|although|yet|while|however)\b|\bexcept\b",
    re.I,
)
"""Behind it the sentence takes back what it told."""
BEGUN = re.compile(
    r"使い(?:始め|はじめ|出し|だし|こなし)(?:て(?!い?な)|た|まし)|\b(?:has|have|had|['’]s|['’]ve) (?:started (?:to use|using)|begun (?:to use|using)|taken to|picked) it\b|\bgetting on (?:well |fine )?with it\b",
    re.I,
)
"""A group is said to have begun to use it."""
QUOTED = re.compile(r"[「『“\"]|\b(?:says?|said|told|tells|claims?)\b|と(?:言|の|説明|話)")
NAMED_AT_MOST, LOWEST_AT_MOST = 0.6, 0.5
"""Shares up to which a group named beside the claim, and one that nobody names, refutes that all use it."""
ALL_OF_THEM = re.compile(
    r"(?<!安)(?<!完)全(?:員|社|店|部署|拠点|支[店社所]|営業所|工場|校|園|施設|病棟|課|チーム|現場|クラス)|みんな|皆(?:さん|が)?|どこ(?:で)?も|どの[一-龠]{1,4}も|\d+[一-龠]{0,3}とも|"
    r"\bevery(?:one|body)\b|\b(?:the |our )?(?:whole|entire) (?:firm|company|team|group|business|place|staff|site|organi[sz]ation)\b|\ball (?:of (?:them|us)|(?:the |our |\d+ )?(?:sites|teams|branches|offices|depots|stores|shops|staff|people|users))\b",
    re.I,
)
OF_SOME = re.compile(r"[^、。「」]{1,12}(?<!弊社)(?<!うち)(?<!現場)(?<!今)(?:は|の)[^、。「」]{0,6}\Z")
"""Words right before it that say of whom all are meant ("外商はほぼ全員")."""
OF_A_PLACE = re.compile(r"\A (?:at|in|on) (?-i:[A-Z])", re.I)
SHORTEST, HEAD = 5, 4
"""Letters from which a group may be called by its beginning or end, and how many those are at least."""


UNIT = re.compile(
    r"(?:本部|部門|部|課|室|係|班|支店|支社|支所|営業所|事業所|工場|センター|店|病院|園|校|チーム)$"
)
STEM = 2
"""Letters of a group's name without its kind of unit by which people call it ("土木も" for 土木本部)."""


def refuted_by_report(said: Sequence[Said], usage: Sequence[UsageRow]) -> Iterator[Pair]:
    """At most one pair: a claim and the row that refutes it most, one the claim names before all."""
    lowest = min(usage, key=lambda row: row.rate, default=None)
    found: list[tuple[float, int, Said, UsageRow]] = []
    for place, one in enumerate(said):
        claim = _without_turn(one)
        if one.is_question or one.remark.kind is BlockKind.TABLE_ROW or not _is_told(one):
            continue
        whole = claims_all(claim) or claims_whole(claim)
        if not whole and not claims_use(claim) and not BEGUN.search(claim.remark.text):
            continue
        every = whole and is_of_all(claim.remark.text)
        for row in usage:
            named = is_named(row.group, one.plain if every else claim.plain)
            alone = every and row is lowest and row.rate <= LOWEST_AT_MOST
            if (named and row.rate <= NAMED_AT_MOST) or alone:
                found.append((2.0 * named + 1 - row.rate + 0.4 * _is_theirs(one), -place, one, row))
    for _, _, one, row in sorted(found, key=lambda entry: entry[:2], reverse=True)[:1]:
        yield Pair("usage", one.remark, row.remark, "data")


def is_named(group: str, text: str) -> bool:
    """The text names the group of a row, by its name or by the beginning or end of a long one ("管理部" for 賃貸管理部)."""
    parts = [re.split(r"[(（]", part)[0].strip() for part in group.split(BETWEEN)]
    return all(_stands(part, text) for part in parts if part)


def _stands(part: str, text: str) -> bool:
    if part.isascii():
        return re.search(rf"\b{re.escape(part)}\b", text, re.I) is not None
    stem = UNIT.sub("", part)
    if len(stem) >= STEM and re.search(
        rf"(?<![一-龠]){re.escape(stem)}(?:も|は|が|では?|でも|の(?:ほう|方))", text
    ):
        return True
    return part in text or (len(part) >= SHORTEST and (part[:HEAD] in text or part[-HEAD + 1 :] in text))


def _without_turn(said: Said) -> Said:
    """The statement up to where it takes itself back ("2課とも使っていると言うが、電気課は…")."""
    turn = TURN.search(said.remark.text)
    if turn is None:
        return said
    head = said.remark.text[: turn.start()]
    return replace(said, remark=replace(said.remark, text=head, end=said.remark.start + len(head)))


def _is_told(said: Said) -> bool:
    return said.remark.is_note and (said.remark.side != "us" or bool(QUOTED.search(said.remark.text)))


def _is_theirs(said: Said) -> bool:
    return said.remark.side == "customer" or bool(QUOTED.search(said.remark.text))


def is_of_all(text: str) -> bool:
    """All, and not all of a group that it names."""
    return any(
        not OF_SOME.search(text[: found.start()]) and not OF_A_PLACE.search(text[found.end() :])
        for found in ALL_OF_THEM.finditer(text)
    )
