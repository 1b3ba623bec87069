"""The quote checker under attack: true quotes in any typing must be found where they stand, falsified ones never.

One item a source file: the file's documents give seeded true spans (units and runs of units, sentences and
lines found without the agent) and mutants of them. A mutant whose words stand elsewhere in the document is no
falsification; it is excluded and counted.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from evals.datasets.load import shared_folder
from evals.interface import Dataset, Detail, NotScored, Sample, Score, Settings, Task
from evals.mutators import CUTS, MUTATORS, Material
from evals.mutators.cut_ends import denied_clauses
from evals.mutators.words import names_in
from evals.retyped import RETYPINGS, one_width

if TYPE_CHECKING:
    from connectors.interface import Document

SIZE = 120_000
"""Falsified quotes made without `--size`; a fifth as many true ones."""

_SENTENCE = re.compile(r"[^。\n\t「」（）()]{4,298}。")


@dataclass
class Attack:
    """What the checker answered for one source file."""

    tried: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    excluded: int = 0
    true: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wrong: list[Detail] = field(default_factory=list)


@dataclass(frozen=True)
class _Share:
    path: Path
    mutants: int
    true: int
    other: Path | None  # source of the right words from another document


def quote_samples(datasets: Mapping[str, Dataset], settings: Settings) -> Iterable[Sample]:
    """One sample a source file, each with its share of the set's size."""
    files = list(_files(datasets["packs"].location, shared_folder(settings)))
    if not files:
        raise NotScored("no source to take quotes from")
    size = settings.size or SIZE
    if size < SIZE // 10:  # small sets stay fast: no long reports
        files = [path for path in files if path.stat().st_size < 60_000]
    each = -(-size // len(files))
    for index, path in enumerate(files):
        share = _Share(path, each, -(-each // 5), files[index - 1] if index else None)
        yield Sample(f"{path.parent.parent.name}/{path.parent.name}/{path.name}", path.name, share)


def _files(packs: Path, shared: Path) -> Iterable[Path]:
    yield from sorted(packs.glob("*/sources/*"))
    yield from sorted(shared.glob("data/edinet/yuho_html/*/*.zip"))[::6]
    for pattern in (
        "data/edinet/packages*/*.zip",
        "data/edinet/pdf/*.pdf",
        "data/english/financebench/pdfs/*.pdf",
    ):
        yield from sorted(shared.glob(pattern))


def attack(sample: Sample, settings: Settings) -> Attack:
    """The checker's answers to this file's true and falsified quotes."""
    share: _Share = sample.data
    documents = [document for document in _read(share.path) if len(document.text) > 80]
    result = Attack()
    for document in documents:
        weight = len(document.text) / sum(len(d.text) for d in documents)
        rng = Random(settings.seed ^ zlib.crc32(f"{sample.id}{document.path}".encode()))
        foreign = _sentences_of(share.other, document.language) if share.other else []
        long = _long_sentences(document)
        material = Material(
            names_in(document.text),
            foreign,
            [document.text[start:end] for start, end in _clauses(document, long)],
            [run for start, end in long for run in denied_clauses(document.text[start:end])],
        )
        counts = round(share.mutants * weight), round(share.true * weight)
        _true_quotes(document, rng, counts[1], result, sample.id)
        _falsified_quotes(document, rng, counts[0], material, result, sample.id)
    return result


def _true_quotes(document: Document, rng: Random, count: int, result: Attack, ref: str) -> None:
    from agent.evidence.quote import Found, QuoteChecker

    checker = QuoteChecker.of(document)
    spans = _spans(document)[1]
    for _ in range(count if spans else 0):
        start, end = rng.choice(spans)
        kind = rng.choice(list(RETYPINGS))
        typed = RETYPINGS[kind](rng, document.text[start:end])
        answer = checker.find(typed, near=start)
        result.true[kind] += 1
        if isinstance(answer, Found) and (answer.start, answer.end) == (start, end):
            result.found[kind] += 1
        else:
            said = f"{answer.start}-{answer.end}" if isinstance(answer, Found) else answer.reason
            result.wrong.append(Detail(f"{start}-{end} {typed!r}", str(said), False, kind, ref))


def _falsified_quotes(
    document: Document, rng: Random, count: int, material: Material, result: Attack, ref: str
) -> None:
    from agent.evidence.quote import Found, QuoteChecker

    checker = QuoteChecker.of(document)
    units, spans = _spans(document)
    squeezed, spaced = _squeeze(document.text), " ".join(one_width(document.text).split())
    standing = _standing(document, units)
    clauses = {_squeeze(clause) for clause in material.clauses}
    clauses |= {_unmarked(clause) for clause in clauses}
    clauses |= {clause.rstrip("、,;；") for clause in clauses}
    names = list(MUTATORS)
    tried = 0
    for _ in range(count * 8 if units else 0):
        if tried >= count:
            break
        name = rng.choice(names)
        start, end = rng.choice(units if name in CUTS else spans)
        quote = document.text[start:end]
        mutant = (MUTATORS[name](rng, quote, material) or "").strip()
        if not mutant:
            continue
        if name in CUTS:
            words = _squeeze(mutant)
            elsewhere = squeezed.count(words) > 1 if name == "cut_denied" else words in clauses
            stands = elsewhere or words in standing
        elif name == "space_in_number":
            stands = " ".join(one_width(mutant).split()) in spaced
        else:
            stands = _squeeze(mutant) in squeezed
        if stands:
            result.excluded += 1
            continue
        tried += 1
        result.tried[name] += 1
        answer = checker.find(mutant)
        if isinstance(answer, Found):
            result.accepted[name] += 1
            stands_as = document.text[answer.start : answer.end]
            result.wrong.append(Detail(quote, f"{mutant!r} accepted as {stands_as!r}", False, name, ref))


def _sentences_of(path: Path, language: str) -> list[str]:
    pattern = _SENTENCE if language == "ja" else re.compile(r"[A-Z][^.\n\t]{30,250}\.")
    return [m.group() for d in _read(path) for m in pattern.finditer(d.text)][:2000]


def _spans(document: Document) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Single units of the agent's cutting, and those with runs of them and places found by plain patterns."""
    from agent.evidence.sentences import quotable_spans
    from agent.models.evidence import MAX_QUOTE

    text = document.text
    units = [(s.start, s.end) for s in quotable_spans(document) if s.end - s.start <= MAX_QUOTE]
    spans = list(units)
    for first, second in pairwise(units):
        if second[1] - first[0] <= MAX_QUOTE and "\n" not in text[first[1] : second[0]]:
            spans.append((first[0], second[1]))
    for block in document.blocks:
        if block.end - block.start <= MAX_QUOTE and text[block.start : block.end].strip():
            spans.append(_trim(text, block.start, block.end))
        if "。" in text[block.start : block.end]:
            spans += [_trim(text, *m.span()) for m in _SENTENCE.finditer(text, block.start, block.end)
                      if m.start() == block.start or (text[m.start() - 1] == "。" and _outside(text, block.start, m.start()))]  # fmt: skip
    return units, spans + _clauses(document, _long_sentences(document))


def _long_sentences(document: Document) -> list[tuple[int, int]]:
    """Sentences that are longer than a quote may be."""
    from agent.evidence.sentences import quotable_spans
    from agent.models.evidence import MAX_QUOTE

    return [(s.start, s.end) for s in quotable_spans(document) if s.end - s.start > MAX_QUOTE]


def _clauses(document: Document, long: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of whole clauses of long sentences that stand alone."""
    from agent.evidence.clauses import clause_spans, stands_alone
    from agent.models.evidence import MAX_QUOTE
    from connectors.interface import Span

    found: list[tuple[int, int]] = []
    for sentence in long:
        clauses = clause_spans(document.text, *sentence)
        found += [
            (first.start, last.end)
            for number, first in enumerate(clauses)
            for last in clauses[number:]
            if last.end - first.start <= MAX_QUOTE
            and stands_alone(document.text, Span(*sentence), first.start, last.end)
        ]
    return found


def _outside(text: str, start: int, at: int) -> bool:
    """True when no bracket is open at `at`, counted from the block's start."""
    before = text[start:at]
    return sum(map(before.count, "「（(『")) == sum(map(before.count, "」）)』"))


def _standing(document: Document, units: list[tuple[int, int]]) -> set[str]:
    """Whole cells, lines and sentences of the document as strings: what a cut quote may happen to equal."""
    text = document.text
    whole = {text[start:end] for start, end in units}
    for line in text.split("\n"):
        whole.update(cell.strip() for cell in (line, *line.split("\t")))
    whole.update(match.group().strip() for match in _SENTENCE.finditer(text))
    whole |= {_unmarked(unit) for unit in whole}
    whole |= {
        re.sub(r"^[^:：\n]{1,60}[:：]\s*", "", unit) for unit in whole
    }  # a speaker's label, a field's name
    return {_squeeze(unit) for unit in whole}


def _unmarked(unit: str) -> str:
    """A unit without its bullet or item number."""
    return re.sub(r"^[・●■○※*•-]\s*|^[(（]?\d+[)）.]\s*|^[①-⑳]\s*", "", unit)


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", one_width(text))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


@lru_cache(maxsize=2)
def _read(path: Path) -> list[Document]:
    import zipfile

    from connectors.interface import RawSource
    from connectors.registry import read_source

    documents, _ = read_source(RawSource(path.name, path.read_bytes()))
    if not documents and path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            pages = [name for name in archive.namelist() if name.endswith((".html", ".htm"))]
            for name in pages:
                documents += read_source(RawSource(name, archive.read(name)))[0]
    return documents


def scored(sample: Sample, output: Attack) -> list[Score]:
    """Share of true quotes found where they stand, and of falsified ones refused, with every wrong answer."""
    true, found = output.true.total(), output.found.total()
    tried, accepted = output.tried.total(), output.accepted.total()
    missed = tuple(detail for detail in output.wrong if detail.why in RETYPINGS)
    taken = tuple(detail for detail in output.wrong if detail.why in MUTATORS)
    by_kind = ", ".join(f"{name} {count}" for name, count in sorted(output.tried.items()))
    return [
        Score("quotes.true_found", found / true if true else None, weight=true, details=missed),
        Score(
            "quotes.falsified_refused",
            1 - accepted / tried if tried else None,
            weight=tried,
            must_not_break=True,
            details=taken,
            why=f"{tried} falsified ({by_kind}); {output.excluded} excluded because they stand in the source",
        ),
    ]


TASK = Task(
    "quotes",
    "Quotes under attack: true ones found in any typing, falsified ones refused",
    ("packs",),
    quote_samples,
    attack,
    (scored,),
    fast=True,
)
