"""Who gave the approval that lies behind: the last renewal, else the purchase."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.evidence.cite import cite
from agent.models.evidence import Value
from agent.models.plan import KeyPerson
from agent.renewal.approved_then import approved_then, of_an_entry
from agent.renewal.clauses import CUES
from agent.renewal.cues import cues
from agent.renewal.holders import body_in
from agent.renewal.named_approver import FORMER, TITLED, as_printed, title_alone, who_is_named
from agent.renewal.other_matters import is_of_another_matter
from agent.renewal.power_then import held_then, speaks_of_then
from agent.renewal.purchased import of_something_else
from agent.renewal.remarks import Remark, document_day
from agent.renewal.same_then import held_as_now
from agent.renewal.sides import Sides
from connectors.interface import Document

WORDS = cues("agent.renewal", "last_approver")
BY_TITLE = re.compile(
    r"(?P<who>[一-龠ァ-ヴー]{1,8}(?:長|代表|役員)|CFO|CEO|CIO)(?:決裁で|が承認|が決裁|がハンコ)"
)
FORMER_NAMED = re.compile(
    r"(?:先代|前任|前|元|旧|当時)の?(?:[一-龠]{0,6}長|専務|常務|代表)の?(?=[ 　]?[一-龠々]{1,4}(?:さん|様|氏))"
)
"""A former title with the name of who held it: the name says who it was."""
PUT_TO = re.compile(r"付議先|承認者|決裁者|会議体|approv", re.I)
NOW = re.compile(
    r"(?:が、?|けれど、?|けど、?|。)?(?:今|いま|現在|今回|今度|今年|今期|次|次回|来年|来期|これから)(?:度|の(?:更新|分|契約|回))?は|"
    r",? but (?:now|this|next|the renewal)\b|;? (?:now|this (?:time|year)) ",
    re.I,
)
"""What follows tells how it is decided today, not who approved last time."""
RECIPIENT_OF_ORDER = re.compile(r"受注|クローズ|closed[- ]won|won\b", re.I)
SETTLED = dt.timedelta(days=60)
"""What a note of so many days after the contract's start says of the decision is still of the purchase."""
ONE_POST = {
    "社長": ("代表",),
    "代表": ("社長",),
    "president": ("owner", "ceo"),
    "CEO": ("president", "owner"),
}
"""Other words for the post at the head of a house."""
LEADS_IN = 2
"""Sentences before one that may say of which time it is."""
HEAD = 240  # characters that say what kind of paper a document is
STAMPED = re.compile(r"(?:→|⇒|->)")
# How plainly a place says it; of equal weight the newer counts.
RENEWED, ON_PAPER, SAID, WON, CALLED, PASSED, BESIDE = 6, 5, 4, 3, 2, 1, 0


def last_renewal_approver(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, start: dt.date | None
) -> Value[str] | None:
    """Who gave the last approval (renewal, else purchase): the plainest statement, of equal ones the newest.

    Plainest is a renewal told as approved, then the approval line of the paper itself, then "approved by …", then a won
    deal's row, then what a handover calls the approver. A name that only a title stands for has a second quote.
    """
    found = [
        *_told_plainly(remarks, sides),
        *_told_of_then(remarks, people, sides, start),
        *_at_the_purchase(remarks, people, sides, start),
    ]
    return max(found, key=lambda entry: (entry[0], entry[1]), default=(0, dt.date.min, None))[2]


Entry = tuple[int, dt.date, Value[str]]


def _told_plainly(remarks: Sequence[Remark], sides: Sides) -> Iterator[Entry]:
    """Sentences that name an approval that is over ("承認者は…", "…で承認", "approved by …") and a body or person."""
    for index, remark in enumerate(remarks):
        if not _may_tell(remark) or FORMER.search(FORMER_NAMED.sub("", remark.text)):
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


def _told_of_then(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, start: dt.date | None
) -> Iterator[Entry]:
    """Sentences that set a yes in the past by their own words, of anybody's ("去年は専務だけで通った")."""
    for index, remark in enumerate(remarks):
        if not remark.is_note or remark.kind.value == "heading" or is_of_another_matter(remark.text):
            continue
        if FORMER.search(FORMER_NAMED.sub("", remark.text)):
            continue
        before = remarks[index - 1] if index and remarks[index - 1].document is remark.document else None
        who = approved_then(remark, before, people, sides)
        plain = who is not None
        who = who or held_then(remark, people, sides, sides.product_words)
        who = who or held_as_now(remarks, index, people, sides)
        said_then = who is not None
        if who is None and _may_tell(remark) and _is_around_then(remarks, index, start):
            who = held_then(remark, people, sides, sides.product_words, of_then=True)
        if who is not None:
            renewed = WORDS["renewed"].search(remark.text)
            weight = (RENEWED if renewed else SAID) if plain else CALLED if said_then else BESIDE
            yield weight, remark.day or dt.date.min, who


