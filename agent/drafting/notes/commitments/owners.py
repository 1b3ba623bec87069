"""Whose task it is: owners of task lists as note-takers write them, by initial, first name, side or role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from agent.models.account import Account
from agent.people.names import is_family
from agent.renewal.remarks import Remark
from agent.renewal.sides import Side, Sides

ATTENDING = re.compile(
    r"^(?:.{2,80}[\s　]{1,4})?(?:弊社|当社|当方)[\s　]+(?P<names>[一-龠々]{1,4}(?:[(（][^)）]{1,8}[)）])?(?:[、,・][\s　]?[一-龠々]{1,4}(?:[(（][^)）]{1,8}[)）])?)*)\s*$",
    re.M,
)
"""Ours among those present, by their bare names (弊社 山田(記)、鈴木)."""
OURS = re.compile(
    r"(?:(?:^|[\s/／、。()（）])(?:弊社?|当社|当方|うち|自社|当)(?:側)?|^[ *-]*(?:us|our side))\s*[=＝:：)）]\s*(?P<names>[^\n/／|。]{2,60})",
    re.I | re.M,
)
THEIRS = re.compile(
    r"(?:(?:^|[\s/／、。()（）])(?:先方|客先|お客様|先|顧客|会)(?:側)?|^[ *-]*(?:them|customer|client|attendees?|present|on the call))\s*[=＝:：)）]\s*(?P<names>[^\n/／|。]{2,160})",
    re.I | re.M,
)
OTHER_HOUSE = re.compile(r"(?:[.;,、。;\s]|^)(?:us|our side|弊社?|当社|当方)(?:側)?\s*[:：]", re.I)
MARKED = re.compile(
    r"(?P<names>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|[一-龠々]{2,4}) ?[(（](?:our |当社|弊社|当方)[^)）]{0,20}[)）]?"
)
NAME = re.compile(r"[A-Z][a-z][\w'’-]+|[一-龠々]{1,4}|[ァ-ヴー]{2,8}")
US = re.compile(
    r"^(?:弊社?|当|当社|当方|うち|自社|こちら|こっち|当部|私ども|わたし|わし|ワシ|俺|僕|私|自分|CS|us|we|ours|our side|me|I)(?:側|から|で|が|は|より|[(（].*)?$",
    re.I,
)
THEM = re.compile(
    r"^(?:先|客|先方|客先|お客様|お客さん|御社|貴社|貴部|顧客|向こう|むこう|あちら|相手方?|they|them|customer|client)(?:側|様|から|で|が|は|より|[(（].*)?$",
    re.I,
)
OUR_PREFIX = re.compile(r"^(?:弊社|当社|当方|当|弊)[\s　・/／]*(?=[一-龠ァ-ヴーA-Za-z]{2})")
THEIR_PREFIX = re.compile(r"^(?:先方|客先|先|貴社|御社|客)[\s　・/／]+(?=[一-龠ァ-ヴーA-Za-z])")
"""A house in front of a name (当 山田, 先方 佐藤様)."""
INTERNAL = re.compile(r"\bINTERNAL\b|社内(?:限り|用|打合せ|打ち合わせ|会議|検討|共有|メモ|記録)|社外秘")
PRESENT = re.compile(
    r"(?:present|attendees?|circulated to|出席者?|参加者?)\s*[:：]\s*(?P<names>[^\n]{2,120})", re.I
)
OPENING = 200
POLITE = re.compile(
    r"(?:さん|様|氏|先生|さま|殿)$|(?:部長|課長|係長|主任|主査|室長|次長|所長|店長|工場長|本部長|社長|専務|常務|支店長|師長|センター長)(?:さん|様)?$"
)
TITLED = re.compile(
    r"([一-龠々]{1,4}?)(?=(?:本?部|課|係|室|次|所|店|工場|センター|支店|社|会|班|師|院)長|主任|主査|専務|常務)"
)
TITLE = re.compile(r"^(?:Mr|Ms|Mrs|Miss|Dr)\.?\s+", re.I)
SHORT = 3
NAMED = re.compile(r"[A-Z][a-z'’-]+|[一-龠々]{2,4}")
"""A bare name: in a record among ourselves, a colleague's where nobody knows it as the customer's."""


class Owners:
    """Sides of owners in one account's notes. Nobody's side is guessed from a name that stands nowhere else."""

    def __init__(self, account: Account, remarks: Sequence[Remark], sides: Sides) -> None:
        self._sides = sides
        own = [*account.vendor.people, *([account.csm] if account.csm else [])]
        self._initials = {initials for name in own if (initials := _initials(name))}
        self._ours: dict[str, set[str]] = {}
        self._theirs: dict[str, set[str]] = {}
        self._polite: dict[str, set[str]] = {}
        self._internal: set[str] = set()
        for source, group in groupby(remarks, key=lambda remark: remark.document.source_id):
            said = list(group)
            among_us = bool(INTERNAL.search(said[0].document.text[:OPENING]))
            if among_us:
                self._internal.add(source)
            text = "\n".join(remark.text for remark in said if remark.is_note)
            self._ours[source] = {n for m in OURS.finditer(text) for n in NAME.findall(m["names"])} | {
                word for name in own for word in re.split(r"[\s　]+", name) if word
            }
            marked = {n for m in MARKED.finditer(text) for n in NAME.findall(m["names"])}
            attending = {
                n
                for m in ATTENDING.finditer(text)
                for n in re.findall(r"[一-龠々]{1,4}(?![^(（]*[)）])", m["names"])
            }
            if among_us:
                attending |= {n for m in PRESENT.finditer(text) for n in NAME.findall(m["names"])}
            self._ours[source] |= marked | attending
            polite = re.findall(r"([一-龠々ァ-ヴー]{1,5})(?=さん|様|氏|先生|殿)", text)
            self._polite[source] = set(polite) | set(TITLED.findall(text))
            theirs = {n for n in _listed_as_theirs(said) for n in NAME.findall(n)} | set(polite)
            self._theirs[source] = theirs - self._ours[source]

    def _is_colleague(self, words: str, source_id: str) -> bool:
        """A bare surname in notes that are polite to everybody else: note-takers call only their own people so."""
        bare = words.lstrip("@＠")
        return bool(self._polite.get(source_id)) and bare not in self._polite[source_id] and is_family(bare)

    def is_side(self, label: str) -> bool:
        """The label is a word for one of the two houses and no name."""
        words = label.strip(" 　・-*()（）[]【】")
        return bool(US.match(words) or THEM.match(words))

    def side(self, label: str, source_id: str) -> Side | None:
        """Side of an owner as written in a document; None where nobody can tell."""
        words = label.strip(" 　・-*()（）[]【】@＠")
        if US.match(words) or OUR_PREFIX.match(words):
            return "us"
        if THEM.match(words) or THEIR_PREFIX.match(words):
            return "customer"
        if words.upper() in self._initials:
            return "us"
        if (known := self._sides.of_initials(words)) is not None:
            return known
        ours = _fits(words, self._ours.get(source_id, set()))
        theirs = _fits(words, self._theirs.get(source_id, set()))
        if ours != theirs:
            return "us" if ours else "customer"
        known = self._sides.of_initial(words)
        if known is None and self._is_colleague(words, source_id):
            return "us"
        if known is None and POLITE.search(words) and not ours:
            return "customer"
        if known is None and source_id in self._internal and NAMED.fullmatch(words):
            return "us"
        return known


def _listed_as_theirs(said: Sequence[Remark]) -> list[str]:
    """What stands behind a word for the customer, up to the word for us, in the lines as written: a remark may have lost
    the word before it, as that of somebody who speaks."""
    document = said[0].document
    blocks = dict.fromkeys(remark.block for remark in said if remark.is_note)
    text = "\n".join(document.text[document.blocks[at].start : document.blocks[at].end] for at in blocks)
    return [OTHER_HOUSE.split(found["names"])[0] for found in THEIRS.finditer(text)]


def _fits(label: str, names: set[str]) -> bool:
    """The label is one of the names, begins with it, or is the short beginning of one ("楠" for 楠田)."""
    bare = TITLE.sub("", POLITE.sub("", label))
    if not bare:
        return False
    if any(len(name) >= 2 and bare.startswith(name) for name in names):
        return True
    return len(bare) < SHORT and not bare.isascii() and any(name.startswith(bare) for name in names)


def _initials(name: str) -> str | None:
    words = name.split()
    return "".join(word[0] for word in words).upper() if len(words) > 1 and name.isascii() else None
