"""Every empty slot of the register becomes a Blank with a question: what nobody knows yet must be visible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from agent.drafting.fields import FIELDS, PlanField
from agent.drafting.questions import question_for
from agent.messages import text
from agent.models.evidence import Blank, Value
from agent.models.plan import KeyPerson, SuccessPlan

UNKNOWN_WORDS = frozenset({None, "", "unknown", "不明"})
"""Plain slots that count as empty: the contract's own words for "not known"."""

ASKED_OF_BODIES = frozenset({"role", "stance"})
"""A board or committee has no title or given name, but where it stands decides a renewal as much as a person does."""

_KANJI = re.compile("[一-龥々]")
ASKED_OF_THOSE_WHO_STAY = frozenset({"kana", "role", "stance"})
"""Nobody needs to know these of a person who has left."""


def find_blanks(plan: SuccessPlan, next_meeting: str | None = None) -> list[Blank]:
    """Blanks of a plan in the register's order (what decides a renewal first).

    `next_meeting` is the next dated meeting that could ask, as words; it stands on every blank a person can be
    asked about.
    """
    blanks: list[Blank] = []
    for field in FIELDS:
        for path, kind, context in _empty_slots(plan, field):
            question, ask, how = question_for(kind, plan.language, **context)
            blanks.append(
                Blank(
                    field=path,
                    reason=text("draft.not_in_sources", plan.language),
                    question=question,
                    ask=ask,
                    how=how,
                    next_meeting=next_meeting,
                )
            )
    return blanks


def _empty_slots(plan: SuccessPlan, field: PlanField) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Paths of the field's empty slots, each with the kind of its question and the words that fill it."""
    if field.path.startswith("key_people[") and field.path.endswith("]") and field.path != "key_people[]":
        role = field.path.removeprefix("key_people[").removesuffix("]")
        if not any(role in (person.role, *person.also_roles) for person in plan.key_people):
            yield field.path, field.kind, {}
        return
    list_path, marker, slot = field.path.partition("[].")
    target = _follow(plan, list_path)
    if not marker:
        if _is_empty(target):
            yield field.path, field.kind, {}
        return
    for index, entry in enumerate(target or []):
        if _entry_lacks(entry, slot):
            body = isinstance(entry, KeyPerson) and entry.kind == "body"
            kind = f"body_{slot}" if body else field.kind
            yield f"{list_path}[{_key(entry, index)}].{slot}", kind, {"subject": _subject(entry)}


def _entry_lacks(entry: Any, slot: str) -> bool:
    if isinstance(entry, KeyPerson):
        if entry.kind == "body" and slot not in ASKED_OF_BODIES:
            return False
        if entry.status == "left" and slot in ASKED_OF_THOSE_WHO_STAY:
            return False
        if slot == "full_name":
            return not has_full_name(entry.name)
        if slot == "kana" and not (has_full_name(entry.name) and _KANJI.search(entry.name)):
            return False  # Latin letters and kana are read as they stand
    return _is_empty(getattr(entry, slot))


def has_full_name(name: str) -> bool:
    """True when a name is written with its parts apart ("山田 太郎", "Jane Smith", "ジョン・スミス") or is four
    or more kanji long, the shortest length at which a Japanese name with its parts unmarked is rarely a family
    name alone."""
    if any(mark in name.strip() for mark in " \u3000・"):
        return True
    return len(name) >= 4 and all("\u4e00" <= char <= "\u9fff" or char in "々〆ヶ" for char in name)


def _is_empty(value: Any) -> bool:
    if isinstance(value, Value):
        return False
    if isinstance(value, list):
        return not value
    return value in UNKNOWN_WORDS if isinstance(value, str | None) else False


def _follow(plan: SuccessPlan, path: str) -> Any:
    value: Any = plan
    for name in path.split("."):
        value = getattr(value, name)
    return value


def _key(entry: Any, index: int) -> str:
    return str(getattr(entry, "id", None) or index)


def _subject(entry: Any) -> str:
    """The words an entry is called by in its question."""
    for name in ("name", "statement", "step", "text"):
        words = getattr(entry, name, None)
        if words:
            return str(words) if len(words) <= 40 else f"{words[:39]}…"
    return ""
