"""What one item of a way tells: its act, who does it, its day; labels say which is which where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.calendar import Anchor
from agent.models.plan import KeyPerson
from agent.renewal.clauses import told_kind
from agent.renewal.handing import UNIT
from agent.renewal.holders import BODY, TITLE, body_in, by_title
from agent.renewal.laid_out.label_words import label_of
from agent.renewal.sides import HONORIFIC, Sides
from agent.renewal.when import When, finest, is_current, read_when
from agent.renewal.workflow import WORDS

APART = re.compile(
    r"[\s\u3000]*[:：;；,、，。|｜/／()（）\[\]［］【】〔〕「」『』<>＜＞〈〉=＝…‥·\t]+[\s\u3000]*|[\s\u3000]+[-–—―~〜・]+[\s\u3000]+|[ \u3000]{2,}|―+|—+|–+|[\s\u3000]*(?:→|⇒|->|=>|➡)[\s\u3000]*"
)
"""Signs between the parts of an item."""
AROUND_DATE = re.compile(
    r"(?P<before>(?:(?<=[\s(（,、:：])|^)(?:by|on|before|until|due(?: on| by)?|in|at|no later than|from|around|end of|the|期限|期日|〆切?|締切|~|〜|-)[\s:：]*)?$",
    re.I,
)
BEHIND_DATE = re.compile(
    r"(?:[(（](?:[月火水木金土日](?:曜日?)?|祝|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)[)）])?(?:(?:まで|迄)(?:に)?|締め?切?り?|〆切?|必着|予定|ごろ|頃|開催|期限|付け?|に|の|は|中)*",
    re.I,
)
DOER = re.compile(r"^(?P<who>[^\s、。はがのにでと]{1,14}?)(?:が|は|にて|による|より|で)(?P<act>[^\s].*)$")
EDGES = " \u3000\t*_\ue000"
LONGEST_BODY = 24
NAME_JA = re.compile(
    r"^(?:[一-龠々ヶケノ]{1,5}|[ァ-ヴー]{2,8}|[ぁ-ん]{2,5})(?:[ \u3000][一-龠々ァ-ヴーぁ-ん]{1,5})?(?:様|さま|さん|氏|殿)$"
)
NAME_EN = re.compile(r"^(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,2}$")
SUBJECT_EN = re.compile(
    r"^(?P<who>(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}|(?:the )?(?:[a-z]+ ){0,3}(?:board|committee|council|panel|meeting|team))(?:,)? (?:then |to |will |finally )?(?P<act>[a-z].*)$"
)
BY_EN = re.compile(
    r"^(?P<act>.{3,60}?) (?:by|with|to|at|goes to|from|through) (?P<who>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}|the [a-z]+(?: [a-z]+){0,2})$"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an item: `at` counts within the text it was cut from."""

    label: str | None
    text: str
    at: int


@dataclass(slots=True)
class Item:
    """What one item tells."""

    act: Part | None = None
    who: KeyPerson | str | None = None
    when: When | None = None
    dated: bool = False
    """A day stands there, whether or not it is still ahead."""


def read_parts(text: str, at: int) -> list[Part]:
    """The pieces of a text between separators; a label alone names the piece behind it."""
    found: list[Part] = []
    label: str | None = None
    text = LABEL_AHEAD.sub(_apart_if_label, text)
    for start, end in _between(text):
        piece = text[start:end]
        if (named := label_of(piece)) is not None and not _is_last(text, end):
            label = named
            continue
        head = re.match(r"(?P<label>[^\s\u3000]{1,10}|(?:[a-z]+ ){0,1}[a-z]+)[ \u3000\t]+(?=\S)", piece)
        if (
            label is None
            and head
            and (named := label_of(head["label"])) is not None
            and not NAME_EN.match(piece)
        ):
            label, start = named, start + head.end()
            piece = text[start:end]
        found.append(Part(label, piece, at + start))
        label = None
    return found


LABEL_AHEAD = re.compile(r"[ \u3000](?P<label>[^\s\u3000:：=＝]{1,10})(?=[ \u3000]?[:：=＝])")
"""A blank before a word with a sign behind it: "… who = Ann", 「… 担当=前田」."""


def _apart_if_label(found: re.Match[str]) -> str:
    return f"\t{found['label']}" if label_of(found["label"]) else found[0]


def _is_last(text: str, end: int) -> bool:
    return not re.search(r"[^\W_]", text[end:])


