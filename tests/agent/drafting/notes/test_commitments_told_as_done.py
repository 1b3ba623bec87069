"""A later line that tells of the same thing as sent, held or mended settles a commitment; hints and other things do not."""

from __future__ import annotations

import pytest

from agent.drafting.notes.commitments.settled import as_they_stand

EN = "# Review 2026-08-03\n\n## Actions\n- Olivia to send a sizing sheet for the Leeds depot by 14 August.\n- Nadia to arrange a session with the night planners by 28 August.\n"
JA = "# 定例 2026-08-03\n\n## 宿題\n- 野々村: 取込停止の理由を調べ、8月14日までに熊倉部長へ回答する。\n- 椎名係長: 夜勤の名簿を8月末までに送る。\n"


def states(found) -> list[bool]:
    return [c.done for c in as_they_stand(found.reading.commitments, found.reading.remarks)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Sent the sizing sheet for Leeds.", [True, False]),
        ("Sizing sheet for the Leeds depot was sent to Hugo.", [True, False]),
        ("Sizing sheet for Leeds not sent yet.", [False, False]),
        ("Sent the price list.", [False, False]),
        ("Session with the night planners went ahead.", [False, True]),
        ("Session with the night planners postponed.", [False, False]),
    ],
)
def test_a_log_tells_it(notes, row: str, expected: list[bool]) -> None:
    log = f"Date,Type,Owner,Contact,Notes\n2026-08-31,Email,Olivia Marsh,Hugo Brandt,{row}\n"
    assert states(notes("en", {"m.md": EN, "log.csv": log})) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("取込停止の理由(時刻のずれ)と対策を回答済み。", [True, False]),
        ("取込停止の理由はまだ回答していない。", [False, False]),
        ("夜勤の名簿を受領。", [False, True]),
        ("夜勤の名簿を送付いただいた。", [False, True]),
        ("夜勤の名簿はまだ。月末までに送るとのこと。", [False, False]),
        ("夜勤の名簿を送付。", [False, False]),
    ],
)
def test_a_japanese_log_tells_it(notes, row: str, expected: list[bool]) -> None:
    log = f"日付,種別,担当,相手,内容\n2026-08-31,メール,野々村,熊倉部長,{row}\n"
    assert states(notes("ja", {"m.md": JA, "log.csv": log})) == expected


def test_an_answer_to_a_question_tells_it_and_is_cited(notes) -> None:
    call = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Olivia Marsh>How did the session with the night planners go?\n\n00:00:03.000 --> 00:00:04.000\n<v Nadia Costa>It went ahead on Thursday.\n"
    found = notes("en", {"m.md": EN, "2026-09-01_call.vtt": call})
    settled = as_they_stand(found.reading.commitments, found.reading.remarks)
    session = next(c for c in settled if "session" in c.text)
    assert session.done
    assert "went ahead" in session.citations[-1].quote
