"""Figures from printed tables, for filings and notices without tags: 有報 and 短信 as PDF or plain page, 決算公告."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from agent.company.elements import FigureOf, Standard, keys
from agent.company.printed_periods import (
    Period,
    before_transition,
    business_years,
    days_in,
    era_of,
    period_in,
)
from agent.company.printed_tables import (
    PrintedTable,
    amount_in,
    filled,
    flat,
    is_dash,
    is_unit_cell,
    key_in,
    printed_tables,
    unit_in,
)
from agent.company.tagged import Candidate, Figures, RowKey, Scope
from connectors.interface import BlockKind, Document, Fact, FactContext, FactPeriod, Span

PRINTED = "printed:"
"""Prefix of the stand-in element of an untagged figure; no taxonomy has it."""
ANY_LIST = -1
"""List number of printed figures: they can agree or disagree with any tagged one."""

_Unit = tuple[str, int, Span | None]
_IFRS = re.compile("親会社の所有者に帰属|親会社所有者帰属|IFRS|国際会計基準|国際財務報告基準")
_JGAAP = re.compile("経常利益|経常損失|税金等調整前|親会社株主に帰属|日本基準")
_MARKS = 3
"""Mentions of the owners' share from which a report in pieces is of that standard."""
_US_GAAP = re.compile("当社株主に帰属|米国基準|米国会計基準|US ?GAAP", re.IGNORECASE)
_ALONE = re.compile("提出会社|個別|単体|非連結|(?:貸借対照表|損益計算書)の要旨|決算公告")
_DIGEST = re.compile("の要旨|決算公告")
"""Only a 決算公告 names its period in the caption alone; elsewhere the columns must."""
_OF_OWNERS = "profit_attributable_to_owners"
_OWNERS = re.compile("親会社|所有者|当社株主|owners", re.IGNORECASE)
_ATTRIBUTION = re.compile("(?:当期|四半期|中間)(?:純)?(?:利益|損益|損失)(?:[(].*[)])?の帰属(?:先)?:?")
_SHARE_OF_OWNERS = re.compile("(?:当社|親会社)(?:の所有者|株主)(?:持分)?(?:に帰属)?")
_EXPENSES = ("sga", "depreciation")
_STATEMENT = re.compile("貸借対照表|損益計算書")
_WHOLE = re.compile("(?<!非)連結|(?<!non-)(?<!un)consolidated", re.IGNORECASE)


def printed_figures(document: Document, usual: Standard = "JGAAP") -> Figures:
    """Everything such tables state; the same shape as `tagged_figures`, elements "printed:<label>".

    A figure needs its unit (beside the label, in the head or in a caption) and its period (column head, row
    label or caption); without either it is not read. Column heads that follow each other in time give the
    start of each period. Forecasts and changes are left out; a figure printed in 百万円 comes before the same in 億円.
    """
    figures: Figures = {}
    scales: dict[int, int] = {}
    exact: set[int] = (
        set()
    )  # of the owners in so many words, where a statement also prints the whole group's profit
    era = era_of(document.title + document.text[:2000])
    for table in printed_tables(document):
        scope = _scope(document, table)
        standard = _standard(document, table, usual if scope == "consolidated" else "JGAAP")
        naming = partial(key_in, table, us_gaap=standard == "USGAAP")
        for key, period, cell, value, unit, label in _cells(document, table, era, naming):
            of_owners = key != _OF_OWNERS or _OWNERS.search(label) is not None
            if standard != "JGAAP" and not of_owners and scope == "consolidated":
                continue
            candidate = _candidate(key, period, cell, value, unit, scope)
            if candidate is not None and unit is not None:
                row = RowKey(period.start, period.end, standard, scope)
                figures.setdefault(row, {}).setdefault(key, []).append(candidate)
                scales[id(candidate)] = unit[1]
                if of_owners:
                    exact.add(id(candidate))
    for by_key in figures.values():
        for candidates in by_key.values():
            if any(id(candidate) in exact for candidate in candidates):
                candidates[:] = [candidate for candidate in candidates if id(candidate) in exact]
            candidates.sort(key=lambda candidate: scales[id(candidate)])
    return figures


_Naming = Callable[[str], str | None]
_Cell = tuple[str, Period, Span, Decimal, _Unit | None, str]
"""Key, period, cell, value, unit, and the label that names the key."""


