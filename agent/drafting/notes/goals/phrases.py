"""What a goal measures, looked for in its sentences and beside them: the noun phrase that its figure is most likely one of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.drafting.notes.goals.measures import goes_with, is_bare, measure, names_a_thing, names_exactly
from connectors.language import JAPANESE

ENOUGH = 4.0
"""Points from which on a phrase is believed."""
EXACT, RIGHT_BEFORE, BEFORE, MARKED, LONG = 2.5, 2.0, 1.0, 0.5, 0.5
NEAR = 10
"""Characters between a phrase and the figure right behind it."""
LONG_ENOUGH = 4
BEHIND = re.compile(r"^\s*(?:を|が|は|の|も|、|:|：|\t|[(（]|に(?=(?:約|平均|毎回|だいたい)?\d))")
STRONG = re.compile(r"(?:数|率|時間|期間|額|高|割合|比率)$|\b(?:rate|time|hours|number|share|count)$", re.I)
ENDING_EN = re.compile(r"(?: (?:of|with|to|for|as|or))+$", re.I)
LIMIT = re.compile(r"まで(?!の)|(?:時|時点|以降|以来|後|前|末|中)(?=[にはでまの、])")
"""Behind what tells a time."""
BREAK_EN = re.compile(
    r"[^\w'’/& -]+|\b(?:is|are|was|were|be|been|down|up|from|to|under|below|above|over|within|by|at|about|around|cut|reduce|bring|get|lower|raise|increase|shorten|halve|double|drop|"
    r"wants?|needs?|target|goal|aim|now|today|currently|then|and|but|so|the|our|their|its|his|her|my|your|a|an|all|that|for|only|still|we|they|it|i|you|she|he|if|when|because|have|has|had|"
    r"take|takes|took|run|runs|running|stand|stands|average|averages|gave|give|keep|make|made|says?|said|will|would|should|must|can|could|per|each|every|in|on|this|these|those|not|no|less|fewer|more|than)\b|\d[\d,.]*",
    re.I,
)
"""What no simple noun phrase of English goes across."""


NOW = frozenset(
    (
        "いま",
        "今",
        "現在",
        "現状",
        "今回",
        "去年",
        "昨年",
        "今年",
        "来年",
        "平均",
        "だいたい",
        "ほんと",
        "本当",
        "あと",
        "また",
    )
)


@dataclass(frozen=True, slots=True)
class Told:
    """Words beside a goal. `figure` is where the goal's figure stands in them; `points` is what being said there counts.

    Where `strong`, only a phrase that ends in a word for a measure itself is taken (件数, 率, time).
    """

    text: str
    points: float
    figure: tuple[int, int] | None = None
    strong: bool = False


def measured_in(told: Sequence[Told], unit: str, value: str, known: Sequence[str] = ()) -> str | None:
    """The phrase with the most points that may be counted in the unit, the nearest to the figure first.

    A phrase of a long line above is taken where there is no other.
    """
    best: tuple[bool, float, str] | None = None
    for line in told:
        for start, end, words in _phrases(line.text):
            phrase = measure(words, known)
            if phrase is None or not goes_with(phrase, unit, value) or LIMIT.match(line.text[end:]):
                continue
            if line.strong and not STRONG.search(phrase):
                continue
            exact = names_exactly(phrase, unit, value)
            if not exact and JAPANESE.search(phrase) and not BEHIND.match(line.text[end:]):
                continue
            points = line.points + _beside(line, start, end)
            points += EXACT * exact + LONG * (len(phrase) >= LONG_ENOUGH)
            rank = (not line.strong, points, phrase)
            if points >= ENOUGH and (best is None or rank[:2] > best[:2]):
                best = rank
    return best[2] if best is not None else None


HEAD = re.compile(r"^\W*(?P<what>[^、。はがをも\d「」:：]{3,14})、")
OF_IT = re.compile(r"の(?:件|お?話|こと|数字|目標)$")
TOPIC = re.compile(
    r"^(?:、|は(?!も)|の(?:件|話|お話|こと)|を(?:出|す)|ね|だ|です|。|[(（]|$|,|:|\.| (?:first|then)\b)"
)
OPENING = re.compile(
    r"^(?:[^:：]{1,14}[:：])?\W*(?:(?:それより|先に|まず|次に?|あと|で|では|じゃ|えー|ええと)、?)?\W*$|[「『、]$",
    re.I,
)


def topic_in(text: str, known: Sequence[str] = (), loosely: bool = True) -> str | None:
    """The phrase a line speaks of: a word for a measure itself, or, `loosely`, what stands at its head as its topic."""
    best: str | None = None
    for start, end, words in _phrases(text):
        named = OF_IT.sub("", words)
        phrase, end = measure(named, known), end - len(words) + len(named)
        if phrase is None or is_bare(phrase) or len(phrase) < 2:
            continue
        if STRONG.search(phrase) and TOPIC.match(text[end:]):
            return phrase
        opens = loosely and OPENING.search(text[:start]) is not None
        if best is None and opens and TOPIC.match(text[end:]):
            best = phrase
    head = HEAD.match(text) if loosely and best is None else None
    return measure(head["what"], known) if head else best


def _beside(line: Told, start: int, end: int) -> float:
    points = MARKED * bool(BEHIND.match(line.text[end:]))
    if line.figure is None:
        return points
    if end <= line.figure[0]:
        gap = line.text[end : line.figure[0]]
        points += RIGHT_BEFORE if len(gap) <= NEAR and not re.search(r"[。\n]", gap) else BEFORE
    elif not JAPANESE.search(line.text) and start - line.figure[1] <= 1:
        points += RIGHT_BEFORE  # five unfilled nights
    return points


def _phrases(text: str) -> Iterator[tuple[int, int, str]]:
    return _japanese(text) if JAPANESE.search(text) else _english(text)


def _english(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for gap in [*BREAK_EN.finditer(text), None]:
        end = gap.start() if gap else len(text)
        words = text[at:end]
        if len(words.strip()) > 3:
            yield at, end, ENDING_EN.sub("", words.strip(" -'"))
        at = gap.end() if gap else end


def _japanese(text: str) -> Iterator[tuple[int, int, str]]:
    """Runs of nouns that の and the like join; dates, figures and verbs break them."""
    from agent.dictionary import morphemes

    run: list[tuple[int, int]] = []
    tokens = [
        (m.begin(), m.end(), m.surface(), m.part_of_speech()) for m in morphemes(text.replace("\t", "。"))
    ]
    for place, (start, end, surface, kind) in enumerate(tokens):
        following = tokens[place + 1][3][0] if place + 1 < len(tokens) else ""
        if surface in NOW:
            yield from _cut(text, run)
            run = []
            continue
        noun = kind[0] in ("名詞", "接頭辞", "接尾辞") and kind[1] != "数詞"
        after_number = place > 0 and tokens[place - 1][3][1] == "数詞"
        if (noun and not (after_number and ("助数詞" in kind[2] or kind[0] == "接尾辞"))) or (
            run
            and following in ("名詞", "接頭辞")
            and (
                surface in ("の", "・", "と")
                or (surface in ("へ", "から", "まで") and _then_of(tokens, place))
            )
        ):
            run.append((start, end))
        elif (
            kind[0] == "動詞"
            and kind[5].startswith("連用形")
            and (
                following in ("名詞", "接尾辞") or (run and names_a_thing(surface) and following != "助動詞")
            )
        ):
            run.append((start, end))  # 待ち時間, 注文忘れ
        elif surface == "まで" and any(text[a:b] == "から" for a, b in run):
            run.append((start, end))
            yield from _cut(text, run)
            run = []
        else:
            yield from _cut(text, run)
            run = []
    yield from _cut(text, run)


def _then_of(tokens: Sequence[tuple[int, int, str, Sequence[str]]], place: int) -> bool:
    return (place + 1 < len(tokens) and tokens[place + 1][2] == "の") or tokens[place][2] == "から"


def _cut(text: str, run: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The whole run, and what is left of it without the words up to each の."""
    if not run:
        return
    start, end = run[0][0], run[-1][1]
    yield start, end, text[start:end]
    for a, b in run:
        if text[a:b] == "の" and b < end:
            yield b, end, text[b:end]
