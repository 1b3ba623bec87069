"""Mentions the form itself gives: transcript speakers, chat users, mail headers and signatures."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.people.english_names.words import PARTICLES
from agent.people.english_never import NOT_NAME, never_names
from agent.people.fold import fold
from agent.people.labels import Label, is_callable, is_post, place_words, read_label
from agent.people.latin_words import is_everyday
from agent.people.lexicon import not_names
from agent.people.names import SplitName, family_keys, is_family, split_name
from agent.people.no_persons import is_paper
from agent.people.parties import Parties, domain_of
from agent.people.romaji import latin_key
from agent.people.titles import read_english_role
from agent.people.types import Form, Mention, Phrase, Side, Source, Unit
from agent.people.units import is_quoted
from connectors.interface import BlockKind, DocumentKind, Span
from connectors.mail_headers import header_of

_NOBODY = re.compile(
    r"(?:speaker|guest|user|unknown|participant|host|room|iphone|ipad|zoom|meeting|conference|system|bot|slackbot|presenter|recording|ゲスト|話者|参加者|会議室|不明|主催者|司会|発言者)[\s_\-]*[0-9A-Z①-⑳]*\Z",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d+[/月.．]\d+|\d+[(（][月火水木金土日]|[月火水木金土日][)）]")
"""A day in what was taken for a speaker's label: the head of a paper, up to the colon of its time."""
_CALLED = re.compile(r"(?<=.)(?:先生|さん|さま|様|氏)\Z")
_RULE = re.compile(r"[-=_*━─＝－]{3,}\Z")


def mention_of(label: Label, source: Source, form: Form, unit: Unit) -> Mention:
    """A Mention of what a label parser found."""
    kana = re.match(r"[(（]([ぁ-ん]{2,9}|[ァ-ヶー]{2,9})[)）]", source.folded[label.end : label.end + 12])
    at = label.end + 1
    return Mention(
        doc=source.index, start=label.start, end=label.end, surface=source.document.text[label.start : label.end],
        form=form, family=label.family, given=label.given, latin=label.latin, honorific=label.honorific,
        title=label.title, department=label.department, org=label.org, note=label.note, outer=label.outer,
        day=unit.day, unit=unit.index, kana=Phrase(kana[1], at, at + len(kana[1])) if kana else None,
    )  # fmt: skip


def talk_mentions(source: Source, parties: Parties) -> list[Mention]:
    """Speakers, chat users and mail people of one document; sets `Unit.speaker` on its turns."""
    mentions: list[Mention] = []
    if source.document.kind is DocumentKind.MAIL:
        mentions += _mail(source, parties)
    profiles = {p.name: p for p in source.document.participants}
    chat = source.document.kind is DocumentKind.CHAT
    speaker: int | None = None
    for position, unit in enumerate(source.units):
        block = unit.block
        if block.kind is not BlockKind.TURN or not block.speaker:
            continue
        if unit.says_name is not None:
            speaker = None
            introduced = _introduced(unit, source)
            if introduced is not None:
                _side(introduced, parties)
                mentions.append(introduced)
                speaker = len(mentions) - 1
        elif unit.start > block.start:
            printed = source.folded[block.start : unit.start]
            at = max(printed.find(fold(block.speaker)), 0)
            timed = re.search(r"\d:\d\d", printed[at + len(block.speaker) :])
            words = printed[at : at + len(block.speaker)] if at or timed else printed.rstrip(" :：>")
            label = None if _NOBODY.match(words) else _full_name(words, block.start + at)
            if label is None and not _NOBODY.match(words):
                label = read_label(words, block.start + at)
            if label is None:
                label = _plain_name(words, block.start + at)
            listed = block.speaker in profiles
            if label is None or (label.latin and not listed and is_no_speaker(words)):
                continue
            label.outer = Span(block.start, unit.start)
            mention = mention_of(label, source, Form.CHAT_USER if chat else Form.SPEAKER, unit)
            profile = profiles.get(block.speaker)
            if profile is not None and profile.title:
                mention.org = " ".join(filter(None, [mention.org, fold(profile.title)]))
            if profile is not None and profile.address and "@" in profile.address:
                mention.address = profile.address
            _side(mention, parties)
            mentions.append(mention)
            speaker = len(mentions) - 1
        source.units[position] = replace(unit, speaker=speaker)
    return mentions


