"""A plan laid out for reading, the same for every format: sheets of sections, sections of tables of cells."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cell:
    """Words with what stands behind them. `unknown` marks a slot nobody has filled: `text` is its question."""

    text: str = ""
    numbers: tuple[int, ...] = ()  # citation numbers
    exact: str | None = None  # the full figure where `text` is scaled (億円, millions)
    rounded: bool = False  # `text` lost digits of `exact`
    unknown: bool = False
    label: bool = False  # a row's name


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under column heads; without heads, pairs of label and content."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    key: str  # top-level key of plan.json it shows
    title: str
    tables: tuple[Table, ...]
    drawing: str = ""  # SVG made by this program, for formats that can show it; every text in it is escaped


@dataclass(frozen=True, slots=True)
class Sheet:
    key: str
    title: str
    sections: tuple[Section, ...]
    widths: tuple[int, ...] = ()  # of its columns, in characters


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One citation as the sources sheet lists it."""

    number: int
    document: str
    kind: str
    published: str
    where: str
    quote: str
    check: str
    path: str


@dataclass(frozen=True, slots=True)
class Layout:
    title: str
    subtitle: str
    language: str
    sheets: tuple[Sheet, ...]
    sources_title: str
    source_heads: tuple[str, ...]
    sources: tuple[SourceLine, ...] = field(default=())
