"""Each site for itself; who decided by the paper that hands the deal over."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.renewal import read_renewal
from agent.renewal.thresholds import ceiling_in
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("来期の費用は、各店舗がそれぞれ判断して払います。", "各店舗"),
        ("契約を続けるかは各農場が自分の財布で決めます。", "各農場"),
        ("From May each parish pays its share and each parish chooses for itself.", "each parish"),
        ("当番の順番は各店舗がそれぞれ決めます。", None),
        ("更新は各店舗がそれぞれ決めるのではなく、一括です。", None),
        ("更新は各店舗がそれぞれ決めるのでしょうか。", None),
    ],
)
def test_each_site_for_itself(japanese: SimpleNamespace, read: Read, line: str, body: str | None) -> None:
    found = read_renewal(
        japanese.account, read({"memo.txt": f"2026年9月25日 打合せ\n{line}\n"}), japanese.who, None
    )
    assert (found.budget.decision_body.value if found.budget.decision_body else None) == body


@pytest.mark.parametrize(
    ("name", "text", "who"),
    [
        ("受注引継票.csv", "項目,内容\n決裁者,熊倉部長。即決だった\n", "熊倉"),
        ("受注引継票.csv", "項目,内容\n決裁者,不明。聞けていない\n", None),
        ("memo.csv", "項目,内容\n決裁者,熊倉部長\n", None),
    ],
)
def test_handed_over(japanese: SimpleNamespace, read: Read, name: str, text: str, who: str | None) -> None:
    found = read_renewal(
        japanese.account, read({name: text}), japanese.who, None
    ).budget.last_renewal_approver
    assert (found.value if found else None) == who


def test_a_ceiling_in_kanji() -> None:
    assert ceiling_in("三百万円までは専務が決める") == 3_000_000
