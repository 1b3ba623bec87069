"""Contradictions weighed with chances: who decides on record and in the customer's words, use that what stands beside it refutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agent.drafting.notes.contradictions.beside import Beside, decider_corrected, use_refuted
from agent.drafting.notes.contradictions.goal_changes import changed_goals
from agent.drafting.notes.contradictions.pairs import Pair, contradiction_of, opening_of
from agent.drafting.notes.contradictions.said import testimony
from agent.drafting.second_reading.decider_links import roles_of, sides_of
from agent.drafting.second_reading.decider_records import recorded_decider
from agent.drafting.second_reading.verdicts import overlaps
from agent.drafting.second_reading.weighed import Weighed
from agent.models.account import Account
from agent.models.plan import Contradiction, KeyPerson
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

SINGLE = 2
"""Notes up to which rules pair sentences on who decides; in more of them they pair what speaks of different decisions
(two of 23 pairs held in packs they were not made on, one of two of the fitted link's)."""

DENIED = 0.3
"""Chance of a sentence from which it says that somebody does not decide ("決裁権は持っていません")."""


def weighed_clashes(
    weighed: Weighed,
    known: Sequence[Contradiction],
    account: Account,
    people: Sequence[KeyPerson],
    sides: Sides,
    language: str,
) -> list[Contradiction]:
    """Those known, then at most one of use and one of who decides whose sentences none of them quotes.

    Where the account has more notes than SINGLE, the record of the purchase is set against what the customer says; where neither is likely, a rule's pair
    stays whose preferred side plainly denies that somebody decides.
    """
    told = list(weighed.all())
    chances = {id(remark): found for remark, found in told}
    remarks = [remark for remark, _ in told]
    notes = [Beside(said, chances[id(said.remark)]) for said in testimony(remarks, account.as_of)]
    pairs = list(use_refuted(notes))
    stated = sides_of(list(weighed.all(short_cells=True)), account.as_of, roles_of(people, sides))
    link = recorded_decider(stated, _named_by(people, sides))
    if len({remark.document.source_id for remark in remarks}) > SINGLE:
        denials = [remark for remark, found in told if found.get("no_decider", 0.0) >= DENIED and not link]
        known = [
            clash for clash in known if not _is_on_decider(clash, language) or _is_denied(clash, denials)
        ]
        pairs = [*([link] if link else []), *pairs]
    else:
        beside = list(decider_corrected(notes, people, sides))
        told_already = beside or any(_is_on_decider(clash, language) for clash in known)
        pairs += beside if told_already or link is None else [link]
    pairs += changed_goals(notes)
    return _with_pairs(known, pairs, language)


def _named_by(people: Sequence[KeyPerson], sides: Sides) -> Callable[[Remark], frozenset[str]]:
    """Ids of the people a remark names."""
    return lambda remark: frozenset(person.id for person in people if sides.names(remark.text, person))


def _with_pairs(known: Sequence[Contradiction], pairs: Sequence[Pair], language: str) -> list[Contradiction]:
    found = list(known)
    quoted = [citation for clash in known for citation in (clash.a, clash.b)]
    for pair in pairs:
        if any(overlaps(citation, remark) for citation in quoted for remark in (pair.a, pair.b)):
            continue
        contradiction = contradiction_of(pair, language)
        if contradiction is not None:
            found.append(contradiction)
    return found


def _is_denied(clash: Contradiction, denials: Sequence[Remark]) -> bool:
    """The side that is preferred lies in one of the denials."""
    preferred = clash.a if clash.preferred == "a" else clash.b
    return clash.preferred != "none" and any(overlaps(preferred, remark) for remark in denials)


def _is_on_decider(clash: Contradiction, language: str) -> bool:
    """Its text begins as the message on who decides does."""
    return clash.text.startswith(opening_of("decider", language))
