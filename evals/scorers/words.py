"""Comparing words as a careful reader does: width, name variants, titles, the main figure of a phrase."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from evals.printed import fold, printed_figures, printed_numbers, squeeze

_VARIANTS = str.maketrans(
    "髙﨑齋齊斉邊邉濱濵澤廣眞惠德彌國學實嶋槇神曻舘栁桒",
    "高崎斎斎斎辺辺浜浜沢広真恵徳弥国学実島槙神昇館柳桑",
)
"""Registered variants of characters in names (戸籍統一文字): one person may be written either way."""

_NOTE = re.compile(r"[(（【\[][^()（）【】\[\]]*[)）】\]]")
_PUNCTUATION = re.compile(r"[\s、。・,.!?！？「」『』()（）【】\[\]:：;；/／\-－―─ー~〜\"'`’“”]+")
HONORIFICS = ("様", "さん", "氏", "殿", "先生", "くん", "君", "ちゃん")
HEADS = (
    *("代表取締役", "取締役", "監査役", "執行役員", "会長", "社長", "専務", "常務", "本部長", "事業部長"),
    *("部長", "室長", "課長", "係長", "主任", "主査", "次長", "所長", "支店長", "工場長", "店長", "班長"),
    *(
        "センター長",
        "リーダー",
        "マネージャー",
        "マネジャー",
        "参与",
        "顧問",
        "理事",
        "代表",
        "委員長",
        "担当",
    ),
    *("cfo", "ceo", "coo", "cio", "cto", "chro", "chief", "vice president", "president", "director"),
    *("manager", "head", "lead", "officer", "analyst"),
)
_MODIFIER = re.compile(r"副|代理|補佐|前(?!線)|元(?!気)|旧|acting|former|deputy|assistant|interim", re.I)


def plain(text: str) -> str:
    """NFKC, lower case, without spaces and punctuation: for likeness, never for quotes."""
    return _PUNCTUATION.sub("", unicodedata.normalize("NFKC", text).casefold())


def without_notes(text: str) -> str:
    """The text without what stands in brackets."""
    return _NOTE.sub("", text).strip() or text.strip()


def name_key(name: str) -> str:
    """A name without notes, spaces and a closing honorific, variants folded to one character each."""
    key = squeeze(fold(without_notes(name))).casefold().translate(_VARIANTS)
    for honorific in HONORIFICS:
        if key.endswith(honorific) and len(key) > len(honorific):
            return key[: -len(honorific)]
    return key


def same_name(one: str, other: str) -> bool:
    """True for two spellings of one full name; order of romanised names does not matter."""
    if name_key(one) == name_key(other):
        return True
    tokens = [set(re.findall(r"[a-z]+", without_notes(name).casefold())) for name in (one, other)]
    return len(tokens[0]) > 1 and tokens[0] == tokens[1]


def names_fit(gold: str, draft: str) -> bool:
    """True when the draft's name is the gold's, or the family name of it alone, or the other way round."""
    one, two = name_key(gold), name_key(draft)
    return same_name(gold, draft) or (
        len(min(one, two, key=len)) >= 2 and (one.startswith(two) or two.startswith(one))
    )


def title_fits(gold: str, draft: str) -> bool:
    """True when the draft's title is the gold's or its senior part, with the same 副, 前, 代理."""
    one, two = (plain(without_notes(title)) for title in (gold, draft))
    if one == two:
        return True
    if sorted(m.lower() for m in _MODIFIER.findall(one)) != sorted(m.lower() for m in _MODIFIER.findall(two)):
        return False
    heads = [_heads(title) for title in (one, two)]
    if heads[0] and heads[1]:
        return heads[1] <= heads[0] or (heads[0] <= heads[1] and (one in two or likeness(one, two) >= 0.6))
    return likeness(one, two) >= 0.7


def _heads(title: str) -> frozenset[str]:
    found, rest = set(), title
    for head in sorted((plain(h) for h in HEADS), key=len, reverse=True):
        if head in rest:
            found.add(head)
            rest = rest.replace(head, "　")
    return frozenset(found)


def department_fits(gold: str, draft: str) -> bool:
    """True when one names the other's unit, with or without the unit or company above it."""
    one, two = plain(without_notes(gold)), plain(without_notes(draft))
    if not one or not two:
        return one == two
    return one in two or two in one or likeness(one, two) >= 0.75


