"""account.yaml: defaults, unknown keys, and errors that name file, key and example."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from agent.errors import AccountError
from agent.store.account_folder import EXAMPLES, open_account


def write(folder: Path, content: str, encoding: str = "utf-8") -> Path:
    (folder / "account.yaml").write_text(content, encoding=encoding)
    return folder


def test_a_small_account_gets_todays_date(tmp_path: Path) -> None:
    opened = open_account(write(tmp_path, "id: A-1\nname: 株式会社サンプル\n"))
    assert opened.account.as_of == dt.date.today()
    assert opened.sources == tmp_path / "sources"


def test_codes_may_be_written_as_numbers(tmp_path: Path) -> None:
    opened = open_account(write(tmp_path, "id: 7\nname: X\nsec_code: 7203\n"))
    assert (opened.account.id, opened.account.sec_code) == ("7", "7203")


def test_unknown_keys_are_kept_and_reported(tmp_path: Path) -> None:
    opened = open_account(write(tmp_path, "id: A\nname: B\nregion: kanto\n"))
    assert opened.unknown_keys == ("region",)
    assert opened.account.model_extra == {"region": "kanto"}


def test_a_byte_order_mark_is_no_key(tmp_path: Path) -> None:
    assert open_account(write(tmp_path, "id: A\nname: B\n", "utf-8-sig")).account.id == "A"


def test_arguments_stand_in_for_the_files_own(tmp_path: Path) -> None:
    folder = write(tmp_path, "id: A\nname: B\nas_of: 2026-01-01\nlanguage: ja\n")
    account = open_account(folder, as_of=dt.date(2026, 5, 1), language="en").account
    assert (account.as_of, account.language) == (dt.date(2026, 5, 1), "en")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("name: B\n", ["`id`", "missing", EXAMPLES["id"]]),
        ("id: A\n", ["`name`", "missing", EXAMPLES["name"]]),
        ("id: A\nname: B\ncorporate_number: 123\n", ["corporate_number", EXAMPLES["corporate_number"]]),
        ("id: A\nname: B\ncontract_end: soon\n", ["contract_end", "soon", EXAMPLES["contract_end"]]),
        ("id: A\nname: B\ncontract_end: 2027-13-45\n", ["YYYY-MM-DD", EXAMPLES["contract_end"]]),
        (
            "id: A\nname: B\ncontract_start: 2027-01-01\ncontract_end: 2026-01-01\n",
            ["`contract_end` 2026-01-01 is before `contract_start` 2027-01-01"],
        ),
        ("id: A\nname: B\nusage_level: 9\n", ["usage_level", EXAMPLES["usage_level"]]),
        ("id: A\n  name: B\n", ["line 2", "YAML"]),
        ("- A\n", ["key: value"]),
    ],
)
def test_errors_name_file_key_and_example(tmp_path: Path, content: str, words: list[str]) -> None:
    with pytest.raises(AccountError) as caught:
        open_account(write(tmp_path, content))
    message = str(caught.value)
    assert str(tmp_path / "account.yaml") in message
    assert [word for word in words if word not in message] == []


def test_a_folder_without_account_yaml_says_what_to_create(tmp_path: Path) -> None:
    with pytest.raises(AccountError, match=r"account\.yaml: missing"):
        open_account(tmp_path)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(AccountError, match="no such folder"):
        open_account(tmp_path / "absent")
