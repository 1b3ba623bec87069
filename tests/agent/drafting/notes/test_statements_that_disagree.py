"""Attributes stated twice with two values, in everyday wordings; and pairs that only look as if they disagreed.

Each pair stands in two notes, the first the older. The second is the newer or more direct and must be preferred.
"""

from __future__ import annotations

import pytest

DIFFERENT = [
    # who decides
    ("ja", "決裁者:熊倉部長(引継ぎ)", "熊倉部長「私のところでは決まりません。役員会に諮ります」"),
    ("ja", "更新は椎名係長の承認でOKとのこと。", "椎名係長に権限はなく、ハンコを押すのは熊倉部長。"),
    ("ja", "稟議は熊倉部長止まりと聞いている。", "150万円を超える稟議は社長決裁になる、と経理から聞いた。"),
    ("ja", "最終的には熊倉部長がお決めになる。", "熊倉部長「うちの部で決める話ではないんです。本社の情報企画が決めます」"),
    ("en", "Decision maker: Hugo Brandt", "Hugo: it isn't my call any more, the CFO signs everything above 10k."),
    ("en", "Nadia told us she can approve the renewal herself.", "Nadia has no authority to approve it, the Spend Committee decides."),
    ("en", "Hugo Brandt owns the budget and will sign.", "The budget sits with the Operations Director now, not with Hugo."),
    # dates
    ("ja", "予算要求の締め切りは12月25日。", "予算要求は11月30日が締め切りに前倒しになった。"),
    ("ja", "決算は3月末。", "決算月は12月だと熊倉部長に確認した。"),
    ("ja", "更新の判断は来年2月の役員会で行う。", "役員会は12月20日に開かれ、更新の可否もそこで決まる。"),
    ("ja", "契約は2027年9月末まで。", "契約書を見たら契約期間は2027年3月31日までだった。"),
    ("ja", "本稼働は7月1日から。", "本稼働は9月にずれ込んだ。"),
    ("ja", "移行は年内に終わる見込み。", "移行が終わるのは来年3月になりそう。"),
    ("en", "Budget requests close on 30 September.", "Budget requests have to be in by 12 September, the date was brought forward."),
    ("en", "Their financial year ends in December.", "Nadia: our year end is 31 March, not December."),
    ("en", "Go-live is planned for 1 June.", "Go-live slipped to 15 July."),
    ("en", "The contract runs until June 2027.", "The signed order form says the contract ends on 31 December 2026."),
    ("en", "The board meets in November to decide.", "The board will decide on 8 October, Hugo says."),
    # amounts, thresholds, seats
    ("ja", "年額は240万円。", "請求書では年額は264万円になっていた。"),
    ("ja", "部長決裁は300万円まで。", "部長決裁は100万円までに下がったとのこと。"),
    ("ja", "契約ID数は200。", "実際の契約ID数は150だった。"),
    ("ja", "削減効果は月60時間と営業から聞いている。", "測り直したところ、削減効果は月22時間だった。"),
    ("ja", "対象の拠点は8拠点。", "対象の拠点は5拠点に減った。"),
    ("en", "The annual fee is 48,000 dollars.", "According to the invoice the annual fee is 52,500 dollars."),
    ("en", "They have 120 licences.", "The admin page shows 85 licences."),
    ("en", "Managers can sign up to 25k.", "Managers can only sign up to 10k since July."),
    ("en", "Invoice errors are down to 2% according to sales.", "Finance measured invoice errors at 6%."),
    # use as said and as counted
    ("ja", "全拠点で毎日使っていただいている。", "9月にログインしたのは60名中14名だけ。"),
    ("ja", "第二工場でもだいぶ浸透してきた、と椎名係長。", "第二工場の9月の利用は3件。"),
    ("ja", "営業は全員が毎朝開いている。", "営業で先月ログインがあったのは2人。"),
    ("ja", "現場はもう完全に紙をやめた。", "現場ではまだ紙の日報を書いている。"),
    ("en", "Everyone in dispatch is on it every day.", "Dispatch: 4 of 31 people logged in last month."),
    ("en", "Adoption across the depots is excellent.", "Only 12 of 90 depot users opened it in June."),
    ("en", "The night shift has fully switched over.", "The night shift still uses the paper forms."),
    # posts and status of people
    ("ja", "窓口は椎名係長。", "窓口は根本主任に代わった。"),
    ("ja", "熊倉部長は来年度も続投と聞いている。", "熊倉部長は10月1日付で大阪支社へ異動。"),
    ("ja", "椎名係長は異動の予定なし。", "椎名係長「来月で退職することになりました」"),
    ("ja", "社長は反対しているらしい。", "社長「反対はしていません。順番の問題です」"),
    ("en", "Hugo Brandt stays in his post until 2028.", "Hugo Brandt leaves at the end of September."),
    ("en", "Our main contact is Nadia Costa.", "Our main contact is now Priya, she took over from Nadia in May."),
    ("en", "Nadia said Hugo is against it.", "Hugo: I am not against it, I asked for a second quote."),
    # stance
    ("ja", "熊倉部長は大変満足されていると営業から。", "熊倉部長「正直、満足はしていません」"),
    ("ja", "経理は継続に賛成している。", "経理は継続に反対の立場だとはっきり言われた。"),
    ("ja", "情シスからは特に異論は出ていない。", "情シスは「このままでは認められない」と言っている。"),
    ("en", "Sales notes say Finance is fully behind the renewal.", "Finance: we do not support the renewal as it stands."),
    ("en", "IT has no objections.", "IT objects to the renewal until the audit is closed."),
    # plans to renew or switch, tools
    ("ja", "更新する方向で社内は固まっている。", "更新は白紙に戻ったと椎名係長から電話。"),
    ("ja", "別の製品への乗り換えは考えていない。", "別の製品への乗り換えを検討し始めたとのこと。"),
    ("ja", "勤怠は「タイムキチ」を使っている。", "「タイムキチ」は8月で解約した。"),
    ("en", "They will renew, Nadia confirmed.", "Nadia: the renewal is not certain at all."),
    ("en", "They are not looking at any other vendor.", "They have started a trial with another vendor."),
    ("en", "They run payroll on Paydeck.", "Paydeck was switched off in June."),
    # completion
    ("ja", "全員への教育は6月に完了した。", "教育が終わったのは3割で、残りはこれから。"),
    ("ja", "セキュリティチェックは通過済み。", "セキュリティチェックはまだ通っていない。"),
    ("ja", "データ連携は稼働中。", "データ連携は未着手のまま。"),
    ("en", "Training was completed in April.", "Training is still not finished, two depots are left."),
    ("en", "The integration is live.", "The integration has not been switched on yet."),
    # a second reading, written after the first rules
    ("ja", "決めるのは椎名係長。ほかの人は見ていないとのこと(営業より)", "椎名係長「私は使っているだけで、続けるかは常務会が決めます」"),
    ("ja", "決裁は熊倉部長一人で足りる。", "規程が改まり、更新は常務会の承認が要ることになった。"),
    ("ja", "キーマン:熊倉部長(決裁権あり)", "熊倉部長「私にはもうその権限はないんですよ」"),
    ("ja", "来期予算の提出期限は1月20日。", "経理から連絡。予算の提出は12月4日までに変わった。"),
    ("ja", "役員会は3月に開かれ、そこで継続を決める。", "継続の可否は2月2日の役員会で決まる。"),
    ("ja", "うちの期末は9月です、と椎名係長。", "有価証券報告書では決算月は12月。"),
    ("ja", "各課とも問題なく回っている。", "総務課は登録がゼロのまま。"),
    ("ja", "みんな喜んで使ってくれていますよ。", "9月の利用者は120名中31名。"),
    ("ja", "担当は椎名係長のまま変わらない。", "10月から担当が根本主任に代わる。"),
    ("ja", "情シスは了承済み。", "情シス「まだ了承していません」"),
    ("ja", "熊倉部長は推進派。", "熊倉部長は導入に消極的だと椎名係長。"),
    ("ja", "解約の話はまったくない。", "解約も含めて検討していると言われた。"),
    ("en", "Hugo Brandt is the economic buyer.", "Hugo: the Spend Committee decides, I only present."),
    ("en", "Papers for the board are due on 15 October.", "Papers now close on 25 September."),
    ("en", "Their year ends on 30 June, we think.", "Nadia confirmed: calendar year."),
    ("en", "All depots are using it.", "Usage report: 22% active in the south depots."),
    ("en", "The team loves it, everyone logs in daily.", "Login report: 14 of 80 seats active in June."),
    ("en", "Hugo supports the renewal.", "Hugo told Nadia he opposes the renewal."),
    ("en", "There are no plans to switch.", "They are switching to another supplier in January."),
    ("en", "Security sign-off is done.", "Security has not been signed off."),
]  # fmt: skip

