"""Risks in everyday words by kind, and sentences on the same matter that show no risk: denied, settled, past, ours."""

from __future__ import annotations

import pytest

RISKS = [
    ("ja", "budget", "来年度は各部一律で15%減らせと言われているそうです。"),
    ("ja", "budget", "予算がつくかどうかは五分五分。"),
    ("ja", "budget", "今期は赤字の見込みで、新しい支出は全部止まっている。"),
    ("ja", "budget", "上期の業績が悪く、財布のひもが固い。"),
    ("ja", "budget", "このツールの費用は来年度の計画にまだ入っていない。"),
    ("ja", "budget", "補助金が今年度で終わるので、来年は自前で払うことになる。"),
    ("ja", "champion_departure", "椎名係長は来春で丸5年になるので、そろそろ動くかもしれないとのこと。"),
    ("ja", "champion_departure", "推進役の椎名係長が12月いっぱいで退職。"),
    ("ja", "champion_departure", "椎名係長「私、1月から産休をいただきます」"),
    ("ja", "eb_unknown", "誰のところで決まるのかは聞けなかった。"),
    ("ja", "eb_unknown", "決裁をするのは新しい本部長だが、まだ挨拶もできていない。"),
    ("ja", "eb_unknown", "部長が決めるものと思い込んでいた。"),
    ("ja", "competitor", "基幹システムのベンダーが、同じ機能を無償で付けると言ってきた。"),
    ("ja", "competitor", "親会社が使っている製品に合わせる話が出ている。"),
    ("ja", "competitor", "後任の方は前の職場で別の製品を使っていた。"),
    ("ja", "competitor", "他社の営業が先週デモに来たとのこと。"),
    ("ja", "low_usage", "夜勤の人は誰も触っていない。"),
    ("ja", "low_usage", "入力が7月からぱたりと止まっている。"),
    ("ja", "low_usage", "50席のうち動いているのは11席。"),
    ("ja", "low_usage", "結局エクセルに戻している課が多い。"),
    ("ja", "low_usage", "先月のログインは0件だった。"),
    ("ja", "reorg", "10月1日付で購買部は調達本部に統合される。"),
    ("ja", "reorg", "来年4月に子会社と合併すると発表があった。"),
    ("ja", "reorg", "社長が6月で交代する。"),
    ("ja", "value_unproven", "何時間減ったのかは誰も数えていない。"),
    ("ja", "value_unproven", "稟議に書いた効果には届いていない。"),
    ("ja", "value_unproven", "役員に見せる数字がまだ一つもない。"),
    ("ja", "value_unproven", "「便利なのは分かるが、いくら浮いたの」と聞かれて答えられなかった。"),
    ("ja", "price", "値上げは受けられない、と釘を刺された。"),
    ("ja", "price", "他と比べて2割は高いと言われている。"),
    ("ja", "price", "この使い方でこの金額は高いよね、と部長。"),
    ("ja", "security", "情シスの許可が下りないと接続を止められる。"),
    ("ja", "security", "個人情報を社外に置くことに反対している。"),
    ("ja", "security", "退職者のアカウントが消えていないことが監査で指摘された。"),
    ("ja", "other", "組合が反対していて、話が止まっている。"),
    ("ja", "other", "7月以降、椎名係長から返事がない。"),
    ("en", "budget", "Every department has to give back ten percent."),
    ("en", "budget", "The line for our tool is not in next year's budget yet."),
    ("en", "budget", "The finance team is going through all subscriptions with a red pen."),
    ("en", "budget", "The grant that pays for this runs out in March."),
    ("en", "champion_departure", "Nadia goes on maternity leave on 1 October."),
    ("en", "champion_departure", "Nadia handed in her notice last week."),
    ("en", "champion_departure", "Nadia is being moved to the Rotterdam office."),
    ("en", "eb_unknown", "We have never been in a room with the person who decides."),
    ("en", "eb_unknown", "I always assumed Hugo signs, it turns out he does not."),
    ("en", "eb_unknown", "It is not clear whose signature it needs."),
    ("en", "competitor", "Their ERP supplier now throws in the same feature for nothing."),
    ("en", "competitor", "Hugo has asked two other suppliers for prices."),
    ("en", "competitor", "Head office wants everyone on the group system."),
    ("en", "low_usage", "Half the licences have never been activated."),
    ("en", "low_usage", "The night shift does not touch it."),
    ("en", "low_usage", "Logins have halved since May."),
    ("en", "low_usage", "The supervisors have gone back to spreadsheets."),
    ("en", "reorg", "The two regions become one on 1 October."),
    ("en", "reorg", "A new chief executive takes over in September."),
    ("en", "reorg", "The Leeds site closes at the end of the year."),
    ("en", "value_unproven", "Nobody has counted the hours since we started."),
    ("en", "value_unproven", "We promised two days and are still at four."),
    ("en", "value_unproven", "I have nothing to show the board."),
    ("en", "price", "She thinks we charge too much for what it does."),
    ("en", "price", "A price rise would be the end of it, Nadia said."),
    ("en", "security", "The data protection officer has not cleared the hosting in the US."),
    ("en", "security", "An audit found that leavers still have access."),
    ("en", "other", "The union objects to the tracking."),
    ("en", "other", "Hugo has not answered since June."),
    ("en", "other", "The rollout in the south is three months late."),
]  # fmt: skip

HARMLESS = [
    ("ja", "来年度の予算は満額認められた。"),
    ("ja", "予算の心配はいらないとのこと。"),
    ("ja", "椎名係長は異動しないとのこと。"),
    ("ja", "決裁者は熊倉部長で、先週お会いできた。"),
    ("ja", "他社製品との比較はもう終わり、当社に決まった。"),
    ("ja", "全員が毎日ログインしている。"),
    ("ja", "60席のうち58席が毎日使われている。"),
    ("ja", "組織変更の予定はない。"),
    ("ja", "効果は月30時間の削減と実測できた。"),
    ("ja", "価格には納得いただいている。"),
    ("ja", "情シスの審査は8月に完了した。"),
    ("ja", "遅れていた設定は先週すべて終わった。"),
    ("ja", "次回は10月1日に訪問する。"),
    ("ja", "競合店が駅前に開店した。"),
    ("ja", "マニュアルの印刷費は年間20万円。"),
    ("en", "Next year's budget has been signed off in full."),
    ("en", "Nadia is not going anywhere."),
    ("en", "We met the CFO in May and she decides."),
    ("en", "They compared three vendors last year and chose us."),
    ("en", "58 of 60 seats are in daily use."),
    ("en", "No reorganisation is planned."),
    ("en", "Savings of 30 hours a month have been confirmed by Finance."),
    ("en", "They are fine with the price."),
    ("en", "The security review was passed in June."),
    ("en", "The late set-up was finished last week."),
    ("en", "We meet again on 1 September."),
]  # fmt: skip


def _kinds(notes, language: str, sentence: str) -> set[str]:
    head = "# 訪問メモ 2026-09-20" if language == "ja" else "# Visit notes 2026-07-20"
    return {risk.kind for risk in notes(language, {"m.md": f"{head}\n\n- {sentence}\n"}).reading.risks}


@pytest.mark.parametrize(("language", "kind", "sentence"), RISKS)
def test_a_risk_and_its_kind(notes, language: str, kind: str, sentence: str) -> None:
    kinds = _kinds(notes, language, sentence)
    assert kind in kinds
    assert len(kinds) <= 2


@pytest.mark.parametrize(("language", "sentence"), HARMLESS)
def test_nothing_at_risk(notes, language: str, sentence: str) -> None:
    assert _kinds(notes, language, sentence) == set()
