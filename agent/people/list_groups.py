"""People listed together: the collector of their mentions, and on which side a group of them stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agent.people.english_never import never_names
from agent.people.fold import name_key
from agent.people.houses import is_other_house
from agent.people.in_talk import mention_of
from agent.people.label_lists import read_items
from agent.people.labels import Label
from agent.people.parties import CUSTOMER_WORDS, OURS_WORDS, Parties
from agent.people.types import Form, Mention, Phrase, Side, Source, Unit

HEAD = re.compile(
    r"^[\s　■◆●□◇▼・\-*#【\[<]*(?P<head>[^:：=＝)）\]】\n]{1,30}?(?:[(（][^)）]*[)）])?[^:：=＝)）\]】\n]{0,8}?)\*{0,2}[\s　]*(?:[:：=＝】\]]\*{0,2}|[)）](?=[\s　]))[\s　]*(?P<rest>.*)$"
)
_BRACKET_HEAD = re.compile(
    r"\s*[(（【](?P<head>客先|先方|先様|弊社|当社|当方|自社|お客様|顧客|御社|貴社|us|them|vendor|customer|client)側?[)）】](?P<rest>.*)$"
)
"""A side in brackets before its people: "(客先)川上部長 (弊社)小野"."""
_SPACED_SIDE = re.compile(
    r"\s*(?P<head>(?:先方|先様|客先|お客様|お客さま|当社|弊社|当方|自社|うち(?:側|から)?|こちら側?|こっち(?:側)?)(?=[ 　])|(?:当社|弊社|当方|自社|小社|我社)(?:側|から|より|の)?)[ 　]*(?P<rest>\S.*)$"
)
"""A side before its people, behind a sign that sets groups apart: "… / うち 小野", "…/弊社小野"."""

FORM_LINES = 4
"""How many lines below the name a form may give title and department."""
EMPTY = re.compile(r"[-―—(（]?(?:未入力|不明|なし|未記入|unknown|n/a|none|-|—)[)）]?", re.IGNORECASE)


@dataclass
class Lists:
    """Mentions of one document's lists; the group number ties those listed together."""

    mentions: list[Mention] = field(default_factory=list)
    groups: int = 0

    def complete(self, kind: str | None, words: str, start: int, unit: int) -> None:
        """Title or department given on a line or row of its own below the name of a form."""
        last = self.mentions[-1] if self.mentions else None
        if (
            last is None
            or not 0 < unit - last.unit <= FORM_LINES
            or EMPTY.fullmatch(words.strip())
            or not words.strip()
        ):
            return
        phrase = Phrase(words.strip(), start, start + len(words.strip()))
        if kind == "title" and last.title is None:
            last.title = phrase
        elif kind == "department" and last.department is None:
            last.department = phrase


_ATTEND_EN = re.compile(
    r"\W*(?:attend|present|participants|on the (?:call|line)|in (?:the room|attendance)|people|who)",
    re.IGNORECASE,
)


_SHORT = re.compile(
    r"(?P<ours>(?:弊|当|自|我)(?:方|側)?|我々|われわれ|うち(?:側|ら|から)?|こち?ら側?|こっち側?|手前(?:ども)?|[Ww]e|(?:[Ff]rom |[Oo]n |[Ff]or )?(?:[Uu]s|[Oo]ur (?:side|end|people|team|lot)))"
    r"|(?:先|客|顧|相手)(?:方|側|先)?|(?:先|客|相手)(?:様|さま|さん)|(?:向|む)こう(?:様|さま|さん|側)?|あちら(?:様|さま|さん|側)?|[Cc]ust|[Cc]li|(?:[Ff]rom |[Oo]n |[Ff]or )?(?:[Tt]hem|[Tt]heir (?:side|end|people|team|lot))"
)
"""A side in a note's own short hand, standing alone before its people: "弊: …", "客= …", "for us: …"."""


