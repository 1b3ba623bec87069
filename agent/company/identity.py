"""Which company is meant: a name or code looked up in the EDINET code list, never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

from agent.company.names import parse_name
from agent.errors import UsageError
from agent.models.plan import MonthDay
from connectors.edinet.code_list import (
    ADDRESS,
    CODE,
    CORPORATE_NUMBER,
    INDUSTRY,
    LISTED,
    NAME,
    SEC_CODE,
    YEAR_END,
    CodeListFile,
    read_code_list_file,
)
from connectors.interface import RawSource, ReadError

Match = Literal["code", "name", "former_name", "english", "kana", "similar"]

_SIMILAR = 0.75
_LIMIT = 12
_DAY = re.compile("(\\d{1,2})月(?:(\\d{1,2})日|末日)")
_HIRAGANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One filer of the list. `match` says how the query met it; a "similar" one is offered, never taken."""

    edinet_code: str
    name: str
    name_en: str
    kana: str
    sec_code: str | None
    corporate_number: str | None
    listed: bool
    fiscal_year_end: MonthDay | None
    address: str
    industry: str
    former_names: tuple[str, ...] = ()
    match: Match = "name"

    @property
    def tells_apart(self) -> str:
        """What distinguishes it from companies of a like name: code, industry, place, listed or not."""
        listed = f"証券コード{self.sec_code[:4]}" if self.sec_code else "非上場"
        return "・".join(part for part in (self.edinet_code, listed, self.industry, self.address) if part)


@dataclass
class CodeList:
    """The filers of the list by code and by every folded form of their names."""

    filers: dict[str, Candidate] = field(default_factory=dict)
    by_code: dict[str, list[str]] = field(default_factory=dict)
    by_name: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def add(self, filer: Candidate) -> None:
        """Index one filer; a former name is found as well as the present one."""
        self.filers[filer.edinet_code] = filer
        codes = [filer.edinet_code, filer.sec_code, (filer.sec_code or "")[:4], filer.corporate_number]
        for code in filter(None, dict.fromkeys(codes)):
            self.by_code.setdefault(code.upper(), []).append(filer.edinet_code)
        names = [
            ("name", parse_name(filer.name).core),
            ("english", _english(filer.name_en)),
            ("kana", _kana(filer.kana)),
        ]
        names += [("former_name", parse_name(former).core) for former in filer.former_names]
        for kind, key in names:
            if key:
                self.by_name.setdefault((kind, key), []).append(filer.edinet_code)


def read_code_list(path: Path, older: Path | None = None) -> CodeList:
    """The list from EdinetcodeDlInfo.csv or a zip that holds it; names only an `older` list has are former names.

    Raises UsageError with the file's name when it is no such list.
    """
    present = list(_rows(path))
    before: dict[str, str] = (
        {filer.edinet_code: filer.name for filer in _rows(older)} if older is not None else {}
    )
    codes = CodeList()
    for filer in present:
        former = before.get(filer.edinet_code)
        changed = former is not None and parse_name(former) != parse_name(filer.name)
        codes.add(replace(filer, former_names=(former,)) if changed and former is not None else filer)
    return codes


def who(query: str, codelist: CodeList) -> list[Candidate]:
    """Filers the query may mean. One result that is not "similar" is the company; several must be asked about.

    Codes (EDINET, securities with 4 or 5 characters, corporate number) come first, then the whole name with its
    legal form on the side the query gives, then English, kana and former names. Only when nothing is equal are
    names, or readings of a query in kana, that contain it or look like it listed, listed ones and the closest first, at most 12.
    """
    query = unicodedata.normalize("NFKC", query).strip()
    if found := codelist.by_code.get(query.upper().replace("-", "")):
        return _matched(codelist, found, "code")
    wanted = parse_name(query)
    exact: list[tuple[Match, str]] = [
        ("name", wanted.core),
        ("english", _english(query)),
        ("kana", _kana(query)),
        ("former_name", wanted.core),
    ]
    for kind, key in exact:
        found = codelist.by_name.get((kind, key), []) if key else []
        if kind == "name" and wanted.position != "none":
            same_side = [c for c in found if parse_name(codelist.filers[c].name).position == wanted.position]
            if found and not same_side:
                return _matched(codelist, found, "similar")
            found = same_side
        if found:
            return _matched(codelist, found, kind)
    return _similar(wanted.core, codelist)


def _matched(codelist: CodeList, codes: Iterable[str], match: Match) -> list[Candidate]:
    return [replace(codelist.filers[code], match=match) for code in dict.fromkeys(codes)]


def _similar(core: str, codelist: CodeList) -> list[Candidate]:
    if len(core) < 2:
        return []
    scored: list[tuple[float, str]] = []
    spoken = _kana(core)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(core)
    for (kind, key), codes in codelist.by_name.items():
        if not key or (kind == "kana" and (not spoken or spoken not in key)):
            continue
        if core in key or (key in core and len(key) >= 3):
            points = 1 + min(len(core), len(key)) / max(len(core), len(key))
        else:
            matcher.set_seq1(key)
            points = matcher.ratio() if matcher.quick_ratio() >= _SIMILAR else 0
        if points >= _SIMILAR:
            scored += [(points, code) for code in codes]
    ordered = [code for _, code in sorted(scored, key=lambda item: _closeness(item[0], item[1], codelist))]
    return _matched(codelist, list(dict.fromkeys(ordered))[:_LIMIT], "similar")


def _closeness(points: float, code: str, codelist: CodeList) -> tuple[bool, bool, float, str]:
    """Names that hold the query before those that look like it, listed companies before others and people."""
    return points < 1, not codelist.filers[code].listed, -points, code


def _english(name: str) -> str:
    return parse_name(name).core if name.isascii() else ""


def _kana(name: str) -> str:
    folded = re.sub("\\s", "", unicodedata.normalize("NFKC", name)).translate(_HIRAGANA)
    folded = re.sub(
        "^カブシキガイシャ|カブシキガイシャ$|^カブシキカイシャ|カブシキカイシャ$|^ユウゲンガイシャ|ユウゲンガイシャ$",
        "",
        folded,
    )
    return folded if re.fullmatch("[ァ-ヺー・]{2,}", folded) else ""


def _rows(path: Path) -> Iterable[Candidate]:
    file = open_code_list(path)
    return [_candidate(file.cells(row)) for row in file.rows]


def open_code_list(path: Path) -> CodeListFile:
    """The list as printed. Raises UsageError with the file's name when it is no such list."""
    try:
        return read_code_list_file(RawSource(path.as_posix(), path.read_bytes()))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except ReadError as error:
        raise UsageError(f"{path}: {error.detail.removeprefix(f'{path.as_posix()}: ')}") from error


def _candidate(row: dict[str, str]) -> Candidate:
    day = _DAY.search(row.get(YEAR_END, ""))
    month = int(day[1]) if day is not None else 0
    last = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    return Candidate(
        edinet_code=row[CODE],
        name=row.get(NAME, ""),
        name_en=row.get("提出者名（英字）", ""),
        kana=row.get("提出者名（ヨミ）", ""),
        sec_code=row.get(SEC_CODE) or None,
        corporate_number=row.get(CORPORATE_NUMBER) or None,
        listed=row.get(LISTED) == "上場",
        fiscal_year_end=MonthDay(month=month, day=int(day[2]) if day[2] else last)
        if day is not None
        else None,
        address=row.get(ADDRESS, ""),
        industry=row.get(INDUSTRY, ""),
    )
