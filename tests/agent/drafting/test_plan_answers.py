"""Questions for fields of the plan are answered by what the plan holds there; other questions are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.drafting.asked_fields import asked_field
from agent.drafting.fields import FIELDS
from agent.pipeline import answer
from agent.store.account_folder import open_account

NOTE = """# 定例 2026-06-02
先方: 情報システム部 保科課長 / 当社: 伴

保科課長「この契約を続けるかどうかを最終的に決めるのは、管理本部長の都留です」
保科課長「来期の予算は10月30日が各部の申請締切です」
"""


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("この契約の更新は誰が決めるんですか？", "key_people[economic_buyer]"),
        ("決裁者はどなたですか", "key_people[economic_buyer]"),
        ("Who has the final say on our renewal?", "key_people[economic_buyer]"),
        ("前回の契約を承認したのは誰でしたか", "budget.last_renewal_approver"),
        ("who approved the contract last year?", "budget.last_renewal_approver"),
        ("来期予算の申請締切はいつ", "budget.request_window"),
        ("When is the budget decided?", "budget.decision_date"),
        ("予算はどの会議で決まりますか", "budget.decision_body"),
        ("社内で味方になってくれているのは誰", "key_people[champion]"),
        ("更新までの承認の流れは", "decision_path.steps"),
        ("決裁者は何を重視しますか", "decision_path.decider_persona"),
        ("導入時に期待されていた効果は何ですか", "policy.promises_at_purchase"),
        ("What other tools do they use?", "cs_setup.tools"),
        ("何月決算ですか", "account_information.fiscal_year_end"),
        ("売上高はいくらですか", None),
        ("連結財務諸表を承認したのは誰か", None),
        ("監査役の報酬は誰が決めますか", None),
        ("競合の導入は誰が決めた", None),
        ("Who approves the salary budget?", None),
        ("システム障害の原因は何を使って調べた", None),
        ("勤怠システムを使っているのは何店舗", None),
        ("社長は誰ですか", None),
        ("Who audits the company?", None),
        ("水素事業の目標は", None),
    ],
)
def test_the_field_a_question_asks_for(question: str, path: str | None) -> None:
    assert asked_field(question) == path
    assert path is None or path in {field.path for field in FIELDS}


@pytest.fixture
def account(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "account.yaml").write_text(
        "id: A-9\nname: 株式会社ヒノハラ\nas_of: 2026-06-10\ncsm: 伴\n", encoding="utf-8"
    )
    (tmp_path / "sources" / "20260602_minutes.md").write_text(NOTE, encoding="utf-8")
    return tmp_path


def test_the_plan_answers_with_its_citations(account: Path) -> None:
    said = answer(open_account(account), "更新を最後に決めるのは誰ですか")
    first = said.items[0]
    assert said.status == "answered"
    assert first.path.startswith("key_people[")
    assert first.value.startswith("都留")
    assert first.value.endswith("]")  # how the role is known
    assert "最終的に決めるのは、管理本部長の都留です" in first.citation.quote


def test_another_year_is_another_question(account: Path) -> None:
    folder = open_account(account)
    this = answer(folder, "2026年の予算申請の締切はいつですか")
    other = answer(folder, "2023年の予算申請の締切はいつですか")
    assert this.items[0].value == "2026-10-30"
    assert not any(item.path for item in other.items)


def test_a_blank_is_answered_by_the_question_to_ask(account: Path) -> None:
    said = answer(open_account(account), "前回の契約は誰が承認しましたか")
    assert said.to_ask
    assert not any(item.path for item in said.items)


def test_filters_keep_to_the_words_of_the_sources(account: Path) -> None:
    from agent.evidence.query import Filters

    said = answer(open_account(account), "決裁者は誰ですか", filters=Filters("A-9", ["table"]))
    assert (said.items, said.to_ask) == ([], None)
