"""Acts of several people, told one after another up to the one who decides: "Ann drafts it, Bo checks it, Cy signs",
「主任が書いて、部長が見て、社長が判を押します」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.models.plan import KeyPerson
from agent.renewal.agenda import Entry
from agent.renewal.clauses import CUES, Clause
from agent.renewal.holders import body_in, by_title
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

PIECE = re.compile(r"、|(?:, )?\b(?:and then|then|and)\b |, |; ")
ACT_EN = re.compile(
    r"^\W*(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|[Tt]he (?:[A-Za-z]+ ){0,3}(?:director|manager|controller|head|officer|owner|president|chief|VP|CFO|CEO|COO|FD|MD)|I)(?:['’]ll| will| then| only| just)? "
    r"(?P<act>(?<=I )[a-z]+|(?<=['’]ll )[a-z]+|(?<=will )[a-z]+|[a-z]+s)\b[^.;:?]{0,48}\W*$"
)
DECIDES_EN = re.compile(r"sign|approv|decid|agree")
ACT_JA = re.compile(
    r"^(?:[・\-\s]|まず|次に|それを|それから|そのあと|最後(?:に|は)|で)*(?P<who>[^、。はがをにでと\s]{1,12}?)(?:さん|様|氏)?(?:が|は)"
    r"(?P<act>[^。？?]{1,34})[。」]?$"
)
DECIDES_JA = re.compile(r"決め|決裁|承認|押[しす]|判を|サイン|署名|諮")
FEWEST = 3
"""People who act one after another; of two, the first only writes what the other signs."""
CHECKS, DECIDES = "review", "decide"


def read_chains(remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides) -> list[Entry]:
    """An entry for each person's act of such a sentence, in its order; none where nobody in it decides."""
    return [entry for remark in remarks if _may_tell(remark) for entry in _chain(remark, people, sides)]


def _may_tell(remark: Remark) -> bool:
    if not remark.is_note or remark.kind.value in ("heading", "field") or CUES["task"].search(remark.heading):
        return False
    left_out = ("hedge", "past", "question", "wonders", "our_line", "drawn_by_us", "open")
    return not any(CUES[name].search(remark.text) for name in left_out)


def _chain(remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> list[Entry]:
    acts = list(_acts(remark, people, sides))
    names = {_name(who) for _, _, who, _ in acts}
    if len(names) < FEWEST or len(acts) != len(names) or not acts[-1][3]:
        return []
    return [
        Entry(remark, Clause(kind, remark.text[start:end], start, end), None, who, True)
        for place, (start, end, who, _) in enumerate(acts)
        for kind in (DECIDES if place == len(acts) - 1 else CHECKS,)
    ]


def _acts(
    remark: Remark, people: Sequence[KeyPerson], sides: Sides
) -> Iterator[tuple[int, int, KeyPerson | str, bool]]:
    """Where each act stands, whose it is, and whether it decides."""
    text, start = remark.text, 0
    for gap in [*PIECE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        piece = text[start:end]
        act = ACT_EN.match(piece) or ACT_JA.match(piece)
        who = _who(act["who"], remark, people, sides) if act else None
        if act is not None and who is not None:
            decides = (DECIDES_EN if piece.isascii() else DECIDES_JA).search(act["act"])
            yield start + len(piece) - len(piece.lstrip()), end, who, decides is not None
        start = gap.end() if gap else end


def _who(words: str, remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> KeyPerson | str | None:
    """The customer's stakeholder, or body, that acts."""
    if words in ("I", "私", "わたし", "僕"):
        return sides.person(remark.speaker or "") if remark.side == "customer" else None
    if sides.of(words) == "us":
        return None
    bare = re.sub(r"^[Tt]he ", "", words)
    known = sides.person(bare) or by_title(bare, people)
    return known or body_in(words)


def _name(who: KeyPerson | str) -> str:
    return who if isinstance(who, str) else who.name
