"""Files of a plan: contents, determinism, and that nothing a person edited is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agent.errors import ConfigurationError
from agent.export import FORMATS, write_plan
from agent.models.plan import SuccessPlan
from connectors.interface import Document


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".banso" not in path.parts
    }


def test_every_format_is_written_beside_json_and_texts(
    plan: SuccessPlan, document: Document, tmp_path: Path
) -> None:
    written = write_plan(plan, [document], tmp_path, FORMATS)
    assert sorted(_bytes(tmp_path)) == [
        "plan.docx",
        "plan.html",
        "plan.json",
        "plan.md",
        "plan.xlsx",
        "texts/s000000000001.txt",
    ]
    assert all(entry.kept_human_edit is None for entry in written)


def test_citations_can_be_checked_by_slicing(plan: SuccessPlan, document: Document, tmp_path: Path) -> None:
    write_plan(plan, [document], tmp_path)
    text = (tmp_path / "texts" / "s000000000001.txt").read_bytes().decode()
    assert text == document.text
    stored = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    citation = stored["key_people"][0]["citations"][0]
    assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_plan_json_reads_back_as_the_same_plan(plan: SuccessPlan, tmp_path: Path) -> None:
    write_plan(plan, [], tmp_path)
    raw = (tmp_path / "plan.json").read_bytes()
    assert SuccessPlan.model_validate_json(raw).model_dump(mode="json") == plan.model_dump(mode="json")
    assert "アオバ精機".encode() in raw


def test_same_plan_same_bytes(plan: SuccessPlan, document: Document, tmp_path: Path) -> None:
    write_plan(plan, [document], tmp_path / "1", FORMATS)
    write_plan(plan, [document], tmp_path / "2", FORMATS)
    assert _bytes(tmp_path / "1") == _bytes(tmp_path / "2")


def test_an_unknown_format_is_an_error(plan: SuccessPlan, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="pdf"):
        write_plan(plan, [], tmp_path, ["pdf"])


def test_an_edited_file_is_kept_and_the_new_one_gets_another_name(plan: SuccessPlan, tmp_path: Path) -> None:
    write_plan(plan, [], tmp_path, ["md"])
    edited = tmp_path / "plan.md"
    edited.write_text("人が書き直した", encoding="utf-8")
    written = {entry.path.name: entry.kept_human_edit for entry in write_plan(plan, [], tmp_path, ["md"])}
    assert written == {"plan.json": None, "plan.new-2.md": edited}
    assert edited.read_text(encoding="utf-8") == "人が書き直した"
    again = {entry.path.name for entry in write_plan(plan, [], tmp_path, ["md"])}
    assert again == {"plan.json", "plan.new-2.md"}
    (tmp_path / "plan.new-2.md").write_text("これも人が", encoding="utf-8")
    third = {entry.path.name for entry in write_plan(plan, [], tmp_path, ["md"])}
    assert third == {"plan.json", "plan.new-3.md"}


def test_a_changed_plan_replaces_what_nobody_edited(plan: SuccessPlan, tmp_path: Path) -> None:
    write_plan(plan, [], tmp_path, ["md"])
    plan.account.name = "株式会社アオバ精機ホールディングス"
    written = write_plan(plan, [], tmp_path, ["md"])
    assert [entry.kept_human_edit for entry in written] == [None, None]
    assert "ホールディングス" in (tmp_path / "plan.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("record", [None, "{", "[]", '{"plan.md": 3}'])
def test_without_a_record_every_file_counts_as_edited(
    plan: SuccessPlan, tmp_path: Path, record: str | None
) -> None:
    (tmp_path / "plan.md").write_text("誰かのファイル", encoding="utf-8")
    if record is not None:
        (tmp_path / ".banso").mkdir()
        (tmp_path / ".banso" / "written.json").write_text(record, encoding="utf-8")
    written = write_plan(plan, [], tmp_path, ["md"])
    assert written[-1].kept_human_edit == tmp_path / "plan.md"
    assert (tmp_path / "plan.md").read_text(encoding="utf-8") == "誰かのファイル"


def test_nothing_is_left_of_a_failed_write(
    plan: SuccessPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(plan, [], tmp_path, ["md"])
    before = _bytes(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    plan.account.name = "別の名前"
    with pytest.raises(OSError, match="No space"):
        write_plan(plan, [], tmp_path, ["md"])
    assert _bytes(tmp_path) == before
