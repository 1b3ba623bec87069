"""The customer's other tools: from labelled lists and from sentences that name one with its use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from agent.drafting.notes.tools.answers import in_answers, under_headings
from agent.drafting.notes.tools.by_hand import bare_kind, by_hand_in
from agent.drafting.notes.tools.given_up import is_given_up, is_offered
from agent.drafting.notes.tools.items import ToolItem
from agent.drafting.notes.tools.no_name import bare_name, is_no_name, is_told_otherwise
from agent.drafting.notes.tools.overlap import overlap_of
from agent.drafting.notes.tools.people_and_places import is_somebody_or_somewhere
from agent.drafting.notes.tools.pieces import label_of
from agent.drafting.notes.tools.placed import placed_in, unit_near
from agent.drafting.notes.tools.same_work import does_same_work
from agent.drafting.notes.tools.sentences import tools_in_sentence
from agent.drafting.notes.tools.set_out import read_in_use, read_set_out
from agent.drafting.notes.tools.whose import whose_tool
from agent.drafting.notes.tools.words import is_plain, is_work
from agent.evidence.cite import cite
from agent.models.account import Account
from agent.models.plan import Tool
from agent.renewal.cues import cues
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.interface import Document
from connectors.language import JAPANESE

COLUMNS = {
    "tool": re.compile(
        r"^(?:システム|ツール|ソフト|サービス|製品)(?:名)?$|^(?:tool|system|software|application|product)s?$",
        re.I,
    ),
    "purpose": re.compile(r"用途|目的|役割|^(?:purpose|used for|use|function)$", re.I),
    "department": re.compile(r"部署|部門|利用者|^(?:team|department|users?|owner)$", re.I),
}
GENERIC = re.compile(
    r"(?:システム|ツール|ソフト|サービス|アプリ|基盤|グループウェア|ポータル|データベース|パッケージ|装置|[a-z] (?:system|tool|software|app|platform|database))$"
)
RIVAL = cues("agent.drafting.notes.themes", "themes")["rival"]
PERSON_LIKE = re.compile(
    r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:says?|said|asked|told|thinks?|thought|reckons?|wants?|wanted|likes?|talked|talks|mentioned|agreed|confirmed|replied|"
    r"joined|joins|leaves|left|will|is (?:leaving|going|happy|worried|on leave)|has (?:left|asked|said)|wrote|emailed|called|rang|knows|feels|believes|explained|added)\b|"
    r"\b(?:Mr|Ms|Mrs|Dr|Prof)\.? ([A-Z][a-z]+)|\b(?:told|asked|met|thanks|Thanks|Hi|Hello|Dear|cc|call with|spoke with|spoke to|met with|note from|mail from) ([A-Z][a-z]+)(?=[,.;:]| (?:and|on|about|last|this|says|to|in)\b)|\b([A-Z][a-z]+)(?:'s|’s) (?:team|boss|desk|mail|e-mail|email|last day|view|group)"
)
"""Verbs and places in a sentence that only people have."""


@dataclass
class _Found:
    name: str
    department: str | None = None
    purpose: str | None = None
    overlap: bool | None = None
    places: list[tuple[Document, int, int]] = field(default_factory=list)


def read_tools(
    account: Account,
    answers: Sequence[Answer],
    remarks: Sequence[Remark],
    rivals: Sequence[str] = (),
    sides: Sides | None = None,
) -> list[Tool]:
    """Tools by name, in order of first mention, each with the quotes it rests on.

    `rivals` are products named as a comparison to ours: they are competitors, not tools in use. Our own
    product is never listed. `overlap_with_us` is what a source says of the two, else what their kinds of work are.
    """
    ours = _own_words(account)
    people = _spoken_of_as_people(remarks)
    found: dict[str, _Found] = {}
    set_out = read_set_out(remarks)
    listed = [*in_answers(answers), *under_headings(remarks), *_in_tables(remarks)]
    listed = [*set_out, *(one for one in listed if not _lies_in(one, set_out))]
    in_use = read_in_use(remarks)
    listed = [*listed, *in_use]
    told_whole = {
        item.name for item, *_ in (*set_out, *in_use) if " " not in item.name or not item.name.isascii()
    }
    in_lists = {item.name for item, *_ in listed}
    compared = {_fold(rival) for rival in rivals}
    told = [*listed, *(one for one in _in_sentences(remarks) if not _only_offered(one[0].name, remarks))]
    told = (
        [*set_out, *(one for one in told if one in set_out or not _lies_in(one, set_out))]
        if set_out
        else told
    )
    told += _by_hand(remarks, [item.name for item, *_ in told])
    for item, document, start, end in told:
        item = replace(item, name=bare_name(item.name))
        key = _fold(item.name)
        if (
            len(key) < 2
            or is_no_name(item.name)
            or any(word in key for word in ours)
            or item.name in (account.product or "").split()
            or (key in compared and item.name not in in_lists and not _in_use(item.name, remarks))
        ):
            continue
        if (
            item.name in people
            or item.name in account.name
            or (sides and item.name not in told_whole and _is_party(item.name, sides, item.name in in_lists))
            or (sides and item.name not in in_lists and is_somebody_or_somewhere(item.name, remarks, sides))
        ):
            continue
        same = next((k for k in found if k == key or _is_part(key, k)), None)
        entry = found.setdefault(same or key, _Found(item.name))
        entry.department = entry.department or item.department
        entry.purpose = entry.purpose or item.purpose
        entry.overlap = entry.overlap or item.overlap
        entry.places.append((document, start, end))
    names = [entry.name for entry in found.values()]
    for entry in found.values():
        others = [name for name in names if name != entry.name]
        said = overlap_of(entry.name, remarks, others)
        if said is None:
            said = does_same_work(entry.name, entry.purpose, account.product, remarks)
        entry.overlap = entry.overlap if said is None else said
        entry.department = entry.department or _unit_of(entry.name, remarks)
        if entry.department is None and sides is not None:
            entry.department = whose_tool(entry.name, remarks, sides)
        if (
            entry.purpose
            and entry.department
            and entry.purpose in entry.department
            and not is_work(entry.purpose)
        ):
            entry.purpose = None
    kept = [entry for entry in found.values() if not _is_kind_of_another(entry, found.values())]
    return [tool for entry in kept if (tool := _tool(entry))]


def _in_sentences(remarks: Sequence[Remark]) -> Iterator[tuple[ToolItem, Document, int, int]]:
    for remark in remarks:
        for item in (*tools_in_sentence(remark), *placed_in(remark), *by_hand_in(remark)):
            told_otherwise = is_told_otherwise(bare_name(item.name), remark.text)
            if not told_otherwise and not is_given_up(item.name, remark.text):
                yield item, remark.document, remark.start, remark.end


def _lies_in(
    one: tuple[ToolItem, Document, int, int], others: Sequence[tuple[ToolItem, Document, int, int]]
) -> bool:
    """The item was read from a line that tells another as a whole."""
    return any(one[1] is other[1] and other[2] <= one[2] and one[3] <= other[3] for other in others)


def _only_offered(name: str, remarks: Sequence[Remark]) -> bool:
    return is_offered(name, remarks) and not _in_use(bare_name(name), remarks)


def _in_use(name: str, remarks: Sequence[Remark]) -> bool:
    """A sentence that compares nothing says that the customer works with it, though it is compared with ours elsewhere."""
    return any(
        bare_name(item.name) == name and not RIVAL.search(remark.text)
        for remark in remarks
        if name in remark.text and not is_offered(name, [remark])
        for item in tools_in_sentence(remark)
    )


def _by_hand(
    remarks: Sequence[Remark], named: Sequence[str]
) -> Iterator[tuple[ToolItem, Document, int, int]]:
    """Paper, boards and sheets by their kind, each once, that no tool's name holds already."""
    known = [_fold(name) for name in named]
    for remark in remarks:
        for item in by_hand_in(remark):
            key, core = _fold(item.name), _fold(bare_kind(item.name))
            if key in known or not any(core in name or name in key for name in known):
                known.append(key)
                yield item, remark.document, remark.start, remark.end


