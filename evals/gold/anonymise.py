"""Persons and companies of a pack replaced by invented ones, the same everywhere, so that it can be shared.

Family and given names are replaced part by part: two people of one family name keep one, and 佐々木さん stays
the alias of the right person. A source whose bytes cannot be rewritten (archives, PDF, office files, encoded
mail) is left out, as is one in which a name is still found afterwards; the caller is told which.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from agent.models.gold import Gold
from evals.scorers.words import HONORIFICS, without_notes

FAMILY = (
    "甲野",
    "乙川",
    "丙山",
    "丁田",
    "戊谷",
    "己原",
    "庚本",
    "辛島",
    "壬生沢",
    "癸井",
    "子安田",
    "丑込",
    "寅丸",
    "卯月野",
)
GIVEN = (
    "一葉",
    "二朗",
    "三奈",
    "四季",
    "五樹",
    "六花",
    "七央",
    "八雲",
    "九音",
    "十和",
    "百花",
    "千景",
    "万里",
    "億人",
)
LATIN_FAMILY = (
    "Alder",
    "Birch",
    "Cedar",
    "Dogwood",
    "Elm",
    "Fir",
    "Gorse",
    "Hazel",
    "Ivy",
    "Juniper",
    "Larch",
    "Maple",
)
LATIN_GIVEN = (
    "Avery",
    "Blake",
    "Casey",
    "Drew",
    "Ellis",
    "Flynn",
    "Gale",
    "Harper",
    "Indra",
    "Jules",
    "Kit",
    "Lane",
)
COMPANY = ("サンプル商事", "見本工業", "例示サービス", "架空物産")
PLACES = (
    "日本",
    "東京",
    "大阪",
    "関西",
    "関東",
    "全国",
    "東日本",
    "西日本",
    "九州",
    "北海道",
    "国際",
    "中央",
)
"""Words at the head of company names that are ordinary words elsewhere."""
TEXT_FILES = (".md", ".txt", ".vtt", ".srt", ".csv", ".tsv", ".html", ".htm", ".xml", ".json")
_COMPANY_FORM = re.compile(r"株式会社|有限会社|合同会社|㈱|\(株\)|（株）|Co\.,? ?Ltd\.?|Inc\.?|Ltd\.?|Pte\.?")
_AFTER_ONE = "|".join(
    (
        *HONORIFICS,
        "社長",
        "部長",
        "課長",
        "室長",
        "本部長",
        "係長",
        "主任",
        "店長",
        "所長",
        "専務",
        "常務",
        " ",
        "　",
    )
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass
class Disguise:
    """Replacements in the order they are made: longer words first."""

    words: dict[str, str] = field(default_factory=dict)

    def text(self, text: str) -> str:
        """The text with every known name replaced and every mail address hashed."""
        for word in sorted(self.words, key=lambda w: (-len(w), w)):
            text = re.sub(_pattern(word), self.words[word].replace("\\", r"\\"), text)
        return _MAIL.sub(lambda m: f"user{hashlib.sha256(m[0].encode()).hexdigest()[:6]}@example.com", text)

    def data(self, node: Any) -> Any:
        """The same for every string inside plain data."""
        if isinstance(node, str):
            return self.text(node)
        if isinstance(node, dict):
            return {self.text(k) if isinstance(k, str) else k: self.data(v) for k, v in node.items()}
        return [self.data(child) for child in node] if isinstance(node, list) else node

    def left_in(self, text: str) -> list[str]:
        """Known names that still stand in the text."""
        return [word for word in self.words if re.search(_pattern(word), text)]


def _pattern(word: str) -> str:
    if word.isascii():
        return rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])"
    return re.escape(word) + (rf"(?={_AFTER_ONE}|$)" if len(word) == 1 else "")


def disguise_for(gold: Gold, account: dict[str, Any], also: Iterable[str] = ()) -> Disguise:
    """Replacements for all people and companies that the gold and account.yaml name, and for others given."""
    vendor = account.get("vendor") or {}
    names = [p.name for p in gold.key_people if p.kind == "person"] + [
        *gold.not_people,
        *(vendor.get("people") or []),
    ]
    names += [alias for p in gold.key_people if p.kind == "person" for alias in p.aliases if " " in alias]
    names += [str(account.get("csm") or ""), *also]
    disguise = Disguise()
    for name in names:
        _add_person(disguise, re.sub(r"[(（].*", "", without_notes(name)).strip())
    for place, company in enumerate(filter(None, (account.get("name"), vendor.get("name")))):
        core = _COMPANY_FORM.sub("", str(company)).strip()
        if len(core) >= 2:
            disguise.words.setdefault(core, COMPANY[place % len(COMPANY)])
        if family := _group_name(core):
            disguise.words.setdefault(family, COMPANY[place % len(COMPANY)][:2])
    return disguise


def _group_name(company: str) -> str | None:
    """The part that group companies share: the kanji before katakana, or the first two of four or more kanji."""
    match = re.match(r"([一-龯]{2,})[ァ-ヴ]", company) or re.match(r"([一-龯]{2})[一-龯]{2,}$", company)
    return match[1] if match and match[1] not in PLACES else None


def _add_person(disguise: Disguise, name: str) -> None:
    parts = re.split(r"[\s　]+", name) if name else []
    if name.isascii():
        for place, part in enumerate(parts):
            pool = LATIN_GIVEN if place == 0 and len(parts) > 1 else LATIN_FAMILY
            _add(disguise, part, pool)
    else:
        for place, part in enumerate(parts[:2]):
            _add(disguise, part, FAMILY if place == 0 else GIVEN)


def _add(disguise: Disguise, word: str, pool: tuple[str, ...]) -> None:
    if word and word not in disguise.words and not re.search(r"[部課長室社]$", word):
        used = sum(1 for other in disguise.words.values() if other.rstrip("0123456789") in pool)
        disguise.words[word] = pool[used % len(pool)] + (
            str(used // len(pool) + 1) if used >= len(pool) else ""
        )


def disguised_source(name: str, data: bytes, disguise: Disguise) -> bytes | None:
    """The source's bytes with all names replaced; None when that cannot be done or seen to be done."""
    if not name.lower().endswith(TEXT_FILES):
        return None
    for encoding in ("utf-8-sig", "cp932", "utf-16"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        return None
    if name.lower().endswith(".json"):
        changed = json.dumps(disguise.data(json.loads(text)), ensure_ascii=False, indent=1)
    else:
        changed = disguise.text(text)
    try:
        return (
            None
            if disguise.left_in(changed)
            else changed.encode("utf-8" if encoding == "utf-8-sig" else encoding)
        )
    except UnicodeEncodeError:
        return None


def without_sources(gold: dict[str, Any], lost: Iterable[str]) -> dict[str, Any]:
    """The gold's plain data without evidence in the lost sources, and without entries left with none."""
    gone = set(lost)

    def kept(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: kept(value) for key, value in node.items()}
        if isinstance(node, list):
            left = [
                kept(child) for child in node if not (isinstance(child, dict) and child.get("source") in gone)
            ]
            return [c for c in left if not (isinstance(c, dict) and c.get("evidence") == [])]
        return node

    result: dict[str, Any] = kept(gold)
    return result
