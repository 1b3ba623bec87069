"""On whose side each person stands: ours, the customer's, a third party's; decided per person over all mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from agent.people.chat_colleagues import colleagues_in_chats
from agent.people.fold import name_key
from agent.people.naming_sides import OPENING, minuted_lines, naming_side, speakers_of
from agent.people.outside_callings import told_patterns
from agent.people.own_house import called_ours
from agent.people.parties import Parties
from agent.people.spread_sides import addressed_in_notes, internal_meetings, spread_ours
from agent.people.strangers import mark_strangers
from agent.people.talk_sides import decide_talkers
from agent.people.types import WITHIN, Form, Mention, Person, Side, Source
from connectors.interface import DocumentKind

_WEIGHT = {
    Form.SENDER: 4.0, Form.RECEIVER: 2.5, Form.SIGNATURE: 3.0, Form.SPEAKER: 4.0, Form.CHAT_USER: 4.0, Form.ATTENDEE: 3.0,
    Form.AUTHOR: 2.0, Form.TABLE: 1.5, Form.NOTICE: 1.5, Form.SELF: 3.0, Form.PROSE: 1.5, Form.TITLE_ONLY: 0.0,
}  # fmt: skip
_SELLING = re.compile(
    r"当社|弊社|ご利用いただ|お見積|ご契約|ご提案|かしこまり|承知(?:いた|し)|our (?:product|platform|team)|we can offer|your (?:renewal|contract|team|account)"
)

_OWN_HOUSE = re.compile(r"当社|弊社|自社")


def decide_sides(persons: Sequence[Person], sources: Sequence[Source], parties: Parties) -> None:
    """Sets `side` and `why_side` on every person."""
    by_index = {s.index: s for s in sources}
    for person in persons:
        _structural(person, parties, by_index)
    _told_outsiders(persons, by_index)
    _internal_chats(persons, sources)
    decide_talkers(persons, sources)
    called_ours(persons, by_index)
    internal_meetings(persons, sources)
    addressed_in_notes(persons, sources, parties)
    spread_ours(persons, by_index, parties)
    colleagues_in_chats(persons, sources)
    mark_strangers(persons, by_index, parties)
    _likely(persons)
    _politeness(persons, by_index)
    talked = {m.doc for p in persons if p.side is Side.OURS for m in p.mentions if m.form in _TALKERS}
    for person in persons:
        if person.side is Side.UNKNOWN:
            _fallback(person, by_index, parties, talked)
    called_ours(persons, by_index, again=True)


def _told_outsiders(persons: Sequence[Person], sources: dict[int, Source]) -> None:
    """Who says in a talk that they are of neither house: "I am only here for the council"."""
    for person in persons:
        if person.side is Side.OURS or any(m.form is Form.SENDER for m in person.mentions):
            continue
        spoken = [m for m in person.mentions if m.form in _TALKERS]
        said = " ".join(dict.fromkeys(_said(m, sources) for m in spoken))
        found = next((f for p in told_patterns() if (f := p.search(said))), None) if said else None
        if found:
            person.side, person.why_side = Side.THIRD, found[0]


def _structural(person: Person, parties: Parties, sources: dict[int, Source]) -> None:
    key = name_key((person.family or "") + (person.given or ""))
    latin = {
        name_key(f"{person.given or ''} {person.family}"),
        name_key(f"{person.family} {person.given or ''}"),
    }
    if key in parties.our_people or latin & parties.our_people:
        person.side, person.why_side = Side.OURS, "account"
        return
    if _short_for_ours(person, parties, sources):
        person.side, person.why_side = Side.OURS, "account"
        return
    votes: dict[Side, float] = defaultdict(float)
    why: dict[Side, str] = {}
    for mention in person.mentions:
        if mention.side is Side.UNKNOWN or _signed_by_theirs(mention):
            continue
        weight = 1.0 if mention.side is Side.THIRD and "@" in mention.why_side else _WEIGHT[mention.form]
        weight *= 2.0 if mention.side is Side.THIRD and mention.org else 1.0
        weight *= 0.5 if mention.why_side == WITHIN else 1.0
        votes[mention.side] += weight
        why.setdefault(mention.side, mention.why_side)
    if not votes:
        return
    named_third = any(
        m.side is Side.THIRD
        and m.org
        and m.form in (Form.SPEAKER, Form.CHAT_USER, Form.SENDER, Form.ATTENDEE, Form.SELF)
        for m in person.mentions
    )
    by_address = {parties.of_address(m.address) for m in person.mentions} - {Side.UNKNOWN}
    if len(by_address) == 1:
        person.side = by_address.pop()
    elif named_third and not any(
        m.side is Side.CUSTOMER and m.form in (Form.SPEAKER, Form.SENDER) for m in person.mentions
    ):
        person.side = Side.THIRD
    else:
        person.side = max(votes, key=lambda side: votes[side])
    person.why_side = why.get(person.side, "")


def _short_for_ours(person: Person, parties: Parties, sources: dict[int, Source]) -> bool:
    """The family or first name alone, or with an initial, of somebody account.yaml names as ours; nobody of the
    customer's lists, and nobody called 様 but where a letter begins with it."""
    if any(
        m.side in (Side.CUSTOMER, Side.THIRD)
        or (m.honorific in ("様", "さま") and not _is_written_to(m, sources))
        for m in person.mentions
    ):
        return False
    words = [w.casefold().strip(".") for w in f"{person.given or ''} {person.family or ''}".split()]
    for name in parties.our_names:
        if len(words) == 1 and words[0] in (name if person.latin else name[:1]):
            return True
        if len(words) == 2 and len(name) > 1 and person.latin and words == [name[0][:1], name[-1]]:
            return True
        if len(words) == 2 and len(name) > 1 and person.latin and words[0] == name[0]:
            initials = {
                name[-1][:1],
                "".join(w[:1] for w in name[-1].split("-")),
                "-".join(w[:1] for w in name[-1].split("-")),
            }
            if words[1] in initials:
                return True
    return False


