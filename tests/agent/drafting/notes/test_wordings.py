"""The same thing in many people's words: every sentence here must be read for what it is."""

from __future__ import annotations

import pytest


def note(language: str, sentence: str) -> dict[str, str]:
    head = "# メモ 2026-09-20\n\n## 話\n- " if language == "ja" else "# Note 2026-07-20\n\n## Talk\n- "
    return {"m.md": f"{head}{sentence}\n"}


@pytest.mark.parametrize(
    ("language", "kind", "sentence"),
    [
        ("ja", "budget", "来年度は設備投資を優先するので、ソフトの費用は圧縮したいと言われた。"),
        ("ja", "budget", "社長から経費を抑えるように言われている。"),
        ("ja", "budget", "補助金が切れたら続けられるか分からない。"),
        ("ja", "price", "費用が高いと感じている。"),
        ("ja", "low_usage", "夜勤の班はまだ誰も開いていません。"),
        ("ja", "low_usage", "登録だけして使っていない店が5店ある。"),
        ("ja", "low_usage", "利用率は23%にとどまる。"),
        ("ja", "value_unproven", "どれだけ減ったかは測っていません。"),
        ("ja", "value_unproven", "導入前の数字がないので比べられない。"),
        ("ja", "value_unproven", "それで売上が上がったのかと言われた。"),
        ("ja", "competitor", "他のサービスも見てみたいと言われた。"),
        ("ja", "competitor", "親会社の標準ツールに寄せる話がある。"),
        ("ja", "reorg", "来年4月に第二工場を閉じて本社に統合する。"),
        ("ja", "security", "外部クラウドに図面を置くのは禁止と言われている。"),
        ("ja", "champion_departure", "椎名係長が来月いっぱいで退職される。"),
        ("ja", "eb_unknown", "社長にはまだお会いしたことがない。"),
        ("ja", "other", "現場の反発が強い。"),
        ("en", "budget", "Finance has asked every department to find 10% savings."),
        ("en", "price", "They feel it is expensive for what it does."),
        ("en", "low_usage", "Half the licences are sitting unused."),
        ("en", "low_usage", "Usage has dropped since the summer."),
        ("en", "value_unproven", "We can't tell finance how many hours it saved."),
        ("en", "competitor", "They were offered something similar bundled with the office suite for free."),
        ("en", "reorg", "The two support teams will be merged in April."),
        ("en", "security", "Infosec has not signed off the integration."),
        ("en", "champion_departure", "Nadia is leaving at the end of October."),
        ("en", "eb_unknown", "We have never met the CFO."),
        ("en", "other", "The integration has been stuck for two months."),
    ],
)
def test_risks(notes, language: str, kind: str, sentence: str) -> None:
    assert kind in {risk.kind for risk in notes(language, note(language, sentence)).reading.risks}


@pytest.mark.parametrize(
    ("language", "sentence", "target"),
    [
        ("ja", "年度末までに問い合わせを月50件まで減らしたい。", (50, "件")),
        ("ja", "目標は入力漏れゼロ(12月末まで)。", ("ゼロ", None)),
        ("ja", "現状42%の動画視聴率を80%に引き上げる。", (80, "%")),
        ("ja", "椎名係長「レジの教育時間を半減したい」", ("半減", None)),
        ("ja", "KPI：月間ログイン率 70%", (70, "%")),
        ("ja", "教育の標準化を図る。", None),
        ("ja", "紙の日報をなくしたい。", None),
        ("en", "We want to cut ticket backlog from 120 to 40 by the end of March.", (40, None)),
        ("en", "The target is a first response time under 2 hours.", (2, "hours")),
        ("en", "Nadia would like to drive better use of templates.", None),
    ],
)
def test_goals(notes, language: str, sentence: str, target: tuple[object, str | None] | None) -> None:
    goals = notes(language, note(language, sentence)).reading.goals
    assert len(goals) == 1
    value = goals[0].target
    assert (value and (value.value, value.unit)) == target


