"""Whether wider use is somebody else's: another house's, that of a tool which is not ours, or none at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from agent.drafting.notes.predicates import is_japanese

_SHORTEST = 3
"""Letters of a tool's name that can be told from other words."""
_IN_USE = re.compile(r"(?:使って|利用して)(?:い)?る(?=[一-龠ァ-ヶA-Za-z])")
"""A tool that a unit uses now ("Excelを使っている部") is what ours would replace."""


def is_anothers(text: str, product: str | None, tools: Sequence[str], wished: re.Pattern[str]) -> bool:
    """True where the sentence speaks of another company's use, of a wish for one of `tools` or an offer of theirs, of a
    rumour, or of somebody who covers for a colleague without any wish (`wished`) beside it."""
    language = "ja" if is_japanese(text) else "en"
    if _pattern(language, "rumour").search(text):
        return True
    house = _pattern(language, "other_house").search(text)
    if house and not _pattern(language, "own").search(text, house.end()):
        return True
    if _pattern(language, "stands_in").search(text) and not wished.search(text):
        return True
    if (product and product.casefold() in text.casefold()) or _IN_USE.search(text):
        return False
    named = "|".join(re.escape(name) for name in tools if len(name) >= _SHORTEST and name in text)
    return bool(named) and any(
        re.search(source.replace("NAME", f"(?:{named})"), text, re.I)
        for key in ("rival_offers", "rival_wished")
        for source in _sources(language)[key]
    )


@cache
def _sources(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = loads(
        files(__package__).joinpath("anothers_growth.toml").read_text(encoding="utf-8")
    )[language]
    return found


@cache
def _pattern(language: str, key: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in _sources(language)[key]), re.I)
