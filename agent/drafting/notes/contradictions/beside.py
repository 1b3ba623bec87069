"""Claims that what stands beside them refutes: use that a count denies, a decider on record that the customer corrects.

Signs are weighed: words of claiming and refuting (`beside.toml`), concepts, and the chances of `agent.sentence_kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from agent.drafting.notes.contradictions.pairs import Pair, Reason
from agent.drafting.notes.contradictions.said import Said
from agent.drafting.notes.contradictions.use_claims import claims_use, counted_share, denies_use
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.models.plan import KeyPerson
from agent.renewal.sides import Sides
from agent.sentence_kinds.concepts import concepts_in
from agent.sentence_kinds.features import plain

PACKAGE, FILE = "agent.drafting.notes.contradictions", "beside"
USE = frozenset({"use_verb", "usage_measure", "hands_on_user", "usage_high"})
NOT_USED = frozenset({"usage_low", "never_touches_tool", "not_used_reason", "paper_analog"})
DECISION = frozenset(
    [
        "final_word",
        "signature_seal",
        "assent",
        "refusal",
        "approve_process",
        "authority_limit",
        "body_votes",
        "delegates",
    ]
)
ENOUGH_USE, ENOUGH_DECIDER = 4.0, 2.4
"""Weights from which on a pair is told: eight of ten such pairs held on labelled notes."""
SHORTEST = 8
MOST, ALL = 0.7, 0.9
"""A count above MOST refutes nothing; one below ALL claims nothing."""
AFTER = {1: 1.0, 2: 0.5, 3: 0.2, -1: 0.5, -2: 0.2, -3: 0.0}
"""Weight of where a refutation of use stands, in remarks from the claim."""
DECIDER_AFTER = {1: 0.5, 2: 0.1, 3: -0.1, -1: -0.3}
UNIT = re.compile(
    r"[一-龠ァ-ヴー]{1,6}?(?:部|課|室|係|班|工場|支店|支社|支所|営業所|拠点|店|センター|病棟|校|園|倉庫|チーム|グループ|ライン|ホーム|エリア|学年|号機|便)(?!長|全|の全|舗|頭)"
)
NO_UNIT = re.compile(r"全|各|他|本|どの")
NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|dozen)\b", re.I
)
ASKS = re.compile(r"(?:[?？]|か。|[^でに]は。)[」』”\"\s]*$")


@dataclass(frozen=True)
class Beside:
    """A statement with its chances and, where it is looked for, its signs."""

    said: Said
    chances: Mapping[str, float]

    @cached_property
    def concepts(self) -> frozenset[str]:
        return frozenset(concepts_in(plain(self.text), "ja" if is_japanese(self.text) else "en"))

    @property
    def text(self) -> str:
        return self.said.remark.text

    @cached_property
    def asks(self) -> bool:
        return bool(ASKS.search(self.text))

    def chance(self, *kinds: str) -> float:
        """The highest chance of the kinds."""
        return max(self.chances.get(kind, 0.0) for kind in kinds)

    def has(self, key: str) -> bool:
        """Its words fit a frame of that key."""
        language = "ja" if is_japanese(self.text) else "en"
        return any(frame.search(self.said.plain) for frame in frames(PACKAGE, FILE, language, key))


def use_refuted(notes: Sequence[Beside]) -> Iterator[Pair]:
    """At most one pair: somebody says that they use it, and a count or a look close by says that few do."""
    found = [
        (weight, -place, Pair("usage", claim.said.remark, other.said.remark, "data"))
        for place, claim in enumerate(notes)
        if _claims_use(claim)
        for apart, other in _near(notes, place, AFTER)
        if (weight := _weight_of_use(claim, other, apart)) >= ENOUGH_USE
    ]
    if found:
        yield max(found, key=lambda entry: entry[:2])[2]


def decider_corrected(notes: Sequence[Beside], people: Sequence[KeyPerson], sides: Sides) -> Iterator[Pair]:
    """At most one pair: a record, hearsay or a boast names who decides, and what stands beside it says otherwise."""
    found = []
    for place, claim in enumerate(notes):
        if claim.asks or claim.has("taken_back") or not (claim.has("on_record") and claim.has("decides")):
            continue
        for apart, other in _near(notes, place, DECIDER_AFTER):
            weight = _weight_of_decider(claim, other, people, sides) + DECIDER_AFTER[apart]
            if weight >= ENOUGH_DECIDER:
                why: Reason = "direct" if other.said.remark.side == "customer" else "newer"
                found.append((weight, -place, Pair("decider", claim.said.remark, other.said.remark, why)))
    if found:
        yield max(found, key=lambda entry: entry[:2])[2]


def _near(notes: Sequence[Beside], place: int, where: Iterable[int]) -> Iterator[tuple[int, Beside]]:
    """Statements at those distances in the same document, of another paragraph or row, that neither ask nor suppose."""
    here = notes[place].said.remark
    for apart in where:
        if not 0 <= place + apart < len(notes):
            continue
        other = notes[place + apart]
        remark = other.said.remark
        beside = remark.document is here.document and remark.block != here.block
        if beside and len(other.text) >= SHORTEST and not (other.asks or other.has("supposes")):
            yield apart, other


def _claims_use(note: Beside) -> bool:
    """Said of today, no wish, question or goal, with no low count and no word of few in it."""
    plainly = claims_use(note.said)
    if len(note.text) < SHORTEST or note.asks or not (plainly or note.has("all")) or note.has("unreal"):
        return False
    share = counted_share(note.said)
    of_use = plainly or note.concepts & USE
    if not of_use or not note.has("reported") or (share is not None and share < ALL):
        return False
    if note.chance("goal", "tool") > 0.5 or (note.chance("champion", "user") > 0.5 and not note.has("group")):
        return False
    return plainly or not note.has("few")


def _weight_of_use(claim: Beside, other: Beside, apart: int) -> float:
    """Weight of the pair; nothing where the two speak of different units, or the other of a goal or another tool."""
    share = counted_share(other.said)
    denies = denies_use(other.said)
    usage = other.chance("usage", "risk:low_usage")
    if (share is not None and share > MOST and not denies) or other.chance("goal") > 0.4:
        return 0.0
    if (other.chance("tool") > 0.5 and usage < 0.3) or not _one_unit(claim, other):
        return 0.0
    against = 0.5 * other.has("few") + 0.7 * denies + 0.8 * (share is not None)
    against += 0.6 * bool(other.concepts & NOT_USED) + 0.3 * ("negation" in other.concepts)
    against += (0.2 + 0.8 * usage) * bool(NUMBER.search(other.said.plain))
    against += 0.5 * other.has("turn") + 0.2 * other.said.is_record
    counted = other.has("few") or denies or share is not None or other.concepts & NOT_USED
    if against < 0.5 or not (counted or usage > 0.4):
        return 0.0
    asserts = 1.0 + claims_use(claim.said) + 0.6 * bool(claim.concepts & USE) + claim.chance("usage")
    weight = 0.8 * min(asserts, 2.0) + min(against, 1.8) + 1.5 * usage + 0.5 * other.chance("risk:low_usage")
    return weight + 0.5 * min(_alike(claim, other), 2.0) + AFTER[apart]


def _weight_of_decider(claim: Beside, other: Beside, people: Sequence[KeyPerson], sides: Sides) -> float:
    """Weight of the pair without its distance; nothing where the other neither overtakes nor speaks of deciding."""
    kinds = ("decider", "no_decider")
    speaks = other.has("decides")
    chance = other.chance(*kinds)
    if not other.has("overtaken") or (not speaks and chance < 0.3):
        return 0.0
    mine, theirs = ({p.id for p in people if sides.names(note.text, p)} for note in (claim, other))
    weight = claim.chance(*kinds) + chance + 1.2 + 0.2 * claim.has("reported") + 0.3 * other.has("turn")
    weight += 0.4 * bool(theirs - mine) + 0.3 * bool(mine & theirs) + 0.4 * speaks
    weight += 0.3 * (other.chance("no_decider") > 0.2) + 0.3 * bool(claim.concepts & DECISION)
    off_topic = max(note.chance("persona", "goal") for note in (claim, other)) > 0.5
    return weight - 0.5 * off_topic


def _one_unit(claim: Beside, other: Beside) -> bool:
    """No two departments or places: one names none, or the names are parts of each other."""
    one, two = (
        {unit for unit in UNIT.findall(note.said.plain) if not NO_UNIT.match(unit)} for note in (claim, other)
    )
    return not one or not two or any(a in b or b in a for a in one for b in two)


def _alike(claim: Beside, other: Beside) -> float:
    return 0.6 * len({word for word in claim.said.words & other.said.words if not word.isdigit()})
