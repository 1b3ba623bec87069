"""What is said under a condition of silence, and how far the condition reaches."""

from __future__ import annotations

import pytest

from agent.evidence.conditions import condition_in
from agent.evidence.confidence import told_in_confidence
from connectors.interface import Document, RawSource
from connectors.registry import read_source


def _told(name: str, text: str) -> list[str]:
    document = _document(name, text)
    return [document.text[told.start : told.end] for told in told_in_confidence(document)]


@pytest.mark.parametrize(
    "sentence",
    [
        "オフレコですが、来春に支店を二つ閉めます。",
        "ここだけの話、次の部長は私ではありません。",
        "この件はまだ誰にも言わないでください。",
        "他言無用でお願いします。",
        "部下には内緒にしておいてください。",
        "営業のみなさんには伏せておいてもらえますか。",
        "合併の件は社外秘でお願いしますね。",
        "まだ公表前の話なんですが、拠点を移します。",
        "大きな声では言えませんが、予算が余りそうです。",
        "私から聞いたとは言わないでくださいね。",
        "Off the record, the plant will close next spring.",
        "This stays between us for now.",
        "Please keep this quiet until the announcement.",
        "It isn't public yet, so be careful.",
        "She told me in confidence that she is going.",
        "Please don't mention it to Harriet.",
        "Don't tell the team yet.",
        "This is strictly confidential.",
        "You didn't hear it from me.",
        "Nobody else knows yet.",
        "Could you keep that to yourself?",
    ],
)
def test_a_condition_is_heard_in_many_ways(sentence: str) -> None:
    assert condition_in(sentence) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "これはもう公表済みなので、共有していただいて構いません。",
        "社外秘の資料を扱うため、権限の設定が要ります。",
        "秘密保持契約は先月結びました。",
        "これはオフレコですか。",
        "後任は未発表です、と総務の方から聞きました。",
        "無理を言わないでください。",
        "決算発表前に一度お打ち合わせしたいです。",
        "公開講座の申込画面を直しました。",
        "Confidence in the numbers is low.",
        "We handle confidential data for our clients.",
        "This is no longer confidential.",
        "There was a rise in confidence among the nurses.",
        "The gap between us and them is wide.",
        "Her successor has not been announced by the board.",
        "Please tell me what you think.",
        "This email and any attachments are confidential and intended solely for the addressee.",
    ],
)
def test_words_that_ask_for_no_silence(sentence: str) -> None:
    assert condition_in(sentence) is None


def test_a_request_at_the_end_of_a_turn_reaches_back_to_where_the_matter_began() -> None:
    told = _told(
        "call.vtt",
        "WEBVTT\n\n00:01.000 --> 00:09.000\n<v 森口>九月は四百件でした。ところで、分室は閉めるかもしれません。"
        "三十席ほどです。まだ誰にも言わないでください\n\n00:10.000 --> 00:12.000\n<v 野田>承知しました。\n",
    )
    assert told == [
        "ところで、分室は閉めるかもしれません。",
        "三十席ほどです。",
        "まだ誰にも言わないでください",
    ]


def test_an_announced_condition_reaches_on_until_another_matter() -> None:
    told = _told(
        "notes.md",
        "# Catch-up\n\n- Off the record, Dana leaves in May. Her desk goes to Leeds. By the way, logins are at 80.\n"
        "- Training is booked\n",
    )
    assert told == ["Off the record, Dana leaves in May.", "Her desk goes to Leeds."]


def test_brackets_hold_for_their_own_sentence() -> None:
    told = _told("notes.md", "# 面談\n\n- 利用は順調。来年度に工場を売る予定(オフレコ)\n- 次回は三月\n")
    assert told == ["来年度に工場を売る予定(オフレコ)"]


def test_a_condition_alone_holds_for_what_it_was_put_to() -> None:
    assert _told("notes.md", "# 面談\n\n- 分室は閉める方向\n  - 社外秘\n- 次回は三月\n") == [
        "分室は閉める方向",
        "社外秘",
    ]
    assert _told(
        "crm.csv", "date,note,share\n2026-05-01,They may sell the yard,confidential\n2026-05-08,All well,\n"
    ) == [
        "2026-05-01",
        "They may sell the yard",
        "confidential",
    ]


def test_a_reply_that_promises_silence_holds_for_the_turn_before() -> None:
    told = _told(
        "call.vtt",
        "WEBVTT\n\n00:01.000 --> 00:09.000\n<v Amy>They will merge the two yards.\n\n"
        "00:10.000 --> 00:12.000\n<v Ben>OK, I will keep that to myself, strictly between us.\n",
    )
    assert "They will merge the two yards." in told


def test_a_heading_holds_for_its_section() -> None:
    told = _told(
        "notes.md", "# 定例\n\n## 利用\n- 順調\n\n## オフレコ\n- 支店長が替わる\n\n## 次回\n- 五月\n"
    )
    assert told == ["オフレコ", "支店長が替わる"]


def test_what_is_public_is_never_in_confidence() -> None:
    page = "<html><body><article><h1>News</h1><p>Off the record, a director said that sales fell.</p></article></body></html>"
    assert _told("news.html", page) == []


def _document(name: str, text: str) -> Document:
    return read_source(RawSource(name, text.encode()))[0][0]
