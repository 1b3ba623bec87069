"""An account folder with its reviewed truth: account.yaml, sources/, gold.yaml, tolerated second readings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from agent.models.gold import Gold
from evals.gold.migrate import migrate

ALTERNATIVES = "alternatives.yaml"


@dataclass(frozen=True)
class Alternatives:
    """Readings beside the gold's that a grader must let pass (`alternatives.yaml`, from the packs' review).

    `accept`: path, values that are right too ("*": anything). `optional`: paths of entries whose absence is
    no loss. `tolerate`: list name, entries whose presence is no fault (name, risk kind or words of it).
    """

    accept: dict[str, list[Any]] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()
    tolerate: dict[str, list[str]] = field(default_factory=dict)

    def accepts(self, path: str, value: Any) -> bool:
        """True when the value is an accepted second reading of the path."""
        values = self.accept.get(path, [])
        return "*" in values or value in values

    def tolerates(self, list_name: str, words: str) -> bool:
        """True when an entry holding one of the tolerated words is no fault."""
        return any(known in words for known in self.tolerate.get(list_name, []))


@dataclass(frozen=True)
class Pack:
    """One account folder with gold."""

    folder: Path
    account: dict[str, Any]
    gold: Gold
    alternatives: Alternatives = Alternatives()

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def number(self) -> str:
        """The name without its words: "pack-07" of "pack-07-retail-no-money"."""
        return "-".join(self.name.split("-")[:2])


def load_pack(folder: Path, alternatives: Alternatives | None = None) -> Pack:
    """The pack in `folder`; gold of an older version is migrated. Raises OSError or ValueError."""
    account = yaml.safe_load((folder / "account.yaml").read_text(encoding="utf-8"))
    raw = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    if not isinstance(raw, dict):
        raise ValueError(f"{folder / 'gold.yaml'}: not a mapping")
    try:
        gold = Gold.model_validate(migrate(raw))
    except ValueError as error:
        raise ValueError(f"{folder / 'gold.yaml'}: {error}") from error
    if alternatives is None:
        alternatives = load_alternatives(folder.parent).get(folder.name, Alternatives())
    return Pack(folder, account, gold, alternatives)


def load_packs(parent: Path) -> list[Pack]:
    """Every pack below `parent`, by name."""
    alternatives = load_alternatives(parent)
    folders = sorted(path.parent for path in parent.glob("*/gold.yaml"))
    return [load_pack(folder, alternatives.get(folder.name, Alternatives())) for folder in folders]


def load_alternatives(parent: Path) -> dict[str, Alternatives]:
    """Tolerated readings by pack name; empty where the file is absent."""
    path = parent / ALTERNATIVES
    if not path.is_file():
        return {}
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        name: Alternatives(
            accept={str(k): list(v) for k, v in (entry.get("accept") or {}).items()},
            optional=frozenset(entry.get("optional") or ()),
            tolerate={k: list(v) for k, v in (entry.get("tolerate") or {}).items()},
        )
        for name, entry in data.items()
    }
