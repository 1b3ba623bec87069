"""Of whom a line of the decider's persona speaks: of somebody who decides, or of another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.models.plan import KeyPerson
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.sides import BARE_TITLE, Sides

CUES = cues("agent.renewal", "persona")
_TALK = ("transcript", "mail", "chat")
_NOBODY = re.compile(
    r"^\W*(?:nobody|no one|none of (?:us|them)|everyone|everybody)\b|^\W*(?:誰も|みんな|全員)", re.I
)
_FIRST = re.compile(
    r"(?:私|僕|俺|わたし|自分|うち|こちら)(?:は|が|も|の|で|と|に|としては)|(?:し|り|き|い|み|て|え|れ)たい(?:ん)?です|(?:ほし|欲し)い(?:ん)?です"
    r"|\b(?:I|we)(?:[’'](?:d|ll|ve|m|re))? |\b(?:my|our)\b"
)
_PLEDGES = re.compile(
    r"\b(?:I|we)(?:[’']ll| will| can)\b|いたします|しましょう|お(?:送り|持ち|伝え)します", re.I
)
_SUBJECT_JA = r"(?:さん|様|氏|[一-龠]{1,4})?(?:[(（][^)）]*[)）])?(?:は|が|も|「|[:：])"


class OfWhom:
    """Tells which lines are about somebody else than `deciders`: about `users`, who use or push, or about us."""

    def __init__(self, deciders: Sequence[KeyPerson], users: Sequence[KeyPerson], sides: Sides) -> None:
        self._deciders, self._users, self._sides = deciders, users, sides

    def another(self, remark: Remark) -> bool:
        """True where the subject is such a person, whoever speaks of their own wishes in a talk, what we pledge, or
        nobody."""
        if _NOBODY.search(remark.text) or (remark.side == "us" and _PLEDGES.search(remark.text)):
            return True
        if self._decider(remark.text):
            return False
        if any(_is_subject(remark.text, one) for one in self._users):
            return True
        if remark.document.kind.value not in _TALK or remark.quoted or not remark.speaker:
            return False
        if self._decider(remark.speaker) or CUES["pronoun"].search(remark.text):
            return False
        return remark.side == "us" or _FIRST.search(remark.text) is not None

    def _decider(self, text: str) -> bool:
        if CUES["top"].search(text) or CUES["top_body"].search(text):
            return True
        return any(self._sides.names(text, one) for one in self._deciders)


def _is_subject(text: str, person: KeyPerson) -> bool:
    """A name of the person begins what is said of somebody."""
    for name in {person.name, *person.aliases, *person.name.split()}:
        if len(name) < 2 or BARE_TITLE.match(name):
            continue
        named = re.escape(name)
        found = rf"^\W*(?:and |but |so )?{named}\b(?! and\b|,)" if name.isascii() else named + _SUBJECT_JA
        if re.search(found, text):
            return True
    return False
