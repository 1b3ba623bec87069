"""Budget facts follow the listed steps: the buyer's decision before a formality, the day papers must be in before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.drafting.second_reading import decision
from agent.drafting.second_reading import steps as module
from agent.models.plan import Budget, DecisionStep
from agent.pipeline import draft


def _budget(folder: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str], keep: str = "") -> Budget:
    """The budget of an account with one note, every step of the rules listed; `keep`: only those with the words."""
    (folder / "sources").mkdir()
    (folder / "account.yaml").write_text(
        "id: X\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-09-10\ncsm: 椎名\n"
        "contract_start: 2026-04-01\ncontract_end: 2027-03-31\n",
        encoding="utf-8",
    )
    told = "\n".join(f"・{line}" for line in lines)
    text = f"2026年9月3日 定例\n先方：赤羽課長、当社：椎名\n\n来期の予算と更新の決め方\n{told}\n"
    (folder / "sources" / "0903.txt").write_text(text, encoding="utf-8")

    def listed(
        weighed: object, steps: list[DecisionStep], form: object
    ) -> tuple[list[DecisionStep], list[DecisionStep]]:
        return [step for step in steps if keep in step.step + (step.approver or "")], []

    monkeypatch.setattr(module, "listed_and_again", listed)
    return draft(folder).plan.budget


def test_the_body_that_only_passes_the_whole_does_not_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    budget = _budget(
        tmp_path,
        monkeypatch,
        ["予算要求書の締切は10月30日です。", "常務会で12月18日に更新を決めます。", "1月26日の理事会で承認しますが、一覧で報告するだけです。"],
    )  # fmt: skip
    assert budget.request_window is not None
    assert budget.request_window.value == "2026-10-30"
    assert budget.decision_date is not None
    assert budget.decision_date.value == "2026-12-18"
    assert budget.decision_body is not None
    assert budget.decision_body.value == "常務会"
    for value in (budget.request_window, budget.decision_date, budget.decision_body):
        assert value.citations


def test_the_budget_is_asked_for_before_papers_are_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["来年度予算は各課から10月9日までに要求を出します。", "会議の資料は12月4日までです。", "常務会で12月18日に更新を決めます。"]  # fmt: skip
    budget = _budget(tmp_path, monkeypatch, lines)
    assert budget.request_window is not None
    assert budget.request_window.value == "2026-10-09"


def test_facts_of_steps_that_nobody_lists_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    budget = _budget(tmp_path, monkeypatch, ["予算要求書の締切は10月30日です。"], keep="nothing")
    assert budget.request_window is None


@pytest.mark.parametrize(
    ("text", "cue", "holds"),
    [
        ("3月の総代会では丸ごと議決するだけです", "formal", True),
        ("常務会で議決します", "formal", False),
        ("月初の紙は5日までに出してください", "handed", True),
        ("The one-pager is due by 4 May", "handed", True),
        ("The supper is on 4 May", "handed", False),
        ("The trustees only hear about it", "formal", True),
        ("解約の通知は12月1日まで", "afterwards", True),
        ("各課から要望を集めます", "budget", True),
        ("予算会議で決めます", "budget", False),
        ("Departments hand in their figures by 3 May", "budget", True),
        ("The budget committee meets", "budget", False),
    ],
)
def test_words_for_the_facts(text: str, cue: str, holds: bool) -> None:
    assert bool(decision.CUES[cue].search(text)) is holds


def test_a_likely_sentence_gives_a_day_computed_from_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        module,
        "listed_and_again",
        lambda weighed, _steps, form: (
            [
                made
                for _, remark, _ in weighed.told()
                if "一枚" in remark.text and (made := form.made_of(remark, "step"))
            ],
            [],
        ),
    )
    (tmp_path / "sources").mkdir()
    (tmp_path / "account.yaml").write_text(
        "id: X\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-09-10\ncsm: 椎名\n", encoding="utf-8"
    )
    (tmp_path / "sources" / "0903.txt").write_text(
        "2026年9月3日 定例\n先方：赤羽課長、当社：椎名\n\n・一枚ものの資料は10月2日までに赤羽課長へ渡します。\n",
        encoding="utf-8",
    )
    window = draft(tmp_path).plan.budget.request_window
    assert window is not None
    assert (window.value, window.check) == ("2026-10-02", "computed")
    assert window.derived is not None


def test_clocks_and_schedule_follow_the_steps_that_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["予算要求書の締切は10月30日です。", "常務会で12月18日に更新を決めます。", "決算は3月末です。"]
    _budget(tmp_path, monkeypatch, lines, keep="常務会")
    plan = draft(tmp_path).plan
    assert [step.when for step in plan.decision_path.steps] == ["2026-12-18"]
    assert plan.budget.clash is not None
    assert "2026-12-18" in plan.budget.clash.text
    told = [entry for entry in plan.schedule if (entry.ref or "").startswith("decision_path.steps")]
    assert [(entry.date, entry.ref) for entry in told] == [("2026-12-18", "decision_path.steps[0]")]


def test_a_schedule_is_believed_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["常務会で12月18日に更新を決めます。", "理事会で1月26日に承認します。"]
    budget = _budget(tmp_path, monkeypatch, lines, keep="常務会")
    assert budget.decision_date is not None
    steps = draft(tmp_path).plan.decision_path.steps
    assert [(step.approver, step.when) for step in steps] == [("常務会", "2026-12-18"), ("理事会", "2027-01-26")]  # fmt: skip


def test_where_nobody_is_known_to_decide_there_is_no_persona(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "account.yaml").write_text(
        "id: X\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-09-10\ncsm: 椎名\n", encoding="utf-8"
    )
    (tmp_path / "sources" / "0903.txt").write_text(
        "2026年9月3日 定例\n先方：赤羽課長、当社：椎名\n\n・社長は細かい数字を必ず聞く人だそうです。\n・次回の承認先はまだ決まっていないとのこと。\n",
        encoding="utf-8",
    )
    path = draft(tmp_path).plan.decision_path
    assert (path.steps, path.decider_persona) == ([], None)
