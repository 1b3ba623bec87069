"""Whose words a line gives: of us or of the customer, as its speaker, its mail or the note it stands in show."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agent.people.mail_sides import answered_side
from agent.people.types import Form, Mention, Person, Side, Source
from agent.people.units import SAYS, is_quoted
from connectors.interface import DocumentKind

_TOLD = re.compile(
    r"[^。\n]{0,60}?(?:、と(?!伝|答|返|案内|説明し|お願い|念|申し|回答し)(?:[^。、\n]{1,12})?(?:。|\Z)|との(?:こと|由|話|説明|返事|回答)|とのこと|そうだ|そうです|らしい|由。|(?:と|って)(?:言|い|話し|話す|語|聞|おっしゃ|仰|述べ|こぼ|明か))"
)
"""Words of somebody else told in a note of ours: those of the customer, who name their own people bare."""


def speakers_of(persons: Sequence[Person]) -> dict[tuple[int, int], Person]:
    """Who speaks, chats or sends, by document and unit; who wrote a letter to us, by document and `WRITER`."""
    letters = {
        m.doc
        for p in persons
        for m in p.mentions
        if p.side is Side.OURS and m.honorific in ("様", "さま", "殿") and 0 <= m.unit < OPENING
    }
    writers = {
        (m.doc, WRITER): p
        for p in persons
        for m in p.mentions
        if m.form is Form.SELF and m.doc in letters and 0 <= m.unit < 2 * OPENING and p.side is not Side.OURS
    }
    return writers | {
        (m.doc, m.unit): p
        for p in persons
        for m in p.mentions
        if m.form in (Form.SPEAKER, Form.CHAT_USER, Form.SENDER)
    }


WRITER = -1
"""Stands for a letter's every line among those who speak."""
OPENING = 3
"""Lines in which a letter names whom it is written to; in as many more its writer says who they are."""


def naming_side(
    mention: Mention,
    source: Source,
    speakers: dict[tuple[int, int], Person],
    says: dict[tuple[int, int], Person],
) -> Side | None:
    if source.public:
        return None
    unit = source.units[mention.unit]
    if source.document.kind in (DocumentKind.TRANSCRIPT, DocumentKind.CHAT) or unit.block.speaker:
        label = next(
            (
                p
                for (doc, index), p in speakers.items()
                if doc == source.index
                and index != WRITER
                and source.units[index].block.speaker == unit.block.speaker
            ),
            None,
        )
        return label.side if label and label.side in (Side.OURS, Side.CUSTOMER) else None
    if source.document.kind is DocumentKind.MAIL:
        sender = next((p for (doc, _), p in speakers.items() if doc == source.index), None)
        side = sender.side if sender is not None else Side.UNKNOWN
        if not is_quoted(unit):
            return side if side in (Side.OURS, Side.CUSTOMER) else None
        return answered_side(source, unit, side)
    if (source.index, WRITER) in speakers:
        return Side.CUSTOMER
    quoted = says.get((mention.doc, mention.unit))
    if quoted is not None:
        return quoted.side if quoted.side in (Side.OURS, Side.CUSTOMER) else None
    if "「" in unit.text or '"' in unit.text:
        return None
    bare = not (mention.latin or mention.honorific or mention.title)
    if bare and _TOLD.match(source.folded[mention.end : unit.end]):
        return Side.CUSTOMER
    return Side.OURS


def minuted_lines(persons: Sequence[Person], sources: Mapping[int, Source]) -> dict[tuple[int, int], Person]:
    """Minuted lines that give one person's words ("小川課長：…"), with that person."""
    found: dict[tuple[int, int], tuple[int, Person]] = {}
    for person in persons:
        for mention in person.mentions:
            source = sources[mention.doc]
            if mention.unit < 0 or not SAYS.match(source.folded, mention.outer.end):
                continue
            key = (mention.doc, mention.unit)
            if key not in found or mention.start < found[key][0]:
                found[key] = (mention.start, person)
    return {key: person for key, (_, person) in found.items()}
