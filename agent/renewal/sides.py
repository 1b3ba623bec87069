"""Whose side a speaker, owner or writer is on: ours, the customer's, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

from agent.models.account import Account
from agent.models.plan import KeyPerson

Side = Literal["us", "customer"]

HONORIFIC = re.compile(r"(?:さん|様|さま|氏|殿|先生|君|くん)+$|^(?:Mr|Ms|Mrs|Dr)\.?\s+", re.IGNORECASE)
US_WORDS = re.compile(
    r"^(?:当社|弊社|当方|自社|私(?:ども|達)?|us|we|vendor|our side|our team)$|^(?:当社|弊社)[ 　:：/・]", re.I
)
CUSTOMER_WORDS = re.compile(
    r"^(?:先方|お?客(?:さま|様)|御社|貴社|顧客|customer|client)(?:側)?$|^(?:先方|御社|貴社)[ 　:：/・]", re.I
)
KANJI = re.compile(r"[一-龠]$")
AFTER_NAME = r"(?=さん|様|氏|部長|課長|係長|主任|社長|所長|店長|本部長|次長|[はがもにとのへ、(（:： 　]|$)"
BARE_TITLE = re.compile(
    r"^(?:副|総|本|支|次席|統括|事業)*(?:部|課|係|室|所|店|社|会|場|工場|センター|局|院|園|校|館|班|師|駅|船|施設|ホーム|ブロック|エリア|チーム|グループ)長(?:様|さん)?$|^(?:代表|主任|次長|専務|常務|委員長|CEO|CFO|CIO|COO)(?:様|さん)?$"
)
PRODUCT_WORD = re.compile(r"[ァ-ヴー]{2,}|[一-龠々]{2,}|[A-Za-z]{3,}")
GENERIC = re.compile(
    r"クラウド|システム|サービス|プラン|スタンダード|プラス|プロ|ツール|cloud|plus|pro|suite|standard|the|one",
    re.I,
)
NAME_BREAK = re.compile(r"[\s　・,，、()（）/／@_\-:]+")


class WhoIsWho(Protocol):
    """What this package needs to know of the people reading: stakeholders, and our own people's names."""

    @property
    def people(self) -> Sequence[KeyPerson]: ...

    @property
    def vendor_people(self) -> Sequence[str]: ...


