"""Decisions in many people's words."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.models.evidence import Derived, Value
from agent.models.plan import MonthDay
from agent.renewal import read_renewal
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]


@pytest.mark.parametrize(
    ("sentence", "steps"),
    [
        ("300万円以上は社長決裁。", [("社長", None)]),
        ("椎名係長が12月中に稟議を起案し、1月の常務会にかける。", [(None, "2026-12-31"), ("常務会", "2027-01")]),
        ("熊倉部長が12月中に稟議を起案する。", [("熊倉", "2026-12-31")]),
        ("熊倉部長が12月中に稟議を起案するだけで、決裁権はありません。", [(None, "2026-12-31")]),
        ("来期の予算は2月の常務会で固まる。", [("常務会", "2027-02")]),
        ("各部からの要望は12月25日締め切り。", [(None, "2026-12-25")]),
        ("予算編成は11月から始まり、1月末に確定、2月に各部署へ通知される。", [(None, "2026-11"), (None, "2027-01-31"), (None, "2027-02")]),
        ("常務会の議事録は公開しない。前回は工場長決裁で通った。", []),
        ("次回の定例は10月20日。", []),
        ("12月18日に更新を最終的に決めるのは熊倉ではなくて社長です。", [("社長", "2026-12-18")]),
        ("契約満了は来年3月末ですが、予算は12月3日に決まるそうです。", [(None, "2026-12-03")]),
        ("翌年の経費は11月24日の常務会で決める。", [("常務会", "2026-11-24")]),
        ("明年の枠は12月中旬の常務会で固まる。", [("常務会", "2026-12")]),
        ("下期に見直しがあり、来年の分は11月24日の常務会で決まる。", [("常務会", "2026-11-24")]),
        ("部門案は12月11日までに経理財務部へ出す決まり。", [(None, "2026-12-11")]),
        ("来期の費目は11月27日締めで経営企画に届け出る。", [(None, "2026-11-27")]),
        ("翌期の枠の届出は12月4日までです。", [(None, "2026-12-04")]),
        ("予算の相談用の資料を11月27日までに出す。", []),
        ("予算は12月3日に決まりますが、発表は来年2月です。", [(None, "2026-12-03")]),
    ],
)  # fmt: skip
def test_steps(japanese: SimpleNamespace, read: Read, sentence: str, steps: list[tuple[str, str]]) -> None:
    people = [*japanese.who.people]
    president = people[0].model_copy(
        update={"id": "kp-9", "name": "社長", "kind": "person", "role": "economic_buyer", "aliases": []}
    )
    who = SimpleNamespace(people=[*people, president], vendor_people=japanese.who.vendor_people)
    documents = read({"m.md": f"# 打合せ 2026-09-25\n\n- {sentence}\n"})
    path = read_renewal(japanese.account, documents, who, None).decision_path
    assert [(step.approver, step.when) for step in path.steps] == steps


@pytest.mark.parametrize(
    "sentence",
    ["社長は現場を歩く人で、机の上の説明を嫌う。", "社長はパソコンを使わない。人の育ち方を見て判断する。"],
)
def test_personas(japanese: SimpleNamespace, read: Read, sentence: str) -> None:
    documents = read({"m.md": f"# 打合せ 2026-09-25\n\n- {sentence}\n"})
    persona = read_renewal(japanese.account, documents, japanese.who, None).decision_path.decider_persona
    assert persona is not None
    assert persona.citations[0].quote in sentence


def test_the_customers_words_on_a_date_beat_our_own_later_talk(japanese: SimpleNamespace, read: Read) -> None:
    minutes = "# 定例 2026-09-10\n\n- 熊倉部長「来期の予算は12月15日の常務会で決まります」\n"
    chat = (
        '[{"type":"message","user":"U1","user_profile":{"real_name":"野々村 遥"},"ts":"1790000000.000100",'
        '"text":"予算は2月10日に決まると思います。"}]'
    )
    documents = read({"m.md": minutes, "chat.json": chat})
    budget = read_renewal(japanese.account, documents, japanese.who, None).budget
    assert budget.decision_date is not None
    assert budget.decision_date.value == "2026-12-15"


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("常務は見た目の良さより、手間がどれだけ減ったかで判断します。", True),
        ("常務に突っ込まれたら苦しいです。", False),
        ("常務に理由を聞かれたら答えられない。", False),
    ],
)
def test_how_a_decider_judges_and_not_how_we_worry(
    japanese: SimpleNamespace, read: Read, sentence: str, counts: bool
) -> None:
    documents = read({"m.md": f"# 打合せ 2026-09-25\n\n- {sentence}\n"})
    persona = read_renewal(japanese.account, documents, japanese.who, None).decision_path.decider_persona
    assert (persona is not None) == counts


SPOKEN_TABLE = """# 会議 発言録 2026-09-25

