"""Which unit a tool is in, where the words beside its name do not say: by who says "we", by the list's label, by a stem."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.tools.given_up import is_offered
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.language import JAPANESE

_WE = re.compile(
    r"(?:^|[、。「]|は)(?:うち(?!の社長|の会社|の役員)|私(?:ども|たち|達)|当(?:課|室|部|院|店|校|館|所|社)|我々|われわれ|自分たち)"
    r"|\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y)\b"
)
_SCOPE_EN = re.compile(
    r"\b(?:systems?|tools?|kit|things|software|apps?)\b[^:]{0,24}\b(?:in|at|on) (?:the |our |their )?(?P<unit>[a-z][a-z' -]{2,24})$",
    re.I,
)
_SCOPE_JA = re.compile(
    r"^(?P<unit>[一-龠ァ-ヴー]{2,8}?)(?:で|に|の)(?:使|お使い|ある|動い|動く|入って)[^。]{0,8}(?:もの|仕組み|しくみ|道具|システム|ツール|ソフト)$"
)
_NO_SCOPE = re.compile(
    r"^(?:use|place|house|addition|total|parallel|question|scope|今|現在|他|ほか|社内|一緒|既存)", re.I
)
_STEM = re.compile(r"[」』]?\s*[(（](?P<unit>[^()（）、,]{2,10})[)）]")
_UNIT_END = re.compile(r"(?:本部|事業部|部門|部|課|室|局|係|グループ|チーム| department| team)$", re.I)


def whose_tool(name: str, remarks: Sequence[Remark], sides: Sides) -> str | None:
    """The unit, as printed or as the people reading knows it; None where nobody says."""
    told = [r for r in remarks if r.is_note and name in r.text]
    departments = _departments(remarks, sides)
    for remark in told:
        found = _STEM.match(remark.text, remark.text.find(name) + len(name))
        if found and any(_UNIT_END.sub("", known) == found["unit"] for known in departments):
            return found["unit"]
    for remark in told:
        scope = _SCOPE_EN.search(remark.label) or _SCOPE_JA.match(remark.label.strip())
        if scope and not _NO_SCOPE.match(scope["unit"]):
            return scope["unit"].strip()
    return next((unit for remark in told if (unit := _speakers(name, remark, sides))), None)


def _speakers(name: str, remark: Remark, sides: Sides) -> str | None:
    """The department of a customer's person who speaks of it as "ours"."""
    if remark.side != "customer" or not remark.speaker or is_offered(name, [remark]):
        return None
    at = remark.text.find(name)
    before = remark.text[:at] if JAPANESE.search(remark.text) else remark.text
    person = sides.person(remark.speaker)
    if person is None or person.kind != "person" or not _WE.search(before):
        return None
    return person.department


def _departments(remarks: Sequence[Remark], sides: Sides) -> set[str]:
    """Departments of those who speak or are named first in a row."""
    people = (sides.person(words) for r in remarks for words in (r.speaker, r.label) if words)
    return {person.department for person in people if person is not None and person.department}
