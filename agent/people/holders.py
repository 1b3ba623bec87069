"""Titles that stand alone: whom they mean, where a source says it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.people.deciding.scope_words import scope
from agent.people.fold import name_key
from agent.people.posts import Post
from agent.people.title_lines import titles_named
from agent.people.titles import is_unique, names_same_post
from agent.people.types import Form, Mention, Person, Side, Source

_NOT_THE_PRESENT = re.compile(
    r"(?:新しい|次の|次期|今度の|新任の|後任の|未来の|元の?|前の|前任の|先任の|先代の|先々代の|歴代の|初代の|(?<![一-龥])[新前])\Z|\b(?:new|next|incoming|future|former|previous|last|old|ex)[ -](?:\w+ )?\Z",
    re.IGNORECASE,
)
"""Before a title: whoever holds it today is not meant ("新しい部長", "the next CFO")."""


@dataclass(slots=True)
class Holder:
    """A title mention with the person it means, or None, and the post that resolves it."""

    mention: Mention
    person: int | None
    post: Post | None
    coming: bool = False  # the title is not yet theirs


def resolve_titles(
    mentions: Sequence[Mention],
    posts: Sequence[Post],
    persons: Sequence[Person],
    sources: Sequence[Source],
    as_of: dt.date,
) -> list[Holder]:
    """Binds each bare title to the one customer who holds it on the day it was said; else leaves it open.

    A bare 「本部長」 takes the qualified title its own document uses (「管理本部長」), nearest first. Two possible
    holders leave the title open, except where only one of them is spoken of in the notes.
    """
    customers = {p.index for p in persons if p.side is Side.CUSTOMER}
    by_doc = {s.index: s for s in sources}
    answered = named_in_answer(mentions, persons, sources)
    told = titles_named(sources, persons)
    holders: list[Holder] = []
    coming: dict[tuple[int, str], tuple[int, Post]] = {}  # where a source spoke last of whoever is to hold it
    for mention in mentions:
        if mention.title is None or by_doc[mention.doc].public:
            continue
        asked = mention.title.text
        ahead = by_doc[mention.doc].folded[max(0, mention.start - 16) : mention.start]
        if _NOT_THE_PRESENT.search(ahead):
            comer = _successor(asked, customers, posts) if _COMING.search(ahead) else None
            holders.append(Holder(mention, comer.person if comer else None, comer, comer is not None))
            if comer is not None:
                coming[mention.doc, asked] = (mention.end, comer)
            continue
        if asked in answered and answered[asked][0] in customers:
            holders.append(Holder(mention, answered[asked][0], None))
            continue
        qualified = _qualified(mention, mentions)
        day = mention.day or as_of
        found = [
            p for p in posts if p.person in customers and p.held_on(day) and _holds(p, qualified or asked)
        ]
        people = {p.person for p in found}
        if len(people) > 1:
            people = _by_notice(asked, people, found)
        if len(people) > 1:
            noted = {i for i in people if any(not by_doc[m.doc].public for m in persons[i].mentions)}
            people = noted if len(noted) == 1 else _same_house(mention, people, persons, posts)
        if not people:
            people, found = _only_of_its_kind(qualified or asked, customers, posts, day)
        if not people and qualified is None:
            people, found = _in_same_document(mention, customers, persons, posts)
        said = told.get((mention.doc, asked))
        if len(people) != 1 and said not in customers:
            people, found = _only_holder(asked, customers, posts, day)
        spoken = coming.get((mention.doc, asked))
        if len(people) != 1 and spoken is not None and 0 <= mention.start - spoken[0] <= NEAR:
            people, found = {spoken[1].person}, [spoken[1]]
        if len(people) != 1 and said in customers:
            holders.append(Holder(mention, said, None))
        elif len(people) == 1:
            index = people.pop()
            holders.append(Holder(mention, index, next(p for p in found if p.person == index)))
        else:
            holders.append(Holder(mention, None, None))
    return holders


_COMING = re.compile(
    r"(?:新しい|次の|次期|今度の|新任の|後任の|(?<![一-龥])新)\Z|\b(?:new|next|incoming|future)[ -](?:\w+ )?\Z",
    re.I,
)
"""Before a title: whoever is to hold it is meant."""
NEAR = 400
"""Characters back in which a bare title's holder was named."""


def _successor(asked: str, customers: set[int], posts: Sequence[Post]) -> Post | None:
    """The post of the one customer of whom a notice says from which day they hold the title."""
    found = [
        p
        for p in posts
        if p.person in customers
        and p.title
        and p.since is not None
        and p.until is None
        and (names_same_post(asked, p.title.text) or names_same_post(asked, p.text))
    ]
    latest = max((p.since for p in found if p.since), default=None)
    last = [p for p in found if p.since == latest]
    return last[0] if len({p.person for p in last}) == 1 else None


_DEPUTY = r"(?!代理|補佐|代行|心得|秘書|候補|付(?!け))"
"""Behind a title: another, lower post."""


_ASKS_WHO = re.compile(
    r"(?:どなた|誰|だれ)(?!も|でも|か(?![？?]|。|$))|(?:お名前|何さん|どちら様)|\b(?:who|what)(?:'s|’s| is| was| are)?\b",
    re.IGNORECASE,
)
ANSWER_UNITS = 2
"""Turns behind a question in which the answer's name may stand."""


