"""Contradictions between sources: people say and data says, then and now, our belief and the customer's word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from agent.calendar import Anchor
from agent.drafting.notes.contradictions.amounts import disputed_amounts
from agent.drafting.notes.contradictions.coverage import fewer_than_said
from agent.drafting.notes.contradictions.dates import disputed_dates
from agent.drafting.notes.contradictions.deciders import disputed_deciders
from agent.drafting.notes.contradictions.facts import disputed_facts
from agent.drafting.notes.contradictions.figures import disputed_figures
from agent.drafting.notes.contradictions.holders import disputed_holders, overtaken_titles
from agent.drafting.notes.contradictions.notice_terms import disputed_notice
from agent.drafting.notes.contradictions.opposites import opposites
from agent.drafting.notes.contradictions.own_words import own_words
from agent.drafting.notes.contradictions.pairs import Pair, contradiction_of, is_earlier, newest_of
from agent.drafting.notes.contradictions.people import disputed_people
from agent.drafting.notes.contradictions.recounts import recounts
from agent.drafting.notes.contradictions.reports import is_of_all, refuted_by_report
from agent.drafting.notes.contradictions.said import Said, testimony, testimony_and_pages
from agent.drafting.notes.contradictions.stances import corrected_stances
from agent.drafting.notes.contradictions.states import disputed_states
from agent.drafting.notes.contradictions.taken_back import moved, taken_back
from agent.drafting.notes.contradictions.use import disputed_use
from agent.drafting.notes.contradictions.use_claims import disputed_claims_of_use
from agent.drafting.notes.contradictions.whole_use import refuted_use
from agent.drafting.notes.predicates import is_japanese
from agent.drafting.notes.usage import BETWEEN, LOW_RATE, UsageRow
from agent.models.account import Account
from agent.models.evidence import Claim
from agent.models.plan import Contradiction, KeyPerson
from agent.renewal.cues import cues
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

SHARE_OF = re.compile(r"(\d+)\D{0,4}?(?:のうち|中)\D{0,8}(\d+)|(\d+) (?:of|out of) (?:the |our )?(\d+)")
ONCE = frozenset({"decider"})
"""Matters of which one pair is enough: the first is the plainest."""
FEW = 2
"""Notes up to which sentences are paired by a word and a number, or by what they affirm and deny: in more of them such
pairs are of different things (five of 44 held in whole accounts)."""
PLAINLY = frozenset({"year_end", "correction"})
"""Topics of figures and dates that are told in any account: one of both sides says so itself."""
CUES = cues("agent.drafting.notes.contradictions", "contradictions")


def read_contradictions(
    account: Account,
    remarks: Sequence[Remark],
    answers: Sequence[Answer],
    usage: Sequence[UsageRow],
    promises: Sequence[Claim],
    people: Sequence[KeyPerson],
    sides: Sides,
    language: str,
) -> list[Contradiction]:
    """Pairs of statements that cannot both hold, each with both quotes, which is preferred and why; one a topic
    and place. The newer or more direct statement is preferred, data before impressions."""
    said = testimony(remarks, account.as_of)
    few = len({remark.document.source_id for remark in remarks if remark.is_note}) <= FEW
    published = testimony_and_pages(remarks, account.as_of)
    anchor = Anchor(account.as_of, contract_start=account.contract_start, contract_end=account.contract_end)
    pairs = [
        *_use(remarks, usage, said, published, account, sides),
        *recounts(said),
        *taken_back(published),
        *moved(published),
        *(pair for pair in disputed_figures(said) if few or pair.topic in PLAINLY),
        *disputed_notice(said, account.notice_days),
        *disputed_deciders(said, people, sides),
        *(pair for pair in disputed_people(remarks, answers, people, sides) if few or pair.topic != "stance"),
        *(
            pair
            for pair in disputed_facts(account, remarks, answers, promises)
            if few
            or pair.topic != "not_so"
            or is_japanese(pair.b.text)  # "not X" of English is said of anything
        ),
        *(disputed_states(remarks) if few else ()),
        *own_words(remarks, sides),
        *corrected_stances(said, people, sides),
        *(pair for pair in disputed_dates(said, published, anchor) if few or pair.topic in PLAINLY),
        *(disputed_amounts(remarks) if few else ()),
        *disputed_holders(remarks),
        *overtaken_titles(remarks),
        *(opposites(remarks, people, sides) if few else ()),
    ]
    found: list[Contradiction] = []
    settled: set[str] = set()
    for pair in pairs:
        if pair.topic in ONCE and pair.topic in settled:
            continue
        settled.add(pair.topic)
        if pair.topic == "timing" and any(
            pair.a is known.a for known in pairs if known.topic == "correction"
        ):
            continue  # the move of a date is told once
        contradiction = contradiction_of(pair, language)
        if contradiction and all(not _same(contradiction, known) for known in found):
            found.append(contradiction)
    return found


def _use(
    remarks: Sequence[Remark],
    usage: Sequence[UsageRow],
    said: Sequence[Said],
    published: Sequence[Said],
    account: Account,
    sides: Sides,
) -> list[Pair]:
    """What is said of use and refuted right there or by a count; else the plainest of what is said otherwise."""
    sure = [*fewer_than_said(said), *refuted_use(published)] or list(refuted_by_report(said, usage))
    if sure:
        return sure
    few = len({one.remark.document.source_id for one in said}) <= FEW
    ways = (
        _usage(remarks, usage),
        disputed_use(remarks) if few else iter(()),
        disputed_claims_of_use(said, account.product, sides) if few else iter(()),
    )
    return list(islice(chain(*ways), 1))


def _usage(remarks: Sequence[Remark], usage: Sequence[UsageRow]) -> Iterator[Pair]:
    """Somebody says that it is used; the report or a count says that it is not."""
    low = [row for row in usage if row.rate <= LOW_RATE]
    counts = [
        r for r in remarks if r.is_note and r.kind.value != "heading" and CUES["counted"].search(r.text)
    ]
    for claim in remarks:
        if (
            not claim.is_note
            or not CUES["uses_well"].search(claim.text)
            or CUES["denies_use"].search(claim.text)
        ):
            continue
        if (
            claim.kind.value in ("heading", "table_row")
            or claim.side == "us"
            or claim.text.endswith(("?", "？", "か。"))
        ):
            continue
        row = next((row for row in low if _of_group(claim.text, row.group)), None)
        said = [
            r for r in counts if r is not claim and _speaks_of(r, claim, low) and abs(_gap(claim, r)) <= 75
        ]
        counted = newest_of(said, lambda r: r.side != "customer")
        against = (
            counted
            or (row.remark if row else None)
            or (low[0].remark if low and is_of_all(claim.text) else None)
        )
        if against:
            yield Pair("usage", claim, against, "data")
            return


def _speaks_of(count: Remark, claim: Remark, low: Sequence[UsageRow]) -> bool:
    """The count is about a group with low use that the claim names, or about such a group where the claim says all."""
    groups = [row.group for row in low]
    about = [group for group in groups if _of_group(count.text, group)]
    beside = (
        not about and count.document is claim.document and abs(count.block - claim.block) <= 2 and _few(count)
    )
    named = any(_of_group(claim.text, group) for group in about)
    return named or beside or (bool(about) and is_of_all(claim.text))


def _few(count: Remark) -> bool:
    """The count printed is a small share of its whole ("40席中6", "6 of 40")."""
    found = SHARE_OF.search(count.text)
    if not found:
        return False
    numbers = [int(value) for value in found.groups() if value]
    return min(numbers) <= LOW_RATE * max(numbers)


def _of_group(text: str, group: str) -> bool:
    """The text names the group, by its name or the last three characters or more of it ("管理部" for 賃貸管理部)."""
    bare = re.split(r"[(（]", group.split(BETWEEN)[0])[0].strip()
    return bare in text or (len(bare) >= 5 and bare[-3:] in text) or (len(bare) >= 4 and bare[:4] in text)


def _gap(first: Remark, second: Remark) -> int:
    return (second.day - first.day).days if first.day and second.day else 0


def _same(one: Contradiction, other: Contradiction) -> bool:
    return one.a.quote == other.a.quote or one.b.quote == other.b.quote


__all__ = ["is_earlier", "read_contradictions"]
