from __future__ import annotations

import pytest


def vtt(*turns: str) -> str:
    cues = [f"{n}\n00:00:{n:02}.000 --> 00:00:{n + 1:02}.000\n{turn}\n" for n, turn in enumerate(turns, 1)]
    return "WEBVTT\n\n" + "\n".join(cues)


def commitments(found) -> list[tuple[str, str | None]]:
    return [(c.who, c.due.value if c.due else None) for c in found.reading.commitments if not c.done]


def test_open_tasks_with_owner_and_date_in_the_forms_people_use(notes) -> None:
    minutes = """# 定例 2026-09-28

## 宿題
- [ ] 野々村: 操作説明会の案を作る 10月9日まで
- [x] 戸張: 見積の送付 → 9/25送付済
- 不良率データの提供（椎名係長、10月末）
- 端末台数の確認（熊倉部長、期限なし）
- 研修資料の更新（だれか、10/1）
"""
    assert commitments(notes("ja", {"m.md": minutes})) == [
        ("us", "2026-10-09"),
        ("customer", "2026-10-31"),
        ("customer", None),
    ]


def test_task_tables(notes) -> None:
    minutes = "# 定例 2026-09-28\n\n## 6. 対応事項\n| 内容 | 担当 | 期限 |\n|---|---|---|\n| 来期見積の提示 | 当社 戸張 | 10/15 |\n| 推進者の一覧 | 椎名係長 | 10月定例 |\n"
    found = notes("ja", {"m.md": minutes})
    assert commitments(found) == [("us", "2026-10-15"), ("customer", "2026-10")]
    assert found.reading.commitments[0].text == "来期見積の提示"


@pytest.mark.parametrize(
    ("language", "turns", "expected"),
    [
        ("ja", ["野々村: では比較表は10月9日までにお送りします。"], [("us", "2026-10-09")]),
        ("ja", ["椎名: 来週中にデータを集めます。"], [("customer", "2026-10-09")]),
        ("ja", ["野々村: 効果の資料をお作りします。これも15日までに。"], [("us", "2026-10-15")]),
        (
            "ja",
            ["野々村: 店長のコメントを集めてくれますか？", "椎名: はい、わかりました。"],
            [("customer", None)],
        ),
        ("ja", ["野々村: それでは利用状況をご報告します。"], []),
        ("ja", ["野々村: ご検討いただければ、次回ご説明できます。"], []),
        ("ja", ["椎名: よろしくお願いします。失礼します。"], []),
        ("ja", ["通りすがり: 来週お送りします。"], []),
        ("en", ["Olivia Marsh: I'll send the summary by 9 October."], [("us", "2026-10-09")]),
        ("en", ["Nadia Costa: I'll get the numbers from finance next week."], [("customer", "2026-10-09")]),
        ("en", ["Olivia Marsh: If you like, we could have a look at it."], []),
    ],
)
def test_what_people_say_they_will_do(
    notes, language: str, turns: list[str], expected: list[tuple[str, str]]
) -> None:
    assert commitments(notes(language, {"call_2026-10-01.vtt": vtt(*turns)})) == expected


def test_a_promise_told_twice_is_one_with_its_date(notes) -> None:
    call = vtt(
        "野々村: 公開情報の範囲で比較表を作ります。",
        "椎名: お願いします。",
        "野々村: では比較表は10月9日までにお送りします。",
    )
    assert commitments(notes("ja", {"call_2026-10-01.vtt": call})) == [("us", "2026-10-09")]


def test_what_a_later_note_reports_as_done_is_not_open(notes) -> None:
    first = "# 定例 2026-09-01\n\n## 宿題\n- 野々村: 操作説明会の日程案 9月10日\n"
    second = "# 定例 2026-09-20\n\n- 操作説明会の日程案：9月8日に提示済み\n"
    found = notes("ja", {"1.md": first, "2.md": second})
    assert commitments(found) == []
    assert [c.done for c in found.reading.commitments] == [True]


def test_a_computed_due_date_shows_its_words(notes) -> None:
    found = notes("ja", {"call_2026-10-01.vtt": vtt("椎名: 来週中にデータを集めます。")})
    due = found.reading.commitments[0].due
    assert due.check == "computed"
    assert due.derived.inputs[0].value == "来週中"
    assert due.derived.inputs[0].value in due.derived.inputs[0].citations[0].quote


def test_arrows_before_an_owner_and_a_date_left_open(notes) -> None:
    text = "# 訪問 2026-09-20\n\n## 宿題\n- → 当方：月次の表を10月末までに送る\n- → 先方：工場長に目標値を聞く（熊倉部長、期限は決めず）\n"
    found = notes("ja", {"m.md": text}).reading.commitments
    assert [(c.who, c.due.value if c.due else None) for c in found] == [
        ("us", "2026-10-31"),
        ("customer", None),
    ]
