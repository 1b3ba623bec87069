"""Colleagues named in a chat of our own people only: spoken to there, or asked for what only our house does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.people.types import Form, Mention, Person, Side, Source
from connectors.interface import DocumentKind

_COMMON_UNIT = re.compile(
    r"(?:法務|経理|総務|人事|財務|情シス|知財|広報|品質(?:保証)?|開発|技術|サポート|営業|マーケ|企画|セキュリティ|契約|請求|与信|価格|プロダクト|製品)(?:部|課|室|チーム)?の?[ 　]?\Z"
)
_ASKED_OF = re.compile(
    r"(?:さん|くん|氏)?(?:から|に|へ|と|が)[^。、\n]{0,10}(?:もら|頂|いただ|聞|確認|相談|依頼|頼|出して|作って|見て|調整|通し|回し|投げ|上げ|承認)"
)


_OUR_PAPERS = r"(?:値引き?|割引|特価|見積り?書?|契約書|覚書|注文書|請求書|提案書|デモ(?:環境)?|検証環境|仕様|工数|開発|リリース|修正版?|改修|不具合|バグ|原価|粗利|社内稟議|(?:営業|提案|説明)?資料|スライド)"
_OUR_WORK_BEFORE = re.compile(
    rf"(?:{_OUR_PAPERS}[^。、\n]{{0,10}}[はをがのも、]|{_OUR_PAPERS}|(?<!先方の)(?<!お客様の)前任の)[ 　]?\Z"
)
_OUR_WORK_BEHIND = re.compile(
    rf"(?:さん|くん|課長|部長|マネージャー)?(?:の(?:承認|決裁|確認|返事|判断|メモ|引き?継ぎ)(?:待ち|中|後|書|資料|が|を|に|です|。|\Z)|(?:が|に|から|へ|と|も)[^。\n]{{0,12}}(?:同行|同席し|引き?継|(?:質問|相談|確認)を?(?:投げ|し(?:まし|てお|と)|済)|投げ|レビュー|行け(?:る|ます)|来られ|入れる|{_OUR_PAPERS}))"
)
_WAITS = re.compile(r"(?:さん|くん|課長|部長|マネージャー)?(?:の|が|に|待ち|から|へ|と|で)")
_CALLED_UP = re.compile(
    r"(?:さん|くん|先輩|課長|部長)?[、，,!！:：]?[ 　]|(?:さん|くん|先輩|課長|部長)[、，,!！\n]"
)
"""Behind a name that opens a message: whoever is spoken to reads the chat."""
_CALLED_UP_EN = re.compile(
    r"[,:]? (?:can|could|would|please|pls|plz|did|do|are|have|any|thanks|thx|when|what|where|how|is|you|would|will|fyi)\b",
    re.IGNORECASE,
)
_OUR_PAPERS_EN = r"(?:discount|quote|pricing|price list|contract|order form|sow|credit note|refund|invoice|fix|patch|hotfix|release|roadmap|ticket|bug|sign-?off|deal desk|margin|demo environment)"
_OUR_WORK_EN = re.compile(
    rf"\b{_OUR_PAPERS_EN}\b[^.?!\n]{{0,24}}\b(?:with|by|from|to|on|for|waiting for|waits for|needs|awaiting) \Z",
    re.IGNORECASE,
)
_OUR_UNIT_EN = re.compile(
    r",? (?:in|from|on|at) (?:our )?(?:engineering|product|development|dev|support|legal|finance|billing|security|deal desk|sales ops|professional services|solutions|implementation|onboarding)\b(?! (?:there|on their))",
    re.IGNORECASE,
)
_ASKED_EN = re.compile(
    r"\b(?:asked|asking|ask|pinged|ping|checked with|checking with|check with|heard from|told|chasing|chase|with|from|by) \Z",
    re.IGNORECASE,
)
_BEFORE_ME_EN = re.compile(
    r",? who (?:had|ran|owned|looked after|handled) (?:them|this|it|the account) before|,? (?:before|ahead of) me\b"
)


def colleagues_in_chats(persons: Sequence[Person], sources: Sequence[Source]) -> None:
    """Somebody named nowhere but in a chat among us is ours where the words show it; the customer's are called 先方's."""
    by_index = {s.index: s for s in sources}
    talks = _our_talks(persons, sources)
    for person in persons:
        if person.side is not Side.UNKNOWN or any(m.doc not in talks for m in person.mentions):
            continue
        if any(_is_ours(m, by_index[m.doc]) for m in person.mentions):
            person.side, person.why_side = Side.OURS, "internal_chat"


def _our_talks(persons: Sequence[Person], sources: Sequence[Source]) -> set[int]:
    """Chats in which nobody but us talks."""
    talks: set[int] = set()
    for source in sources:
        if source.document.kind is not DocumentKind.CHAT:
            continue
        users = [
            p for p in persons if any(m.doc == source.index and m.form is Form.CHAT_USER for m in p.mentions)
        ]
        if users and all(p.side is Side.OURS for p in users):
            talks.add(source.index)
    return talks


def _is_ours(mention: Mention, source: Source) -> bool:
    """What stands before and behind the name in the message."""
    unit = source.units[mention.unit]
    at = min(mention.start, mention.outer.start or mention.start)
    head, folded = source.folded[unit.start : at], source.folded
    sentence = re.split(r"[。\n]|[.!?] ", head)[-1]
    if re.search(r"先方|先様|客先|お客|\b(?:their|the customer|the client)", sentence):
        return False
    if mention.latin:
        if not head.strip(" @") and _CALLED_UP_EN.match(folded, mention.end):
            return True
        return bool(
            _OUR_WORK_EN.search(head)
            or _BEFORE_ME_EN.match(folded, mention.end)
            or (_ASKED_EN.search(head) and _OUR_UNIT_EN.match(folded, mention.end))
        )
    if not head.strip(" 　@＠") and _CALLED_UP.match(folded, mention.end):
        return True
    if _COMMON_UNIT.search(head[-12:]) and _ASKED_OF.match(folded, mention.end):
        return True
    if _OUR_WORK_BEFORE.search(head) and _WAITS.match(folded, mention.end):
        return True
    return bool(_OUR_WORK_BEHIND.match(folded, mention.end))
