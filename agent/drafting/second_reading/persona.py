"""The decider's persona from sentences that no rule saw."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.claims import claim_of
from agent.drafting.notes.matter import has_matter
from agent.drafting.second_reading.of_whom import OfWhom
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Claim
from agent.models.plan import DecisionStep, KeyPerson
from agent.renewal.other_matters import is_of_another_matter
from agent.renewal.persona import deciders_of
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

MOST = 5
"""Sentences in one persona (as agent.renewal.persona quotes)."""
BACK = 6
"""Sentences back in which whoever a sentence without a name is about is looked for."""
_ONLY_MET = re.compile(
    r"(?:挨拶|面談|名刺交換|面識|会った|お会い|会って)[^。]{0,12}(?:のみ|だけ|程度|いる|います|した|しました|あり)?。?\Z"
    r"|(?:話し|会っ|お会いし|やりとりし|面談し)たことが?は?[^。]{0,10}(?:ない|無い|ありません|なく)|面識(?:が|は)?(?:ない|無い|ありません|なし)"
    r"|^[^.]{0,40}\b(?:has |have )?(?:met|visited|spoken (?:to|with)) (?:us|me|with us)\b[^.]{0,20}\.?\Z"
    r"|\b(?:never|not|nobody|none|no one)\b[^.]{0,16}\b(?:met|spoken (?:to|with)|talked (?:to|with)) (?:him|her|them)\b",
    re.IGNORECASE,
)
"""That somebody was met, or was not, says nothing of how they judge."""
_NOT_REACHED = re.compile(
    r"まで(?:は|も)?[^。]{0,6}(?:上が(?:らな|りませ)|上げ(?:な|ませ)|回(?:らな|りませ)|行(?:かな|きませ)|いか(?:な)|いきませ|届(?:かな|きませ))"
    r"|(?:does(?:n['’]t| not)|never|won['’]t) (?:go|get|reach|come)(?:s)? (?:up |as far as |to )"
)
"""Whom it does not come to does not judge it."""

_USES = ("user", "champion")
"""Roles of those who use or push, and are told of for that: whoever else is named may well have a say."""
_SITS_THERE = re.compile(
    r"役員|取締役|理事|監事|本部長|\bC[EFIOT]O\b|[Cc]hief|\b[Dd]irector\b|\bVP\b|[Pp]resident"
)
"""Titles of those who sit with the deciders and may well do the asking: what is told of them is kept."""


class About:
    """Tells which sentences are about those who decide, by whom they or the sentences before them name."""

    def __init__(
        self,
        weighed: Weighed,
        people: Sequence[KeyPerson],
        steps: Sequence[DecisionStep],
        sides: Sides,
    ) -> None:
        self._weighed, self._sides = weighed, sides
        self._deciders = list(deciders_of(people, steps))
        self._deciders += [
            one
            for one in people
            if _SITS_THERE.search(one.title or "") and all(one is not d for d in self._deciders)
        ]
        self._others = [
            one
            for one in people
            if one.kind == "person" and one.role in _USES and all(one is not d for d in self._deciders)
        ]
        self.of_whom = OfWhom(self._deciders, self._others, sides)

    def decider(self, remark: Remark) -> bool:
        """False for a sentence that only names, or goes on about, somebody who does not decide, and for one on having met."""
        if _ONLY_MET.search(remark.text) or _NOT_REACHED.search(remark.text):
            return False
        if (told := self._named(remark.text)) is not None:
            return told
        if remark.document.kind.value not in ("transcript", "mail", "chat"):
            return True
        if remark.speaker and (speaks := self._named(remark.speaker)):
            return speaks
        before = [
            told for one in self._weighed.before(remark, BACK) if (told := self._named(one.text)) is not None
        ]
        return before[0] if before else True

    def surely_another(self, remark: Remark) -> bool:
        """The sentence itself names only somebody else, or tells of having met."""
        told_nothing = _ONLY_MET.search(remark.text) or _NOT_REACHED.search(remark.text)
        return bool(told_nothing) or self._named(remark.text) is False

    def _named(self, text: str) -> bool | None:
        """True where a decider is named, False where only others are, None where nobody is."""
        if any(self._sides.names(text, one) for one in self._deciders):
            return True
        return False if any(self._sides.names(text, one) for one in self._others) else None


_LABEL = re.compile(
    r"^[\s・\-*●◎○]*(?:contacts?|owner|attendees?|present|there|窓口|担当|出席者?|参加者?)\s*[:：]", re.I
)
"""Who is who, no way of anybody to judge."""


def _describes(words: str) -> bool:
    """No question, and words of its own: a "Well, not much." describes nobody."""
    if _LABEL.search(words) or is_of_another_matter(words):
        return False
    return not words.rstrip("」』\"') ").endswith(("?", "？")) and has_matter(words)


def _of_deciders(weighed: Weighed, persona: Claim, about: About) -> Claim | None:
    """The claim without the lines about somebody else; None where none is left."""
    told = [weighed.remark(place) for place in weighed.places(persona.citations)]
    kept = [remark for remark in told if not about.of_whom.another(remark)]
    if len(kept) == len(told):
        return persona
    return claim_of("persona", 1, kept, " ".join(remark.text for remark in kept)) if kept else None


def weighed_persona(weighed: Weighed, persona: Claim | None, about: About) -> Claim | None:
    """The persona the rules read where it is believed, with the likeliest other sentences about a decider behind it."""
    believed = persona if persona and weighed.believed("persona", persona.citations) else None
    believed = _of_deciders(weighed, believed, about) if believed else None
    room = MOST - (len(believed.citations) if believed else 0)
    likeliest = sorted(
        weighed.added("persona", believed.citations if believed else ()), key=lambda pair: -pair[1]
    )
    first = [remark for remark, _ in likeliest[: max(room, 0)] if _describes(remark.text)]
    first = [remark for remark in first if not about.of_whom.another(remark)]
    told = [remark for remark in first if about.decider(remark)]
    if not told and believed is None:
        told = [remark for remark in first if not about.surely_another(remark)]
    more = claim_of("persona", 1, told, " ".join(remark.text for remark in told)) if told else None
    if believed is None or more is None:
        return believed or more
    days = [day for day in (believed.as_of, more.as_of) if day]
    citations = [*believed.citations, *more.citations]
    return believed.model_copy(
        update={
            "text": f"{believed.text} {more.text}",
            "citations": citations,
            "as_of": max(days, default=None),
            "single_source": len({citation.source_id for citation in citations}) == 1,
        }
    )
