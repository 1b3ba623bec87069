from __future__ import annotations

import pytest


def test_people_say_and_data_says(notes) -> None:
    minutes = "# 定例 2026-09-10\n\n- 第二工場は25台中3台しか使われていない。\n- 椎名係長「第二工場でも定着してきています」\n"
    found = notes("ja", {"m.md": minutes}).reading.contradictions
    assert len(found) == 1
    assert "定着" in found[0].a.quote
    assert "25台中3台" in found[0].b.quote
    assert found[0].preferred == "b"


def test_a_form_and_the_customers_own_words_on_who_decides(notes) -> None:
    form = "項目,内容,記入日\n決裁者,熊倉部長,2026/03/25\n"
    minutes = "# 定例 2026-09-10\n\n- 最終判断は常務会で行うと熊倉部長から説明があった。\n"
    found = notes("ja", {"form.csv": form, "m.md": minutes}).reading.contradictions
    assert [("熊倉部長" in c.a.quote, "常務会" in c.b.quote) for c in found] == [(True, True)]


HAND_OVER = "# 引き継ぎ 2026-03-25\n\n| お名前 | メモ |\n|---|---|\n| 椎名 健太 様 | 前向き。CLAIM |\n"


@pytest.mark.parametrize("claim", ["ほぼ決裁者です", "実質的な決裁者", "この方が決裁者です。"])
@pytest.mark.parametrize(
    "denial",
    [
        "私に決裁権はありません",
        "決裁権までは持っておらず、書くだけの立場で、決裁者ではないです",
        "私は決裁者じゃありません",
    ],
)
def test_a_hand_over_and_the_persons_own_denial(notes, claim: str, denial: str) -> None:
    minutes = f"# 定例 2026-09-10\n\n- 椎名係長「{denial}」\n"
    found = notes("ja", {"1.md": HAND_OVER.replace("CLAIM", claim), "2.md": minutes}).reading.contradictions
    assert len(found) == 1
    assert "決裁者" in found[0].a.quote
    assert denial in found[0].b.quote
    assert found[0].preferred == "b"


def test_what_we_once_believed_refutes_nothing(notes) -> None:
    minutes = (
        "# 定例 2026-09-10\n\n- 椎名係長「私に決裁権はありません」\n- 常務会が最終判断だと思っていた。\n"
    )
    assert notes("ja", {"m.md": minutes}).reading.contradictions == []


def test_a_corrected_date_cites_what_was_said_before(notes) -> None:
    first = "# 定例 2026-09-10\n\n- 椎名係長「予算申請は12月末です」\n"
    second = "# 電話メモ 2026-09-24\n\n- 椎名係長より、12月末とお伝えしたのは誤りでしたとのこと。正しくは12月11日。\n"
    found = notes("ja", {"1.md": first, "2.md": second}).reading.contradictions
    assert len(found) == 1
    assert "予算申請は12月末" in found[0].a.quote


def test_a_notice_period_taken_for_another(notes) -> None:
    call = (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n椎名: 解約の連絡は1か月前で大丈夫でしたっけ。\n\n"
        "2\n00:00:03.000 --> 00:00:04.000\n野々村: いえ、60日前なので、1月30日までです。\n"
    )
    found = notes("ja", {"call_20260910.vtt": call}).reading.contradictions
    assert len(found) == 1
    assert "60日前" in found[0].b.quote


def test_sources_that_agree_give_none(notes) -> None:
    minutes = "# 定例 2026-09-10\n\n- 第一工場は40台中38台が使っている。\n- 椎名係長「第一工場では定着してきています」\n"
    assert notes("ja", {"m.md": minutes}).reading.contradictions == []


def test_a_promise_is_no_measurement_and_two_dates_in_one_month_are_no_change(notes) -> None:
    case = "稟議書\n\n２．効果\n　　ア　集計の時間を月30時間から月6時間に縮減する。\n"
    minutes = "# 会議 2026-09-01\n\n- 集計は月12時間くらいじゃないかな、感覚ですが。\n"
    assert notes("ja", {"01_ringi.txt": case, "02_m.md": minutes}).reading.contradictions == []
    first = "# Call, 1 July 2026\n\n- Nadia: My last day is 11 December.\n"
    later = "# Call, 2 August 2026\n\n- Hugo: I would like the notice date moved to 18 December.\n"
    assert notes("en", {"01_a.md": first, "02_b.md": later}).reading.contradictions == []
