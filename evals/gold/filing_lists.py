"""Segments and officers of a filing's tags, as golds that hold values and digests only."""

from __future__ import annotations

import re
from decimal import Decimal

from agent.models.gold import GoldOfficer, GoldSegment, Reference
from evals.gold.filing_facts import SCOPE_AXIS, PlainContext, PlainFact, words_digest
from evals.printed import fold, printed_dates

SUMMARY = "SummaryOfBusinessResults"
SALES = (
    "RevenuesFromExternalCustomers",
    "OperatingRevenueFromExternalCustomersIFRS",
    "NetSales",
    "OperatingRevenue1",
    "SalesRevenuesIFRS",
)
PROFITS = ("OperatingIncome", "OperatingProfitLossIFRS", "SegmentProfitLoss")
SEGMENT_AXIS = "OperatingSegmentsAxis"
TOTALS = re.compile(
    r"^(ReportableSegments|Reconciling|UnallocatedAmounts|TotalOfReportable|Total)|Elimination"
)
OTHERS = re.compile(r"NotIncluded|^Other|AllOther")
"""Members a draft may list or leave out: what is left over beside the reportable segments."""
NAME = "NameInformationAboutDirectorsAndCorporateAuditors"
TITLE = "OfficialTitleOrPositionInformationAboutDirectorsAndCorporateAuditors"
BIRTH = "DateOfBirthInformationAboutDirectorsAndCorporateAuditors"


def segments(document: str, facts: list[PlainFact], labels: dict[str, str]) -> list[GoldSegment] | None:
    last = max((f.context.end for f in facts if SUMMARY in f.name), default=None)
    found: dict[str, dict[str, Decimal]] = {}
    contexts: dict[str, PlainContext] = {}
    for fact in facts:
        axes = dict(fact.context.members)
        member = axes.pop(SEGMENT_AXIS, None)
        axes.pop(SCOPE_AXIS, None)
        wanted = fact.name in SALES + PROFITS and isinstance(fact.value, Decimal)
        if member is None or axes or not wanted or fact.context.end != last or TOTALS.search(member):
            continue
        if SCOPE_AXIS in dict(fact.context.members) or not isinstance(fact.value, Decimal):
            continue
        found.setdefault(member, {})[fact.name] = fact.value
        contexts[member] = fact.context
    segments = []
    for member, values in found.items():
        sales = [values[name] for name in SALES if name in values]
        profits = [values[name] for name in PROFITS if name in values]
        name = re.sub(r"(?:、|\s)?(?:報告)?セグメント|\s*\[[^\]]*\]", "", labels.get(member, ""))
        segments.append(
            GoldSegment(
                name_digest=words_digest(name) if name else "",
                sales=int(sales[0]) if sales else None,
                sales_also=[int(value) for value in sales[1:]],
                profit=int(profits[0]) if profits else None,
                end=contexts[member].end,
                optional=bool(OTHERS.search(member)),
                reference=Reference(document=document, element=member, context=contexts[member].id),
            )
        )
    return segments or None


def officers(document: str, facts: list[PlainFact]) -> list[GoldOfficer] | None:
    rows: dict[str, dict[str, PlainFact]] = {}
    for fact in facts:
        if fact.name in {NAME, TITLE, BIRTH} and isinstance(fact.value, str):
            rows.setdefault(fact.context.id, {})[fact.name] = fact
    officers = []
    for context, row in rows.items():
        if NAME not in row:
            continue
        title, birth = row.get(TITLE), row.get(BIRTH)
        officers.append(
            GoldOfficer(
                name_digest=words_digest(str(row[NAME].value)),
                title_digest=words_digest(str(title.value)) if title else None,
                birth_digest=words_digest(_iso(str(birth.value))) if birth else None,
                reference=Reference(
                    document=document, element=f"{row[NAME].prefix}:{NAME}", context=words_digest(context)
                ),
            )
        )
    return officers or None


def _iso(date: str) -> str:
    """The date as ISO day, whether it is one already or printed (1966年12月21日)."""
    found = next((d for d in printed_dates(fold(date)) if d.year and d.day), None)
    return f"{found.year}-{found.month:02}-{found.day:02}" if found else date


def all_tagged(facts: list[PlainFact], pages: list[PlainFact]) -> bool:
    """False where the officers' section prints more dates of birth than names are tagged (執行役 and the like)."""
    printed = "".join(str(f.printed) for f in pages if f.name == "InformationAboutOfficersTextBlock")
    births = len(re.findall(r"日\s*生", printed)) or len(
        re.findall(r"(?:19|20)\d\d年\s*\d+月\s*\d+日", printed)
    )
    return births <= len({f.context.id for f in facts if f.name == NAME})
