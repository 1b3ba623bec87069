"""The company reading of one filing against its own tags: figures, segments, officers, forecasts, pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from evals.filings.expected import (
    ExpectedOfficer,
    ExpectedSegment,
    Forecast,
    Slot,
    bare,
    figures,
    forecasts,
    officers,
    segments,
)
from evals.gold.filing_facts import PlainFact
from evals.interface import Counts, Detail, Sample, Score, f1_score
from evals.scorers.assignment import best_matching
from evals.scorers.entries import content, shown

Entry = dict[str, Any]
_YEAR = (350, 380)
_KEYS_OF_PLAN = ("ebitda", "equity_ratio")
"""Keys that the expected table does not hold."""


@dataclass(frozen=True)
class FilingRun:
    """What came out of one filing: the account information as plain JSON, or why nothing did.

    `pages` are the words of each page of a PDF, read without the program's readers; `board` is how many officers
    the filing says it has.
    """

    information: Entry
    facts: Sequence[PlainFact]
    problem: str = ""
    pages: Sequence[str] = ()
    board: int | None = None
    seconds: float = 0.0


def score_case(sample: Sample, run: FilingRun) -> Sequence[Score]:
    """All scores of one case, named by its kind."""
    kind = sample.data.kind
    read = Score(f"{kind}.read", float(not run.problem), why=run.problem, must_not_break=True)
    if kind == "board":
        return [read, _board(run)]
    table = "summary" if kind == "summary" else "annual"
    expected = figures(run.facts, table)
    scores = [read, _figures(f"{kind}.figures", expected, run.information, run.facts)]
    if kind == "summary":
        return [
            *scores,
            _forecasts(f"{kind}.forecasts", _told(forecasts(run.facts), sample), run.information),
        ]
    if kind == "pdf":
        scores.append(_pages(run))
    if kind in ("tagged", "plain", "pdf", "instance"):
        scores.append(
            _segments(f"{kind}.segments", segments(run.facts), run.information.get("segments") or [])
        )
    if kind in ("tagged", "plain"):
        scores += _officers(kind, officers(run.facts), run.information.get("officers") or [])
    return scores


def _figures(
    field: str, expected: dict[Slot, Decimal], information: Entry, facts: Sequence[PlainFact]
) -> Score:
    """Cells by value; a value in a cell that no tag states is wrong only where the standard's figures of the key are tagged."""
    rows = {(r["end"], r["standard"], r["scope"]): r for r in information.get("financials") or []}
    details, counts = [], Counts()
    stated: set[tuple[str, str, str, str]] = set()
    for slot, value in sorted(expected.items()):
        places = [
            p for p in rows if p[0] == str(slot.end) and p[2] == slot.scope and slot.standard in ("", p[1])
        ]
        stated |= {(slot.key, *place) for place in places}
        given = [content(rows[place].get(slot.key)) for place in places]
        best = [_best(expected, slot, place[1]) for place in places]
        right = bool(given) and all(
            g is not None and Decimal(str(g)) == b for g, b in zip(given, best, strict=True)
        )
        missing = not given or any(g is None for g in given)
        counts += Counts(tp=right, fn=not right, fp=not right and not missing)
        details.append(
            Detail(f"{slot.key} {slot.end} {slot.standard} {slot.scope}: {value}", str(given), right)
        )
    tagged = {(slot.key, slot.standard) for slot in expected}
    for place, row in rows.items():
        for key in {key for key, standard in tagged if standard in ("", place[1])} - set(_KEYS_OF_PLAN):
            if (
                content(row.get(key)) is not None
                and (key, *place) not in stated
                and not _stated_elsewhere(row, key, facts)
            ):
                counts += Counts(fp=1)
                details.append(Detail(f"{key} {place}: (no tag)", shown(row[key]), False))
    return f1_score(field, counts, details)


def _stated_elsewhere(row: Entry, key: str, facts: Sequence[PlainFact]) -> bool:
    """The statements behind a summary tag more figures than the summary does."""
    value = Decimal(str(content(row[key])))
    return any(f.value == value and str(f.context.end) == row["end"] for f in facts)


def _best(expected: dict[Slot, Decimal], slot: Slot, standard: str) -> Decimal:
    return expected.get(slot._replace(standard=standard), expected[slot])


def _pages(run: FilingRun) -> Score:
    """Every citation of a figure names the page on which its words stand."""
    details = []
    for row in run.information.get("financials") or []:
        for key, slot in row.items():
            for citation in slot.get("citations", ()) if isinstance(slot, dict) else ():
                page = citation["locator"].get("page")
                words = map(_letters, citation["quote"].split())
                right = page is not None and page <= len(run.pages)
                right = right and all(word in run.pages[page - 1] for word in words)
                details.append(Detail(f"{key} {row['end']}: {citation['quote'][:40]}", f"page {page}", right))
    share = sum(d.right for d in details) / len(details) if details else None
    return Score("pdf.page", share, weight=max(1, len(details)), details=tuple(details))


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words))