def _is_written_to(mention: Mention, sources: dict[int, Source]) -> bool:
    """Who gets a mail, or whose name, with its house at most, is one of the first lines of a paper: the customer's
    letter to us."""
    if mention.form is Form.RECEIVER:
        return True
    if not 0 <= mention.unit < OPENING:
        return False
    head, _, tail = sources[mention.doc].units[mention.unit].text.strip().partition(mention.surface)
    return not re.search(r"[。、,:：(（]", head) and tail.strip(" 　") in ("様", "さま", "殿", "先生")


def _internal_chats(persons: Sequence[Person], sources: Sequence[Source]) -> None:
    """A chat among our own people only: every user without another house's name is ours."""
    owner = {id(m): p for p in persons for m in p.mentions}
    for source in sources:
        if source.document.kind is not DocumentKind.CHAT:
            continue
        users = [
            owner[id(m)]
            for p in persons
            for m in p.mentions
            if m.doc == source.index and m.form is Form.CHAT_USER
        ]
        if any(u.side is Side.OURS for u in users) and not any(u.side is Side.CUSTOMER for u in users):
            if _shared(source, users):
                continue
            for user in users:
                user.side, user.why_side = Side.OURS, "internal_chat"


_OF_THEIRS = re.compile(
    r"うちの(?:部|課|社長|部長|課長|経理|情シス|現場|稟議|予算|会社|役員|本社|工場|店|上|決算)|弊行|当行|当院|当校|当園|うちでは|うちは|社内で(?:相談|確認|検討|回|展開)|稟議(?:を|は|書)|上(?:に|と)(?:確認|相談|掛け合)"
    r"|\bour (?:CFO|CEO|finance|board|budget|procurement|people|team lead|boss|shift|plant|branch|ward|IT)\b|\bmy (?:boss|manager|director)\b"
)
_TO_THEM = re.compile(
    r"(?:いつも)?(?:お世話になっ|ありがとうございま|承知(?:しました|いたしました|です)|お送り(?:します|いたします)|ご(?:確認|返信|連絡|検討)|いかがでしょうか|でしょうか|いただけ(?:ます|れば)|させてください)"
    r"|\b(?:thank you|thanks|could you|would you|happy to help|I'll send you|I will send you|let me know)\b",
    re.IGNORECASE,
)
_VENDOR_UNIT = re.compile(r"CS|営業|サポート|カスタマー|技術|導入|開発|企画")
"""Units that a vendor has as well: a bare name behind one may be a colleague's."""
INTERNAL_TITLE = re.compile(r"CSM|CS\b|営業|サポート|カスタマーサクセス|AE\b|sales|solutions", re.IGNORECASE)