def _between(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in [*APART.finditer(text), None]:
        end = gap.start() if gap else len(text)
        begin = start + len(text[start:end]) - len(text[start:end].lstrip(EDGES + "-–—~〜"))
        stop = begin + len(text[begin:end].rstrip(EDGES + "-–—."))
        if stop > begin:
            yield begin, stop
        start = gap.end() if gap else len(text)


class Parser:
    """Reads items of one note."""

    def __init__(self, people: Sequence[KeyPerson], sides: Sides, anchor: Anchor) -> None:
        self._people, self._sides, self._anchor = people, sides, anchor

    def date(self, text: str, said_on: object) -> tuple[When | None, str, bool]:
        """The day ahead that a text gives, the text with its dates blanked out, and whether any day stands there."""
        dates = finest(read_when(text, said_on, self._anchor, "nearest"))  # type: ignore[arg-type]
        if not any(is_current(d, self._anchor) for d in dates):
            dates = finest(read_when(text, said_on, self._anchor)) or dates  # type: ignore[arg-type]
        bare = text
        for date in dates:
            begin = AROUND_DATE.search(bare, 0, date.start)
            start = begin.start("before") if begin and begin["before"] else date.start
            behind = BEHIND_DATE.match(bare, date.end)
            end = behind.end() if behind else date.end
            bare = bare[:start] + "\ue000" * (end - start) + bare[end:]
        ahead = [d for d in dates if is_current(d, self._anchor)]
        return (ahead[-1] if ahead else None), bare, bool(dates)

    def item(self, text: str, said_on: object) -> Item:
        """What the text of an item tells."""
        when, bare, dated = self.date(text, said_on)
        found = Item(when=when, dated=dated)
        cut = re.sub(
            "\ue000+", lambda m: "\t" + "\ue000" * (len(m[0]) - 2) + "\t" if len(m[0]) > 1 else "\t", bare
        )
        for part in read_parts(cut, 0):
            self._take(found, part)
        return found

    def _take(self, found: Item, part: Part) -> None:
        if not re.search(r"[^\W\d_]", part.text):
            return
        if part.label == "when":
            found.who = found.who or self.holder(part.text)  # "by" stands before days and people
            return
        if part.label == "who":
            found.who = found.who or self.holder(part.text) or part.text
            return
        whole = self.holder(part.text) if part.label is None else None
        if whole is not None:
            found.who = found.who or whole
            return
        for act, at, who in _divided(part.text):
            holder = self.holder(who)
            if holder is not None:
                found.who = found.who or holder
                found.act = found.act or (Part(None, act, part.at + at) if act else None)
                return
        found.act = found.act or part

    def holder(self, text: str) -> KeyPerson | str | None:
        """The stakeholder, body, department or person that words standing alone name."""
        said = text.strip()
        bare = HONORIFIC.sub("", re.sub(r"^(?:the|by|from) ", "", said, flags=re.I))
        if not bare or len(bare) > 40 or self._sides.of(said) == "us":
            return None
        known = self._sides.person(said)
        if known is not None and _is_named_alone(bare, known):
            return known
        titled = by_title(bare, self._people)
        if titled is not None:
            return titled
        body = body_in(said)
        if body is not None and len(bare) <= len(body) + 8 and bare.lower().endswith(body.lower()):
            return next((p for p in self._people if p.kind == "body" and p.name == body), body)
        if (
            body is None
            and BODY.search(bare)
            and len(bare) <= LONGEST_BODY
            and (BODY.fullmatch(bare) or not told_kind(bare))
        ):
            return bare
        if UNIT.fullmatch(bare) or _is_a_name(said) or (NAME_EN.match(said) and body is None):
            return HONORIFIC.sub("", said)
        if re.fullmatch(r"[一-龠々ァ-ヴー]{2,12}", bare) and TITLE.search(bare):
            return bare
        return None


def _is_a_name(said: str) -> bool:
    """A Japanese name with its honorific; before a space stands a family name, no act."""
    first = re.split(r"[ \u3000]", said)[0]
    acts = first != said and (told_kind(first) is not None or WORDS["checks"].search(first) is not None)
    return NAME_JA.match(said) is not None and not acts


def _is_named_alone(bare: str, known: KeyPerson) -> bool:
    """The words hold the name with post and unit, and nothing that is done."""
    rest = bare
    own = [
        known.name,
        *known.aliases,
        *re.split(r"[\s\u3000]", known.name),
        known.title or "",
        known.department or "",
    ]
    for name in sorted((n for n in own if n), key=len, reverse=True):
        rest = rest.replace(HONORIFIC.sub("", name), "")
    rest = re.sub(r"[\s\u3000.,・]|様|さん|氏", "", rest)
    return not rest or bool(
        re.fullmatch(r"[一-龠々ァ-ヴーA-Za-z]{0,12}(?:長|主任|担当|部|課|室|Manager|Director|Head)", rest)
    )


def _divided(text: str) -> Iterator[tuple[str, int, str]]:
    """The act, where it begins, and who does it, for every way to divide the words."""
    doer = DOER.match(text)
    if doer:
        yield doer["act"], doer.start("act"), doer["who"]
    subject = SUBJECT_EN.match(text)
    if subject:
        yield subject["act"], subject.start("act"), subject["who"]
    by = BY_EN.match(text)
    if by:
        yield by["act"], 0, by["who"]
    for space in re.finditer(r"[ \u3000]+", text):
        yield text[space.end() :], space.end(), text[: space.start()]
        yield text[: space.start()], 0, text[space.end() :]
    genitive = re.match(r"(?P<who>[^の]{1,12})の(?P<act>.+)$", text)
    if genitive:
        yield genitive["act"], genitive.start("act"), genitive["who"]
