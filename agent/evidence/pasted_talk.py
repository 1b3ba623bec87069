"""Talk pasted into a plain note: which blocks somebody said, by the names printed before them.

Chat programs paste a name with the time above the words ("山口 11/4 13:08"), or name and words on one line
("8:12 山口: …", "Ann (Acme): …", "Ann 00:42 …"). Minutes taken word for word put a mark before who speaks
("14:02 ○山口 …", "◎山口「…」", "14:02 o AB …").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from connectors.interface import BlockKind, Document, DocumentKind, Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_DAY = rf"(?:(?:20\d\d[-/.年])?\d{{1,2}}[-/.月]\d{{1,2}}日?(?:[ 　]?[(（][月火水木金土日A-Za-z]+[)）])?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Today|Yesterday)[a-z]*(?: at)?|\d{{1,2}} {_MONTH}(?: 20\d\d)?|{_MONTH} \d{{1,2}}(?:, 20\d\d)?)"
_TIME = r"(?:午前|午後)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?"
_NAME = r"(?P<name>[^\s\d:：「」。、!?！？#*・\-][^:：「」。、!?！？\t]{0,39}?)"
_HEAD = re.compile(
    rf"[\[(]?(?:{_NAME}[ 　,\t—–-]+[\[(]?(?:{_DAY},?[ 　]*)?{_TIME}[\])]?|[\[(]?(?:{_DAY}[ 　]*)?{_TIME}[\])]?[ 　\t]+{_NAME.replace('name', 'name2')})[:：]?\s*\Z"
)
_TIMED_LINE = re.compile(rf"[\[(]?(?:{_DAY}[ 　,]*)?{_TIME}[\])]?[ 　\t]+{_NAME}(?:[:：>]|\t)[ 　]*(?=\S)")
_NAMED_THEN_TIMED = re.compile(
    rf"(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){{0,3}})[ 　\t]+[\[(]?{_TIME}[\])]?[:：]?[ 　\t]+(?=\S)"
)
_LINE = re.compile(rf"(?:>[ 　]*)?{_NAME}[:：][ 　]*(?=\S)")
_MARKED_LINE = re.compile(
    rf"(?:[\[(]?{_TIME}[\])]?[ 　\t]+(?:[○◯●◎◇◆□■☆★][ 　]?|[o*][ ]+)|[○◯●◎◇◆][ 　]?)"
    rf"(?:(?P<code>[A-Z]{{1,3}}[a-z]?)[ 　]+|{_NAME}[:：][ 　]*|(?P<name2>[^\x00-\x7f\s：「」。、！？・→△][^\s:：「」。、!?！？]{{0,7}})(?:[ 　\t]+|(?=[「“\"])))(?=\S)"
)
"""A mark for whose side speaks, then the name or what stands for it."""
_NOBODY = re.compile(
    r"(?:先方|当社|弊社|当方|客先|自社|お客様|御社|貴社|顧客|こちら|相手|us|them|we|they|customer|client|vendor|q|a|to|cc|from|subject|note|action|ps|nb)\b.*"
    r"|(?:先方|当社|弊社|当方|客先|自社|お客様|御社|貴社|顧客|こちら|相手).*",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:ご?氏名|お?名前|役職|肩書き?|職位|部署|所属|部門|会社(?:名)?|企業名|(?:主)?担当(?:者|部署)?|責任者|承認者|決裁者|期限|期日|締め?切り?|納期|時期|日程|日付|予定日?|内容|項目|手順|手続き?|段階|ステップ|工程|作業|タスク|やること"
    r"|目標値?|現状値?|現在値?|基準値?|指標|測り方|備考|メモ|状態|状況|進捗|優先度|場所|日時|議題|メール(?:アドレス)?|電話(?:番号)?|住所|(?:利用)?ツール(?:名)?|用途|部数|金額|設問|回答|質問|だれが?|誰が?|いつ(?:まで(?:に)?)?|なに|何を?"
    r"|(?:full |first |last )?names?|(?:job )?titles?|roles?|position|company|organi[sz]ation|department|team|e-?mail|phone|address|owners?|approvers?|responsible|assignee|due(?: date)?|deadline|dates?|status|steps?|stages?|phase|tasks?|actions?"
    r"|what|who|when|where|why|targets?|baseline|current|today|metric|goals?|priority|comments?|remarks?|topics?|items?|purpose|tool|system|amount|question|answer)\Z",
    re.IGNORECASE,
)
"""The label of a part in a form or a list of things, and nobody's name."""
_NO_LABEL = re.compile(
    r"訪問|打ち?合わ?せ|面談|面会|商談|定例|会議|ミーティング|MTG|電話|メモ|議事|記録|日報|報告|覚え|控え?\Z|レビュー|キックオフ|説明会|研修|勉強会|見学|立ち?会い|現地|録音|開始|終了|集合|締切|から|まで|%|％"
    r"|[一-龥ァ-ヶー][はがをにでも](?=[一-龥ぁ-んァ-ヶー0-9])|\b(?:meeting|call|visit|review|notes?|minutes|sync|kick-?off|demo|training|workshop|site|session|agenda|start|end|deadline|due)\b",
    re.IGNORECASE,
)
"""What the heading of a paper or a line of minutes with its time says, and no name: "… 訪問 9/10 14:00"."""
_BULLET = re.compile(r"[ 　]*(?:[-・][ 　]+)?(?:[(（][A-Za-z一-龥][)）][ 　]*)?")
LEAST_LINES, LEAST_NAMES = 4, 2
"""A form repeats no label; talk has at least two names and comes back to one of them."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who said a block: the label as printed, where it stands, and where the words begin."""

    label: str
    place: Span
    words: int


