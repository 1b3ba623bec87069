"""Who gave the approval that lies behind: the last renewal, else the purchase."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.evidence.cite import cite
from agent.models.evidence import Citation, Value
from agent.models.plan import KeyPerson
from agent.renewal.clauses import CUES
from agent.renewal.cues import cues
from agent.renewal.holders import body_in, by_title
from agent.renewal.remarks import Remark, document_day
from agent.renewal.sides import Sides
from connectors.interface import Document

WORDS = cues("agent.renewal", "last_approver")
BY_TITLE = re.compile(
    r"(?P<who>[一-龠ァ-ヴー]{1,8}(?:長|代表|役員)|CFO|CEO|CIO)(?:決裁で|が承認|が決裁|がハンコ)"
)
PUT_TO = re.compile(r"付議先|承認者|決裁者|会議体|approv", re.I)
NOW = re.compile(r"(?:が、?|。)?(?:今|いま|現在|今回)は|,? but now|;? now ", re.I)
"""What follows tells how it is decided today, not who approved last time."""
RECIPIENT_OF_ORDER = re.compile(r"受注|クローズ|closed[- ]won|won\b", re.I)
SETTLED = dt.timedelta(days=60)
"""What a note of so many days after the contract's start says of the decision is still of the purchase."""
HEAD = 240  # characters that say what kind of paper a document is
STAMPED = re.compile(r"(?:→|⇒|->)")
TITLED = re.compile(
    r"(?:先代の|先代|前任の|前の|元|旧|各)?(?:[一-龠]{0,6}(?:長|代表|役員|支配人)|専務(?:理事)?|常務(?:理事)?|女将|オーナー|CFO|CEO|COO|CIO)(?=先生|様|さん|殿|決裁|の|が|㊞|印|いわく|即決|押印|捺印|専決|[ 　(（/／、。]|$)"
    r"|\b(?:[A-Z][a-z]+ )?(?:[Mm]anager|[Dd]irector|[Oo]fficer|[Pp]rincipal|[Bb]ursar|[Cc]hair|[Hh]ead of [A-Z]\w+|CFO|CEO|COO|CIO)\b"
)
FORMER = re.compile(r"(?<![一-龠])(?:先代|前任|前の|元|旧|各)の?(?:[一-龠]{0,4}(?:長|代表)|専務|常務)")
"""Of somebody who held the title before, or of several who hold one, the title is all that is known."""
# How plainly a place says it; of equal weight the newer counts.
RENEWED, ON_PAPER, SAID, WON, CALLED, PASSED = 6, 5, 4, 3, 2, 1


def last_renewal_approver(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, start: dt.date | None
) -> Value[str] | None:
    """Who gave the last approval (renewal, else purchase): the plainest statement, of equal ones the newest.

    Plainest is a renewal told as approved, then the approval line of the paper itself, then "approved by …", then a won
    deal's row, then what a handover calls the approver. A name that only a title stands for has a second quote.
    """
    found = [*_told_plainly(remarks, sides), *_at_the_purchase(remarks, people, sides, start)]
    return max(found, key=lambda entry: (entry[0], entry[1]), default=(0, dt.date.min, None))[2]


Entry = tuple[int, dt.date, Value[str]]


def _told_plainly(remarks: Sequence[Remark], sides: Sides) -> Iterator[Entry]:
    """Sentences that name an approval that is over ("承認者は…", "…で承認", "approved by …") and a body or person."""
    for index, remark in enumerate(remarks):
        if not _may_tell(remark) or FORMER.search(remark.text):
            continue
        told = replace(remark, text=NOW.split(remark.text)[0])
        approved = CUES["approved"].search(told.text)
        past = CUES["past"].search(f"{remark.label} {remark.text}")
        if not approved or not (past or "承認者は" in remark.text or _sold(remarks, index)):
            continue
        named = _named(told, remarks, index, sides)
        if named:
            plain = "承認" in approved[0] or "approv" in approved[0].lower()
            renewed = WORDS["renewed"].search(told.text)
            yield (RENEWED if renewed else SAID if plain else PASSED, remark.day or dt.date.min, named)


