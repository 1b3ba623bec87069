"""The customer's other tools: from labelled lists and from sentences that name one with its use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from agent.drafting.notes.tool_items import ToolItem, split_items
from agent.evidence.cite import cite
from agent.models.account import Account
from agent.models.plan import Tool
from agent.renewal.cues import cues
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark
from connectors.interface import Document

CUES = cues("agent.drafting.notes", "tools")
USED_NOW = re.compile(
    r"(?:いま|今|現在|現状|これまで|普段|ふだん|従来)(?:は|も|の)?、?[^。、]{0,12}?"
    r"(?P<name>[A-Za-z][\w+.&-]*(?: [A-Z][\w+.&-]*)?|[ァ-ヴー]{3,}(?:\d+)?|表計算)(?:と[^。、]{1,10})?で"
    r"(?P<use>[^。、]{0,12}(?:作|管理|集計|運用|回|やり取|やりと|共有|記録|入力))"
)
CALLED = re.compile(
    r"(?P<purpose>[一-龠ァ-ヴーA-Za-z・]{2,14}?)(?P<noun>システム|ツール|ソフト|アプリ|基盤|サービス)"
    r"(?:として|には|では|は|の|に)?「(?P<name>[^」]{2,24})」"
)
UNNAMED = re.compile(
    r"(?:^|[、。「と])(?P<phrase>[一-龠ァ-ヴーA-Za-z]{2,16}(?:の[一-龠ァ-ヴーA-Za-z]{2,10}){0,2}の(?:管理)?"
    r"(?:ツール|システム|ソフト))(?=に|で|の次|を使|は)"
)
ANY_TOOL = re.compile(
    r"^(?:他|ほか|社内|うち|現在|既存|弊社|当社|御社|全部|上|複数|別|こ|そ|業務|新し|自社|会社|全社)"
)
ENGLISH_USE = re.compile(
    r"\b(?:we|they|the team|[A-Z][a-z]+(?: team)?) (?:currently )?(?:use|uses|run|runs|rely on|relies on|live in|lives in) "
    r"(?P<name>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?)(?: (?:for|as|to) (?P<use>[^.,;]{3,40}))?"
)


@dataclass
class _Found:
    name: str
    department: str | None = None
    purpose: str | None = None
    overlap: bool | None = None
    places: list[tuple[Document, int, int]] = field(default_factory=list)


def read_tools(
    account: Account, answers: Sequence[Answer], remarks: Sequence[Remark], rivals: Sequence[str] = ()
) -> list[Tool]:
    """Tools by name, in order of first mention, each with the quotes it rests on.

    `rivals` are products named as a comparison to ours: they are competitors, not tools in use. Our own
    product is never listed. `overlap_with_us` is True where a source says that the two are used side by side
    or for the same thing, else null.
    """
    ours = _own_words(account)
    found: dict[str, _Found] = {}
    for item, document, start, end in [
        *_labelled(answers),
        *_under_headings(remarks),
        *_in_sentences(remarks),
    ]:
        key = _fold(item.name)
        if len(key) < 2 or any(word in key for word in ours) or key in {_fold(rival) for rival in rivals}:
            continue
        same = next((k for k in found if k == key or (len(key) >= 4 and (key in k or k in key))), None)
        entry = found.setdefault(same or key, _Found(item.name))
        entry.department = entry.department or item.department
        entry.purpose = entry.purpose or item.purpose
        entry.places.append((document, start, end))
    for entry in found.values():
        entry.overlap = _overlaps(entry, remarks)
    return [tool for entry in found.values() if (tool := _tool(entry))]


def _labelled(answers: Sequence[Answer]) -> Iterator[tuple[ToolItem, Document, int, int]]:
    for answer in answers:
        if (
            answer.is_empty
            or not CUES["label"].search(answer.label)
            or CUES["not_label"].search(answer.label)
        ):
            continue
        for remark in answer.remarks:
            for item in split_items(remark.text):
                yield item, remark.document, remark.start, remark.end


def _under_headings(remarks: Sequence[Remark]) -> Iterator[tuple[ToolItem, Document, int, int]]:
    for remark in remarks:
        if not remark.is_note or remark.kind.value not in ("list_item", "paragraph"):
            continue
        if CUES["label"].search(remark.heading) and not CUES["not_label"].search(remark.heading):
            for item in split_items(remark.text)[:3]:
                yield item, remark.document, remark.start, remark.end


def _in_sentences(remarks: Sequence[Remark]) -> Iterator[tuple[ToolItem, Document, int, int]]:
    for remark in remarks:
        for match in USED_NOW.finditer(remark.text) if remark.is_note else ():
            yield ToolItem(match["name"]), remark.document, remark.start, remark.end
        for match in CALLED.finditer(remark.text):
            purpose = match["purpose"].strip("のはが、 ") + match["noun"]
            yield ToolItem(match["name"], purpose=purpose), remark.document, remark.start, remark.end
        if remark.is_note and remark.side == "customer":
            for match in UNNAMED.finditer(remark.text):
                if not ANY_TOOL.match(match["phrase"]):
                    yield ToolItem(match["phrase"]), remark.document, remark.start, remark.end
        for match in ENGLISH_USE.finditer(remark.text) if remark.is_note else ():
            yield ToolItem(match["name"], purpose=match["use"]), remark.document, remark.start, remark.end


def _overlaps(entry: _Found, remarks: Sequence[Remark]) -> bool | None:
    key = entry.name
    said = (remark.text for remark in remarks if key in remark.text)
    return True if any(CUES["overlap"].search(_clause(text, key)) for text in said) else None


def _clause(text: str, name: str) -> str:
    """The part of a sentence or cell that speaks of `name`: what stands between commas around it, bracket included."""
    at = text.find(name)
    start = max(text.rfind("、", 0, at), text.rfind("。", 0, at)) + 1
    ends = [place for mark in "。" if (place := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]


def _own_words(account: Account) -> set[str]:
    words = re.split(r"[\s　]+", account.product or "")
    return {_fold(word) for word in [account.product or "", words[0]] if len(word) >= 2}


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
