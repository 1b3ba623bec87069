"""Goals as many people write them down: each sentence stands alone in a note and is split into its parts."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

HEADS = {
    "ja": "# 打合せメモ 2026-09-20\n\n## 話したこと\n- ",
    "en": "# Call notes 2026-07-20\n\n## Discussion\n- ",
}

GOALS = [
    # language, sentence, words of the metric, baseline, target, due, owner
    ("ja", "見積の作成時間を今の90分から、年度内に30分まで縮めたいとのこと。", "見積の作成時間", 90, 30, "2027-03-31", None),
    ("ja", "当面の狙いは手戻りを月40件→10件。", "手戻り", 40, 10, None, None),
    ("ja", "来年3月末時点で提案書の再利用率60%を目指す。", "再利用率", None, 60, "2027-03-31", None),
    ("ja", "問い合わせ対応は平均6時間。これを12月までに2時間に持っていきたい(熊倉部長)。", "問い合わせ対応", 6, 2, "2026-12-31", None),
    ("ja", "夜間の呼び出しを半分にしたい。", "夜間の呼び出し", None, "半分", None, None),
    ("ja", "在庫差異率は2.4%が現状で、1%未満が目標ライン。", "在庫差異率", 2.4, 1, None, None),
    ("ja", "椎名係長としては、初回解決率を今期中に8割に乗せたい。", "初回解決率", None, 8, "2027-03-31", None),
    ("ja", "検収の差し戻しゼロが年末の到達点。", "差し戻し", None, "ゼロ", "2026-12-31", None),
    ("ja", "月次締めは現在8営業日。5営業日で締まる状態にしたい。", "月次締め", 8, 5, None, None),
    ("ja", "報告書の提出率を上げる(いま55%、目標90%、12月末)", "報告書の提出率", 55, 90, "2026-12-31", None),
    ("ja", "教育期間 6か月→3か月(2027年3月まで、担当:熊倉部長)", "教育期間", 6, 3, "2027-03-31", "熊倉"),
    ("ja", "クレームの一次回答、24時間以内を100%にすることを狙う。", "一次回答", None, 100, None, None),
    ("ja", "「離職率は去年18%、来春には10%を切りたい」と熊倉部長。", "離職率", 18, 10, None, None),
    ("ja", "残業は1人あたり月35時間あるので20時間台まで落とすのがゴール。", "残業", 35, 20, None, None),
    ("ja", "会議資料の準備工数3割減を半年後までに実現したい。", "準備工数", None, "3割", "2027-03-20", None),
    ("ja", "2027年1月時点で全12拠点のうち10拠点が毎日入力している状態を作りたい。", None, None, 10, "2027-01-31", None),
    ("ja", "受注までの日数を14日短縮することが経営からの宿題。", "受注までの日数", None, "14日", None, None),
    ("ja", "返品率3%以下を年度目標に置いた。", "返品率", None, 3, None, None),
    ("ja", "訪問件数を倍にしたい(今は週20件)。", "訪問件数", 20, "倍", None, None),
    ("ja", "FAQの自己解決を40%から60%へ引き上げることで合意。期日は来年2月末。", "自己解決", 40, 60, "2027-02-28", None),
    ("ja", "ピッキングミスは9月時点で月31件。年内に月10件以下が約束。", "ピッキングミス", 31, 10, "2026-12-31", None),
    ("ja", "若手の定着を良くしたい。数字はまだ決めていない。", None, None, None, None, None),
    ("ja", "支店間のばらつきをなくしたいという話。", None, None, None, None, None),
    ("ja", "営業が本来の仕事に時間を使えるようにしたいとのこと(数値・期限は未定)。", None, None, None, None, None),
    ("ja", "次の1年は現場での活用を根付かせたい、と熊倉部長。", None, None, None, None, None),
    ("en", "They want invoice turnaround down to 3 days by the end of March (9 days today).", "invoice turnaround", 9, 3, "2027-03-31", None),
    ("en", "Success looks like no more than 15 escalations a month.", "escalations", None, 15, None, None),
    ("en", "First-contact resolution: 58% now, 75% by year end, owner Nadia Costa.", "First-contact resolution", 58, 75, "2026-12-31", "Nadia Costa"),
    ("en", "Nadia's target for the next two quarters is to halve the backlog of open tickets.", "open tickets", None, "halv", None, None),
    ("en", "Month-end close should take 4 working days instead of 9.", "Month-end close", 9, 4, None, None),
    ("en", "Goal agreed: shrink average handling time from 11 minutes to 7 by 30 November 2026.", "average handling time", 11, 7, "2026-11-30", None),
    ("en", "Hugo wants picking errors below 0.5% before peak season.", "picking errors", None, 0.5, None, None),
    ("en", "We need onboarding time to drop to two weeks.", "onboarding time", None, 2, None, None),
    ("en", "The aim is 90% of quotes out the same day by December 2026.", "quotes", None, 90, "2026-12-31", None),
    ("en", "Overtime is running at 410 hours a month and the ambition is 250 by Q4.", "vertime", 410, 250, None, None),
    ("en", "KPI - on-time delivery - 82% > 95% - end of December 2026", "on-time delivery", 82, 95, "2026-12-31", None),
    ("en", "If we could get complaints under 20 a month, that would be a win for us.", "complaints", None, 20, None, None),
    ("en", "Brandt is looking for a 30% reduction in rework this financial year.", "rework", None, "30%", "2026-12-31", None),
    ("en", "Hugo would like the night shift to be using it properly, no figure yet.", None, None, None, None, None),
    ("en", "Their hope is better consistency between sites.", None, None, None, None, None),
]  # fmt: skip

NOT_GOALS = [
    ("ja", "見積の作成時間は90分から30分に短縮できました。"),
    ("ja", "当社の今期目標は解約率5%以下。"),
    ("ja", "単価を10%下げられないかと聞かれた。"),
    ("ja", "目標値はまだ決まっていない。"),
    ("ja", "12月までに比較表を3枚送る。"),
    ("ja", "問い合わせは半分に減ったと聞いている。"),
    ("ja", "予算を2割減らすよう指示が出ている。"),
    ("ja", "もし全店に広げるなら教育時間を減らす必要があるだろう。"),
    ("ja", "契約のIDを50から30に減らしたいとの相談。"),
    ("ja", "次回は10月20日にしたい。"),
    ("ja", "目標は達成できましたか。"),
    ("en", "They cut invoice turnaround from 9 days to 3 last year."),
    ("en", "Finance wants to reduce the vendor list by 20%."),
    ("en", "Could you get the figures to me by 30 July?"),
    ("en", "They asked for 40 more seats by October."),
    ("en", "The target was met in May."),
    ("en", "She'd like to move the call to 4 pm."),
    ("en", "We aim to send the summary by Friday."),
]


def _read(notes, language: str, sentence: str) -> list[SimpleNamespace]:
    return notes(language, {"m.md": f"{HEADS[language]}{sentence}\n"}).reading.goals


@pytest.mark.parametrize(("language", "sentence", "metric", "baseline", "target", "due", "owner"), GOALS)
def test_a_goal_and_its_parts(notes, language, sentence, metric, baseline, target, due, owner) -> None:
    goals = _read(notes, language, sentence)
    assert len(goals) == 1
    goal = goals[0]
    assert (metric or "") in (goal.metric or "")
    assert _value(goal.baseline, baseline)
    assert _value(goal.target, target)
    assert (goal.due and goal.due.value) == due
    assert goal.owner == owner


def _value(found, wanted) -> bool:
    if found is None or wanted is None:
        return wanted is None and found is None
    return wanted in found.value if isinstance(wanted, str) else found.value == wanted


@pytest.mark.parametrize(("language", "sentence"), NOT_GOALS)
def test_no_goal(notes, language: str, sentence: str) -> None:
    assert [goal.statement for goal in _read(notes, language, sentence)] == []
