"""Somebody says that a group, or everybody, uses the product; a count, or the group itself, says that it does not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from agent.drafting.notes.contradictions.pairs import Pair
from agent.drafting.notes.contradictions.said import Said, says
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.evidence.tokens import words
from agent.renewal.sides import Sides

PACKAGE, FILE = "agent.drafting.notes.contradictions", "use_claims"
HALF = 0.5
"""A group in which no more than half use it refutes that the group does."""
MOST = 0.7
"""A share of the whole up to this refutes that all do."""
EARLIER, LATER = dt.timedelta(days=100), dt.timedelta(days=366)
"""How long before and after the claim a count or denial may have been made to speak of the same time."""
SHARES = (
    re.compile(r"(?P<whole>\d+)\s*(?:名|人|席|台|ID|店舗?|拠点|支所|アカウント|班|校|か所|本|件|軒|宿|クラス|現場|施設|隻|部署|課|室|床|枚|園|棟|社|組)?(?:のうち|中の?)[^\d。%]{0,16}(?P<some>\d+)(?!\s*(?:%|月|日|年|時))"),
    re.compile(r"(?<![\d/.])(?P<some>\d+)\s*(?:名|人|席|台|ID)?\s*/\s*(?P<whole>\d+)(?!\s*[/月日])"),
    re.compile(r"\b(?P<some>\d+)\s*(?:of|out of|in)\s*(?:the |our |their |a |all )?(?P<whole>(?!(?:19|20)\d\d\b)\d+)\b", re.I),
)  # fmt: skip
PERCENT = re.compile(r"(?P<n>\d+(?:\.\d+)?)\s*(?:%|パーセント|percent|per cent)", re.I)
TENTHS = re.compile(r"(?P<n>[1-9])割(?P<half>半)?(?!引|増|減|安|高)")
UNIT_NAME = re.compile(
    r"[一-龠ァ-ヴーA-Za-z\d]{0,8}?(?:部(?!長)|課(?!長|題)|室(?!長)|係(?!長)|班(?!長)|工場(?!長)|支店(?!長)|支社(?!長)|支所(?!長)|営業所|事業所|拠点|店舗?(?!長)|"
    r"センター(?!長)|病院|病棟|医局|校|園|寮|棟|倉庫|現場|本社|出張所|チーム|グループ|ライン)|夜勤|日勤|総務|経理|人事|営業(?!日|時間|担当|し|所|中|の方)|法務|購買|調達|情シス|製造|生産管理|品質保証|品証|設計|物流|企画|広報|財務|薬剤|看護|医事|教務|庶務|資材|工務"
)
ENGLISH_UNIT = re.compile(
    r"\b(?:the )?(?P<name>[a-z]+(?: [a-z]+)?) (?:team|desk|depot|site|crew|shift|department|dept|floor|lab|branch|office|yard|plant|clinic|ward|store|warehouse)\b|"
    r"\b(?:in|at|of|from) (?:the )?(?P<place>[A-Z]?[a-z]{3,})\b|^(?P<label>[A-Za-z][A-Za-z &]{1,24}):|\((?P<dept>[A-Za-z &]{2,24})\)|"
    r"\b(?P<known>legal|finance|hr|accounts|dispatch|planning|sales|marketing|operations|procurement|purchasing|logistics|engineering|quality|production|maintenance|support|it|billing|claims|payroll|warehouse|research|design)\b",
    re.I,
)
SHORTEST = 2
SHORTEST_NAME = 3


@dataclass(frozen=True)
class _Against:
    said: Said
    share: float | None
    groups: frozenset[str]


def disputed_claims_of_use(said: Sequence[Said], product: str | None, sides: Sides) -> Iterator[Pair]:
    """At most one pair: the plainest claim, against the lowest share or the plainest denial of those it speaks of."""
    heard = {s.remark.document.source_id for s in said if s.remark.side == "customer"}
    against = [found for s in said if (found := _against(s, said, sides)) is not None]
    if not against:
        return
    best: list[tuple[tuple[bool, bool, float, int], Said, Said]] = []
    for place, claim in enumerate(said):
        strong = _claims(claim, "claims")
        if not strong and not (_names(product, claim) and _claims(claim, "plain_claims")):
            continue
        if claim.remark.side == "us" and claim.remark.document.source_id in heard:
            continue
        groups = _groups(claim, sides)
        whole = strong and _fits("all", claim.plain) and not groups
        for other in against:
            if other.said is claim or not _one_time(claim, other.said):
                continue
            same = bool(groups & other.groups)
            if strong and (same or whole) and other.share is not None:
                refuted = other.share <= (HALF if same else MOST) and (same or not other.groups)
            else:
                sure = strong or _names(product, other.said) or _fits("never", other.said.plain)
                refuted = other.share is None and sure and (same or (whole and bool(other.groups)))
            if (
                refuted
                and not _one_breath(claim, other.said)
                and (strong or not _one_voice(claim, other.said, sides))
            ):
                key = (not strong, not same, other.share if other.share is not None else 0.0, place)
                best.append((key, claim, other.said))
    if best:
        _, claim, other_said = min(best, key=lambda entry: entry[0])
        yield Pair(
            "usage",
            claim.remark,
            other_said.remark,
            "data" if _share(other_said.plain) is not None else "direct",
        )


def _claims(said: Said, key: str) -> bool:
    """Somebody affirms use: no question, wish, plan or denial, and no count of their own."""
    return any(_affirms(sentence, key) for sentence in said.sentences) and not any(
        _denies(sentence) for sentence in said.sentences
    )


def is_wished(text: str) -> bool:
    """Use that is hoped for, planned or conditional claims nothing of today."""
    return _fits("claims_not", text)


def _names(product: str | None, said: Said) -> bool:
    """The sentence speaks of our product: by its name, as "it", or of use without another object."""
    text = said.plain.casefold()
    called = {product.casefold(), product.casefold().split()[0]} if product else set()
    return any(len(name) >= SHORTEST_NAME and name in text for name in called) or _fits("ours", said.plain)


def _affirms(sentence: str, key: str) -> bool:
    if says("question", sentence) or _share(sentence) is not None or not _fits(key, sentence):
        return False
    return not _fits("claims_not", sentence) and not _fits("other_object", sentence)


def _denies(sentence: str) -> bool:
    return (
        _fits("denials", sentence)
        and not says("question", sentence)
        and not _fits("other_object", sentence)
        and not _fits("no_denial", sentence)
    )


def _against(said: Said, everything: Sequence[Said], sides: Sides) -> _Against | None:
    """A low share of users, or words that a group does not use it."""
    share = _share(said.plain)
    if share is not None:
        if share > MOST or _fits("not_use", said.about) or not speaks_of_use(said, everything):
            return None
        return _Against(said, share, _groups(said, sides))
    denial = next((sentence for sentence in said.sentences if _denies(sentence)), None)
    return _Against(said, None, _groups(said, sides, denial)) if denial else None


def _share(text: str) -> float | None:
    """The lowest share that the words count."""
    found = [
        int(m["some"]) / int(m["whole"])
        for pattern in SHARES
        for m in pattern.finditer(text)
        if int(m["whole"]) > 0 and int(m["some"]) <= int(m["whole"])
    ]
    found += [float(m["n"]) / 100 for m in PERCENT.finditer(text)]
    found += [int(m["n"]) / 10 + (0.05 if m["half"] else 0) for m in TENTHS.finditer(text)]
    return min(found, default=None)


def speaks_of_use(said: Said, everything: Sequence[Said]) -> bool:
    """The sentence, its heading, its column, or the first line of its note names use."""
    first = next(s for s in everything if s.remark.document is said.remark.document)
    remark = said.remark
    context = f"{said.about} {remark.heading} {remark.document.title} {remark.document.path} {said.before}"
    return _fits("of_use", context) or (_fits("of_use", first.plain) and not _fits("not_use", first.plain))


def _groups(said: Said, sides: Sides, sentence: str | None = None) -> frozenset[str]:
    """Units that the sentence names, else those of the remark, of its label and of the speaker's department, as words."""
    named = _units(sentence) if sentence else frozenset()
    if named:
        return named
    person = sides.person(said.voice) if said.voice else None
    department = (person.department or "") if person is not None else ""
    text = f"{said.voice if sentence else said.about} {department}"
    places = {place.strip().casefold() for place in re.split(r"[・、,/]", _label(said))}
    return _units(text) | ({place for place in places if len(place) >= SHORTEST} - general_units())


