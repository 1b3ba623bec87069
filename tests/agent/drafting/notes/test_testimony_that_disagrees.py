"""Who says what, on which day and how surely: memories against records, claims of use against counts and denials."""

from __future__ import annotations

import pytest

PAIRS = [
    # use, claimed and counted or denied
    ("ja", "物流センターは全員が使いこなしていると課長談。", "物流センターのログイン、先月は45名中7名。"),
    ("ja", "どの営業所も毎朝チェックしてるそうです。", "秋田営業所はIDをもらったきり、一度もログインしていないとのこと。"),
    ("ja", "経理課では月次の締めに活用されている。", "経理課の佐野さん「うちは使ってません。エクセルのままです」"),
    ("ja", "設計部は完全に定着した。", "設計部の利用率は18%。"),
    ("en", "Finance team are in it every single day according to Ben.", 'Finance: "Honestly none of us has opened it since March."'),
    ("en", "Quality uses it for audits.", 'Priya (quality): "we have never used it for an audit, not once."'),
    ("en", "The whole night shift swears by it.", "Night shift logins: 3 of 41."),
    ("en", "Adoption is fantastic across the board.", "The dashboard shows 19% active in July."),
    # notice
    ("ja", "解約は2か月前に言えば大丈夫ですよね?", "契約書第12条では更新拒絶の申し出は満了日の3か月前まで。"),
    ("ja", "確か一ヶ月前通知で抜けられたはず。", "注文書を見たところ、更新停止の通知は期間満了の60日前まで、とある。"),
    ("en", "I think we just need to give a month's notice.", "The agreement says notice of non-renewal must be given 90 days before the end date."),
    ("en", "Notice period is thirty days if memory serves.", "Clause 9: either party may terminate with ninety days written notice."),
    # figures: a memory against a record, a slip against its correction
    ("ja", "席数は80と聞いている。", "請求書を確認したところ席数は65。"),
    ("ja", "ライセンスは全部で150くらい買ったと思う。", "契約上のライセンス数は120です。"),
    ("ja", "月の残業は一人25時間くらい。", "勤怠の記録で測り直したら、残業は一人月31時間だった。"),
    ("ja", "導入費用は年間360万円と認識。", "請求書では年間費用は420万円。"),
    ("en", "We have about 200 seats.", "The order form says 160 seats."),
    ("en", "They bought 75 licences.", "Checked the invoice: it is 60 licences, not 75."),
    ("en", "It costs them roughly $40k a year.", "Per the invoice the annual cost is $52,000."),
    ("en", "Processing takes about ten minutes a case.", "We timed it: 17 minutes a case."),
    # dates and year-ends
    ("ja", "決算は9月締めと営業から。", "先方の経理の方より「うちは六月決算ですよ」"),
    ("ja", "年度末は3月のはず。", "椎名係長「いえ、うちの年度は12月で終わります」"),
    ("ja", "契約開始は4月1日。", "契約の開始日は5月1日でした。"),
    ("en", "Their FY ends in March, I guess.", "Nadia: our books close at the end of June."),
    ("en", "Budget papers have to be in by 30 October.", "Finance has pulled the budget deadline forward to 9 October."),
    ("en", "The pilot starts on 1 June.", "Start of the pilot has slipped to 1 September."),
    # who decides
    ("ja", "更新は椎名係長の一存で決まるとのこと。", "椎名係長「私は起案するだけで、最後は常務会ですよ」"),
    ("ja", "熊倉部長が首を縦に振れば済む話。", "熊倉部長「これからは常務会を通さんといかんようになった」"),
    ("ja", "決裁は工場長止まり。", "工場長では決められず、本社の管理本部長まで上げることになったとのこと。"),
    ("en", "Hugo can sign this himself.", 'Hugo: "I only recommend. The Spend Committee votes on it."'),
    ("en", "It's Hugo's call.", "Anything above 20k has to go through the Spend Committee now."),
    ("en", "The CFO approves renewals.", "The CFO retired in June; renewals are now approved by the Spend Committee."),
    # done and not done, switching, money
    ("ja", "基幹システムとの連携は済んでいる。", "連携、まだ繋がってへんのですわ、と椎名係長。"),
    ("ja", "初期研修は全員受講済み。", "研修を受けたのはまだ半分だそうです。"),
    ("ja", "競合は無し。", "他社のツールと比べるよう役員から指示があった。"),
    ("en", "SSO is connected.", "IT says SSO has never been set up."),
    ("en", "All managers have been trained.", "Only half of the managers have had the training so far."),
    ("en", "They're not talking to anyone else.", "They had a demo from another vendor last week."),
    ("en", "No budget concerns.", "Nadia says the budget has been cut."),
]  # fmt: skip

