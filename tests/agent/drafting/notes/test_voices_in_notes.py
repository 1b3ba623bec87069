"""Who speaks where no transcript says so: side marks, pasted chats, lines that only name the speaker."""

from __future__ import annotations

import pytest

CHAT_JA = "チャットから貼り付け\n\n9:02 椎名: おはようございます\n9:05 野々村: 一覧は9月30日までにお送りします\n9:07 椎名: 私は10月2日までに現場の声を集めます\n9:09 野々村: ありがとうございます\n"
CHAT_EN = "Pasted, 12 August 2026\n\nOlivia M.: Morning!\nNadia: I'll send the shift list by 20 August.\nOlivia M.: I'll send the draft by 18 August.\nNadia: thanks\n"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("ja", CHAT_JA, ["us", "customer"]),
        ("en", CHAT_EN, ["customer", "us"]),
        ("ja", "椎名/製造 9/24 13:02\nテスト機は10月1日までに用意します\n\n野々村(ミチシルベ) 9/24 13:05\n手順書は9月30日までにお送りします\n\n椎名/製造 9/24 13:09\n助かります\n\n野々村(ミチシルベ) 9/24 13:10\nはい\n", ["customer", "us"]),
    ],
)  # fmt: skip
def test_promises_of_a_pasted_chat_are_their_speakers(
    notes, language: str, text: str, who: list[str]
) -> None:
    found = notes(language, {"chat_20260924.txt" if language == "ja" else "chat_20260812.txt": text})
    assert sorted(c.who for c in found.reading.commitments) == sorted(who)


@pytest.mark.parametrize(
    ("mark", "goals"),
    [("先方:", 1), ("(客先)", 1), ("当社:", 0), ("(弊社)", 0), ("当社(戸張):", 0), ("【先方】", 1)],
)
def test_a_side_mark_says_whose_words_a_line_holds(notes, mark: str, goals: int) -> None:
    text = f"# 定例 2026-09-01\n\n## 話\n- {mark}検査の待ち時間を3日から1日に短縮したい\n"
    assert len(notes("ja", {"m.md": text}).reading.goals) == goals