def page_letters(text: str) -> str:
    """The letters and digits of a page, as `FilingRun.pages` holds them."""
    return _letters(text)


def _segments(field: str, expected: list[ExpectedSegment], drafted: list[Entry]) -> Score:
    def alike(e: ExpectedSegment, d: Entry) -> float:
        sales, profit = content(d.get("sales")), content(d.get("profit"))
        right_sales = not e.sales or sales in e.sales
        right_profit = profit is None or not e.profit or profit in e.profit
        return 1.0 if right_sales and right_profit else 0.0

    if not any(not e.optional for e in expected):
        return Score(field, None, why="no segments in the tags")
    pairs = best_matching(expected, drafted, alike, 0.9)
    hit, used = {e for e, _ in pairs}, {d for _, d in pairs}
    missing = [e for i, e in enumerate(expected) if i not in hit and not e.optional]
    extra = [d for i, d in enumerate(drafted) if i not in used]
    details = [Detail(f"{e.member}: {[*e.sales]} {[*e.profit]}", "-", False, "not found") for e in missing]
    details += [
        Detail("-", f"{d['name']}: {shown(d.get('sales'))} / {shown(d.get('profit'))}", False, "no such tags")
        for d in extra
    ]
    return f1_score(field, Counts(len(pairs), len(extra), len(missing)), details)


def _officers(kind: str, expected: list[ExpectedOfficer], drafted: list[Entry]) -> list[Score]:
    """Pairs of name and title, and birth dates of all tagged people."""
    if not expected:
        return [
            Score(f"{kind}.{name}", None, why="no officers in the tags") for name in ("officers", "births")
        ]
    found = {bare(d["name"]): d for d in drafted}
    details, births, counts = [], [], Counts(fp=len(drafted) - len(found))
    for person in expected:
        given = found.get(person.name)
        title = bare(str(given.get("title") or "")) if given else ""
        right = given is not None and all(wanted in title for wanted in person.titles)
        counts += Counts(tp=right, fn=not right, fp=given is not None and not right)
        details.append(Detail(f"{person.name}: {sorted(person.titles)}", title if given else "-", right))
        if person.birth:
            born = str(content(given.get("birth_date"))) if given else "-"
            births.append(Detail(f"{person.name}: {person.birth}", born, born == person.birth))
    names = {person.name for person in expected}
    for name in found.keys() - names:
        counts += Counts(fp=1)
        details.append(Detail("-", name, False, "no such tag"))
    share = sum(d.right for d in births) / len(births) if births else None
    return [
        f1_score(f"{kind}.officers", counts, details),
        Score(f"{kind}.births", share, weight=max(1, len(births)), details=tuple(births)),
    ]


def _board(run: FilingRun) -> Score:
    """1 where the officers found are as many as the filing counts; at least as many birth dates as people."""
    drafted = run.information.get("officers") or []
    named = len({bare(d["name"]) for d in drafted})
    wanted = run.board
    right = named > 0 and all(d.get("title") and content(d.get("birth_date")) for d in drafted)
    right = right and (wanted is None or named == wanted)
    detail = Detail(f"{wanted} officers", f"{named} named", right)
    return Score("board.officers", float(right), details=(detail,))


def _told(expected: list[Forecast], sample: Sample) -> list[Forecast]:
    """All figures of a revision notice; of a summary those of the whole year where it has any."""
    whole = [f for f in expected if _YEAR[0] <= (f.end - f.start).days <= _YEAR[1]]
    return expected if re.search("_r[rv](?:fc|df)_", sample.data.name) else whole or expected


def _forecasts(field: str, expected: list[Forecast], information: Entry) -> Score:
    """Each tagged forecast figure stands in a dated topic about its year that cites the printed figure."""
    topics = [t for t in information.get("topics") or [] if str(t.get("id")).startswith("forecast-")]
    details = []
    for forecast in expected:
        days = (forecast.end - forecast.start).days
        whole = _YEAR[0] <= days <= _YEAR[1]
        year = f"{forecast.end.year}年{forecast.end.month}月期" if whole else str(forecast.end)
        right = any(
            year in topic["text"]
            and ("修正前" in topic["text"]) == forecast.replaced
            and topic.get("as_of")
            and any(forecast.printed in bare(c["quote"]) for c in topic["citations"])
            for topic in topics
        )
        label = f"{forecast.name} {year} {forecast.scope} {'before' if forecast.replaced else ''} {forecast.printed}"
        details.append(Detail(label, "told" if right else "-", right))
    share = sum(d.right for d in details) / len(details) if details else None
    return Score(field, share, weight=max(1, len(details)), details=tuple(details))
