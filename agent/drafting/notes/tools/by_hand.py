"""Ways of work without software that a note names by their kind: 紙の点検票, ホワイトボード, paper job cards, the brown book."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.drafting.notes.tools.items import ToolItem
from agent.drafting.notes.tools.placed import unit_near
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

CUES = cues("agent.drafting.notes.tools", "by_hand")
KIND = (
    re.compile(
        r"(?:紙|手書き|Excel|エクセル)の(?P<work>[一-龠ァ-ヴー]{0,8}?)の?(?:票|簿|帳|ノート|表|バインダー?|日報|日誌|カード|用紙|冊子|伝票|台帳|お便り|チラシ|メモ)(?![一-龠ァ-ヴー])|"
        r"[一-龠]{0,4}ホワイトボード|大学ノート"
    ),
    re.compile(
        r"\b(?:(?:paper|yellow|brown|red|blue|pink|green|white|black) (?P<work>[a-z]+ )?(?:books?|cards?|forms?|logs?|sheets?|diary|diaries|slips?|permits?|registers?|rotas?|ledgers?|travellers?)|"
        r"(?:wall|desk|exercise|day|log|note|sticky|index|ring|box) ?(?:books?|diary|diaries|notes|cards|binders?|files?|rotas?|planners?)|(?:white|black)boards?|"
        r"(?:[A-Z][a-z]+[’']s|home-?made|one big|shared) spreadsheets?)\b"
    ),
)
"""Japanese and English; `work` is what is done with it."""
MADE_OF = re.compile(r"^(?:(?:紙|手書き|Excel|エクセル)の|paper )")
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
"""What explains the name before it."""


def by_hand_in(remark: Remark) -> Iterator[ToolItem]:
    """What the remark says is done on paper, a board or a sheet, with the work and the unit it stands with.

    What is gone, was never used or is only spoken of in our own words is none.
    """
    if not remark.is_note or remark.side == "us" or remark.kind in (BlockKind.HEADING, BlockKind.FIELD):
        return
    text = BRACKETS.sub(lambda found: " " * len(found[0]), remark.text)
    japanese = bool(JAPANESE.search(text))
    for match in KIND[0 if japanese else 1].finditer(text):
        around = text[max(0, match.start() - 40) : match.end() + 30]
        if CUES["gone"].search(around) or CUES["no_tool"].search(match[0]):
            continue
        work = (match["work"] or "").strip()
        unit = unit_near(text, match.start(), match.end()) if japanese else None
        yield ToolItem(match[0], work or None, unit)


def bare_kind(name: str) -> str:
    """The name without what it is made of: 点検票 of 紙の点検票, turn cards of paper turn cards."""
    return MADE_OF.sub("", name)