_PRESENT_OF = re.compile(
    r"\W*(?:present|attending|attendees?|participants?|people|in the room|team|contacts?)(?:,)? (?:for|from|at|of|on behalf of) (?:the )?(?P<whose>\S.*)\Z"
    r"|\W*(?:ご?出席者?|ご?参加者?|列席者?|メンバー)[ 　]*[-–―:：/／・][ 　]*(?P<ja>\S.*)\Z",
    re.IGNORECASE,
)
"""Those present, of a house: the house tells the side."""
_OF_HOUSE = re.compile(
    r"[\s　、,，;；/／]*(?P<house>[^\s、,，;；()（）:：][^、,，;；()（）:：]{1,24}?)[ 　]*[(（](?P<people>[^()（）]+)[)）]"
)
"""A house with its people in brackets behind it."""


def head_side(head: str, parties: Parties) -> Side | None:
    """The side a head names ("先方", "当社", a company), or None."""
    if head.isascii() and len(head.split()) > 3 and not _ATTEND_EN.match(head):
        return None
    of = _PRESENT_OF.match(head)
    if of and (named := head_side(of["whose"] or of["ja"], parties)) is not None:
        return named
    if OURS_WORDS.search(head):
        return Side.OURS
    short = _SHORT.fullmatch(head.strip())
    if short:
        return Side.OURS if short["ours"] else Side.CUSTOMER
    side = parties.of_words(head)
    if side in (Side.OURS, Side.CUSTOMER, Side.THIRD):
        return side
    return Side.CUSTOMER if CUSTOMER_WORDS.search(head) else None


def add_groups(
    out: Lists, source: Source, parties: Parties, unit: Unit, text: str, base: int, side: Side | None
) -> None:
    """Groups set apart by "/" or ";" : one of them ours when it holds our people, then the others are theirs."""
    if _add_by_house(out, source, parties, unit, text, base):
        return
    pieces: list[tuple[int, str]] = []
    at = 0
    for piece in re.split(
        r"(\s*[/／;；|]\s*|[、,][ 　]*(?=(?:当社|弊社|当方|自社|小社|我社)(?:側|から|より|の)?[ 　:：]?[一-龥A-Za-z])|[ 　、,]+(?=[^\s:：、,(（][^\s:：、,]{0,14}[:：=＝]|(?:Attendees|Present|Participants|出席者?|参加者?)[ (（][^:：]{1,30}[:：])|(?=[(（【](?:客先|先方|先様|弊社|当社|当方|自社|お客様|顧客|御社|貴社|us|them|vendor|customer|client)[)）】]))",
        text,
    ):
        if piece.strip(" 　、,/／;；|"):
            pieces.append((at, piece))
        at += len(piece)
    heads = [
        _BRACKET_HEAD.match(piece) or HEAD.match(piece) or _SPACED_SIDE.match(piece) for _, piece in pieces
    ]
    sided = [head_side(h["head"], parties) if h else None for h in heads]
    read = [
        read_items(h["rest"], base + at + h.start("rest"))
        if h and s is not None
        else read_items(piece, base + at)
        for (at, piece), h, s in zip(pieces, heads, sided, strict=True)
    ]
    ours = [any(is_ours(label, parties) for label in labels) for labels in read]
    polite = [any(label.honorific or label.title for label in labels) for labels in read]
    for labels, our, has_polite, named_side in zip(read, ours, polite, sided, strict=True):
        group_side = side
        if named_side is not None:
            group_side = named_side
        elif side is Side.CUSTOMER and our and not has_polite and not all(ours):
            group_side = Side.OURS
        elif side is None:
            mixed = len(pieces) == 1 and all(label.latin for label in labels)
            if our and not has_polite and not mixed:
                group_side = Side.OURS
            elif (any(ours) or Side.OURS in sided) and not our:
                group_side = Side.CUSTOMER
        add_people(out, source, unit, labels, Form.ATTENDEE, group_side, text[:30], parties)