def _introduced(unit: Unit, source: Source) -> Mention | None:
    """Who says their name at a shared microphone."""
    place = unit.says_name
    if place is None or place.start == place.end:
        return None
    words = source.folded[place.start : place.end]
    label = read_label(words, place.start) or _plain_name(words, place.start)
    return mention_of(label, source, Form.SPEAKER, unit) if label is not None else None


def _is_box(name: str) -> bool:
    """Several words of everyday English: the mail box of a unit."""
    words = name.split()
    return name.isascii() and len(words) > 1 and all(len(w.strip(".")) > 1 and is_everyday(w) for w in words)


def is_no_speaker(words: str) -> bool:
    """True for the head of a line that is nobody's name: "Convention of this record", "For them", "Faults", "Jo again".

    A name's words have a capital letter, particles apart, and none of them is a word of everyday English alone.
    """
    name = re.split(r"[(\[/,|]", words)[0].strip(" *_-:")
    parts = [w.strip(".") for w in name.split() if w.strip(".")]
    if not parts or (len(parts) == 1 and len(parts[0]) < LEAST_LABEL):
        return True
    small = [w for w in parts if w.casefold() not in PARTICLES]
    if len(parts) > 1 and any(w[:1].islower() for w in small):
        return True
    if any(w.casefold() in never_names() or NOT_NAME.fullmatch(w) for w in parts):
        return True
    return len(parts) == 1 and (parts[0].casefold() in _NO_LABEL or is_everyday(parts[0]))


LEAST_LABEL = 2
"""Letters of the shortest label that is somebody's name or initials."""
_NO_LABEL = frozenset(
    [
        "i",
        "me",
        "we",
        "us",
        "you",
        "they",
        "them",
        "ours",
        "theirs",
        "mine",
        "yours",
        "it",
        "he",
        "she",
        "all",
        "both",
        "everyone",
        "nobody",
        "unknown",
        "unidentified",
        "someone",
        "somebody",
        "moderator",
        "caller",
        "operator",
    ]
)


_FULL = re.compile(
    r"(?P<family>[一-龥々ヶ]{1,3})(?:[ 　](?P<given>[ぁ-ん]{2,4}|[一-龥])|(?P<joined>(?!さん|さま|くん|ちゃん)[ぁ-ん]{2,4}))(?:さん|様|氏)?(?=\Z|[ 　]?[(（\[［<〈/／@_])"
)
_NO_GIVEN = frozenset("長部課係社様殿氏宛代印記店班室局他計")


def _full_name(words: str, base: int) -> Label | None:
    """A family and a given name that dictionaries know for other words or not at all: one kanji, or hiragana, behind a family name."""
    found = _FULL.match(words)
    if found is None or found["given"] in _NO_GIVEN or is_post(found["family"]) or is_paper(words):
        return None
    if not is_callable(found["family"]) or (split_name(found[0]) or SplitName("", None)).given:
        return None
    if found["joined"] and not is_family(found["family"]):
        return None
    given, end = found["given"] or found["joined"], max(found.end("given"), found.end("joined"))
    label = Label(base, base + end, found["family"], given, False, Span(base, base + len(words)))
    place_words(label, re.sub(r"[()（）\[\]［］<>〈〉]", " ", words[found.end() :]), base + found.end())
    return label


def _plain_name(words: str, base: int) -> Label | None:
    """A speaker's label that no dictionary has: kana only, or a few kanji; being the label makes it a name."""
    found = re.match(r"(?:[ぁ-ん]{2,7}|[ァ-ヶー]{2,9}|[一-龥々ヶ]{1,5})(?=\Z|[ 　(（/／@_|｜・])", words)
    if found is None or _NOBODY.match(found[0]) or is_post(found[0]) or found[0] in not_names():
        return None
    if is_paper(found[0]) or _DATED.search(words):
        return None
    called = _CALLED.search(found[0])
    name = found[0][: called.start()] if called else found[0]
    label = Label(base, base + len(name), name, None, False, Span(base, base + len(words)))
    label.honorific = called[0] if called else ""
    rest = re.sub(r"[()（）\[\]［］]", " ", words[found.end() :])
    place_words(label, rest, base + found.end())
    return label


def _side(mention: Mention, parties: Parties) -> None:
    side = parties.of_address(mention.address)
    if side is Side.UNKNOWN:
        side = parties.of_words(mention.org)
        mention.why_side = mention.org or ""
    else:
        mention.why_side = mention.address or ""
    mention.side = side


