"""Words of a sentence that may name a system, a program, a sheet or a book of the customer's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from connectors.language import JAPANESE

_QUOTED = re.compile(
    r"[「『](?P<name>[^「」『』。、！？]{2,20})[」』]|[\"“](?P<english>[^\"“”.,!?]{2,24})[\"”]"
)
_THINGS_JA = (
    r"エクセル|スプレッドシート|表計算(?:ソフト)?|アクセス|ワード|キントーン|ファイルメーカー|共有(?:フォルダ|サーバ|ドライブ|カレンダー)|社内サーバ|"
    r"(?:紙の)?(?:台帳|帳簿|ノート|日誌|日報|手帳|大学ノート|連絡帳|伝票|カード|控え帳|バインダー)|ホワイトボード|黒板|付箋|掲示板|グループウェア|"
    r"FAX|ファックス|ファクス|電話|メール|LINE|ライン|無線|タイムカード|レコーダー|PHS"
)
_MADE_JA = re.compile(
    rf"(?:[一-龠ァ-ヴーA-Za-z0-9]{{1,8}}(?:の)?)?(?:{_THINGS_JA})|"
    r"[一-龠ァ-ヴーA-Za-z0-9・]{2,12}(?:システム|ソフト|アプリ|ツール|システムズ|クラウド|ボード|シート|サーバ|カメラ|データベース|ポータル|カレンダー|ウェア)"
)
_COINED_JA = re.compile(
    r"[ァ-ヴーA-Za-zＡ-Ｚａ-ｚ][ァ-ヴーA-Za-z0-9Ａ-Ｚａ-ｚ+.&・-]*(?: [A-Z][A-Za-z0-9+.&-]*){0,2}"
    r"(?:くん|君|ちゃん|さん|丸|盤|帳|番|便|箱|号|匠|侍|楽|館|蔵|勤務|会計|給与|基幹|販売|人事|台帳|王|録|鍵|図|票|回収|安否)?"
)
_ENGLISH = re.compile(
    r"(?<![\w'’])(?:[A-Z][A-Za-z0-9&'’]*|[a-z]+[A-Z]\w*)(?:[-. ](?:[A-Z][A-Za-z0-9&]+|365|\d{1,4}))*"
)
_THINGS_EN = re.compile(
    r"\b(?:(?:[a-z]+ ){0,2}(?:spreadsheets?|workbooks?|whiteboards?|clipboards?|ledgers?|logbooks?|notebooks?|binders?|shared (?:drives?|mailbox(?:es)?|folders?|calendars?|inbox)|"
    r"(?:big |little |old )*[a-z]* ?book|tracker|wall ?chart|paper forms?|paper|database|intranet|card index|post-?its?|fax|email|e-mail|phone|radio|pigeonholes?))\b"
)
_OPENS = frozenset(
    ["The", "This", "That", "These", "Those", "They", "We", "It", "He", "She", "I", "You", "Our", "Their", "His", "Her", "My", "Your", "And", "But", "So", "If", "When", "Then", "There", "Here", "What", "Who", "How", "Why", "Where", "Which", "All", "Both", "Each", "Every", "Some", "Most", "Many", "Nobody", "Everyone", "Everything", "No", "Yes", "Not", "Now", "Today", "Yesterday", "Tomorrow", "Next", "Last", "First", "Second", "Third", "Mr", "Ms", "Mrs", "Dr", "Ok", "OK", "Okay", "Also", "Still", "Only", "Once", "After", "Before", "By", "In", "On", "At", "For", "From", "To", "With", "As", "Of", "An", "A", "Re", "Subject", "Hi", "Hello", "Dear", "Thanks", "Regards", "Will", "Would", "Can", "Could", "Let", "Per"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Product:
    """`start`/`end` without quotation marks; `form` says how it was found."""

    start: int
    end: int
    text: str
    form: str  # quoted, thing, coined, capital


def products_in(text: str) -> list[Product]:
    """Candidates in order, none inside another: quoted words first, then common things, then coined words."""
    japanese = bool(JAPANESE.search(text))
    found: list[Product] = []
    for match in _QUOTED.finditer(text):
        group = "name" if match["name"] else "english"
        _add(found, *match.span(group), text, "quoted")
    for pattern, form in (
        ((_MADE_JA, "thing"), (_COINED_JA, "coined"))
        if japanese
        else ((_THINGS_EN, "thing"), (_ENGLISH, "capital"))
    ):
        for match in pattern.finditer(text):
            start, end = match.span()
            while form == "capital" and (first := text[start:end].split(" ")[0]) in _OPENS:
                start += len(first) + 1
            end = start + len(text[start:end].rstrip(" .&-・"))
            if end - start >= 2:
                _add(found, start, end, text, form)
    return sorted(found, key=lambda product: product.start)


def _add(found: list[Product], start: int, end: int, text: str, form: str) -> None:
    if all(end <= known.start or known.end <= start for known in found):
        found.append(Product(start, end, text[start:end], form))