def _add_by_house(out: Lists, source: Source, parties: Parties, unit: Unit, text: str, base: int) -> bool:
    """ "Acme (Ann, Bo), Us (Cy)": people in brackets behind the house they are of; False for any other text."""
    found: list[re.Match[str]] = []
    at = 0
    while (one := _OF_HOUSE.match(text, at)) is not None:
        found.append(one)
        at = one.end()
    sides = [head_side(one["house"].strip(), parties) for one in found]
    known = {side for side in sides if side in (Side.OURS, Side.CUSTOMER)}
    if not known or text[at:].strip(" 　、,，。.;；") or (None in sides and len(known) < len(_BOTH)):
        return False
    for one, side in zip(found, sides, strict=True):
        labels = read_items(one["people"], base + one.start("people"))
        add_people(out, source, unit, labels, Form.ATTENDEE, side or Side.THIRD, one["house"], parties)
    return True


_BOTH = (Side.OURS, Side.CUSTOMER)


def is_ours(label: Label, parties: Parties) -> bool:
    """True for a label that account.yaml names as one of ours, by the family name alone too."""
    key = name_key(label.family + (label.given or ""))
    if any(key == p or (label.given is None and p.startswith(key)) for p in parties.our_people):
        return True
    if not label.latin or label.given is None or len(label.given.strip(".")) != 1:
        return False
    initial, family = label.given[0].casefold(), label.family.casefold()
    return any(len(n) > 1 and n[0].startswith(initial) and n[-1] == family for n in parties.our_names)


def _writes(source: Source, label: Label) -> bool:
    """The name stands behind the word for the writer of the note ("記 田中")."""
    return bool(re.search(r"(?:記|書記|記録|作成|文責)[ 　:：]*\Z", source.folded[: label.start][-8:]))


def add_people(
    out: Lists,
    source: Source,
    unit: Unit,
    labels: list[Label],
    form: Form,
    side: Side | None,
    why: str,
    parties: Parties,
) -> list[Mention]:
    added = []
    out.groups += 1
    mixed = len(labels) > 1 and any(label.honorific or label.title for label in labels)
    for label in labels:
        if label.latin and (label.given or label.family)[:1].islower() and source.document.language == "en":
            continue
        if (
            label.latin
            and not label.honorific
            and any(
                w.casefold().rstrip(".") in never_names()
                for w in f"{label.given or ''} {label.family}".split()
            )
        ):
            continue
        if parties.is_company(label.family) or (
            label.latin and label.given is None and source.document.language == "ja"
        ):
            continue
        mention = mention_of(label, source, form, unit)
        mention.group = unit.index * 100 + out.groups
        own = parties.of_words(label.org) if label.org else Side.UNKNOWN
        if side is Side.CUSTOMER and own is Side.UNKNOWN and _is_of_elsewhere(label, parties):
            own = Side.THIRD
        plain = mixed and not label.honorific and not label.title
        if (is_ours(label, parties) and (side is not Side.CUSTOMER or plain or _writes(source, label))) or (
            side is Side.OURS and own is Side.THIRD
        ):
            mention.side = Side.OURS
        elif own in (Side.OURS, Side.THIRD) or (own is Side.CUSTOMER and side is None):
            mention.side = own
        elif side is not None:
            mention.side = side
        elif form is Form.ATTENDEE and mixed:
            mention.side = Side.CUSTOMER if label.honorific or label.title else Side.UNKNOWN
        mention.why_side = why
        if mention.department is not None and _is_the_house(mention.department.text, parties):
            mention.department = None
        added.append(mention)
    out.mentions += added
    return added


def _is_of_elsewhere(label: Label, parties: Parties) -> bool:
    """In brackets beside the name stands a house that is neither party's nor begins as the customer's name does."""
    house = label.org or ""
    return (
        bool(house)
        and house in label.note
        and is_other_house(house)
        and not any(name.startswith(house[:2]) for name in parties.customer)
    )


def _is_the_house(words: str, parties: Parties) -> bool:
    """The customer's own name behind a post ("IT Lead, Harper & Sons") is no department."""
    key = name_key(words)
    return key in parties.customer or (
        " " in words.strip()
        and parties.of_words(words) is Side.CUSTOMER
        and any(name.startswith(key) for name in parties.customer)
    )
