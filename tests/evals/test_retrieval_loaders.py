"""The loaders of public retrieval sets, on tiny samples of our own in their layouts, and what is scored of them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from evals.interface import Sample, Settings
from evals.retrieval_sets import page_collections, squad_collections, table_collections
from evals.tasks.retrieval import Ranked, scored, search

PARAGRAPHS = {
    "灯台": ["岬の灯台は1890年に建てられた。", "灯台の光は二十海里まで届く。"],
    "港": ["港には三つの埠頭がある。"],
}
ASKED = {"岬の灯台はいつ建てられたか": 0, "光はどこまで届くか": 1, "埠頭はいくつあるか": 2}


def squad(folder: Path, names: list[str]) -> Path:
    """SQuAD's layout as JaQuAD (several files, with titles) and JSQuAD (one file) use it."""
    folder.mkdir()
    number = 0
    asked = list(ASKED)
    for name, title in zip(names, PARAGRAPHS, strict=False):
        paragraphs = []
        for context in PARAGRAPHS[title]:
            question = {
                "id": f"q{number}",
                "question": asked[number],
                "answers": [{"text": "-", "answer_start": 0}],
            }
            paragraphs.append({"context": context, "qas": [question]})
            number += 1
        data = {"version": "1", "data": [{"title": title, "paragraphs": paragraphs}]}
        (folder / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.mark.parametrize("names", [["jaquad_dev_0.json", "jaquad_dev_1.json"], ["valid-v1.3.json"]])
def test_squad_layout(tmp_path: Path, names: list[str]) -> None:
    (collection,) = squad_collections(squad(tmp_path / "jaquad", names))
    count = 3 if len(names) == 2 else 2
    assert [question.id for question in collection.questions] == [f"q{n}" for n in range(count)]
    assert collection.passages[0].title == "灯台"
    for number, question in enumerate(collection.questions):
        assert question.gold == {collection.targets[number]}


def test_an_empty_folder_has_no_collection(tmp_path: Path) -> None:
    assert list(squad_collections(tmp_path)) == []


def test_every_way_finds_the_context_and_margins_are_scored(tmp_path: Path) -> None:
    (collection,) = squad_collections(squad(tmp_path / "jsquad", ["a.json", "b.json"]))
    sample = Sample("jsquad/x", "x", ("jsquad", collection))
    output = search(sample, Settings())
    assert [ranks["reranked"] for ranks in output.ranks] == [1, 1, 1]
    scores = {score.field: score for score in scored(sample, output)}
    assert scores["retrieval.jsquad.plain.reranked.r1"].value == 1.0
    assert scores["retrieval.jsquad.plain.reranked_over_lexical.mrr"].unit == "points"


def test_margins_compare_the_same_questions() -> None:
    ranks: list[dict[str, int | None]] = [
        {"lexical": 2, "lexical_no_lexicon": 2, "vector": None, "hybrid": 1, "reranked": 1},
        {"lexical": 1, "lexical_no_lexicon": 11, "vector": 1, "hybrid": 1, "reranked": 2},
    ]
    (collection,) = [_two_questions()]
    scores = {s.field: s.value for s in scored(Sample("s", "s", None), Ranked("u4", collection, ranks))}
    assert scores["retrieval.u4.plain.reranked_over_lexical.mrr"] == pytest.approx(0.0)
    assert scores["retrieval.u4.plain.reranked_over_vector.mrr"] == pytest.approx(0.25)
    assert scores["retrieval.u4.plain.reranked_over_lexical_no_lexicon.r10"] == pytest.approx(0.5)


def _two_questions():  # type: ignore[no-untyped-def]
    from evals.retrieval_sets import Collection, Question

    return Collection("c", [], [], [Question("a", "?", frozenset()), Question("b", "?", frozenset())])


def test_table_layout(tmp_path: Path) -> None:
    """NTCIR U4 and UFO: questions and gold in one archive, a zip of pages a report."""
    archive = tmp_path / "u4.zip"
    asked = {"q1": {"doc_id": "S1", "question": "売上高はいくらか"}, "q2": {"doc_id": "S9", "question": "?"}}
    with zipfile.ZipFile(archive, "w") as members:
        members.writestr("table_retrieval/valid/questions.json", json.dumps(asked, ensure_ascii=False))
        members.writestr("table_retrieval/valid/gold_standard.json", json.dumps({"q1": "S1-t2", "q2": "x"}))
    page = (
        "<p>役員</p><table border='1' table-id=\"S1-t1\"><tr><td>氏名</td><td>山本</td></tr></table>"
        '<p>経営指標</p><table table-id="S1-t2"><tr><td>売上高&amp;収益</td><td>1,234</td></tr></table>'
    )
    with zipfile.ZipFile(tmp_path / "S1.zip", "w") as members:
        members.writestr("S1/0101.html", page)
    (collection,) = table_collections(archive, tmp_path)
    assert collection.targets == ["S1-t1", "S1-t2"]
    assert collection.passages[1].text == "売上高&収益 1,234"
    assert "経営指標" in collection.passages[1].heading
    assert [(q.id, q.gold) for q in collection.questions] == [("q1", {"S1-t2"})]


def test_page_layout(tmp_path: Path) -> None:
    """FinanceBench: a line a question, evidence pages counted from 0, filings as PDF."""
    (tmp_path / "pdfs").mkdir()
    (tmp_path / "pdfs" / "ACME_2025_10K.pdf").write_bytes(
        pdf(["Acme Works sells pumps.", "Capital expenditures were 12 million dollars."])
    )
    (tmp_path / "pdfs" / "OTHER_2025_10K.pdf").write_bytes(pdf(["Nobody asks about this."]))
    row = {
        "financebench_id": "f1",
        "doc_name": "ACME_2025_10K",
        "question": "What was the capex?",
        "evidence": [{"evidence_page_num": 1}],
    }
    absent = row | {"financebench_id": "f2", "doc_name": "ABSENT"}
    lines = "\n".join(json.dumps(entry) for entry in (row, absent))
    (tmp_path / "financebench_open_source.jsonl").write_text(lines, encoding="utf-8")
    (collection,) = page_collections(tmp_path)
    assert collection.name == "ACME_2025_10K"
    assert [(q.id, q.gold) for q in collection.questions] == [("f1", {"2"})]
    (found,) = [p for p, target in zip(collection.passages, collection.targets, strict=True) if target == "2"]
    assert "Capital expenditures" in found.text


def pdf(pages: list[str]) -> bytes:
    """A small PDF with one line of Helvetica a page."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, line in enumerate(pages):
        content = f"BT /F1 12 Tf 72 720 Td ({line}) Tj ET"
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return data + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
