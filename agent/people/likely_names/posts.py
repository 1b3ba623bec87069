"""Posts and bodies that stand in notes without a name: how likely each belongs in the plan.

"専務に聞かないと" makes 専務 a stakeholder, "よその社長" does not: weighed by what stands around the post at all its places,
its own words, and what the rules saw of it. Fitted by `evals.fits.posts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from agent.people.bodies import Body
from agent.people.fold import fold
from agent.people.holders import Holder
from agent.people.likely_names.chances import WEIGHTS
from agent.people.likely_names.types import Language
from agent.people.titles import is_unique, names_same_post, rank_of
from agent.people.types import Person, Side, Source
from agent.sentence_kinds.chances import load
from agent.sentence_kinds.concepts import concepts_in
from agent.sentence_kinds.features import plain

if TYPE_CHECKING:
    from pathlib import Path

    from agent.people.evidence_of_roles import Shown
    from agent.people.posts import Post

Key = tuple[str, str]
"""("title", the title casefolded) or ("body", the body's name)."""
POST_VALUES = {"<": 0.5, ">": 0.5, "#": 0.7, "=": 1.0, "@": 0.4, "!": 1.0}
POSTS = WEIGHTS / "posts"
AROUND = 4
BESIDE = 40
"""Letters on either side whose concepts are looked at."""
_WORD = re.compile(r"[a-z]+|[^\w\s]|0")


def likely_posts(
    held: Mapping[Key, set[str]], language: Language, folder: Path | None = None
) -> dict[Key, float]:
    """Chance of every unnamed post and body that it belongs in the plan; none for a language without weights."""
    folder = folder or POSTS
    if not (folder / f"{language}.kinds.tsv").exists():
        return {}
    weights = load(language, folder)
    out: dict[Key, float] = {}
    for key, features in held.items():
        rows = sorted(weights.rows[f] for f in features if f in weights.rows)
        score = float(weights.table[rows, 0].sum(dtype=float) + weights.bias[0])
        out[key] = 1 / (1 + exp(-score))
    return out


def post_features(
    holders: Sequence[Holder],
    bodies: Sequence[Body],
    persons: Sequence[Person],
    posts: Sequence[Post],
    sources: Sequence[Source],
    signs: Sequence[Shown],
) -> dict[Key, set[str]]:
    """Features of every post without a named holder and of every body, over all their places outside public pages."""
    by_index = {source.index: source for source in sources if not source.public}
    customers = {person.index for person in persons if person.side is Side.CUSTOMER}
    found: dict[Key, set[str]] = {}
    places: dict[Key, list[tuple[int, int, int]]] = {}
    refs: dict[tuple[str, int], Key] = {}
    for number, holder in enumerate(holders):
        mention = holder.mention
        if holder.person is not None or mention.doc not in by_index:
            continue
        key: Key = ("title", mention.surface.casefold())
        refs["title", number] = key
        places.setdefault(key, []).append((mention.doc, mention.start, mention.end))
        if any(
            p.title and p.person in customers and names_same_post(mention.surface, p.title.text)
            for p in posts
        ):
            found.setdefault(key, set()).add("!held by somebody")
    for body in bodies:
        spots = [(doc, span.start, span.end) for doc, span in body.places if doc in by_index]
        if spots:
            refs["body", body.index] = ("body", body.name)
            places["body", body.name] = spots
    for key, spots in places.items():
        held = found.setdefault(key, set())
        held |= set(_of_word(key[0], fold(key[1])))
        held |= {f"=places {min(len(spots), 4)}", f"=people {min(len(customers), 6)}"}
        for doc, start, end in spots:
            held |= set(_at(by_index[doc], start, end))
    for sign in signs:
        shown = refs.get((sign.ref.kind, sign.ref.index))
        if shown is not None and sign.statement.doc in by_index:
            held = found[shown]
            held.add(f"!{'shows' if sign.weight > 0 else 'denies'} {sign.role}")
            if sign.plain < 1.0:
                held |= {f"!likely {sign.role} {step}" for step in (0.1, 0.3, 0.6) if sign.plain >= step}
    return found


def _of_word(kind: str, word: str) -> Iterator[str]:
    yield f"#{kind}"
    if kind == "title":
        yield f"#rank {rank_of(word)}"
        yield f"#unique {is_unique(word)}"
    yield f"#is {word}"
    if word.isascii():
        yield from ("#word " + part for part in plain(word).split())
    else:
        yield from ("#ends " + word[-size:] for size in (1, 2, 3) if len(word) > size)
        yield f"#length {min(len(word), 8)}"


def _at(source: Source, start: int, end: int) -> Iterator[str]:
    text = source.folded
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before = plain(text[max(line_start, start - BESIDE) : start])
    behind = plain(text[end : min(line_end, end + BESIDE)])
    english = source.document.language == "en"
    yield f"=document {source.document.kind.value}"
    if english:
        left, right = _WORD.findall(before)[-3:], _WORD.findall(behind)[:3]
        yield from ("<" + " ".join(left[-size:]) for size in range(1, len(left) + 1))
        yield from (">" + " ".join(right[:size]) for size in range(1, len(right) + 1))
    else:
        marked = "^" + before
        yield from ("<" + marked[-size:] for size in range(1, AROUND + 1) if size <= len(marked))
        yield from (">" + (behind + "$")[:size] for size in range(1, AROUND + 3))
    language: Language = "en" if english else "ja"
    yield from ("@before " + concept for concept in dict.fromkeys(concepts_in(before, language)))
    yield from ("@behind " + concept for concept in dict.fromkeys(concepts_in(behind, language)))


@cache
def post_bounds(language: Language) -> Mapping[str, float]:
    """Chances from which a post is listed (`add`), and under which one that the rules list is left out (`drop`)."""
    from tomllib import loads

    return dict(loads((POSTS / "bounds.toml").read_text(encoding="utf-8")).get(language, {}))