def _shared(source: Source, users: Sequence[Person]) -> bool:
    """A channel shared with the customer: somebody speaks of their own house, and one of ours speaks to them politely."""
    ours = {u.index for u in users if u.side is Side.OURS}
    speakers = {
        source.units[m.unit].block.speaker: p.index
        for p in users
        for m in p.mentions
        if m.doc == source.index and m.form is Form.CHAT_USER
    }
    titled = [p.title for p in source.document.participants if p.title]
    if len(titled) >= 2 and all(INTERNAL_TITLE.search(t) for t in titled):
        return False
    theirs = any(
        _OF_THEIRS.search(u.text)
        for u in source.units
        if speakers.get(u.block.speaker) not in ours and u.block.speaker
    )
    to_them = any(_TO_THEM.search(u.text) for u in source.units if speakers.get(u.block.speaker) in ours)
    return theirs and to_them


LIKELY_THEIRS = 0.97
"""Chance from which a name that nothing else gives a side is one of the customer's."""


SURELY_THEIRS = 0.95
"""Chance from which who wrote a paper is one of the customer's: minutes they sent us."""


def _signed_by_theirs(mention: Mention) -> bool:
    """An author taken for one of us only because authors mostly are, whom the words show as the customer's."""
    return (
        mention.form is Form.AUTHOR and mention.side is Side.OURS and (mention.theirs or 0.0) >= SURELY_THEIRS
    )


NAMED_THEIRS = 0.5
"""Chance under which somebody merely named is nobody of the customer's."""
NAMED_ONCE = 0.8
"""The same for a family name that stands in one place of many papers, with neither title nor unit."""
MANY_PAPERS = 5
"""Papers of an account from which its people are mostly named again."""
LIKELY_OURS = 0.4
"""Chance under which somebody who talks is one of us, where nobody is known to be."""
LIKELY_OURS_TOO = 0.15
"""The same where one of us is known to talk there already."""
_MERELY = (Form.PROSE, Form.SELF, Form.AUTHOR)
_TALKERS = (Form.SPEAKER, Form.CHAT_USER)


def _chance(person: Person) -> float | None:
    """Chance that the person is the customer's; None where no mention has one."""
    return max((m.theirs for m in person.mentions if m.theirs is not None), default=None)


def _likely(persons: Sequence[Person]) -> None:
    """Whom the words around the name show as the customer's, whatever honorific the writer drops."""
    for person in persons:
        chance = _chance(person)
        if chance is not None and person.side is Side.UNKNOWN and chance >= LIKELY_THEIRS:
            person.side, person.why_side = Side.CUSTOMER, "likely"


def _politeness(persons: Sequence[Person], sources: dict[int, Source]) -> None:
    """How known speakers name the others: our people say 様 of customers and nothing of colleagues, and so do they."""
    speakers = speakers_of(persons)
    says = minuted_lines(persons, sources)
    for _ in range(2):
        for person in persons:
            if person.side is not Side.UNKNOWN:
                continue
            votes: dict[Side, float] = defaultdict(float)
            theirs = _spoken_of_as_theirs(person, sources)
            for mention in person.mentions:
                if mention.form is not Form.PROSE or mention.unit < 0 or mention.latin:
                    continue
                side = naming_side(mention, sources[mention.doc], speakers, says)
                if side is None:
                    continue
                if mention.honorific in ("様", "さま", "殿") or (mention.title and side is Side.OURS):
                    votes[Side.CUSTOMER if side is Side.OURS else Side.OURS] += 1.5
                elif (
                    mention.honorific == ""
                    and not mention.title
                    and side is Side.OURS
                    and _in_mail(mention, sources)
                ):
                    votes[side] += 2.0
                elif mention.honorific == "" and not mention.title:
                    votes[side] += 0.0 if theirs and side is Side.OURS else 1.0
                elif mention.honorific in ("くん", "君") and not mention.title:
                    votes[side] += 0.5
                elif mention.honorific == "さん" and side is Side.OURS:
                    votes[Side.CUSTOMER] += 0.4
            if votes:
                best = max(votes, key=lambda s: votes[s])
                if votes[best] > 0.3:
                    person.side, person.why_side = best, "politeness"