def _cells(document: Document, table: PrintedTable, era: str | None, naming: _Naming) -> Iterator[_Cell]:
    columns: dict[int, Period] = {}
    heads: dict[int, str] = {}
    labels: dict[int, str] = {}
    units: dict[int, _Unit] = {}
    caption_unit, caption_period = _from_captions(document, table, era)
    above = _heads_above(document, table, era)
    reported = document.period.end if document.period is not None else None
    opening: set[int] = set()
    usual, attributed = naming, partial(_attributed, naming)
    for row in table.rows:
        cells = filled(document, row)
        if len(cells) == 1:
            naming = attributed if _ATTRIBUTION.fullmatch(cells[0][2].replace(" ", "")) else usual
        periods = {at: found for at, _, words in cells if (found := period_in(words, era)) is not None}
        periods = periods or business_years({at: words for at, _, words in cells}, reported)
        opening |= {at for at, _, words in cells if words == "移行日"}
        periods |= {at: before_transition(periods[at], reported) for at in opening & periods.keys()}
        numbers = [at for at, _, words in cells if at not in periods and amount_in(words) is not None]
        names = {at: key for at, _, words in cells if (key := naming(words)) is not None}
        if len(periods) >= 2 or (periods and not numbers and min(periods) > 0):
            columns, heads = _with_starts(periods), {}
            units |= column_units(cells)
        elif not numbers and (len(names) >= 2 or (names and _are_heads(cells) and not columns)):
            heads, columns = names, {}
            labels = {at: words for at, _, words in cells}
            units |= column_units(cells)
        elif cells and all(is_unit_cell(words) or words in ("円 銭", "円銭") for _, _, words in cells):
            units |= column_units(cells)
        elif heads and cells and (period := period_in(cells[0][2], era)) is not None and cells[0][0] == 0:
            for at, cell, words in cells[1:]:
                value = amount_in(words)
                if at in heads and value is not None:
                    yield heads[at], period, cell, value, units.get(at) or caption_unit, labels[at]
        elif columns and not numbers and len(column_units(cells)) >= 2:  # 金額（百万円） 百分比（％）
            units |= column_units(cells)
        elif columns:
            yield from _labelled_row(cells, columns, units, caption_unit, naming)
        elif above:
            places = [at for at, _, words in cells if at and (at in numbers or is_dash(words))]
            if len(places) == len(above):
                columns_above = dict(zip(places, above, strict=True))
                yield from _labelled_row(cells, columns_above, units, caption_unit, naming)
        elif caption_period is not None:
            if not numbers:
                units |= column_units(cells)
            yield from _pairs(cells, caption_period, units, caption_unit, naming)


def _attributed(naming: _Naming, words: str) -> str | None:
    """The owners' share of the profit where a statement divides it: "当期利益の帰属", below it "親会社の所有者"."""
    return _OF_OWNERS if _SHARE_OF_OWNERS.fullmatch(words.replace(" ", "")) else naming(words)


def _are_heads(cells: Sequence[tuple[int, Span, str]]) -> bool:
    """Several words over columns, none over the labels at the left."""
    return (
        len(cells) >= 2 and cells[0][0] > 0 and not any(amount_in(words.strip("()")) for _, _, words in cells)
    )


def _heads_above(document: Document, table: PrintedTable, era: str | None) -> list[Period]:
    """Two or more periods in the lines right above a table without heads, as a PDF without rules prints them.

    "(2024年3月31日) (2024年9月30日)" are days, "(自 2023年4月1日 (自 2024年4月1日" with "至 …" below spans.
    """
    if table.rows[0].locator.page is None:
        return []
    days = [days_in(document.text[block.start : block.end], era) for block in table.captions[-2:]]
    if not days or len(days[-1]) < 2:
        return []
    if len(days) == 2 and len(days[0]) == len(days[1]):
        spans = [Period(start, end) for start, end in zip(*days, strict=True)]
        return spans if all(start is not None and start < end for start, end in spans) else []
    words = document.text[table.captions[-1].start : table.captions[-1].end]
    return [] if re.search("自|至|[~〜～]", words) else [Period(None, day) for day in days[-1]]


def _labelled_row(
    cells: Sequence[tuple[int, Span, str]],
    columns: dict[int, Period],
    units: dict[int, _Unit],
    caption: _Unit | None,
    naming: _Naming,
) -> Iterator[_Cell]:
    """A label at the left, a value under each period's head; the unit beside the label, above or in a caption."""
    first = min(columns)
    labels = [(cell, words) for at, cell, words in cells if at < first]
    key, label = next(((key, words) for _, words in labels if (key := naming(words)) is not None), ("", ""))
    if not key:
        return
    beside = next(
        (
            (found[0], found[1], cell)
            for cell, words in labels
            if (found := unit_in(_bracketed(words))) is not None
        ),
        None,
    )
    for at, cell, words in cells:
        value = amount_in(words)
        if at in columns and value is not None:
            yield key, columns[at], cell, value, beside or units.get(at) or caption, label


def _pairs(
    cells: Sequence[tuple[int, Span, str]],
    period: Period,
    units: dict[int, _Unit],
    caption: _Unit | None,
    naming: _Naming,
) -> Iterator[_Cell]:
    """Labels and amounts side by side (決算公告の要旨: 科目 金額 科目 金額) at the caption's day."""
    for (_, _, label), (at, cell, words) in pairwise(cells):
        key = naming(label)
        value = amount_in(words.strip("()"))
        if key is not None and value is not None:
            yield key, period, cell, value, units.get(at) or caption, label
    totals = [(at, cell, words) for (_, _, label), (at, cell, words) in pairwise(cells)
              if re.fullmatch("合 ?計|資産の部合計", label)]  # fmt: skip
    if len(totals) == 2 and totals[0][2] == totals[1][2]:  # both sides of a balance sheet
        at, cell, words = totals[0]
        value = amount_in(words)
        if value is not None:
            yield "total_assets", period, cell, value, units.get(at) or caption, ""


