"""Goals and actions with known defects, in two languages: the generator behind `banso eval smart`.

A `Form` is one goal as parts; a defect takes a part away, spoils it, or adds a loose expression, and says
which rules must then fire. The same form gives its Japanese and its English text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from evals.goal_parts import (
    DATE_STYLES,
    LOOSE_DATES,
    MEASURES,
    METHODS,
    NOT_METRICS,
    OUTPUTS,
    PEOPLE,
    REVIEWS,
    ROLES,
    TEAMS,
    Both,
    Measure,
    expressions,
    number,
    written,
)  # fmt: skip

AS_OF = dt.date(2026, 4, 10)
CONTRACT_END = dt.date(2027, 3, 31)
CUSTOMER_MONTH, VENDOR_MONTH = 3, 12
COVERED = (
    "S",
    "M02",
    "M03",
    "M04",
    "M05",
    "M06",
    "M08",
    "A02",
    "T01",
    "T02",
    "T03",
    "T04",
    "T05",
    "T07",
    "O01",
    "O02",
)
"""Rules the generator covers; S stands for S01 or S02."""
_ENDS = (dt.date(2026, 6, 30), dt.date(2026, 9, 30), dt.date(2026, 12, 31), dt.date(2027, 2, 28))


@dataclass(frozen=True, slots=True)
class Form:
    """One goal or action as parts; None where the part was taken away."""

    kind: str
    measure: Measure | None = None
    base: bool = True
    target: bool = True
    unit: bool = True
    due: Both | None = None
    method: Both | None = None
    review: Both | None = None
    owner: Both | None = None
    output: Both | None = None  # of an action
    degree: Both | None = None  # loose degree before an action's verb
    intro: Both | None = None  # loose clause that introduces the number
    second: Both | None = None  # loose clause after it
    alone: Both | None = None  # loose clause instead of a measure
    promise: Both | None = None
    layout: int = 0
    expected: frozenset[str] = frozenset()

    def text(self, language: str) -> str:
        """The form as a cell of a plan."""
        return _action(self, language) if self.kind == "action" else _goal(self, language)


def _amount(form: Form, language: str) -> str:
    measure = form.measure
    assert measure is not None
    unit = measure.unit.of(language) if form.unit else ""
    base, target = number(measure.base) + unit, number(measure.target) + unit
    name = measure.name.of(language)
    rises = measure.target > measure.base
    if language == "ja":
        verb = "増やす" if rises and "率" not in name else "引き上げる" if rises else "減らす"
        if not form.target:
            return f"{name}を{verb}" + (f"（現状{base}）" if form.base else "")
        if not form.base:
            return f"{name}を{target}にする"
        return (
            f"{name}を{base}→{target}",
            f"{name} {base}→{target}にする",
            f"{name}を{base}から{target}にする",
        )[form.layout % 3]
    verb = "Increase" if rises else "Reduce"
    if not form.target:
        return f"{verb} {name}" + (f" (currently {base})" if form.base else "")
    if not form.base:
        return f"Bring {name} to {target}"
    return (
        f"{name}: {base} -> {target}",
        f"{verb} {name} from {base} to {target}",
        f"Bring {name} from {base} to {target}",
    )[form.layout % 3]


def _goal(form: Form, language: str) -> str:
    if form.alone is not None:
        core = form.alone.of(language)
        core = core if language == "ja" else core[0].upper() + core[1:]
    else:
        core = _amount(form, language)
    if language == "ja":
        if form.intro is not None:
            core = f"{form.intro.ja}ため、{core}"
        fields = [part.ja for part in (form.due, form.method, form.owner, form.review) if part is not None]
        joined = (
            ("（" + "、".join(fields) + "）" if form.layout % 2 else "。" + "。".join(fields))
            if fields
            else ""
        )
        second = (
            (("。あわせて", "。また、", "、さらに")[form.layout % 3] + form.second.ja) if form.second else ""
        )
        return core + second + joined if form.layout % 2 == 0 else core + joined + second
    if form.intro is not None:
        core = f"To {form.intro.en}: {core}"
    due = f" by {form.due.en}" if form.due is not None else ""
    fields = [part.en for part in (form.method, form.owner, form.review) if part is not None]
    if form.owner is not None:
        fields = [f"owner: {field}" if field == form.owner.en else field for field in fields]
    second = ("; also " if form.layout % 2 else ", and ") + form.second.en if form.second else ""
    joined = (
        (" (" + "; ".join(fields) + ")" if form.layout % 2 else "; " + "; ".join(fields)) if fields else ""
    )
    return core + due + second + joined


def _action(form: Form, language: str) -> str:
    assert form.output is not None
    if language == "ja":
        owner = f"{form.owner.ja}が" if form.owner else ""
        due = f"{form.due.ja}までに" if form.due else ""
        thing, _, act = form.output.ja.partition("を")
        degree = form.degree.ja if form.degree else ""
        return f"{owner}{due}{thing}を{degree}{act}"
    owner = f"{form.owner.en} to " if form.owner else ""
    due = f" by {form.due.en}" if form.due else ""
    degree = f" {form.degree.en}" if form.degree else ""
    text = f"{owner}{form.output.en}{degree}{due}"
    return text[0].upper() + text[1:]


def _whole_goal(random: Random) -> Form:
    """A goal with every part."""
    style = random.randrange(DATE_STYLES)
    day = random.choice(_ENDS)
    return Form(
        "goal",
        measure=random.choice(MEASURES),
        due=Both(written(day, "ja", style) + "まで", written(day, "en", style)),
        method=random.choice(METHODS),
        review=random.choice(REVIEWS),
        owner=random.choice(PEOPLE + ROLES),
        layout=random.randrange(6),
    )


def _whole_action(random: Random) -> Form:
    day = random.choice(_ENDS)
    style = random.randrange(DATE_STYLES)
    return Form(
        "action",
        output=random.choice(OUTPUTS),
        owner=random.choice(PEOPLE + ROLES),
        due=Both(written(day, "ja", style), written(day, "en", style)),
    )


def _spoilt(random: Random, defect: str) -> Form:
    """A form with one defect."""
    goal, loose = _whole_goal(random), expressions()
    fires = frozenset({defect})
    if defect == "none":
        return _whole_action(random) if random.random() < 0.3 else goal
    if defect == "intro":  # a loose clause that the number pins down
        return replace(goal, intro=random.choice(loose["clause"]))
    if defect == "S":
        choice = random.randrange(3)
        if choice == 0:
            return replace(_whole_action(random), degree=random.choice(loose["degree"]), expected=fires)
        if choice == 1:
            return replace(goal, second=random.choice(loose["clause"]), expected=fires)
        return replace(goal, measure=None, method=None, alone=random.choice(loose["clause"]), expected=fires)
    if defect == "M02":
        plain = [m for m in MEASURES if "%" not in m.unit.ja]
        return replace(goal, measure=random.choice(plain), unit=False, expected=fires)
    if defect == "M03":
        return replace(goal, measure=None, method=None, alone=random.choice(NOT_METRICS), expected=fires)
    if defect == "M06":
        measure = goal.measure
        assert measure is not None
        return replace(
            goal,
            measure=replace(measure, target=measure.base),
            layout=goal.layout - goal.layout % 3,
            expected=fires,
        )
    if defect == "A02":
        return _below_promise(goal, fires)
    taken: dict[str, dict[str, object]] = {
        "M04": {"base": False},
        "M05": {"target": False, "base": random.random() < 0.3},
        "M08": {"method": None},
        "T01": {"due": None},
        "T07": {"review": None},
        "O01": {"owner": None},
        "O02": {"owner": random.choice(TEAMS)},
        "T02": {"due": random.choice(LOOSE_DATES)},
        "T03": {
            "due": random.choice(
                (
                    Both("上期末まで", "Q3"),
                    Both("今期末まで", "the end of this fiscal year"),
                    Both("来期1Qまで", "the end of next fiscal year"),
                )
            )
        },
        "T04": {"due": _day(random, dt.date(2026, 2, 28), dt.date(2025, 12, 31))},
        "T05": {"due": _day(random, dt.date(2027, 6, 30), dt.date(2027, 9, 30))},
    }
    return replace(goal, **taken[defect], expected=fires)  # type: ignore[arg-type]


def _day(random: Random, *days: dt.date) -> Both:
    day, style = random.choice(days), random.randrange(DATE_STYLES)
    return Both(written(day, "ja", style) + "まで", written(day, "en", style))


def _below_promise(goal: Form, fires: frozenset[str]) -> Form:
    measure = goal.measure
    assert measure is not None
    wanted = measure.target + (measure.target - measure.base) * 0.25
    value = number(round(wanted, 1))
    promise = Both(
        f"{measure.name.ja}を{value}{measure.unit.ja}にする", f"{measure.name.en} at {value}{measure.unit.en}"
    )
    return replace(goal, promise=promise, expected=fires)


DEFECTS = (
    "none", "none", "none", "intro", "S", "S", "S", "S", "M02", "M03", "M04", "M05", "M06", "M08", "A02", "T01", "T02", "T03",
    "T04", "T05", "T07", "O01", "O02",
)  # fmt: skip


def forms(count: int, seed: int) -> Iterator[Form]:
    """`count` forms, the same for the same seed, defects in turn."""
    random = Random(seed)
    for at in range(count):
        yield _spoilt(random, DEFECTS[at % len(DEFECTS)])


def retyped(text: str, random: Random) -> str:
    """The same text in another width and spacing: full-width digits and letters, doubled and ideographic spaces."""
    way = random.randrange(4)
    if way == 0:
        return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)
    if way == 1:
        return text.replace(" ", "  ").replace("、", "、 ").replace("（", " （")
    if way == 2:
        return " " + text.replace("（", "(").replace("）", ")").replace(" ", "\u3000") + " \n"
    return text.replace("%", "％").replace(":", "：").replace("(", "（").replace(")", "）").replace(",", "，")
