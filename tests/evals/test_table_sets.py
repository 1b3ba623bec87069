"""Reports of the table questions: ids laid beside the cells of the Document, in any layout."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from evals.table_sets import read_report, table_questions

PAGE = """<html><body>
<?xml version="1.0" encoding="utf-8"?>
<xbrli:context id="X"><xbrli:period>2024-03-31</xbrli:period></xbrli:context>
<h3>①【貸借対照表】</h3>
<table table-id="D-1-tab1">
 <tr><td cell-id="D-1-tab1-r1c1"></td><td cell-id="D-1-tab1-r1c2" colspan="2">当事業年度</td></tr>
 <tr><td cell-id="D-1-tab1-r2c1">現金<br/>及び預金</td><td cell-id="D-1-tab1-r2c2"> 1,300 </td><td cell-id="D-1-tab1-r2c3">－</td></tr>
 <tr><td cell-id="D-1-tab1-r3c1">その他</td><td cell-id="D-1-tab1-r3c2">50</td><td cell-id="D-1-tab1-r3c3">－</td></tr>
</table>
<table table-id="D-1-tab2"><tr><td cell-id="D-1-tab2-r1c1">その他</td><td cell-id="D-1-tab2-r1c2">50</td><td cell-id="D-1-tab2-r1c3">－</td></tr></table>
</body></html>"""


def test_cells_and_tables_have_their_ids(tmp_path: Path) -> None:
    path = tmp_path / "D.zip"
    with zipfile.ZipFile(path, "w") as members:
        members.writestr("D-1.html", PAGE)
    report = read_report(path)
    text = report.document.text
    assert "2024-03-31" not in text  # contexts are no words of the report
    ids = {identifier: text[span.start : span.end] for span, identifier in report.cells.items()}
    assert ids["D-1-tab1-r2c1"] == "現金 及び預金"
    assert ids["D-1-tab1-r2c2"] == "1,300"
    assert ids["D-1-tab1-r3c2"] == ids["D-1-tab2-r1c2"] == "50"
    assert list(report.tables.values()) == ["D-1-tab1", "D-1-tab2"]


def test_questions_of_reports_that_lie_there(tmp_path: Path) -> None:
    (tmp_path / "D.zip").write_bytes(b"")
    asked = {
        "1": {"question": "q", "doc_id": "D", "table_id": "t"},
        "2": {"question": "q", "doc_id": "elsewhere", "table_id": "t"},
    }
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as members:
        members.writestr("table_qa/valid/questions.json", json.dumps(asked))
        members.writestr(
            "table_qa/valid/gold_standard.json",
            json.dumps({k: {"cell_id": "c", "value": "v"} for k in asked}),
        )
        members.writestr("table_retrieval/valid/questions.json", json.dumps(asked))
        members.writestr("table_retrieval/valid/gold_standard.json", json.dumps(dict.fromkeys(asked, "t")))
    cells = table_questions(tmp_path / "set.zip", "table_qa", "valid", tmp_path)
    tables = table_questions(tmp_path / "set.zip", "table_retrieval", "valid", tmp_path)
    assert [(q.id, q.table, q.cell, q.value) for q in cells] == [("1", "t", "c", "v")]
    assert [(q.id, q.table, q.cell) for q in tables] == [("1", "t", "")]
