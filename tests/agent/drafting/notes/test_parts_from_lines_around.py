"""Goals, tools, promises and commitments whose parts stand in several lines, rows, speakers or forms."""

from __future__ import annotations

import pytest

from agent.calendar.number_words import kanji_number
from agent.drafting.notes.goals.numbers import spoken_figures


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ja", "残業を月三十時間に", [30]),
        ("ja", "週5時間まで落とす", [5]),
        ("ja", "六・五営業日", []),
        ("ja", "十分に使えている", []),
        ("en", "nineteen times a month", [19]),
        ("en", "forty-five minutes", [45]),
        ("en", "a hundred calls", [100]),
        ("en", "zero calls", []),
        ("en", "four thousand orders", []),
    ],
)
def test_figures_in_words(language: str, text: str, wanted: list[float]) -> None:
    assert [figure.value for figure in spoken_figures(text, language)] == wanted


@pytest.mark.parametrize(("words", "number"), [("三十", 30), ("百二十", 120), ("二〇", 20), ("十二", 12)])
def test_kanji_numbers(words: str, number: int) -> None:
    assert kanji_number(words) == number


@pytest.mark.parametrize(
    ("language", "name", "text", "metric", "baseline", "target", "due"),
    [
        ("ja", "m.md", "- 包装の段取り、いま1回あたり35分。\n- 「これを20分にしてくれ、来年三月までに」\n", "包装の段取り", 35, 20, "2027-03-31"),
        ("ja", "m.md", "- 不良率は先月2.4%。これを1.5%へ。\n- 期限は11月末\n", "不良率", 2.4, 1.5, "2026-11-30"),
        ("ja", "s.csv", "設問,回答\n目標は何ですか,締めを早くしたい\n今は何日かかりますか,9日\n何日にしたいですか,5日\n", "締めを早くしたい", 9, 5, None),
        ("en", "n.txt", "Goals as they wrote them on the board:\n1) Refund turnaround: 8 days -> 3 days, 30 Sept\n2) other things\n", "turnaround", 8, 3, "2026-09-30"),
    ],
)  # fmt: skip
def test_a_goal_in_several_lines(notes, language, name, text, metric, baseline, target, due) -> None:
    goals = notes(language, {name: text}).reading.goals
    assert len(goals) == 1
    goal = goals[0]
    assert metric in (goal.metric or "")
    assert goal.baseline is not None
    assert goal.baseline.value == baseline
    assert goal.target.value == target
    assert (goal.due.value if goal.due else None) == due
    for value in (goal.baseline, goal.target):
        assert value.citations


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "弊社のたたき台です。\n- 誤配率 22%→15%(年内)\n"),
        ("ja", "- よその会社では残業を月20時間に減らしたいと言っていた\n"),
        ("ja", "- 「電話を月50件に減らしたい」は取り下げ\n"),
        ("en", "- Our own renewal target: churn below 5% by December.\n"),
        ("en", "- He joked that we should aim for zero paper by Friday.\n"),
    ],
)
def test_what_only_sounds_like_a_goal(notes, language: str, text: str) -> None:
    assert notes(language, {"m.md": text}).reading.goals == []


@pytest.mark.parametrize(
    ("language", "text", "who", "due"),
    [
        ("ja", "こっち：集計表のひな形、7月8日までに作る\n", "us", "2026-07-08"),
        ("ja", "向こうの宿題→拠点の一覧を出す。7月17日まで\n", "customer", "2026-07-17"),
        ("ja", "【貴社】\n・対象拠点の一覧をご提示いただく（7/15）\n", "customer", "2026-07-15"),
        ("en", "You: the list of sites, by 10 July 2026.\n", "customer", "2026-07-10"),
    ],
)
def test_whose_turn_it_is(notes, language: str, text: str, who: str, due: str) -> None:
    found = notes(language, {"m_20260701.md": text}).reading.commitments
    assert [(c.who, c.due.value if c.due else None) for c in found] == [(who, due)]


@pytest.mark.parametrize(
    ("language", "text", "name", "department", "overlap"),
    [
        ("ja", "設計は「ズメンボックス」です。うちの版管理とまるきり一緒。\n", "ズメンボックス", "設計", True),
        ("ja", "請求は「伝票ノミコ」（経理部）。こちらとは無関係。\n", "伝票ノミコ", "経理部", False),
        ("ja", "事業部がGoogleフォームで受付を作って使っている。こちらにも受付があるのに。\n", "Googleフォーム", "事業部", True),
    ],
)  # fmt: skip
def test_a_tool_by_the_unit_that_has_it(notes, language, text, name, department, overlap) -> None:
    tools = notes(language, {"m.md": text}).reading.tools
    assert [(t.name, t.department, t.overlap_with_us) for t in tools] == [(name, department, overlap)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ja", "社長プレゼンでは「受注から出荷までを3日から1日に」と説明し承認。\n", ["受注から出荷までを3日から1日に"]),
        ("ja", "営業の約束：初期データの移行は無償で対応。\n", ["初期データの移行は無償で対応"]),
        ("ja", "申請書は廃棄済みで、効果に何と書いたか誰も知らない。\n", []),
        ("ja", "導入のとき「残業が3割減る」と言ったのは他社の営業。\n", []),
        ("en", "I also told them in writing we'd migrate the archive at no cost.\n", ["migrate the archive at no cost"]),
        ("en", "They asked if it cuts downtime when they bought; I said we don't claim that.\n", []),
    ],
)  # fmt: skip
def test_promises_told_of_the_purchase(notes, language: str, text: str, wanted: list[str]) -> None:
    assert [claim.text for claim in notes(language, {"m.md": text}).reading.promises] == wanted
