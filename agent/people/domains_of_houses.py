"""Whose mail domain it is by its letters, and by the contacts that a form of ours lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from agent.people.columns import column_kind
from agent.people.fold import fold, name_key
from agent.people.labels import is_unit
from agent.people.mail_sides import house_of_sender
from agent.people.romaji import kana_key, latin_key
from agent.people.types import Source
from connectors.interface import BlockKind, DocumentKind

LEAST = 5
"""Letters from which a domain that begins a house's name is its own."""
LEAST_SPELLED = 4
"""Letters from which a domain is the house whose kana it spells: ibuki.example of いぶき食品."""
LEAST_SOUNDS = 3
"""Consonants from which a domain is the house that a name in katakana spells with the same ones."""
LEAST_INITIALS = 3
LEAST_HOUSE = 4
"""Characters of the shortest name of another house that a writer gives."""
_LESS = re.compile(r"\b(?:[Tt]he|of|and|for|Ltd|Limited|plc|PLC|Inc|LLC|Co|Company|GmbH|AS|AB|KK)\b\.?")
_CONSONANTS = {
    "カ": "k", "ガ": "g", "キ": "k", "ギ": "g", "ク": "k", "グ": "g", "ケ": "k", "ゲ": "g", "コ": "k", "ゴ": "g",
    "サ": "s", "ザ": "s", "シ": "s", "ジ": "j", "ス": "s", "ズ": "s", "セ": "s", "ゼ": "s", "ソ": "s", "ゾ": "s",
    "タ": "t", "ダ": "d", "チ": "c", "ツ": "t", "テ": "t", "デ": "d", "ト": "t", "ド": "d", "ナ": "n", "ニ": "n", "ヌ": "n", "ネ": "n", "ノ": "n",
    "ハ": "h", "バ": "b", "パ": "p", "ヒ": "h", "ビ": "b", "ピ": "p", "フ": "h", "ブ": "b", "プ": "p", "ヘ": "h", "ベ": "b", "ペ": "p", "ホ": "h", "ボ": "b", "ポ": "p",
    "マ": "m", "ミ": "m", "ム": "m", "メ": "m", "モ": "m", "ラ": "r", "リ": "r", "ル": "r", "レ": "r", "ロ": "r", "ヴ": "b", "ン": "n",
}  # fmt: skip
_LATIN = {"v": "b", "l": "r", "c": "k", "q": "k", "f": "h", "z": "s", "x": "ks"}


def names_domain(domain: str, house: str) -> bool:
    """True where the first word of the domain begins the house's folded name, or spells its katakana."""
    label = re.split(r"[.-]", domain)[0]
    key = name_key(label)
    if len(key) >= LEAST and house.startswith(key):
        return True
    spelled = re.match(r"[ぁ-んァ-ヶー]{2,}", house)
    if spelled is not None and len(label) >= LEAST_SPELLED and kana_key(spelled[0]) == latin_key(label):
        return True
    kana = re.match(r"[ァ-ヶー]{3,}", house)
    return kana is not None and len(sounds(kana[0])) >= LEAST_SOUNDS and sounds(kana[0]) == sounds(label)


def sounds(word: str) -> str:
    """The consonants of a word in katakana or Latin letters, those that Japanese does not tell apart as one."""
    if word.isascii():
        plain = latin_key(word).replace("ty", "c").replace("ti", "c")
        letters = [_LATIN.get(char, char) for char in plain if char not in "aiueoyw"]
    else:
        letters = [_CONSONANTS.get(char, "") for char in word]
    return re.sub(r"(.)\1+", r"\1", "".join(letters).replace("c", "k").replace("j", "s"))


def initials(name: str) -> str:
    """ "Acorn & Birch Railway Ltd" → "abr"; empty where that is too short to be a domain."""
    words = re.findall(r"[A-Z][\w'’]*", _LESS.sub(" ", name))
    letters = "".join(word[0] for word in words).casefold()
    return letters if len(letters) >= LEAST_INITIALS else ""


def contact_domains(sources: Sequence[Source], name: str, domain_of: Callable[[str | None], str]) -> set[str]:
    """Domains of the initials of the customer's name, and of those whom a form names whole as a contact of theirs."""
    listed = _contacts(sources)
    short = initials(name)
    found: set[str] = set()
    for source in sources:
        if source.document.kind is not DocumentKind.MAIL:
            continue
        for participant in source.document.participants:
            domain = domain_of(participant.address)
            words = name_key(fold(participant.name))
            whole = len(re.findall(r"[^\s　]+", participant.name)) > 1
            if domain and (
                (short and re.split(r"[.-]", domain)[0] == short)
                or (whole and any(words in row for row in listed))
            ):
                found.add(domain)
    return found


def named_otherwise(
    sources: Sequence[Source], domains: set[str], customer: set[str], domain_of: Callable[[str | None], str]
) -> bool:
    """True where somebody who writes from the domains gives another house than the customer's as theirs."""
    for source in sources:
        for participant in source.document.participants:
            if participant.role != "from" or domain_of(participant.address) not in domains:
                continue
            names = [w for w in re.split(r"[\s　(（]+", fold(participant.name)) if w]
            houses = [
                h for h in house_of_sender(source, names[:1]) if len(h) >= LEAST_HOUSE and not is_unit(h)
            ]
            keys = [name_key(house) for house in houses]
            if keys and not any(
                key in name or name in key or key[:2] == name[:2] for key in keys for name in customer
            ):
                return True
    return False


def _contacts(sources: Sequence[Source]) -> list[str]:
    """What stands behind the keys of a form that name the customer's people, folded."""
    rows: list[str] = []
    for source in sources:
        if source.public or source.document.kind is DocumentKind.MAIL:
            continue
        for unit in source.units:
            if unit.block.kind not in (BlockKind.TABLE_ROW, BlockKind.FIELD):
                continue
            cells = [source.folded[c.start : c.end] for c in unit.block.cells]
            if len(cells) > 1 and column_kind(cells[0]) in ("person_keys", "customer"):
                rows.append(name_key(" ".join(cells[1:])))
    return rows