class Sides:
    """Tells sides apart by name. A name on both lists is nobody's; an unknown name is nobody's."""

    def __init__(self, account: Account, who: WhoIsWho) -> None:
        sure = [*account.vendor.people, *([account.csm] if account.csm else [])]
        own = [*_not_of_customers(who.vendor_people, who.people, sure), *sure]
        self._own_companies = [name for name in (account.vendor.name,) if name]
        self._us = _tokens(own)
        self._customers: dict[str, KeyPerson] = {}
        for person in who.people:
            for token in _tokens([person.name, *person.aliases]):
                self._customers.setdefault(token, person)
        self._us_families = _families(own)
        self.product_words: Sequence[str] = _words_of(account.product)
        """Words of our product's name by which people call it."""

    def of(self, label: str | None) -> Side | None:
        """Side of a label as written ("山田 太郎(当社)", "佐藤様", "弊社 田中")."""
        if not label:
            return None
        text = label.strip()
        if US_WORDS.search(text) or any(company in text for company in self._own_companies):
            return "us"
        if CUSTOMER_WORDS.search(text):
            return "customer"
        ours = _mentions(text, self._us)
        theirs = self.person(text) is not None
        return ("us" if ours else "customer") if ours != theirs else None

    def of_initial(self, label: str) -> Side | None:
        """As `of`, also for the one- or two-character shorthand that note-takers use for colleagues ("大")."""
        side = self.of(label)
        if side or not 1 <= len(label) <= 2:
            return side
        ours = any(name.startswith(label) for name in self._us_families)
        theirs = any(token.startswith(label) for token in self._customers)
        return ("us" if ours else "customer") if ours != theirs else None

    def of_initials(self, label: str) -> Side | None:
        """Side of the capitals that two Latin names begin with ("TR"), where only one side has such a person."""
        if not re.fullmatch(r"[A-Z]{2}", label):
            return None
        ours, theirs = (
            any(_capitals(name) == label for name in names) for names in (self._us, self._customers)
        )
        return ("us" if ours else "customer") if ours != theirs else None

    def by_initials(self, label: str) -> KeyPerson | None:
        """The one stakeholder whose Latin names begin with these capitals ("TM"); None where ours or two have them."""
        if not re.fullmatch(r"[A-Z]{2,3}", label) or any(_capitals(name) == label for name in self._us):
            return None
        found = {id(p): p for t, p in self._customers.items() if _capitals(t) == label and p.kind == "person"}
        return next(iter(found.values())) if len(found) == 1 else None

    def by_short_name(self, word: str) -> KeyPerson | None:
        """The one stakeholder whose Latin first name begins with a word of three letters or more ("Max" for Maximilian)."""
        if not re.fullmatch(r"[A-Z][a-z]{2,}", word) or any(name.startswith(word) for name in self._us):
            return None
        found = {id(p): p for t, p in self._customers.items() if t.startswith(word) and p.kind == "person"}
        return next(iter(found.values())) if len(found) == 1 else None

    def names(self, text: str, person: KeyPerson) -> bool:
        """True when the text holds a name or alias of the person, whoever else it names."""
        return _mentions(text, {token for token, known in self._customers.items() if known is person})

    def person(self, label: str) -> KeyPerson | None:
        """The stakeholder a label or sentence names by the longest known name in it; None when there is none.

        A name counts before a bare title: in "佐藤部長" it is the name that tells which 部長.
        """
        best: tuple[tuple[bool, int], KeyPerson] | None = None
        for token, person in self._customers.items():
            weight = (not BARE_TITLE.match(token), len(token))
            if (best is None or weight > best[0]) and _mentions(label, {token}):
                best = (weight, person)
        return best[1] if best else None


def _words_of(product: str | None) -> list[str]:
    return [word for word in PRODUCT_WORD.findall(product or "") if not GENERIC.fullmatch(word)]


def _tokens(names: Iterable[str]) -> set[str]:
    """Full names with and without the space, and family names of two characters or more."""
    found: set[str] = set()
    for name in names:
        bare = HONORIFIC.sub("", name.strip())
        pieces = [piece for piece in NAME_BREAK.split(bare) if piece]
        found.update({bare, "".join(pieces)} if bare else set())
        if pieces and not pieces[0].islower():
            found.add(pieces[0])
    return {token for token in found if len(token) >= 2 or KANJI.match(token)}


def _not_of_customers(ours: Iterable[str], customers: Iterable[KeyPerson], sure: Iterable[str]) -> list[str]:
    """Our names without a lone family name that only a customer's full name holds."""
    theirs = {piece for person in customers for piece in _pieces_of_full(person.name)}
    known = {piece for name in sure for piece in _pieces_of_full(name)}
    return [name for name in ours if " " in name.strip() or name not in theirs - known]


def _pieces_of_full(name: str) -> set[str]:
    pieces = set(name.split())
    return pieces if len(pieces) > 1 else set()


def _capitals(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in words).upper() if len(words) > 1 and name.isascii() else ""


def _families(names: Iterable[str]) -> set[str]:
    return {NAME_BREAK.split(HONORIFIC.sub("", name.strip()))[0] for name in names if name.strip()}


def _mentions(text: str, tokens: set[str]) -> bool:
    folded = text.casefold()
    for token in tokens:
        key = token.casefold()
        if key.isascii():
            if re.search(rf"(?<![a-z]){re.escape(key)}(?![a-z])", folded):
                return True
        elif len(key) == 1:
            if re.search(rf"(?<![一-龠々]){key}{AFTER_NAME}", folded):
                return True
        elif key in folded:
            return True
    return False