SAME_OR_APART = [
    ("ja", "予算要求の締め切りは12月25日。", "経費精算の締め切りは毎月5日。"),
    ("ja", "決算は3月末。", "期末は3月31日。"),
    ("ja", "年額は240万円。", "月額は20万円。"),
    ("ja", "部長決裁は300万円まで。", "課長決裁は50万円まで。"),
    ("ja", "第一工場の利用は120件。", "第二工場の利用は3件。"),
    ("ja", "6月の利用は40件。", "9月の利用は62件。"),
    ("ja", "熊倉部長は満足されている。", "椎名係長は満足していない様子。"),
    ("ja", "教育は6月に始まる。", "教育は6月に始まった。"),
    ("ja", "次回の打合せは9月1日。", "次回の打合せは10月1日。"),
    ("ja", "窓口は椎名係長。", "椎名係長から電話。"),
    ("ja", "更新する方向で社内は固まっている。", "更新の手続きは10月に始める。"),
    ("ja", "目標は月20時間の削減。", "実績は月12時間の削減。"),
    ("en", "Budget requests close on 30 September.", "Expense claims close on the 5th of each month."),
    ("en", "The annual fee is 48,000 dollars.", "The set-up fee was 5,000 dollars."),
    ("en", "Depot A has 20 users.", "Depot B has 31 users."),
    ("en", "Hugo is happy with the support.", "Nadia is not happy with the reports."),
    ("en", "The next call is on 4 June.", "The next call is on 2 July."),
    ("en", "Training starts in May.", "Training started in May."),
    ("en", "They run payroll on Paydeck.", "They run the rota on Shiftly."),
    ("en", "The target is 30 minutes per ticket.", "Today it takes 44 minutes per ticket."),
]  # fmt: skip


def _found(notes, language: str, before: str, after: str) -> list:
    first, second = ("2026-06-10", "2026-09-10") if language == "ja" else ("2026-05-10", "2026-07-10")
    word = "打合せ" if language == "ja" else "Call"
    files = {"a.md": f"# {word} {first}\n\n- {before}\n", "b.md": f"# {word} {second}\n\n- {after}\n"}
    return notes(language, files).reading.contradictions


@pytest.mark.parametrize(("language", "before", "after"), DIFFERENT)
def test_one_attribute_with_two_values(notes, language: str, before: str, after: str) -> None:
    found = _found(notes, language, before, after)
    assert [(c.a.quote in before, c.b.quote in after, c.preferred) for c in found] == [(True, True, "b")]


@pytest.mark.parametrize(("language", "before", "after"), SAME_OR_APART)
def test_nothing_disagrees(notes, language: str, before: str, after: str) -> None:
    assert _found(notes, language, before, after) == []
