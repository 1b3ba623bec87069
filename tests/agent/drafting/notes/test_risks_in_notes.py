from __future__ import annotations

import pytest


def kinds(found) -> set[str]:
    return {risk.kind for risk in found.reading.risks}


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    [
        ("ja", "来期の予算ではツールの費用を出せないかもしれない。", "budget"),
        ("ja", "全社で経費を1割削減する話が下りてきている。", "budget"),
        ("ja", "本社から、外部委託は費用の大きい順に見直すと言われている。", "budget"),
        ("ja", "社内で三番目とかではなく、全社で2番目に高いと言われた。", "price"),
        ("ja", "効果はまだ測っていないので、数字は出せない。", "value_unproven"),
        ("ja", "40席中6席しかログインしていない。", "low_usage"),
        ("ja", "40名中35名が使っていない。", "low_usage"),
        ("ja", "試行の10拠点のうち、2つが9月から休みになる。", "low_usage"),
        ("ja", "第一は40名中38名、第二は50名中6名が使っている。", "low_usage"),
        ("ja", "競合のツールの営業が先週来た。", "competitor"),
        ("ja", "御社と競合する製品のデモを見た。", "competitor"),
        ("ja", "10月に経営企画部長が交代した。", "reorg"),
        ("ja", "このままだと規程違反になってしまう。", "security"),
        ("ja", "上からは他ツールとの比較を求められている。", "competitor"),
        ("en", "There is a cost cutting drive in every team.", "budget"),
        ("en", "Only 6 of 40 seats are active.", "low_usage"),
        ("en", "Nobody has measured the effect so far.", "value_unproven"),
    ],
)
def test_a_sentence_shows_a_risk(notes, language: str, sentence: str, kind: str) -> None:
    assert kind in kinds(notes(language, {"m.md": f"# Note 2026-08-01\n\n- {sentence}\n"}))


@pytest.mark.parametrize(
    "sentence",
    [
        "競合との比較はなし。",
        "問題ないです。",
        "駅前の競合店が先月閉まった。",
        "競合が多い業界です。",
        "競合が営業時間を延ばした。",
        "第一は40名中34名が使っている。",
        "利用率は82%にとどまる。",
        "40席のうち36席が動いている。",
        "当社の平均は55%です。",
        "次回は14日に行う。",
        "段取りは順調。",
    ],
)
def test_other_sentences_show_none(notes, sentence: str) -> None:
    assert kinds(notes("ja", {"m.md": f"# 定例 2026-09-01\n\n- {sentence}\n"})) == set()


def test_a_leaving_champion_is_a_risk_with_the_notice_as_quote(notes) -> None:
    found = notes("ja", {"m.md": "# 定例 2026-09-01\n\n- 椎名係長は11月1日付で異動とのこと。\n"})
    risk = next(r for r in found.reading.risks if r.kind == "champion_departure")
    assert "椎名係長" in risk.citations[0].quote


def test_a_form_that_names_the_wrong_decider_is_a_risk(notes) -> None:
    found = notes("ja", {"form.csv": "項目,内容\n決裁者,熊倉部長\n"})
    assert kinds(found) == {"eb_unknown"}


def test_low_use_is_read_from_the_newest_period_of_a_report(notes) -> None:
    report = "年月,部門,付与ID,月間アクティブ\n2026-08,第一工場,40,2\n2026-09,第一工場,40,30\n2026-09,第二工場,25,3\n2026-09,合計,65,33\n"
    found = notes("ja", {"usage.csv": report})
    risk = next(r for r in found.reading.risks if r.kind == "low_usage")
    assert "第二工場" in risk.citations[0].quote
    assert not any("第一工場" in citation.quote for citation in risk.citations)


@pytest.mark.parametrize(
    "report",
    [
        "depot,drivers_licensed,drivers_active_30d\nNorth,40,36\nSouth,60,9\nTotal,100,45\n",
        "拠点,職員数,報告者数\n北倉庫,40,36\n南倉庫,60,9\n合計,100,45\n",
    ],
)
def test_low_use_in_reports_with_other_headings(notes, report: str) -> None:
    found = notes("en", {"usage.csv": report})
    risk = next(r for r in found.reading.risks if r.kind == "low_usage")
    assert any("9" in citation.quote for citation in risk.citations)
    assert not any("36" in citation.quote for citation in risk.citations)
