"""The order in which people are read: mentions, persons, sides, titles, statements, roles, entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.models.account import Account
from agent.models.finding import Finding, Severity
from agent.models.plan import KeyPerson
from agent.people.assemble import Assembler
from agent.people.bare_colleagues import bare_colleagues
from agent.people.bare_titles import title_mentions
from agent.people.bodies import Body, find_bodies
from agent.people.coded_speakers import coded_speakers
from agent.people.contact import read_contacts
from agent.people.deciding.chains import chain_signs, given_to_the_last
from agent.people.deciding.collective import collective_signs
from agent.people.deciding.likely import likely_signs
from agent.people.deciding.newer import beside_newer
from agent.people.deciding.scope import Scopes
from agent.people.deciding.signs import decider_signs, settled_signs
from agent.people.deciding.views import with_titles_named
from agent.people.departments_beside import departments_beside
from agent.people.departments_beside_english import english_departments
from agent.people.departments_of_owners import posts_at_owners
from agent.people.described_in_english import described_in_english
from agent.people.described_in_japanese import described_in_japanese
from agent.people.english_first_names import first_names
from agent.people.entries import best_name
from agent.people.equations import read_equations
from agent.people.evidence_of_roles import Shown, shown_roles
from agent.people.fold import name_key
from agent.people.given_names import complete_given
from agent.people.holders import Holder, resolve_titles
from agent.people.identity import Identity
from agent.people.in_english import bare_english, english_mentions, english_titles
from agent.people.in_initials import initial_mentions
from agent.people.in_initials_ja import one_character_mentions
from agent.people.in_lists import list_mentions
from agent.people.in_prose import Prose, bare_mentions
from agent.people.in_talk import talk_mentions
from agent.people.influence import read_influence
from agent.people.initial_speakers import name_initial_speakers
from agent.people.likely_names.japanese import add_likely
from agent.people.likely_names.posts import likely_posts, post_features
from agent.people.likely_roles import sentences_with_kinds, told_of
from agent.people.limits import limit_signs
from agent.people.names import is_common
from agent.people.no_persons import drop_nobody
from agent.people.outsiders import mark_outsiders
from agent.people.own_pages import ELSEWHERE, own_pages
from agent.people.parties import Parties, find_parties
from agent.people.persons_or_things import without_things
from agent.people.posts import read_posts
from agent.people.reports import read_reports
from agent.people.run_together import set_apart
from agent.people.sides import decide_sides
from agent.people.stance import read_stances
from agent.people.statements import Statements
from agent.people.status import read_status
from agent.people.strong_names import strong_names
from agent.people.title_lines import titles_named
from agent.people.title_owners import own_titles
from agent.people.types import Form, Mention, PeopleReading, Person, Side, Sign, Source
from agent.people.units import read_units
from agent.sentence_kinds.concepts import Language
from connectors.interface import Document


def read(account: Account, documents: Sequence[Document], as_of: dt.date) -> PeopleReading:
    """Everything the sources say about people; see PeopleReading."""
    gathered = gather(account, documents, as_of)
    assembler = gathered.assembler
    persons, bodies, holders = assembler.persons, assembler.bodies, assembler.holders
    people: list[KeyPerson] = assembler.people()
    reading = PeopleReading(
        people=people, merges=list(assembler.merges), mentions=[*gathered.named, *gathered.titled]
    )
    reading.unnamed = gathered.unnamed
    reading.vendor_people = sorted({p.name for p in persons if p.side is Side.OURS})
    reading.third_parties = sorted({p.name for p in persons if p.side is Side.THIRD})
    listed = {p.name for p in people}
    reading.mentioned = sorted({p.name for p in persons if p.side is Side.CUSTOMER} - listed)
    reading.signs = [_sign(shown, persons, bodies, holders) for shown in assembler.shown]
    reading.findings = _findings(assembler)
    return reading


@dataclass(frozen=True, slots=True)
class Gathered:
    """All readings before entries are made of them; mentions with a name, titles alone, features of unnamed posts."""

    assembler: Assembler
    named: list[Mention]
    titled: list[Mention]
    unnamed: dict[tuple[str, str], set[str]]


def gather(
    account: Account, documents: Sequence[Document], as_of: dt.date, kinds: Path | None = None
) -> Gathered:
    """What the sources say of people. `kinds`: other weights for the kinds of sentences than the shipped ones."""
    sources = read_units(documents)
    parties = find_parties(account, sources)
    named, titled = find_mentions(sources, parties)
    for mention in named:
        spelled = {
            name_key(f"{mention.family}{mention.given or ''}"),
            name_key(f"{mention.given or ''}{mention.family}"),
        }
        if mention.given and spelled & parties.our_people:
            mention.side, mention.why_side = Side.OURS, "account"
    _authors_of_theirs(named)
    own_pages(named, sources)
    mark_outsiders(named, sources, parties)
    identity = Identity(named, sources)
    persons = without_things(identity.build(), sources, parties)
    decide_sides(persons, sources, parties)
    for person in persons:
        person.name = best_name(person).surface
    departments_beside(persons, sources, parties)
    english_departments(persons, sources, parties)
    described_in_english(persons, sources, parties)
    described_in_japanese(persons, sources)
    posts = read_posts(persons, sources)
    posts += posts_at_owners(persons, posts, sources, parties)
    holders = resolve_titles(titled, posts, persons, sources, as_of)
    bodies = find_bodies(sources)
    statements = Statements(sources, persons, holders, bodies).read()
    told = with_titles_named(statements, titles_named(sources, persons))
    scopes = Scopes(told)
    public = {s.index for s in sources if s.public}
    spoken: Language = "en" if majority_language(documents) == "en" else "ja"
    language: Language = "en" if (account.language or spoken) == "en" else "ja"
    sentences = sentences_with_kinds(told, sources, kinds)
    products = [account.product] if account.product else []
    deciding = [*decider_signs(told, persons, scopes), *collective_signs(told, scopes, public)]
    shown = settled_signs([*shown_roles(statements, persons, products), *limit_signs(told, persons, account.arr_jpy)], deciding, scopes)  # fmt: skip
    shown = beside_newer([*given_to_the_last(shown), *chain_signs(told, scopes)], told)
    likely = beside_newer(given_to_the_last(likely_signs(told, sentences, persons, scopes, public)), told)
    unnamed = post_features(holders, bodies, persons, posts, sources, [*shown, *likely])
    assembler = Assembler(
        sources=sources, persons=persons, posts=posts, holders=holders, bodies=bodies, statements=statements,
        shown=shown, likely=likely, likely_posts=likely_posts(unnamed, spoken), told=told_of(told, sentences, persons, public), stances=read_stances(statements, persons, products),
        statuses=read_status(persons, posts, statements, public, as_of),
        contacts=read_contacts(persons, sources, as_of, account.csm), merges=identity.merges, reports=read_reports(statements, persons), influences=read_influence(statements, persons), public=public, as_of=as_of, language=language, spoken=spoken,
    )  # fmt: skip
    return Gathered(assembler, named, titled, unnamed)


def _sign(shown: Shown, persons: Sequence[Person], bodies: Sequence[Body], holders: Sequence[Holder]) -> Sign:
    """A sign with the name of whom it is about."""
    ref, said = shown.ref, shown.statement
    if ref.kind == "person":
        name = persons[ref.index].name
    else:
        name = bodies[ref.index].name if ref.kind == "body" else holders[ref.index].mention.surface
    return Sign(name, shown.role, shown.weight, said.doc, said.start, said.end)


def _authors_of_theirs(named: Sequence[Mention]) -> None:
    """Who wrote a paper is one of us unless the full name is one the customer's lists have."""
    theirs = {(m.family, m.given) for m in named if m.side is Side.CUSTOMER and m.given}
    theirs -= {(m.family, m.given) for m in named if m.side is Side.OURS and m.form is not Form.AUTHOR}
    for mention in named:
        if mention.form is Form.AUTHOR and (mention.family, mention.given) in theirs:
            mention.side, mention.why_side = Side.CUSTOMER, "listed"


