"""One thing said with two values in two places: both are shown, the newer or more direct one is preferred."""

from __future__ import annotations

import pytest

PAIRS = [
    # language, earlier, later
    ("ja", "予算申請の締切は11月末と聞いている。", "予算申請の締切は10月23日だと椎名係長から訂正があった。"),
    ("ja", "対象は約120名とのこと。", "人数を数え直したところ対象は84名だった。"),
    ("ja", "第二工場でもよく使われている。", "第二工場のログインは30名中3名だった。"),
    ("ja", "熊倉部長は前向きで、続けたいと言っている。", "熊倉部長は「効果が見えないなら続けない」と発言。"),
    ("ja", "来年度の予算は確保済みと椎名係長。", "来年度の予算はまだ取れていないと熊倉部長。"),
    ("ja", "常務会は12月15日の予定。", "常務会は11月24日に早まった。"),
    ("ja", "効果報告は毎月出している。", "効果報告は4月以降一度ももらっていないとのこと。"),
    ("ja", "マニュアルの登録は300件まで進んでいる。", "登録済みのマニュアルは実際には112件。"),
    ("ja", "推進担当は椎名係長が続ける。", "推進担当は10月から根本主任に交代する。"),
    ("ja", "他社との比較はしないと聞いている。", "他社との比較表を作るよう指示が出た。"),
    ("en", "Sign-off for anything under 50k sits with the department.", "Anything over 20k now needs the Spend Committee, sign-off is no longer with the department."),
    ("en", "The budget freeze ends in September.", "The budget freeze has been extended to December."),
    ("en", "Around 200 drivers use the app.", "The report shows 64 drivers use the app."),
    ("en", "Nadia stays on as project lead.", "Nadia is leaving as project lead in October."),
    ("en", "The committee meets on 14 October.", "The committee meets on 30 September this year, not 14 October."),
    ("en", "Hugo is happy with the rollout.", "Hugo said he is not happy with the rollout at all."),
]  # fmt: skip

AGREEING = [
    ("ja", "常務会は11月24日の予定。", "常務会は11月24日に開かれる。"),
    ("ja", "教育は1回60分。", "会議は1回30分。"),
    ("ja", "7月のログインは40名。", "8月のログインは52名。"),
    ("ja", "見積は10月2日に送る。", "契約書は10月9日に送る。"),
    ("en", "The committee meets on 14 October.", "The pilot starts on 1 October."),
    ("en", "In June 40 tickets were open.", "In July 52 tickets were open."),
]


def _found(notes, language: str, before: str, after: str) -> list:
    first, second = ("2026-06-10", "2026-09-10") if language == "ja" else ("2026-05-10", "2026-07-10")
    word = "打合せ" if language == "ja" else "Call"
    files = {"a.md": f"# {word} {first}\n\n- {before}\n", "b.md": f"# {word} {second}\n\n- {after}\n"}
    return notes(language, files).reading.contradictions


@pytest.mark.parametrize(("language", "before", "after"), PAIRS)
def test_two_values_of_one_thing(notes, language: str, before: str, after: str) -> None:
    found = _found(notes, language, before, after)
    assert [(c.a.quote, c.b.quote, c.preferred) for c in found] == [(before, after, "b")]


@pytest.mark.parametrize(("language", "before", "after"), AGREEING)
def test_no_contradiction(notes, language: str, before: str, after: str) -> None:
    assert _found(notes, language, before, after) == []
