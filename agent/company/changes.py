"""What a report says that last year's did not: changed sentences with both citations, and breaks in the series."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.company.excerpts import Sentence, score, section_sentences
from agent.company.figures import year_name
from agent.company.sections import section
from agent.company.series import is_year
from agent.evidence.cite import cite
from agent.messages import text as message
from agent.models.evidence import Claim
from agent.models.finding import Finding, Severity
from agent.models.plan import FinancialRow
from connectors.interface import Document, DocumentKind

_SECTIONS = ("policy", "risks")
_LIMIT, _GONE = 5, 3
"""New or reworded and dropped sentences listed per section."""
_SAME, _KIN = 0.75, 0.35
"""Share of common letter pairs from which two sentences say the same, and from which one replaces the other."""


@dataclass(frozen=True, slots=True)
class _Gist:
    sentence: Sentence
    pairs: frozenset[str]


def read_changes(filings: Sequence[Document], language: str) -> list[Claim]:
    """What moved in 対処すべき課題 and リスク since the annual report before: new, reworded and dropped sentences.

    Best first. A sentence that took another's place shows both with both citations, the new one first; a dropped one
    is cited in the earlier report. Empty without two annual reports of different years.
    """
    reports = [
        d for d in filings if d.kind is DocumentKind.ANNUAL_REPORT and d.period is not None and d.period.end
    ]
    newest = reports[0] if reports else None
    before = next((d for d in reports if newest is not None and _end(d) != _end(newest)), None)
    if newest is None or before is None:
        return []
    claims: list[Claim] = []
    for name in _SECTIONS:
        old, now = _gists(before, name), _gists(newest, name)
        if not old or not now:
            continue
        for told in [
            *_fresh(name, newest, before, now, old, language),
            *_gone(name, before, now, old, language),
        ]:
            claims.append(told.model_copy(update={"id": f"change-{len(claims) + 1}", "as_of": _end(newest)}))
    return claims


def _fresh(
    name: str, newest: Document, before: Document, now: Sequence[_Gist], old: Sequence[_Gist], language: str
) -> Iterator[Claim]:
    year = _year(before, language)
    known = {gist.pairs for gist in old}
    fresh = [(gist, _nearest(gist, old)) for gist in now if gist.pairs not in known]
    fresh = [(gist, near) for gist, near in fresh if near[0] < _SAME]
    for gist, (likeness, other) in sorted(fresh, key=lambda item: _weight(item[0]))[:_LIMIT]:
        cited = cite(newest, *gist.sentence.span)
        replaced = cite(before, *other.sentence.span) if other is not None and likeness >= _KIN else None
        if cited is None:
            continue
        if replaced is None:
            text = message(f"company.new_{name}", language, sentence=gist.sentence.text, year=year)
            yield Claim(id="change", text=text, citations=[cited])
        else:
            text = message(
                f"company.changed_{name}",
                language,
                sentence=gist.sentence.text,
                before=replaced.quote,
                year=year,
            )
            yield Claim(id="change", text=text, citations=[cited, replaced])


def _gone(
    name: str, before: Document, now: Sequence[_Gist], old: Sequence[_Gist], language: str
) -> Iterator[Claim]:
    """Sentences of the earlier report that nothing in the newest resembles."""
    gone = [gist for gist in old if _nearest(gist, now)[0] < _KIN]
    for gist in sorted(gone, key=_weight)[:_GONE]:
        cited = cite(before, *gist.sentence.span)
        if cited is not None:
            text = message(
                f"company.gone_{name}", language, sentence=gist.sentence.text, year=_year(before, language)
            )
            yield Claim(id="change", text=text, citations=[cited])


def _year(document: Document, language: str) -> str:
    end = _end(document)
    return year_name(end, language) if end is not None else ""


def _weight(gist: _Gist) -> int:
    return -score(gist.sentence.text, "issue", "need", "field", "market")


def series_findings(rows: Sequence[FinancialRow], language: str) -> list[Finding]:
    """Breaks that forbid a plain comparison over the years: another fiscal year-end, another standard."""
    years = [row for row in rows if row.scope == "consolidated"] or list(rows)
    whole = [row for row in years if is_year(row) and row.net_sales is not None]
    if not whole:
        return []
    found: list[Finding] = []
    last = whole[-1]
    earlier = [row for row in whole if row.end.month != last.end.month]
    if earlier:
        said = {"before": year_name(earlier[-1].end, language), "after": year_name(last.end, language)}
        found.append(_finding("fiscal_year_changed", said, language))
    others = [row for row in whole if row.standard != last.standard]
    if others and last.standard is not None and others[-1].standard is not None:
        said = {
            "before": others[-1].standard,
            "after": last.standard,
            "year": year_name(others[-1].end, language),
        }
        found.append(_finding("standard_changed", said, language))
    return found


def _finding(rule: str, values: dict[str, str], language: str) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.INFO,
        path="account_information.financials",
        message=message(f"company.{rule}", language, **values),
    )


def _gists(document: Document, name: str) -> list[_Gist]:
    span = section(document, name)
    return [_Gist(s, _pairs(s.text)) for s in section_sentences(document, span)] if span is not None else []


def _pairs(words: str) -> frozenset[str]:
    """Letter pairs without digits and punctuation: years and counts that move on are no change of meaning."""
    bare = re.sub("[\\d０-９\\W]+", "", words)
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1))


def _nearest(gist: _Gist, old: Sequence[_Gist]) -> tuple[float, _Gist | None]:
    best: tuple[float, _Gist | None] = (0.0, None)
    for other in old:
        smaller = min(len(gist.pairs), len(other.pairs))
        if smaller < best[0] * max(len(gist.pairs), len(other.pairs)):
            continue
        likeness = len(gist.pairs & other.pairs) / max(1, len(gist.pairs | other.pairs))
        if likeness > best[0]:
            best = (likeness, other)
    return best


def _end(document: Document) -> dt.date | None:
    return document.period.end if document.period is not None else None