def _units(text: str) -> frozenset[str]:
    found: set[str] = set()
    for unit in UNIT_NAME.findall(text):
        if not re.match(r"(?:全|各|どの)?\d*", unit)[0] and unit not in general_units():  # type: ignore[index]
            found |= {unit, *[word for word in words(unit) if len(word) >= SHORTEST]}
    for match in ENGLISH_UNIT.finditer(text):
        found |= {word for value in match.groupdict().values() if value for word in value.casefold().split()}
    return frozenset(word.casefold() for word in found) - general_units()


def _label(said: Said) -> str:
    """What stands before an arrow or colon ("北・南 → …"), or in the first cell of the row."""
    before = re.match(r"^[\s・\-*●]*([^→:。「]{2,24}?)\s*[→:]", said.plain)
    if before:
        return before[1]
    return said.remark.label if said.remark.kind.value == "table_row" else ""


def _one_time(claim: Said, other: Said) -> bool:
    if claim.day is None or other.day is None:
        return True
    return claim.day - EARLIER <= other.day <= claim.day + LATER


def _one_breath(claim: Said, other: Said) -> bool:
    """Said together by one voice: it speaks of two groups and not against itself."""
    one, two = claim.remark, other.remark
    return one.document is two.document and one.block == two.block


def _one_voice(claim: Said, other: Said, sides: Sides) -> bool:
    """One person says both: of others first, then of themselves."""
    one, two = (sides.person(said.voice) if said.voice else None for said in (claim, other))
    return one is not None and one is two


def _fits(key: str, text: str) -> bool:
    languages = ("ja", "en") if is_japanese(text) else ("en",)
    return any(frame.search(text) for language in languages for frame in _frames(key, language))


@cache
def _frames(key: str, language: str) -> tuple[re.Pattern[str], ...]:
    return frames(PACKAGE, FILE, language, key)


@cache
def general_units() -> frozenset[str]:
    """Words for any unit ("支所", "team"), which tell no group from another."""
    found = {frame.pattern for language in ("ja", "en") for frame in _frames("general", language)}
    return frozenset(word.removeprefix(r"\b") for word in found)


def claims_use(said: Said) -> bool:
    """Somebody affirms that all, or often, use it."""
    return _claims(said, "claims")


def denies_use(said: Said) -> bool:
    """A sentence of it says that somebody does not use it."""
    return any(_denies(sentence) for sentence in said.sentences)


def is_of_something_else(sentence: str) -> bool:
    """It speaks of mail, papers or meetings, not of the product ("he looks at all invoices")."""
    return _fits("other_object", sentence)


def names_use(said: Said) -> bool:
    """Its own words, label or column speak of use."""
    return _fits("of_use", said.about)


def counts_some_of_all(said: Said) -> bool:
    """It counts some of a number ("3 of 22")."""
    return any(pattern.search(said.plain) for pattern in SHARES)


def counted_share(said: Said) -> float | None:
    """The lowest share that it counts, between 0 and 1."""
    return _share(said.plain)
