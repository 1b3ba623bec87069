"""The review: every rule over every item and over the whole; findings in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agent.goals import ItemReading, Part
from agent.messages import text
from agent.models.account import Account
from agent.models.finding import Finding, TextSpan
from agent.models.plan import SuccessPlan
from agent.review.config import ReviewConfig
from agent.review.item import Item, readings_of
from agent.review.plan_items import items_of_plan
from agent.review.rule import Hit, Read, Rule, Whole
from agent.review.rules import RULES


def review_plan(
    plan: SuccessPlan, account: Account | None = None, config: ReviewConfig | None = None
) -> list[Finding]:
    """Findings about a plan, its goals and its actions, in the plan's language, in order of place and rule."""
    settings = config or ReviewConfig()
    items = items_of_plan(plan, account, settings.vendor_fiscal_year_end_month)
    whole = Whole(read(items, settings), plan, account)
    return judge(whole, settings, plan.language)


def review_items(
    items: Sequence[Item], config: ReviewConfig | None = None, language: str | None = None
) -> list[Finding]:
    """Findings about goals and actions that stand in no plan; messages in each item's language by default."""
    settings = config or ReviewConfig()
    return judge(Whole(read(items, settings)), settings, language)


def read(items: Sequence[Item], config: ReviewConfig) -> tuple[Read, ...]:
    """The items with their readings, less the words that are fine here and with those that never are."""
    return tuple(
        Read(item, _with_own_words(item, reading, config))
        for item, reading in zip(items, readings_of(items), strict=True)
    )


def _with_own_words(item: Item, reading: ItemReading, config: ReviewConfig) -> ItemReading:
    if config.allow:
        kept = tuple(
            part
            for part in reading.vague
            if not any(
                word in part.text or (part.text in word and word in item.text) for word in config.allow
            )
        )
        reading = replace(reading, vague=kept)
    own = [
        Part("vague", match.start(), match.end(), match.group())
        for word in config.vague
        for match in re.finditer(re.escape(word), item.text)
    ]
    if own:
        others = [
            part
            for part in reading.vague
            if all(part.end <= word.start or word.end <= part.start for word in own)
        ]
        reading = replace(reading, vague=tuple(sorted((*others, *own), key=lambda part: part.start)))
    return reading


def judge(whole: Whole, config: ReviewConfig, language: str | None) -> list[Finding]:
    """Every rule that is switched on, over the items and over the whole."""
    order = {entry.item.path: at for at, entry in enumerate(whole.items)}
    found: list[tuple[tuple[int, str, int], Finding]] = []
    for rule in RULES:
        if rule.id in config.off:
            continue
        for entry, hit in _hits(rule, whole):
            path = hit.path if hit.path is not None else entry.item.path if entry else ""
            tongue = language or (entry.item.language if entry else _majority(whole))
            finding = _finding(rule, hit, path, tongue, config)
            found.append(
                ((order.get(path, len(order)), rule.id, hit.span.start if hit.span else -1), finding)
            )
    found.sort(key=lambda pair: (pair[0][0], _letter_order(pair[0][1]), pair[0][2], pair[1].path))
    return [finding for _, finding in found]


_CELL_OF = {"T": "due", "O": "owner"}
"""The field a rule of a letter judges, of those a goal and an action of one row may share."""


def _hits(rule: Rule, whole: Whole) -> Iterable[tuple[Read | None, Hit]]:
    if rule.item is not None:
        told: set[str] = set()  # items of which the rule has said something that stands in a cell
        for entry in whole.items:
            cell = _CELL_OF.get(rule.letter)
            for hit in rule.item(entry):
                in_cell = hit.span is None or hit.span.end == hit.span.start
                if in_cell and cell in entry.item.shared and entry.item.goal_id in told:
                    continue  # said of the goal of the row, whose cell it is
                if in_cell:
                    told.add(entry.item.id)
                yield entry, hit
    if rule.whole is not None:
        by_path = {entry.item.path: entry for entry in whole.items}
        for hit in rule.whole(whole):
            yield by_path.get(hit.path or ""), hit


def _finding(rule: Rule, hit: Hit, path: str, language: str, config: ReviewConfig) -> Finding:
    words = {name: _short(_named(name, value, language)) for name, value in hit.words.items()}
    span = hit.span
    in_text = span is not None and span.end > span.start
    return Finding(
        rule=rule.id,
        severity=config.severity.get(rule.id, rule.severity),
        path=path,
        message=text(f"rules.{rule.id}.message", language, **words),
        question=text(f"rules.{rule.id}.question", language, **words),
        hint=text(f"rules.{rule.id}.hint", language, **words),
        span=TextSpan(start=span.start, end=span.end, text=span.text)
        if span is not None and in_text
        else None,
    )


def _named(name: str, value: str, language: str) -> str:
    """A plan's field by its name in the reader's language."""
    return text(f"rules.field.{value.replace('.', '_')}", language) if name == "field" else value


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= 60 else one_line[:59] + "…"


def _majority(whole: Whole) -> str:
    japanese = sum(entry.item.language == "ja" for entry in whole.items)
    return "ja" if 2 * japanese >= len(whole.items) else "en"


def _letter_order(rule_id: str) -> tuple[int, str]:
    return "SMARTOP".index(rule_id[0]), rule_id
