"""The independent checker passes a sound plan and fails each kind of damage to it."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals.anchor_days import date_follows
from evals.arithmetic import computes
from evals.check_citations import Checker, cut_reason, main
from evals.printed import fold, value_printed

FILING = (
    "第8期 有価証券報告書\n"
    "決算期\t2026年3月期\n"
    "(単位:百万円)\n"
    "売上高\t12,345\t13,001\n"
    "営業利益\t1,200\t△45\n"
    "減価償却費\t300\n"
    "氏名\t山田　太郎\t代表取締役社長\n"
    "当社は新しい倉庫を2027年4月1日に稼働させる予定はない。\n"
)
NOTE = "先方：小川課長、森様\n来期の予算は12月11日までに申請する。\n検索時間を25分から10分にする。\n"
FILLER = "あ" * 400


def cite(text: str, quote: str, source: str = "s1", nth: int = 0) -> dict[str, Any]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return {
        "source_id": source,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "locator": {},
        "check": "quote_found",
    }


def value(
    number: object, citations: list[dict[str, Any]], unit: str | None = None, **more: Any
) -> dict[str, Any]:
    return {"value": number, "unit": unit, "citations": citations, "check": "value_matches"}


def sound_plan() -> dict[str, Any]:
    scale = cite(FILING, "(単位:百万円)")
    sales = value(13_001_000_000, [cite(FILING, "13,001"), scale], "円")
    loss = value(-45_000_000, [cite(FILING, "△45"), scale], "円")
    wear = value(300_000_000, [cite(FILING, "300"), scale], "円")
    ebitda = {
        "value": 255_000_000,
        "unit": "円",
        "citations": [],
        "check": "computed",
        "derived": {"rule": "ebitda", "inputs": [loss, wear]},
    }
    row = {"end": "2026-03-31", "scope": "consolidated", "net_sales": sales, "operating_income": loss}
    return {
        "schema_version": "1.0",
        "account": {"id": "a", "name": "例示工業"},
        "account_information": {
            "fiscal_year_end": value({"month": 3, "day": 31}, [cite(FILING, "2026年3月期")]),
            "financials": [row | {"depreciation": wear, "ebitda": ebitda}],
            "officers": [
                {"name": "山田 太郎", "title": "代表取締役社長", "citations": [cite(FILING, "山田　太郎")]}
            ],
            "business": [claim("c1", "fact", [cite(FILING, FILING.splitlines()[-1])])],
            "implications": [claim("c2", "inference", [], premises=["c1"])],
        },
        "key_people": [
            {"id": "kp-1", "name": "小川", "citations": [cite(NOTE, "先方：小川課長、森様", "s2")]}
        ],
        "goals": [
            {
                "id": "g-1",
                "statement": "検索時間を短縮する",
                "baseline": value("25分", [cite(NOTE, "検索時間を25分から10分にする。", "s2")]),
                "due": None,
                "citations": [cite(NOTE, "検索時間を25分から10分にする。", "s2")],
            }
        ],
        "budget": {
            "request_window": value(
                "2026-12-11",
                [cite(NOTE, "来期の予算は12月11日までに申請する。", "s2"), cite(FILING, "2026年3月期")],
            )
        },
        "commitments": [],
        "blanks": [],
        "sources": [{"id": "s1"}, {"id": "s2"}],
    }


def claim(name: str, kind: str, citations: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"id": name, "text": "文", "kind": kind, "citations": citations, "premises": [], **more}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "s1.txt").write_text(FILING, encoding="utf-8")
    (tmp_path / "texts" / "s2.txt").write_text(NOTE + FILLER, encoding="utf-8")
    return tmp_path


def check(folder: Path, plan: object) -> list[str]:
    (folder / "plan.json").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    return [f"{problem.path}: {problem.what}" for problem in Checker(folder).run()]


def test_a_sound_plan_passes(folder: Path) -> None:
    assert check(folder, sound_plan()) == []


def _row(plan: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = plan["account_information"]["financials"][0]
    return row


def _officer(plan: dict[str, Any]) -> dict[str, Any]:
    officer: dict[str, Any] = plan["account_information"]["officers"][0]
    return officer


DAMAGE: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    ("digit of a value", lambda p: _row(p)["net_sales"].update(value=13_011_000_000), "not in its quotes"),
    ("lost sign", lambda p: _row(p)["operating_income"].update(value=45_000_000), "not in its quotes"),
    ("lost scale", lambda p: _row(p)["net_sales"].update(value=13_001), "not in its quotes"),
    ("thousands for millions", lambda p: _row(p)["net_sales"].update(value=13_001_000), "not in its quotes"),
    ("scale not cited", lambda p: _row(p)["net_sales"]["citations"].pop(), "not in its quotes"),
    ("wrong sum", lambda p: _row(p)["ebitda"].update(value=345_000_000), "does not follow"),
    ("no rule", lambda p: _row(p)["ebitda"]["derived"].update(rule=""), "names no rule"),
    ("no input", lambda p: _row(p)["ebitda"]["derived"].update(inputs=[]), "no cited input"),
    ("wrong quote", lambda p: _officer(p)["citations"][0].update(quote="山田　次郎"), "text there is"),
    ("offset by one", lambda p: _officer(p)["citations"][0].update(start=0, end=5), "text there is"),
    ("end beyond the text", lambda p: _officer(p)["citations"][0].update(end=99999), "not inside the text"),
    ("other source", lambda p: _officer(p)["citations"][0].update(source_id="s2"), "text there is"),
    ("no such source", lambda p: _officer(p)["citations"][0].update(source_id="s9"), "no readable text"),
    (
        "escape from texts",
        lambda p: _officer(p)["citations"][0].update(source_id="../plan"),
        "no readable text",
    ),
    ("unlisted source", lambda p: p["sources"].pop(), "not listed under sources"),
    ("other name", lambda p: _officer(p).update(name="山田 次郎"), "is in none of its quotes"),
    ("stakeholder not in the quote", lambda p: p["key_people"][0].update(name="大川"), "is in none"),
    ("stakeholder uncited", lambda p: p["key_people"][0].update(citations=[]), "entry without citation"),
    ("goal uncited", lambda p: p["goals"][0].update(citations=[], baseline=None), "entry without citation"),
    ("other words", lambda p: p["goals"][0]["baseline"].update(value="35分"), "not in its quotes"),
    ("other day", lambda p: p["budget"]["request_window"].update(value="2026-12-12"), "not in its quotes"),
    ("year from nowhere", lambda p: p["budget"]["request_window"]["citations"].pop(), "not in its quotes"),
    (
        "other month",
        lambda p: p["account_information"]["fiscal_year_end"].update(value={"month": 4, "day": 30}),
        "not in its quotes",
    ),
    (
        "fact uncited",
        lambda p: p["account_information"]["business"][0].update(citations=[]),
        "fact without citation",
    ),
    (
        "premise that is no fact",
        lambda p: p["account_information"]["implications"][0].update(premises=["c9"]),
        "premises that are no facts",
    ),
    (
        "inference from nothing",
        lambda p: p["account_information"]["implications"][0].update(premises=[]),
        "inference without premises",
    ),
    (
        "assumption for ever",
        lambda p: p["account_information"]["implications"][0].update(kind="assumption"),
        "assumption without expiry",
    ),
    (
        "praised as verified",
        lambda p: _officer(p)["citations"][0].update(check="verified"),
        "unknown check",
    ),
    ("unknown schema", lambda p: p.update(schema_version="9.0"), "unknown schema"),
    ("no schema", lambda p: p.pop("schema_version"), "unknown schema"),
    ("missing block", lambda p: p.pop("key_people"), "unknown schema"),
    (
        "too long",
        lambda p: p["goals"][0]["citations"].append(cite(NOTE + FILLER, FILLER[:301], "s2")),
        "300 are allowed",
    ),
    (
        "lost first digit",
        lambda p: p["goals"][0]["citations"].append(cite(FILING, "2,345", "s1")),
        "begins inside a number",
    ),
    ("lost last digit", lambda p: p["goals"][0]["citations"].append(cite(FILING, "12,34")), "ends inside"),
    ("lost △", lambda p: p["goals"][0]["citations"].append(cite(FILING, "45\n減価")), "cut from its sign"),
    (
        "lost negation",
        lambda p: p["goals"][0]["citations"].append(cite(FILING, "稼働させる予定は")),
        "cut from its negation",
    ),
]


@pytest.mark.parametrize(("name", "damage", "expected"), DAMAGE, ids=[row[0] for row in DAMAGE])
def test_damage_is_found(
    folder: Path, name: str, damage: Callable[[dict[str, Any]], object], expected: str
) -> None:
    plan = copy.deepcopy(sound_plan())
    damage(plan)
    problems = check(folder, plan)
    assert any(expected in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("number", "unit", "quotes", "printed"),
    [
        (1_234_500, "円", ["1,234千円と500円"], False),
        (1_234_000, "円", ["1,234千円"], True),
        (1_234_000, "円", ["１，２３４千円"], True),
        (3_500_000_000_000, "円", ["3兆5,000億円の売上"], True),
        (35_000_000_000_000, "円", ["3兆5,000億円の売上"], False),
        (-1234, None, ["(1,234)"], True),
        (1234, None, ["(1,234)"], False),
        (-12, "円", ["△12"], True),
        (-12, "円", ["12", "△"], True),
        (12, "円", ["▲12"], False),
        (64.62, "%", ["64.62%"], True),
        (0.6462, None, ["64.62%"], True),
        (0.64, None, ["64.62%"], False),
        (2026, None, ["2026-03-31"], True),
        (10**9, "USD", ["$1.0 billion"], True),
        (10**6, "USD", ["$1.0 billion"], False),
        (12, None, ["第12期"], True),
        (12, None, ["②"], False),
        (3000, "株", ["30", "所有株式数(百株)"], True),
        (30, None, ["- 30名に配布"], True),
        (1_009_966, None, ["売上\t－\t1,009,966"], True),
        (-1_009_966, None, ["売上\t－\t1,009,966"], False),
        (1, None, ["①"], False),
        ("2026-03-31", None, ["令和8年3月31日"], True),
        ("2026-03-31", None, ["令和8年3月末"], True),
        ("2027-03-31", None, ["令和8年3月末"], False),
        ("2026-03-30", None, ["令和8年3月末"], False),
        ("2026-06-30", None, ["ends on 30 June 2026"], True),
        ("2026-06-30", None, ["June 30th, 2026"], True),
        ("2026-06-30", None, ["ends on 30 June", "FY 2026"], True),
        ("2026-06-29", None, ["ends on 30 June 2026"], False),
        ("2026-01", None, ["2026年1月の経営会議"], True),
        ("2026-02", None, ["2026年1月の経営会議"], False),
        ("経営会議", None, ["経営 会議で決める"], True),
        ("取締役会", None, ["経営会議で決める"], False),
        (True, None, ["true"], False),
        (3, "月", ["決算\t三月"], True),
        (12, "月", ["十二月が期末"], True),
        (2, "月", ["十二月が期末"], False),
        (7, "割", ["７割の店が使う"], True),
        (0.7, None, ["7割の店が使う"], True),
        (7, None, ["7割の店が使う"], False),
        (8, "割", ["八割を電子に"], True),
        (120, "件", ["苦情は百二十件"], True),
        (20, "件", ["苦情は百二十件"], False),
        (1, "件", ["一部の店舗で使う"], False),
        (10, "分", ["十分に使われている"], False),
        ("2027-05-20", None, ["二〇二七年五月二十日"], True),
        ("2027-05-21", None, ["二〇二七年五月二十日"], False),
    ],
)
def test_values_are_read_as_printed(
    number: object, unit: str | None, quotes: list[str], printed: bool
) -> None:
    assert value_printed(number, unit or "", quotes) is printed


@pytest.mark.parametrize(
    ("result", "rule", "inputs", "right"),
    [
        (255, "ebitda", [-45, 300], True),
        (345, "ebitda", [-45, 300], False),
        (0.25, "share_of_sales", [1, 4], True),
        (25.0, "share_of_sales", [1, 4], True),
        (0.33, "margin", [1, 3], True),
        (0.34, "margin", [1, 3], False),
        (10, "difference", [30, 20], True),
        (50, "difference", [30, 20], False),
        ("2026-12-31", "fiscal_term", [{"month": 12, "day": 31}], True),
    ],
)
def test_computed_values_are_worked_out_again(
    result: object, rule: str, inputs: list[Any], right: bool
) -> None:
    assert computes(result, rule, inputs) is right


@pytest.mark.parametrize(
    ("text", "quote", "cut"),
    [
        ("売上は1,234百万円", "1,234", "scale"),
        ("売上は1,234百万円", "1,234百万円", None),
        ("利益は-45", "45", None),
        ("利益\t-45", "45", "sign"),
        ("loss (1,234) in", "1,234", "brackets"),
        ("loss (1,234) in", "(1,234)", None),
        ("It is not profitable.", "profitable.", "negation"),
        ("It is profitable.", "profitable.", None),
        ("2026-12-11", "2026-12-1", "inside a number"),
        ("by 30 June 2026.\n3.3 Rosters", "3.3 Rosters", None),
        ("rate 12.5 hours", "5 hours", "inside a number"),
    ],
)
def test_where_a_quote_may_be_cut(text: str, quote: str, cut: str | None) -> None:
    start = text.index(quote)
    reason = cut_reason(text, start, start + len(quote))
    assert (reason is None) if cut is None else (reason is not None and cut in reason)


def test_folding_keeps_other_characters() -> None:
    assert fold("ＡＢ１２　②㈱½") == "AB12 ②㈱½"


def test_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(folder, sound_plan())
    assert main([str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []
    broken = sound_plan()
    broken["key_people"][0]["name"] = "大川"
    check(folder, broken)
    assert main([str(folder)]) == 1
    assert "大川" in capsys.readouterr().out


def test_it_stands_alone() -> None:
    """Neither agent nor any third-party package is imported by the script."""
    code = (
        "import sys, evals.check_citations;"
        "print([m for m in sys.modules if m.split('.')[0] in {'agent','connectors','pydantic','lxml'}])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "quote", "cut"),
    [
        ("売上\t－\t45", "45", False),
        ("売上\t-\t45", "45", False),
        ("売上\t△ 45", "45", True),
        ("売上\t− 45", "45", True),
    ],
)
def test_a_dash_in_the_cell_before_is_no_sign(text: str, quote: str, cut: bool) -> None:
    start = text.index(quote)
    assert (cut_reason(text, start, start + len(quote)) is not None) is cut


@pytest.mark.parametrize(
    ("value", "inputs", "follows"),
    [
        ("2026-11-25", ["11月25日", "2026-11-11"], True),
        ("2026-11-26", ["11月25日", "2026-11-11"], False),
        ("2026-12-25", ["11月25日", "2026-11-11"], False),
        ("2026-10-31", ["10月中", "2026-10-14"], True),
        ("2026-09-30", ["10月中", "2026-10-14"], False),
        ("2026-11-13", ["13日", "2026-11-11"], True),
        ("2026-11-14", ["13日", "2026-11-11"], False),
        ("2026-04-22", ["22 April", "2026-02-25"], True),
        ("2026-04-21", ["22 April", "2026-02-25"], False),
        ("2027-03-31", ["今期末", "2026-07-09"], True),
        ("2026-10", ["10月", "2026-10-30"], True),
        ({"month": 2, "day": 28}, [2], True),
        ({"month": 3, "day": 30}, [3], False),
        ({"month": 3, "day": 31}, [2], False),
    ],
)
def test_resolved_days_keep_to_the_printed_ones(value: object, inputs: list[Any], follows: bool) -> None:
    assert date_follows(value, inputs) is follows
