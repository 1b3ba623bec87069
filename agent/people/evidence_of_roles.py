"""Which sentence shows which role: the rules of data/roles.toml over the marked statements."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from agent.people.claims.aimed import aims_elsewhere
from agent.people.claims.read import claims_of
from agent.people.claims.types import Claim
from agent.people.deciding.scope_words import scope
from agent.people.lexicon import table
from agent.people.statements import FIRST_MARK, MARK, Ref, Statement
from agent.people.types import Person, Side

_ANY = chr(FIRST_MARK)
_EVERY_MARK = re.compile(MARK)
ROLES = ("economic_buyer", "champion", "influencer", "user", "blocker")


@dataclass(frozen=True, slots=True)
class Shown:
    """One sign of a role in one sentence. `weight` is signed: negative when the sentence denies the role."""

    ref: Ref
    role: str
    weight: float
    statement: Statement
    plain: float = 0.0  # weight of the rule itself, before it was seen who says it


@dataclass(frozen=True, slots=True)
class _Rule:
    role: str
    weight: float
    negative: bool
    about: bool
    body: bool
    pattern: re.Pattern[str]


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            r["role"],
            float(r["weight"]),
            r.get("not", False),
            r.get("about", False),
            r.get("body", False),
            re.compile(_with_marks(r["pattern"]), re.IGNORECASE),
        )
        for r in table("roles")["rule"]
    )


def _with_marks(pattern: str) -> str:
    """{P} becomes the mark looked for; gaps between words never run over another mark.

    The pattern reads a text in which every mark is `_ANY`: it compiles far faster than over the class of all marks.
    """
    inside = _ANY
    pattern = pattern.replace("[^。", f"[^{inside}。").replace("[^.", f"[^{inside}.")
    pattern = pattern.replace("{I}", rf"(?:\b(?:I|we|she|he|they)|[{inside}])(?:['’](?:ll|d|m|re|s))?")
    pattern = pattern.replace(" {P}", " (?:the |our |their |your |her |his |a )?{P}")
    first, *others = pattern.split("{P}")
    return first + "".join(
        (f"(?P<who>{_ANY})" if n == 0 else f"(?P<who{n}>{_ANY})") + part for n, part in enumerate(others)
    )


_UNKNOWN = re.compile(
    r"不明|未確認|分からない|わからない|聞けて(?:い)?ない|未定|unknown|not sure|unclear|TBC|TBD",
    re.IGNORECASE,
)
_THERE = re.compile(r"[・\s]*(?:ここ|そこ|その場|この場|その会議?|この会議?)で")
_HE_OR_SHE = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
ASKED = re.compile(r"(?:か|[？?])[」』\"”)）]?\s*\Z")
_AT_FIRST = re.compile(
    r"最初(?:は|の)|当初は|はじめは|以前は|(?<![一-龥])前は|かつては|一時は|(?:嫌|反対|否定的|懐疑的)だった|\b(?:at first|initially|used to|back then|was wrong)\b"
)
WISHED = re.compile(
    r"(?:お願い(?:し|で)|(?:いただき|もらい)たい|[てで](?:ほし|欲し)|になってほし)|\b(?:would like|want|need|get|ask) \S+ to\b|\bused to\b|\bwhat if\b",
    re.IGNORECASE,
)
"""What we wish of somebody, and what is over, shows no driving and no blocking."""
_KANA = re.compile(r"[ぁ-ん]")
ANSWER = 24
"""A longer sentence behind "who decides?" answers only where it speaks of deciding."""
_POWER = re.compile(
    r"決|判|承認|ハンコ|財布|予算|権限|最後|最終|一存|次第|マター|裁|上げ|通|sign|decid|approv|budget|final|call|say|board|money|pay",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?<!from )(?<!with )(?<!to )(?<!by )(?<!for )(?<!of )(?<!told )(?P<who>{MARK})(?! and)"
)
_OFF_TOPIC = re.compile(
    r"優先順位|日程|日取り|端末|持ち出し|例外申請|アクセス権|休暇|出張|採用|台本|進め方|やり方|採点|席順|議題|資料の|agenda|schedule|wording|priorit|decides? (?:that before|who\b|when\b|where\b|how\b)"
)


def shown_roles(
    statements: Iterable[Statement], persons: Sequence[Person], products: Collection[str] = ()
) -> list[Shown]:
    """Every sign of a role. Weight = rule × directness (3 own words … 1 our notes); guesses and the past count less.

    `products`: names of our product; driving anything else that is named shows nothing.
    """
    out: list[Shown] = []
    answered: set[tuple[int, int]] = set()
    before: deque[Statement] = deque(maxlen=2)
    for statement in statements:
        denied: set[tuple[str, int, str]] = set()
        found_here: list[Shown] = []
        read = _EVERY_MARK.sub(_ANY, statement.marked)
        for rule in _rules():
            if rule.about:
                hit = rule.pattern.search(read)
                if hit:
                    ref = statement.place if rule.body else subject_of(statement, persons, hit.start())
                    if ref is not None:
                        found_here.append(_shown(rule, ref, statement))
                continue
            for found in rule.pattern.finditer(read):
                at = next(found.start(name) for name, mark in found.groupdict().items() if mark)
                ref = statement.ref(statement.marked[at])
                if rule.body and ref.kind != "body":
                    continue
                if ref.kind == "person" and persons[ref.index].side is not Side.CUSTOMER:
                    continue
                if rule.negative:
                    denied.add((ref.kind, ref.index, rule.role))
                found_here.append(_shown(rule, ref, statement))
        found_here += _claimed(statement, persons, found_here, products)
        nobody = any(scope("nobody").search(b.marked) for b in before)
        first = (statement.doc, statement.unit) not in answered and not nobody
        answer = _answer(statement, persons) if first else None
        before.append(statement)
        if any(not r.bare_speaker for r in statement.refs):
            answered.add((statement.doc, statement.unit))
        if answer is not None and not any(
            s.role == "economic_buyer" and s.ref == answer.ref for s in found_here
        ):
            found_here.append(answer)
        denied |= {(s.ref.kind, s.ref.index, s.role) for s in found_here if s.weight < 0}
        for shown in found_here:
            if shown.weight > 0 and (shown.ref.kind, shown.ref.index, shown.role) in denied:
                continue
            out.append(shown)
    return out


def _claimed(
    statement: Statement, persons: Sequence[Person], known: Sequence[Shown], products: Collection[str]
) -> list[Shown]:
    """What the frames show, where the rules have not shown the same of the same person."""
    if not statement.refs and statement.topic is None and statement.speaker_side is not Side.CUSTOMER:
        return []
    seen = {(s.ref.kind, s.ref.index, s.role, s.weight > 0) for s in known}
    out: list[Shown] = []
    insiders = insider_marks(statement, persons)
    claims = claims_of(statement.marked, insiders)
    at_the_body = any(
        c.shows == "economic_buyer" and c.mark and statement.ref(c.mark).kind == "body" and not c.denied
        for c in claims
    )
    for claim in claims:
        if claim.shows not in ROLES or (claim.acts and at_the_body):
            continue
        if (
            claim.shows == "champion"
            and not claim.denied
            and aims_elsewhere(statement.marked, claim, products)
        ):
            continue
        ref = _holder(claim, statement, persons)
        if ref is None or (ref.kind == "person" and persons[ref.index].side is not Side.CUSTOMER):
            continue
        if ref.kind == "body" and claim.shows not in ("economic_buyer", "influencer"):
            continue
        shown = _weighed(ref, claim.shows, claim.weight, claim.denied, statement)
        if (ref.kind, ref.index, claim.shows, shown.weight > 0) not in seen:
            out.append(shown)
    return out


def insider_marks(statement: Statement, persons: Sequence[Person]) -> frozenset[str]:
    """Marks of the customer's people, bodies and titles, the speaker's "I" left out."""
    return frozenset(
        chr(FIRST_MARK + i)
        for i, r in enumerate(statement.refs)
        if not r.bare_speaker and (r.kind != "person" or persons[r.index].side is Side.CUSTOMER)
    )


def _holder(claim: Claim, statement: Statement, persons: Sequence[Person]) -> Ref | None:
    """Whom a claim is about: its mark, else the topic or speaker. Who decides must be named or be the topic."""
    if claim.mark is not None:
        return statement.ref(claim.mark)
    if claim.shows != "economic_buyer" and says_self(statement, claim):
        return who_says(statement, claim)
    if claim.shows == "economic_buyer":
        if _THERE.match(statement.marked):
            return statement.place
        if claim.denied and statement.speaker is not None and statement.speaker_side is Side.CUSTOMER:
            return Ref("person", statement.speaker)
        topic = statement.topic
        near = statement.topic_near or bool(_HE_OR_SHE.search(statement.marked))
        told = topic is not None and topic.kind == "person" and topic.index != statement.speaker
        return topic if near and told else None
    if claim.acts and not _KANA.search(statement.marked):
        pronoun = _HE_OR_SHE.search(statement.marked)
        return statement.topic if pronoun or statement.topic is None else None
    return subject_of(statement, persons)


_SELF = re.compile(r"(?<![一-龥])(?:私|わたし|僕|俺)(?!たち|達)")


def says_self(statement: Statement, claim: Claim) -> bool:
    """The very words of the claim say "I": they are about whoever says them, whomever else the sentence names."""
    return _SELF.search(statement.marked[claim.start : claim.end]) is not None


def who_says(statement: Statement, claim: Claim) -> Ref | None:
    """Who says the words of a claim: the one quoted, else the speaker, else who the sentence is about before a quote."""
    voice = next((q for q in statement.quoted if q[0] <= claim.start < q[1]), None)
    if voice is not None:
        return Ref("person", voice[2])
    if statement.speaker is not None:
        return Ref("person", statement.speaker) if statement.speaker_side is Side.CUSTOMER else None
    told = re.search(
        rf"({MARK})(?:は|が|も|から|より|曰く|いわく)[、，]?[「『]", statement.marked[: claim.start]
    )
    return statement.ref(told[1]) if told else None


def _answer(statement: Statement, persons: Sequence[Person]) -> Shown | None:
    """The one person or body named in answer to "who decides?"."""
    named = [
        r
        for r in statement.refs
        if not r.bare_speaker and (r.kind != "person" or persons[r.index].side is Side.CUSTOMER)
    ]
    if (
        not statement.answers_who
        or len(set(named)) != 1
        or (len(statement.marked) > ANSWER and not _POWER.search(statement.marked))
        or re.search(r"ではな|じゃな|ません|n't|not ", statement.marked)
    ):
        return None
    return Shown(
        named[0],
        "economic_buyer",
        3 * statement.directness / 2 * (0.3 if statement.hedged else 1),
        statement,
        3,
    )


_THINKS = re.compile(
    rf"{MARK},? (?:would )?(?:thinks?|guess(?:es)?|supposes?|believes?|reckons?|imagines?)(?![a-z])"
)


def is_guess(statement: Statement) -> bool:
    """Somebody only thinks so: "…, I think"."""
    return _THINKS.search(statement.marked) is not None


def _shown(rule: _Rule, ref: Ref, statement: Statement) -> Shown:
    return _weighed(ref, rule.role, rule.weight, rule.negative, statement)


def _weighed(ref: Ref, role: str, weight: float, negative: bool, statement: Statement) -> Shown:
    plain = weight
    weight *= min(statement.directness, 2.0 if role == "champion" else 3.0) / 2
    if role == "economic_buyer" and (_UNKNOWN.search(statement.marked) or ASKED.search(statement.marked)):
        return Shown(ref, role, 0.0, statement)
    if role in ("champion", "blocker") and (
        ASKED.search(statement.marked) or WISHED.search(statement.marked)
    ):
        return Shown(ref, role, 0.0, statement)
    if statement.hedged or (role == "economic_buyer" and is_guess(statement)):
        weight *= 0.3
    elif statement.hearsay:
        weight *= 0.8
    if role == "blocker" and _AT_FIRST.search(statement.marked):
        weight *= 0.2
    if role == "economic_buyer" and statement.past:
        weight *= 0.4
    if role == "economic_buyer" and _OFF_TOPIC.search(statement.marked):
        weight *= 0.2
    return Shown(ref, role, -weight if negative else weight, statement, plain)


def subject_of(statement: Statement, persons: Sequence[Person], at: int | None = None) -> Ref | None:
    """Whom a sentence without a slot is about: its topic if that is a customer, else the customer who says it.

    In English the subject stands nearest before the words at `at`.
    """
    topic = statement.topic
    if at is not None and not _KANA.search(statement.marked):
        nearest = list(_SUBJECT.finditer(statement.marked, 0, at))
        if nearest:
            topic = statement.ref(nearest[-1]["who"])
    if topic is not None and topic.kind == "person" and persons[topic.index].side is Side.CUSTOMER:
        return topic
    own = statement.speaker if statement.speaker_side is Side.CUSTOMER else None
    return Ref("person", own) if own is not None else None
