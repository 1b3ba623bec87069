"""Promises of all, of work that is ours, and of a thing by name, and plans that keep to less of it."""

import datetime as dt

import pytest

from agent.goals import GoalContext, read_item

TODAY = dt.date(2026, 9, 1)


def _against(promise: str, plan: str, kind: str = "goal") -> bool:
    language = "en" if plan.isascii() else "ja"
    context = GoalContext(TODAY, kind, 3, 3, dt.date(2026, 4, 1), dt.date(2027, 8, 31), promise)  # type: ignore[arg-type]
    return read_item(plan, language, context).contradicts_promise is not None


@pytest.mark.parametrize(
    ("promise", "plan", "held"),
    [
        ("全9営業所で日報を電子化", "日報の電子化、対象は仙台と盛岡の2営業所(2027年3月末)", True),
        ("全9営業所で日報を電子化", "日報の電子化を全9営業所へ広げる(いまは2営業所)", False),
        ("Safety training at all 6 quarries", "Safety training for 2 quarries by May 2027", True),
        ("Safety training at all 6 quarries", "Safety training at every one of the 6 quarries", False),
        ("初期データの登録はベンダーが実施", "初期データの登録は貴社の総務課で5月末までに実施", True),
        ("初期データの登録はベンダーが実施", "初期データの登録は当社と貴社総務課とで5月末までに実施", False),
        ("Backup included from day one", "Start in May without backup, to be added later", True),
        ("在庫と発注の両方を1画面で管理", "在庫画面を公開する(2027年3月末)。発注は従来の帳票のまま", True),
        (
            "Zero overtime on public holidays",
            "By end of May 2027 holiday overtime is no more than 20 hours",
            True,
        ),
    ],
)
def test_less_of_it_or_done_by_others(promise: str, plan: str, held: bool) -> None:
    assert _against(promise, plan, "action" if "登録" in plan else "goal") is held


@pytest.mark.parametrize(
    ("promise", "plan"),
    [
        ("月末締め作業を2日短縮", "月末の締め作業を6営業日→4営業日(2027年3月締めから)"),
        ("Contract coverage of 80%", "Contract coverage of 90% of spend by May 2027"),
        ("設備の稼働率80%達成", "設備の稼働率 70→85%。停止履歴より算出"),
        (
            "Quarterly usage report",
            "Until contract end the CSM sends the usage report on the 5th of each quarter",
        ),
        (
            "図面の取り違えによる手直しをなくす",
            "古い版の図面のまま施工したことによる手直しを2027年3月末に0件にする",
        ),
    ],
)
def test_kept_promises_are_not_contradicted(promise: str, plan: str) -> None:
    assert not _against(promise, plan)
