"""Who will do what until when, in lists, minutes, mails and chats."""

from __future__ import annotations

import pytest

MINUTES = {"ja": "# 定例 2026-09-24\n\n", "en": "# Call 2026-08-12\n\n"}

IN_MINUTES = [
    # language, text, [(who, words, due)]
    ("ja", "## 宿題\n- 熊倉部長:利用部署の一覧を10/2までに出す\n- 弊社:見積2案を9月末までに\n", [("customer", "利用部署の一覧", "2026-10-02"), ("us", "見積2案", "2026-09-30")]),
    ("ja", "## 決まったこと\n- 椎名係長が9月30日までに現場の声を集める。\n", [("customer", "現場の声", "2026-09-30")]),
    ("ja", "## ネクストアクション\n- (当社)効果の試算シートを送付。10/1。\n- (先方)工程表の共有。来週中。\n", [("us", "試算シート", "2026-10-01"), ("customer", "工程表", None)]),
    ("ja", "## 次回までに\n- 野々村→操作動画の差し替え\n- 椎名→班長への声かけ\n", [("us", "操作動画", None), ("customer", "班長への声かけ", None)]),
    ("ja", "戸張が集計表を10月5日までに作って送ることになった。\n", [("us", "集計表", "2026-10-05")]),
    ("ja", "熊倉部長には、常務会の資料締切を確認していただく(10月3日まで)。\n", [("customer", "資料締切を確認", "2026-10-03")]),
    ("ja", "## お願い事項\n- 椎名様へ:テスト機の手配(10/8)\n", [("customer", "テスト機", "2026-10-08")]),
    ("ja", "## 今後の進め方\n1. 野々村が画面案を用意(10/7)\n2. 熊倉部長が部内に展開\n", [("us", "画面案", "2026-10-07"), ("customer", "部内に展開", None)]),
    ("ja", "| やること | だれ | いつ |\n|---|---|---|\n| 端末の手配 | 椎名係長 | 10/6 |\n| 研修資料 | 野々村 | 10/9 |\n", [("customer", "端末の手配", "2026-10-06"), ("us", "研修資料", "2026-10-09")]),
    ("en", "## Actions\n- Olivia: usage export by site, by 21 August\n- Nadia: list of shift leads - 28 Aug\n", [("us", "usage export", "2026-08-21"), ("customer", "shift leads", "2026-08-28")]),
    ("en", "Hugo agreed to get us the June figures by 20 August.\n", [("customer", "June figures", "2026-08-20")]),
    ("en", "## AIs\n- [ ] Ben - fix the SSO loop (ETA 1 September)\n- [x] Ben - send invoice copy\n", [("us", "SSO loop", "2026-09-01")]),
    ("en", "## Next steps\n1. Nadia to introduce us to procurement.\n2. We will circulate a draft agenda by Monday 24 August.\n", [("customer", "procurement", None), ("us", "draft agenda", "2026-08-24")]),
    ("en", "| Action | Owner | Due |\n|---|---|---|\n| Draft ROI sheet | Olivia Marsh | 26 Aug |\n| Name a deputy | Hugo Brandt | 2 Sep |\n", [("us", "ROI sheet", "2026-08-26"), ("customer", "deputy", "2026-09-02")]),
]  # fmt: skip

IN_MAIL = [
    ("ja", "us", "10月1日までに議事録と見積をお送りいたします。", "2026-10-01"),
    ("ja", "us", "設定の変更は来週水曜までにこちらで済ませておきます。", "2026-09-30"),
    ("ja", "us", "社内で確認のうえ、9月29日までにご返事申し上げます。", "2026-09-29"),
    ("ja", "customer", "名簿は月末までにお渡しできるようにいたします。", "2026-09-30"),
    ("ja", "customer", "9月28日に部長へ説明してまいります。", "2026-09-28"),
    ("en", "us", "I'll have the revised quote with you by 19 August.", "2026-08-19"),
    ("en", "us", "Expect the migration plan from us by 25 August.", "2026-08-25"),
    ("en", "customer", "I will raise it with Hugo before the end of August.", "2026-08-31"),
    ("en", "customer", "You'll get the headcount list from me on 20 August.", "2026-08-20"),
]
SENDERS = {
    ("ja", "us"): "野々村 遥 <nonomura@michi.example>",
    ("ja", "customer"): "椎名 健太 <shiina@seiran.example>",
    ("en", "us"): "Olivia Marsh <olivia@lanternworks.example>",
    ("en", "customer"): "Nadia Costa <nadia@calderon.example>",
}

NO_COMMITMENT = [
    ("ja", "us", "先日はありがとうございました。"),
    ("ja", "us", "昨日、見積をお送りしました。"),
    ("ja", "customer", "部長に話してみようかと思いましたが、やめておきます。"),
    ("ja", "customer", "9月28日は全社休業です。"),
    ("ja", "customer", "ご不明な点があればご連絡します。"),
    ("en", "us", "I sent the quote on 10 August."),
    ("en", "customer", "We might look at it by October."),
    ("en", "customer", "The office is closed until 17 August."),
    ("en", "us", "I hope the team will enjoy the break."),
]


def _mail(language: str, sender: str, sentence: str) -> dict[str, str]:
    day = "Thu, 24 Sep 2026" if language == "ja" else "Wed, 12 Aug 2026"
    lead = "お世話になっております。" if language == "ja" else "Hello,"
    return {
        "m.eml": f"From: {SENDERS[language, sender]}\nTo: someone@else.example\nDate: {day} 10:00:00 +0900\n"
        f"Subject: re\nContent-Type: text/plain; charset=utf-8\n\n{lead}\n\n{sentence}\n"
    }


@pytest.mark.parametrize(("language", "text", "wanted"), IN_MINUTES)
def test_commitments_of_minutes(notes, language: str, text: str, wanted: list) -> None:
    found = [c for c in notes(language, {"m.md": MINUTES[language] + text}).reading.commitments if not c.done]
    assert len(found) == len(wanted)
    for who, words, due in wanted:
        one = next((c for c in found if words in c.text), None)
        assert one is not None
        assert one.who == who
        assert due is None or (one.due and one.due.value) == due


@pytest.mark.parametrize(("language", "who", "sentence", "due"), IN_MAIL)
def test_commitments_of_mails(notes, language: str, who: str, sentence: str, due: str) -> None:
    found = notes(language, _mail(language, who, sentence)).reading.commitments
    assert [(c.who, c.due and c.due.value) for c in found] == [(who, due)]


@pytest.mark.parametrize(("language", "who", "sentence"), NO_COMMITMENT)
def test_no_commitment(notes, language: str, who: str, sentence: str) -> None:
    assert notes(language, _mail(language, who, sentence)).reading.commitments == []