def _may_tell(remark: Remark) -> bool:
    if not remark.is_note or remark.kind.value == "heading" or CUES["hedge"].search(remark.text):
        return False
    left_out = (CUES["not_approval"], CUES["question"], WORDS["ahead"])
    return not any(words.search(remark.text) for words in left_out)


def _at_the_purchase(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, start: dt.date | None
) -> Iterator[Entry]:
    """The approval line of a purchase paper, a won deal's row, a handover's field for who approved."""
    for index, remark in enumerate(remarks):
        if not _may_tell(remark) or WORDS["not_done"].search(remark.text):
            continue
        on = remark.day or document_day(remark.document)
        then = start is None or on is None or on <= start + SETTLED
        form = WORDS["form"].search(remark.text)
        if then and form and _calls_itself(remark.document, "paper"):
            last = STAMPED.split(remark.text[form.end() :])[-1]
            who = _who(remark, last, people, sides) or _title_alone(remark, last)
            weight = ON_PAPER
        elif WORDS["label"].search(remark.label) and remark.text != remark.label:
            who = _who(remark, remark.text, people, sides) or _title_alone(remark, remark.text)
            weight = CALLED
        elif then and (named := _handed_over(remark, people, sides)) is not None:
            who, weight = named, CALLED
        elif _tells(remarks, index, then and on is not None):
            who = _who(remark, remark.text, people, sides) or _contact(remarks, index, sides)
            who = who or _title_alone(remark, remark.text)
            weight = WON if _is_won(remarks, index) else PASSED
            weight = RENEWED if WORDS["renewed"].search(remark.text) else weight
        else:
            continue
        if who is not None:
            yield weight, on or dt.date.min, who