def _in_mail(mention: Mention, sources: dict[int, Source]) -> bool:
    """In our own mail to another house, where nobody names one of theirs without honorific."""
    document = sources[mention.doc].document
    houses = {(p.address or "").rpartition("@")[2].casefold() for p in document.participants if p.address}
    return document.kind is DocumentKind.MAIL and len(houses) > 1


def _spoken_of_as_theirs(person: Person, sources: dict[int, Source]) -> bool:
    """Called さん, by a title, a unit or inside quoted words in a note: its writer drops the honorific elsewhere."""
    for mention in person.mentions:
        source = sources[mention.doc]
        if mention.form is Form.AUTHOR or source.public:
            continue
        if source.document.kind is not DocumentKind.CHAT and (mention.honorific or mention.title):
            return True
        if mention.unit >= 0 and _inside_quote(source, mention):
            return True
        if mention.department is not None and not _VENDOR_UNIT.search(mention.department.text):
            return True
    return False


def _inside_quote(source: Source, mention: Mention) -> bool:
    unit = source.units[mention.unit]
    head = source.folded[unit.start : mention.start]
    return any(head.count(a) > head.count(b) for a, b in ("「」", "『』"))


def _said(mention: Mention, sources: dict[int, Source]) -> str:
    """All turns of whoever speaks at the mention, in its document."""
    source = sources[mention.doc]
    label = source.units[mention.unit].block.speaker
    return " ".join(u.text for u in source.units if u.block.speaker == label)


def _fallback(person: Person, sources: dict[int, Source], parties: Parties, talked: set[int]) -> None:
    """Who nothing else decides; `talked`: documents in which one of us is known to speak."""
    public = [m for m in person.mentions if sources[m.doc].public]
    if len(public) == len(person.mentions):
        source = sources[public[0].doc]
        about = parties.of_words(source.document.title) is Side.CUSTOMER or any(
            name in name_key(source.folded) for name in parties.customer
        )
        person.side = Side.CUSTOMER if about else Side.THIRD
        person.why_side = source.document.title
        return
    spoken = [m for m in person.mentions if m.form in _TALKERS]
    chance = _chance(person)
    bound = LIKELY_OURS_TOO if any(m.doc in talked for m in spoken) else LIKELY_OURS
    said = _said(spoken[0], sources) if spoken else ""
    posted = any(m.doc in talked and (m.title or m.department or m.org) for m in spoken)
    theirs = posted or (any(m.doc in talked for m in spoken) and _OF_THEIRS.search(said))
    if spoken and chance is not None and chance < bound and not theirs:
        person.side, person.why_side = Side.OURS, "likely"
        return
    if spoken:
        ours = len(_SELLING.findall(said)) + 3 * len(_OWN_HOUSE.findall(said))
        person.side = Side.OURS if ours >= 2 and ours * 400 > len(said) else Side.CUSTOMER
        person.why_side = "speech"
        return
    if any(m.form is Form.RECEIVER or (m.form is Form.SENDER and m.address) for m in person.mentions):
        person.side, person.why_side = Side.THIRD, "address"
        return
    merely = all(m.form in _MERELY or sources[m.doc].public for m in person.mentions)
    weak = person.given is None and not any(m.title or m.department for m in person.mentions)
    once = len({(m.doc, m.unit) for m in person.mentions}) == 1
    least = NAMED_ONCE if weak and once and len(sources) >= MANY_PAPERS else NAMED_THEIRS
    if chance is not None and chance < least and merely:
        person.side, person.why_side = Side.THIRD, "likely"
        return
    person.side = Side.CUSTOMER
    person.why_side = "named"
