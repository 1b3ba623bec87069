"""Whether words name something that is measured, and in which units it may be counted."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from connectors.language import JAPANESE

Kind = Literal["time", "rate", "money", "heads", "places", "score", "count", "word"]
UNITS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("time", re.compile(r"^(?:半(?:日|月|年|時間)|営業日目?|時間|[かカケヶ]月|週間?|日間?|日目|日半?$|分間?$|分半|秒|人日|人時|h$|hrs?\b|hours?|min|days?|weeks?|months?|secs?\b|seconds?|working|business)", re.I)),
    ("rate", re.compile(r"^(?:[%％割]|パーセント|パー(?![ァ-ヴ])|ポイント|per ?cent|pct|ppm|points?\b|pts?\b)", re.I)),
    ("money", re.compile(r"^(?:[万億千百]*円|[$€£¥₹]|USD|EUR|JPY|GBP|INR|AUD|SGD)", re.I)),
    ("heads", re.compile(r"^(?:人|名)(?!日|時)|^(?:people|staff|persons?|nurses|users)\b", re.I)),
    ("places", re.compile(r"^(?:店舗?|社|校|園|宿|拠点|か所|カ所|箇所|院|所|[かカヶケ]国|市|県|町|支店|sites?\b|branch|stores?\b)", re.I)),
    ("score", re.compile(r"^(?:点|倍|回転)$")),
)  # fmt: skip
"""What a unit counts; any other unit counts things, no unit is a score."""
TARGET_IN_WORDS = re.compile(
    r"半分|半減|ゼロ|皆無|全廃|なし|倍|\b(?:hal|zero|none|nil|doubl|third|quarter)", re.I
)
MARKER = re.compile(
    r"^(?:[\s・\-*●○◇◆■□→※]|[①-⑳]|[(（]\d+[)）]|[A-Za-z]?\d{0,2}[.)．:：](?!\d)|[GQA]\d{1,2}[\s.:：]|[一-龠]\d?[ 　](?=\S{3})|[一二三四五六](?:つ目?|番目|点目)(?:は)?、)+"
)
CLOCK = re.compile(r"^(?:\d{1,2}[:：])?\d{2}[\s　]*[○●◎◯][A-Z]{0,2}[a-z]?[\s　]*")
"""The time and sign of who speaks, at the head of a line of minutes."""
OF_ONE = re.compile(
    r"(?:[1１一](?:件|人|回|日|店舗?|台|本|枚|社|拠点|校|現場|便|通|か月|月|週|時間|施設|名|棟|ライン)|月|週|年)(?:あたり|当たり|につき|毎|ごと)の?|[1-9１-９]年(?:目|生|次)|[1１一]次(?=[一-龠])"
)
"""What a measure is counted for, or whom it is counted of: the only figures in its name."""
IDIOM = re.compile(
    r"一人立ち|独り立ち|一人前|一部|一括|一斉|二重|三者|一般|一覧|第[一二三]|[一二三]次|一方|万一|一貫|唯一|十分"
)
"""Figures in words that count nothing."""
BARE = re.compile(
    r"(?:(?:今|来|前|昨|本)?(?:年度?|期|月|週)の)?(?:件数|割合|比率|日数|台数|時間|回数|人数|枚数|個数|本数|点数|数|率|期間|量|額|金額|半数|手数|複数|多数|大半|残り|平均値|単価)|"
    r"(?:the )?(?:average |total |median |mean )?(?:days?|times?|hours?|minutes?|weeks?|months?|numbers?|rates?|shares?|counts?|volume|value|cost|costs|stops|post|reports?|figures?|percentage)",
    re.I,
)
"""Says how something is counted, and not what."""
OUR_FEE = re.compile(
    r"(?:システム|利用|ライセンス|サービス|保守|契約|月額|年額|サポート|基本)(?:利用)?(?:料|費|料金|費用|金額|代)$|\b(?:licen[cs]e|subscription|seat|support) (?:fees?|costs?|price)$"
)
COUNTED_EN = re.compile(
    r"^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?=[a-z])", re.I
)
TAIL = re.compile(r"(?:に|で)?(?:毎回|毎月|毎週|毎日|平均|およそ|約|だいたい)$")
STALE = re.compile(
    r"^(?:いま|今|現在|現状|今回|今月|毎月|毎週|毎日|去年|昨年|今年|来年|当初|最初|今期|来期|先月|来月|だいたい|結局|実際|ほんと|本当|平均)(?:の|は|で|、)?(?=.{2})"
)
"""When it holds, before the name of what is measured."""
FIGURES = re.compile(r"[\d０-９〇○%％]|[一二三四五六七八九十]+(?:か|ヶ|つ|件|人|名|日|社|店)")
NO_NAME_JA = ("接続詞", "感動詞", "副詞", "代名詞", "助動詞", "連体詞", "補助記号")
WORD_EN = re.compile(r"[A-Za-z][A-Za-z'’/&-]*")
NO_PHRASE_EN = re.compile(
    r"\b(?:i|we|you|he|she|it|they|them|us|me|him|her|this|that|these|those|there|here|who|what|when|where|which|why|how|because|if|so|but|then|well|yes|no|not|"
    r"is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|should|must|may|might|make|makes|made|get|gets|got|say|says|said|want|wants|wanted|"
    r"need|needs|know|think|thinks|told|tell|go|goes|went|come|comes|came|let|take|takes|took|give|gives|gave|put|ok['’]?d|signed|both|source|agreed|wording|aim|goal|target|baseline|"
    r"his|hers|ours|mine|everyone|nobody|somebody|anyone|today|tomorrow|yesterday|now|year|years|end|until|till|before|after|by|january|february|march|april|june|july|august|september|october|"
    r"november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|don['’]t|it['’]s|i['’]ll|i['’]m|we['’]re|they['’]re|let['’]s)\b|['’](?:ll|re|ve|m|d)\b|->|→|(?<![A-Z])\d|[#:;?!\"“”]",
    re.I,
)
CLAUSE_EN = re.compile(r"(?<=[a-z]s) (?:that|which|who|where) [a-z' -]+$")
"""A clause that says which of the things before it are counted."""
JOINS_EN = re.compile(
    r" (?:of|per|in|for|from|at|to|on|with|without|under|over|out|a|an|each|between|outside|within|and) ",
    re.I,
)
LONGEST_EN, LONGEST_JA = 9, 32


def measure(words: str, known: Sequence[str] = ()) -> str | None:
    """The words without list marks where they are a noun phrase that may be measured, else None.

    It ends in what is measured: no predicate, filler, person, time or bare figure. `known` are names that the account's
    people go by.
    """
    phrase = CLOCK.sub("", words.strip(" 　、。・「」『』\t"))
    phrase = MARKER.sub("", phrase).strip(" 　、。・「」『』\t")
    phrase = COUNTED_EN.sub(
        "", TAIL.sub("", STALE.sub("", re.sub(r"^\d(?=[ 　]|[^\d\s,.年次件人日回月]{3})[ 　]?", "", phrase)))
    )
    if OUR_FEE.search(phrase):
        return None
    if not phrase or any(phrase == name or phrase.startswith(f"{name} ") for name in known):
        return None
    kinds = _kinds_ja(phrase) if JAPANESE.search(phrase) else _kinds_en(phrase)
    return phrase if kinds else None


def is_bare(words: str) -> bool:
    """The words say how something is counted, and not what (件数, hours): no sentence is composed of them."""
    return BARE.fullmatch(words) is not None


BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
"""How the measure is taken, behind its name."""


def goes_with(words: str, unit: str, value: str = "") -> bool:
    """What a sound phrase names may be counted in that unit; a target in words (half, none) goes with anything."""
    words = BRACKET.sub("", words) or words
    kinds = _kinds_ja(words) if JAPANESE.search(words) else _kinds_en(words)
    kind = kind_of(unit, value)
    return bool(kinds) and (kind == "word" or kind in kinds)


def names_exactly(words: str, unit: str, value: str = "") -> bool:
    """The phrase ends in a word for just what the unit counts (作成時間 for minutes)."""
    return _ends_in(words, kind_of(unit, value))


def kind_of(unit: str, value: str = "") -> Kind:
    """What a unit counts. `value` is the figure in words where it has no unit."""
    words = unit.strip() or re.sub(r"^[\d,.\s]*(?:[万億千百](?!円))?", "", value).strip()
    if TARGET_IN_WORDS.search(value) or (not unit and not value):
        return "word"
    return next((kind for kind, pattern in UNITS if pattern.match(words)), "count" if words else "score")


@cache
def _kinds_ja(phrase: str) -> frozenset[str]:
    if (
        FIGURES.search(IDIOM.sub("", OF_ONE.sub("", phrase)))
        or not 2 <= len(phrase) <= LONGEST_JA
        or re.search(r"[「」『』:：→?？。、]", phrase)
    ):
        return frozenset()
    counted = OF_ONE.sub("", phrase)
    tokens = _tokens(counted.lstrip("の") if counted != phrase else phrase)
    if not tokens or not _is_noun_phrase(tokens) or _ends_in(phrase, "nothing", whole=tokens[-1][0]):
        return frozenset()
    found = {
        kind
        for kind in ("time", "rate", "money", "heads", "places", "score", "count")
        if _ends_in(phrase, kind)
    }
    if ("から" in phrase and not phrase.endswith("まで") and "までの" not in phrase) or (
        not found and re.fullmatch(r"[ぁ-んー]+", phrase)
    ):
        return frozenset()
    if found:
        return frozenset(
            found | {"count"} if "heads" in found else found | {"rate"} if "count" in found else found
        )
    last = tokens[-1][1]
    if last[2] == "人名" or last[1] == "固有名詞" or "助数詞" in last[2]:
        return frozenset()
    return frozenset({"time", "count"} if "サ変" in last[2] else {"count"} if len(phrase) > 2 else set())


def _is_noun_phrase(tokens: Sequence[tuple[str, Sequence[str]]]) -> bool:
    """Nouns joined by の, から, まで, へ, と; a clause may stand before a noun, but nothing ends in one."""
    surface, last = tokens[-1]
    stretch = surface == "まで" and len(tokens) > 1 and tokens[-2][1][0] == "名詞"
    if not (
        last[0] in ("名詞", "接尾辞") or stretch or names_a_thing("".join(word for word, _ in tokens[-2:]))
    ):
        return False
    if tokens[0][1][0] in ("助詞", "助動詞", "接尾辞"):
        return False
    for place, (word, kind) in enumerate(tokens):
        if (
            kind[0] in NO_NAME_JA
            and not (kind[0] == "助動詞" and word in ("た", "だ", "ない", "な"))
            and word not in "()（）・/ー"
        ):
            return False
        if kind[0] == "助詞" and (
            kind[1] in ("終助詞", "係助詞", "接続助詞") or word in ("が", "に", "を", "で")
        ):
            rest = [later[0] for _, later in tokens[place + 1 :]]
            if kind[1] in ("終助詞", "係助詞") or "動詞" not in rest:
                return False
    return True


@cache
def names_a_thing(word: str) -> bool:
    """A word of the lists, also where the dictionary takes it for a form of a verb (待ち, 漏れ)."""
    return any(_ends_in(word, kind) for kind in ("time", "rate", "money", "heads", "count"))


def _ends_in(phrase: str, kind: str, whole: str = "") -> bool:
    language = "ja" if JAPANESE.search(phrase) else "en"
    ends = _table()[language].get(kind, ())
    if language == "en":
        return (
            bool(re.search(rf"(?:^|[ -])(?:{'|'.join(map(re.escape, ends))})$", _head_en(phrase), re.I))
            if ends
            else False
        )
    if kind == "nothing":
        return phrase in ends or (
            whole in ends and not _ends_in(phrase, "count") and not _ends_in(phrase, "time")
        )
    return phrase.endswith(tuple(ends))


def _head_en(phrase: str) -> str:
    """The words before the first preposition: "waiting time" of "waiting time at the gate"."""
    return JOINS_EN.split(phrase, maxsplit=1)[0]


@cache
def _kinds_en(phrase: str) -> frozenset[str]:
    phrase = CLAUSE_EN.sub("", phrase)
    words = WORD_EN.findall(phrase)
    if not words or len(words) > LONGEST_EN or NO_PHRASE_EN.search(phrase) or len(phrase) < 4:
        return frozenset()
    if not re.fullmatch(r"[\w'’/&() .,-]+", phrase) or re.match(
        r"(?:to|and|or|of|for|with|at|in|on|from|as|than|about) ", phrase, re.I
    ):
        return frozenset()
    if re.search(
        r" (?:to|of|for|with|at|in|on|from|as|and|or|a|an|the|my|our|their)$", phrase, re.I
    ) or _ends_in(phrase, "nothing"):
        return frozenset()
    found = {kind for kind in ("time", "rate", "money", "count") if _ends_in(phrase, kind)}
    head = _head_en(phrase)
    plural = bool(re.search(r"[a-z]{2,}(?<!s)s$", head))
    if plural:
        found |= {"count", "rate", "heads", "places"}
    if re.search(r"(?:ing|tion|sion|ment|ance|ence)$", head):
        found |= {"time", "count", "rate"}
    if len(words) > 1 and any(word.islower() for word in words):
        found.add("rate")
    if "rate" in found:
        found.add("score")
    return frozenset(found)


def _tokens(phrase: str) -> tuple[tuple[str, Sequence[str]], ...]:
    from agent.dictionary import morphemes

    return tuple(
        (m.surface(), m.part_of_speech()) for m in morphemes(phrase) if m.part_of_speech()[0] != "空白"
    )


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("measures.toml").read_text(encoding="utf-8"))
