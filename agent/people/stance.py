"""Where a person stands: 推進, 中立, 慎重, 反対 or 不明, from sentences about or by them.

The words are data (stances_ja.toml, stances_en.toml); whose they are is read as for roles. What somebody does for or
against the product before the own people counts as well. Newer and own words count more than older and reported ones.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from agent.models.plan import Role
from agent.people.claims.aimed import aims_elsewhere
from agent.people.claims.read import claims_of
from agent.people.claims.types import Claim
from agent.people.evidence_of_roles import insider_marks, says_self, subject_of, who_says
from agent.people.lexicon import alternatives, table
from agent.people.other_matters import is_other_matter
from agent.people.statements import Ref, Statement
from agent.people.topics import says_nothing
from agent.people.types import Person, Side

Stance = Literal["推進", "中立", "慎重", "反対", "不明"]
HALF_LIFE_DAYS = 90
"""What somebody said a quarter earlier (the QBR interval) than the last word counts half."""
GRANTED, FORMER, GUESSED = 0.25, 0.1, 0.4
"""Weight of what is granted before a "but", of how it was before, and of a guess."""
LEAD = 24
"""Letters before 「だった」 in which what is over may begin."""
DOING = 1.5
"""Least weight of a sign of driving or blocking that shows a stance."""
_KANA = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_CLAUSE = re.compile(r"[、。「」\s]")
_OBJECT = re.compile(r"([^、。「」はが\s]{1,24}?)(?:に対して|に対し|について|には|にも|に|を|が|は|の件は)\Z")
_DIRECT = re.compile(
    r"([^、。「」『』はがをも\s]{1,24}?)(?:[はをも]|だけは)(?:[「『]?[^、。「」はがをも]{0,4})\Z"
)
"""What is refused, right before the words that refuse it ("前置きは要らない")."""
_PARTICLE = re.compile(r"(?:に対して|に対し|については|について|には|にも|へは|に|を)")
_OWN = 1.3
_OVER = re.compile(
    r"\b(?:was|were|used to be|had been)\b[^.;]{0,60}\b(?:not (?:now|any ?more|any longer|today)|no longer|come (?:a)?round|came (?:a)?round|changed (?:my|her|his|their) minds?)\b"
    r"|(?:だった|でした|てた|ていた|ってた)[^。]{0,8}(?:が|けど|けれど)、?[^。]{0,12}(?:今は(?:違|そ(?:う|れほど|こまで)|もう|ない)|考えが変わ|変わりました|変わった)",
    re.IGNORECASE,
)
"""What a sentence says was so and is no more."""


@dataclass(frozen=True, slots=True)
class _Said:
    """One sign of a stance of one person."""

    stance: str
    weight: float
    day: dt.date | None
    statement: Statement


def read_stances(
    statements: Sequence[Statement], persons: Sequence[Person], products: Collection[str] = ()
) -> dict[int, tuple[Stance, Statement | None]]:
    """Stance of each person with the sentence that shows it most; 不明 where nothing does.

    `products`: names of our product; an attitude toward anything else that is named is no stance.
    """
    signs: dict[int, list[_Said]] = defaultdict(list)
    last: tuple[int, int, str] = (-1, -1, "")
    for statement in statements:
        if says_nothing(statement.marked):
            continue
        for claim, stance in _signs(statement, persons, products):
            if stance == "same":
                if last[:2] != (statement.doc, statement.unit):
                    continue
                stance = last[2]
            last = (statement.doc, statement.unit, stance)
            ref = _whom(claim, statement, persons)
            if ref is None or ref.kind != "person" or persons[ref.index].side is not Side.CUSTOMER:
                continue
            own = _OWN if statement.speaker == ref.index else 1.0
            weight = claim.weight * statement.directness / 2 * own * _standing(claim, statement)
            signs[ref.index].append(_Said(stance, weight, statement.day, statement))
    return {index: _settled(said) for index, said in signs.items()}


def _settled(said: Sequence[_Said]) -> tuple[Stance, Statement | None]:
    """The stance with the largest sum, older words counting less; of equals the later one."""
    last = max((s.day for s in said if s.day), default=None)
    sums: dict[str, float] = defaultdict(float)
    for sign in said:
        age = (last - sign.day).days if last and sign.day else 0
        sums[sign.stance] += sign.weight * 0.5 ** (age / HALF_LIFE_DAYS)
    order = {sign.stance: number for number, sign in enumerate(said)}
    best = max(sums, key=lambda name: (round(sums[name], 3), order[name]))
    shown = max((s for s in said if s.stance == best), key=lambda s: s.weight)
    return cast(Stance, best), shown.statement


def _signs(
    statement: Statement, persons: Sequence[Person], products: Collection[str]
) -> list[tuple[Claim, str]]:
    """Claims of a stance with what they come to; none of words that stand inside longer ones."""
    claims = claims_of(statement.marked, insider_marks(statement, persons))
    presents = any(
        c.shows == "economic_buyer" and c.mark and statement.ref(c.mark).kind == "body" for c in claims
    )
    found = [
        (claim, stance)
        for claim in claims
        if (stance := _stance_of(claim)) is not None and not (presents and claim.acts)
    ]
    out: list[tuple[Claim, str]] = []
    for claim, stance in found:
        covered = any(
            c is not claim
            and c.shows.startswith("stance:")
            and c.start <= claim.start
            and claim.end <= c.end
            and c.end - c.start > claim.end - claim.start
            for c, _ in found
        )
        asked = re.search(r"(?:か|[？?])[^\t]{0,3}\t", statement.marked[claim.start :])
        if covered or asked or stance == "none" or not _is_ours(claim, stance, statement, products):
            continue
        if stance == "推進" and aims_elsewhere(statement.marked, claim, products):
            continue
        if (
            stance == "same"
            and len(statement.marked[claim.start : claim.end].split()) < 2
            and not _KANA.search(statement.marked)
        ):
            continue
        sure = claim.frame is not None and claim.frame.sure
        if stance == "推進" and not sure and _under(statement.marked, claim, "condition"):
            stance = "慎重"
        out.append((claim, stance))
    return out


def _stance_of(claim: Claim) -> str | None:
    """The stance a claim comes to; a denied 推進 is 慎重, a denied 反対 is 中立, no other denial says anything."""
    if claim.shows in ("champion", "blocker"):
        if claim.denied or claim.weight < DOING:
            return None
        return "推進" if claim.shows == "champion" else "反対"
    kind, _, stance = claim.shows.partition(":")
    if kind != "stance":
        return None
    if claim.denied:
        return {"推進": "慎重", "反対": "中立"}.get(stance)
    return stance


def _whom(claim: Claim, statement: Statement, persons: Sequence[Person]) -> Ref | None:
    """Whose stance it is; what we say of nobody we name is nobody's."""
    if claim.mark is not None:
        return statement.ref(claim.mark)
    if says_self(statement, claim):
        return who_says(statement, claim)
    voice = next((q for q in statement.quoted if q[0] <= claim.start < q[1]), None)
    if voice is not None and voice[2] != statement.speaker:
        return Ref("person", voice[2])
    ref = subject_of(statement, persons, claim.start)
    if claim.acts and ref is not None and ref not in statement.refs and statement.speaker != ref.index:
        return ref if statement.topic_near else None
    if statement.speaker_side is Side.OURS and ref not in statement.refs:
        return None
    return ref


