"""Standings and stances once the chances have spoken: one economic buyer or none, for everybody else the likeliest role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import cast

from agent.models.plan import Role
from agent.people.evidence_of_roles import ASKED, WISHED, Shown
from agent.people.likely_roles.chances import RoleChances
from agent.people.likely_roles.features import Seen
from agent.people.likely_roles.told import Key, Told
from agent.people.limits import WEIGHT as SETTLED_BY_PRICE
from agent.people.other_matters import is_other_matter
from agent.people.refs import Ref
from agent.people.roles import Standing, basis_of
from agent.people.stance import Stance
from agent.people.statements import Statement
from agent.people.topics import says_nothing

KEPT, BESIDE_THE_LIKELIEST = 0.25, 0.6
"""Whom the rules name stays the economic buyer from this chance on. Roles of others and stances that a rule's sentence
shows stay from that share of the likeliest on."""
OUTRIGHT, KEPT_OUTRIGHT = 2.0, 0.08
"""Weight of a rule that says a role in plain words; the chance from which it is believed of who decides."""
SHARE_DECIDING = 0.65
"""Share of the highest chance from which the rules' economic buyer is believed: of 151 packs five of eight below it were
wrong, of eleven from it on that were not the likeliest one. Whom the chances show instead was right in five of those
eight and wrong in one."""
NAMED, LEAD = 0.45, 1.2
"""Chance and lead before the next from which somebody the rules do not name is the economic buyer, where a sentence
likely to be about deciding is about them. A wrong one costs the renewal, a blank costs a question: on 132 packs of
writers left out .82 are right (.78 from a chance of .55 on) and no more are wrong."""
DRIVES = 0.2
"""Chance from which the likeliest of an account is its champion: nine accounts of ten have one. On packs of writers left
out of the fit, it is right more often than asking that no other role be likelier for them (.62 against .53 of 77)."""
OF_ONE: frozenset[Role] = frozenset(("economic_buyer", "champion"))
OF_A_BODY: frozenset[Role] = frozenset(("influencer", "blocker", "unknown"))
"""What a body or an unnamed holder of a post may be, if not the economic buyer."""
TELLS, LAST = 0.1, 0.98
"""Chance from which a sentence is cited for a role or stance; chances above the last one count as it. On 156 packs of
writers left out, .647 of the champions are right from here on, .636 from a chance of .15 on, and no more are wrong."""
CITED = 2
BESIDE_ANOTHER_STANCE, BESIDE_IN_OWN_WORDS = 0.7, 0.66
"""Share of a likelier stance from which the rules' one stays, and from which it does where it is read from what somebody
says of themselves."""
OPENLY, SHARE_OPPOSING = 3.0, 0.35
"""Weight of a rule that says outright that somebody is against the renewal, and the share from which it is believed."""
KEPT_DRIVING, SHARE_DRIVING = 0.15, 0.9
"""Chance, and share of the highest one, from which a rule's plain words for a champion are believed. With the bounds of
the economic buyer, .19 of the champions of accounts of writers left out were wrong; with half of the highest .15, with
these .12."""
TELLS_OF_DRIVING = 0.08
"""Chance from which a sentence is cited for whom all else shows as the champion (right .71 → .79 of 132 accounts)."""
OFTEN_MET = 2
"""Contacts from which so weak a sentence is enough: whom we met once is seldom known as a champion."""
OWN_WORDS, SHARE_OWN = 2.0, 0.1
"""Directness of what the customer says in person or in minutes, and the share from which a refusal is believed there where
nothing speaks against it: a blank beside 「もう要らない」 costs the renewal."""
LIKELY_STANCE, TELLS_OF_STANCE = 0.3, 0.03
"""A stance that likely needs no more than a sentence with this chance of showing it. On 168 packs of writers left out .655
of the stances are right, .651 from .05 on, and as many of those named."""
LEAST_STANCE, KEPT_STANCE = 0.3, 0.6
"""Chance under which a stance that no rule reads is none, and share of the likeliest one's chance, whether or not a
sentence shows that, under which a rule's is none. Of 736 people 17 wrong stances lay under the second, and two right
ones. On 168 packs of writers left out .66 of all stances are right and .69 of those named; with a first bound of .35 .655
and .70, of .25 .66 and .68."""
DEEDS_OF_DRIVING: Mapping[str, float] = {
    "champion": 1,
    "stance:+": 1,
    "commit_them": 0.7,
    "expansion": 0.7,
    "usage": 0.5,
}
DEEDS: Mapping[str, Mapping[str, float]] = {
    "推進": {**DEEDS_OF_DRIVING, "user": 0.3},
    "中立": {"stance:0": 1, "no_decider": 0.4, "persona": 0.3, "step": 0.3},
    "慎重": {"stance:-": 1, "stance:--": 0.5, "blocker": 0.5, "risk:price": 0.5, "risk:value_unproven": 0.5, "risk:competitor": 0.5, "risk:low_usage": 0.5, "persona": 0.4},
    "反対": {"stance:--": 1, "blocker": 0.7, "stance:-": 0.5, "risk:competitor": 0.4},
}  # fmt: skip
"""What people do, ask and fear shows where they stand as well as what they say of it: kinds of sentences with their
worth. They are cited of whom all else makes a champion or a stance likely, where no sentence says it outright."""
LIKELY_DRIVER, TELLS_BY_DEED = 0.5, 0.1
KIND_OF_ROLE = {"economic_buyer": "decider"}
KIND_OF_STANCE = {"推進": "stance:+", "中立": "stance:0", "慎重": "stance:-", "反対": "stance:--"}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate's standing, and for a person the stance with the sentence that shows it most."""

    standing: Standing
    stance: tuple[Stance, Statement | None]


