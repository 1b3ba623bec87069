"""Facts about the latest results in printed figures, and what they let one infer about this customer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.company.excerpts import score
from agent.company.figures import amount, year_name
from agent.company.series import Change, last_change, main_series, profit_change, ratio
from agent.messages import text as message
from agent.models.account import Account
from agent.models.evidence import Citation, Claim, ClaimKind, Value
from agent.models.plan import FinancialRow, Number, Posture, Segment

_SGA_RISE = 0.5
"""Percentage points of sales from which a rising SG&A ratio is worth a word."""
_STAFF_MOVE = 0.05
_DOMINANT_SEGMENT = 60
"""Percent of sales above which one segment's plan decides the company's budget."""
_THEMES = {
    "people": "人材|人財|採用|育成|教育|人手|技能|talent|hiring|workforce",
    "digital": "デジタル|システム|データ|自動化|(?<![A-Za-z])(?:AI|DX)(?![A-Za-z])|digital|automation|data",
    "efficiency": "生産性|効率|コスト|費用|業務改革|標準化|productivity|efficien|cost",
    "quality": "品質|顧客満足|お客様|サービス向上|安全|customer|quality(?! of)",
}
_EXCERPT = 60


@dataclass
class Performance:
    facts: list[Claim] = field(default_factory=list)
    implications: list[Claim] = field(default_factory=list)


def read_performance(
    account: Account,
    rows: Sequence[FinancialRow],
    segments: Sequence[Segment],
    posture: Posture,
    issues: Sequence[Claim],
    language: str,
) -> Performance:
    """Facts (ids figure-…) with both years' cells cited, and inferences (implication-…) that rest on facts.

    Every inference repeats what is particular to the account: its own figures or its own words.
    """
    series = main_series(rows)
    found = Performance()
    changes = {
        change.key: change
        for change in (
            last_change(series, "net_sales"),
            profit_change(series),
            last_change(series, "sga"),
            last_change(series, "employees"),
            last_change(series, "operating_cf"),
            last_change(series, "investing_cf"),
        )
        if change is not None
    }
    for key, change in changes.items():
        found.facts.append(_figure_fact(key, change, series, language))
    values = {"product": account.product or message("company.our_product", language)}
    _from_results(found, series, changes, values, language)
    _from_posture(found, posture, changes, values, language)
    _from_segments(found, segments, series, values, language)
    _from_issues(found, issues, values, language)
    return found


def _figure_fact(key: str, change: Change, series: Sequence[FinancialRow], language: str) -> Claim:
    return Claim(
        id=f"figure-{key.replace('_', '-')}",
        text=message(
            "company.figure_moved",
            language,
            key=message(f"company.key_{key}", language),
            before=amount(change.before, language),
            after=amount(change.after, language),
            before_end=year_name(series[-2].end, language),
            after_end=year_name(series[-1].end, language),
        ),
        citations=_cited(change.before) + _cited(change.after),
        as_of=series[-1].end,
    )


def _cited(value: Value[Number]) -> list[Citation]:
    if value.derived is None:
        return list(value.citations[:1])
    return [citation for item in value.derived.inputs for citation in item.citations[:1]]


def _infer(
    found: Performance, entry: str, premises: Sequence[str], values: dict[str, str], language: str
) -> None:
    known = {claim.id for claim in found.facts}
    held = [
        premise for premise in premises if premise in known or premise.startswith(("issue-", "page-issue-"))
    ]
    if held:
        found.implications.append(
            Claim(
                id=f"implication-{len(found.implications) + 1}",
                text=message(f"company.{entry}", language, **values),
                kind=ClaimKind.INFERENCE,
                premises=held,
            )
        )


def _from_results(
    found: Performance,
    series: Sequence[FinancialRow],
    changes: dict[str, Change],
    values: dict[str, str],
    language: str,
) -> None:
    sales, profit = changes.get("net_sales"), profit_change(series)
    if sales is not None and profit is not None:
        moves = sales.movement, profit.movement
        said = {
            **values,
            "sales": f"{(sales.rate or 0):+.1%}",
            "profit": message(f"company.key_{profit.key}", language),
            "before": amount(profit.before, language),
            "after": amount(profit.after, language),
        }
        premises = ["figure-net-sales", f"figure-{profit.key.replace('_', '-')}"]
        entry = {("up", "down"): "sales_up_profit_down", ("down", "down"): "sales_and_profit_down"}.get(moves)
        entry = entry or ("sales_and_profit_up" if moves == ("up", "up") else None)
        if entry is not None and sales.rate is not None:
            _infer(found, entry, premises, said, language)
    if "sga" in changes:
        before, after = ratio(series[-2], "sga"), ratio(series[-1], "sga")
        if before is not None and after is not None and after.value - before.value >= _SGA_RISE:
            said = {**values, "before": f"{before.value}%", "after": f"{after.value}%"}
            _infer(found, "sga_ratio_up", ["figure-sga", "figure-net-sales"], said, language)
    staff = changes.get("employees")
    if staff is not None and staff.rate is not None and abs(staff.rate) >= _STAFF_MOVE:
        said = {**values, "before": f"{staff.before.value:,}", "after": f"{staff.after.value:,}"}
        _infer(found, "staff_up" if staff.rate > 0 else "staff_down", ["figure-employees"], said, language)


def _from_posture(
    found: Performance, posture: Posture, changes: dict[str, Change], values: dict[str, str], language: str
) -> None:
    """Only together with the two figures that carry the reading, so that the sentence fits no other company."""
    pairs = {"investing": ("investing_cf", "operating_cf"), "cost_pressure": ("net_sales", "sga")}
    for key, other in [pairs[posture.reading]] if posture.reading in pairs else []:
        if key in changes and other in changes:
            said = {
                **values,
                "a": f"{message(f'company.key_{key}', language)} {amount(changes[key].after, language)}",
                "b": f"{message(f'company.key_{other}', language)} {amount(changes[other].after, language)}",
            }
            premises = [f"figure-{k.replace('_', '-')}" for k in (key, other)]
            _infer(found, f"posture_is_{posture.reading}", premises, said, language)


def _from_segments(
    found: Performance,
    segments: Sequence[Segment],
    series: Sequence[FinancialRow],
    values: dict[str, str],
    language: str,
) -> None:
    weighed = [s for s in segments if s.share_of_sales is not None and s.sales is not None]
    largest = max(weighed, key=lambda s: s.share_of_sales.value if s.share_of_sales else 0, default=None)
    if largest is None or largest.share_of_sales is None or largest.sales is None or not series:
        return
    if largest.share_of_sales.value < _DOMINANT_SEGMENT:
        return
    said = {"name": largest.name, "sales": amount(largest.sales, language)}
    claim = Claim(
        id="segment-1",
        text=message("company.segment_sales", language, **said),
        citations=[*largest.citations, *_cited(largest.sales)],
        as_of=series[-1].end,
    )
    found.facts.append(claim)
    _infer(
        found,
        "segment_dominates",
        ["segment-1", "figure-net-sales"],
        {**values, **said, "share": f"{largest.share_of_sales.value}%"},
        language,
    )


def _from_issues(found: Performance, issues: Sequence[Claim], values: dict[str, str], language: str) -> None:
    """One inference per theme and per issue, from the issue that speaks of the theme most."""
    used: set[str] = set()
    for theme, words in _THEMES.items():
        pattern = re.compile(words, re.IGNORECASE)
        speaking = [claim for claim in issues if claim.id not in used and pattern.search(claim.text)]
        if speaking:
            chosen = max(
                speaking,
                key=lambda c: (len(pattern.findall(c.text)), score(c.text, "issue")),
            )
            used.add(chosen.id)
            _infer(
                found,
                f"theme_{theme}",
                [chosen.id],
                {**values, "issue": excerpt(chosen.text, pattern)},
                language,
            )


def excerpt(words: str, around: re.Pattern[str]) -> str:
    """The clauses around the first match, up to about 60 characters, with … where something is left out."""
    words = words.rstrip("。. ").replace("「", "『").replace("」", "』")
    match = around.search(words)
    if len(words) <= _EXCERPT or match is None:
        return words if len(words) <= _EXCERPT else words[:_EXCERPT] + "…"
    clauses = [m.end() for m in re.finditer("[、，]|, ", words)]
    start = max([0, *(c for c in clauses if c <= match.start())])
    end = next((c for c in clauses if c >= max(match.end(), start + 20)), len(words))
    if end - start > _EXCERPT:
        start = max(start, match.end() - _EXCERPT // 2)
        end = min(end, start + _EXCERPT)
    body = words[start:end].rstrip("、，, ")
    return ("…" if start else "") + body + ("…" if end < len(words) else "")
