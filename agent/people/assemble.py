"""Entries of key_people from everything that was read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agent.models.evidence import Citation
from agent.models.plan import KeyPerson
from agent.people.bodies import Body
from agent.people.contact import Contact, engagement
from agent.people.entries import MAX_CITATIONS, Citing, best_name, is_area, reading_of, title_and_unit
from agent.people.evidence_of_roles import Shown
from agent.people.fold import name_key
from agent.people.held_by_many import held_by_many
from agent.people.holders import Holder
from agent.people.influence import DECIDES
from agent.people.likely_names.posts import post_bounds
from agent.people.likely_roles import Seen, Told, role_chances, weigh
from agent.people.passing import named_in_passing
from agent.people.posts import Post
from agent.people.roles import Candidate, Key, Standing, decide_roles
from agent.people.select import CLEARLY_SHOWN, belongs
from agent.people.stance import Stance, settle
from agent.people.statements import Statement
from agent.people.status import StatusReading
from agent.people.titles import is_unique, names_same_post, rank_of
from agent.people.types import Form, Mention, Merge, Person, Side, Source, Unit
from agent.sentence_kinds.concepts import Language

_ORDER = {"economic_buyer": 0, "champion": 1, "blocker": 2, "influencer": 3, "user": 4, "unknown": 5}

OFTEN = 2
"""Places in notes that speak of an unnamed holder of a top post, from which the post is a stakeholder."""
_PRESIDES = re.compile(r"(?:副)?(?:座長|議長|委員長)|司会|幹事")
"""What somebody with another post is called while a body meets: no further person."""
_PRESENT = re.compile(
    r"同席|出席|参加|名前(?:を)?(?:聞きそび|不明|未確認)|氏名(?:不明|未確認)|joined|attended|sat in"
)
_MEMBERS = re.compile(
    r"(?:[Mm]embers?|[Mm]ade up of|[Cc]omposed of|[Cc]ommittee(?: does)?:|委員|メンバー|構成員?)[^.。]{0,60}\Z"
)


@dataclass(slots=True)
class Assembler:
    """Holds all readings of one account; `people()` makes the entries."""

    sources: Sequence[Source]
    persons: Sequence[Person]
    posts: Sequence[Post]
    holders: Sequence[Holder]
    bodies: Sequence[Body]
    statements: Sequence[Statement]
    shown: Sequence[Shown]
    likely: Sequence[Shown]  # sentences likely to show who decides
    told: Mapping[Key, Sequence[Told]]  # sentences beside each candidate
    stances: Mapping[int, tuple[Stance, Statement | None]]
    statuses: Mapping[int, StatusReading]
    contacts: Mapping[int, Contact]
    reports: Mapping[int, tuple[int, Statement]]
    influences: Mapping[int, tuple[int, Statement]]
    merges: Sequence[Merge]
    public: set[int]
    as_of: dt.date
    language: Language = "ja"  # of the plan
    spoken: Language = "ja"  # of the sources: what is read of them must not turn on the plan's
    likely_posts: Mapping[tuple[str, str], float] = field(default_factory=dict)  # see likely_names.posts

    def people(self) -> list[KeyPerson]:
        seen = self.seen()
        weighed = weigh(seen, role_chances(seen, self.spoken))
        standings = {key: one.standing for key, one in weighed.items()}
        self.stances = {key[1]: one.stance for key, one in weighed.items() if key[0] == "person"}
        drafts: list[KeyPerson] = []
        passing = named_in_passing(self, standings)
        for person in self.persons:
            standing = standings.get(("person", person.index))
            if person.index not in passing and belongs(
                person,
                standing,
                self.contacts.get(person.index),
                self.public,
                self.is_meant(person),
                self._succeeds(person),
                self._moves(person),
            ):
                drafts.append(self._person(person, standing or Standing()))
        drafts += [self._title_only(holder, standings) for holder in self._unnamed(standings)]
        for body in self.bodies:
            standing = standings.get(("body", body.index))
            ruled = standing is not None and any(
                s.weight > 0
                and s.role in ("economic_buyer", "influencer")
                and s.statement.doc not in self.public
                for s in standing.shown
            )
            decides = standing is not None and standing.role == "economic_buyer"
            if decides or self._is_likely(("body", body.name), ruled):
                drafts.append(self._body(body, standing or Standing()))
        drafts.sort(key=lambda p: (_ORDER[p.role], rank_of(p.title), p.name))
        return [p.model_copy(update={"id": f"kp-{n:02d}"}) for n, p in enumerate(drafts, 1)]

    def seen(self) -> list[Seen]:
        """Every candidate with the standing that the rules give, and all that is known of them."""
        candidates = self._candidates()
        standings = decide_roles(self.shown, candidates, self.as_of, self.likely)
        likely: dict[Key, list[Shown]] = {}
        for sign in self.likely:
            likely.setdefault((sign.ref.kind, sign.ref.index), []).append(sign)
        return [
            self._seen(candidate, standings[candidate.key], likely.get(candidate.key, []))
            for candidate in candidates
        ]

    def _seen(self, candidate: Candidate, standing: Standing, likely: Sequence[Shown]) -> Seen:
        kind, index = candidate.key
        seen = Seen(candidate, standing, self.told.get(candidate.key, ()), likely)
        if kind == "person":
            status, influence = self.statuses.get(index), self.influences.get(index)
            seen.mentions = self.persons[index].mentions
            seen.stance, seen.stance_shown = self.stances.get(index, ("不明", None))
            seen.status = status.status if status else "active"
            seen.influence = influence[0] if influence else None
            seen.reports = index in self.reports
        return seen

    def _candidates(self) -> list[Candidate]:
        out: list[Candidate] = []
        for person in self.persons:
            if person.side is not Side.CUSTOMER:
                continue
            status = self.statuses.get(person.index)
            title, unit, _ = title_and_unit(
                person, self.posts, self.as_of, status.status if status else "active"
            )
            contact = self.contacts.get(person.index)
            out.append(
                Candidate(
                    ("person", person.index), title[1].text if title else None,
                    " ".join(filter(None, [unit[1].text if unit else None, title[1].text if title else None, *self._orgs(person)])),
                    gone=status is not None and status.status == "left", new=status is not None and status.status == "joining",
                    contacts=contact.count if contact else 0,
                    noted=any(m.form is Form.TABLE for m in person.mentions),
                    met=any(m.form in (Form.SPEAKER, Form.ATTENDEE, Form.CHAT_USER) for m in person.mentions),
                    meant=any(h.person == person.index and rank_of(h.mention.surface) <= 2 for h in self.holders)
                    and self.is_meant(person),
                    public_only=self.is_public_only(person),
                )
            )  # fmt: skip
        out += [Candidate(("body", b.index)) for b in self.bodies]
        seen: set[str] = set()
        for number, holder in enumerate(self.holders):
            if holder.person is None and holder.mention.surface not in seen:
                seen.add(holder.mention.surface)
                out.append(Candidate(("title", number), holder.mention.surface))
        return out

    def _orgs(self, person: Person) -> list[str]:
        keys = {m.note for m in person.mentions if m.note and len(m.note) <= 12 and m.group >= 0}
        return sorted(keys | {m.org for m in person.mentions if m.org and m.side is not Side.OURS})

    def is_meant(self, person: Person) -> bool:
        return any(
            h.person == person.index
            and h.post is not None
            and h.post.held_on(self.as_of)
            and (h.post.until is None or rank_of(h.mention.surface) <= 2 or not self.is_public_only(person))
            for h in self.holders
        )

    def is_public_only(self, person: Person) -> bool:
        return all(m.doc in self.public for m in person.mentions)

    def _moves(self, person: Person) -> bool:
        """The notes, not only a notice, say that the person leaves, left or comes."""
        status = self.statuses.get(person.index)
        return status is not None and status.doc not in self.public and status.status != "active"

    def _succeeds(self, person: Person) -> bool:
        """True when a notice puts the person into the post somebody in the notes leaves."""
        status = self.statuses.get(person.index)
        own = [p for p in self.posts if p.person == person.index and p.since]
        for post in own:
            for other in self.posts:
                if (
                    other.person != person.index
                    and not self._comes(other.person)
                    and other.until == post.since
                    and other.doc == post.doc
                    and other.text == post.text
                ):
                    noted = any(m.doc not in self.public for m in self.persons[other.person].mentions)
                    if noted:
                        return True
        if status is None or status.status != "joining":
            return False
        return status.doc not in self.public or self._somebody_goes(status.doc, person.index)

    def _comes(self, person: int) -> bool:
        """The notice that takes the person out of a post brings them to the account by it: that post was elsewhere."""
        status = self.statuses.get(person)
        return status is not None and status.status == "joining"

    def _somebody_goes(self, doc: int, newcomer: int) -> bool:
        """The same notice takes somebody away whom the notes know, from the post the newcomer gets."""
        new = {
            _post_key(p) for p in self.posts if p.person == newcomer and p.doc == doc and p.title and p.since
        } - {""}
        return any(
            s.doc == doc and s.status in ("leaving", "left") and index != newcomer
            and any(m.doc not in self.public for m in self.persons[index].mentions)
            and any(_post_key(p) in new for p in self.posts if p.person == index)
            for index, s in self.statuses.items()
        )  # fmt: skip

    def _unnamed(self, standings: Mapping[Key, Standing]) -> list[Holder]:
        """Titles without a name whose holder took part or decides, once for each title."""
        listed: dict[str, Holder] = {}
        many = held_by_many(self.sources)
        for number, holder in enumerate(self.holders):
            decides = standings.get(("title", number), Standing()).role == "economic_buyer"
            held = any(
                p.title
                and self.persons[p.person].side is Side.CUSTOMER
                and (
                    names_same_post(holder.mention.surface, p.title.text)
                    or name_key(p.text) == name_key(holder.mention.surface)
                )
                for p in self.posts
            )
            if (
                holder.person is None
                and holder.mention.doc not in self.public
                and not held
                and (decides or not _PRESIDES.fullmatch(holder.mention.surface))
                and holder.mention.surface.casefold() not in many
                and (
                    decides
                    or self._is_likely(
                        ("title", holder.mention.surface.casefold()),
                        self._took_part(holder) or self._acts(holder),
                    )
                )
            ):
                listed.setdefault(holder.mention.surface.casefold(), holder)
        return list(listed.values())

    def _is_likely(self, key: tuple[str, str], ruled: bool) -> bool:
        """What the rules say of an unnamed post or body, unless the second reader is sure of the contrary."""
        chance = self.likely_posts.get(key)
        if chance is None:
            return ruled
        bounds = post_bounds(self.spoken)
        return chance >= bounds["drop" if ruled else "add"]

    def _acts(self, holder: Holder) -> bool:
        """True when the notes show a role of the holder, or speak of a top post again and again."""
        same = [n for n, h in enumerate(self.holders) if h.mention.surface == holder.mention.surface]
        shown = [
            s
            for s in self.shown
            if s.ref.kind == "title" and s.ref.index in same and s.weight > 0 and s.role != "influencer"
        ]
        if sum(s.weight for s in shown if s.statement.doc not in self.public) >= CLEARLY_SHOWN:
            return True
        noted = [n for n in same if self.holders[n].mention.doc not in self.public]
        return (
            is_unique(holder.mention.surface) and not holder.mention.surface.isascii() and len(noted) >= OFTEN
        )

    def _took_part(self, holder: Holder) -> bool:
        """True when the sentence lists the holder as present, or as member of a body that decides."""
        mention = holder.mention
        unit = self._unit(mention)
        source = self.source_of(mention.doc)
        around = source.folded[max(unit.start, mention.start - 12) : mention.outer.end + 12]
        return self._is_member(mention) or bool(_PRESENT.search(around) or f"様、{mention.surface}" in around)

    def _is_member(self, mention: Mention) -> bool:
        line = self.source_of(mention.doc).folded[self._unit(mention).start : mention.start]
        return bool(_MEMBERS.search(line))

    def source_of(self, doc: int) -> Source:
        return next(s for s in self.sources if s.index == doc)

    def _unit(self, mention: Mention) -> Unit:
        return self.source_of(mention.doc).units[mention.unit]

    def _person(self, person: Person, standing: Standing) -> KeyPerson:
        citing = Citing(self.sources)
        status = self.statuses.get(person.index)
        title, unit, day = title_and_unit(
            person, self.posts, self.as_of, status.status if status else "active"
        )
        name = best_name(person)
        spans: list[tuple[int, int, int]] = [(name.doc, name.start, name.end)]
        near = [m for m in person.mentions if m.surface == name.surface]
        if title is not None:
            spans.append((title[0], title[1].start, title[1].end))
            beside = [m for m in near if m.doc == title[0]]
            if beside:
                best = min(beside, key=lambda m: abs(m.start - title[1].start))
                spans[0] = (best.doc, best.start, best.end)
        if unit is not None:
            spans.append((unit[0], unit[1].start, unit[1].end))
        citations = self._spread(citing, spans)
        stance, stance_statement = settle(standing.role, self.stances.get(person.index, ("不明", None)))
        citations += [citing.at(*place) for place in _strongest(standing)]
        if stance_statement is not None:
            citations.append(citing.at(stance_statement.doc, stance_statement.start, stance_statement.end))
        boss = self.reports.get(person.index)
        if boss is not None:
            citations.append(citing.at(boss[1].doc, boss[1].start, boss[1].end))
        if status is not None:
            citations.append(citing.at(status.doc, status.start, status.end))
        said = self.influences.get(person.index)
        if said is not None:
            citations.append(citing.at(said[1].doc, said[1].start, said[1].end))
        read = reading_of(person)
        if read is not None:
            citations.append(citing.at(read[0], read[1].start, read[1].end))
        kept = _distinct(citations)
        contact = self.contacts.get(person.index)
        quotes = "\n".join(c.quote for c in kept)
        surfaces = {m.surface for m in person.mentions} | self._called(person)
        return KeyPerson(
            id="kp-00", name=name.surface,
            title=title[1].text if title and title[1].text in quotes else None,
            department=unit[1].text
            if unit and unit[1].text in quotes and not is_area(title[1].text if title else None, unit[1].text)
            else None,
            role=standing.role, also_roles=standing.also, role_basis=standing.basis, stance=stance,
            engagement=engagement(contact, standing.role, self.as_of, self.language), our_contact=contact.ours if contact else None,
            status=status.status if status else "active", last_contact=contact.last if contact else None,
            reports_to=self.persons[boss[0]].name if boss else None,
            kana=read[1].text if read is not None and read[1].text in quotes else None,
            influence=DECIDES if standing.role == "economic_buyer" and standing.basis == "evidenced" else said[0] if said else None,
            aliases=sorted((surfaces | {h.mention.surface for h in self.holders if h.person == person.index and not h.coming}) - {name.surface}),
            citations=kept, as_of=day or max((m.day for m in person.mentions if m.day and m.day <= self.as_of), default=None),
        )  # fmt: skip

    def _called(self, person: Person) -> set[str]:
        """ "Madam Ferro": how English notes call somebody whose first name they do not give."""
        found = (
            self.source_of(m.doc).document.text[m.outer.start : m.end]
            for m in person.mentions
            if m.latin and m.given is None and m.honorific and m.outer.start < m.start
        )
        return {" ".join(words.split()) for words in found if len(words) <= 40}

    def _spread(self, citing: Citing, spans: Sequence[tuple[int, int, int]]) -> list[Citation | None]:
        out: list[Citation | None] = []
        for doc in dict.fromkeys(d for d, _, _ in spans):
            out += citing.spread(doc, [(s, e) for d, s, e in spans if d == doc])
        return out

    def _title_only(self, holder: Holder, standings: Mapping[Key, Standing]) -> KeyPerson:
        mention = holder.mention
        citing = Citing(self.sources)
        number = next(
            n for n, h in enumerate(self.holders) if h.person is None and h.mention.surface == mention.surface
        )
        standing = standings.get(("title", number), Standing())
        if standing.role == "unknown" and self._is_member(mention):
            standing = Standing("influencer", basis="evidenced")
        places = [(mention.doc, mention.start, mention.end)]
        if standing.role == "economic_buyer":
            places += _strongest(standing)
        citations = _distinct([citing.at(*place) for place in places])
        return KeyPerson(
            id="kp-00", name=mention.surface, title=mention.surface, role=standing.role, role_basis=standing.basis,
            status="active",
            citations=citations, as_of=mention.day,
        )  # fmt: skip

    def _body(self, body: Body, standing: Standing) -> KeyPerson:
        citing = Citing(self.sources)
        doc, span = next((d, s) for d, s in body.places if s.end - s.start >= len(body.name))
        best = sorted((s for s in standing.shown if s.weight > 0), key=lambda s: -s.weight)[:3]
        places = [(doc, span.start, span.end)]
        places += [(s.statement.doc, s.statement.start, s.statement.end) for s in best]
        citations = [citing.at(*place) for place in places]
        return KeyPerson(
            id="kp-00", name=body.name, kind="body", role=standing.role, role_basis=standing.basis, status="active",
            aliases=sorted(body.aliases - {body.name}), citations=_distinct(citations),
            as_of=max((s.statement.day for s in standing.shown if s.statement.day), default=None),
        )  # fmt: skip


def _strongest(standing: Standing) -> list[tuple[int, int, int]]:
    """Document, start and end of the two sentences that show the role best."""
    signs = [s for s in standing.shown if s.role == standing.role and s.weight > 0]
    best = sorted(signs, key=lambda s: -s.weight)[:2]
    return [(s.statement.doc, s.statement.start, s.statement.end) for s in best]


def _post_key(post: Post) -> str:
    """Unit and title as one word; "" for a title that many hold."""
    words = name_key(
        (post.department.text if post.department else "") + (post.title.text if post.title else "")
    )
    return words if len(words) >= 5 else ""


def _distinct(citations: Sequence[Citation | None]) -> list[Citation]:
    out: list[Citation] = []
    for citation in citations:
        if citation is not None and not any(
            c.source_id == citation.source_id and c.start == citation.start for c in out
        ):
            out.append(citation)
    return out[:MAX_CITATIONS]