IN_ORDER = [
    # a signature; a world that is not so
    ("en", "Budget: Hugo decides.", "Nadia"),
    ("en", "Hugo decides.", "Nadia: if it were up to me I would sign tomorrow, but Hugo knows that."),
    ("ja", "更新は熊倉部長が決めます。", "椎名係長「私が決めていいなら更新します」"),
    # another group, another period, growth, a plan, a satisfaction, a wish, one person's own habit, another object
    ("ja", "設計部は全員が毎日使っている。", "資材課は誰も使っていない。"),
    ("ja", "先月の実施率は42%。", "今月の実施率は78%。"),
    ("ja", "従業員は300名。", "8月に20名採用し、従業員は320名になった。"),
    ("ja", "今期の見込みは120件。", "前期の実績は95件。"),
    ("ja", "みんな喜んでいます。", "アンケートの満足は62%、回答は18名。"),
    ("ja", "全員に使ってほしい。", "経理課はまだ使っていない。"),
    ("ja", "物流センターでは毎日使っている。", "熊倉部長「私は開いたことがありません」"),
    ("ja", "総務課は全員が毎日使っている。", "総務課は説明会の動画を誰も見ていない。"),
    ("ja", "支払いは60日後。", "解約の申し出は満了の90日前まで。"),
    ("ja", "席数は80。", "あと20席追加したいとの相談。"),
    ("ja", "80席のうち使っているのは52席。", "契約書では席数は80。"),
    ("en", "Dispatch is in it every day.", "The billing team has never opened it."),
    ("en", "There are 300 staff.", "They bought a shop in July, so about 340 staff now."),
    ("en", "Our plan was 40 tickets a week.", "Actual is 55 tickets a week."),
    ("en", "Payment is due in 30 days.", "Notice of termination is 90 days before the end."),
    ("en", "Everybody should use it by September.", "Night shift logins: 3 of 41."),
    ("en", "We have 200 seats.", "Could we add 40 more seats?"),
]  # fmt: skip


def _found(notes, language: str, before: str, after: str) -> list:
    first, second = ("2026-06-10", "2026-09-10") if language == "ja" else ("2026-05-10", "2026-07-10")
    word = "打合せ" if language == "ja" else "Call"
    files = {"a.md": f"# {word} {first}\n\n- {before}\n", "b.md": f"# {word} {second}\n\n- {after}\n"}
    return notes(language, files).reading.contradictions


@pytest.mark.parametrize(("language", "before", "after"), PAIRS)
def test_the_later_or_surer_word_is_preferred(notes, language: str, before: str, after: str) -> None:
    found = _found(notes, language, before, after)
    assert [(c.a.quote in before, c.b.quote in after, c.preferred) for c in found] == [(True, True, "b")]


@pytest.mark.parametrize(("language", "before", "after"), IN_ORDER)
def test_two_things_are_no_dispute(notes, language: str, before: str, after: str) -> None:
    assert _found(notes, language, before, after) == []


def test_days_without_a_year_tell_what_is_newer(notes) -> None:
    files = {
        "z_june.txt": "6/3 電話\n席数は80と聞いている。\n",
        "a_sept.txt": "9/8 訪問\n正しくは席数は65でした。\n",
    }
    found = notes("ja", files).reading.contradictions
    assert [(c.a.quote, c.b.quote) for c in found] == [("席数は80と聞いている。", "正しくは席数は65でした。")]


def test_an_answer_takes_its_matter_from_the_question(notes) -> None:
    talk = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n野々村: 御社の期末は三月でしたよね。\n\n2\n00:00:05.000 --> 00:00:08.000\n椎名: いえ、九月です。\n"
    files = {"01_hikitsugi.md": "# 引き継ぎ\n\n- 決算月: 3月(たぶん)\n", "02_call_0903.vtt": talk}
    found = notes("ja", files).reading.contradictions
    assert [(c.a.quote, c.b.quote) for c in found] == [("決算月: 3月(たぶん)", "椎名: いえ、九月です。")]
