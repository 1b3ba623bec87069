"""Reads `<account>/account.yaml`; the sources beside it are the connectors' business."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from agent.errors import AccountError
from agent.models.account import Account

ACCOUNT_FILE = "account.yaml"
SOURCES_FOLDER = "sources"

EXAMPLES: dict[str, str] = {
    "id": "id: ACC-0001",
    "name": "name: 株式会社サンプル",
    "corporate_number": 'corporate_number: "1234567890123"   # 13 digits',
    "contract_start": "contract_start: 2026-04-01",
    "contract_end": "contract_end: 2027-03-31",
    "as_of": "as_of: 2026-11-22",
    "notice_days": "notice_days: 60",
    "arr_jpy": "arr_jpy: 4800000",
    "health_score": "health_score: 72   # 0-100",
    "usage_level": "usage_level: 3   # 1-5",
    "stage": "stage: adoption   # pre_onboarding | onboarding | adoption | renewal",
    "language": "language: ja   # ja | en",
    "vendor": "vendor: {name: 当社, domains: [example.com], people: [山田 太郎]}",
}
"""One valid line per key, shown when that key is missing or wrong."""


@dataclass(frozen=True, slots=True)
class AccountFolder:
    """An account and where its sources lie; `unknown_keys` are kept on the account and reported."""

    path: Path
    account: Account
    unknown_keys: tuple[str, ...]

    @property
    def sources(self) -> Path:
        return self.path / SOURCES_FOLDER


def open_account(folder: Path, *, as_of: dt.date | None = None, language: str | None = None) -> AccountFolder:
    """The account of a folder. `as_of` and `language`, when given, stand in for the file's own.

    Raises AccountError naming the file, the key and an example line.
    """
    path = folder / ACCOUNT_FILE
    if not folder.is_dir():
        raise AccountError(
            f"{folder}: no such folder. Give the folder that holds {ACCOUNT_FILE} and {SOURCES_FOLDER}/."
        )
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        lines = "\n  ".join([EXAMPLES["id"], EXAMPLES["name"]])
        raise AccountError(f"{path}: missing. Create it with at least:\n  {lines}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise AccountError(f"{path}: cannot be read ({error}). Save it as UTF-8 text.") from error
    except ValueError as error:  # a date like 2026-13-45, which YAML itself tries to read
        raise AccountError(
            f"{path}: {error}. Dates are YYYY-MM-DD. Example:\n  {EXAMPLES['contract_end']}"
        ) from error
    except yaml.YAMLError as error:
        raise AccountError(f"{path}: not valid YAML: {_place(error)}") from error
    if not isinstance(content, dict):
        raise AccountError(f"{path}: expected `key: value` lines, for example:\n  {EXAMPLES['id']}")
    settings: dict[str, Any] = {str(key): value for key, value in content.items()}
    if as_of is not None:
        settings["as_of"] = as_of
    settings["as_of"] = settings.get("as_of") or dt.date.today()
    if language is not None:
        settings["language"] = language
    if settings.get("vendor") is None:
        settings.pop("vendor", None)
    try:
        account = Account.model_validate(settings)
    except ValidationError as error:
        raise AccountError(f"{path}: {_first_problem(error)}") from error
    if account.contract_start and account.contract_end and account.contract_end < account.contract_start:
        raise AccountError(
            f"{path}: `contract_end` {account.contract_end} is before `contract_start` {account.contract_start}. "
            f"Correct one of them. Example:\n  {EXAMPLES['contract_start']}\n  {EXAMPLES['contract_end']}"
        )
    return AccountFolder(folder, account, tuple(sorted(account.model_extra or {})))


def _first_problem(error: ValidationError) -> str:
    problem = error.errors()[0]
    key = str(problem["loc"][0]) if problem["loc"] else "account"
    example = f" Example:\n  {EXAMPLES[key]}" if key in EXAMPLES else ""
    if problem["type"] == "missing":
        return f"the required key `{key}` is missing.{example}"
    where = ".".join(str(part) for part in problem["loc"])
    return f"`{where}`: {problem['msg']} (found {problem['input']!r}).{example}"


def _place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "unreadable"
    return f"line {mark.line + 1}, column {mark.column + 1}: {problem}" if mark else str(problem)
