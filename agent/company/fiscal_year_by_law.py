"""The year-end that the law sets for a legal form: a city, a school corporation, a bank closes on 31 March.

The forms and their laws stand in fiscal_year_by_law.toml. The account's name as a source prints it is the quote.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from agent.evidence.cite import cite
from agent.models.account import Account
from agent.models.evidence import Citation, Derived, Value
from agent.models.plan import MonthDay
from connectors.interface import Document


def year_end_by_law(account: Account, documents: Sequence[Document]) -> Value[MonthDay] | None:
    """The day as a computed value over the printed name; None for other forms and where no source prints the form.

    The derivation's rule names the law, so that a reader can look it up.
    """
    for form in _forms():
        found = form.name.search(account.name)
        if found is None or not form.industry.search(account.industry or ""):
            continue
        if _COMPANY.search(account.name) and form.law not in _OF_COMPANIES:
            continue
        words = found["name"]
        citation = _printed(words, documents)
        if citation is not None:
            stated = Value[object](value=words, citations=[citation])
            return Value[MonthDay](
                value=MonthDay(month=form.month, day=form.day),
                citations=[citation],
                check="computed",
                derived=Derived(rule=f"fiscal_year_by_law.{form.law}", inputs=[stated]),
            )
    return None


_COMPANY = re.compile(
    "株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|協同組合|協会|財団|社団|商店|[(（]株[)）]"
)
_OF_COMPANIES = frozenset({"banking_act", "insurance_business_act"})


def _printed(words: str, documents: Sequence[Document]) -> Citation | None:
    for document in documents:
        start = document.text.find(words)
        while start >= 0:
            citation = cite(document, start, start + len(words))
            if citation is not None:
                return citation
            start = document.text.find(words, start + 1)
    return None


@dataclass(frozen=True, slots=True)
class _Form:
    law: str
    name: re.Pattern[str]
    industry: re.Pattern[str]
    month: int
    day: int


@cache
def _forms() -> list[_Form]:
    table = tomllib.loads(files(__package__).joinpath("fiscal_year_by_law.toml").read_text(encoding="utf-8"))
    return [
        _Form(
            row["law"], re.compile(row["name"]), re.compile(row.get("industry", "")), row["month"], row["day"]
        )
        for row in table["form"]
    ]
