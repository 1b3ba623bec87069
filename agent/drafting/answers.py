"""What the drafted plan says to a question for one of its fields: statements with citations, or the blank's question."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from agent.drafting.asked_fields import asked_field
from agent.evidence.ask import Answer, AnswerItem
from agent.messages import text
from agent.models.evidence import Citation
from agent.models.plan import KeyPerson, SuccessPlan
from connectors.interface import Document

_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCKS = {
    "budget.clocks.opt_out": (
        "contract_end, notice_days",
        re.compile(r"解約|通知|予告|不更新|\b(?:notice|terminat\w*|opt[- ]?out|cancel\w*)\b", re.I),
    ),
    "budget.clocks.contract": (
        "contract_end",
        re.compile(
            r"契約[^。]{0,12}(?:終|満|まで|切れ)|満了|満期|\bcontract\b[^.]{0,30}\b(?:ends?|expir\w+|until|to)\b",
            re.I,
        ),
    ),
}
"""Keys of account.yaml a clock follows from, and how a sentence speaks of it."""
_DAY = re.compile(
    r"\d+ ?(?:月|日|か月|ヶ月|/|days?|months?)|月末|年末|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b"
)
_EACH = 2
"""Citations shown of one statement."""


def with_plan(said: Answer, plan: SuccessPlan, documents: Iterable[Document], limit: int) -> Answer:
    """The sources' answer with the plan's before it, where the question asks for a field of the plan.

    An item from the plan is a citation of a statement, `value` the statement in the plan's words, `path` its place.
    Where the plan has a blank there, `to_ask` is the blank's question. At most `limit` items.
    """
    path = asked_field(said.question)
    if path is None:
        return said
    if path in _CLOCKS:
        return _of_the_clock(said, plan, path)
    known = {document.source_id: document for document in documents}
    items = [item for entry in _entries(plan, path) for item in _items(*entry, known)]
    years = _YEAR.findall(said.question)
    if years:  # the plan speaks of now: another year is another question
        items = [item for item in items if any(y in item.value or y in item.citation.quote for y in years)]
        if not items:
            return said
    if not items:
        blank = next((blank for blank in plan.blanks if blank.field == path), None)
        return said.model_copy(update={"to_ask": blank.question if blank else None})
    quoted = {item.citation.quote for item in items}
    items += [item for item in said.items if item.citation.quote not in quoted]
    return said.model_copy(update={"status": "answered", "items": items[:limit], "near_misses": []})


def _of_the_clock(said: Answer, plan: SuccessPlan, path: str) -> Answer:
    """The day that follows from account.yaml, with the sources' sentences that give one; without it, what is missing."""
    keys, speaks = _CLOCKS[path]
    clock = getattr(plan.budget.clocks, path.rpartition(".")[2])
    items = [
        item for item in said.items if speaks.search(item.citation.quote) and _DAY.search(item.citation.quote)
    ]
    if clock is None or clock.date is None:
        missing = text("ask.no_clock", plan.language, keys=keys)
        status = "answered" if items else "not_stated"
        return said.model_copy(update={"status": status, "items": items, "to_ask": missing})
    fact = text("ask.account_fact", plan.language, fact=clock.text, keys=keys)
    return said.model_copy(
        update={"status": "answered", "items": items, "near_misses": [], "account_facts": [fact]}
    )


def _entries(plan: SuccessPlan, path: str) -> Iterable[tuple[str, str, Sequence[Citation]]]:
    """(path in the plan, statement, citations) of what stands in the field."""
    if path.startswith("key_people["):
        role = path[len("key_people[") : -1]
        for person in plan.key_people:
            if role in (person.role, *person.also_roles):
                yield f"key_people[{person.id}]", _person(person, plan.language), _telling(person)
        return
    found: Any = plan
    for name in path.split("."):
        found = getattr(found, name)
    if isinstance(found, list):
        for index, entry in enumerate(found):
            yield f"{path}[{index}]", _words(entry, plan.language), entry.citations
    elif found is not None:
        yield path, _words(found, plan.language), getattr(found, "citations", [])


def _telling(person: KeyPerson) -> list[Citation]:
    """The person's citations, sentences that say more than the name and title first."""
    return sorted(person.citations, key=lambda citation: "\t" in citation.quote or "@" in citation.quote)


def _person(person: KeyPerson, language: str) -> str:
    """Name and title, and how the role is known."""
    title = f" ({person.title})" if person.title else ""
    basis = f" [{text(f'export.role_basis.{person.role_basis}', language)}]" if person.role_basis else ""
    return f"{person.name}{title}{basis}"


def _words(entry: BaseModel, language: str) -> str:
    """The statement as the plan words it: a step with approver and day, a tool with department, else its text."""
    given = entry.model_dump(mode="json")
    main = next((given[key] for key in ("statement", "step", "text", "name", "value") if given.get(key)), "")
    if isinstance(main, dict):  # the last day of a fiscal year
        main = _day(main["month"], main["day"], language)
    due = given.get("due")
    beside = [given.get("approver"), given.get("when"), given.get("department")]
    beside += [due.get("value") if isinstance(due, Mapping) else due]
    more = ", ".join(str(part) for part in beside if part and str(part) not in str(main))
    return f"{main} ({more})" if more else str(main)


def _day(month: int, day: int, language: str) -> str:
    return f"{month}月{day}日" if language == "ja" else f"{day} {dt.date(2000, month, day):%B}"


def _items(
    path: str, words: str, citations: Sequence[Citation], known: Mapping[str, Document]
) -> Iterable[AnswerItem]:
    for citation in citations[:_EACH]:
        document = known.get(citation.source_id)
        if document is not None:
            yield AnswerItem(
                citation=citation,
                title=document.title,
                published=document.published,
                heading=citation.locator.section or "",
                value=words,
                path=path,
                score=1.0,
            )
