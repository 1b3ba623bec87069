"""What the sources say to "who follows X?": sentences that tell of a successor, whoever holds the post now, or nobody known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.drafting.asked_successor import asked_of, named, told_of_successor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.risks.signs import speaks_of_leaving
from agent.evidence.ask import Answer, AnswerItem
from agent.messages import text
from agent.models.account import Account
from agent.models.evidence import Citation
from agent.models.plan import KeyPerson, SuccessPlan
from agent.people.titles import is_unique
from agent.renewal.remarks import Remark, read_remarks
from agent.renewal.sides import Sides
from connectors.interface import Document

_GOING = ("leaving", "left")


@dataclass(frozen=True, slots=True)
class _Who:
    people: Sequence[KeyPerson]
    vendor_people: Sequence[str]


def with_successor(
    said: Answer, plan: SuccessPlan, documents: Sequence[Document], account: Account, limit: int
) -> Answer:
    """The answer to a question for somebody's successor; `said` for any other question, or where nobody is named.

    Not stated where no source tells of one: then what is told of the person's leaving comes near, and `to_ask` asks.
    """
    name = asked_of(said.question, plan.key_people)
    if name is None:
        return said
    sides = Sides(account, _Who(plan.key_people, account.vendor.people))
    remarks = read_remarks(documents, sides)
    items = _in_the_post(name, plan, documents)
    items += _items(told_of_successor(name, plan.key_people, remarks))
    if items:
        return said.model_copy(
            update={"status": "answered", "items": _once(items)[:limit], "near_misses": []}
        )
    going = [r for r in remarks if r.is_note and name in r.text and speaks_of_leaving(r.text)]
    asked = text("ask.successor", plan.language, name=name)
    near = _once(_items(going))[:limit] or said.near_misses
    return said.model_copy(update={"status": "not_stated", "items": [], "near_misses": near, "to_ask": asked})


def _in_the_post(name: str, plan: SuccessPlan, documents: Sequence[Document]) -> list[AnswerItem]:
    """Whoever holds the same post where the person has left or is leaving it, in the words that give the post."""
    gone = named(name, plan.key_people)
    if gone is None or gone.status not in _GOING or not gone.title:
        return []
    known = {document.source_id: document for document in documents}
    found = []
    for person in plan.key_people:
        same = person is not gone and person.kind == "person" and person.title == gone.title
        place = person.department == gone.department or is_unique(gone.title)
        if same and place and person.status not in _GOING:
            found += [
                _item(citation, known[citation.source_id], f"{person.name} ({person.title})")
                for citation in person.citations
                if citation.source_id in known and (gone.title in citation.quote)
            ][:1]
    return found


def _items(remarks: Sequence[Remark]) -> list[AnswerItem]:
    cited = ((citation_of(remark), remark.document) for remark in remarks)
    return [_item(citation, document) for citation, document in cited if citation is not None]


def _item(citation: Citation, document: Document, value: str = "") -> AnswerItem:
    return AnswerItem(
        citation=citation,
        title=document.title,
        published=document.published,
        heading=citation.locator.section or "",
        value=value,
        score=1.0,
    )


def _once(items: Sequence[AnswerItem]) -> list[AnswerItem]:
    return list({(item.citation.source_id, item.citation.start): item for item in items}.values())
