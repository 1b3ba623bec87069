"""Company names: what is the same name, and where a text names a company and not a longer-named neighbour."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from connectors.interface import Span

_FORMS_JA = (
    "株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|特定目的会社|投資法人"
    "|(?:一般|公益)?(?:社団|財団)法人|学校法人|税理士法人|弁護士法人|監査法人|社会保険労務士法人|司法書士法人|特許業務法人|宗教法人|農事組合法人|医療法人(?:社団|財団)?|社会福祉法人|独立行政法人|国立大学法人"
    "|特定非営利活動法人|\\((?:株|有|同|資|名|相|一社|一財|学|医)\\)"
)
_FORMS_EN = (
    "incorporated|inc|corporation|corp|company|co|limited|ltd|kabushiki kaisha|k\\.k|kk|llc|llp|plc|pte|pty"
    "|sdn\\.? bhd|bhd|co-operative|cooperative|gmbh|ag|s\\.a|sa|n\\.v|nv|b\\.v|bv|ab|oyj"
)
_FORM_BEFORE = re.compile(f"^(?:{_FORMS_JA})\\s*")
_FORM_AFTER = re.compile(f"\\s*(?:{_FORMS_JA})$")
_FORM_AFTER_EN = re.compile(f"[,\\s]+(?:{_FORMS_EN})\\.?$")
_GAPS = re.compile("[\\s・･·,.\"'’‘“”\\-‐‑‒–—−]+")
_BIGGER_NAME = re.compile(
    "ホールディングス?|ＨＤ|hd(?![a-z])|販売|商事|物産|物流|運輸|倉庫|製造|製作所|サービス|システム|ソリューション"
    "|テクノ|ファイナンス|リース|信託|銀行|証券|生命|損保|保険|不動産|開発|建設|工業|電機|化学|食品|パートナーズ"
    "|ジャパン|アジア|アメリカ|ヨーロッパ|holdings|systems|services|solutions|japan|asia|finance|logistics"
)
_AFTER_KANJI_NAME = re.compile(
    "社長|会長|代表|専務|常務|取締役|監査|執行|本社|支社|支店|株式会社|有限会社|合同会社|様|殿|御中|広報|人事|経理"
    "|営業|総務|情報|担当|側|内|向|社|各|及|並|等|他|氏|製|発|自身|以|全|[一二三四五六七八九十]|決算|公式|公告|役員|組織"
)
_BEFORE_KANJI_NAME = re.compile("(?:会社|法人|社団|財団|旧|元|前|現|当|同|各|対|社|は|が|と|の)$")

_LONG_PART = 5
"""Letters from which a part of a name is told from other words."""
_CALLED = 2
_SHORTENED = {
    "生活協同組合": "生協",
    "農業協同組合": "農協",
    "漁業協同組合": "漁協",
    "信用金庫": "信金",
    "信用組合": "信組",
    "高等学校": "高校",
}

LegalFormPosition = Literal["before", "after", "none"]


@dataclass(frozen=True, slots=True)
class CompanyName:
    """A name taken apart: folded core for comparison; `position` tells 株式会社〇〇 from 〇〇株式会社."""

    core: str
    position: LegalFormPosition


@lru_cache(maxsize=4096)
def parse_name(name: str) -> CompanyName:
    """Core and place of the legal form. Folds width (㈱ is (株)), letter case, spaces, punctuation."""
    folded = unicodedata.normalize("NFKC", name).casefold().strip()
    position: LegalFormPosition = "none"
    while True:
        if match := _FORM_BEFORE.match(folded):
            folded, position = folded[match.end() :], "before"
        elif (match := _FORM_AFTER.search(folded)) or (match := _FORM_AFTER_EN.search(folded)):
            folded, position = folded[: match.start()], "after"
        else:
            break
    return CompanyName(_GAPS.sub("", folded), position)


def same_name(a: str, b: str) -> Literal["same", "form_differs", "different"]:
    """Whether two written names are one company's full name.

    "form_differs": the cores agree and the legal form stands before in one and after in the other, which are
    two different registered names.
    """
    first, second = parse_name(a), parse_name(b)
    if not first.core or first.core != second.core:
        return "different"
    if "none" in (first.position, second.position) or first.position == second.position:
        return "same"
    return "form_differs"


def mentions(text: str, name: str) -> Iterator[Span]:
    """Where `text` names this company: its core as a whole name, with or without the legal form.

    A longer name that only contains it (…ホールディングス, …物流, 新…) is not a mention. Offsets are
    code points of `text`.
    """
    pattern = _core_pattern(parse_name(name).core)
    if pattern is None:
        return
    folded = _fold_keeping_length(text)
    for match in pattern.finditer(folded):
        if _is_whole_name(folded, match.start(), match.end()):
            yield Span(match.start(), match.end())


def is_called_in(text: str, name: str, title: str = "") -> bool:
    """True when the text calls the company short: by the last part of a name in parts (医療法人〇〇会 △△病院 as △△病院),
    by its shortened kind (生協 for 生活協同組合), or by the first word of an English name that the text never writes small,
    alone or with the words after it, in its title or twice.

    Another company that shares the word ("Tern Ferries" beside "Tern Finance") is not called so.
    """
    words, text = name.split(), f"{title}\n{title}\n{text}"
    if len(words) > 1 and not name.isascii():
        return len(words[-1]) >= _LONG_PART and is_named_in(text, words[-1])
    for long, short in _SHORTENED.items():
        if name.endswith(long):
            return is_named_in(text, name.removesuffix(long) + short)
    if not name.isascii() or not words or len(words[0]) < _LONG_PART or words[0].casefold() in text:
        return False
    own = {word.strip(",.").casefold() for word in words}
    called = re.findall(rf"(?<![A-Z]\w )\b{re.escape(words[0])}\b(?:[’']s)?(?: ([A-Z]\w+))?", text)
    others = [after for after in called if after and after.casefold() not in own]
    return len(called) - len(others) >= _CALLED and not others


def is_named_in(text: str, name: str) -> bool:
    """True when the text names the company at least once."""
    return next(mentions(text, name), None) is not None


@lru_cache(maxsize=512)
def _core_pattern(core: str) -> re.Pattern[str] | None:
    if len(core) < 2:
        return None
    return re.compile("[\\s・･·,.\\-]{0,2}".join(re.escape(character) for character in core))


def _fold_keeping_length(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(_fold_character(character) for character in text)


@lru_cache(maxsize=65536)
def _fold_character(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character).casefold()
    return folded if len(folded) == 1 else character


def _is_whole_name(folded: str, start: int, end: int) -> bool:
    before, after = folded[max(0, start - 4) : start], folded[end : end + 12]
    script = _script(folded[start])
    joined = script == _script(before[-1:]) != ""
    if joined and (script != "kanji" or not _BEFORE_KANJI_NAME.search(before)):
        return False
    if _BIGGER_NAME.match(after.lstrip(" 　・")):
        return False
    if _script(folded[end - 1]) == _script(after[:1]) != "":
        return _script(after[:1]) == "kanji" and _AFTER_KANJI_NAME.match(after) is not None
    return True


def _script(character: str) -> str:
    if not character:
        return ""
    if "ァ" <= character <= "ヺ" or character == "ー":
        return "katakana"
    if "一" <= character <= "鿿" or character in "々〆":
        return "kanji"
    if character.isalnum() and character.isascii():
        return "latin"
    return ""
