"""News of the customer with its day, and signs of wider use, in everyday words; and sentences that are neither."""

from __future__ import annotations

import datetime as dt

import pytest

NEWS = [
    ("ja", "9月1日付で新社長に就任。", "2026-09-01"),
    ("ja", "8月20日の取締役会で子会社の吸収合併を決めた。", "2026-08-20"),
    ("ja", "9月に新工場が竣工した。", "2026-09-01"),
    ("ja", "基幹システムを7月に入れ替えた。", "2026-07-01"),
    ("ja", "8月5日に業績予想を下方修正した。", "2026-08-05"),
    ("ja", "10月1日付で営業部と業務部を統合する。", "2026-10-01"),
    ("ja", "9月12日、希望退職の募集を発表。", "2026-09-12"),
    ("ja", "7月に物流センターで火災があった。", "2026-07-01"),
    ("ja", "8月末で南町の支店を閉めた。", "2026-08-31"),
    ("ja", "9月25日に臨時総会がある。", "2026-09-25"),
    ("ja", "10月に購買の責任者が入社するそうだ。", "2026-10-01"),
    ("en", "Since 1 July the owners have a new approval matrix.", "2026-07-01"),
    ("en", "The inspectors will come on 4 August.", "2026-08-04"),
    ("en", "On 3 July they announced the merger with a rival carrier.", "2026-07-03"),
    ("en", "The new managing director started on 1 June.", "2026-06-01"),
    ("en", "The drivers went on strike on 12 June.", "2026-06-12"),
    ("en", "They opened a depot in Bristol in June.", "2026-06-01"),
    ("en", "The board cut all budgets by 8% on 2 July.", "2026-07-02"),
    ("en", "The warehouse system was replaced in June.", "2026-06-01"),
]
NO_NEWS = [
    ("ja", "9月18日に打合せ。"),
    ("ja", "資料は9月5日に送付した。"),
    ("ja", "7月の利用は40件。"),
    ("ja", "9月1日に説明会を実施した。"),
    ("ja", "9月1日は学級閉鎖で配れなかった。"),
    ("ja", "8月に退職した人の名前が残る。"),
    ("en", "Two of them have opened it since June."),
    ("en", "We met on 3 July."),
    ("en", "The wholesaler closes its books on 31 July."),
    ("en", "us - new audit form opened its pages to the depot (Hugo, 31 July)"),
    ("ja", "当社: 新システムの稼働の確認 9月30日"),
    ("en", "The report was sent on 1 June."),
    ("en", "In June 40 tickets were open."),
]
GROWTH = [
    ("ja", "経理からも使ってみたいと相談があった。"),
    ("ja", "名古屋支店にも早く入れたい。"),
    ("ja", "人事の方が画面を見て、うちでも使えないかとおっしゃっていた。"),
    ("ja", "来年はもう30席ほど増やしたい。"),
    ("ja", "点検以外に、教育の記録にも使いたいとのこと。"),
    ("ja", "隣の課の課長が興味津々だった。"),
    ("ja", "子会社3社にも広げる構想がある。"),
    ("en", "The Leeds depot has asked for access too."),
    ("en", "HR would like to try it as well."),
    ("en", "They may need another 20 seats next year."),
    ("en", "Hugo wants to bring it to the other two sites."),
    ("en", "Could we also use this for claims, she asked."),
]
NO_GROWTH = [
    ("ja", "他部署への展開は考えていない。"),
    ("ja", "席の追加は不要とのこと。"),
    ("ja", "名古屋支店からも参加者があった。"),
    ("ja", "来年も会議は月1回。"),
    ("en", "They do not want any more seats."),
    ("en", "No other site is interested."),
    ("en", "HR also joined the call."),
]


def _reading(notes, language: str, sentence: str):
    head = "# 訪問メモ 2026-09-20" if language == "ja" else "# Visit notes 2026-07-20"
    return notes(language, {"m.md": f"{head}\n\n- {sentence}\n"}).reading


@pytest.mark.parametrize(("language", "sentence", "day"), NEWS)
def test_news_with_its_day(notes, language: str, sentence: str, day: str) -> None:
    topics = _reading(notes, language, sentence).topics
    assert [(t.text, t.as_of) for t in topics] == [(sentence, dt.date.fromisoformat(day))]


@pytest.mark.parametrize(("language", "sentence"), NO_NEWS)
def test_no_news(notes, language: str, sentence: str) -> None:
    assert _reading(notes, language, sentence).topics == []


@pytest.mark.parametrize(("language", "sentence"), GROWTH)
def test_room_to_grow(notes, language: str, sentence: str) -> None:
    assert [claim.text for claim in _reading(notes, language, sentence).expansion] == [sentence]


@pytest.mark.parametrize(("language", "sentence"), NO_GROWTH)
def test_no_room_to_grow(notes, language: str, sentence: str) -> None:
    assert _reading(notes, language, sentence).expansion == []


@pytest.mark.parametrize(
    ("words", "news"),
    [
        ("業務課の主任が十二月末で退職します。", True),
        ("通知は31日までです。", False),
        ("更新の通知が8月31日なので、ぎりぎりです。", False),
        ("The Head of Yards will retire on 12 May.", True),
        ("We ask you to accept notice up to 31 March.", False),
    ],
)
def test_moves_are_news_and_notice_periods_are_not(words: str, news: bool) -> None:
    from agent.drafting.notes.themes.growth_and_news import is_news

    assert is_news(words) is news