def majority_language(documents: Sequence[Document]) -> str:
    """The language most of the sources are written in; Japanese where there are none."""
    english = sum(d.language == "en" for d in documents)
    return "en" if english * 2 > len(documents) else "ja"


def find_mentions(sources: Sequence[Source], parties: Parties) -> tuple[list[Mention], list[Mention]]:
    """Mentions with a name, and titles that stand alone."""
    per_source = ruled_mentions(sources, parties)
    add_likely(sources, parties, per_source)
    names: dict[str, bool] = {}
    for mention in (m for found in per_source for m in found if m.family and not m.latin):
        names[mention.family or ""] = is_common(mention.family or "")
        if mention.given and len(mention.given) > 1:
            names[f"{mention.family}{mention.given}"] = names[f"{mention.family} {mention.given}"] = False
    latin = {w for found in per_source for m in found if m.latin for w in _spellings(m)}
    latin |= first_names(sources, parties)
    titled: list[Mention] = []
    for source, found in zip(sources, per_source, strict=True):
        if source.document.language == "en":
            found += initial_mentions(source, found)
            found += bare_english(source, parties, latin, found)
            read_equations(source, found)
            titled += english_titles(source, found)
        else:
            found += bare_mentions(source, names, found)
            found += one_character_mentions(source, found)
            read_equations(source, found)
            titled += title_mentions(source, found, parties)
        own_titles(source, found)
    coded_speakers(sources, per_source)
    set_apart([m for found in per_source for m in found], parties)
    mentions = drop_nobody([m for found in per_source for m in found], sources, parties)
    name_initial_speakers(mentions, parties)
    return complete_given(mentions, sources), titled


def ruled_mentions(sources: Sequence[Source], parties: Parties) -> list[list[Mention]]:
    """What rules see of names, source by source: talk and lists by their form, prose by honorific and title."""
    per_source: list[list[Mention]] = []
    by_form = [[*talk_mentions(source, parties), *list_mentions(source, parties)] for source in sources]
    strong = strong_names((m for found in by_form for m in found), sources, parties)
    for source, found in zip(sources, by_form, strict=True):
        english = source.document.language == "en"
        if english:
            found += english_mentions(source, parties, found)
        else:
            prose = Prose(source, parties, strong)
            found += prose.read(found)
            found += bare_colleagues(prose)
        if source.public and parties.is_elsewhere(source.document):
            for mention in found:
                mention.side, mention.why_side = Side.THIRD, ELSEWHERE
        per_source.append(found)
    return per_source


def _spellings(mention: Mention) -> set[str]:
    """A Latin name whole, its first and its last word."""
    words = f"{mention.given or ''} {mention.family}".split()
    return {" ".join(words), words[0], words[-1]}


def _findings(assembler: Assembler) -> list[Finding]:
    from agent.messages import text

    findings: list[Finding] = []
    seen: set[tuple[str, str]] = set()
    language = assembler.language
    for merge in assembler.merges:
        if merge.doubtful and (merge.spelling, merge.same_as) not in seen:
            seen.add((merge.spelling, merge.same_as))
            findings.append(
                Finding(
                    rule="person_merge_doubtful", severity=Severity.WARNING, path="key_people",
                    message=text("people.merge_doubtful", language, spelling=merge.spelling, same_as=merge.same_as),
                    question=text("people.merge_question", language, spelling=merge.spelling, same_as=merge.same_as),
                )
            )  # fmt: skip
    return findings
