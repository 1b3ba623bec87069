"""Who belongs in key_people: those who use, decide, influence, block, pay or take over. Everybody else is a mention."""

from __future__ import annotations

from collections.abc import Collection

from agent.people.contact import Contact
from agent.people.roles import GATE, Standing
from agent.people.titles import rank_of
from agent.people.types import Form, Person, Side

_LISTED = {Form.SPEAKER, Form.SENDER, Form.CHAT_USER, Form.ATTENDEE, Form.TABLE, Form.SIGNATURE}
LEAST_BARE = 3
"""Places from which a first name alone, that nothing is said of, is a stakeholder."""
CLEARLY_SHOWN = 0.9
"""Sum of signs of roles that makes somebody named once a stakeholder."""
_STRUCTURE = _LISTED | {Form.RECEIVER}


def belongs(
    person: Person,
    standing: Standing | None,
    contact: Contact | None,
    public: Collection[int],
    meant_by_title: bool,
    succeeds: bool,
    moves: bool = False,
) -> bool:
    """True for a customer-side person who takes part in the account.

    Talked to us, wrote, or is listed as contact or attendee; or is spoken of in the notes with a title, in two
    sources, or with a shown role; or holds a title the notes speak of; or takes over from one of these. A name
    dropped once without any of it ("the new hire …") stays a mention, and so does one known from public pages only.
    """
    if person.side is not Side.CUSTOMER:
        return False
    noted = [m for m in person.mentions if m.doc not in public and m.form is not Form.NOTICE]
    if not noted:
        return meant_by_title or succeeds
    if any(m.form in _STRUCTURE and not m.copied for m in noted):
        return True
    if moves:
        return True
    shown = standing is not None and any(s.weight > 0 for s in standing.shown)
    docs = {m.doc for m in noted if not m.copied}
    if len(docs) >= 2:
        return True
    if standing is not None and sum(s.weight for s in standing.shown if s.weight > 0) >= CLEARLY_SHOWN:
        return True
    if meant_by_title or succeeds:
        return True
    if any(m.title and rank_of(m.title.text) <= 4 for m in noted):
        return True
    if standing is not None and any(s.role == "influencer" and s.weight >= 2 for s in standing.shown):
        return True
    if any((m.title or shown) and m.department and GATE.search(m.department.text) for m in noted):
        return True
    own = [m for m in noted if not m.copied]
    if person.latin and person.given is None and not shown:
        return len(own) >= LEAST_BARE
    return len(own) >= 2
