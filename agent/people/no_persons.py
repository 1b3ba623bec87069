"""Mentions that are nobody: relatives, callings, places of work, papers, the short name of a site or of another house."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from agent.people.fold import name_key
from agent.people.latin_words import is_known_person
from agent.people.lexicon import alternatives, table
from agent.people.names import is_common, is_family
from agent.people.parties import Parties
from agent.people.types import Form, Mention, Source

_LOOSE = frozenset({Form.PROSE, Form.SELF, Form.TABLE})
"""Forms that take a word for a name by what stands beside it; a list of those present, a speaker, a sender stay."""
_OF_ITS_OWN = re.compile(r"(?:さん|様|さま)?(?:とこ|のところ|の所|んとこ|んち|側|各社|だけ)")
"""Behind a house's or a site's name: 「中浜さんとこ」."""
FEW_TITLES = 5
"""Places of a site's short name for each at which a post may stand behind it ("上谷 班長")."""
LEAST = 2
"""Characters of the shortest short name of a site or house."""


def drop_nobody(mentions: list[Mention], sources: Sequence[Source], parties: Parties) -> list[Mention]:
    """The mentions that may be somebody, in the same order.

    A given name printed with the word, a list of those present, a speaker's or sender's place outweigh everything.
    """
    by_family: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.family and not mention.latin:
            by_family[mention.family].append(mention)
    nobody: set[str] = set()
    sites: set[str] = set()
    for family, found in by_family.items():
        if _is_a_site(family, found, sources):
            sites.add(family)
            continue
        if any(m.form not in _LOOSE or m.given for m in found):
            continue
        if (
            family in _never()
            or _is_ours(family, parties)
            or _COUNTED.fullmatch(family)
            or is_paper(family)
            or _touched(family, by_family)
            or _short_for_a_house(family, found, mentions, sources, parties)
        ):
            nobody.add(family)
    kept = [m for m in mentions if m.latin or m.given or m.family not in nobody or m.form not in _LOOSE]
    kept = [m for m in kept if m.latin or m.family not in sites]
    kept = [m for m in kept if not _ends_small(m) and not _is_a_house(m, sources, parties)]
    houses = _english_houses(kept, sources)
    return [m for m in kept if not m.latin or m.family not in houses]


def _is_a_site(family: str, found: Sequence[Mention], sources: Sequence[Source]) -> bool:
    """ "鹿沢 保全リーダー 黒木さん" among those present: the short name of a site that the account prints whole (鹿沢工場)
    and never calls さん."""
    if len(found) < FEW_TITLES or any(m.honorific or m.given or m.form in _ITS_OWN for m in found):
        return False
    listed = sum(m.form not in _LOOSE for m in found)
    if (listed + sum(bool(m.title) for m in found)) * 2 > len(found):
        return False
    site, _ = _whole()
    return any(
        site.match(s.folded, m.end()) for s in sources for m in re.finditer(re.escape(family), s.folded)
    )


_ITS_OWN = frozenset({Form.SPEAKER, Form.SENDER, Form.CHAT_USER, Form.SIGNATURE, Form.RECEIVER, Form.AUTHOR})


def _ends_small(mention: Mention) -> bool:
    """ "Saltmarsh recount": a name whose last word has no capital, though those before it have, is a thing's."""
    words = mention.surface.split()
    capital = [word[0].isupper() for word in words]
    return mention.latin and len(words) > 1 and capital[0] and not capital[-1] and words[-1][0].isalpha()


def _is_a_house(mention: Mention, sources: Sequence[Source], parties: Parties) -> bool:
    """ "南鷹" read as family and given name, where a company of that name is spoken of and nobody with a title."""
    word = mention.surface
    if (
        mention.latin
        or mention.form not in _LOOSE
        or mention.title
        or not mention.given
        or re.search(r"[ 　]", word)
    ):
        return False
    _, house = _whole()
    printed = (
        house.match(s.folded, m.end()) for s in sources for m in re.finditer(re.escape(word), s.folded)
    )
    return parties.is_company(word) or any(printed)


_OF_A_HOUSE = re.compile(
    r"(?:[A-Z][a-z]+|\b(?:lad|lads|man|men|woman|guy|guys|chap|people|team|rep|reps|girl|someone|somebody|folk|folks|engineer|engineers|consultant|salesman|quote|invoice|demo|licence|software)) (?:of|from|at) \Z"
)
_PREPOSED = re.compile(r"\b(?:of|from|at|by|for|with|to|on|via|and|or) \Z")


