"""Signs of risk in everyday words, by kind; and words that only sound like one."""

from __future__ import annotations

import pytest

RISKS = [
    ("ja", "budget", "来期の枠はもう埋まっていて、余裕はないそうだ。"),
    ("ja", "budget", "全社で1割コストカットの号令がかかっている。"),
    ("ja", "budget", "減収の見通しで、新規も継続も全件ゼロベースで見るとのこと。"),
    ("ja", "budget", "経費は原則ストップと言われている。"),
    ("ja", "budget", "このままだと来年度分は財布のひもがきつくて厳しい。"),
    ("ja", "champion_departure", "椎名係長は10月で本社に移られる。"),
    ("ja", "champion_departure", "椎名係長が来月から育休に入る予定。"),
    ("ja", "champion_departure", "椎名係長から、年内で会社を離れると聞いた。"),
    ("ja", "eb_unknown", "最終的にどなたが判を押すのか、まだつかめていない。"),
    ("ja", "eb_unknown", "役員とは一度も話せていない。"),
    ("ja", "eb_unknown", "決裁ルートは聞きそびれている。"),
    ("ja", "competitor", "他社から安い提案が来ているらしい。"),
    ("ja", "competitor", "グループで同じようなものを一本化する構想がある。"),
    ("ja", "competitor", "無料で同じことができるのではと言われた。"),
    ("ja", "competitor", "年明けに相見積を取る方針。"),
    ("ja", "low_usage", "第二工場は20人中4人しかログインしていない。"),
    ("ja", "low_usage", "夏以降は入力が月を追うごとに減っている。"),
    ("ja", "low_usage", "現場は結局紙に戻ってしまった。"),
    ("ja", "low_usage", "アカウントは配ったが眠ったままのものが多い。"),
    ("ja", "reorg", "4月に営業本部が東西に分かれる。"),
    ("ja", "reorg", "親会社に吸収される話が進んでいる。"),
    ("ja", "reorg", "拠点の統廃合で来年には部署ごとなくなる。"),
    ("ja", "value_unproven", "どれだけ効いているのか、説明できる数字がない。"),
    ("ja", "value_unproven", "効果測定は手つかず。"),
    ("ja", "value_unproven", "楽になったという声だけで、定量的な裏付けはまだ取れていない。"),
    ("ja", "price", "この内容で年額300万は割に合わないという意見が出た。"),
    ("ja", "price", "もう少し勉強してもらえないかと値引きを打診された。"),
    ("ja", "security", "情シスから外部サービスへのデータ保管は認められないと言われている。"),
    ("ja", "security", "監査で権限管理の甘さを指摘された。"),
    ("ja", "other", "連携の設定が2か月止まったままになっている。"),
    ("ja", "other", "人手が足りず、教育まで手が回らない。"),
    ("en", "budget", "There is no money left in the pot for next year."),
    ("en", "budget", "All discretionary spend is under review."),
    ("en", "budget", "The board has told every function to take 15% out."),
    ("en", "champion_departure", "Nadia starts a new job in September."),
    ("en", "champion_departure", "Nadia's last week is the one of 12 October."),
    ("en", "eb_unknown", "We still do not know who signs this off."),
    ("en", "eb_unknown", "I have no line to the CFO."),
    ("en", "competitor", "The parent company already pays for a rival product."),
    ("en", "competitor", "They have had two other vendors in for demos."),
    ("en", "low_usage", "Only a third of the drivers have ever opened the app."),
    ("en", "low_usage", "Most sites have gone back to paper."),
    ("en", "reorg", "The north and south regions are being folded into one."),
    ("en", "reorg", "They are being bought by a competitor of theirs."),
    ("en", "value_unproven", "No one could put a number on the time saved."),
    ("en", "value_unproven", "The benefits case has never been checked against actuals."),
    ("en", "price", "He said we cost twice what the others charge."),
    ("en", "security", "Their IT security people want a fresh assessment before renewal."),
    ("en", "other", "The data feed has been broken since June and nobody is fixing it."),
]

HARMLESS = [
    ("ja", "予算は確保できているとのこと。"),
    ("ja", "異動の予定はないそうだ。"),
    ("ja", "他社の検討はしていない。"),
    ("ja", "利用は順調で、ほぼ全員がログインしている。"),
    ("ja", "セキュリティ審査は無事に通った。"),
    ("ja", "値上げの話は出ていない。"),
    ("ja", "効果は数字で示せていて、役員も納得している。"),
    ("ja", "止まっていた連携は先週直った。"),
    ("en", "Budget for next year is approved."),
    ("en", "There are no plans to look at alternatives."),
    ("en", "Security signed it off in May."),
    ("en", "Usage is up on last quarter and everyone logs in."),
    ("en", "The feed problem was fixed in June."),
    ("en", "Nobody is leaving the team this year."),
]


def _kinds(notes, language: str, sentence: str) -> set[str]:
    head = "# 訪問メモ 2026-09-20" if language == "ja" else "# Visit notes 2026-07-20"
    return {risk.kind for risk in notes(language, {"m.md": f"{head}\n\n- {sentence}\n"}).reading.risks}


@pytest.mark.parametrize(("language", "kind", "sentence"), RISKS)
def test_a_sign_of_risk(notes, language: str, kind: str, sentence: str) -> None:
    assert kind in _kinds(notes, language, sentence)


@pytest.mark.parametrize(("language", "sentence"), HARMLESS)
def test_no_risk(notes, language: str, sentence: str) -> None:
    assert _kinds(notes, language, sentence) == set()