def _is_around_then(remarks: Sequence[Remark], index: int, start: dt.date | None) -> bool:
    """The paper is of the time of the purchase or hands the deal over, or the sentences before it in the same turn, line or
    section speak of that time."""
    remark = remarks[index]
    on = remark.day or document_day(remark.document)
    if _calls_itself(remark.document, "handover") or (
        on is not None and start is not None and on <= start + SETTLED
    ):
        return True
    before = [
        r
        for r in remarks[max(0, index - LEADS_IN) : index]
        if r.document is remark.document
        and remark.block - r.block <= (1 if r.speaker == remark.speaker else 2)
    ]
    return speaks_of_then(remark.heading) or any(speaks_of_then(r.text) for r in before)


def _may_tell(remark: Remark) -> bool:
    if not remark.is_note or remark.kind.value == "heading" or CUES["hedge"].search(remark.text):
        return False
    if is_of_another_matter(remark.text) or of_something_else(remark.text):
        return False
    left_out = (CUES["not_approval"], CUES["question"], WORDS["ahead"])
    return not any(words.search(remark.text) for words in left_out)


def _at_the_purchase(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, start: dt.date | None
) -> Iterator[Entry]:
    """The approval line of a purchase paper, a won deal's row, a handover's field for who approved."""
    for index, remark in enumerate(remarks):
        if (named := _put_then(remark, people, sides)) is not None:
            yield CALLED, remark.day or dt.date.min, named
        if not _may_tell(remark) or WORDS["not_done"].search(remark.text):
            continue
        on = remark.day or document_day(remark.document)
        then = start is None or on is None or on <= start + SETTLED
        form = WORDS["form"].search(remark.text)
        if then and form and _calls_itself(remark.document, "paper"):
            last = STAMPED.split(remark.text[form.end() :])[-1]
            who = who_is_named(remark, last, people, sides) or title_alone(remark, last)
            weight = ON_PAPER
        elif WORDS["label"].search(remark.label.rstrip("?？ ")) and remark.text != remark.label:
            who = who_is_named(remark, remark.text, people, sides) or title_alone(remark, remark.text)
            weight = CALLED
        elif (named := _handed_over(remark, people, sides)) is not None:
            who, weight = named, CALLED
        elif _tells(remarks, index, then and on is not None):
            who = who_is_named(remark, remark.text, people, sides) or _contact(remarks, index, sides)
            who = who or of_an_entry(remarks, index, sides) or title_alone(remark, remark.text)
            weight = WON if _is_won(remarks, index) else PASSED
            weight = RENEWED if WORDS["renewed"].search(remark.text) else weight
        else:
            continue
        if who is not None:
            yield weight, on or dt.date.min, who


def _put_then(remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> Value[str] | None:
    """Who passed the paper of the deal, where a handover's heading or line calls the paper by that."""
    form = WORDS["put_then"].search(remark.text) if remark.is_note else None
    if form is None or not _calls_itself(remark.document, "handover"):
        return None
    return who_is_named(remark, re.split(r"[)）]", remark.text[form.end() :])[0], people, sides)


def _handed_over(remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> Value[str] | None:
    """Whom the paper that hands the signed deal over calls its decider: named first behind the label, else at all."""
    behind = WORDS["called_behind"].search(remark.text)
    form = WORDS["form_handover"].search(remark.text)
    labelled = WORDS["label_handover"].search(remark.label.rstrip("?？ ")) and remark.text != remark.label
    if not (form or behind or labelled) or not _calls_itself(remark.document, "handover"):
        return None
    if behind is not None and not form:
        return who_is_named(remark, remark.text[: behind.start()], people, sides)
    said = remark.text[form.end() :] if form else remark.text
    first = re.split(r"[。.,，、(（]", said)[0]
    return who_is_named(remark, first, people, sides) or who_is_named(remark, said, people, sides)


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
    path = document.path.replace("_", " ")  # an underscore is no border of a word: "01_handover.csv"
    return bool(WORDS[kind].search(f"{path} {document.title} {document.text[:HEAD]}"))


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
    held = f"{person.title} {cell.text}".casefold()
    if title and not any(word in held for word in (title[0].casefold(), *ONE_POST.get(title[0], ()))):
        return None
    named = cite(cell.document, cell.start, cell.end)
    name = as_printed(person, named) if named else None
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
    """The person's name where the quote prints it, else the family name, longest with its title, else an alias."""
    family = re.split(r"[\s　]", person.name)[0]
    own = [alias for alias in person.aliases if family in alias or person.name.startswith(alias)]
    others = [alias for alias in person.aliases if alias not in own]
    names = [person.name, *sorted(own, key=len, reverse=True), family, *sorted(others, key=len, reverse=True)]
    return next((name for name in names if name in quote), family)


def _sold(remarks: Sequence[Remark], index: int) -> bool:
    return any(RECIPIENT_OF_ORDER.search(said.text) for said in _same_row(remarks, index))


def _same_row(remarks: Sequence[Remark], index: int) -> list[Remark]:
    here = remarks[index]
    if here.kind.value != "table_row":
        return []
    around = remarks[max(0, index - 8) : index + 8]
    return [r for r in around if r.document is here.document and r.block == here.block and r is not here]