def _english_houses(mentions: Sequence[Mention], sources: Sequence[Source]) -> set[str]:
    """Single words that "Ann Lee of Tillfast", "the lad from Tillfast" show as a house, and that do nothing themselves."""
    by_index = {s.index: s for s in sources}
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.latin and mention.family:
            found[mention.family].append(mention)
    houses: set[str] = set()
    for family, places in found.items():
        if any(m.form is not Form.PROSE or m.honorific or m.title for m in places):
            continue
        if any(m.given and is_known_person(m.given.split()[0]) for m in places):
            continue
        heads = [by_index[m.doc].folded[max(0, m.start - 40) : m.start] for m in places]
        if any(_OF_A_HOUSE.search(h) for h in heads) and all(_PREPOSED.search(h) for h in heads):
            houses.add(family)
    return houses


_COUNTED = re.compile(
    r"[一二三四五六七八九十百何数両各全][十百]?(?:軒|社|人|名|件|校|園|院|店|館|組|課|部|所|町|村|家|棟|台|校舎)"
)
"""A number of houses or people: 「三軒は抜ける」."""


@cache
def _never() -> frozenset[str]:
    words = table("no_persons")
    return frozenset([*words["kin"], *words["callings"], *words["places"]])


def _is_ours(family: str, parties: Parties) -> bool:
    """Our company or product, as a label of those who speak for it prints it ("kei（ハリマ）")."""
    word = name_key(family)
    return word in parties.ours or (bool(parties.our_prefix) and word == parties.our_prefix)


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf".*{alternatives(table('no_persons')['paper_ends'])}\Z")


def is_paper(word: str) -> bool:
    """True for the name of a paper or a piece of work, which a form may print where it prints a name."""
    return len(word) >= 3 and not is_family(word) and bool(_paper().match(word))


def _touched(family: str, known: dict[str, list[Mention]]) -> bool:
    """ "全部黒木": an everyday word runs into a name that is known, or into a family name of the dictionary."""
    for word in table("no_persons")["touching"]:
        rest = family[len(word) :]
        if family.startswith(word) and len(rest) >= LEAST and not is_family(family):
            return rest in known or (is_family(rest) and not is_common(rest))
    return False


@cache
def _whole() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What goes on a short name to a site's and to a house's whole name."""
    words = table("no_persons")["sites"]
    head = r"[一-龥ァ-ヶーA-Za-z]{0,6}?"
    return (
        re.compile(rf"{alternatives(words)}(?!長|主任|員|次長|係|担当)"),
        re.compile(rf"{head}{alternatives(table('houses')['trades'])}(?!長|主任|員|担当)"),
    )


def _short_for_a_house(
    family: str,
    found: Sequence[Mention],
    mentions: Sequence[Mention],
    sources: Sequence[Source],
    parties: Parties,
) -> bool:
    """ "上谷" for 上谷浄化センター, "高千さん" for 高千石油化学, "丸八の黒木さん", "黒木さん(南)": no post or given name is
    ever given it."""
    by_index = {s.index: s for s in sources}
    called = titled = 0
    for mention in found:
        rest = by_index[mention.doc].folded[mention.end :][:8]
        titled += bool(mention.title)
        called += bool(mention.honorific) and not _OF_ITS_OWN.match(rest)
    if titled * FEW_TITLES > len(found):
        return False
    if _is_where_somebody_works(found, mentions, by_index):
        return True
    if len(family) < LEAST or any(name.startswith(name_key(family)) for name in parties.customer):
        return False
    site, house = _whole()
    printed = [(s.folded, m.end()) for s in sources for m in re.finditer(re.escape(family), s.folded)]
    if called == 0 and any(site.match(text, at) for text, at in printed):
        return True
    return not titled and any(house.match(text, at) for text, at in printed)


def _is_where_somebody_works(
    found: Sequence[Mention], mentions: Sequence[Mention], sources: Mapping[int, Source]
) -> bool:
    """The word stands before の and another's name with its honorific or title, or in brackets behind one: his house
    or site."""
    named = {(m.doc, m.start): m for m in mentions if m.honorific or m.title}
    ends = {(m.doc, max(m.end, m.outer.end)) for m in mentions}
    for mention in found:
        text = sources[mention.doc].folded
        link = _OF.match(text, mention.end)
        led = named.get((mention.doc, link.end())) if link else None
        if led is not None and (not mention.honorific or led.title) and not mention.title:
            return True
        if (
            text[mention.start - 1 : mention.start] in ("(", "（")
            and text[mention.end : mention.end + 1] in (")", "）")
            and (mention.doc, mention.start - 1) in ends
        ):
            return True
    return False


_OF = re.compile(r"(?:さん|様)?の")
