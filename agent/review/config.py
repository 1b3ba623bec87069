"""banso.toml: which rules apply, how severe, which words are fine here, and the company's own words.

[review]
off = ["R03"]
vendor_fiscal_year_end_month = 12
allow = ["活用推進月間"]        # words never taken as loose
vague = ["ぐるぐる回す"]        # further words always taken as loose
[review.severity]
M08 = "info"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agent.errors import ConfigurationError
from agent.models.finding import Severity

FILE = "banso.toml"


@dataclass(frozen=True, slots=True)
class ReviewConfig:
    """Settings of the review; the default switches every rule on as its row says."""

    off: frozenset[str] = frozenset()
    severity: dict[str, Severity] = field(default_factory=dict)
    allow: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    vendor_fiscal_year_end_month: int | None = None


def load_config(path: Path | None = None) -> ReviewConfig:
    """The `[review]` table of a file, of banso.toml in the current folder, or the default.

    Raises ConfigurationError naming the file, the key and an example when something cannot be used.
    """
    chosen = path or Path(FILE)
    if not chosen.is_file():
        if path is not None:
            raise ConfigurationError(f"{path}: no such file. Give an existing banso.toml with --config.")
        return ReviewConfig()
    try:
        table = tomllib.loads(chosen.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{chosen}: not TOML ({error})") from None
    return config_from(table.get("review", {}), str(chosen))


def config_from(table: dict[str, Any], name: str = FILE) -> ReviewConfig:
    """The settings in a `[review]` table already parsed."""
    known = _known_ids()
    severities: dict[str, Severity] = {}
    for rule, word in dict(table.get("severity", {})).items():
        if rule not in known or word not in set(Severity):
            raise ConfigurationError(f'{name}: review.severity.{rule} = "{word}". Example: M08 = "info"')
        severities[rule] = Severity(word)
    off = table.get("off", [])
    wrong = [rule for rule in off if rule not in known]
    if wrong:
        raise ConfigurationError(f'{name}: review.off names no rule: {wrong[0]}. Example: off = ["R03"]')
    month = table.get("vendor_fiscal_year_end_month")
    if month is not None and (not isinstance(month, int) or not 1 <= month <= 12):
        raise ConfigurationError(f"{name}: review.vendor_fiscal_year_end_month = {month}. Example: 12")
    return ReviewConfig(
        frozenset(off), severities, tuple(table.get("allow", [])), tuple(table.get("vague", [])), month
    )


def _known_ids() -> set[str]:
    from agent.review.rules import RULES

    return {rule.id for rule in RULES}
