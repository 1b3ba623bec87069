"""Names that the notes use for somebody, a site or a unit elsewhere, and that are no tools whatever stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.interface import BlockKind

_POST = r"(?:[Mm]anager|[Dd]irector|[Hh]ead|[Ss]upervisor|[Ll]ead|[Oo]fficer|[Dd]ir\.?|GM|VP|[Ss]uperintendent|[Ff]oreman|[Pp]rincipal|[Pp]lanner)"
_PLACE = r"(?:(?:region|site|team|shed|depot|branch|office|plant|warehouse|ward|campus|yard|crew|division|department|district|unit|studio|station)s?|terminal)"
_PERSON = r"[A-Z][\w'’-]+ [A-Z][\w'’-]+"
_RUNS = r"(?:runs|ran|heads|headed|leads|led|manages|managed|looks after|is in charge of|took over)"


def is_somebody_or_somewhere(name: str, remarks: Sequence[Remark], sides: Sides) -> bool:
    """True for whoever speaks or writes in the notes, and for a capitalised name that posts, people's brackets, rows of
    people or words for places claim."""
    if any(remark.speaker == name for remark in remarks):
        return True
    if not re.fullmatch(r"[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,2}", name):
        return False
    claimed = _claims(name)
    return any(
        remark.is_note and name in remark.text and (claimed.search(remark.text) or _led(name, remark, sides))
        for remark in remarks
    ) or any(_in_a_row_of_people(name, remark, sides) for remark in remarks)


@lru_cache(maxsize=512)
def _claims(name: str) -> re.Pattern[str]:
    called = re.escape(name)
    claims = [
        rf"\b{_POST},? (?:of |for |at |in |[A-Z][a-z]+ )?{called}\b(?! (?:system|software|app|platform))",
        rf"\b{called},? (?:[A-Z][a-z]+ )?{_POST}\b",
        rf"\b{called} {_PLACE}\b",
        rf"\b{_PLACE} (?:in|at|called) {called}\b",
        rf"{_PERSON} \((?:[^()]{{0,40}}, )?{called}[,)]",
    ]
    if " " in name:
        claims += [rf"\bis {called} and {_PERSON}", rf"\b{called} <\S+@"]
    return re.compile("|".join(claims))


def _led(name: str, remark: Remark, sides: Sides) -> bool:
    """Somebody known runs it, as a place is run."""
    found = re.search(rf"(?P<who>{_PERSON}) {_RUNS} {re.escape(name)}\b", remark.text)
    person = sides.person(found["who"]) if found else None
    return person is not None and person.kind == "person"


def _in_a_row_of_people(name: str, remark: Remark, sides: Sides) -> bool:
    """The name is a cell of a row that names a person and the person's post beside it."""
    if remark.kind is not BlockKind.TABLE_ROW or remark.text.strip() != name:
        return False
    block = remark.document.blocks[remark.block]
    others = [remark.document.text[cell.start : cell.end].strip() for cell in block.cells]
    known = any(
        (who := sides.person(cell)) is not None and who.kind == "person" for cell in others if cell != name
    )
    return known and any(re.search(rf"\b{_POST}\b", cell) for cell in others)
