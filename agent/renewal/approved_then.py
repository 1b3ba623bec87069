"""Approvals told as over: set in the past by the sentence's own words, or told in a person's entry of a list.

「去年は補助金が出たので専務だけで通った」, "I signed the first year": when, whose yes and that it is over all stand in the
sentence, whatever verb says it. "- …, Director. Signed the purchase.": whose entry it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.evidence.cite import cite
from agent.models.evidence import Value
from agent.models.plan import KeyPerson
from agent.renewal.cues import cues
from agent.renewal.grouping import in_its_midst
from agent.renewal.holders import body_in
from agent.renewal.named_approver import as_printed, title_alone, who_is_named
from agent.renewal.purchased import of_something_else
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.interface import BlockKind

WORDS = cues("agent.renewal", "last_approver")
PARTS = re.compile(
    r"(?<=[^\s])(?:が|けれども|けれど|けど|ものの)、|[。;；]|, (?:but|though|although|while|whereas)\b|\. |\bbecause\b",
    re.I,
)
"""Where a sentence turns: what holds on one side of it need not on the other."""
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
PREDECESSOR = re.compile(
    r"[^、。はがにで]{1,12}の(?:前身|かわり|代わり)(?:の|である|で)|\b(?:the )?(?:\w+ ){0,3}(?:predecessor|forerunner) of (?:the )?",
    re.I,
)
"""What came before a body is another one: 「…会議の前身の…会」."""
LISTED = (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
WRITTEN = re.compile(r"[\s*_#>・-]*(?:Q|問)\s*\d*\s*[.．:：、)]", re.I)
"""A question written down with its answer under it."""
ENTRY = 40
"""Characters at the start of an entry in which it names whose it is."""


def approved_then(
    remark: Remark, before: Remark | None, people: Sequence[KeyPerson], sides: Sides
) -> Value[str] | None:
    """Who approved back then, of several parts of the sentence the last that tells; None where none does.

    `before` is the remark before it in its document: "she did last time" takes its verb from there.
    """
    found: Value[str] | None = None
    asked = before is not None and _asks_then(before, remark)
    set_then = asked
    for part in parts_of(remark.text):
        set_then = set_then or WORDS["then"].search(part) is not None
        if asked and found is None and not _is_of_today(part):
            found = who_approved(remark, part, people, sides)
        if set_then and _is_over(part, before) and not _is_of_today(part):
            found = who_approved(remark, part, people, sides) or found
    return found


def _asks_then(before: Remark, remark: Remark) -> bool:
    """The remark answers somebody's question whose yes it was back then; question or answer says when."""
    one_line = before.block == remark.block and before.text.rstrip().endswith(("?", "？"))
    asks = before.speaker != remark.speaker or WRITTEN.match(before.text) or one_line
    asked = asks and WORDS["asks_then"].search(before.text)
    return bool(asked and any(WORDS["then"].search(said.text) for said in (before, remark)))


def of_an_entry(remarks: Sequence[Remark], index: int, sides: Sides) -> Value[str] | None:
    """Whose entry of a list it is: the only person its first words name, where the sentence itself names nobody."""
    remark = remarks[index]
    if remark.kind not in LISTED or sides.person(remark.text) is not None or body_in(remark.text):
        return None
    first = index
    while (
        first and remarks[first - 1].block == remark.block and remarks[first - 1].document is remark.document
    ):
        first -= 1
    person = sides.person(remarks[first].text[:ENTRY]) if first != index else None
    if person is None or person.kind != "person":
        return None
    quotes = [cite(said.document, said.start, said.end) for said in (remarks[first], remark)]
    name = as_printed(person, quotes[0]) if quotes[0] else None
    return Value[str](value=name, citations=[q for q in quotes if q]) if name else None


def parts_of(text: str) -> Iterator[str]:
    """The sentence's parts, between its turns."""
    start = 0
    for turn in [*PARTS.finditer(text), None]:
        end = turn.end() if turn else len(text)
        if text[start:end].strip():
            yield text[start:end]
        start = end


def _is_over(part: str, before: Remark | None) -> bool:
    """It says a yes, and that it was given."""
    if WORDS["yes_then"].search(part):
        return True
    return bool(before is not None and WORDS["did_so"].search(part) and WORDS["signs"].search(before.text))


def _is_of_today(part: str) -> bool:
    """It speaks of this time or the next, of another matter, or takes the yes back; what brackets add is no part of it."""
    said = BRACKETS.sub("", part) or part
    if of_something_else(said):
        return True
    return any(WORDS[key].search(said) for key in ("today", "other_matter", "taken_back"))


def who_approved(remark: Remark, part: str, people: Sequence[KeyPerson], sides: Sides) -> Value[str] | None:
    """Whom a part of the sentence names: the speaker, a person, a body or a title."""
    if remark.side == "customer" and WORDS["myself"].search(part):
        return _speaker(remark, sides)
    part = PREDECESSOR.sub("", part)
    person, body = sides.person(part), body_in(part)
    if person is not None and person.kind == "person" and body and in_its_midst(body, part):
        part = part.replace(
            body, " "
        )  # "the director got it through at the board": his doing, not the board's
    return who_is_named(remark, part, people, sides) or title_alone(remark, part)


def _speaker(remark: Remark, sides: Sides) -> Value[str] | None:
    """The one who says it of themselves, with another quote that prints their name."""
    person, said = sides.person(remark.speaker or ""), cite(remark.document, remark.start, remark.end)
    if person is None or said is None:
        return None
    for quote in (said, *person.citations):
        if name := as_printed(person, quote):
            return Value[str](value=name, citations=[said] if quote is said else [said, quote])
    return None
