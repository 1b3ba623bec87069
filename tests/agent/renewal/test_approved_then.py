"""Approvals that a sentence itself sets in the past, and those told in somebody's entry of a list."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.renewal import read_renewal
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]


def _approver(notes: SimpleNamespace, read: Read, files: dict[str, str]) -> str | None:
    found = read_renewal(notes.account, read(files), notes.who, None).budget.last_renewal_approver
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("昨年は補助が付いたので、熊倉部長だけで通った。", "熊倉"),
        ("導入のときは熊倉部長の判で済みましたが、次はどこまで上がるか整理中です。", "熊倉"),
        ("去年も3月の経営会議に出ております。", "経営会議"),
        ("去年は部長決裁で入れたことになっているけど、実は経営会議にもかけてるんです。", "経営会議"),
        ("昨年は部長決裁とお伝えしましたが、誤りでした。", None),
        ("去年の経営会議では来期の予算が承認された。", None),
        ("前回の経営会議で話が出た。", None),
        ("今回は熊倉部長の決裁では足りない。", None),
    ],
)
def test_of_then(japanese: SimpleNamespace, read: Read, text: str, who: str | None) -> None:
    assert _approver(japanese, read, {"memo.txt": f"2026年9月25日 打合せ\n{text}\n"}) == who


@pytest.mark.parametrize(
    ("item", "who"),
    [
        ("・品質保証部長 熊倉様:創業からの方。最後に出てこられ「よし」で決まった", "熊倉"),
        ("・品質保証部長 熊倉様:創業からの方。展示会にも来られた", None),
        ("・品質保証部長 熊倉様:即断即決の方", None),
    ],
)
def test_in_an_entry(japanese: SimpleNamespace, read: Read, item: str, who: str | None) -> None:
    assert _approver(japanese, read, {"hikitsugi.md": f"# 引継ぎ\n2026年3月20日\n\n{item}\n"}) == who


def test_a_paper_called_by_who_passed_it(japanese: SimpleNamespace, read: Read) -> None:
    files = {"hikitsugi.md": "# 引継ぎ\n2026年3月20日\n\n## 稟議(経営会議付議)で約束したこと\n\n- 月18時間\n"}
    assert _approver(japanese, read, files) == "経営会議"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hugo Brandt waved it through last year, but from now on it goes to the committee.", "Hugo Brandt"),
        ("When we bought it, it went to the Spend Committee.", "Spend Committee"),
        ("I thought Hugo Brandt signed it last year.", None),
        ("Next year Hugo Brandt signs.", None),
    ],
)
def test_of_then_in_english(english: SimpleNamespace, read: Read, text: str, who: str | None) -> None:
    assert _approver(english, read, {"memo.txt": f"8 July 2026\n{text}\n"}) == who


def test_a_published_calendar_gives_the_day_of_a_month_told(japanese: SimpleNamespace, read: Read) -> None:
    files = {
        "talk.txt": "2026年9月25日 打合せ\n予算案は11月の常務会で固めます。\n",
        "tayori.html": "<html lang='ja'><body><main><h1>社内だより</h1><p><time>2026年9月1日</time></p><h2>これからの予定</h2>"
        "<table><tr><th>日にち</th><th>行事</th></tr><tr><td>11月16日</td><td>定例常務会(事業計画・予算案)</td></tr></table></main></body></html>",
    }
    steps = read_renewal(japanese.account, read(files), japanese.who, None).decision_path.steps
    assert [step.when for step in steps if step.approver == "常務会"] == ["2026-11-16"]