def likeness(one: str, other: str) -> float:
    """Dice coefficient of character bigrams after `plain`; 1.0 for equal texts."""
    a, b = _grams(plain(one), 2), _grams(plain(other), 2)
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else float(plain(one) == plain(other))


def covered(part: str, whole: str) -> float:
    """Share of the part's character trigrams that stand in the whole; 1.0 when it is contained."""
    a, b = squeeze(fold(part)), squeeze(fold(whole))
    if not a or not b:
        return 0.0
    if a in b:
        return 1.0
    grams = _grams(a, 3)
    total = sum(grams.values())
    return sum((grams & _grams(b, 3)).values()) / total if total else 0.0


def common_piece(one: str, other: str) -> int:
    """Length of the longest run of characters that both hold."""
    best, row = 0, [0] * (len(other) + 1)
    for char in one:
        row = [0, *(row[i] + 1 if char == c else 0 for i, c in enumerate(other))]
        best = max(best, *row)
    return best


def _grams(text: str, size: int) -> Counter[str]:
    if 0 < len(text) < size:
        return Counter([text])
    return Counter(text[i : i + size] for i in range(len(text) - size + 1))


def numbers_in(text: str) -> set[Decimal]:
    """Every figure the words print, signs and scales applied."""
    return set(printed_numbers([fold(text)]))


def strange_figures(text: str, known: Iterable[str]) -> str:
    """Why the words print a figure that none of the known words print in any reading; "" when they do not."""
    figures = set().union(*(numbers_in(words) for words in known))
    strange = [min(readings) for readings in printed_figures([fold(text)]) if not readings & figures]
    return "figure without support: " + ", ".join(map(str, sorted(strange))) if strange else ""


def main_numbers(text: str) -> set[Decimal]:
    """The figures of a phrase outside its brackets and dates; inside where there are none outside."""
    outside = _without_dates(without_notes(fold(text)))
    return numbers_in(outside) or numbers_in(_without_dates(fold(text)))


def _without_dates(text: str) -> str:
    text = re.sub(
        r"(?:19|20)\d\d\s?[年/.-]\s?(?:\d{1,2}\s?[月/.-]?\s?(?:\d{1,2}\s?日?)?)?(?:度|期)?", "", text
    )
    return re.sub(r"\d{1,2}月(?:\d{1,2}日|末)?", "", text)


def quantity_fits(gold: str, draft: object, unit: str | None = None) -> bool:
    """True when the draft's value is the gold phrase's main figure in the same unit, or the same words."""
    words = f"{draft}{unit or ''}" if isinstance(draft, int | float) else f"{draft}"
    if squeeze(fold(words)) == squeeze(fold(without_notes(gold))):
        return True
    wanted, given = main_numbers(gold), main_numbers(words)
    if wanted or given:
        return bool(wanted & given) and units_fit(gold, words)
    return likeness(gold, words) >= 0.5 or plain(words) in plain(gold)


_UNIT = re.compile(
    r"(?<=[\d.])\s?(%|％|パーセント|時間|分|秒|日|か月|ヶ月|件|本|名|人|円|点|店舗|回|枚|台|社|ID|percent|minutes?|seconds?|hours?|days?|calls?)",
    re.I,
)
_UNIT_WORDS = {"percent": "%", "パーセント": "%", "％": "%", "人": "名", "ヶ月": "か月"}


def units_fit(one: str, other: str) -> bool:
    """False only when both print a unit after the figure and the units differ."""
    units = [_units(fold(without_notes(text))) for text in (one, other)]
    return not units[0] or not units[1] or bool(units[0] & units[1])


def _units(text: str) -> set[str]:
    found = {match[1].casefold().rstrip("s") for match in _UNIT.finditer(_without_dates(text))}
    return {_UNIT_WORDS.get(unit, unit) for unit in found}


_NEGATION = re.compile(r"ない|ません|なし|ず[、。にも]|未[^来]|\bnot?\b|\bnever\b|n't", re.I)


def negated(text: str) -> bool:
    """True when the words hold an odd number of negations."""
    return len(_NEGATION.findall(text)) % 2 == 1
