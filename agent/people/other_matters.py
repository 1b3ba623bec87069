"""Whether words for or against something are about another house's product, or a purchase long decided."""

from __future__ import annotations

import re
from collections.abc import Collection

from agent.people.lexicon import alternatives, table

_OTHERS = re.compile(
    r"他社|他の(?:製品|会社|ベンダー|業者|ツール|システム)|別の(?:製品|会社|ベンダー|業者|ツール|システム)|よその|競合|乗り換え|入れ替え(?:案|の)|相見積|"
    r"\b(?:competitor|another (?:vendor|supplier|tool|system|product)|other (?:vendor|supplier|tool|system|product)s?|rival)\b",
    re.IGNORECASE,
)
_DROPPED_ONCE = re.compile(
    r"(?:高い|高く|高過ぎ|高すぎ|割高|予算が(?:足り|無|な))[^。]{0,8}(?:見送|断念|やめ)(?:っ|りまし|しまし|まし|し)?た|"
    r"(?:以前|前に|昨年|去年|一昨年|過去に|当時)[^。]{0,30}(?:見送|断念|却下|不採用)|\bdropped [^.]{0,20}(?:too expensive|years? ago)",
    re.IGNORECASE,
)


def is_other_matter(marked: str, upto: int | None = None, products: Collection[str] = ()) -> bool:
    """True where the words before `upto` name another house's product, or tell of one that was dropped for its price.

    Our product or the renewal named in the sentence makes it ours again.
    """
    if not _OTHERS.search(marked, 0, len(marked) if upto is None else upto) and not _DROPPED_ONCE.search(
        marked
    ):
        return False
    ours = re.compile(alternatives(table("stance_contexts")["ours_ja"]))
    return not ours.search(marked) and not any(name and name in marked for name in products)
