"""What is measured of a cell as an answer to a question. Every measure has a name and a weight (weights.toml)."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from agent.tables.belonging import PLACES
from agent.tables.index import NOTHING, WORDS, TableIndex, is_partial
from agent.tables.members import member_likeness
from agent.tables.question import TableQuestion, core
from agent.tables.strings import grams
from agent.tables.words import plain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Floats = NDArray[np.float32]

NAMES = (
    "leaf_like", "leaf_same", "leaf_core", "head_like", "head_same", "head_core", "parent_like", "group_like",
    "group_same", "context_near", "context_leaf_head", "context_table", "covered_near", "covered_all", "leaf_extra", "head_extra",
    "head_is_period", "year_same", "year_other", "scope_same", "scope_other", "scope_asked_nothing_alone",
    "member_head", "member_leaf", "member_around", "member_near_best", "member_mate", "no_member_total_head", "no_member_total_leaf", "no_member_above",
    "is_nothing", "is_words", "first_column", "no_leaf", "no_head", "day_opening", "span_opening", "duplicate", "best_like", "best_same",
    "member_total", "context_before", "bracketed_asked", "bracketed_not", "words_asked", "total_leaf_of_head", "total_head_of_leaf",
    "total_of_around", "alias_leaf", "alias_head", "label_same_context", "no_member_grand_head", "member_top", "before_first", "context_head_same", "context_leaf_same",
    "is_label", "cost_not_asked", "balance_at_day", "movement_at_day", "balance_over_span", "before_first_same", "total_leaf_of_head_member",
    "other_leaf_of_around", "grand_leaf_of_member", "total_without_member", "label_without_member", "only_context", "partial_not_asked", "total_leaf_of_group",
    "context_elsewhere", "head_like_member", "head_core_member", "member_missed", "total_rightmost", "total_lowest", "grand_leaf", "summary_not_asked",
    *(f"in_{name}" for name, _ in PLACES[1:]),
)  # fmt: skip
"""Measures in the order of the columns of `features`."""


_MISSED = 0.3
"""Likeness to a member below which a head does not name it."""
_NAMED = 4
"""Least pairs of characters of a head that is taken to name what a question says by containing it."""


class Asked:
    """What a question's words share with every string of an index."""

    def __init__(self, index: TableIndex, question: TableQuestion) -> None:
        self.index = index
        self.question = question
        strings = index.strings
        count = len(strings.words)
        self.like = np.zeros(count, dtype=np.float32)
        self.same = np.zeros(count, dtype=np.float32)
        self.core = np.zeros(count, dtype=np.float32)
        self.alias = np.zeros(count, dtype=np.float32)
        pieces = question.pieces
        for length in range(1, min(len(pieces), 4) + 1):
            words = "、".join(pieces[:length])
            printed = aliases(words)
            for variant, share in _variants(words) if not (printed and "を除く" in words) else ():
                found = grams(variant)
                both = strings.shared(found)
                dice = 2 * both / (len(found) + strings.lengths + 1e-6)
                self.like = np.maximum(self.like, share * dice)
                number = strings.numbers.get(variant)
                if number is not None:
                    self.same[number] = max(self.same[number], share)
            for number in strings.cores.get(core(words), ()):
                self.core[number] = 1
            for alias in printed:
                for number in strings.cores.get(core(alias), ()):
                    self.alias[number] = 1
                    self.like[number] = max(self.like[number], 0.95)
                found = grams(alias)
                both = strings.shared(found)
                self.like = np.maximum(self.like, 0.8 * 2 * both / (len(found) + strings.lengths + 1e-6))
        self._turn_away_opposites(pieces[0])
        self.contexts = [self._contained(piece) for piece in pieces[1:]] or []
        self.context_same = [np.zeros(count, dtype=np.float32) for _ in pieces[1:]]
        for same, piece in zip(self.context_same, pieces[1:], strict=True):
            for number in strings.cores.get(core(piece), ()):
                same[number] = 1
        self.last_same = np.zeros(count, dtype=np.float32)
        for piece in pieces[1:]:
            for number in strings.cores.get(core(piece), ()):
                self.last_same[number] = 1
        everything = grams("、".join(pieces))
        self.member = np.zeros(count, dtype=np.float32)
        asked = everything
        if question.member:
            self.member, names = member_likeness(question.member, strings)
            asked = asked.union(*[grams(name) for name in names])
        self.extra = 1 - strings.shared(asked) / np.maximum(strings.lengths, 1)
        self.extra[0] = 0
        self.order = sorted(everything)
        self.has = np.zeros((count, len(self.order)), dtype=np.bool_)
        self.rarity = np.zeros(len(self.order), dtype=np.float32)
        for at, gram in enumerate(self.order):
            places = strings.postings.get(gram)
            if places is not None:
                self.has[places, at] = True
            self.rarity[at] = np.log((count + 1) / (1 + (0 if places is None else len(places))))
        self.rarity /= max(float(self.rarity.sum()), 1e-6)

    def _turn_away_opposites(self, asked: str) -> None:
        """流動資産 is not 非流動資産: words that agree but for a 非 agree little."""
        for number in np.flatnonzero(self.like > 0.5):
            words = self.index.strings.words[number]
            if not self.alias[number] and ("非" in words) != ("非" in asked):
                self.like[number] *= 0.4

    def _contained(self, piece: str) -> Floats:
        """Share of a piece's grams that each string has."""
        found = grams(piece)
        return (self.index.strings.shared(found) / max(len(found), 1)).astype(np.float32)

    def features(self, cells: Ints) -> Floats:
        """One row for each of the cells (numbers of the index), columns as in NAMES."""
        ix = self.index
        leaf, head = ix.leaf[cells], ix.head[cells]
        beside, above, groups = ix.beside[cells], ix.above[cells], ix.groups[cells]
        table = ix.table[cells]
        headings, captions = ix.headings[table], ix.captions[table]
        parents = np.concatenate([beside, above, groups], axis=1)
        near = np.concatenate([leaf[:, None], head[:, None], parents], axis=1)
        around = np.concatenate([captions, headings], axis=1)
        out: dict[str, Floats] = {}
        out["leaf_like"], out["head_like"] = self.like[leaf], self.like[head]
        out["leaf_same"], out["head_same"] = self.same[leaf], self.same[head]
        out["leaf_core"], out["head_core"] = self.core[leaf], self.core[head]
        out["best_like"] = np.maximum(self.like[leaf], self.like[head])
        out["best_same"] = np.maximum(self.core[leaf], self.core[head])
        out["parent_like"] = self.like[np.concatenate([beside, above], axis=1)].max(axis=1)
        out["group_like"] = self.like[groups].max(axis=1)
        out["group_same"] = np.maximum(
            self.last_same[groups].max(axis=1),
            self.last_same[np.concatenate([beside, above], axis=1)].max(axis=1),
        )
        zero = np.zeros(len(cells), dtype=np.float32)
        out["alias_leaf"], out["alias_head"] = self.alias[leaf], self.alias[head]
        out["context_before"] = _mean([c[ix.before[cells]].max(axis=1) for c in self.contexts], zero)
        named = [np.maximum(same, (c > 0.95) & (ix.strings.lengths >= _NAMED)) > 0 for same, c in
                 zip(self.context_same, self.contexts, strict=True)]  # fmt: skip
        has = [same[near].any(axis=1) for same in named]
        out["context_elsewhere"] = _mean([(~h).astype(np.float32) if h.any() else zero for h in has], zero)
        is_member = 1.0 if self.question.member else 0.0
        out["head_like_member"] = self.like[head] * is_member
        out["head_core_member"] = self.core[head] * is_member
        out["before_first"] = self.last_same[ix.before[cells][:, 0]]
        out["before_first_same"] = out["before_first"] * out["best_same"]
        out["context_head_same"] = _mean([c[head] for c in self.context_same], zero)
        out["context_leaf_same"] = _mean([c[leaf] for c in self.context_same], zero)
        out["is_label"] = ix.is_label[cells].astype(np.float32)
        cost = ix.is_cost[near].any(axis=1) | ix.is_cost[around].any(axis=1)
        out["cost_not_asked"] = cost * (not any("取得" in p or "累計額" in p for p in self.question.pieces))
        bracketed = ix.bracketed[cells].astype(np.float32)
        asks = asks_for(self.question.pieces)
        out["bracketed_asked"] = bracketed * ("bracketed" in asks)
        out["bracketed_not"] = bracketed * ("bracketed" not in asks)
        out["words_asked"] = (ix.kind[cells] == WORDS).astype(np.float32) * ("words" in asks)
        leaf_total, head_total = ix.is_total[leaf], ix.is_total[head]
        out["total_leaf_of_head"] = leaf_total * self.like[head] * (not self.question.member)
        out["total_leaf_of_head_member"] = leaf_total * self.like[head] * bool(self.question.member)
        balance = ix.is_balance[cells].astype(np.float32)
        out["balance_at_day"] = balance * self.question.at_day
        out["balance_over_span"] = balance * (not self.question.at_day)
        out["movement_at_day"] = ix.is_movement[cells].astype(np.float32) * self.question.at_day
        out["total_head_of_leaf"] = head_total * self.like[leaf] * (not self.question.member)
        alone = 0.0 if self.question.member else 1.0
        out["total_rightmost"] = (head_total & (ix.rightmost[cells] > 0)) * alone
        out["total_lowest"] = (leaf_total & (ix.lowest[cells] > 0)).astype(np.float32)
        out["grand_leaf"] = ix.is_grand[leaf] * alone
        placed = np.maximum(self.like[around].max(axis=1), self.like[groups].max(axis=1))
        out["total_of_around"] = (leaf_total | head_total) * placed
        out["context_near"] = _mean([c[parents].max(axis=1) for c in self.contexts], zero)
        out["context_leaf_head"] = _mean([np.maximum(c[leaf], c[head]) for c in self.contexts], zero)
        out["context_table"] = _mean([c[around].max(axis=1) for c in self.contexts], zero)
        partial = ix.is_partial[near].any(axis=1)
        out["partial_not_asked"] = partial * (not is_partial("".join(self.question.pieces)))
        out["total_leaf_of_group"] = leaf_total * self.like[groups].max(axis=1)
        out["other_leaf_of_around"] = ix.is_other[leaf] * placed * (core(self.question.pieces[0]) != "その他")
        named_near = np.maximum(self.like[near].max(axis=1), self.like[around].max(axis=1))
        out["only_context"] = np.maximum(out["context_leaf_same"], out["context_head_same"]) * (
            1 - named_near
        )
        has_near = self.has[near].any(axis=1)
        out["covered_near"] = has_near @ self.rarity
        out["covered_all"] = (has_near | self.has[around].any(axis=1)) @ self.rarity
        period = ix.is_period[head]
        out["leaf_extra"] = np.where(ix.is_period[leaf], 0, self.extra[leaf])
        out["head_extra"] = np.where(period, 0, self.extra[head])
        out["head_is_period"] = period.astype(np.float32)
        year, asked = ix.year[cells], self.question.year or 0
        out["year_same"] = ((year == asked) & (asked > 0)).astype(np.float32)
        out["year_other"] = ((year != asked) & (year > 0) & (asked > 0)).astype(np.float32)
        out |= self._scope(ix.scope[cells])
        out |= self._members(leaf, head, parents, around, ix.mates[cells])
        missed = (out["member_missed"] > 0) | (
            (out["member_near_best"] < _MISSED) & (out["member_mate"] < _MISSED) & (is_member > 0)
        )
        out["grand_leaf_of_member"] = ix.is_grand[leaf] * is_member
        out["total_without_member"] = ((leaf_total | head_total) & missed).astype(np.float32)
        out["label_without_member"] = out["best_same"] * missed
        kind = ix.kind[cells]
        out["is_nothing"] = (kind == NOTHING).astype(np.float32)
        out["is_words"] = (kind == WORDS).astype(np.float32)
        out["first_column"] = (ix.column[cells] == 0).astype(np.float32)
        out["no_leaf"] = (leaf == 0).astype(np.float32)
        out["no_head"] = (head == 0).astype(np.float32)
        opening = ix.is_opening[leaf].astype(np.float32)
        out["day_opening"] = opening * self.question.at_day
        out["span_opening"] = opening * (not self.question.at_day)
        out["duplicate"] = _earlier(table, leaf, head, year)
        place = ix.place[table]
        for number, (name, _) in enumerate(PLACES[1:], start=1):
            out[f"in_{name}"] = (place == number).astype(np.float32)
        out["summary_not_asked"] = out["in_summary"] * (
            not any("経営指標" in piece for piece in self.question.pieces)
        )
        out["label_same_context"] = out["best_same"] * out["context_table"]
        return np.stack([out[name] for name in NAMES], axis=1).astype(np.float32)

    def likely(self, most: int) -> Ints:
        """The cells whose own label or head agree best with the question, at most `most`, in text order."""
        ix = self.index
        words = np.maximum(np.maximum(self.like, self.alias), self.core)
        for context in self.contexts:
            words = np.maximum(words, 0.5 * context)
        score = words[ix.leaf] + words[ix.head] + 0.5 * words[ix.groups].max(axis=1)
        around = np.concatenate([ix.captions, ix.headings], axis=1)
        score += 0.7 * words[around].max(axis=1)[ix.table]
        if self.question.member:
            member = np.maximum(self.member[ix.leaf], self.member[ix.head])
            score += np.maximum(member, self.member[ix.mates].max(axis=1))
        if self.question.year:
            score += 0.5 * (ix.year == self.question.year) - 0.5 * (
                (ix.year != self.question.year) & (ix.year > 0)
            )
        if self.question.consolidated is not None:
            score -= 0.7 * (ix.scope == (-1 if self.question.consolidated else 1))
        if len(score) <= most:
            return np.arange(len(score), dtype=np.int32)
        return np.sort(np.argpartition(-score, most)[:most]).astype(np.int32)

    def _scope(self, scope: Ints) -> dict[str, Floats]:
        asked = self.question.consolidated
        zero = np.zeros(len(scope), dtype=np.float32)
        if asked is None:
            alone = (scope == -1).astype(np.float32)
            return {"scope_same": zero, "scope_other": zero, "scope_asked_nothing_alone": alone}
        sign = 1 if asked else -1
        same, other = (scope == sign).astype(np.float32), (scope == -sign).astype(np.float32)
        return {"scope_same": same, "scope_other": other, "scope_asked_nothing_alone": zero}

    def _members(self, leaf: Ints, head: Ints, parents: Ints, around: Ints, mates: Ints) -> dict[str, Floats]:
        ix = self.index
        zero = np.zeros(len(leaf), dtype=np.float32)
        names = ("member_head", "member_leaf", "member_around", "member_near_best", "member_mate", "member_total", "member_mate",
                 "no_member_total_head", "no_member_total_leaf", "no_member_above", "no_member_grand_head", "member_top", "member_missed")  # fmt: skip
        out = dict.fromkeys(names, zero)
        total_head = ix.is_total[head].astype(np.float32)
        if not self.question.member:
            out["no_member_total_head"] = total_head
            out["no_member_grand_head"] = ix.is_grand[head].astype(np.float32)
            out["no_member_total_leaf"] = ix.is_total[leaf].astype(np.float32)
            out["no_member_above"] = np.where(ix.is_period[head] | (head == 0), 0, 1).astype(np.float32)
            return out
        near = self.member[parents].max(axis=1)
        out["member_head"], out["member_leaf"] = self.member[head], self.member[leaf]
        out["member_around"] = np.maximum(near, self.member[around].max(axis=1))
        out["member_near_best"] = np.maximum(np.maximum(self.member[head], self.member[leaf]), near)
        out["member_mate"] = self.member[mates].max(axis=1)
        best = np.maximum(out["member_near_best"], out["member_mate"])
        most = float(best.max())
        out["member_top"] = (best >= most - 1e-6).astype(np.float32) * (most > 0.2)
        out["member_missed"] = ((best < 0.3) & (most > 0.6)).astype(np.float32)
        out["member_total"] = total_head * near
        return out


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    table: dict[str, Any] = tomllib.loads(
        files(__package__).joinpath("aliases.toml").read_text(encoding="utf-8")
    )
    printed = {
        core(plain(words)): [plain(name) for name in names] for words, names in table["printed"].items()
    }
    return {"printed": printed, "asks": table["asks"]}


@lru_cache(maxsize=8192)
def aliases(words: str) -> tuple[str, ...]:
    """What filers print for a label."""
    return tuple(_lexicon()["printed"].get(core(words), ()))


def asks_for(pieces: tuple[str, ...]) -> frozenset[str]:
    """Kinds of value the label asks for: "bracketed", "words"."""
    return frozenset(
        kind
        for kind, words in _lexicon()["asks"].items()
        if any(word in piece for word in words for piece in pieces)
    )


def _variants(words: str) -> list[tuple[str, float]]:
    found = [(words, 1.0)]
    bare = core(words)
    if bare != words:
        found.append((bare, 0.95))
    return found


def _mean(parts: list[Floats], zero: Floats) -> Floats:
    return np.mean(parts, axis=0) if parts else zero


def _earlier(table: Ints, leaf: Ints, head: Ints, year: Ints) -> Floats:
    """1 where an earlier cell of the same table has the same label, head and year."""
    seen: set[tuple[int, int, int, int]] = set()
    out = np.zeros(len(table), dtype=np.float32)
    for at, key in enumerate(zip(table.tolist(), leaf.tolist(), head.tolist(), year.tolist(), strict=True)):
        if key in seen:
            out[at] = 1
        seen.add(key)
    return out
