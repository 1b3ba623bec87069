"""Tools that no rule saw, by the chance that words name one; tools that only unlikely words name are dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.frames import with_slots
from agent.drafting.notes.tools.answers import lists_tools
from agent.drafting.notes.tools.given_up import is_given_up, is_offered
from agent.drafting.notes.tools.names import is_common_word
from agent.drafting.notes.tools.no_name import bare_name, is_no_name, is_told_otherwise
from agent.drafting.notes.tools.overlap import overlap_of
from agent.drafting.notes.tools.people_and_places import is_somebody_or_somewhere
from agent.drafting.notes.tools.placed import unit_near
from agent.drafting.notes.tools.purpose import department_of, purpose_of
from agent.drafting.notes.tools.same_work import does_same_work
from agent.drafting.notes.tools.set_out import read_in_use, read_set_out
from agent.drafting.notes.tools.whose import whose_tool
from agent.drafting.second_reading.parts.fitted import model_of
from agent.drafting.second_reading.parts.naming import around, language_of_words, named_by_rules, of_product
from agent.drafting.second_reading.parts.products import Product, products_in
from agent.drafting.second_reading.verdicts import overlaps
from agent.drafting.second_reading.weighed import Weighed
from agent.models.account import Account
from agent.models.plan import Tool
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.interface import BlockKind

ADDED = {"ja": 0.3, "en": 0.25}
"""Chance from which on words that no rule took name a tool."""
TOLD = 0.15
"""Least chance of their sentence to speak of a tool."""
KEPT = {"ja": 0.02, "en": 0.03}
"""Chance below which words that a rule took name none: on writers the weights do not know, a higher one costs more than it saves."""


@dataclass(frozen=True, slots=True)
class _Named:
    remark: Remark
    product: Product
    chance: float


def weighed_tools(
    weighed: Weighed, tools: Sequence[Tool], remarks: Sequence[Remark], account: Account, sides: Sides
) -> list[Tool]:
    """The tools that are believed, then those added in the order they are named."""
    places = {id(remark): place for place, remark in enumerate(remarks)}
    told = [
        (remark, chances.get("tool", 0.0))
        for remark, chances in weighed.all()
        if remark.is_note and not remark.document.blocks[remark.block].header
    ]
    named: list[_Named] = []
    sentences: dict[int, float] = {}
    for remark, chance in told:
        sentences[id(remark)] = chance
        beside, by_rules = around(remarks, places[id(remark)]), named_by_rules(remark)
        model = model_of("tool", language_of_words(remark.text))
        for product in products_in(remark.text):
            seen = of_product(remark, beside, product, account.product or "", by_rules)
            named.append(_Named(remark, product, model.chance(seen)))
    set_out = {item.name for item, *_ in (*read_set_out(remarks), *read_in_use(remarks))}
    kept = [tool for tool in tools if tool.name in set_out or _is_believed(tool, named)]
    for one in named:
        if (
            one.chance < ADDED[language_of_words(one.remark.text)]
            or sentences[id(one.remark)] < TOLD
            or one.remark.side == "us"
            or is_no_name(one.product.text)
            or is_common_word(one.product.text)
            or is_offered(bare_name(one.product.text), remarks)
            or is_told_otherwise(one.product.text, one.remark.text)
        ):
            continue
        name = bare_name(one.product.text)
        if _is_known(name, tools) or _is_known(name, kept) or _is_kind(name, kept):
            continue
        if not _is_other(one, account, sides) and not is_somebody_or_somewhere(name, remarks, sides):
            made = _tool(one, remarks, [tool.name for tool in kept], account.product)
            unit = made.department or whose_tool(name, remarks, sides)
            kept.append(made.model_copy(update={"department": unit}))
    return [tool for tool in kept if tool.citations]


def _is_believed(tool: Tool, named: Sequence[_Named]) -> bool:
    """False where only sentences name it and all of them are unlikely to."""
    chances = []
    for one in named:
        if any(overlaps(citation, one.remark) for citation in tool.citations):
            if one.remark.kind is BlockKind.TABLE_ROW or one.remark.label or lists_tools(one.remark):
                return True
            if one.product.text in tool.name or tool.name in one.product.text:
                chances.append(one.chance >= KEPT[language_of_words(one.remark.text)])
    return not chances or any(chances)


def _is_known(name: str, tools: Sequence[Tool]) -> bool:
    key = _fold(name)
    return any(key in _fold(tool.name) or _fold(tool.name) in key for tool in tools)


def _is_kind(name: str, tools: Sequence[Tool]) -> bool:
    """The words only say what a tool is that has a name of its own (端末管理ツール of 端末管理ツール(N))."""
    return any(_fold(name) in _fold(tool.purpose or "") for tool in tools)


def _is_other(one: _Named, account: Account, sides: Sides) -> bool:
    """Our product, one of the two companies, a person, or a tool given up."""
    name = one.product.text
    companies = " ".join(filter(None, (account.name, account.product, account.vendor.name)))
    person = sides.person(name)
    return (
        _fold(name) in _fold(companies)
        or sides.of(name) is not None
        or (person is not None and person.kind == "person")
        or is_given_up(name, one.remark.text)
    )


def _tool(one: _Named, remarks: Sequence[Remark], others: Sequence[str], own: str | None) -> Tool:
    text, product = one.remark.text, one.product
    quoted = 1 if product.form == "quoted" else 0
    masked = with_slots(text, [(product.start - quoted, product.end + quoted)])
    at, language = product.start - quoted, language_of_words(text)
    unit = unit_near(text, product.start, product.end) if language == "ja" else None
    citation = citation_of(one.remark)
    purpose = purpose_of(masked, at, language)
    said = overlap_of(product.text, remarks, others)
    return Tool(
        name=bare_name(product.text),
        department=department_of(masked, at, language) or unit,
        purpose=purpose,
        overlap_with_us=does_same_work(product.text, purpose, own, remarks) if said is None else said,
        citations=[citation] if citation else [],
    )


def _fold(name: str) -> str:
    return re.sub(r"[\s　「」『』\"'()（）]", "", name).casefold()
