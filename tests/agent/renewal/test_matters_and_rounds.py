"""What stands beside a sentence: another matter, when the units hand in, a meeting's new day, who held the power back then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.renewal import read_renewal
from agent.renewal.budget_round import budget_rounds
from agent.renewal.matters import key, of_other_matters
from agent.renewal.remarks import read_remarks
from agent.renewal.rescheduled import read_rescheduled
from agent.renewal.sides import Sides
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]
ANCHOR = Anchor(dt.date(2026, 10, 1), 3)


def remarks_of(notes: SimpleNamespace, read: Read, text: str) -> list:  # type: ignore[type-arg]
    documents = read({"m.md": f"# 打合せ 2026-09-25\n\n{text}\n"})
    return read_remarks(documents, Sides(notes.account, notes.who))


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("倉庫の建て替えで手いっぱいです。あれは11月の役員会で決まります。", 2),
        ("倉庫の建て替えで手いっぱいです。更新は11月の役員会で決まります。", 1),
        ("The bursary panel meets on the 9th. That is money we hand out, nothing to do with software.", 2),
        ("更新は11月の役員会で決まります。そのあとに連絡します。", 0),
    ],
)
def test_what_goes_on_about_another_matter(
    japanese: SimpleNamespace, read: Read, text: str, apart: int
) -> None:
    remarks = remarks_of(japanese, read, text)
    found = of_other_matters(remarks)
    assert sum(key(remark) in found for remark in remarks) == apart


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("来年度の予算は11月に各部署から集めます。", ["2026-11"]),
        ("予算は、各拠点が12月4日までに本部へ出します。", ["2026-12-04"]),
        ("Every team puts its asks for next year in by 20 November.", ["2026-11-20"]),
        ("各拠点の資料は10月9日までに提出してください。", []),
        ("各部の予算は2月の経営会議で決まります。", []),
    ],
)
def test_when_the_units_hand_in(japanese: SimpleNamespace, read: Read, text: str, when: list[str]) -> None:
    found = budget_rounds(remarks_of(japanese, read, text), ANCHOR)
    assert [told.when.iso for told in found] == when


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("経営会議が一週間後ろ倒しで、10月22日になりました。", "2026-10-22"),
        ("The Forum has been shifted, it is now on 22 October, papers by 8 October.", "2026-10-22"),
        ("経営会議は10月22日です。", None),
    ],
)
def test_a_meetings_new_day(japanese: SimpleNamespace, read: Read, text: str, day: str | None) -> None:
    found = read_rescheduled(remarks_of(japanese, read, text), ANCHOR)
    assert [told.when.iso for told in found] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("最初に買ったときは熊倉部長の一声でした。", "熊倉"),
        ("これまでは熊倉部長の判で足りた。", "熊倉"),
        ("更新は熊倉部長が決めます。導入のときもそうでした。", "熊倉"),
        ("去年は熊倉部長が目標を決めた。", None),
        ("熊倉部長が決めます。去年も値段は同じでした。", None),
    ],
)
def test_who_held_the_power_then(japanese: SimpleNamespace, read: Read, text: str, who: str | None) -> None:
    documents = read({"m.md": f"# 打合せ 2026-09-25\n\n{text}\n"})
    value = read_renewal(japanese.account, documents, japanese.who, None).budget.last_renewal_approver
    assert (value.value if value else None) == who
