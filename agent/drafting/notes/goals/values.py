"""Values of a goal's parts: what is known of a goal so far, and figures turned into cited values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.candidates import Candidate
from agent.drafting.notes.goals.figures import Figure
from agent.drafting.notes.goals.no_level import is_refused
from agent.drafting.notes.goals.scopes import counts_no_level
from agent.goals import GoalContext, ItemReading, Quantity
from agent.models.evidence import Citation, Derived, Value
from agent.models.plan import Number
from agent.renewal.remarks import Remark

NAMES = {"measure_method": "method", "review_date": "review"}
CURRENCY = frozenset("$£€¥")
PARTS = ("metric", "baseline", "target", "due", "owner", "measure_method", "review_date")
DISPUTED = re.compile(
    r"not resolved|unclear which|do not agree|don't agree|disagree|食い違|どちらが正し|合っていない", re.I
)
"""The words leave open which of two figures holds."""
SHARE = re.compile(r"半分|半減|[0-9二三四五]倍|ゼロ|hal(?:f|ve)|double|zero|none", re.I)
MEASURED = re.compile(
    r"(?P<value>\d[\d,.]*)\s*(?P<unit>[%％]|分|秒|時間|日|か月|件|枚|点|名|人|円|回|hours?|minutes?|days?)?"
)


@dataclass
class Parts:
    """What is known of a goal so far; each value carries its own citations."""

    metric: str | None = None
    baseline: Value[Number | str] | None = None
    target: Value[Number | str] | None = None
    due: Value[str] | None = None
    owner: str | None = None
    method: str | None = None
    review: str | None = None
    citations: list[Citation] = field(default_factory=list)

    def fill(self, other: Parts) -> None:
        """Take over what is not known yet."""
        for part in fields(self):
            if part.name != "citations" and getattr(self, part.name) is None:
                setattr(self, part.name, getattr(other, part.name))
        self.citations += [c for c in other.citations if c not in self.citations]

    def missing(self) -> list[str]:
        """Names of the parts nobody gave, as the contract calls them."""
        return [name for name in PARTS if getattr(self, NAMES.get(name, name)) is None]


def context_of(anchor: Anchor, day: dt.date | None) -> GoalContext:
    """The account's dates as the reading of goals takes them, as of a day."""
    return GoalContext(
        as_of=day or anchor.as_of,
        customer_fiscal_year_end_month=anchor.fiscal_year_end_month,
        contract_start=anchor.contract_start,
        contract_end=anchor.contract_end,
    )


def value_of(
    figure: Figure | None, told: Sequence[Remark], cited: dict[Remark, Citation]
) -> Value[Number | str] | None:
    """The figure as a value: the number with its unit, the words for halves, zeros in words and changes."""
    if figure is None or not told:
        return None
    remark = told[figure.sentence] if figure.sentence < len(told) else told[0]
    citation = cited.get(remark) or next(iter(cited.values()), None)
    if citation is None:
        return None
    a_share = figure.value is not None and figure.value % 1 and not re.search(r"\d", figure.words)
    if figure.value is None or figure.change or a_share:
        return Value[Number | str](value=figure.words, unit=None, citations=[citation])
    value: Number = int(figure.value) if figure.value.is_integer() else figure.value
    if not re.search(r"\d", figure.words):  # six days
        words: list[Value[object]] = [
            Value[object](value=figure.words, citations=[citation], check="quote_found")
        ]
        derived = Derived(rule="number_in_words", inputs=words)
        return Value[Number | str](
            value=value, unit=figure.unit or None, citations=[citation], derived=derived, check="computed"
        )
    unit = figure.unit or _currency(remark.text, figure)
    return Value[Number | str](value=value, unit=unit, citations=[citation])


def _currency(text: str, figure: Figure) -> str | None:
    """The sign of money printed right before the figure."""
    at = text[: figure.start].rstrip()[-1:]
    return next((sign for sign in (figure.words[:1], at) if sign in CURRENCY), None)


def quantity_of(
    quantity: Quantity | None, reading: ItemReading, candidate: Candidate, cited: dict[Remark, Citation]
) -> Value[Number | str] | None:
    """The number as printed with its unit; the words where it is a share or a change ("半分", "20%減")."""
    if quantity is None or not cited:
        return None
    words = quantity.part.text.strip()
    digits = re.search(r"\d[\d,.]*", words)
    if not digits and not SHARE.search(words):
        return None
    at = quantity.part.start, quantity.part.end
    if counts_no_level(reading.text, *at) or is_refused(reading.text[: at[0]], reading.text[at[1] :]):
        return None
    remark = next((r for r in cited if words in r.text), next(iter(cited)))
    citation = cited[remark]
    if not digits or quantity.change:
        return Value[Number | str](value=words, unit=None, citations=[citation])
    number = float(digits[0].replace(",", "").rstrip("."))
    value: Number = int(number) if number.is_integer() else number
    return Value[Number | str](value=value, unit=quantity.unit or None, citations=[citation])


def first_measured(remark: Remark, parts: Parts) -> Value[Number | str] | None:
    """The first number in the target's unit (any unit where the target is a share such as 半分)."""
    wanted = parts.target.unit if parts.target else None
    citation = citation_of(remark)
    for match in MEASURED.finditer(remark.text):
        unit = match["unit"]
        if (
            citation is None
            or not unit
            or (unit in ("日", "月") and match.end() < len(remark.text) and remark.text[match.end()] in "(（")
        ):
            continue
        if re.match(r"年|月", remark.text[match.end() :]) or (wanted and unit != wanted):
            continue
        if not wanted and unit in ("名", "人", "日"):
            continue
        number = float(match["value"].replace(",", "").rstrip("."))
        value: Number = int(number) if number.is_integer() else number
        return Value[Number | str](value=value, unit=unit, citations=[citation])
    return None