def _bracketed(words: str) -> str:
    """Only what stands in brackets, or the whole of a cell that is a unit."""
    return (
        words
        if is_unit_cell(words)
        else " ".join(re.findall("[(\\[（［〔【<〈][^)\\]）］〕】>〉]*[)\\]）］〕】>〉]", words))
    )


def column_units(cells: Sequence[tuple[int, Span, str]]) -> dict[int, _Unit]:
    """Unit, factor and cell of each column whose cell is, or brackets, a unit."""
    found: dict[int, _Unit] = {}
    for at, cell, words in cells:
        unit = unit_in(_bracketed(words))
        if unit is not None:
            found[at] = (unit[0], unit[1], cell)
    return found


def _from_captions(
    document: Document, table: PrintedTable, era: str | None
) -> tuple[_Unit | None, Period | None]:
    unit: _Unit | None = None
    period: Period | None = None
    for block in [*table.headings[-1:], *table.captions]:
        words = document.text[block.start : block.end]
        named = unit_in(words) if re.search("単位|百万円|千円|in (?:thousands|millions)", words) else None
        if named is not None and named[0] in ("円", "USD"):
            unit = (*named, Span(block.start, block.end))
        period = period_in(words, era) or period
    first = table.rows[0]
    for _, cell, words in filled(document, first):
        named = unit_in(words) if "単位" in words else None
        if named is not None:
            unit = (*named, cell)
    digest = any(_DIGEST.search(document.text[b.start : b.end]) for b in [*table.headings, *table.captions])
    return unit, period if digest else None


def _with_starts(periods: dict[int, Period]) -> dict[int, Period]:
    """Ends in a row of years give each next period its start, irregular years included."""
    ends = sorted({period.end for period in periods.values()})
    starts = {
        later: earlier + dt.timedelta(days=1)
        for earlier, later in pairwise(ends)
        if (later - earlier).days <= 380
    }
    return {at: Period(p.start or starts.get(p.end), p.end) for at, p in periods.items()}


def _candidate(
    key: str, period: Period, cell: Span, value: Decimal, unit: _Unit | None, scope: Scope
) -> Candidate | None:
    wanted = keys()[key].unit
    if unit is None or (unit[0] != wanted and not (wanted == "円" and unit[0] == "USD")):
        return None
    if key in _EXPENSES and value < 0:  # a statement that prints costs as negative figures
        return None
    named, scale, place = unit
    stated = value * scale
    fact = Fact(
        element=PRINTED + key,
        context=FactContext("", FactPeriod(*period), consolidated=scope == "consolidated"),
        value=stated / 100 if named == "%" else stated,
        unit={"円": "JPY", "USD": "USD"}.get(named, "pure"),
        span=cell,
        scale_span=place,
    )
    return Candidate(fact, FigureOf(key, 0, ANY_LIST, None), stated)


def _scope(document: Document, table: PrintedTable) -> Scope:
    """By the nearest line that says it; a 貸借対照表 beside a 連結貸借対照表 is the company's alone."""
    statement = _STATEMENT.search(table.announced)
    if (
        statement is not None
        and not _WHOLE.search(table.announced)
        and _is_beside_whole(document, statement[0])
    ):
        return "non_consolidated"
    for block in reversed([*table.headings, *table.captions]):
        words = flat(document.text[block.start : block.end])
        if _WHOLE.search(words):
            return "consolidated"
        if _ALONE.search(words):
            return "non_consolidated"
    return "consolidated" if _WHOLE.search(document.title) else "non_consolidated"


def _is_beside_whole(document: Document, statement: str) -> bool:
    return any(
        f"連結{statement}" in document.text[block.start : block.end]
        for block in document.blocks
        if block.kind is not BlockKind.TABLE_ROW
    )


def usual_standard(documents: Sequence[Document]) -> Standard:
    """The standard of the consolidated statements of a report in pieces, by the words of its own figures."""
    marks: dict[Standard, tuple[str, ...]] = {
        "IFRS": ("親会社の所有者に帰属", "連結財政状態計算書"),
        "USGAAP": ("当社株主に帰属",),
    }
    for standard, words in marks.items():
        if sum(document.text.count(word) for document in documents for word in words) >= _MARKS:
            return standard
    return "JGAAP"


def _standard(document: Document, table: PrintedTable, usual: Standard) -> Standard:
    """By the words inside the table, then the title; a table without such words is of the report's usual one."""
    inside = document.text[table.rows[0].start : table.rows[-1].end]
    for words in (inside, document.title):
        if _IFRS.search(words):
            return "IFRS"
        if _US_GAAP.search(words):
            return "USGAAP"
        if _JGAAP.search(words):
            return "JGAAP"
    return usual
