"""Ways of approval told as a table or as numbered acts; the numbered sentences of minutes and tasks are none."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.renewal.remarks import read_remarks
from agent.renewal.sides import Sides
from agent.renewal.workflow import read_workflow
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]
Told = list[tuple[str, str | None]]


def _told(notes: SimpleNamespace, read: Read, text: str) -> Told:
    sides = Sides(notes.account, notes.who)
    remarks = read_remarks(read({"m.md": text}), sides)
    entries = read_workflow(remarks, notes.who.people, sides, Anchor(notes.account.as_of, 3))
    return [(entry.clause.kind, entry.when.iso if entry.when else None) for entry in entries]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "# 打合せ 2026-09-10\n\n## 更新の予定\n\n| 時期 | 内容 | 担当 |\n|---|---|---|\n"
            "| 10月2日 | 稟議書の提出 | 製造企画部 |\n| 10月9日 | 内容の確認 | 情報システム部 |\n| 10月20日 | 経営会議で決裁 | 経営会議 |\n",
            [("request", "2026-10-02"), ("review", "2026-10-09"), ("decide", "2026-10-20")],
        ),
        (
            "# 打合せ 2026-09-10\n\n更新の社内手続き\n\n1. 申請書を作る(9月25日まで)\n2. 経理部が金額を確認する\n3. 投資委員会で決定、10月22日開催\n",
            [("request", "2026-09-25"), ("review", None), ("decide", "2026-10-22")],
        ),
        (
            "# Call 2026-09-10\n\nHow renewals are approved:\n\n1. Quality writes a case by 25 September\n2. Finance reviews the numbers\n"
            "3. The Spend Committee decides on 22 October\n",
            [("request", "2026-09-25"), ("review", None), ("decide", "2026-10-22")],
        ),
        (
            "# Call 2026-09-10\n\n## Renewal\n\n| Stage | Owner | Date |\n|---|---|---|\n| Legal review | Legal | 7 Oct |\n"
            "| Board decision | Executive board | 15 Oct |\n",
            [("legal", "2026-10-07"), ("decide", "2026-10-15")],
        ),
        ("# 打合せ 2026-09-10\n\n1. 経営会議は10月20日です。\n2. 予算の話は済みました。\n3. 稟議は来週出すそうです。\n", []),
        ("# Call 2026-09-10\n\nRenewal\n\n1. Kim to send the budget paper\n2. Lee to ask the board\n3. Ann to call finance\n", []),
        (
            "# 打合せ 2026-09-10\n\n## 導入の予定\n\n| 時期 | 内容 |\n|---|---|\n| 10月2日 | 研修 |\n| 10月9日 | 設定の確認 |\n| 10月20日 | 本番稼働を決定 |\n",
            [],
        ),
    ],
)  # fmt: skip
def test_acts_in_their_order(japanese: SimpleNamespace, read: Read, text: str, told: Told) -> None:
    assert _told(japanese, read, text) == told
