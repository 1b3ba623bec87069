"""Who is said outright to decide stands before the body that passes the year's budget; alone the body is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.pipeline import draft

HEAD = "# 定例 2026-11-12\n先方: 財務部 課長 小峰 冬子さん\n当社: 有賀\n\n"


def _buyer(tmp_path: Path, *lines: str) -> str | None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "account.yaml").write_text(
        "id: A-1\nname: 株式会社ひなた物産\nas_of: 2026-11-20\ncsm: 有賀 律\n", encoding="utf-8"
    )
    (tmp_path / "sources" / "20261112_memo.md").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    people = draft(tmp_path).plan.key_people
    return next((person.name for person in people if person.role == "economic_buyer"), None)


BUDGET = "- 来期の予算は2月に各部が出して、3月の取締役会で決まるとのこと"


@pytest.mark.parametrize(
    ("said", "buyer"),
    [("- 決裁は管理本部長の穂積取締役。", "穂積"), ("- 更新の決裁は穂積本部長。", "穂積")],
)
def test_outright_before_the_budgets_body(tmp_path: Path, said: str, buyer: str) -> None:
    assert _buyer(tmp_path, BUDGET, said) == buyer


def test_the_body_alone(tmp_path: Path) -> None:
    assert _buyer(tmp_path, BUDGET) == "取締役会"
