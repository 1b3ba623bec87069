"""Plain questions for figures of a tagged filing, with the values its tags give: an oracle for `banso ask`.

The questions name year and scope ("2024年の連結の売上高は"); a year long before the filing's is asked for as well,
which no cell may answer. The program sees the filing without its tags.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from connectors.interface import Document

LABELS = {
    "売上高": ("NetSales",),
    "売上原価": ("CostOfSales",),
    "営業利益": ("OperatingIncome", "OperatingProfitLossIFRS"),
    "経常利益": ("OrdinaryIncome",),
    "法人税等合計": ("IncomeTaxes",),
    "当期純利益": ("ProfitLoss",),
    "総資産": ("Assets", "AssetsIFRS", "TotalAssetsSummaryOfBusinessResults"),
    "純資産": ("NetAssets",),
    "固定資産": ("NoncurrentAssets",),
    "現金及び預金": ("CashAndDeposits",),
    "投資有価証券": ("InvestmentSecurities",),
    "資本金": ("CapitalStock",),
    "利益剰余金": ("RetainedEarnings",),
    "販売費及び一般管理費": ("SellingGeneralAndAdministrativeExpenses",),
    "受取利息": ("InterestIncomeNOI",),
    "支払利息": ("InterestExpensesNOE",),
    "営業活動によるキャッシュ・フロー": ("NetCashProvidedByUsedInOperatingActivities",),
}
"""A label people use and the elements (jppfs_cor, jpigp_cor, jpcrp_cor) it stands for."""
_LONG_AGO = 7
"""Years before the filing's: beyond the five that an annual report prints."""


@dataclass(frozen=True, slots=True)
class TaggedQuestion:
    """`values` are those the tags give for the year and scope; `printed` is False for a year long ago."""

    text: str
    values: frozenset[Decimal]
    printed: bool


def tagged_questions(document: Document) -> list[TaggedQuestion]:
    """Questions whose answer the tags know, and questions for a year that the filing does not print."""
    facts = [
        fact
        for fact in document.facts
        if isinstance(fact.value, Decimal)
        and fact.span is not None
        and fact.context.period.end is not None
        and not fact.context.members
    ]
    years = sorted({fact.context.period.end.year for fact in facts if fact.context.period.end is not None})[
        -2:
    ]
    found: list[TaggedQuestion] = []
    for label, elements in LABELS.items():
        for scope, word in ((True, "連結"), (False, "単体")):
            for year in years:
                values = frozenset(
                    fact.value
                    for fact in facts
                    if isinstance(fact.value, Decimal)
                    and fact.local_name in elements
                    and fact.context.period.end is not None
                    and fact.context.period.end.year == year
                    and (fact.context.consolidated is not False) == scope
                )
                if values:
                    found.append(TaggedQuestion(f"{year}年の{word}の{label}は", values, True))
            if years:
                found.append(
                    TaggedQuestion(f"{years[0] - _LONG_AGO}年の{word}の{label}は", frozenset(), False)
                )
    return found


def without_tags(document: Document) -> Document:
    """The same text and blocks, no facts."""
    return replace(document, facts=())