def _handed_over(remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> Value[str] | None:
    """Whom the paper that hands the signed deal over calls its decider: named first behind the label, else at all."""
    form = WORDS["form_handover"].search(remark.text)
    labelled = WORDS["label_handover"].search(remark.label) and remark.text != remark.label
    if not (form or labelled) or not _calls_itself(remark.document, "handover"):
        return None
    said = remark.text[form.end() :] if form else remark.text
    first = re.split(r"[。.,，、(（]", said)[0]
    return _who(remark, first, people, sides) or _who(remark, said, people, sides)


def _tells(remarks: Sequence[Remark], index: int, early: bool) -> bool:
    """An approval told as over, of the purchase by its words or its day; in a won deal's row also "決裁=…" alone."""
    text = remarks[index].text
    if WORDS["done"].search(text):
        return early or bool(WORDS["before"].search(text))
    return _is_won(remarks, index) and bool(WORDS["done_row"].search(text))


def _is_won(remarks: Sequence[Remark], index: int) -> bool:
    """A log's row about the order, or about handing the account over right after it."""
    return any(WORDS["won"].search(said.text.strip()) for said in _same_row(remarks, index))


def _calls_itself(document: Document, kind: str) -> bool:
    return bool(WORDS[kind].search(f"{document.path} {document.title} {document.text[:HEAD]}"))


def _who(remark: Remark, text: str, people: Sequence[KeyPerson], sides: Sides) -> Value[str] | None:
    """The body, else the person, else the title the words name."""
    citation = cite(remark.document, remark.start, remark.end)
    if citation is None:
        return None
    body = body_in(text)
    if body:
        return Value[str](value=body, citations=[citation])
    person = sides.person(text)
    if person is not None and sides.of(text) != "us" and (named := _as_printed(person, citation)):
        return Value[str](value=named, citations=[citation])
    title = TITLED.search(text)
    if title and not FORMER.match(title[0]):
        holder = by_title(title[0], people)
        known = _by_title(holder, title[0], citation) if holder else None
        if known:
            return known
    return None


def _title_alone(remark: Remark, text: str) -> Value[str] | None:
    """The title as written, where nobody known is found to hold it."""
    title, citation = TITLED.search(text), cite(remark.document, remark.start, remark.end)
    return (
        Value[str](value=title[0], citations=[citation])
        if title and citation and title[0] in citation.quote
        else None
    )


def _as_printed(person: KeyPerson, citation: Citation) -> str | None:
    """The person's name, or the family name alone, as the quote prints it."""
    names = (person.name, re.split(r"[\s　]", person.name)[0])
    return next((name for name in names if name in citation.quote), None)


def _by_title(person: KeyPerson, title: str, citation: Citation) -> Value[str] | None:
    """The one who holds the title, with another quote that prints title and name."""
    for other in person.citations:
        name = _as_printed(person, other)
        near = "[^。「」:.]{0,20}"
        pattern = rf"{re.escape(name or '')}{near}{re.escape(title)}|{re.escape(title)}.{{0,4}}{re.escape(name or '')}"
        together = re.search(pattern, other.quote, re.IGNORECASE)
        if name and together:
            return Value[str](value=name, citations=[citation, other])
    return None


def _contact(remarks: Sequence[Remark], index: int, sides: Sides) -> Value[str] | None:
    """The one customer that the other cells of a log's row name."""
    remark = remarks[index]
    citation = cite(remark.document, remark.start, remark.end)
    cells = _same_row(remarks, index)
    people = {id(p): (p, cell) for cell in cells if (p := sides.person(cell.text)) and p.kind == "person"}
    if citation is None or len(people) != 1:
        return None
    person, cell = next(iter(people.values()))
    title = TITLED.search(remark.text)
    if title and title[0].casefold() not in f"{person.title} {cell.text}".casefold():
        return None
    named = cite(cell.document, cell.start, cell.end)
    name = _as_printed(person, named) if named else None
    return Value[str](value=name, citations=[named, citation]) if name and named else None


def _named(remark: Remark, remarks: Sequence[Remark], index: int, sides: Sides) -> Value[str] | None:
    """The last body or the person the statement names, with its quote; in a log the row's contact."""
    for said in (remark, *_put_to(remark, remarks)):
        body = body_in(said.text)
        citation = cite(said.document, said.start, said.end) if body else None
        if body and citation:
            return Value[str](value=body, citations=[citation])
    title = BY_TITLE.search(remark.text)
    if title:
        person = sides.person(title["who"])
        citation = cite(remark.document, remark.start, remark.end)
        name = _as_written(person, remark.text) if person else title["who"]
        return Value[str](value=name, citations=[citation]) if citation else None
    for said in (remark, *_same_row(remarks, index)):
        person = sides.person(said.text)
        citation = cite(said.document, said.start, said.end) if person else None
        if person and citation:
            return Value[str](value=_as_written(person, citation.quote), citations=[citation])
    return None


def _put_to(remark: Remark, remarks: Sequence[Remark]) -> list[Remark]:
    """In a form, the row that says to whom the matter was put (付議先, 承認者 …)."""
    if remark.kind.value != "table_row":
        return []
    return [
        r for r in remarks if r.document is remark.document and PUT_TO.search(r.label) and r.text != r.label
    ]


def _as_written(person: KeyPerson, quote: str) -> str:
    """The person's name where the quote prints it, else the longest alias that it does print."""
    written = [
        name for name in (person.name, *sorted(person.aliases, key=len, reverse=True)) if name in quote
    ]
    family = re.split(r"[\s　]", person.name)[0]
    return written[0] if written else family


def _sold(remarks: Sequence[Remark], index: int) -> bool:
    return any(RECIPIENT_OF_ORDER.search(said.text) for said in _same_row(remarks, index))


def _same_row(remarks: Sequence[Remark], index: int) -> list[Remark]:
    here = remarks[index]
    if here.kind.value != "table_row":
        return []
    around = remarks[max(0, index - 8) : index + 8]
    return [r for r in around if r.document is here.document and r.block == here.block and r is not here]
