"""Japanese candidates: every run of letters that may be a family name, by where words, titles and units end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from agent.dictionary import morphemes
from agent.people.lexicon import alternatives, honorific_pattern, table, title_pattern
from agent.people.likely_names.contexts_ja import Surroundings, features_at, features_of_word
from agent.people.likely_names.types import Candidate, Place
from agent.people.parties import Parties
from agent.people.types import Form, Mention, Source, Unit

LONGEST = 5
"""Characters of the longest family name."""
_KANJI = re.compile(r"[一-龥々﨑髙〆]+(?:[ヶケノ][一-龥々]+)*")
_KANA = re.compile(r"[ァ-ヴー]{2,8}|[ぁ-ん]{2,5}(?=さん|様|さま|氏|くん|先生)")
_NUMBER = re.compile(r"[一二三四五六七八九十百千万〇]+\Z")


def candidates(sources: Sequence[Source], parties: Parties, known: Sequence[Mention]) -> list[Candidate]:
    """Candidates of all Japanese sources that are not public, in order of first appearance."""
    found: dict[str, Candidate] = {}
    counts: dict[str, Counter[str]] = {}
    by_unit: dict[tuple[int, int], list[Mention]] = {}
    for mention in known:
        by_unit.setdefault((mention.doc, mention.unit), []).append(mention)
    for source in sources:
        if source.document.language == "en" or source.public:
            continue
        for unit in source.units:
            labels = by_unit.get((source.index, unit.index), [])
            for place, surroundings in _in_unit(source, unit, labels):
                word = surroundings.word
                candidate = found.setdefault(word, Candidate(word, "ja"))
                candidate.places.append(place)
                seen = counts.setdefault(word, Counter())
                seen.update(set(features_at(surroundings)))
    seen_as = _seen_by_rules(known)
    for word, candidate in found.items():
        candidate.features |= set(counts[word])
        candidate.features |= {f"{name} x2" for name, times in counts[word].items() if times > 1}
        candidate.features |= set(features_of_word(word, len(candidate.places)))
        candidate.features |= seen_as.get(word, set())
        if parties.is_company(word):
            candidate.features.add("@house")
    return list(found.values())


def _seen_by_rules(known: Sequence[Mention]) -> dict[str, set[str]]:
    seen: dict[str, set[str]] = {}
    for mention in known:
        if mention.family and not mention.latin:
            held = seen.setdefault(mention.family, set())
            held |= {f"!{mention.form.value}", f"!side {mention.side.value}", "!found"}
            if mention.given:
                held.add("!given")
            if mention.title:
                held.add("!title")
    return seen


def _in_unit(source: Source, unit: Unit, known: Sequence[Mention]) -> Iterator[tuple[Place, Surroundings]]:
    text = source.folded[unit.block.start : unit.end]
    base = unit.block.start
    runs = [*_KANJI.finditer(text), *_KANA.finditer(text)]
    if not runs and not known:
        return
    tokens = [(t.begin(), t.end(), t.part_of_speech()) for t in morphemes(text)] if len(text) < 5_000 else []
    cuts = {at for begin, end, _ in tokens for at in (begin, end)} | {0, len(text)}
    fixed = [m.span() for m in _posts().finditer(text)]
    labelled = {(m.start - base, m.end - base) for m in known if m.form in (Form.SPEAKER, Form.CHAT_USER)}
    spans = [
        (start, end, run.start(), run.end())
        for run in runs
        for start, end in _spans(text, run.start(), run.end(), cuts, fixed)
    ]
    inside = {(start, end) for start, end, _, _ in spans}
    ruled = {
        (m.start - base, m.start - base + len(m.family or "")) for m in known if m.family and not m.latin
    }
    spans += [
        (start, end, start, end) for start, end in sorted(ruled - inside) if 0 <= start < end <= len(text)
    ]
    for start, end, first, last in spans:
        yield (
            Place(source.index, unit.index, base + start, base + end),
            Surroundings(text, start, end, first, last, tokens, unit, source, (start, end) in labelled),
        )


def _spans(
    text: str, first: int, last: int, cuts: set[int], fixed: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Spans inside one run of letters that begin and end at a word's, title's or unit's border."""
    edges = {first, last} | {at for span in fixed for at in span}
    borders = {first, last} | {at for at in cuts if first < at < last}
    borders |= {at for begin, end in fixed for at in (begin, end) if first < at < last}
    for start, end in combinations(sorted(borders), 2):
        word = text[start:end]
        if end - start > LONGEST and not re.match(r"[ァ-ヴ]", word):
            continue
        if _NUMBER.match(word) and end - start > 1:
            continue
        if end - start == 1 and not (start in edges and end in edges):
            continue
        yield start, end


@cache
def _posts() -> re.Pattern[str]:
    """Titles, honorifics and units: names begin and end beside them."""
    bare = alternatives(table("departments")["bare"])
    return re.compile(
        rf"(?:{title_pattern()}|{honorific_pattern()}|{bare}|{alternatives(table('departments')['suffixes'])})"
    )
