"""Who is ill and will be back goes nowhere; what a speaker says of "he" or "she" is not said of the speaker."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.pipeline import draft

HEAD = "# Call 20 September 2026\nAttendees: Nora Quill (dispatch lead), Abel Frost (service manager) / Orla Byrne\n\n"
ACCOUNT = (
    "id: A-1\nname: Harbour Heating\nas_of: 2026-10-10\ncsm: Orla Byrne\n"
    "contract_start: 2026-01-01\ncontract_end: 2026-12-31\n"
)


def _statuses(tmp_path: Path, said: str) -> dict[str, str]:
    (tmp_path / "sources").mkdir()
    (tmp_path / "account.yaml").write_text(ACCOUNT, encoding="utf-8")
    (tmp_path / "sources" / "2026-09-20_minutes.md").write_text(HEAD + said + "\n", encoding="utf-8")
    return {person.name: person.status for person in draft(tmp_path).plan.key_people}


@pytest.mark.parametrize(
    ("said", "abel"),
    [
        ("- Abel out on medical leave since 8/3. Back after Labor Day, maybe later", "active"),
        ("- Abel will be on sick leave until the end of October.", "active"),
        ("- Abel goes on parental leave in December and will be away for a year.", "leaving"),
        ("- Abel is leaving on 30 November.", "leaving"),
    ],
)
def test_leaves(tmp_path: Path, said: str, abel: str) -> None:
    assert _statuses(tmp_path, said)["Abel Frost"] == abel


def test_the_speaker_is_not_the_one_who_retires(tmp_path: Path) -> None:
    said = "Orla: How is Abel doing?\nNora: Better. Between us I think he retires at the end of the year."
    assert _statuses(tmp_path, said)["Nora Quill"] == "active"


def test_who_says_so_of_herself_goes(tmp_path: Path) -> None:
    assert _statuses(tmp_path, "Nora: I am leaving on 30 November.")["Nora Quill"] == "leaving"


@pytest.mark.parametrize(
    "said",
    [
        "- Nora writes the page, Abel approves, then goes to the owners' portfolio review on 19 November.",
        "- Abel's paper goes to Harbour Group's finance panel in December.",
    ],
)
def test_what_goes_to_a_meeting_is_a_paper(tmp_path: Path, said: str) -> None:
    assert _statuses(tmp_path, said)["Abel Frost"] == "active"


def test_who_goes_to_another_unit_leaves(tmp_path: Path) -> None:
    assert _statuses(tmp_path, "- Abel goes to head office in November.")["Abel Frost"] == "leaving"
