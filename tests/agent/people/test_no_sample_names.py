"""Rules are about language and form: no name out of any reviewed pack may stand in the program's code or data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from evals.fits.sample_names import names_in_pack

ROOT = Path(__file__).resolve().parents[3]
PACKS = ROOT / "evals" / "datasets" / "packs"
_ORDINARY = re.compile("早見表|先生方|拡大路線|和気部|日下部|曽我部|働き甲斐")
"""A word that holds a family name, and names on the list of those that look like departments."""
_LATIN = re.compile("[A-Za-z]")


def _texts(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")):
        if (
            path.suffix in {".py", ".toml", ".md", ".json", ".tsv", ".csv", ".yaml", ".txt"}
            and path.is_file()
        ):
            yield path, _ORDINARY.sub("", path.read_text(encoding="utf-8"))


def _held(text: str, names: Collection[str]) -> Iterator[str]:
    """The names the text holds; a Latin one as a whole word."""
    beginnings: dict[str, list[str]] = {}
    for name in names:
        beginnings.setdefault(name[:2], []).append(name)
    first = re.compile(f"[{re.escape(''.join(sorted({name[0] for name in names})))}]")
    for match in first.finditer(text):
        start = match.start()
        for name in beginnings.get(text[start : start + 2], ()):
            end = start + len(name)
            if text.startswith(name, start) and not (
                name.isascii() and _LATIN.search(text[start - 1 : start] + text[end : end + 1])
            ):
                yield name


@pytest.mark.parametrize("package", ["agent", "connectors"])
def test_no_name_of_a_pack_stands_in_the_code(package: str) -> None:
    names = set().union(*(names_in_pack(pack) for pack in sorted(PACKS.glob("pack-*"))))
    assert len(names) > 400, "the packs' names were not read"
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path, text in _texts(ROOT / package)
        for name in _held(text, names)
    ]
    assert not found, "\n".join(found)


def test_a_name_is_seen_within_japanese_and_as_a_latin_word() -> None:
    assert list(_held("次は勝俣さんとMarlow, then Marlowe", {"勝俣", "Marlow", "南雲"})) == ["勝俣", "Marlow"]


def test_the_check_itself_sees_names(tmp_path: Path) -> None:
    pack = tmp_path / "pack-x"
    pack.mkdir()
    (pack / "account.yaml").write_text(
        "name: 株式会社ハルカゼ堂\nproduct: ミモザ\ncsm: 南雲 透\n", encoding="utf-8"
    )
    (pack / "gold.yaml").write_text(
        "key_people:\n  - {name: 勝俣 巌, kind: person, aliases: [部長]}\n  - {name: 経営会議, kind: body}\nnot_people: [Jane Marlow]\n",
        encoding="utf-8",
    )
    assert names_in_pack(pack) == {
        "ハルカゼ堂",
        "ミモザ",
        "南雲 透",
        "南雲透",
        "南雲",
        "勝俣 巌",
        "勝俣巌",
        "勝俣",
        "Jane Marlow",
        "JaneMarlow",
        "Marlow",
    }
