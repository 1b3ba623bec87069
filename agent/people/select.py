"""Who belongs in key_people: those who use, decide, influence, block, pay or take over. Everybody else is a mention."""

from __future__ import annotations

from collections.abc import Collection

from agent.people.contact import Contact
from agent.people.roles import Standing
from agent.people.types import Form, Person, Side

_LISTED = {Form.SPEAKER, Form.SENDER, Form.CHAT_USER, Form.ATTENDEE, Form.TABLE, Form.SIGNATURE}
LEAST_BARE = 1
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

    Everybody of the customer's house whom the notes name belongs: a note is written about those who matter to the
    account, and its writer has sorted already. Copies of a mail, and people known from public pages only, belong
    where a title the notes speak of means them, or where they take over from one of these.
    """
    if person.side is not Side.CUSTOMER:
        return False
    noted = [m for m in person.mentions if m.doc not in public and m.form is not Form.NOTICE]
    if not noted:
        return meant_by_title or succeeds
    own = [m for m in noted if not m.copied]
    if any(m.form in _STRUCTURE or not m.latin or m.given or m.honorific or m.title for m in own):
        return True
    if moves or meant_by_title or succeeds or len({m.doc for m in own}) >= 2:
        return True
    shown = standing is not None and any(s.weight > 0 for s in standing.shown)
    return shown or len(own) >= LEAST_BARE
