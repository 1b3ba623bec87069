"""Signs of who decides: powers, conditions and denials of data/deciders_*.toml over the statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.people.deciding.scope import Scopes
from agent.people.deciding.scope_words import scope
from agent.people.deciding.whole_budget import behind_outright
from agent.people.deciding.words import Form, forms, language_of, stands_for
from agent.people.evidence_of_roles import Shown, is_guess
from agent.people.limits import WEIGHT as SETTLED_BY_PRICE
from agent.people.statements import MARK, Ref, Statement
from agent.people.types import Person, Side

OURS_NEAR = 2
"""Sentences beside one in which our contract may be named."""
HINT = 1.0
"""Weight of a rule that names nobody outright: who decides over some amounts may not decide over ours."""
_DAY = re.compile(r"\d月\d+日")
NEAR_UNITS = 2
"""Blocks back in which "he" or 「あの人」 may have been named."""


def decider_signs(statements: Sequence[Statement], persons: Sequence[Person], scopes: Scopes) -> list[Shown]:
    """Every sentence that makes somebody's yes the condition, or says that it is not theirs.

    Weight = form × directness (3 own words … 1 our notes), guesses less. A question shows nothing.
    """
    out: list[Shown] = []
    for place, statement in enumerate(statements):
        if scope("ask").search(statement.marked):
            continue
        found: dict[tuple[Ref, bool], float] = {}
        for form in forms(language_of(statement.marked)):
            for hit in form.pattern.finditer(statement.marked):
                ref = _who(hit, statements, place, persons)
                if ref is None or not _may_decide(ref, form, persons):
                    continue
                if form.ours and not _near_ours(statements, place):
                    continue
                if form.takes_up and not _behind_deciding(statements, place):
                    continue
                key = (ref, form.denies)
                found[key] = max(found.get(key, 0.0), form.weight)
        denied = {ref for ref, denies in found if denies}
        limited = bool(scope("limit").search(statement.marked))
        for (ref, denies), weight in found.items():
            if not denies and (limited or ref in denied or scopes.void(statement, ref)):
                continue
            out.append(_shown(ref, weight, denies, statement))
    return out


def _near_ours(statements: Sequence[Statement], place: int) -> bool:
    """Our contract or its money is spoken of in the sentence or one beside it."""
    here = statements[place]
    return any(
        near.doc == here.doc and scope("ours").search(near.marked)
        for near in statements[max(0, place - OURS_NEAR) : place + OURS_NEAR + 1]
    )


def _behind_deciding(statements: Sequence[Statement], place: int) -> bool:
    """The sentence before, in the same turn or the one before it, speaks of deciding, signing or approving."""
    if not place:
        return False
    here, before = statements[place], statements[place - 1]
    return (
        before.doc == here.doc
        and here.unit - before.unit <= 1
        and _OF_DECIDING.search(before.marked) is not None
    )


_OF_DECIDING = re.compile(
    r"\b(?:decid|decision|sign(?:s|ed|ing)?\b|signature|approv|authori[sz]|sanction|say yes|final say|last word|"
    r"hold the budget|holds the budget|vot(?:e|es|ing)\b)",
    re.IGNORECASE,
)


def settled_signs(shown: Sequence[Shown], signs: Sequence[Shown], scopes: Scopes) -> list[Shown]:
    """Signs of all rules together: who is said outright in a sentence leaves no room there for looser readings."""
    told: dict[tuple[int, int], dict[Ref, float]] = {}
    for sign in signs:
        told.setdefault(_place(sign), {})[sign.ref] = sign.weight
    out: list[Shown] = []
    for item in shown:
        if item.role != "economic_buyer":
            out.append(item)
            continue
        here = told.get(_place(item), {})
        known = item.ref in here or (item.weight > 0 and any(weight > 0 for weight in here.values()))
        if known:
            continue
        if item.weight > 0 and (
            scopes.void(item.statement, item.ref)
            or not (item.statement.answers_who or scopes.speaks_of_power(item.statement))
        ):
            continue
        out.append(replace(item, plain=min(item.plain, HINT)) if _is_limited(item) else item)
    return behind_outright([*out, *signs])


def _is_limited(item: Shown) -> bool:
    """A power over some amounts only, which no price of ours settles (`limits` gives those its own weight).

    A sentence that names the day of the decision speaks of ours.
    """
    if item.weight <= 0 or item.plain == SETTLED_BY_PRICE or _DAY.search(item.statement.marked):
        return False
    return bool(scope("limit").search(item.statement.marked))


def _place(item: Shown) -> tuple[int, int]:
    return item.statement.doc, item.statement.start


def _shown(ref: Ref, weight: float, denies: bool, statement: Statement) -> Shown:
    strength = (
        weight
        * min(statement.directness, 3.0)
        / 2
        * (0.3 if statement.hedged or is_guess(statement) else 1.0)
    )
    return Shown(ref, "economic_buyer", -strength if denies else strength, statement, weight)


def _may_decide(ref: Ref, form: Form, persons: Sequence[Person]) -> bool:
    if ref.kind == "person":
        return persons[ref.index].side in (Side.CUSTOMER, Side.UNKNOWN) and not form.body
    return not form.body or ref.kind == "body"


def _who(
    hit: re.Match[str], statements: Sequence[Statement], place: int, persons: Sequence[Person]
) -> Ref | None:
    """Whom the words name: the mark, the speaker for "I", the last named before for "he", the last body for "there"."""
    statement, word = statements[place], hit["who"]
    if re.fullmatch(MARK, word):
        if _WHO_THINKS.match(statement.marked, hit.start("who")):
            return None
        return _named_beside(statement, statement.ref(word), hit.end("who"))
    language = language_of(statement.marked)
    if stands_for(language, "me").fullmatch(word):
        return (
            Ref("person", statement.speaker, True)
            if statement.speaker_side is Side.CUSTOMER and statement.speaker is not None
            else None
        )
    wants_body = bool(stands_for(language, "there").fullmatch(word))
    for near, said in _before(statements, place, hit.start("who")):
        if (
            near.speaker == statement.speaker
            and near.speaker is not None
            and said == Ref("person", near.speaker)
        ):
            continue
        if wants_body and said.kind == "body":
            return said
        if not wants_body and said.kind != "body" and not said.bare_speaker:
            customer = said.kind == "title" or persons[said.index].side is Side.CUSTOMER
            if customer:
                return said
    return None


_WHO_THINKS = re.compile(
    rf"{MARK} (?:think|guess|suppose|believe|reckon|imagine)s?(?![a-z])(?!,? (?:he|she|it|they))"
)
"""… is the one who approves, I think: who says so is not who does."""
_APPOSED = re.compile(rf"(?:,? |の|、|[(（])(?:Mr\.? |Ms\.? |Mrs\.? |Dr\.? |Mdm\.? )?(?P<name>{MARK})")


def _named_beside(statement: Statement, ref: Ref, end: int) -> Ref:
    """The person a title stands in front of ("the IT director, Ms …"), else the title itself."""
    found = _APPOSED.match(statement.marked, end) if ref.kind == "title" else None
    named = statement.ref(found["name"]) if found else ref
    return named if named.kind == "person" else ref


def _before(statements: Sequence[Statement], place: int, until: int) -> list[tuple[Statement, Ref]]:
    """Who is named before the words, nearest first: in the sentence, then in those before it nearby."""
    here = statements[place]
    out = [(here, here.ref(c)) for c in reversed(here.marked[:until]) if re.match(MARK, c)]
    for near in reversed(statements[max(0, place - 6) : place]):
        if near.doc != here.doc or here.unit - near.unit > NEAR_UNITS:
            break
        out += [(near, near.ref(c)) for c in reversed(near.marked) if re.match(MARK, c)]
    return out
