"""What a TDnet document is, whose and of when: from the tags of its summary, else from its file names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from connectors.interface import DocumentKind, Fact, FactPeriod, Filer

_TAXONOMIES = ("tse-ed-t:", "tse-re-t:", "tse-t-ed:", "tse-o-ed:")
_NAME = re.compile(r"tse-(?P<code>[a-z]{4,10})-(?P<company>[0-9A-Z]{5})-(?P<rest>[0-9-]+?)-?ixbrl\.htm")
_EARNINGS = re.compile(r"[aqs][cn](?:ed|re)(?:jp|if|us)(?:sm|fr)$")
"""Annual, quarterly or half-year; consolidated or not; standard; summary or financial statements."""
_REVISION = re.compile(r"r[vr](?:fc|df)$")
_LISTED_AS = re.compile(r"【会社名】\s*(\S+)")
_PERIODS = re.compile(r"CurrentAccumulatedQ\dDuration|CurrentYearDuration|CurrentYTDDuration")
_DATES = (
    "FilingDate",
    "ReportingDateOfFinancialForecastCorrection",
    "ReportingDateOfDividendForecastCorrection",
)


@dataclass(frozen=True, slots=True)
class TdnetCover:
    """Everything about the document that is not in its text."""

    kind: DocumentKind
    filer: Filer | None
    form: str | None
    published: dt.date | None
    period: FactPeriod | None
    amends: str | None
    name_span_start: int | None  # where the document's name is printed


def cover_of(facts: Sequence[Fact], members: Sequence[str], index: str = "") -> TdnetCover:
    """The cover; `index` is the text of Attachment/index.txt, which names the company where no summary does."""
    tagged: dict[str, Fact] = {}
    for fact in facts:
        if fact.element.startswith(_TAXONOMIES) and isinstance(fact.value, str) and fact.value:
            tagged.setdefault(fact.local_name, fact)
    values = {name: str(fact.value) for name, fact in tagged.items()}
    codes = [found for member in members if (found := _NAME.search(member))]
    title = values.get("DocumentName")
    span = tagged["DocumentName"].span if title else None
    return TdnetCover(
        kind=_kind(title or "", [found["code"] for found in codes]),
        filer=_filer(values, codes, index),
        form=title or (codes[0]["code"] if codes else None),
        published=_published(values, codes),
        period=_period(facts),
        amends=title if title and "訂正" in title else None,
        name_span_start=span.start if span else None,
    )


def _kind(title: str, codes: Sequence[str]) -> DocumentKind:
    if "短信" in title or any(_EARNINGS.match(code) for code in codes):
        return DocumentKind.EARNINGS_SUMMARY
    if "予想" in title or any(_REVISION.match(code) for code in codes):
        return DocumentKind.FORECAST_REVISION
    return DocumentKind.OTHER_FILING


def _filer(values: dict[str, str], codes: Sequence[re.Match[str]], index: str) -> Filer | None:
    listed = _LISTED_AS.search(index)
    name = values.get("CompanyName") or values.get("AssetManagerREIT") or (listed[1] if listed else None)
    code = re.sub(r"\s", "", values.get("SecuritiesCode", "")) or (codes[0]["company"] if codes else None)
    return Filer(name or "", sec_code=code) if name or code else None


def _published(values: dict[str, str], codes: Sequence[re.Match[str]]) -> dt.date | None:
    """The printed date, else the file name's: 20221111… in a summary, the last of three in a statement."""
    for text in [values.get(name, "") for name in _DATES]:
        day = _day(text)
        if day:
            return day
    for found in codes:
        rest = found["rest"]
        day = _day(rest[-10:]) or _day(f"{rest[:4]}-{rest[4:6]}-{rest[6:8]}")
        if day:
            return day
    return None


def _period(facts: Sequence[Fact]) -> FactPeriod | None:
    """The reported period: from the start of the fiscal year to the end of the quarter, half or year."""
    found = {
        fact.context.relative: fact.context.period
        for fact in facts
        if fact.context.relative and _PERIODS.fullmatch(fact.context.relative) and fact.context.period.start
    }
    return min(found.items(), default=(None, None))[1]


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