| 発言 | 内容 |
|---|---|
| 熊倉部長 | 来期の予算は12月15日の定例理事会で決めます。 |
| 野々村 | 承知しました。 |
| 熊倉部長 | 常務は、ほかの工場より良いか悪いか、それだけ聞きます。 |
"""


def test_minutes_kept_as_a_table_of_speakers(japanese: SimpleNamespace, read: Read) -> None:
    documents = read({"m.md": SPOKEN_TABLE})
    path = read_renewal(japanese.account, documents, japanese.who, None).decision_path
    assert [(step.approver, step.when) for step in path.steps] == [("定例理事会", "2026-12-15")]
    assert path.decider_persona is not None
    assert "それだけ聞きます" in path.decider_persona.text


@pytest.mark.parametrize(
    "sentence",
    [
        "毎月の安全委員会で件数を確認する。",
        "8月の委員会で、件数は51件でした。",
    ],
)
def test_a_meeting_on_other_matters_decides_nothing(
    japanese: SimpleNamespace, read: Read, sentence: str
) -> None:
    documents = read({"m.md": f"# 打合せ 2026-09-25\n\n- {sentence}\n"})
    assert read_renewal(japanese.account, documents, japanese.who, None).decision_path.steps == []


def test_days_spoken_in_english_words(english: SimpleNamespace, read: Read) -> None:
    minutes = "# Review, 1 August 2026\n\n- Papers close on the ninth of September, then the Spend, Audit and Risk Committee decides on the twenty-third of September.\n"
    found = read_renewal(english.account, read({"m.md": minutes}), english.who, None)
    assert [step.when for step in found.decision_path.steps] == ["2026-09-09", "2026-09-23"]
    assert found.budget.decision_body is not None
    assert found.budget.decision_body.value == "Spend, Audit and Risk Committee"


CHAT = '[{"type":"message","user":"U1","user_profile":{"real_name":"野々村 遥"},"ts":"1790000000.000100","text":"WORDS"}]'
TAIL = """From: shiina@seiran.example
To: nonomura@michishirube.example
Date: Thu, 01 Oct 2026 10:12:00 +0900
Subject: Re
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit

野々村様

承知しました。

> WORDS
"""


@pytest.mark.parametrize(
    ("name", "form", "words"),
    [
        ("chat.json", CHAT, "来期の予算は1月15日の常務会で決まると思っていました。"),
        ("chat.json", CHAT, "来期の予算は1月15日の常務会で決まると伺っております。"),
        ("mail.eml", TAIL, "来期の予算は1月15日の常務会で決まります。"),
    ],
)
def test_beliefs_of_ours_and_words_of_nobody_are_no_evidence(
    japanese: SimpleNamespace, read: Read, name: str, form: str, words: str
) -> None:
    documents = read({name: form.replace("WORDS", words)})
    reading = read_renewal(japanese.account, documents, japanese.who, None)
    assert reading.decision_path.steps == []
    assert reading.budget.decision_date is None


def test_a_quoted_tail_that_names_its_writer_is_evidence(japanese: SimpleNamespace, read: Read) -> None:
    words = "差出人: 熊倉\n> 来期の予算は1月15日の常務会で決まります。"
    documents = read({"mail.eml": TAIL.replace("WORDS", words)})
    assert read_renewal(japanese.account, documents, japanese.who, None).budget.decision_date is not None


def test_a_cell_tells_of_the_person_of_its_row_only(japanese: SimpleNamespace, read: Read) -> None:
    table = "| お名前 | メモ |\n|---|---|\n| 椎名 健太 様 | 稟議の起案者 |\n"
    text = f"# 引き継ぎ 2026-09-25\n\n- 予算の申請は10月23日締切(熊倉部長)。\n\n{table}"
    steps = read_renewal(japanese.account, read({"m.md": text}), japanese.who, None).decision_path.steps
    assert [[citation.quote for citation in step.citations] for step in steps] == [
        ["予算の申請は10月23日締切(熊倉部長)。"]
    ]


def test_what_one_of_ours_reports_is_evidence(japanese: SimpleNamespace, read: Read) -> None:
    documents = read({"chat.json": CHAT.replace("WORDS", "来期の予算は1月15日の常務会で決まるそうです。")})
    assert read_renewal(japanese.account, documents, japanese.who, None).budget.decision_date is not None


def test_no_estimate_beside_a_known_day(japanese: SimpleNamespace, read: Read) -> None:
    documents = read({"m.md": "# 打合せ 2026-09-25\n\n- 部門案は12月11日までに経理財務部へ出す決まり。\n"})
    month = MonthDay(month=3, day=31)
    year_end = Value[MonthDay](value=month, derived=Derived(rule="test"), check="computed")
    schedule = read_renewal(japanese.account, documents, japanese.who, year_end).schedule
    assert [entry.date for entry in schedule if "申請" in entry.text and entry.lane == "customer"] == [
        "2026-12-11"
    ]


def test_what_we_are_to_prepare_is_no_step(english: SimpleNamespace, read: Read) -> None:
    talk = (
        "WEBVTT\n\n1\n00:00:03.000 --> 00:00:07.000\n<v {}>We will write a one-page case by 18 September.\n"
    )
    steps = [
        read_renewal(
            english.account, read({"call_20260801.vtt": talk.format(name)}), english.who, None
        ).decision_path.steps
        for name in ("Olivia Marsh", "Hugo Lind")
    ]
    assert [len(found) for found in steps] == [0, 1]
