from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from agent.company.identity import CodeList, read_code_list, who
from agent.errors import UsageError

_HEAD = [
    "ＥＤＩＮＥＴコード",
    "提出者種別",
    "上場区分",
    "連結の有無",
    "資本金",
    "決算日",
    "提出者名",
    "提出者名（英字）",
    "提出者名（ヨミ）",
    "所在地",
    "提出者業種",
    "証券コード",
    "提出者法人番号",
]
_ROWS = [
    ["E90001", "内国法人・組合", "上場", "有", "1", "3月31日", "株式会社ミドリ電算", "Midori Densan Co., Ltd.", "カブシキガイシャミドリデンサン", "東京都港区", "情報・通信業", "99010", "1111111111111"],
    ["E90002", "内国法人・組合", "非上場", "無", "1", "2月末日", "ミドリ電算株式会社", "", "ミドリデンサンカブシキガイシャ", "大阪市北区", "小売業", "", "2222222222222"],
    ["E90003", "内国法人・組合", "上場", "有", "1", "12月31日", "アオバ商会株式会社", "AOBA SHOKAI INC.", "アオバショウカイ", "札幌市", "卸売業", "130A0", "3333333333333"],
    ["E90004", "内国法人・組合", "上場", "有", "1", "", "アオバ商会ホールディングス株式会社", "", "", "札幌市", "卸売業", "99040", "4444444444444"],
]  # fmt: skip


def _write(path: Path, rows: list[list[str]]) -> Path:
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(["ダウンロード実行日", "2026年05月12日現在", "件数", f"{len(rows)}件"])
    table.writerow(_HEAD)
    table.writerows(rows)
    path.write_bytes(text.getvalue().encode("cp932"))
    return path


@pytest.fixture
def codelist(tmp_path: Path) -> CodeList:
    older = [row.copy() for row in _ROWS]
    older[2][6] = "旧アオバ物産株式会社"
    present = _write(tmp_path / "EdinetcodeDlInfo.csv", _ROWS)
    return read_code_list(present, _write(tmp_path / "old_EdinetcodeDlInfo.csv", older))


@pytest.mark.parametrize(
    ("query", "codes", "match"),
    [
        ("E90001", ["E90001"], "code"),
        ("9901", ["E90001"], "code"),
        ("９９０１", ["E90001"], "code"),
        ("99010", ["E90001"], "code"),
        ("130a", ["E90003"], "code"),
        ("2222222222222", ["E90002"], "code"),
        ("株式会社ミドリ電算", ["E90001"], "name"),
        ("㈱ミドリ 電算", ["E90001"], "name"),
        ("ミドリ電算㈱", ["E90002"], "name"),
        ("ミドリ電算", ["E90001", "E90002"], "name"),
        ("aoba shokai", ["E90003"], "english"),
        ("あおばしょうかい", ["E90003"], "kana"),
        ("旧アオバ物産", ["E90003"], "former_name"),
        ("株式会社アオバ商会", ["E90003"], "similar"),
        ("アオバ商店会", ["E90003"], "similar"),
        ("アオバショ", ["E90003"], "similar"),  # a piece of the reading
        ("まったく知らない会社", [], None),
    ],
)
def test_who(codelist: CodeList, query: str, codes: list[str], match: str | None) -> None:
    found = who(query, codelist)
    assert [candidate.edinet_code for candidate in found] == codes
    assert {candidate.match for candidate in found} == ({match} if match else set())


def test_like_names_are_listed_with_what_tells_them_apart(codelist: CodeList) -> None:
    first, second = who("ミドリ電算", codelist)
    assert first.tells_apart != second.tells_apart
    assert "証券コード9901" in first.tells_apart
    assert "非上場" in second.tells_apart


def test_year_ends(codelist: CodeList) -> None:
    ends = [codelist.filers[code].fiscal_year_end for code in ("E90001", "E90002", "E90004")]
    assert [(end.month, end.day) if end else None for end in ends] == [(3, 31), (2, 28), None]


def test_zip_in_zip_is_opened(tmp_path: Path) -> None:
    data = _write(tmp_path / "x.csv", _ROWS).read_bytes()
    path = tmp_path / "list.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("EdinetcodeDlInfo.csv", data)
    assert len(read_code_list(path).filers) == 4


def test_another_table_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="cp932")
    with pytest.raises(UsageError, match=r"other\.csv"):
        read_code_list(path)


@pytest.mark.realdata
def test_every_tenth_filer_is_found_by_its_own_name(shared_data: Path) -> None:
    codes = read_code_list(shared_data / "edinet" / "codelist.zip")
    filers = list(codes.filers.values())[::10]
    alone = 0
    for filer in filers:
        found = who(filer.name, codes)
        assert filer.edinet_code in [candidate.edinet_code for candidate in found], filer.name
        alone += len(found) == 1
    assert alone / len(filers) >= 0.97
