"""What the steps of reading people hand to one another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from agent.models.finding import Finding
from agent.models.plan import KeyPerson
from connectors.interface import Block, Document, Span


class Form(StrEnum):
    """How a person came to be mentioned; structure is better evidence than prose."""

    SPEAKER = "speaker"
    SENDER = "sender"
    RECEIVER = "receiver"
    SIGNATURE = "signature"
    CHAT_USER = "chat_user"
    ATTENDEE = "attendee"
    TABLE = "table"  # cell of a hand-over, hearing or CRM sheet, web form
    AUTHOR = "author"  # who wrote the note or record
    NOTICE = "notice"  # personnel notice, officer table
    SELF = "self"  # "…の田中です"
    PROSE = "prose"
    TITLE_ONLY = "title_only"  # 「本部長」, "the CFO"


class Side(StrEnum):
    OURS = "ours"
    CUSTOMER = "customer"
    THIRD = "third"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with their place in a document."""

    text: str
    start: int
    end: int


NOWHERE = Span(0, 0)
WITHIN = "within"
"""`Mention.why_side` of somebody in a row of a log that tells of a talk within our own house."""


@dataclass(slots=True)
class Mention:
    """One place where a person (or an unnamed holder of a title) is spoken of."""

    doc: int  # index into the documents read
    start: int  # the name as written, without title and honorific
    end: int
    surface: str
    form: Form
    family: str | None = None  # folded; Latin names: last word
    given: str | None = None  # folded; also one character from "川上（健）"
    latin: bool = False
    honorific: str = ""
    title: Phrase | None = None
    department: Phrase | None = None
    org: str | None = None  # affiliation as written
    side: Side = Side.UNKNOWN
    why_side: str = ""
    outer: Span = field(default=NOWHERE)  # name with title and honorific
    day: dt.date | None = None
    address: str | None = None
    unit: int = -1
    note: str = ""  # what stands in brackets behind the name
    kana: Phrase | None = None  # the reading printed behind the name or in a column of its own
    person: int | None = None  # filled by identity
    copied: bool = False  # on the line of copies of a mail only
    group: int = -1  # attendee or cell group: those listed together
    theirs: float | None = (
        None  # chance that the name is one of the customer's, as the second reader of names has it
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """One block as a scope of reading."""

    doc: int
    index: int  # among the units of its document
    block: Block
    start: int  # of what was said: behind the speaker's label
    end: int
    text: str  # folded, same offsets as `Document.text[start:end]`
    day: dt.date | None
    speaker: int | None = None  # index into the mentions, for turns
    says_name: Span | None = (
        None  # at a shared microphone: where the speaker says who they are, empty where they go on
    )


@dataclass(slots=True)
class Source:
    """A document with the units read in it."""

    index: int
    document: Document
    folded: str
    units: list[Unit] = field(default_factory=list)

    @property
    def public(self) -> bool:
        """News, notices, press: nobody's own words to us."""
        return self.document.access == "public" or self.document.kind in {"web_page", "feed_entry"}


@dataclass(frozen=True, slots=True)
class Merge:
    """Two spellings taken for one person, with the words that show it; `doubtful` ones go to a human."""

    person: int
    spelling: str
    same_as: str
    reason: str  # message key behind "people.merge_"
    doubtful: bool
    doc: int
    start: int
    end: int


@dataclass(slots=True)
class Person:
    """One person, or one unnamed holder of a title, or one body, with every mention."""

    index: int
    family: str | None
    given: str | None
    name: str
    mentions: list[Mention] = field(default_factory=list)
    side: Side = Side.UNKNOWN
    why_side: str = ""
    body: bool = False
    latin: bool = False
    former: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sentence that shows (weight above 0) or denies (below 0) a role of somebody named as listed."""

    name: str
    role: str
    weight: float
    doc: int
    start: int
    end: int


@dataclass(slots=True)
class PeopleReading:
    """What the sources say about people.

    `people` are the customer's stakeholders in order of importance, `vendor_people` our own names, `third_parties`
    everybody else who is named. `mentions` are kept for all of them; `findings` carry doubtful merges and
    titles that no source resolves.
    """

    people: list[KeyPerson] = field(default_factory=list)
    vendor_people: list[str] = field(default_factory=list)
    third_parties: list[str] = field(default_factory=list)
    mentioned: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    unnamed: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