def pasted_talk(document: Document) -> dict[int, Spoken]:
    """Index of the block → who said it, for notes that hold pasted talk; empty for everything else."""
    if document.kind is not DocumentKind.NOTE or any(b.speaker for b in document.blocks):
        return {}
    named_first = _on_lines(document, _NAMED_THEN_TIMED)
    if _is_talk(named_first):
        return named_first
    marked = _on_lines(document, _MARKED_LINE)
    if _is_talk(marked):
        return marked
    under_heads = _under_heads(document)
    if len(under_heads) >= LEAST_NAMES:
        return under_heads
    for pattern in (_TIMED_LINE, _LINE):
        found = _on_lines(document, pattern)
        if _is_talk(found):
            return found
    return {}


def _is_talk(found: Mapping[int, Spoken]) -> bool:
    """Enough lines of at least two names, most of them of names that come back."""
    names = Counter(spoken.label for spoken in found.values())
    repeated = sum(n for n in names.values() if n > 1)
    enough = len(found) >= LEAST_LINES and len(names) >= LEAST_NAMES
    return enough and repeated * 3 >= len(found) * 2


def _under_heads(document: Document) -> dict[int, Spoken]:
    """Blocks below a line that holds a name and a time alone."""
    out: dict[int, Spoken] = {}
    heads: set[str] = set()
    label: str | None = None
    place = Span(0, 0)
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        head = _HEAD.fullmatch(text.strip()) if len(text) <= 60 else None
        named = (head["name"] or head["name2"]) if head else ""
        if head and not _NOBODY.match(named) and not _NO_LABEL.search(named):
            label = named.strip(" 　,")
            heads.add(label)
            at = document.text.index(label, block.start)
            place = Span(at, at + len(label))
            out[index] = Spoken(label, place, block.end)
        elif block.kind is BlockKind.HEADING:
            label = None
        elif label is not None:
            out[index] = Spoken(label, place, block.start)
    return out if len(heads) >= LEAST_NAMES else {}


def _on_lines(document: Document, pattern: re.Pattern[str]) -> dict[int, Spoken]:
    """Blocks that begin with a name and a colon."""
    out: dict[int, Spoken] = {}
    for index, block in enumerate(document.blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        found = pattern.match(document.text, _behind_bullet(document.text, block.start), block.end)
        group = next((name for name, words in found.groupdict().items() if words), None) if found else None
        if found and group and not _is_nobody(found[group].strip(" 　*_")):
            place = Span(found.start(group), found.end(group))
            out[index] = Spoken(found[group].strip(), place, found.end())
    return out


def _is_nobody(words: str) -> bool:
    return bool(_NOBODY.match(words) or _FIELD.match(words))


def _behind_bullet(text: str, start: int) -> int:
    """Where a line's words begin."""
    bullet = _BULLET.match(text, start)
    return bullet.end() if bullet else start
