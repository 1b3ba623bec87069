"""Parts of goals and actions, in sentences of this file's own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.goals import LABELS, GoalContext, ItemReading, labels_of, read_item

GOAL = GoalContext(dt.date(2026, 5, 11), "goal", 3, 12, dt.date(2026, 4, 1), dt.date(2027, 3, 31))
ACTION = replace(GOAL, kind="action")


def _read(text: str, context: GoalContext = GOAL) -> ItemReading:
    return read_item(text, "en" if text.isascii() else "ja", context)


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("転記ミスを月平均8件→2件以下にする", "8件", "2件"),
        ("所要時間を120分から60分に短縮", "120分", "60分"),
        ("顧客データの重複率を5%未満に抑える（現状11%）", "11%", "5%"),
        ("在庫回転率 8回（前期6回）", "6回", "8回"),
        ("未入力74件を10月末までに0件にする", "74件", "0件"),
        ("入力ミス率4.8％を今年度末には1％台に", "4.8％", "1％"),
        ("返信テンプレートを二十本から三十本に増やす", "二十本", "三十本"),
        ("残業▲20%", None, "▲20%"),
        ("受注率を25%にする", None, "25%"),
        ("Raise first-pass yield to 97% (today 94.2%)", "94.2%", "97%"),
        ("Cut cycle time from 9.5 to 6 business days", "9.5", "6 business days"),
        ("Close the books in 5 days instead of 9", "9", "5 days"),
        ("Support tickets: 1,000/mo -> 680/mo", "1,000/mo", "680/mo"),
        ("Reduce overtime by 15% before renewal", None, "15%"),
    ],
)
def test_baseline_and_target(text: str, baseline: str | None, target: str) -> None:
    reading = _read(text)
    assert reading.metric is not None
    assert (reading.baseline.text.strip() if reading.baseline else None) == baseline
    assert reading.target is not None
    assert reading.target.text.strip() == target


@pytest.mark.parametrize(
    "text",
    [
        "Lv2に到達する",
        "v3.0を使う",
        "24時間サポート体制の運用",
        "第2回の説明会の後の姿",
        "Reach Level 2",
        "ISO 27001のような運用",
    ],
)
def test_number_that_is_no_metric(text: str) -> None:
    reading = _read(text)
    assert reading.metric is None
    assert reading.target is None
    assert reading.not_metric


@pytest.mark.parametrize(
    ("text", "kind", "last", "problem"),
    [
        ("利用率を80%に（2026/9/30）", "absolute", dt.date(2026, 9, 30), None),
        ("配送遅延率を1%に／12月末／TMS", "absolute", dt.date(2026, 12, 31), None),
        ("利用率を80%に（令和８年４月末）", "absolute", dt.date(2026, 4, 30), "past"),
        ("利用率を80%に（2027年6月末）", "absolute", dt.date(2027, 6, 30), "after_contract_end"),
        ("御社の上期末までに80%", "relative_resolved", dt.date(2026, 9, 30), None),
        ("契約更新の60日前までに80%", "relative_resolved", dt.date(2027, 1, 30), None),
        ("上期末までに80%", "relative_ambiguous", None, None),
        ("来月中に80%", "relative_ambiguous", dt.date(2026, 6, 30), None),
        ("なるべく早めに80%", "relative_ambiguous", None, None),
        ("2027年度の予算に計上される", "none", None, None),
        ("受注率を80%に", "none", None, None),
        ("80% by Q3", "relative_ambiguous", None, None),
        ("80% by the end of the customer's fiscal year", "relative_resolved", dt.date(2027, 3, 31), None),
        ("Send it ASAP", "relative_ambiguous", None, None),
        ("80% by Feb 28, 2026", "absolute", dt.date(2026, 2, 28), "past"),
    ],
)
def test_due(text: str, kind: str, last: dt.date | None, problem: str | None) -> None:
    due = _read(text).due
    assert (due.kind, due.last, due.problem) == (kind, last, problem)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("CSM村井が資料を送付する", "person"),
        ("担当：高梨", "person"),
        ("物流部 課長 矢野様が資料を作成", "person"),
        ("木村課長にて対象を確定する", "person"),
        ("資料を送付する（当社エンジニア 関）", "person"),
        ("総務課長が資料を提出する", "role"),
        ("資料を作成（営業本部長）", "role"),
        ("当社担当CSMが資料を送付する", "role"),
        ("人事部にて資料を提出する", "team"),
        ("担当　BIチーム", "team"),
        ("資料を作成し課長に提出する", "none"),
        ("小林さんから資料を受領する", "none"),
        ("総務課長の承認を得る", "none"),
        ("石井さん、吉岡さん向けに研修を開催", "none"),
        ("お客様に資料を送付する", "none"),
        ("Jane Park to send the deck", "person"),
        ("Send the deck (Omar)", "person"),
        ("Finance (A. Novak) sends the file", "person"),
        ("Send the deck; owner: our onboarding manager", "role"),
        ("HR to upload the file", "team"),
        ("Customer's PMO will circulate the list", "team"),
        ("Send the report to Mr. Tanaka", "none"),
        ("Workshop w/ finance team", "none"),
    ],
)
def test_owner(text: str, kind: str) -> None:
    assert _read(text, ACTION).owner.kind == kind


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("活用を推進する", True),
        ("活用を促進し、週次利用者を40名→80名にする", False),
        ("後処理時間を4分→3分に。あわせて応対品質もより良くする", True),
        ("受注率を上げる", False),
        ("受注率を改善する", True),
        ("活用推進チームのリーダーが週次利用者を80名にする", False),
        ("Improve win rate", True),
        ("Reduce overtime", False),
        ("Effective onboarding: ramp-up from 8 weeks to 5", False),
        ("Onboarding down from 8 weeks to 5, and a more engaged workforce", True),
    ],
)
def test_loose_words(text: str, loose: bool) -> None:
    assert bool(_read(text).vague) == loose


@pytest.mark.parametrize(
    ("text", "promise", "why"),
    [
        ("事務作業を月10時間削減", "事務作業を月20時間削減", "lower_target"),
        ("印刷コストを月40万円削減", "年間720万円の印刷コスト削減", "lower_target"),
        ("印刷コストを月60万円削減", "年間720万円の印刷コスト削減", None),
        ("離職率を14%→13%に", "離職率を2ポイント改善", "lower_target"),
        ("移動時間を月22時間→7時間", "移動時間を月15時間削減", None),
        ("棚卸し時間を3.5時間以内に", "棚卸し時間を3時間以内に", "lower_target"),
        ("棚卸し時間を2.5時間以内に", "棚卸し時間を3時間以内に", None),
        ("転記作業を2026年12月末までにゼロに", "2026年9月までに転記作業をゼロに", "later_date"),
        ("説明会をオンラインで開催", "説明会は全て対面で実施", "against_words"),
        ("残業時間を減らす", "受注率を30%にする", None),
        ("Support tickets: 1,000 -> 680", "30% fewer support tickets", None),
        ("Reduce support tickets by 15%", "30% fewer support tickets", "lower_target"),
        ("Lift win rate from 21% to 28%", "win rate of 30% within the first year", "lower_target"),
    ],
)
def test_promise(text: str, promise: str, why: str | None) -> None:
    assert _read(text, replace(GOAL, purchase_promise=promise)).contradicts_promise == why


@pytest.mark.parametrize(
    ("text", "method", "review"),
    [
        ("受注率を25%に（SFAの受注レポート、毎月の営業会議で確認）", True, True),
        ("受注率を25%に（四半期アンケートで測定）", True, False),
        ("受注率を25%に、月次で実績を共有", False, True),
        ("受注率を25%に、定期的に見る", False, False),
        ("受注率を25%に。議事録の時刻で測る", True, False),
        ("Win rate to 28%, measured in Salesforce", True, False),
        ("Win rate to 28% (CRM report; reviewed at the monthly sales meeting)", True, True),
        ("80% of managers log in weekly", False, False),
    ],
)
def test_method_and_review(text: str, method: bool, review: bool) -> None:
    reading = _read(text)
    assert (reading.method is not None, reading.review is not None) == (method, review)


@pytest.mark.parametrize(
    ("text", "concrete"),
    [
        ("手順書を作成する", True),
        ("キックオフを実施する", True),
        ("データ接続の設定", True),
        ("現状図を持ち帰る", True),
        ("早めに経営層へ報告する", False),
        ("テーマ案を検討する", False),
        ("資料をブラッシュアップする", False),
        ("各拠点のキーマンと密に連携", False),
        ("Run two admin trainings", True),
        ("Check in with the sponsor", False),
    ],
)
def test_deliverable(text: str, concrete: bool) -> None:
    assert (_read(text, ACTION).deliverable is not None) == concrete


@given(
    st.text(
        alphabet="活用を推進し、40名→８０％（9月末）担当：佐藤様。毎月確認 \n①②weekly by Q3 owner CSM -0.5",
        max_size=60,
    )
)
def test_any_text_is_read_and_parts_slice_it(text: str) -> None:
    for context in (GOAL, ACTION):
        reading = _read(text, context)
        assert all(text[part.start : part.end] == part.text for part in reading.parts())
        assert set(labels_of(reading)) == set(LABELS)
