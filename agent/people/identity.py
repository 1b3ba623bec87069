"""Mentions become persons: one across all sources, two of one family name kept apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from agent.people.fold import name_key
from agent.people.latin_names import merge_kana, merge_latin
from agent.people.names import split_name
from agent.people.titles import names_same_post, rank_of
from agent.people.types import Form, Mention, Merge, Person, Side, Source

_FORMER = [
    re.compile(r"(?P<new>[一-龥々ヶ]{1,7})(?:[ 　][一-龥々ぁ-んァ-ヶ]{1,4})?(?:様|さん)?[ 　]?[(（/／、,・][ 　]?旧(?:姓|氏)?[:：は・]?[ 　]?(?P<old>[一-龥々]{1,5})(?:さん)?(?=[)）、。/／ 　\n]|\Z)"),
    re.compile(r"(?P<old>[一-龥々ヶ]{1,5})(?:[ 　][一-龥々ぁ-んァ-ヶ]{1,4})?(?:様|さん)?[(（](?:現(?:姓|在は?)?|今は|改姓後|結婚後|結婚して)[・:：、 　]?(?P<new>[一-龥々]{1,5})(?:さん)?(?:姓)?[)）]"),
    re.compile(r"新[:：]?[ 　]?(?P<new>[一-龥々]{1,5})[ 　][^\n]{1,5}\n+\s*旧[:：]?[ 　]?(?P<old>[一-龥々]{1,5})[ 　]"),
    re.compile(r"旧姓(?:は|[:：])?[ 　]?(?P<old>[一-龥々]{1,5})[^\n]{0,15}?(?:現|新)姓?(?:は|[:：])?[ 　]?(?P<new>[一-龥々]{1,5})"),
    re.compile(r"(?P<old>[一-龥々]{1,5})(?:さん|様)?[ 　]?(?:から|→|改め)[ 　]?(?P<new>[一-龥々]{1,5})(?:さん|様)?(?:に|へ)?(?:改姓|姓が|名字が|お名前が|氏名変更)"),
    re.compile(r"(?P<new>[一-龥々]{1,5})(?:さん|様)?[(（](?:元|前)の?(?:姓|名字)?[:：は]?[ 　]?(?P<old>[一-龥々]{1,5})(?:さん)?[)）]"),
]  # fmt: skip


class Identity:
    """Builds persons; `merges` says why two spellings are one, `open_mentions` are those nobody can attach."""

    def __init__(self, mentions: Sequence[Mention], sources: Sequence[Source]) -> None:
        self.sources = {s.index: s for s in sources}
        self.mentions = [m for m in mentions if m.family]
        self.persons: list[Person] = []
        self.merges: list[Merge] = []
        self.open_mentions: list[Mention] = []

    def build(self) -> list[Person]:
        families: dict[str, list[Mention]] = defaultdict(list)
        latin: list[Mention] = []
        for mention in self.mentions:
            if mention.latin:
                latin.append(mention)
            else:
                families[name_key(mention.family or "")].append(mention)
        for group in families.values():
            self._family(group)
        self._former_names()
        merge_kana(self)
        merge_latin(self, latin)
        self.persons = [p for p in self.persons if p.mentions]
        for index, person in enumerate(self.persons):
            person.index = index
            for mention in person.mentions:
                mention.person = index
        return self.persons

    def new_person(self, mention: Mention, given: str | None) -> Person:
        person = Person(len(self.persons), mention.family, given, mention.surface, latin=mention.latin)
        self.persons.append(person)
        return person

    def _family(self, group: list[Mention]) -> None:
        givens = self._givens(group)
        people: list[Person] = []
        for given in givens:
            owner = next(m for m in group if m.given and (m.given == given))
            people.append(self.new_person(owner, given))
        loose = [m for m in group if m.given is None or m.given not in givens]
        for mention in group:
            if mention.given in givens:
                people[givens.index(mention.given or "")].mentions.append(mention)
        ours = [m for m in loose if m.side is Side.OURS]
        others = [m for m in loose if m.side is not Side.OURS]
        mine = [p for p in people if not _side_votes(p, Side.CUSTOMER) and not _side_votes(p, Side.THIRD)]
        if ours and len(mine) == 1:
            mine[0].mentions += ours
            loose = others
        elif (
            ours
            and not any(_side_votes(p, Side.OURS) for p in people)
            and (
                (others and (people or any(m.side in (Side.CUSTOMER, Side.THIRD) for m in others)))
                or not people
            )
        ):
            stranger = self.new_person(ours[0], None)
            stranger.mentions += ours
            loose = others
            if not people or not any(
                m.side is not Side.UNKNOWN for m in [*others, *(x for p in people for x in p.mentions)]
            ):
                stranger.mentions += others
                return
            people.append(stranger)
        named = list(people)
        if not any(not _side_votes(p, Side.OURS) for p in people) and any(
            m.side is Side.CUSTOMER or m.title for m in loose
        ):
            for titled in self._by_title([m for m in loose if m.side is not Side.OURS]):
                person = self.new_person(titled[0], None)
                person.mentions += titled
                named.append(person)
            loose = [m for m in loose if not any(m is x for p in named for x in p.mentions)]
        elif not people:
            person = self.new_person(loose[0], None)
            person.mentions += loose
            return
        pending = sorted(
            loose, key=lambda m: (m.title is None and m.given is None and m.address is None, m.doc, m.start)
        )
        for mention in pending:
            self._attach(mention, named)

    def _givens(self, group: list[Mention]) -> list[str]:
        """Full given names of one family, longest reading of each: 健 belongs to 健太 when only one begins so."""
        found = sorted(dict.fromkeys(m.given for m in group if m.given), key=len, reverse=True)
        whole: list[str] = []
        for given in found:
            longer = [w for w in whole if w.startswith(given)]
            if len(given) == 1 and longer:
                continue
            whole.append(given)
        return whole

    def _by_title(self, loose: list[Mention]) -> list[list[Mention]]:
        """Without any given name: two people where one document gives the family name two ranks, else one."""
        conflict = False
        by_doc: dict[int, set[int]] = defaultdict(set)
        for mention in loose:
            if mention.title and rank_of(mention.title.text) < 9:
                by_doc[mention.doc].add(rank_of(mention.title.text))
        conflict = any(len(ranks) > 1 and max(ranks) - min(ranks) >= 2 for ranks in by_doc.values())
        if not conflict:
            return [loose] if loose else []
        titled: dict[int, list[Mention]] = defaultdict(list)
        for mention in loose:
            if mention.title and rank_of(mention.title.text) < 9:
                titled[rank_of(mention.title.text)].append(mention)
        return list(titled.values())

    def _attach(self, mention: Mention, people: list[Person]) -> None:
        if not people:
            self._alone(mention)
            return
        scored = sorted(((self.fit(mention, p), -i) for i, p in enumerate(people)), reverse=True)
        best, runner = scored[0], scored[1] if len(scored) > 1 else (-9.0, 0)
        person = people[-best[1]]
        if best[0] < -3 or (mention.given and person.given and not person.given.startswith(mention.given)):
            self._alone(mention)
        elif best[0] - runner[0] >= 0.75:
            person.mentions.append(mention)
        else:
            self.open_mentions.append(mention)
            self.merges.append(
                Merge(
                    people.index(person),
                    mention.surface,
                    person.name,
                    "same_family",
                    True,
                    mention.doc,
                    mention.start,
                    mention.end,
                )
            )

    def _alone(self, mention: Mention) -> None:
        for person in self.persons:
            if (
                person.family == mention.family
                and person.given == mention.given
                and self.fit(mention, person) > -3
            ):
                person.mentions.append(mention)
                return
        self.new_person(mention, mention.given).mentions.append(mention)

    def fit(self, mention: Mention, person: Person) -> float:
        """How well a mention without full name goes with a person of that family name."""
        score = 0.0
        if mention.given:
            score += 6 if person.given and person.given.startswith(mention.given) else -6
        side = _majority(person)
        strange = all(m.side is Side.THIRD and self.sources[m.doc].public for m in person.mentions)
        if (
            strange
            and person.mentions
            and mention.side is Side.UNKNOWN
            and not self.sources[mention.doc].public
        ):
            score -= 6
        if mention.side is not Side.UNKNOWN and side is not Side.UNKNOWN:
            score += 4 if mention.side is side else -6
        titles = {m.title.text for m in person.mentions if m.title}
        if mention.title and titles:
            ranks = {rank_of(t) for t in titles}
            known = rank_of(mention.title.text)
            if any(mention.title.text in t or t in mention.title.text for t in titles):
                score += 3
            elif known < 9 and known not in ranks:
                score -= 2
        departments = {m.department.text for m in person.mentions if m.department}
        if mention.department and departments:
            score += (
                2
                if any(mention.department.text in d or d in mention.department.text for d in departments)
                else -0.5
            )
        if mention.title and any(
            _clash(mention.title.text, m.title.text)
            for m in person.mentions
            if m.title and m.doc == mention.doc
        ):
            score -= 6
        if any(_steps_down(mention, m) for m in person.mentions):
            score -= 6
        here = [m for m in person.mentions if m.doc == mention.doc]
        if here:
            score += 1.5
        speaker = self._speaker(mention)
        if speaker is not None and speaker.family == mention.family:
            same = any(m is speaker for m in person.mentions)
            score += (4 if mention.form is Form.SELF else -2) * (1 if same else -1)
        if side is Side.OURS and mention.honorific in ("様", "さま"):
            score -= 1
        return score

    def _speaker(self, mention: Mention) -> Mention | None:
        source = self.sources[mention.doc]
        if mention.unit < 0 or source.units[mention.unit].speaker is None:
            return None
        block = source.units[mention.unit].block
        return next(
            (
                m
                for m in self.mentions
                if m.doc == mention.doc
                and m.form in (Form.SPEAKER, Form.CHAT_USER)
                and m.start >= block.start
                and m.end <= block.end
            ),
            None,
        )

    def _former_names(self) -> None:
        for source in self.sources.values():
            for pattern in _FORMER:
                for found in pattern.finditer(source.folded):
                    old, new = _family_of(found["old"]), _family_of(found["new"])
                    self._join(old, new, source.index, found.start(), found.end())

    def _join(self, old: str | None, new: str | None, doc: int, start: int, end: int) -> None:
        if not old or not new or old == new:
            return
        olds = [p for p in self.persons if p.family == old and p.mentions and _majority(p) is not Side.OURS]
        news = [p for p in self.persons if p.family == new and p.mentions and _majority(p) is not Side.OURS]
        for elder in olds:
            for person in news:
                if elder is not person and (
                    elder.given is None or person.given is None or elder.given == person.given
                ):
                    person.mentions += elder.mentions
                    person.given = person.given or elder.given
                    person.former.add(old)
                    elder.mentions = []
                    self.merges.append(
                        Merge(
                            self.persons.index(person),
                            elder.name,
                            person.name,
                            "former_name",
                            False,
                            doc,
                            start,
                            end,
                        )
                    )
                    return


def _clash(a: str, b: str) -> bool:
    """Two titles one person does not hold in one document: 社長 and 専務, 部長 and 主任."""
    if a in b or b in a or names_same_post(a, b) or names_same_post(b, a):
        return False
    ranks = sorted((rank_of(a), rank_of(b)))
    return ranks[1] < 9 and (ranks[1] - ranks[0] >= 2 or ranks[1] <= 2)


def _steps_down(one: Mention, other: Mention) -> bool:
    """An officer's post first and a lower one of theirs later, in two documents: a father and a son, say."""
    if not (one.title and other.title and one.day and other.day) or one.doc == other.doc:
        return False
    first, later = (one, other) if one.day <= other.day else (other, one)
    assert first.title is not None
    assert later.title is not None
    ranks = rank_of(first.title.text), rank_of(later.title.text)
    return one.day != other.day and ranks[0] < ranks[1] <= 2 and _clash(first.title.text, later.title.text)


def _family_of(word: str) -> str | None:
    """The family name a run of characters ends in ("経理部鯰江" → 鯰江)."""
    for start in range(len(word)):
        name = split_name(word[start:])
        if name is not None:
            return name.family
    return word


def _side_votes(person: Person, side: Side) -> int:
    return sum(m.side is side for m in person.mentions)


def _majority(person: Person) -> Side:
    votes = {side: _side_votes(person, side) for side in (Side.OURS, Side.CUSTOMER, Side.THIRD)}
    best = max(votes, key=lambda side: votes[side])
    return best if votes[best] else Side.UNKNOWN