@pytest.mark.parametrize(
    ("language", "sentence", "names"),
    [
        ("ja", "椎名係長「マニュアルは共有フォルダに置いてあるが誰も見ない」", {"共有フォルダ"}),
        ("ja", "発注は「ツミキ」というシステムで行っている。", {"ツミキ"}),
        ("ja", "工程管理は「コウテイ君」を使っている。", {"コウテイ君"}),
        ("ja", "在庫はザイコルで管理している。", {"ザイコル"}),
        ("ja", "スタッフのスマホで見ている。", set()),
        ("en", "The finance team keeps budgets in Ledgerly.", {"Ledgerly"}),
        ("en", "Support uses Zendra for tickets and Pipit for chat.", {"Zendra", "Pipit"}),
        ("en", "Documents live in Foliora.", {"Foliora"}),
        ("en", "They use it every day.", set()),
    ],
)
def test_tools(notes, language: str, sentence: str, names: set[str]) -> None:
    assert {tool.name for tool in notes(language, note(language, sentence)).reading.tools} == names


@pytest.mark.parametrize(
    ("language", "path", "text", "promises"),
    [
        ("ja", "r.txt", "稟議書（転記）\n\n件名：動画の導入\n効果：\n・新人教育の時間を月20時間減らす\n・電話を3割減らす\n費用：年額120万円\n", ["新人教育の時間を月20時間減らす", "電話を3割減らす"]),
        ("ja", "r.txt", "稟議書 写し\n\n1. 目的 技能の伝承\n2. 効果 (1)流出を年20件から10件にする (2)教育期間を3か月にする\n3. 費用 年額90万円\n", ["流出を年20件から10件にする", "教育期間を3か月にする"]),
        ("ja", "h.csv", "項目,内容\n導入の目的・期待効果,教育時間の短縮、問い合わせの削減\n", ["教育時間の短縮", "問い合わせの削減"]),
        ("en", "c.txt", "Business case (excerpt)\n\nBenefits\n1. Save 1,200 hours a year in reporting\n2. Cut error rate from 4% to 1%\n\nCost: USD 60,000 a year\n", ["Save 1,200 hours a year in reporting", "Cut error rate from 4% to 1%"]),
        ("en", "h.md", "# Handover\n\n## Promised outcomes\n- 20% faster quoting by year end\n", ["20% faster quoting by year end"]),
    ],
)  # fmt: skip
def test_promises(notes, language: str, path: str, text: str, promises: list[str]) -> None:
    assert [claim.text for claim in notes(language, {path: text}).reading.promises] == promises


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("第二工場への展開は来年以降とのこと。", "第二工場への展開は8月から始めた。"),
        ("担当は椎名係長が続けるとのこと。", "担当は椎名係長から根本主任に変わった。"),
        ("1件あたり45分かかっている(係長の感覚)。", "測ったところ1件あたり28分だった。"),
    ],
)
def test_then_and_now(notes, before: str, after: str) -> None:
    files = {"a.md": f"# 打合せ 2026-06-10\n\n- {before}\n", "b.md": f"# 打合せ 2026-09-10\n\n- {after}\n"}
    found = notes("ja", files).reading.contradictions
    assert [(c.a.quote, c.b.quote) for c in found] == [(before, after)]


def test_a_numbered_list_ends_with_an_item_and_not_with_a_heading(notes) -> None:
    text = "# 引き継ぎ 2026-04-01\n\n## 稟議書に書いてもらったこと\n1. 検査の待ち時間を3日から1日に短縮\n2. 転記の手間を半分にする\n\n## ほかに使っているもの\n- 勤怠: タイムナミ\n"
    found = notes("ja", {"h.md": text}).reading
    assert [claim.text for claim in found.promises] == [
        "検査の待ち時間を3日から1日に短縮",
        "転記の手間を半分にする",
    ]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ja", "## ほかのツールとの関係\n- 熊倉部長が、部品表の保管に使っているタナバコとの重複を気にしている\n", ["タナバコ"]),
        ("ja", "## 利用中のツール\n- 椎名係長は、紙を\n- タイムナミ\n", ["タイムナミ"]),
        ("en", "## Other tools\n- telephony is Ringwell, chat is Peapod\n", ["Ringwell", "Peapod"]),
    ],
)  # fmt: skip
def test_people_and_cut_off_words_are_no_tools(notes, language: str, text: str, names: list[str]) -> None:
    found = notes(language, {"m.md": f"# Note 2026-08-01\n\n{text}"})
    assert [tool.name for tool in found.reading.tools] == names