def _standing(claim: Claim, statement: Statement) -> float:
    """How much of the weight is left under a guess, before a "but", or in a sentence on how it was."""
    factor = GUESSED if statement.hedged else 1.0
    rest = statement.marked[max(claim.end, 0) :]
    over = _OVER.search(statement.marked)
    if over and over.start() - LEAD <= claim.start < over.end():
        factor *= FORMER
    turn = _words("concession", statement.marked).search(rest)
    if turn:
        factor *= GRANTED
    clause = rest[: turn.start()] if turn else ""
    if _under(statement.marked, claim, "before") or _words("before", statement.marked).search(clause):
        turned = _words("concession", statement.marked).search(statement.marked, 0, claim.start)
        factor *= 1.0 if turned else FORMER
    return factor


def _under(marked: str, claim: Claim, what: str) -> bool:
    """One of the words stands in the sentence before the claim."""
    return bool(_words(what, marked).search(marked, 0, claim.start))


def _words(what: str, marked: str) -> re.Pattern[str]:
    return _pattern(what, "ja" if _KANA.search(marked) else "en")


@cache
def _pattern(what: str, language: str) -> re.Pattern[str]:
    words = alternatives(table("stance_contexts")[f"{what}_{language}"])
    return re.compile(words if language == "ja" else rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _is_ours(claim: Claim, stance: str, statement: Statement, products: Collection[str]) -> bool:
    """True unless the words are an attitude toward something named that is neither we nor the product nor renewal."""
    marked = statement.marked
    if stance in ("反対", "慎重") and is_other_matter(marked, claim.start, products):
        return False
    if claim.frame is None or not claim.frame.of_us:
        direct = _DIRECT.search(marked, 0, claim.start) if stance == "反対" else None
        return direct is None or _means_us(direct[1], marked, products)
    if _KANA.search(marked):
        before = marked[: claim.start].rstrip("「『")
        found = _OBJECT.search(before)
        wanted = found[1] if found else ""
        other = re.search(r"([^、。「」はがも\s]{1,24}?)" + _PARTICLE.pattern + r"[^。はが]{0,8}\Z", before)
        wanted = wanted or (other[1] if other else "")
    else:
        wanted = re.split(r"[.,;:!?\"”)]| and | but | so ", marked[claim.end :], maxsplit=1)[0].strip()
    return not wanted or _means_us(wanted, marked, products)


def _means_us(wanted: str, marked: str, products: Collection[str]) -> bool:
    """True for a person, our product, and what people call us, the product or the renewal."""
    if "\ue000" <= wanted[-1] <= "\uf8ff":
        return True
    names = [p for product in products for p in (product, *product.split()) if len(p) > 1]
    return bool(_words("us", marked).search(wanted)) or any(n.casefold() in wanted.casefold() for n in names)


def settle(role: Role, read: tuple[Stance, Statement | None]) -> tuple[Stance, Statement | None]:
    """A champion stands for the product and a blocker against it by what made them so; else what was read. Somebody taken
    for a blocker who is read as driving it stays so: of eleven such, six drove it and one was against."""
    if role == "champion" and read[0] in ("不明", "中立", "慎重"):
        return "推進", None
    if role == "blocker" and read[0] in ("不明", "中立"):
        return "反対", None
    return read
