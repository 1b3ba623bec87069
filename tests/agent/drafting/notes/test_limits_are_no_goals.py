"""Rules of who signs or pays beyond a figure are no goals; people are no metrics; money keeps its sign."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "- 金型の購入、500万円を超える案件は役員会で決裁。申請は9月末まで\n"),
        ("ja", "- 修理依頼は80万円以上は部長承認にしたい\n"),
        ("ja", "- 障害対応の目標、月15件を超えたら追加費用\n"),
        ("ja", "- 設備費の稟議は200万円以上が対象、12月末までに見直す\n"),
        ("en", "- Hugo wants every order over five thousand in front of him.\n"),
        ("en", "- Purchases above $20,000 need two signatures by December.\n"),
        ("en", "- They want repairs over £3,000 to go to the workshop lead.\n"),
        ("en", "- Finance wants to approve anything above €8,000 by December.\n"),
    ],
)
def test_a_limit_is_no_goal(notes, language: str, text: str) -> None:
    assert notes(language, {"m.md": text}).reading.goals == []


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("ja", "- 見積の承認にかかる日数を5日から2日に短縮したい。12月末まで\n", 2),
        ("ja", "- 手直しを月20件以下にしたい。12月末まで\n", 20),
        ("en", "- They want call waiting under 3 minutes by December.\n", 3),
        ("en", "- Tickets over 10 days old need to come down from 40 to 12 by December.\n", 12),
    ],
)
def test_a_goal_near_such_words_stays(notes, language: str, text: str, target: int) -> None:
    goals = notes(language, {"m.md": text}).reading.goals
    assert [goal.target.value for goal in goals] == [target]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "- Petra: I want it under £40k by December.\n"),
        ("en", "- Petra: The haulage bill is due. I want it under £40k.\n"),
        ("ja", "- 熊倉部長:50件以下にしたい、12月までに\n"),
    ],
)
def test_a_speaker_is_no_metric(notes, language: str, text: str) -> None:
    for goal in notes(language, {"m.md": text}).reading.goals:
        assert not any(name in (goal.metric or "") for name in ("Petra", "熊倉"))
        assert "Reduce Petra" not in goal.statement
        assert language == "ja" or goal.target.unit == "£"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- 棚卸に担当1人あたり月9時間かかる。これを4時間にしたい。\n", "これを4時間にしたい"),
        ("- 1枚の伝票に20分かかっている。10分にしたい。\n", "10分にしたい"),
    ],
)
def test_a_fragment_makes_no_sentence(notes, text: str, words: str) -> None:
    (goal,) = notes("ja", {"m.md": text}).reading.goals
    assert words in goal.statement


def test_a_goal_before_an_event_is_not_due_at_its_end(notes) -> None:
    text = "- 第二倉庫は2027年2月に開業。その前に教材60本を動画にそろえたい。\n"
    (goal,) = notes("ja", {"m.md": text}).reading.goals
    assert goal.target.value == 60
    assert goal.due is None
    assert "その前に" not in (goal.metric or "")
