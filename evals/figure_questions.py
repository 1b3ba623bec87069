"""Questions for figures of quarters, half-years, forecasts and English filings, with the values the filing's tags give.

The oracle shares no code with the program: facts are read by evals.gold and evals.filings. Beside every figure that is
tagged stand questions that nothing in the filing answers: another year, a quarter it does not report.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from evals.filings.cases import cases, member_bytes
from evals.filings.expected import SCOPE_AXES, ranks, scope_of
from evals.gold.filing_facts import PlainFact, inline_facts, instance_facts, package_facts

LABELS_JA = {
    "net_sales": ("売上高", "売上収益"),
    "operating_income": ("営業利益", "営業利益"),
    "ordinary_income": ("経常利益", "経常利益"),
    "profit_before_tax": ("税引前利益", "税引前利益"),
    "profit_attributable_to_owners": ("親会社株主に帰属する当期純利益", "親会社の所有者に帰属する当期利益"),
    "operating_cf": ("営業活動によるキャッシュ・フロー", "営業キャッシュ・フロー"),
    "total_assets": ("総資産", "資産合計"),
}
LABELS_EN = {
    "net_sales": ("net sales", "total revenue"),
    "operating_income": ("operating income", "income from operations"),
    "profit_attributable_to_owners": ("net income", "net earnings"),
    "operating_cf": ("net cash provided by operating activities", "operating cash flow"),
    "investing_cf": ("net cash used in investing activities", "cash flow from investing activities"),
    "financing_cf": ("net cash used in financing activities", "financing cash flow"),
    "total_assets": ("total assets", "total assets"),
    "net_assets": ("total stockholders' equity", "shareholders' equity"),
    "research": ("research and development expense", "research and development expense"),
    "gross_profit": ("gross profit", "gross profit"),
}
_MILLION = 10**6
SUMMARY_PDFS = {"140120181015417822.pdf": "081220181015_78110_XBRLData.zip"}
"""決算短信 as PDF and the package of the same summary."""
_NOTHING: frozenset[Decimal] = frozenset()
_BALANCES = ("total_assets", "net_assets")
_MONTHS = {3: (80, 100), 6: (170, 192), 9: (260, 285), 12: (350, 380)}
_FORECAST, _PREVIOUS = "ForecastMember", "PreviousMember"
_KNOWN = {"ResultMember", "CurrentMember", _FORECAST, _PREVIOUS}


@dataclass(frozen=True, slots=True)
class FigureQuestionOf:
    """`values` are what the tags give for it, rounded or not; empty where nothing in the filing answers."""

    text: str
    values: frozenset[Decimal]

    def is_right(self, value: str, quote: str) -> bool:
        """The amount answered, or without one the quoted digits, are a value of the tags; signs are left out."""
        amount = value.partition(" ")[0].replace(",", "")
        if amount:
            return any(_is_same(abs(Decimal(amount)), abs(known)) for known in self.values)
        digits = {str(abs(known).quantize(Decimal(1))) for known in self.values}
        quoted = quote.replace(",", "").split("\t")
        return any(cell.rstrip("0") and cell in digits for cell in quoted)


def _is_same(stated: Decimal, known: Decimal) -> bool:
    """Equal, or the figure of a statement whose summary gives it in 百万円."""
    return stated == known or (
        known % _MILLION == 0 and stated % _MILLION != 0 and abs(stated - known) < _MILLION
    )


class FilingWithFigures(NamedTuple):
    """One file for the program; `table` is the part of expected.toml that its elements are in.

    `tags` is False where the program shall not see them; `oracle` (path, member) is the tagged twin of a PDF.
    """

    name: str
    path: Path
    member: str
    table: str
    tags: bool = True
    oracle: tuple[Path, str] | None = None

    @property
    def kind(self) -> str:
        """The group of questions it is scored in."""
        return "pdf" if self.oracle else "untagged" if not self.tags else "en" if self.table == "us" else "ja"

    def source(self) -> tuple[str, bytes]:
        """File name and bytes for the program."""
        return self.member or self.path.name, member_bytes(self.path, self.member)

    def questions(self) -> list[FigureQuestionOf]:
        """Everything that is asked of it, in order."""
        if self.oracle is not None:
            path, member = self.oracle
            facts = list(instance_facts(member_bytes(path, member))) if member else _of_package(path)
            return list(_japanese(facts, self.table))
        data = self.source()[1]
        if self.member.endswith(".json"):
            return list(_of_company_facts(json.loads(data)))
        if self.table == "us":
            return list(_english(list(inline_facts([data]))))
        facts = list(instance_facts(data)) if self.member.endswith(".xbrl") else _of_package(self.path)
        return list(_japanese(facts, self.table))


def filings_with_figures(data: Path) -> list[FilingWithFigures]:
    """Summaries and notices of TDnet, quarterly reports, 10-K pages and companyfacts under the shared `data` folder."""
    found = [
        FilingWithFigures(path.stem, path, "", "summary")
        for path in sorted((data / "tdnet" / "xbrl_2022").glob("*.zip"))
    ]
    quarterly = data / "edinet" / "instances_quarterly.zip"
    sec = data / "english" / "sec.zip"
    for archive, table, suffixes in ((quarterly, "annual", (".xbrl",)), (sec, "us", (".html", ".json"))):
        if archive.is_file():
            found += [
                FilingWithFigures(name.rpartition(".")[0], archive, name, table)
                for name in _names(archive)
                if name.endswith(suffixes)
            ]
    return found


def pdfs_with_figures(data: Path) -> list[FilingWithFigures]:
    """Reports as PDF whose tagged twin lies there too: 有報 beside their instance, 短信 beside the package of its code."""
    found = [
        FilingWithFigures(case.name, case.path, "", "annual", oracle=(case.oracle, case.oracle_member))
        for case in cases(data)
        if case.kind == "pdf" and case.oracle is not None
    ]
    folder = data / "tdnet" / "pdf"
    for name, twin in SUMMARY_PDFS.items():
        if (folder / name).is_file() and (folder / twin).is_file():
            oracle = (folder / twin, "")
            found.append(FilingWithFigures(Path(name).stem, folder / name, "", "summary", oracle=oracle))
    return found


def _names(archive: Path) -> list[str]:
    import zipfile

    with zipfile.ZipFile(archive) as opened:
        return sorted(opened.namelist())


def _of_package(path: Path) -> list[PlainFact]:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        pages = [name for name in sorted(archive.namelist()) if name.endswith("ixbrl.htm")]
        return list(inline_facts([archive.read(name) for name in pages])) or package_facts(path)


class _Slot(NamedTuple):
    key: str
    start: dt.date
    end: dt.date
    scope: str
    forecast: bool
    replaced: bool


def _slots(facts: Sequence[PlainFact], table: str) -> dict[_Slot, frozenset[Decimal]]:
    places = ranks(table)
    starts: dict[dt.date, dt.date] = {}
    for fact in facts:
        if fact.name in places and fact.context.start is not None:
            first = min(starts.get(fact.context.end, fact.context.start), fact.context.start)
            starts[fact.context.end] = first
    found: dict[_Slot, set[Decimal]] = {}
    for fact in facts:
        members = {member for axis, member in fact.context.members if axis not in SCOPE_AXES}
        if fact.name not in places or members - _KNOWN or not isinstance(fact.value, Decimal):
            continue
        key, _ = places[fact.name]
        start = fact.context.start or (starts.get(fact.context.end) if key in _BALANCES else None)
        if start is None or start != starts[fact.context.end]:
            continue
        replaced = _PREVIOUS in members
        slot = _Slot(key, start, fact.context.end, scope_of(fact), _FORECAST in members, replaced)
        found.setdefault(slot, set()).add(fact.value)
    return {slot: frozenset(values) for slot, values in found.items()}


def _months(start: dt.date, end: dt.date) -> int | None:
    days = (end - start).days
    return next((months for months, (low, high) in _MONTHS.items() if low <= days <= high), None)


def _japanese(facts: Sequence[PlainFact], table: str) -> Iterator[FigureQuestionOf]:
    slots = _slots(facts, table)
    irregular = _irregular_years({(slot.start, slot.end) for slot in slots})
    stated = {(slot.key, slot.scope, slot.forecast, day.year) for slot in slots for day in _days(slot)}
    for place, (slot, values) in enumerate(sorted(slots.items())):
        whole = (slot.start, slot.end) in irregular
        months = 12 if whole else _months(slot.start, slot.end)
        if slot.key not in LABELS_JA or months is None or (slot.key in _BALANCES and slot.forecast):
            continue
        closing = slot.end if months == 12 else _year_after(slot.start)
        label = LABELS_JA[slot.key][place % 2]
        for year in (closing.year, closing.year + (-7, 3)[place % 2]):
            if year != closing.year and (slot.key, slot.scope, slot.forecast, year) in stated:
                continue
            yield FigureQuestionOf(
                _asked_ja(slot, months, f"{year}年{closing.month}月期", label, place),
                values if year == closing.year else _NOTHING,
            )


def _irregular_years(spans: set[tuple[dt.date, dt.date]]) -> set[tuple[dt.date, dt.date]]:
    """Fiscal years shorter than a year: another ends the day before, and another begins the day after."""
    day = dt.timedelta(days=1)
    ends, starts = {end for _, end in spans}, {start for start, _ in spans}
    return {
        (a, b) for a, b in spans if a - day in ends and b + day in starts and (b - a).days < _MONTHS[12][0]
    }


def _days(slot: _Slot) -> tuple[dt.date, dt.date]:
    return slot.start, _year_after(slot.start)


def _asked_ja(slot: _Slot, months: int, year: str, label: str, place: int) -> str:
    scope = "連結" if slot.scope == "consolidated" else "個別"
    part = {3: "第1四半期", 6: "第2四半期" if place % 3 else "中間期", 9: "第3四半期", 12: ""}[months]
    if not slot.forecast:
        return f"{year}{' ' if part else ''}{part}の{scope}の{label}は"
    before = "修正前の" if slot.replaced else ""
    span = part or ("通期" if place % 2 else "")
    if place % 3:
        return f"{before}{year}{span}の{scope}業績予想の{label}は"
    return f"{before}{year}{span}の{scope}の{label}の予想はいくらですか"


def _year_after(start: dt.date) -> dt.date:
    return start.replace(year=start.year + 1, day=min(start.day, 28)) - dt.timedelta(days=1)


def _english(facts: Sequence[PlainFact]) -> Iterator[FigureQuestionOf]:
    focus = next((f for f in facts if f.name == "DocumentFiscalYearFocus"), None)
    offset = int(str(focus.value)) - focus.context.end.year if focus is not None else 0
    for place, (slot, values) in enumerate(sorted(_slots(facts, "us").items())):
        if _months(slot.start, slot.end) == 12:
            yield from _asked_en(LABELS_EN[slot.key][place % 2], slot.end, offset, values, place)


def _asked_en(
    label: str, end: dt.date, offset: int, values: frozenset[Decimal], place: int
) -> Iterator[FigureQuestionOf]:
    year = end.year + offset
    verb = "were" if label.endswith("s") else "was"
    forms = (
        f"What {verb} {label} in fiscal {year}?",
        f"What {verb} the company's {label} for the year ended {end:%B} {end.day}, {end.year}?",
        f"How much {label} did the company report in FY{year}?",
    )
    yield FigureQuestionOf(forms[place % 3], values)
    yield FigureQuestionOf(f"What {verb} {label} in fiscal {year - 12}?", _NOTHING)
    yield FigureQuestionOf(f"What {verb} {label} in the first quarter of fiscal {year + 4}?", _NOTHING)


def _of_company_facts(export: Any) -> Iterator[FigureQuestionOf]:
    """One question per element whose newest annual value is in dollars, by its own label or the words for it."""
    places = ranks("us")
    told = export["facts"]["us-gaap"]
    for place, (name, element) in enumerate(sorted(told.items())):
        values = [
            v for v in element.get("units", {}).get("USD", ()) if v.get("fp") == "FY" and v["form"] == "10-K"
        ]
        latest = max((v["filed"] for v in values), default="")
        years = [v for v in values if v["filed"] == latest and "start" in v and _is_year(v)]
        newest = max(years, key=lambda v: v["end"], default=None)
        if newest is None or newest["end"][:4] != str(newest["fy"])[:4]:
            continue
        label: str = LABELS_EN[places[name][0]][place % 2] if name in places else (element.get("label") or "")
        if 0 < len(label.split()) <= 6 and label.replace(" ", "").replace("'", "").isalpha():
            end = dt.date.fromisoformat(newest["end"])
            yield from _asked_en(
                label.lower() if name in places else label, end, 0, frozenset({Decimal(newest["val"])}), place
            )


def _is_year(value: dict[str, str]) -> bool:
    return _months(dt.date.fromisoformat(value["start"]), dt.date.fromisoformat(value["end"])) == 12
