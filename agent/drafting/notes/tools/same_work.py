"""Whether a tool does the work of ours, by what it is used for: where no sentence says so itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.frames import SLOT, frames
from agent.renewal.cues import LANGUAGES, cues
from agent.renewal.remarks import Remark

PACKAGE, FILE = "agent.drafting.notes.tools", "same_work"
CUES = cues(PACKAGE, FILE)
WORD = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|[a-z]{4,}", re.I)
REACH = 60
"""Letters around a tool's name in which a word for a candidate or a comparison speaks of it."""


def does_same_work(
    name: str, purpose: str | None, product: str | None, remarks: Sequence[Remark]
) -> bool | None:
    """True for what is weighed against ours or does work our product is named after, and for work done by hand (paper,
    boards, sheets), which is what software takes over; False for work of another kind (accounts, attendance, machines …).

    A named product, and a bare platform (Excel, FAX), is None where its work or ours is not told.
    """
    notes = [remark.text for remark in remarks if remark.is_note]
    if any(_weighed(called, text) for text in notes for called in _spellings(name)):
        return True
    if any(_has_part(name, _works(product), text) for text in notes):
        return True
    told = f"{name} {purpose or ''}"
    if _works(product) & {word.casefold() for word in WORD.findall(told)}:
        return True
    if CUES["other_work"].search(told):
        return False
    told_work = bool(purpose) or CUES["platform"].fullmatch(name.strip()) is None
    if (told_work and CUES["by_hand"].search(told)) or any(
        _made_by_hand(name, remark.text) for remark in remarks
    ):
        return True
    if purpose is None or CUES["platform"].fullmatch(name.strip()):
        return None
    if not PRODUCT.search(re.sub(PLAIN, "", name)):
        return False if _works(product) else None
    return False if _works(product) or not CUES["common_work"].search(told) else None


def _spellings(name: str) -> list[str]:
    """The name, and what is left of it without its coined head where that is said alone (会員システム of ミナモ会員システム)."""
    tail = re.sub(r"\A(?:[ァ-ヴー]{2,}|[A-Z][\w-]*)(?=[一-龠])", "", name)
    return [name, tail] if tail != name and len(tail) >= LEAST_TAIL else [name]


def _has_part(name: str, works: set[str], text: str) -> bool:
    """ "SAPの保全モジュール" beside a product for 保全: a part of the tool does the work of ours."""
    return any(
        any(work in found["part"].casefold() for work in works)
        for found in re.finditer(rf"{re.escape(name)}{PART}", text, re.I)
    )


PART = r"[」』]?(?:の|に|が|[(（ ]|['’]s )(?P<part>[^、。()（）「」\n]{2,24}?)(?:モジュール|機能|オプション|画面|メニュー|module|function|feature|add-?on|option)"
PRODUCT = re.compile(r"[ァ-ヴーA-Za-z]|システム|[くん君帳庫丸号]\Z")
PLAIN = re.compile(
    r"ノート|カード|ボード|メモ|シート|ファイル|カレンダー|バインダー?|リスト|マグネット|ホワイト|テープ|ラベル"
)
"""Things of paper and boards, which anybody has."""
LEAST_TAIL = 4
"""Characters of the shortest name without its head."""


def _works(product: str | None) -> set[str]:
    """What our product is named after, behind the name itself ("棚卸しよやく", "… Rota & On-call")."""
    return {word.casefold() for word in WORD.findall(product or "")[1:]}


def _weighed(name: str, text: str) -> bool:
    at = text.find(name)
    if at < 0:
        return False
    around = text[max(0, at - REACH) : at + len(name) + REACH]
    return bool(CUES["weighed"].search(around)) or _is_told("stands_for_ours", name, around)


def _made_by_hand(name: str, text: str) -> bool:
    """The sentence says that somebody built it in a sheet or a database of their own."""
    return name in text and _is_told("home_made", name, text)


def _is_told(key: str, name: str, text: str) -> bool:
    """A frame of that key fits, with the tool's name in its slot."""
    told = text.replace(name, SLOT)
    return any(frame.search(told) for language in LANGUAGES for frame in frames(PACKAGE, FILE, language, key))