def _in_tables(remarks: Sequence[Remark]) -> Iterator[tuple[ToolItem, Document, int, int]]:
    """Rows of a table that has a column for the tool beside one for its use or its users."""
    rows = [r for r in remarks if r.is_note and r.kind.value == "table_row" and r.column]
    for _, group in groupby(rows, key=lambda r: (r.document.source_id, r.block)):
        cells = {_column(r.column): r for r in group if _column(r.column) and r.text != r.column}
        tool = cells.get("tool")
        if tool is None or len(cells) < 2 or tool.document.blocks[tool.block].header:
            continue
        purpose, department = cells.get("purpose"), cells.get("department")
        item = ToolItem(tool.text, purpose.text if purpose else None, department.text if department else None)
        yield item, tool.document, min(r.start for r in cells.values()), max(r.end for r in cells.values())


def _column(heading: str) -> str | None:
    told = {"name": "tool"}
    label = label_of(heading) if len(heading) > 1 else None
    return next(
        (name for name, pattern in COLUMNS.items() if pattern.search(heading.strip())),
        told.get(label, label) if label else None,
    )


def _is_kind_of_another(entry: _Found, entries: Iterable[_Found]) -> bool:
    """True for the kind of tool where another entry is the tool itself (端末管理ツール of 端末管理ツール(N))."""
    for other in entries:
        if other is entry or entry.name not in (other.purpose or ""):
            continue
        spots = {(document.source_id, start) for document, start, _ in other.places}
        if GENERIC.search(entry.name) or all((d.source_id, start) in spots for d, start, _ in entry.places):
            return True
    return False