def named_in_answer(
    titled: Sequence[Mention], persons: Sequence[Person], sources: Sequence[Source]
) -> dict[str, tuple[int, Mention]]:
    """Title asked for → the person whose name begins the answer: "事務部長はどなた" – "山下さん。"."""
    by_unit: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for person in persons:
        for mention in person.mentions:
            if mention.form in (Form.PROSE, Form.SELF):
                by_unit.setdefault((mention.doc, mention.unit), []).append((mention.start, person.index))
    by_doc = {s.index: s for s in sources}
    found: dict[str, tuple[int, Mention]] = {}
    for mention in titled:
        units = by_doc[mention.doc].units
        asked = units[mention.unit].text if mention.unit >= 0 else ""
        if mention.title is None or not _ASKS_WHO.search(asked) or scope("nobody").search(asked):
            continue
        if len(_titles_of(titled, mention)) > 1 or (mention.doc, mention.unit) in by_unit:
            continue
        for unit in units[mention.unit + 1 : mention.unit + 1 + ANSWER_UNITS]:
            first = min(by_unit.get((mention.doc, unit.index), []), default=None)
            if first is not None:
                if first[0] - unit.start <= 6:
                    found.setdefault(mention.title.text, (first[1], mention))
                break
    return found


def _titles_of(titled: Sequence[Mention], mention: Mention) -> set[str]:
    """Titles named in the unit of a mention."""
    return {m.surface for m in titled if m.doc == mention.doc and m.unit == mention.unit}


def _holds(post: Post, asked: str) -> bool:
    if post.title is None:
        return False
    fused = (post.department.text if post.department else "") + post.title.text
    if names_same_post(asked, post.title.text) or names_same_post(asked, post.text):
        generic = (
            not is_unique(asked)
            and not re.search(r"本部長|センター長|工場長|CFO|CIO", asked)
            and len(asked) <= BARE
        )
        return not generic
    short = (
        re.sub(r"(部|課|室|係|局|本部|センター|支店|工場)$", "", post.department.text)
        if post.department
        else ""
    )
    return bool(short) and (asked == short + post.title.text or _is_within(asked, fused))


def _is_within(asked: str, held: str) -> bool:
    return re.search(re.escape(asked) + _DEPUTY, held) is not None


def _by_notice(asked: str, people: set[int], posts: Sequence[Post]) -> set[int]:
    """Of several who may hold a post, those whom a notice gives it to by its whole name."""
    named = {
        p.person for p in posts if p.person in people and p.notice and name_key(p.text) == name_key(asked)
    }
    return named if len(named) == 1 else people


def _only_of_its_kind(
    asked: str, customers: set[int], posts: Sequence[Post], day: dt.date
) -> tuple[set[int], list[Post]]:
    """A qualified title (生産本部長) means the one customer whom the notes give its bare end (本部長) without a unit."""
    found = [
        p for p in posts
        if p.person in customers and p.title and p.department is None and p.held_on(day)
        and len(p.title.text) >= 3 and p.title.text != asked and asked.endswith(p.title.text)
    ]  # fmt: skip
    return {p.person for p in found}, found


BARE = 3
"""Letters of a title that says no more than head of some unit: 部長, 所長, 本部長."""
MANY_HOLD = frozenset(
    (
        "理事",
        "取締役",
        "役員",
        "監事",
        "統括",
        "主任",
        "担当",
        "代表",
        "VP",
        "head",
        "lead",
        "manager",
        "partner",
    )
)
"""Titles that several of one company hold as a rule, however few the notes name."""


def _only_holder(
    asked: str, customers: set[int], posts: Sequence[Post], day: dt.date
) -> tuple[set[int], list[Post]]:
    """The one customer of the account with such a title, where no paper says more. A company has more heads of
    department than its notes name, so 「本部長」 resolves only where a source gives it to somebody."""
    if asked in MANY_HOLD or (not is_unique(asked) and len(asked) <= BARE):
        return set(), []
    found = [
        p for p in posts
        if p.person in customers and p.title and p.held_on(day) and names_same_post(asked, p.title.text)
    ]  # fmt: skip
    return {p.person for p in found}, found


def _in_same_document(
    mention: Mention, customers: set[int], persons: Sequence[Person], posts: Sequence[Post]
) -> tuple[set[int], list[Post]]:
    """A common title (部長, 次長) means the one customer whom the same document gives it to by name."""
    asked = mention.title.text if mention.title else ""
    found = [
        p
        for p in posts
        if p.person in customers
        and p.title
        and p.title.text == asked
        and any(
            m.doc == mention.doc and m.title and m.title.text == asked for m in persons[p.person].mentions
        )
    ]
    return {p.person for p in found}, found


def _qualified(mention: Mention, mentions: Sequence[Mention]) -> str | None:
    """The longest title of the same document that ends in the bare one, the nearest if there are several."""
    asked = mention.title.text if mention.title else ""
    same = [
        m
        for m in mentions
        if m.doc == mention.doc
        and m.title
        and m.title.text != asked
        and m.title.text.endswith(asked)
        and not m.title.text.endswith("副" + asked)
    ]
    texts = {m.title.text for m in same if m.title}
    if len(texts) == 1:
        return texts.pop()
    if same:
        nearest = min(same, key=lambda m: abs(m.start - mention.start))
        return nearest.title.text if nearest.title else None
    return None


def _same_house(
    mention: Mention, people: set[int], persons: Sequence[Person], posts: Sequence[Post]
) -> set[int]:
    """Of several holders in a group of companies, the one whose house the speaker's label or document names."""
    orgs = {p.person: p.org for p in posts if p.person in people and p.org}
    speakers = [m for q in persons for m in q.mentions if m.doc == mention.doc and m.org]
    hits = {i for i, org in orgs.items() if any(m.org and (m.org in org or org in m.org) for m in speakers)}
    return hits if len(hits) == 1 else set()