def weigh(seen: Sequence[Seen], chances: Sequence[RoleChances]) -> Mapping[Key, Weighed]:
    """Standing and stance of every candidate."""
    roles = _roles(seen, chances)
    return {
        one.key: Weighed(_standing(one, roles[one.key], likely), _stance(one, likely, roles[one.key]))
        for one, likely in zip(seen, chances, strict=True)
    }


def _roles(seen: Sequence[Seen], chances: Sequence[RoleChances]) -> dict[Key, Role]:
    """One economic buyer and one champion at most, the likeliest role for everybody else."""
    buyer = _buyer(seen, chances)
    pairs = [(one, likely) for one, likely in zip(seen, chances, strict=True) if one.key != buyer]
    roles = {one.key: _likeliest_role(one, likely) for one, likely in pairs}
    champion = _champion(pairs)
    if champion is not None:
        roles[champion] = "champion"
    if buyer is not None:
        roles[buyer] = "economic_buyer"
    return roles


def _champion(pairs: Sequence[tuple[Seen, RoleChances]]) -> Key | None:
    """Whom a rule's plain words name where the chances allow it, else the likeliest person with a sentence to cite."""
    ranked = sorted(
        (
            (likely.roles.get("champion", 0.0), one.key, one)
            for one, likely in pairs
            if one.key[0] == "person"
        ),
        key=lambda ranked: ranked[:2],
        reverse=True,
    )
    for chance, key, one in ranked:
        if _is_outright(one, "champion") and chance >= max(KEPT_DRIVING, SHARE_DRIVING * ranked[0][0]):
            return key
    return next(
        (key for chance, key, one in ranked if chance >= DRIVES and _champion_signs(one, chance)), None
    )


def _buyer(seen: Sequence[Seen], chances: Sequence[RoleChances]) -> Key | None:
    ranked = sorted(
        (
            (likely.roles.get("economic_buyer", 0.0), one.key)
            for one, likely in zip(seen, chances, strict=True)
        ),
        reverse=True,
    )
    if not ranked:
        return None
    best = ranked[0][0]
    by_key = {one.key: one for one in seen}
    by_rule = next((one for one in seen if one.standing.role == "economic_buyer"), None)
    for chance, key in ranked:
        if by_rule is not None and key == by_rule.key and _is_kept(by_rule, chance, best):
            return key
    if best < NAMED or (len(ranked) > 1 and best < LEAD * ranked[1][0]):
        return None
    return ranked[0][1] if by_key[ranked[0][1]].likely else None


