"""The owner's house as the department of the people it sends: of a parent's CFO, of a shareholder's member."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agent.people.domains_of_houses import names_domain
from agent.people.fold import name_key
from agent.people.parties import Parties, domain_of
from agent.people.posts import Post
from agent.people.types import Mention, Person, Phrase, Side, Source

_GROUP = re.compile(r"\b[Gg]roup (?:[A-Za-z]+ ){0,3}\Z")
_GROUP_TITLE = re.compile(r"[Gg]roup\b")
_PARENT = re.compile(r"親会社|ホールディングス|持株会社|グループ本社|本社グループ")
AROUND = 40
"""Characters before a name that may give the house."""


def posts_at_owners(
    persons: Sequence[Person], posts: Sequence[Post], sources: Sequence[Source], parties: Parties
) -> list[Post]:
    """A post with the owner's printed name as its department for every person of an owner who has no unit."""
    placed = {post.person for post in posts if post.department is not None}
    by_index = {s.index: s for s in sources}
    added: list[Post] = []
    for person in persons:
        if person.side is not Side.CUSTOMER or person.index in placed:
            continue
        owner = next((o for m in person.mentions if (o := _owner(m, by_index[m.doc], parties))), None)
        found = _printed(owner, person, by_index) if owner else None
        if found is not None:
            doc, phrase = found
            added.append(Post(person.index, doc, phrase.text, None, phrase, phrase.start, phrase.end))
    return added


def _owner(mention: Mention, source: Source, parties: Parties) -> str | None:
    """The owner whose domain, whose name beside the person's or, where there is one alone, whose word "group" shows it."""
    domain = domain_of(mention.address)
    words = name_key(f"{mention.org or ''} {mention.why_side if '@' not in mention.why_side else ''}")
    head = source.folded[max(0, min(mention.start, mention.outer.start) - AROUND) : mention.start]
    of = re.search(r"([一-龥々ァ-ヶーA-Za-z0-9&・]{3,24})(?:さん|様|社)?の[^、。\n]{0,8}\Z", head)
    for owner in parties.owners:
        key = name_key(owner)
        if domain and names_domain(domain, key):
            return owner
        if key in words or (of is not None and len(of[1]) >= 4 and name_key(of[1]) in key):
            return owner
    if len(parties.owners) != 1:
        return None
    title = mention.title.text if mention.title else ""
    if mention.latin and (_GROUP_TITLE.match(title) or _GROUP.search(head)):
        return parties.owners[0]
    return parties.owners[0] if _PARENT.fullmatch((mention.org or mention.why_side).strip()) else None


def _printed(owner: str, person: Person, sources: Mapping[int, Source]) -> tuple[int, Phrase] | None:
    """Where the owner's name stands, in a document that names the person before any other."""
    docs = list(dict.fromkeys([*(m.doc for m in person.mentions), *sources]))
    for doc in docs:
        at = sources[doc].folded.find(owner)
        if at >= 0:
            return doc, Phrase(sources[doc].document.text[at : at + len(owner)], at, at + len(owner))
    return None
