"""Collections to search and questions with their gold, from our set and from public ones where they lie.

A target is what has to be found (a passage's place, a table, a page); several passages may belong to one.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.evidence.cite import locator_at
from agent.evidence.passages import Passage, passages
from agent.evidence.sentences import quotable_spans
from connectors.interface import Document, RawSource
from connectors.registry import read_folder, read_source


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    text: str
    gold: frozenset[str]
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Collection:
    """Passages of one account, filing or set, with the target each belongs to."""

    name: str
    passages: list[Passage]
    targets: list[str]
    questions: list[Question]


def csm_collections(questions: Path, packs: Path, shared: Path) -> Iterator[Collection]:
    """Our own set, one collection an account. Accounts whose files are absent are left out."""
    rows = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines()]
    for account in dict.fromkeys(row["account"] for row in rows):
        path = account_path(account, packs, shared)
        if not path.exists():
            continue
        documents = account_documents(path)
        found = [passage for document in documents for passage in passages(document)]
        asked = [_csm_question(row, documents, found) for row in rows if row["account"] == account]
        yield Collection(path.name, found, [_place(passage) for passage in found], asked)


def account_path(account: str, packs: Path, shared: Path) -> Path:
    """Where "packs:<name>" or "shared:<path>" lies; it need not exist."""
    where, _, below = account.partition(":")
    return (packs if where == "packs" else shared) / below


def account_documents(path: Path) -> list[Document]:
    """Documents of a pack's folder or of one filing."""
    if path.is_dir():
        return read_folder(path / "sources").documents
    return list(read_source(RawSource(path.name, path.read_bytes()))[0])


def _csm_question(row: dict[str, Any], documents: list[Document], found: list[Passage]) -> Question:
    gold: set[str] = set()
    for document in documents:
        for start, end in gold_places(row, document):
            gold.update(
                _place(p)
                for p in found
                if p.source_id == document.source_id and p.start < end and start < p.end
            )
    return Question(row["id"], row["question"], frozenset(gold), row["kind"])


def gold_places(row: dict[str, Any], document: Document) -> list[tuple[int, int]]:
    """Spans of a document that say what a question's gold says."""
    if "gold_quote" in row:
        words = [re.escape(piece) for piece in row["gold_quote"].split()]
        return [match.span() for match in re.finditer(r"\s+".join(words), document.text)]
    return [
        (s.start, s.end)
        for s in quotable_spans(document)
        if digest(document.text[s.start : s.end]) == row["gold_sha256"]
    ]


def digest(text: str) -> str:
    """What stands for a gold sentence: 24 hex digits over its NFKC form without whitespace."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return hashlib.sha256(plain.encode()).hexdigest()[:24]


def table_collections(archive: Path, reports: Path) -> Iterator[Collection]:
    """NTCIR U4 / UFO table retrieval (valid split): find the table of a report that a question is about."""
    with zipfile.ZipFile(archive) as members:
        asked = json.loads(members.read("table_retrieval/valid/questions.json"))
        gold = json.loads(members.read("table_retrieval/valid/gold_standard.json"))
    for report in sorted({entry["doc_id"] for entry in asked.values()}):
        path = reports / f"{report}.zip"
        if not path.is_file():
            continue
        tables = list(_tables(path))
        questions = [
            Question(key, entry["question"], frozenset([gold[key]]))
            for key, entry in asked.items()
            if entry["doc_id"] == report
        ]
        yield Collection(report, [table for _, table in tables], [name for name, _ in tables], questions)


_TABLE = re.compile(r'<table[^>]*\btable-id="([^"]+)"[^>]*>(.*?)</table>', re.S)
_CELL_END = re.compile(r"</t[dh]>")
_ROW_END = re.compile(r"</tr>|</p>|</div>|<br\s*/?>|</h\d>")
_TAG = re.compile(r"<[^>]*>")
_PIECE = 1_200


def _tables(path: Path) -> Iterator[tuple[str, Passage]]:
    with zipfile.ZipFile(path) as members:
        pages = sorted(name for name in members.namelist() if name.endswith((".html", ".htm")))
        for page in pages:
            source = members.read(page).decode("utf-8", "replace")
            for match in _TABLE.finditer(source):
                rows = [_plain(row) for row in re.split(r"</tr>", match.group(2))]
                before = _plain(_ROW_END.sub("\n", source[max(0, match.start() - 4_000) : match.start()]))
                heading = " ".join(before.split("\n")[-6:])[-220:]
                text = "\n".join(row for row in rows if row)
                for at in range(0, max(len(text), 1), _PIECE):
                    yield match.group(1), _bare(path.stem, text[at : at + _PIECE], heading, rows[0][:160])


def _plain(source: str) -> str:
    text = html.unescape(_TAG.sub("", _CELL_END.sub("\t", source)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _bare(source_id: str, text: str, heading: str = "", columns: str = "", title: str = "") -> Passage:
    return Passage(
        source_id, 0, len(text), text, title, heading, columns, "annual_report", "public", None, "ja"
    )


def page_collections(folder: Path) -> Iterator[Collection]:
    """FinanceBench over the PDFs that lie there: find a page with the evidence, inside the right filing."""
    lines = (folder / "financebench_open_source.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    for path in sorted((folder / "pdfs").glob("*.pdf")):
        asked = [row for row in rows if row["doc_name"] == path.stem]
        documents = read_source(RawSource(path.name, path.read_bytes()))[0] if asked else []
        found = [(document, passage) for document in documents for passage in passages(document)]
        questions = [
            Question(
                row["financebench_id"],
                row["question"],
                frozenset(str(int(item["evidence_page_num"]) + 1) for item in row["evidence"]),
            )
            for row in asked
        ]
        targets = [str(locator_at(document, passage.start).page) for document, passage in found]
        if questions:
            yield Collection(path.stem, [passage for _, passage in found], targets, questions)


def squad_collections(path: Path) -> Iterator[Collection]:
    """JaQuAD or JSQuAD in SQuAD's layout (`data > paragraphs > context, qas`): find the context."""
    found: list[Passage] = []
    questions: list[Question] = []
    for file in sorted(path.glob("*.json")):
        for article in json.loads(file.read_text(encoding="utf-8"))["data"]:
            for paragraph in article["paragraphs"]:
                target = str(len(found))
                found.append(_bare(target, paragraph["context"], title=article.get("title", "")))
                questions += [
                    Question(str(qa["id"]), qa["question"], frozenset([target])) for qa in paragraph["qas"]
                ]
    if questions:
        yield Collection(path.name, found, [str(number) for number in range(len(found))], questions)


def _place(passage: Passage) -> str:
    return f"{passage.source_id}:{passage.start}"
