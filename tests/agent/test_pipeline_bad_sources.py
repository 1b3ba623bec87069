"""One bad source never stops an account: each ends in a reason code and the rest is still drafted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from agent.errors import AccountError
from agent.pipeline import draft

NOTE = "# 定例 2026-11-05\n\n先方: 営業部 課長 山田太郎様\n当社: 鈴木\n\n- 山田課長「来期の予算は経営会議で決まります」\n"
ENTITY_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(
        b'<!ENTITY a%d "%s">' % (i, b"&a;" * 10 if i == 0 else b"&a%d;" % (i - 1) * 10) for i in range(9)
    )
    + b"]><rss version='2.0'><channel><title>&a8;</title></channel></rss>"
)


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def truncated_zip() -> bytes:
    whole = zipped({"S100TEST/XBRL/PublicDoc/0101010_honbun_ixbrl.htm": b"<html>" + bytes(range(256)) * 50})
    return whole[: len(whole) // 2]


BAD: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "truncated.zip": (truncated_zip, {"truncated", "corrupt"}),
    "traversal.zip": (
        lambda: zipped({"../../evil/XBRL/PublicDoc/x_ixbrl.htm": b"<html/>"}),
        {"unsafe_archive"},
    ),
    "bomb.zip": (lambda: zipped({"XBRL/PublicDoc/0101010_ixbrl.htm": b"\0" * 400_000_000}), {"too_large"}),
    "entities.xml": (lambda: ENTITY_BOMB, {"unsafe_xml"}),
    "renamed.zip": (lambda: b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n", {"not_what_name_says"}),
    "empty.md": (lambda: b"", {"empty"}),
    "mojibake.txt": (lambda: NOTE.encode().decode("latin-1").encode(), {"mojibake"}),
    "unknown.bin": (lambda: b"\x00\x01\x02\x03" * 10, {"unsupported"}),
}


def account(folder: Path, content: str = "id: T-1\nname: 株式会社テスト\nas_of: 2026-11-16\n") -> Path:
    (folder / "sources").mkdir()
    (folder / "account.yaml").write_text(content, encoding="utf-8")
    (folder / "sources" / "note.md").write_text(NOTE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_is_skipped_with_a_reason_and_the_rest_is_drafted(name: str, tmp_path: Path) -> None:
    folder = account(tmp_path)
    make, reasons = BAD[name]
    (folder / "sources" / name).write_bytes(make())
    plan = draft(folder).plan
    assert [entry.path for entry in plan.skipped] == [name]
    assert plan.skipped[0].reason_code in reasons
    assert [source.path for source in plan.sources] == ["note.md"]
    assert any("山田" in person.name for person in plan.key_people)


def test_all_bad_sources_together_change_nothing_for_the_good_one(tmp_path: Path) -> None:
    folder = account(tmp_path)
    alone = draft(folder).plan
    for name, (make, _) in BAD.items():
        (folder / "sources" / name).write_bytes(make())
    together = draft(folder).plan
    assert {entry.path for entry in together.skipped} == set(BAD)
    assert together.key_people == alone.key_people
    assert together.blanks == alone.blanks


def test_a_folder_without_account_yaml_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(AccountError, match=r"account\.yaml: missing"):
        draft(tmp_path)


def test_an_account_without_sources_is_all_blanks(tmp_path: Path) -> None:
    (tmp_path / "account.yaml").write_text("id: T-1\nname: 株式会社テスト\n", encoding="utf-8")
    plan = draft(tmp_path).plan
    assert plan.sources == []
    assert {"account_information.fiscal_year_end", "key_people[economic_buyer]"} <= {
        b.field for b in plan.blanks
    }
