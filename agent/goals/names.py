"""Whether a few characters are a person's name. A dictionary is asked only about short candidates, and remembered."""

from __future__ import annotations

from functools import cache, lru_cache

from agent.calendar.patterns import regex
from agent.dictionary import dictionary, morphemes
from agent.goals.words import word_set, words

_KANJI = regex(r"[\u4e00-\u9fff々]{1,4}(?: ?[\u4e00-\u9fff々ぁ-んァ-ヶー]{1,4})?")
_KATAKANA = regex(r"[ァ-ヶー]{2,10}(?:[・ ][ァ-ヶー]{2,10})?")
_PLACES = frozenset(words("ja", "owner", "places"))
_RATHER_WORDS = frozenset(words("ja", "owner", "words_rather_than_names"))
_LIKE_DEPARTMENTS = frozenset(words("ja", "owner", "like_departments"))
_DEPARTMENT = regex(
    r"[部課室係局]$|営業|総務|人事|経理|財務|法務|企画|購買|調達|製造|生産|品質|物流|開発|研究|広報|管理|業務|運用|推進|情報|システム|事業|店舗|支援|技術|設計|保全|監査|教育|採用|販売|販促|顧客|担当|責任|各|全|本社|支店|工場|副|統括|専任|主管|現場|代理|補佐|事務|窓口"
)


_LOANED_NOUN = regex(r"(?:[ィリキニミッ]ング|ション|メント|ティ|シップ|ネス|ポート|ワーク|ログ|データ)$")
"""オンボーディング, エンゲージメント: nouns from English, in the dictionary or not."""


@cache
def _not_names() -> frozenset[str]:
    return frozenset(words("ja", "owner", "not_names")) | frozenset(words("ja", "owner", "team_names"))


def may_be_name(text: str) -> bool:
    """A shape a name may have, and no department, pronoun or common noun of plans. For strong places (様, 担当:)."""
    text = text.strip()
    if text in _LIKE_DEPARTMENTS:
        return True
    if not text or text in _not_names() or _DEPARTMENT.search(text):
        return False
    if _KANJI.fullmatch(text):
        return True
    return bool(_KATAKANA.fullmatch(text)) and not _LOANED_NOUN.search(text) and not is_common_word(text)


def is_surname(text: str) -> bool:
    """A name by the dictionary. For weak places (Xが, a field that holds X alone)."""
    text = text.strip()
    if not may_be_name(text) or text in _PLACES:
        return False
    tags = _tags(text)
    if any(tag[2] == "人名" for tag in tags):
        return all(tag[1] == "固有名詞" or tag[0] == "空白" for tag in tags)
    if len(tags) == 1 and tags[0][1] == "固有名詞" and tags[0][2] == "地名" and 2 <= len(text) <= 3:
        return True
    return len(text) >= 2 and may_be_called(text)


@lru_cache(maxsize=4096)
def may_be_called(text: str) -> bool:
    """A common word that is a surname too (鷹, 梶, 南), by all the dictionary has of it; not of time (今, 秋)."""
    if len(text) > 3 or text in _RATHER_WORDS or not _KANJI.fullmatch(text):
        return False
    readings = [entry.part_of_speech() for entry in dictionary().lookup(text)]
    return any(tag[3] == "姓" for tag in readings) and not any(
        tag[2] in ("副詞可能", "助数詞可能") or tag[0] in ("代名詞", "接頭辞") for tag in readings
    )


@lru_cache(maxsize=4096)
def is_common_word(text: str) -> bool:
    """A word of the dictionary that is no proper name."""
    if _is_unknown(text):
        return False
    tags = _tags(text)
    return len(tags) == 1 and tags[0][0] == "名詞" and tags[0][1] == "普通名詞"


@lru_cache(maxsize=4096)
def _tags(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word.part_of_speech()) for word in morphemes(text))


@lru_cache(maxsize=4096)
def _is_unknown(text: str) -> bool:
    """One katakana word the dictionary does not have: ラジェシュ."""
    found = morphemes(text)
    return len(found) == 1 and found[0].is_oov() and len(text) >= 3 and text not in _not_names()


def is_person_word(text: str) -> bool:
    """Katakana that is no group, title, record or measure; for places where only a name is to be expected."""
    return (
        _ONE_KATAKANA.fullmatch(text) is not None and text not in _other_words() and text not in _not_names()
    )


_ONE_KATAKANA = regex(r"[ァ-ヶー]{2,8}")
_NAME_PART = regex(r"[ァ-ヶー]{1,10}")
_BETWEEN_NAMES = regex(r"[・=＝ ]")


@cache
def _other_words() -> frozenset[str]:
    return (
        word_set("ja", "owner", "team_names", "titles")
        | word_set("ja", "metric")
        | word_set("ja", "method", "sources")
        | word_set("ja", "deliverable", "artifacts")
    )


def is_foreign_name(text: str) -> bool:
    """ファム・ティ・ラン, マリア・ゴメス: katakana parts, one of them a name or no word, none of them a group or title."""
    parts = _BETWEEN_NAMES.split(text)
    if len(parts) < 2 or not all(map(_NAME_PART.fullmatch, parts)):
        return False
    groups = word_set("ja", "owner", "team_names", "titles")
    if any(part in groups or part in _not_names() for part in parts):
        return False
    return any(is_surname(part) or any(word.is_oov() for word in morphemes(part)) for part in parts)


@lru_cache(maxsize=8192)
def manner_of(text: str) -> bool:
    """True for words that say how: adjectival nouns (円滑, 十二分), adverbs (なんとか), adjectives in く (手厚く)."""
    tags = _tags(text)
    if not tags:
        return False
    first = tags[0]
    if len(tags) == 1 and first[0] == "形容詞":
        return True
    if first[0] in ("形状詞", "副詞") and all(
        tag[0] in ("形状詞", "助動詞", "助詞", "接尾辞", "副詞") for tag in tags[1:]
    ):
        return True
    return first[0] == "名詞" and len(first) > 2 and first[2] in ("形状詞可能", "サ変形状詞可能")
