"""Turns of speech that move nobody, and who comes to a post that a notice vacates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
HEAD = "定例 2026年9月24日\n先方：製造部 小川課長、内藤様\n当社：江崎\n\n"
HEAD_EN = "# Acme Bindery, call of 24 September 2026\n\nPresent: Helen Marsh (director), Tom Birch (head of print) / Emi Esaki\n\n"
ENGLISH = {"name": "Acme Bindery Ltd", "csm": "Emi Esaki", "product": "Folio", "language": "en"}


@pytest.mark.parametrize(
    "line",
    [
        "内藤さんが隣の工場へも出向いて教えている。",
        "内藤さんは賛成に転じた。",
        "内藤さん「うちは班長が3人辞めて回らない」",
        "内藤さんは数字より、職員が辞めないかを聞く人だ。",
        "内藤さんは10時までで、途中で抜けます。",
        "内藤さん「三班は育休が重なっている」",
        "内藤さんに、誰が引き継ぐのかを聞いた。",
    ],
)
def test_a_japanese_turn_of_speech(read: Read, line: str) -> None:
    status = {p.name: p.status for p in read({"m.txt": HEAD + line + "\n"}).people}
    assert status["内藤"] == "active"


@pytest.mark.parametrize(
    "line",
    [
        "Tom would serve protective notice before the date unless we extend it.",
        "Tom has to go, the line is down.",
        "Tom can sign up to 20k.",
        "Tom has seen four programmes and every one of them died.",
        "Tom's gone from fifty tickets to two.",
        "Tom says the old sheet is gone.",
        "Tom is replacing the scanners in October.",
        "Tom laughed for quite a while.",
        "Tom: I'd quit if you took the boards away.",
        "Tom will decide who takes over the accounts.",
        "Tom: scanners move to the new depot in October.",
        "Tom wants all sites to move to the new form.",
    ],
)
def test_an_english_turn_of_speech(read: Read, line: str) -> None:
    status = {p.name: p.status for p in read({"m.md": HEAD_EN + line + "\n"}, **ENGLISH).people}
    assert status["Tom Birch"] == "active"


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Tom has handed in his notice.", "leaving"), ("Tom is leaving us on 30 October.", "leaving")],
)
def test_an_english_move(read: Read, line: str, expected: str) -> None:
    status = {p.name: p.status for p in read({"m.md": HEAD_EN + line + "\n"}, **ENGLISH).people}
    assert status["Tom Birch"] == expected


NOTICE = "<html><head><title>人事異動のお知らせ</title></head><body><p>株式会社ヤマネ製作は、2026年{}付で次の人事異動を行います。</p><table><tr><th>氏名</th><th>異動後</th><th>異動前</th></tr><tr><td>小川 進</td><td>ベトナム工場 副工場長</td><td>製造部 課長</td></tr><tr><td>内藤 葵</td><td>製造部 課長</td><td>購買部 主任</td></tr></table></body></html>"


@pytest.mark.parametrize(("day", "expected"), [("11月1日", "joining"), ("9月15日", "active")])
def test_who_takes_a_vacated_post_comes_to_it(read: Read, day: str, expected: str) -> None:
    notes = HEAD.replace("内藤様", "購買部 内藤様")
    reading = read({"m.txt": notes, "j.html": NOTICE.format(day)}, as_of="2026-10-01")
    assert {p.name: p.status for p in reading.people}["内藤 葵"] == expected