def _mail(source: Source, parties: Parties) -> list[Mention]:
    mentions: list[Mention] = []
    sender: Mention | None = None
    for unit in source.units:
        block = unit.block
        if block.kind is not BlockKind.FIELD:
            continue
        name, _, _ = unit.text.partition(":")
        role = header_of(name)
        if role is None:
            continue
        for participant in source.document.participants:
            if participant.role != role:
                continue
            at = source.document.text.find(participant.name, unit.start, unit.end)
            words = fold(participant.name)
            label = (_full_name(words, at) or read_label(words, at)) if at >= 0 else None
            if label is None or _is_box(participant.name):
                continue  # "Internal Audit", "Accounts Payable": a box of a unit
            form = Form.SENDER if participant.role == "from" else Form.RECEIVER
            mention = mention_of(label, source, form, unit)
            mention.address = participant.address
            mention.copied = participant.role == "cc"
            _side(mention, parties)
            if mention.side is Side.UNKNOWN and parties.customer_domains and domain_of(participant.address):
                mention.side, mention.why_side = Side.THIRD, participant.address or ""
            mentions.append(mention)
            sender = mention if form is Form.SENDER else sender
    if sender is not None:
        mentions += _signature(source, parties, sender)
    return mentions


def _signature(source: Source, parties: Parties, sender: Mention) -> list[Mention]:
    """The sender's name in a short line near the end, with title and department from it and its neighbours."""
    own = [u for u in source.units if u.block.kind is not BlockKind.FIELD and not is_quoted(u)]
    tail = own[-12:]
    found: list[Mention] = []
    for position in range(len(tail) - 1, -1, -1):
        unit = tail[position]
        text = unit.text.strip()
        if not text or len(text) > 60 or _RULE.match(text) or re.search(r"[。!?！？]$", text):
            continue
        label = read_label(unit.text.rstrip(), unit.start)
        if label is None or not _same(label, sender):
            continue
        mention = mention_of(label, source, Form.SIGNATURE, unit)
        mention.address, mention.side, mention.why_side = sender.address, sender.side, sender.why_side
        for other in (position - 1, position - 2, position + 1, position + 2, position + 3):
            if 0 <= other < len(tail) and len(tail[other].text) <= 60:
                _take(mention, tail[other], parties)
        if mention.title or mention.department or mention.org or not found:
            found.append(mention)
        if mention.title or mention.department:
            break
    for mention in found:
        if mention.side is Side.UNKNOWN:
            mention.side = sender.side = parties.of_words(mention.org)
            mention.why_side = sender.why_side = mention.org or ""
    return found


def _same(label: Label, sender: Mention) -> bool:
    if sender.latin and not label.latin:
        own = {
            latin_key(w)
            for w in re.split(r"[\s._\-@]+", f"{sender.surface} {(sender.address or '').split('@')[0]}")
            if len(w) > 2
        }
        return bool(own & family_keys(label.family))
    if label.latin or sender.latin:
        words = {w.casefold() for w in f"{label.given or ''} {label.family}".split()}
        return bool(words & {w.casefold() for w in f"{sender.given or ''} {sender.family}".split()})
    return label.family == sender.family and (label.given is None or sender.given in (None, label.given))


def _take(mention: Mention, unit: Unit, parties: Parties) -> None:
    """Title, department and company from a signature line beside the name."""
    text = unit.text.strip()
    if not text or (
        re.search(r"[。、,!?！？@:：]|https?|\d{2,}|ます|です", text) and not read_english_role(text)
    ):
        return
    if any(_is_another(mention, piece) for piece in re.split(r"\s*[/／]\s*", text)):
        return
    probe = Label(unit.start, unit.start, "", None, False, Span(unit.start, unit.end))
    place_words(probe, unit.text, unit.start)
    mention.title = mention.title or probe.title
    mention.department = mention.department or probe.department
    org_side = parties.of_words(text)
    if org_side is not Side.UNKNOWN and not mention.org:
        mention.org = text


def _is_another(mention: Mention, words: str) -> bool:
    """A full Japanese name with a title that is somebody else's: the next line of a letterhead."""
    label = read_label(words, 0, loose=False)
    if label is None or label.latin or label.given is None or label.title is None:
        return False
    return label.family != mention.family
