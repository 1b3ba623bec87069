"""Names of people, companies and products in our data sets: what may stand neither in rules nor in fitted weights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

LEGAL = re.compile(r"株式会社|有限会社|合同会社|\b(?:Inc|Ltd|LLC|Pte|Pty|Corp|Limited|Sdn Bhd)\b\.?")
GENERIC = re.compile(
    r"^古屋|^磯部|会議|委員会|事務局|役員会|取締役会|ミーティング|committee|board|council|社長|会長|部長|課長|室長|班長|本部長|所長|工場長|センター長|委員長|財務|代表|専務|常務|市長|頭取|法務|理事長|看護師|千葉|CEO|CFO|CIO|COO|director|manager|foreman|head\b|教頭|板長|嘱託医|神戸|四方|\b(?:works|marine)\b|調査役|後任|次の|不明|unknown",
    re.IGNORECASE,
)
"""Titles and bodies given in place of a name, and names that are words of the language."""
HELD = re.compile(
    r"(?:さん|様|さま|氏|殿|先生|君|くん|[一-龠]{0,2}(?:部長|課長|係長|主任|社長|専務|常務|所長|室長|次長))+$|^(?:Mr|Ms|Mrs|Dr)\.? "
)


def person_names(name: str) -> Iterator[str]:
    """Full name with and without space, and the family name of two characters or more (Latin: four).

    Latin given names are left out: Mark is a name of a class, too.
    """
    name = re.sub(r"[(（].*", "", name).strip()
    if not name or GENERIC.search(name):
        return
    yield name
    parts = re.split(r"[\s　]+", name)
    if len(parts) > 1:
        yield "".join(parts)
    for part in parts[:1] if not name.isascii() else parts[-1:]:
        if len(part) >= (4 if part.isascii() else 2) and not re.search(
            r"[部課室係店]\Z|^(?:Systems|Services)$", part
        ):
            yield part


def names_in_pack(pack: Path) -> set[str]:
    """People, companies and our product of one pack, in the spellings that would give it away."""
    gold: dict[str, Any] = yaml.safe_load((pack / "gold.yaml").read_text(encoding="utf-8"))
    account: dict[str, Any] = yaml.safe_load((pack / "account.yaml").read_text(encoding="utf-8"))
    names: set[str] = {LEGAL.sub("", account["name"]).strip(), str(account.get("product") or "")}
    people = [p for p in gold["key_people"] if p.get("kind") != "body"]
    for listed in [*(p["name"] for p in people), *gold["not_people"], account.get("csm") or ""]:
        names |= set(person_names(LEGAL.sub("", listed)))
    for person in people:
        for alias in person.get("aliases") or []:
            if re.fullmatch(
                r"[一-龥々髙﨑]{2,4}[ 　][一-龥々ぁ-んァ-ヶ]{1,4}|[A-Z][a-z]+ [A-Z][a-z]+", alias
            ):
                names |= set(person_names(alias))
    return {n for n in names if len(n) >= 2}


def names_in_note(note: Mapping[str, Any]) -> set[str]:
    """The same of one labelled note."""
    names = {LEGAL.sub("", str(note.get(key) or "")).strip() for key in ("customer", "vendor", "product")}
    for key in ("ours", "theirs", "others"):
        for listed in note.get(key) or []:
            bare = HELD.sub("", LEGAL.sub("", listed).strip())
            names |= set(person_names(bare))
    return {name for name in names if len(name) >= 2}