def _is_kept(one: Seen, chance: float, best: float) -> bool:
    """True where the rules' economic buyer stays one: likely enough, and not much less so than somebody else."""
    if _is_settled_by_price(one):
        return chance >= KEPT_OUTRIGHT
    least = KEPT_OUTRIGHT if _is_outright(one, "economic_buyer") else KEPT
    return chance >= max(least, SHARE_DECIDING * best)


def _is_settled_by_price(one: Seen) -> bool:
    """Our price lies within somebody's limit: arithmetic, whatever words like it mostly mean."""
    return any(
        s.role == "economic_buyer" and s.weight > 0 and s.plain == SETTLED_BY_PRICE
        for s in one.standing.shown
    )


def _is_outright(one: Seen, role: Role) -> bool:
    return any(s.role == role and s.weight > 0 and s.plain >= OUTRIGHT for s in one.standing.shown)


def _standing(one: Seen, role: Role, likely: RoleChances) -> Standing:
    ruled = one.standing
    if role == "champion":
        signs = _champion_signs(one, likely.roles.get("champion", 0.0))
    else:
        signs = _signs(one, KIND_OF_ROLE.get(role, role), role)
    shown = [*ruled.shown, *signs]
    standing = Standing(role=role, also=ruled.also if role == ruled.role else [], shown=shown)
    standing.basis = basis_of(standing)
    return standing


def _likeliest_role(one: Seen, likely: RoleChances) -> Role:
    """The rules' role where it is shown and likely enough beside the likeliest of those several people may have, which
    is taken else. Who has left has no part any more, whatever the sentences of before say."""
    if one.status == "left":
        return "unknown"
    ruled = one.standing.role
    open_to = {
        cast(Role, role): chance
        for role, chance in likely.roles.items()
        if role not in OF_ONE and (one.key[0] == "person" or role in OF_A_BODY)
    }
    best: Role = max(sorted(open_to), key=lambda role: open_to[role], default="unknown")
    share = SHARE_OPPOSING if ruled == "blocker" and _opposes_openly(one) else BESIDE_THE_LIKELIEST
    kept = _is_shown(one) and open_to.get(ruled, 0.0) >= share * open_to[best]
    return ruled if kept else best


def _opposes_openly(one: Seen) -> bool:
    return any(s.role == "blocker" and s.weight > 0 and s.plain >= OPENLY for s in one.standing.shown)


def _is_shown(one: Seen) -> bool:
    """A sentence shows the rules' role."""
    return any(sign.role == one.standing.role and sign.weight > 0 for sign in one.standing.shown)


def _champion_signs(one: Seen, chance: float) -> list[Shown]:
    """What shows that somebody drives the matter, or that they are for it, or what likely drivers we know well do."""
    often = one.candidate.contacts >= OFTEN_MET
    tells = TELLS_OF_DRIVING if often else TELLS
    shown = _signs(one, "champion", "champion", tells) or _signs(one, "stance:+", "champion", tells)
    if shown or not often or chance < LIKELY_DRIVER:
        return shown
    return _as_signs(one, "champion", _by_deed(one, DEEDS_OF_DRIVING))


def _signs(one: Seen, kind: str, role: Role, tells: float = TELLS) -> list[Shown]:
    """The likeliest sentences for a role, as signs; no questions and no wishes."""
    return _as_signs(one, role, _likeliest(one, {kind: 1}, tells))


def _as_signs(one: Seen, role: Role, found: Sequence[tuple[float, Told]]) -> list[Shown]:
    return [
        Shown(Ref(*one.key), role, -log(1 - min(chance, LAST)), told.statement, chance)
        for chance, told in found
        if not ASKED.search(told.statement.marked) and not WISHED.search(told.statement.marked)
    ]


