"""What the notes tell of each candidate: sentences linked to, naming, spoken by or going on about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.people.deciding.links import GOES_ON, linked
from agent.people.deciding.words import language_of
from agent.people.refs import FIRST_MARK
from agent.people.statements import Statement
from agent.people.types import Person, Side, Source
from agent.sentence_kinds import Chances, Sentence, chances_of

Key = tuple[str, int]
SIDES = {Side.OURS: "us", Side.CUSTOMER: "customer"}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence beside a candidate. `far` says how far it is about them (agent.people.deciding.links), `at` where in
    the marked sentence they are named. Who `speaks` says it of themselves or of no one; who `tells` says it of somebody
    else: the one who tells is not the one who thinks so."""

    statement: Statement
    sentence: Sentence
    kinds: Chances
    far: float = 0.0
    at: tuple[int, ...] = ()
    speaks: bool = False
    goes_on: bool = False
    tells: bool = False


def sentences_with_kinds(
    statements: Sequence[Statement], sources: Sequence[Source], weights: Path | None = None
) -> list[tuple[Sentence, Chances]]:
    """Each statement as the reader of kinds sees it, with its chances; neighbours are those of the same document."""
    by_index = {source.index: source for source in sources}
    texts = [by_index[s.doc].document.text[s.start : s.end].strip() for s in statements]
    sentences = [
        Sentence(
            text=texts[place],
            before=_beside(statements, texts, place, -1),
            after=_beside(statements, texts, place, 1),
            side=SIDES.get(statement.speaker_side, ""),
            block=by_index[statement.doc].units[statement.unit].block.kind.value,
            document=by_index[statement.doc].document.kind.value,
            language="ja" if language_of(texts[place]) == "ja" else "en",
        )
        for place, statement in enumerate(statements)
    ]
    return list(zip(sentences, chances_of(sentences, weights), strict=True))


def _beside(statements: Sequence[Statement], texts: Sequence[str], place: int, step: int) -> str:
    other = place + step
    if not 0 <= other < len(statements) or statements[other].doc != statements[place].doc:
        return ""
    return texts[other]


def told_of(
    statements: Sequence[Statement],
    read: Sequence[tuple[Sentence, Chances]],
    persons: Sequence[Person],
    public: Collection[int],
) -> Mapping[Key, list[Told]]:
    """The sentences beside every person, body and title, in order; public pages tell nothing of roles toward us."""
    out: dict[Key, list[Told]] = defaultdict(list)
    for place, (statement, (sentence, kinds)) in enumerate(zip(statements, read, strict=True)):
        if statement.doc in public:
            continue
        far = {(ref.kind, ref.index): value for ref, value in linked(statements, place, persons).items()}
        at = _places(statement)
        speaker = None if statement.speaker is None else ("person", statement.speaker)
        topic = None if statement.topic is None else (statement.topic.kind, statement.topic.index)
        for key in dict.fromkeys((*far, *at, *filter(None, (speaker, topic)))):
            of_another = (
                key == speaker
                and key not in far
                and any(other[0] == "person" and value >= GOES_ON for other, value in far.items())
            )
            out[key].append(
                Told(
                    statement, sentence, kinds, far.get(key, 0.0), tuple(at.get(key, ())),
                    key == speaker and not of_another, key == topic, of_another,
                )
            )  # fmt: skip
    return out


def _places(statement: Statement) -> Mapping[Key, list[int]]:
    out: dict[Key, list[int]] = defaultdict(list)
    for place, character in enumerate(statement.marked):
        number = ord(character) - FIRST_MARK
        if 0 <= number < len(statement.refs) and not statement.refs[number].bare_speaker:
            out[statement.refs[number].kind, statement.refs[number].index].append(place)
    return out
