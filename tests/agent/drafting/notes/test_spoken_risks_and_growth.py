"""Risks and room to grow as people say them aloud, and whose story a sentence tells."""

from __future__ import annotations

import pytest

from agent.drafting.notes.risks.signs import (
    asks_who_decides,
    does_not_know,
    names_the_drive,
    signs_in,
    speaks_of_leaving,
)
from agent.drafting.notes.themes.growth_and_news import grows

SHOWN = [
    ("budget", "外注費は全部半分まで落とせと本社から来てましてね。"),
    ("budget", "ない袖は振れない、と経理に言われた。"),
    ("budget", "うちのシステム費も槍玉に挙がってるらしいです。"),
    ("budget", "Every line is on the table, the bean-counters are in."),
    ("budget", "They want to take 10% out of every contract."),
    ("competitor", "「あっちのほうが使いやすいって現場が言うんですよ」"),
    ("competitor", "むこうの営業はもう提案書を持って来た。"),
    ("competitor", "役員に「これ、要るのか」と聞かれました。"),
    ("competitor", "A rival has been in pitching to take the lot."),
    ("competitor", "Do we really need this if the portal does the same thing?"),
    ("low_usage", "正直に言うと、先月開いたのは五人だけです。"),
    ("low_usage", "いまや宝の持ち腐れですわ。"),
    ("low_usage", "Three of fourteen leads write in it, the rest tailed off."),
    ("reorg", "春に隣の町と一緒になって一つの組織になります。"),
    ("reorg", "課の並びも席も全部組み直しだそうです。"),
    ("reorg", "They are folding the help desk into a new directorate."),
    ("value_unproven", "「で、なんぼ得したん?」と聞かれて黙った。"),
    ("value_unproven", "前の時間を誰も測っとらんので比べる相手がない。"),
    ("value_unproven", "He had nothing to show, nobody ever counted the hours."),
    ("price", "最初の年は4,000円だったのに、と言われました。"),
    ("price", "よそより三割高いと足元を見られた気分だと。"),
    ("price", "She says we are paying over the odds, it is too steep."),
    ("security", "荷主から位置情報がどこの国のサーバーにあるのか示せと求められた。"),
    ("security", "示せない場合は使用を控えるようにと。"),
    ("security", "The auditor wrote us up: records are kept without encryption."),
    ("eb_unknown", "誰がハンコを握ってるのか、それすら分からない。"),
    ("eb_unknown", "She couldn't say who signs this year."),
    ("other", "更新は止めさせる、と専務が言うたらしい。"),
    ("other", "The foreman is digging his heels in."),
]  # fmt: skip

NOT_OURS = [
    ("budget", "「隣のデパートさんは、経費カットでやめちゃったんだって」"),
    ("competitor", "隣の短大は別の製品に乗り換えたと聞くが、うちは関係ない。"),
    ("budget", "My sister's shop went bust over costs being cut."),
    ("other", "堀田さん怒ってた?"),
    ("other", "怒ってたのは先月まで。"),
]


@pytest.mark.parametrize(("kind", "text"), SHOWN)
def test_spoken_signs(kind: str, text: str) -> None:
    assert kind in signs_in(text)


@pytest.mark.parametrize(("kind", "text"), NOT_OURS)
def test_another_s_story_and_what_is_over(kind: str, text: str) -> None:
    assert kind not in signs_in(text)


@pytest.mark.parametrize(
    "text",
    ["来月から育休に入られます。", "寿で抜けることになりまして。", "She put in her notice, last day 3 July.", "He got another job."],
)  # fmt: skip
def test_ways_to_leave(text: str) -> None:
    assert speaks_of_leaving(text)


@pytest.mark.parametrize(
    ("text", "drives"),
    [
        ("店舗への声かけも全部あの人がやってたので", True),
        ("She's the one who got everyone using us.", True),
        ("駅前のうどんがうまい。", False),
        ("Tea was excellent.", False),
    ],
)
def test_who_carries_the_use(text: str, drives: bool) -> None:
    assert names_the_drive(text) is drives


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("最後はどなたに上げるんでしょう。", "それがですね、私にも分からんのです。"),
        ("Who signs it off these days?", "Honestly, your guess is as good as mine."),
    ],
)
def test_question_and_answer_on_the_decider(question: str, answer: str) -> None:
    assert asks_who_decides(question)
    assert does_not_know(answer)
    assert not asks_who_decides(answer)


def test_an_unknown_decider_in_a_conversation(notes) -> None:
    talk = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n野々村: 更新はどなたが決めるんでしょうか。\n\n2\n00:00:05.000 --> 00:00:08.000\n椎名: さあ…、私にも分からんのです。\n"
    assert "eb_unknown" in {risk.kind for risk in notes("ja", {"call.vtt": talk}).reading.risks}


GROWS = [
    "仕上げ班から、隣の工場でも使わせてほしいと言われた。",
    "北の営業所からは「うちにも早く入れて」とせっつかれております。",
    "別館の分も見積くれと言われた。",
    "隣の町の手順書も同じ棚に入れたいので席数を見積もってほしい、と主査から。",
    "保全課の人らが見学に来て、えらい羨ましがってはった。",
    "IDが足らんので追加してほしいとのこと。",
    "Their second clinic asked to be added, wants it by fall.",
    "She would take the events module too, asked for a quote.",
    "They have run out of seats.",
    "The paint shop is dying to try it.",
]
STAYS = [
    "当社から第二工場への拡大をご提案したが、お返事は頂かなかった。",
    "当面は現行のままで十分です。",
    "店舗から本部への問い合わせ電話を半分にする。",
    "端末の追加手順を送付。",
    "他拠点へ展開 → 中止になった",
    "Our side proposed additional 40 licences.",
    "We could offer you the maintenance module meanwhile.",
    "The Bursar's office has also asked for the number of named users.",
]


@pytest.mark.parametrize("text", GROWS)
def test_room_to_grow(text: str) -> None:
    assert grows(text)


@pytest.mark.parametrize("text", STAYS)
def test_no_room_to_grow(text: str) -> None:
    assert not grows(text)
