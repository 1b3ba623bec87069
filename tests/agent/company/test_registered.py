"""The account's row of the EDINET code list as a source: year-end and industry cited, nothing taken by likeness."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from agent.cli import app
from agent.company.read import read_company
from agent.company.registered import registered
from agent.errors import UsageError
from agent.models.account import Account
from connectors.edinet.code_list import read_code_list_file, row_document
from connectors.interface import RawSource, ReadError

_LIST = """ダウンロード実行日,2026年05月12日現在,件数,4件
ＥＤＩＮＥＴコード,提出者種別,上場区分,連結の有無,資本金,決算日,提出者名,提出者名（英字）,提出者名（ヨミ）,所在地,提出者業種,証券コード,提出者法人番号
"E90001","内国法人・組合","上場","有","100","6月30日","株式会社ミドリ電算","Midori Densan Co., Ltd.","カブシキガイシャミドリデンサン","港区芝１－２","情報・通信業","99010","1111111111111"
"E90002","内国法人・組合","非上場","無","20","2月末日","ミドリ電算株式会社","","ミドリデンサンカブシキガイシャ","大阪市北区","小売業","","2222222222222"
"E90003","内国法人・組合","非上場","無","20","9月30日","アオバ商会株式会社","","","札幌市","卸売業","","3333333333333"
"E90004","内国法人・組合","非上場","無","20","","アオバ商会株式会社","","","仙台市","卸売業","","4444444444444"
"""  # fmt: skip


@pytest.fixture
def code_list(tmp_path: Path) -> Path:
    path = tmp_path / "Edinetcode.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("EdinetcodeDlInfo.csv", _LIST.encode("cp932"))
    return path


def _account(name: str, **codes: str) -> Account:
    return Account.model_validate(
        {"id": "A", "name": name, "as_of": dt.date(2026, 11, 20), "language": "ja", **codes}
    )


@pytest.mark.parametrize(
    ("name", "codes", "filer", "rule"),
    [
        ("株式会社ミドリ電算", {}, "E90001", None),
        ("ミドリ電算株式会社", {}, "E90002", None),
        ("ミドリ電算", {"sec_code": "9901"}, "E90001", None),
        ("ミドリ電算", {"corporate_number": "2222222222222"}, "E90002", None),
        ("Midori Densan", {"edinet_code": "e90001"}, "E90001", None),
        ("ミドリ電算", {}, None, "code_list_several"),
        ("アオバ商会株式会社", {}, None, "code_list_several"),
        ("株式会社ミドリ電算", {"sec_code": "9901", "edinet_code": "E90002"}, None, "code_list_several"),
        ("株式会社ソラ物産", {"sec_code": "9901"}, None, "code_list_other_name"),
        ("株式会社アオバ商会", {}, None, None),  # another company by the place of its legal form
        ("株式会社ミドリ電算サービス", {}, None, None),
    ],
)
def test_one_filer_or_a_question(
    code_list: Path, name: str, codes: dict[str, str], filer: str | None, rule: str | None
) -> None:
    found = registered(_account(name, **codes), code_list)
    assert (found.document and found.document.filer and found.document.filer.edinet_code) == filer
    assert [finding.rule for finding in found.findings] == ([rule] if rule else [])
    assert all(finding.question for finding in found.findings)


def test_without_a_list_nothing_is_said() -> None:
    assert registered(_account("株式会社ミドリ電算", sec_code="9901"), None) == (None, [])


def test_year_end_and_industry_are_cited(code_list: Path) -> None:
    account = _account("株式会社ミドリ電算", sec_code="9901")
    document = registered(account, code_list).document
    assert document is not None
    information = read_company(account, [document]).information
    value = information.fiscal_year_end
    assert value is not None
    assert (value.value.month, value.value.day, value.check) == (6, 30, "value_matches")
    assert value.citations[0].quote == "6月30日\t株式会社ミドリ電算"
    assert value.citations[0].locator.row == 3
    (fact,) = information.business
    assert [c.quote for c in fact.citations] == ["情報・通信業", "上場", "港区芝１－２"]
    assert fact.as_of == dt.date(2026, 5, 12)
    for citation in [*value.citations, *fact.citations]:
        assert document.text[citation.start : citation.end] == citation.quote


def test_a_last_day_of_a_month_is_computed(code_list: Path) -> None:
    account = _account("ミドリ電算株式会社")
    document = registered(account, code_list).document
    assert document is not None
    value = read_company(account, [document]).information.fiscal_year_end
    assert value is not None
    assert (value.value.month, value.value.day, value.check) == (2, 28, "computed")


def test_the_row_is_a_source_of_the_plan(code_list: Path, tmp_path: Path) -> None:
    folder = tmp_path / "account"
    (folder / "sources").mkdir(parents=True)
    (folder / "account.yaml").write_text(
        'id: A\nname: ミドリ電算\nsec_code: "9901"\nas_of: 2026-11-20\n', encoding="utf-8"
    )
    result = CliRunner().invoke(
        app, ["draft", str(folder), "-q", "--format", "json"], env={"BANSO_CODE_LIST": str(code_list)}
    )
    assert result.exit_code == 0, result.output
    plan = json.loads((folder / "plan" / "plan.json").read_text(encoding="utf-8"))
    (source,) = plan["sources"]
    assert source["title"] == "EDINETコードリスト 株式会社ミドリ電算"
    citation = plan["account_information"]["fiscal_year_end"]["citations"][0]
    assert citation["source_id"] == source["id"]
    text = (folder / "plan" / "texts" / f"{source['id']}.txt").read_text(encoding="utf-8")
    assert text[citation["start"] : citation["end"]] == citation["quote"]


@pytest.mark.parametrize("damage", [b"PK\x03\x04 cut", b"a,b\n1,2\n", b""])
def test_what_is_no_list_is_refused_by_name(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "other.zip"
    path.write_bytes(damage)
    with pytest.raises(UsageError, match=r"other\.zip"):
        registered(_account("x"), path)
    with pytest.raises(ReadError):
        read_code_list_file(RawSource("other.zip", damage))


@pytest.mark.realdata
def test_every_fiftieth_filer_states_its_year_end(shared_data: Path) -> None:
    data = (shared_data / "edinet" / "codelist.zip").read_bytes()
    file = read_code_list_file(RawSource("codelist.zip", data))
    stated = 0
    rows = file.rows[::50]
    for row in rows:
        cells = file.cells(row)
        account = _account(cells["提出者名"] or "?", edinet_code=cells["ＥＤＩＮＥＴコード"])
        value = read_company(account, [row_document(file, row)]).information.fiscal_year_end
        assert (value is not None) == bool(cells["決算日"]), cells
        stated += value is not None
    assert stated > len(rows) / 3
