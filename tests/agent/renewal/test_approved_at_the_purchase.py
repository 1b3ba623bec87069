"""Who approved the purchase: the paper's own line, a won deal's row, a handover's field."""

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
    ("name", "text", "who"),
    [
        ("ringi.txt", "起案書 第12号\n件名 検査記録の電子化\n決 裁 常務会(令和8年3月20日 了承)\n", "常務会"),
        ("ukagai.txt", "導入伺い(写し)\n件名 検査記録\n回付 係長 ㊞ → 次長 ㊞ → 熊倉部長 ㊞\n", "熊倉"),
        ("handover.csv", "項目,内容\n誰が決めたか,熊倉部長。その場で\n", "熊倉"),
        ("hearing.csv", "質問,回答\n前回は誰が決めた,先代の専務が一人で\n", "先代の専務"),
        ("log.csv", "日付,区分,相手,メモ\n2026-03-25,受注,熊倉部長,部長決裁\n", "熊倉"),
        ("handover.csv", "項目,内容\n決裁,熊倉部長になると思います\n", None),
        ("memo.txt", "2026年9月25日 打合せ\n年80万円以下なら部長決裁で終わりです。\n", None),
        ("memo.txt", "2026年9月25日 打合せ\n今回の更新は熊倉部長の決裁で通る予定。\n", None),
    ],
)
def test_purchase(japanese: SimpleNamespace, read: Read, name: str, text: str, who: str | None) -> None:
    assert _approver(japanese, read, {name: text}) == who


def test_the_paper_counts_before_what_a_log_says(japanese: SimpleNamespace, read: Read) -> None:
    files = {
        "log.csv": "日付,区分,相手,メモ\n2026-03-25,受注,椎名係長,熊倉部長の決裁で通った\n",
        "ringi.txt": "稟議書\n件名 検査記録の電子化\n承認 常務会 2026年3月20日\n",
    }
    assert _approver(japanese, read, files) == "常務会"
