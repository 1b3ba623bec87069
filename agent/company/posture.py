"""投資意欲, コスト圧力 or 中立: how a company is likely to look at spending, by a documented rule.

Rule (practices 1.13-1.15). Sales and operating profit (else EBITDA, ordinary or pre-tax profit) of the newest
year against the year before:
- good: sales not down and profit up, or sales up and profit not down. With positive operating cash flow the
  investing cash flow decides: outflow of at least half of operating cash flow, or more than depreciation, is
  "investing", else "neutral".
- bad: profit down by 10 % or more, a loss, or both sales and profit down. SG&A ratio up by half a point,
  an equity ratio under 30 % or one that fell by two points, or negative operating cash flow is "cost_pressure";
  a loss alone is too. Without any of these "neutral".
- anything between is "neutral"; without two comparable years "unknown".
"""

from __future__ import annotations

from collections.abc import Sequence

from agent.company.series import Change, last_change, main_series, profit_change, ratio
from agent.messages import text as message
from agent.models.evidence import Value
from agent.models.plan import FinancialRow, Number, Posture

_INVESTING_SHARE = 0.5
_PROFIT_FALL = -0.10
_SGA_RISE = 0.5
_LOW_EQUITY = 30
_EQUITY_FALL = -2


def read_posture(rows: Sequence[FinancialRow], language: str) -> Posture:
    """The reading with the figures it rests on, its rule in words, and what would disprove it."""
    series = main_series(rows)
    sales, profit = last_change(series, "net_sales"), profit_change(series)
    if sales is None or profit is None:
        return _posture("unknown", "not_enough", [], language)
    figures = [sales.before, sales.after, profit.before, profit.after]
    latest = series[-1]
    if _is_good(sales, profit):
        return _when_good(latest, figures, language)
    if _is_bad(sales, profit):
        return _when_bad(series, profit, figures, language)
    return _posture("neutral", "between", figures, language)


def _is_good(sales: Change, profit: Change) -> bool:
    if profit.after.value <= 0 or "down" in (sales.movement, profit.movement):
        return False
    return "up" in (sales.movement, profit.movement)


def _is_bad(sales: Change, profit: Change) -> bool:
    falls = profit.rate is not None and profit.rate <= _PROFIT_FALL
    return profit.after.value < 0 or falls or sales.movement == profit.movement == "down"


def _when_good(latest: FinancialRow, figures: list[Value[Number]], language: str) -> Posture:
    operating, investing, depreciation = latest.operating_cf, latest.investing_cf, latest.depreciation
    if operating is None or investing is None:
        return _posture("unknown", "no_cash_flow", figures, language)
    figures = [*figures, operating, investing, *([depreciation] if depreciation else [])]
    if operating.value <= 0:
        return _posture("neutral", "good_without_cash", figures, language)
    outflow = -investing.value
    over_depreciation = depreciation is not None and outflow > depreciation.value
    if outflow >= _INVESTING_SHARE * operating.value or over_depreciation:
        return _posture("investing", "good_and_investing", figures, language)
    return _posture("neutral", "good_but_careful", figures, language)


def _when_bad(
    series: Sequence[FinancialRow], profit: Change, figures: list[Value[Number]], language: str
) -> Posture:
    latest, before = series[-1], series[-2]
    sga, sga_before = ratio(latest, "sga"), ratio(before, "sga")
    equity = last_change(series, "equity_ratio")
    signs = [profit.after.value < 0]
    if sga is not None and sga_before is not None:
        figures = [*figures, sga_before, sga]
        signs.append(sga.value - sga_before.value >= _SGA_RISE)
    if latest.equity_ratio is not None:
        figures = [*figures, latest.equity_ratio]
        fell = equity is not None and equity.after.value - equity.before.value <= _EQUITY_FALL
        signs.append(latest.equity_ratio.value < _LOW_EQUITY or fell)
    if latest.operating_cf is not None:
        figures = [*figures, latest.operating_cf]
        signs.append(latest.operating_cf.value < 0)
    if any(signs):
        return _posture("cost_pressure", "bad_with_pressure", figures, language)
    if len(signs) == 1:
        return _posture("unknown", "bad_without_figures", figures, language)
    return _posture("neutral", "bad_without_pressure", figures, language)


def _posture(reading: str, case: str, figures: list[Value[Number]], language: str) -> Posture:
    return Posture(
        reading=reading,
        rule=message(f"company.posture_{case}", language),
        figures=figures,
        would_be_disproved_by=message(f"company.disproved_{case}", language),
    )
