"""Rules are about language and form: no name out of any reviewed pack may stand in the program's code or data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
PACKS = ROOT / "evals" / "datasets" / "packs"
_LEGAL = re.compile(r"株式会社|有限会社|合同会社|\b(?:Inc|Ltd|LLC|Pte|Pty|Corp|Limited|Sdn Bhd)\b\.?")
_GENERIC = re.compile(
    r"会議|委員会|役員会|取締役会|ミーティング|committee|board|council|社長|会長|部長|課長|室長|班長|本部長|所長|工場長|センター長|委員長|財務|代表|専務|常務|市長|頭取|千葉|CEO|CFO|CIO|COO|director|manager|foreman|head\b|後任|次の|不明|unknown",
    re.IGNORECASE,
)


_ORDINARY = re.compile("早見表|和気部|日下部")
"""A word that holds a family name, and names on the list of those that look like departments."""


def _texts(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")):
        if (
            path.suffix in {".py", ".toml", ".md", ".json", ".tsv", ".csv", ".yaml", ".txt"}
            and path.is_file()
        ):
            yield path, _ORDINARY.sub("", path.read_text(encoding="utf-8"))


def _person(name: str) -> Iterator[str]:
    """Full name with and without space, and the family name of two characters or more (Latin: four).

    Latin given names are left out: Mark is a name of a class, too.
    """
    name = re.sub(r"[(（].*", "", name).strip()
    if not name or _GENERIC.search(name):
        return
    yield name
    parts = re.split(r"[\s　]+", name)
    if len(parts) > 1:
        yield "".join(parts)
    for part in parts[:1] if not name.isascii() else parts[-1:]:
        if len(part) >= (4 if part.isascii() else 2) and not re.search(r"[部課室係店]\Z", part):
            yield part


def names_in(pack: Path) -> set[str]:
    """People, companies and our product of one pack, in the spellings that would give it away."""
    gold: dict[str, Any] = yaml.safe_load((pack / "gold.yaml").read_text(encoding="utf-8"))
    account: dict[str, Any] = yaml.safe_load((pack / "account.yaml").read_text(encoding="utf-8"))
    names: set[str] = {_LEGAL.sub("", account["name"]).strip(), str(account.get("product") or "")}
    people = [p for p in gold["key_people"] if p.get("kind") != "body"]
    for listed in [*(p["name"] for p in people), *gold["not_people"], account.get("csm") or ""]:
        names |= set(_person(_LEGAL.sub("", listed)))
    for person in people:
        for alias in person.get("aliases") or []:
            if re.fullmatch(
                r"[一-龥々髙﨑]{2,4}[ 　][一-龥々ぁ-んァ-ヶ]{1,4}|[A-Z][a-z]+ [A-Z][a-z]+", alias
            ):
                names |= set(_person(alias))
    return {n for n in names if len(n) >= 2}


@pytest.mark.parametrize("package", ["agent", "connectors"])
def test_no_name_of_a_pack_stands_in_the_code(package: str) -> None:
    names = set().union(*(names_in(pack) for pack in sorted(PACKS.glob("pack-*"))))
    assert len(names) > 400, "the packs' names were not read"
    pattern = re.compile(
        "|".join(
            rf"(?<![A-Za-z]){re.escape(n)}(?![A-Za-z])" if n.isascii() else re.escape(n)
            for n in sorted(names, key=len, reverse=True)
        )
    )
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path, text in _texts(ROOT / package)
        for hit in pattern.finditer(text)
    ]
    assert not found, "\n".join(found)


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
    assert names_in(pack) == {
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