def test_a_second_sentence_of_a_cell_gives_the_goal_its_due_date(notes) -> None:
    sheet = "No,項目,内容\n1,目標,検査の待ち時間を1日に短縮する。期限は2027年1月末。\n"
    minutes = "# 会議 2026-09-01\n\n## 決まったこと\n- 目標: 検査の待ち時間を3日から1日に短縮する。期限は2027年1月末、責任者は熊倉部長、作業日報の集計で毎月確認する\n"
    found = notes("ja", {"s.csv": sheet, "m.md": minutes}).reading.goals
    assert len(found) == 1
    goal = found[0]
    assert goal.due is not None
    assert (goal.due.value, goal.owner) == ("2027-01-31", "熊倉")
    assert "作業日報の集計" in (goal.measure_method or "")
    assert "毎月" in (goal.review or "")


CASE_EN = """BUSINESS CASE (extract)

3. Benefits
   3.1 Cut courier cost by USD 40,000 in the first year.
   3.2 Retire paper dockets at every depot.

4. Approval
   Approved by the Spend Committee on 3 March 2026, subject to a savings report before any extension.
"""
CASE_JA = """起案番号　総24-01
件　名　稟議書　検査記録の電子化

２．効果（見込み）
　　ア　転記の時間を月30時間から月6時間に縮減する。
　　イ　紙の検査票を廃止する。

３．決議
　　付帯意見：次回の更新は、実績を添えて諮ること。
"""


@pytest.mark.parametrize(
    ("language", "path", "text", "promises"),
    [
        (
            "en",
            "business_case.txt",
            CASE_EN,
            [
                "Cut courier cost by USD 40,000 in the first year",
                "Retire paper dockets at every depot",
                "subject to a savings report before any extension",
            ],
        ),
        (
            "ja",
            "ringi.txt",
            CASE_JA,
            [
                "転記の時間を月30時間から月6時間に縮減する",
                "紙の検査票を廃止する",
                "次回の更新は、実績を添えて諮ること",
            ],
        ),
    ],
)
def test_a_business_case_promises_its_items_and_its_condition(
    notes, language: str, path: str, text: str, promises: list[str]
) -> None:
    found = notes(language, {path: text}).reading
    assert [claim.text.rstrip("。.") for claim in found.promises] == promises
    assert not [risk for risk in found.risks if risk.kind == "budget"]


def test_how_things_are_is_the_baseline_and_not_the_target(notes) -> None:
    text = "# 訪問 2026-09-01\n\n## 今期の目標\n- 若手からの提案を早く増やしたい。8月の若手の提案は全体の3.5%である。\n"
    goal = notes("ja", {"m.md": text}).reading.goals[0]
    assert goal.target is None
    assert goal.baseline is not None
    assert goal.baseline.value == 3.5
    assert goal.due is None


def test_a_wish_that_leaves_its_subject_out_takes_it_from_the_sentence_before(notes) -> None:
    text = "# Review, 1 July 2026\n\n- HB: courier trips are what the depot looks at. June average was 900 trips a month. Wants 600 trips a month by 30 November 2026.\n- Late parcels: NC to get them under 2% by 31 October 2026.\n"
    first, second = notes("en", {"m.md": text}).reading.goals
    assert (first.metric, first.baseline.value, first.target.value) == ("courier trips", 900, 600)
    assert (second.target.value, second.due.value) == (2, "2026-10-31")


@pytest.mark.parametrize(
    ("language", "sentence", "names"),
    [
        ("ja", "勤怠管理はタイムナミ。担当は井坂さん。", ["タイムナミ"]),
        ("ja", "契約者はビズサポートです。", []),
        ("en", "The north depot stays on Excel for now.", ["Excel"]),
        ("en", "I can get overtime figures for June out of Paydock.", ["Paydock"]),
    ],
)
def test_tools_in_passing(notes, language: str, sentence: str, names: list[str]) -> None:
    found = notes(language, {"m.md": f"# Note 2026-08-01\n\n- {sentence}\n"})
    assert [tool.name for tool in found.reading.tools] == names
