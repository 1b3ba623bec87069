"""Whether a computed value follows from its inputs. Standard library only, as the citation checker needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any


def computes(value: Any, rule: str, inputs: Sequence[Any]) -> bool:
    """True unless the value is a number over numbers that no arithmetic of the named kind gives.

    A rule named sum/plus/ebitda adds; difference/minus subtracts; ratio/share/margin/rate divides (as a
    fraction or in percent); a rule of another name may be any of these, or a growth rate.
    """
    numbers = [Decimal(str(i)) for i in inputs if isinstance(i, int | float) and not isinstance(i, bool)]
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not numbers
        or len(numbers) != len(inputs)
    ):
        return True
    results = _results(rule.lower(), numbers)
    wanted = Decimal(str(value))
    places = max(0, -int(wanted.as_tuple().exponent))
    return any(abs(result - wanted) <= Decimal(5).scaleb(-places - 1) for result in results)


def _results(rule: str, numbers: list[Decimal]) -> list[Decimal]:
    first, *rest = numbers
    sums = [sum(numbers, Decimal(0))]
    differences = [first - sum(rest, Decimal(0))]
    divided = [first / n for n in rest if n] + [n / first for n in rest if first]
    divided += [first / sum(numbers, Decimal(0))] if sum(numbers, Decimal(0)) else []
    ratios = divided + [r * 100 for r in divided]
    growth = [r - 1 for r in divided]
    growth += [r * 100 for r in growth]
    if rule == "percent":  # a printed fraction as a percentage
        return [100 * first]
    if re.search(r"growth|change|yoy|trend", rule):
        return differences + [-d for d in differences] + growth
    if re.search(r"sum|plus|ebitda|add|\+", rule):
        return sums
    if re.search(r"difference|minus|subtract|−| - ", rule):
        return differences
    if re.search(r"ratio|share|margin|rate|weight|per_|/", rule):
        return ratios
    return sums + differences + ratios + growth + numbers