def _by_deed(one: Seen, worth: Mapping[str, float]) -> list[tuple[float, Told]]:
    return _likeliest(one, worth, TELLS_BY_DEED)


def _likeliest(one: Seen, worth: Mapping[str, float], tells: float) -> list[tuple[float, Told]]:
    """Chance that a sentence is of the kinds and about the candidate, of the few that reach the chance given."""
    found = [
        (
            max(told.kinds.get(kind, 0.0) * value for kind, value in worth.items())
            * max(told.far, 0.5 * told.speaks),
            told,
        )
        for told in one.told
        if not says_nothing(told.statement.marked)
    ]
    found = [pair for pair in found if pair[0] >= tells]
    return sorted(found, key=lambda pair: (-pair[0], pair[1].statement.doc, pair[1].statement.start))[:CITED]


def _stance(one: Seen, likely: RoleChances, role: Role) -> tuple[Stance, Statement | None]:
    """What was read of where somebody stands. Of whom no word reached us, a decider stands nowhere, and others do not
    where that is as likely: what others guess is no stance."""
    stance, shown = _read_stance(one, likely)
    unlikely = likely.stances.get("不明", 0.0) >= likely.stances.get(stance, 0.0)
    if stance != "不明" and (unlikely or role == "economic_buyer") and _is_unheard(one):
        return "不明", None
    return stance, shown


def _read_stance(one: Seen, likely: RoleChances) -> tuple[Stance, Statement | None]:
    """The rules' stance where it is likely enough beside the likeliest, which is taken else. Nobody stands
    anywhere but by a sentence that shows it and is about no other matter."""
    told: dict[str, Statement | None] = {
        stance: _shows(one, stance, likely.stances.get(stance, 0.0)) for stance in KIND_OF_STANCE
    }
    stances: dict[Stance, float] = {
        cast(Stance, name): chance
        for name, chance in likely.stances.items()
        if name in ("不明", one.stance) or told[name] is not None
    }
    stance: Stance = max(sorted(stances), key=lambda name: stances[name], default="不明")
    refuses = (
        one.stance == "反対" and one.stance_shown is not None and one.stance_shown.directness >= OWN_WORDS
    )
    share = BESIDE_IN_OWN_WORDS if _in_own_words(one) else BESIDE_ANOTHER_STANCE
    if stance == "不明":
        share = SHARE_OWN if refuses else BESIDE_THE_LIKELIEST
    known = stances.get(one.stance, 0.0) if one.stance != "不明" else 0.0
    likeliest = max(likely.stances.values(), default=0.0)
    if known and known >= share * stances[stance] and (refuses or known >= KEPT_STANCE * likeliest):
        return one.stance, one.stance_shown
    return (stance, told.get(stance)) if stances.get(stance, 0.0) >= LEAST_STANCE else ("不明", None)


def _in_own_words(one: Seen) -> bool:
    """The rules read the stance from the person's own words: spoken, or quoted as theirs."""
    shown = one.stance_shown
    return shown is not None and (
        shown.speaker == one.key[1] or any(voice == one.key[1] for _, _, voice in shown.quoted)
    )


def _is_unheard(one: Seen) -> bool:
    """No word of theirs reached us: they neither speak nor are quoted anywhere, and we never met them."""
    quoted = any(voice == one.key[1] for told in one.told for _, _, voice in told.statement.quoted)
    return not one.candidate.contacts and not quoted and not any(told.speaks for told in one.told)


def _shows(one: Seen, stance: str, chance: float) -> Statement | None:
    """The sentence that shows the stance most, where there is one; of a likely stance one that hints is enough, or a
    deed."""
    likely = chance >= LIKELY_STANCE
    found = _likeliest(one, {KIND_OF_STANCE[stance]: 1}, TELLS_OF_STANCE if likely else TELLS)
    if likely and not found:
        found = [pair for pair in _by_deed(one, DEEDS[stance]) if not ASKED.search(pair[1].statement.marked)]
    return next((told.statement for _, told in found if not is_other_matter(told.statement.marked)), None)
