"""Speakers written with one character ("東: …", "黒: …"): the one person of the paper whose name begins so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.people.parties import Parties
from agent.people.types import Form, Mention

_ONE = re.compile(r"[一-龥]\Z")


def name_initial_speakers(mentions: Sequence[Mention], parties: Parties) -> None:
    """Gives such speakers the family name: of the same document where one there begins so, else of the account."""
    for mention in mentions:
        if mention.form is not Form.SPEAKER or mention.given or not _ONE.match(mention.family or ""):
            continue
        first = mention.family or ""
        longer = [
            m for m in mentions if m.family and not m.latin and len(m.family) >= 2 and m.family[0] == first
        ]
        here = {m.family for m in longer if m.doc == mention.doc}
        ours = {words[0] for words in parties.our_names if len(words[0]) >= 2 and words[0][0] == first}
        whose = here or {m.family for m in longer} | ours
        if len(whose) == 1:
            mention.family = whose.pop()
