"""Which sentences about deciding do not say who decides about our contract today, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.people.deciding.scope_words import scope
from agent.people.statements import MARK, Ref, Statement
from agent.people.types import Side

BACK = 2
"""Statements before a correction that it can take back."""
_THAT = re.compile(
    r"^[\s・\-「『\"“]*(?:そっち|そちら|それ|その件|あれ|そっちの|[Tt]hat(?: one)?|[Tt]his one|[Ii]t)(?![A-Za-z])"
)
_LINK = re.compile(
    r"(?:の)?(?:新規)?(?:更新|契約|導入|予算|決裁|購入|システム|ソフト|稟議)| (?:renewal|contract|budget|software|system|tool)"
)
_CLAUSE = re.compile(r"(?:が|けど|けれど|けども|のですが|んですが)、?|,? but |。")


class Scopes:
    """Verdicts on the statements of all sources, in their order; `void` tells whether a sign of power counts."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._other: set[int] = set()
        self._gone: set[int] = set()
        self._gone_refs: dict[tuple[int, Ref], int] = {}
        self._statements = statements
        self._index = {(s.doc, s.start): i for i, s in enumerate(statements)}
        for i, statement in enumerate(statements):
            self._read(i, statement)

    def _read(self, i: int, statement: Statement) -> None:
        text = statement.marked
        before = self._statements[i - 1] if i else None
        near = before is not None and before.doc == statement.doc and statement.unit - before.unit <= 1
        if is_other_matter(text) or (near and i - 1 in self._other and _THAT.search(text)):
            self._other.add(i)
        if (
            near
            and before is not None
            and before.unit == statement.unit
            and scope("other_house").search(before.marked)
            and not scope("ours").search(text)
        ):
            self._other.add(i)
        if scope("other_house").search(text):
            self._other.add(i)
        if near and before is not None and _contradicts(before, statement):
            self._gone.update(
                j for j in range(max(0, i - BACK), i) if _same_turn(self._statements[j], before)
            )
        if found := scope("retracts").search(text):
            self._gone.update(
                j for j in range(max(0, i - BACK), i) if _same_voice(self._statements[j], statement)
            )
            clause = _CLAUSE.split(text[found.start() :])[0]
            for mark in re.findall(MARK, text[: found.end()] if re.search(r"言|申|伝", found[0]) else clause):
                self._gone_refs[(statement.doc, statement.ref(mark))] = i

    def speaks_of_power(self, statement: Statement) -> bool:
        """The sentence or the one before it in its block has a word of deciding, money or our contract."""
        i = self._index.get((statement.doc, statement.start), -1)
        before = self._statements[i - 1] if i > 0 else None
        near = before is not None and (before.doc, before.unit) == (statement.doc, statement.unit)
        text = f"{before.marked}\n{statement.marked}" if before is not None and near else statement.marked
        return bool(scope("power").search(text))

    def void(self, statement: Statement, ref: Ref) -> str | None:
        """Why a sign that `ref` decides does not count: a scope's name, or None where it counts."""
        i = self._index.get((statement.doc, statement.start), -1)
        text = statement.marked
        if i in self._other:
            return "other"
        if i in self._gone or self._gone_refs.get((statement.doc, ref), -1) >= i >= 0:
            return "retracted"
        for name in ("joke", "nobody", "object", "wish", "unreal", "on_paper"):
            if scope(name).search(text):
                return name
        return "over" if _is_over(statement, ref) else None


def _contradicts(said: Statement, answer: Statement) -> bool:
    """Another customer answers that it is not so, and names who it is or speaks of who decides."""
    other = said.speaker != answer.speaker and answer.speaker_side is Side.CUSTOMER
    told = scope("power").search(answer.marked) or any(ref.kind == "body" for ref in answer.refs)
    return other and bool(told) and scope("contradicts").search(answer.marked) is not None


def _same_turn(said: Statement, last: Statement) -> bool:
    return said.doc == last.doc and said.speaker == last.speaker and last.unit - said.unit <= 1


def _same_voice(said: Statement, correction: Statement) -> bool:
    """Only who said it takes it back, or the note's writer in the same lines."""
    return (
        said.doc == correction.doc
        and correction.unit - said.unit <= 1
        and (said.speaker == correction.speaker or said.speaker is None)
    )


def is_other_matter(text: str) -> bool:
    """The sentence speaks of another purchase and, besides it, not of our contract."""
    found = list(scope("other").finditer(text))
    if not found:
        return False
    rest, at = [], 0
    for hit in found:
        if hit.start() < at:
            continue
        rest.append(text[at : hit.start()])
        link = _LINK.match(text, hit.end())
        at = link.end() if link else hit.end()
    rest.append(text[at:])
    return not scope("ours").search("\n".join(rest))


def _is_over(statement: Statement, ref: Ref) -> bool:
    """The past is spoken of where the person stands; what follows 今は or "now" is today."""
    text = statement.marked
    over = scope("over").search(text)
    if not over or scope("still").search(text):
        return False
    now = [m.start() for m in scope("now").finditer(text) if m.start() > over.start()]
    if not now:
        return True
    places = [i for i, c in enumerate(text) if re.match(MARK, c) and statement.ref(c) == ref]
    return bool(places) and max(places) < now[0]