def _unit_of(name: str, remarks: Sequence[Remark]) -> str | None:
    """The unit that any sentence puts beside the tool's name."""
    for remark in remarks:
        at = remark.text.find(name) if remark.is_note else -1
        if at >= 0 and JAPANESE.search(remark.text) and (unit := unit_near(remark.text, at, at + len(name))):
            return unit
    return None


def _own_words(account: Account) -> set[str]:
    words = re.split(r"[\s　]+", account.product or "")
    named = [word for word in words if len(word) >= 2 and (word == words[0] or not is_plain(word))]
    return {_fold(word) for word in [account.product or "", *named] if word}


def _spoken_of_as_people(remarks: Sequence[Remark]) -> set[str]:
    """English names that somewhere speak, are spoken to or own a diary: no tools."""
    told = (PERSON_LIKE.finditer(remark.text) for remark in remarks)
    names = {value for found in told for match in found for value in match.groups() if value}
    return names | {name.split(" ")[0] for name in names}


def _is_party(name: str, sides: Sides, listed: bool) -> bool:
    """True for our company, theirs and their people. One word that a list of tools names and nobody gives a title or a
    unit is a tool there, whoever took it for a person elsewhere."""
    person = sides.person(name)
    if listed and person is not None and not (" " in person.name or person.title or person.department):
        return False
    return sides.of(name) is not None or (person is not None and person.kind == "person")


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short in long and (len(short) >= 4 or (short.isascii() and len(short) == 3))


def _fold(name: str) -> str:
    return re.sub(r"[\s　「」『』\"'()（）]", "", name).casefold().removeprefix("社内の")


def _tool(entry: _Found) -> Tool | None:
    citations = [c for place in entry.places[:3] if (c := cite(*place))]
    if not citations:
        return None
    return Tool(
        name=entry.name,
        department=entry.department,
        purpose=entry.purpose,
        overlap_with_us=entry.overlap,
        citations=citations,
    )
