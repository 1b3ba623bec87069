"""What words speak of: the telling tokens of a matter, weighed by how few of the account's lines have them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from math import log

from agent.renewal.remarks import Remark

RUN = re.compile(r"[一-龠々]+|[ァ-ヴー]{2,}|[a-z][a-z'’]{2,}")
COMMON = frozenset(
    [
        "時間",
        "件数",
        "目標",
        "平均",
        "割合",
        "日数",
        "回数",
        "以上",
        "以下",
        "以内",
        "今期",
        "来期",
        "年度",
        "期限",
        "責任",
        "責任者",
        "担当",
        "担当者",
        "毎月",
        "現在",
        "現状",
        "実績",
        "数字",
        "部長",
        "課長",
        "次長",
        "係長",
        "室長",
        "局長",
        "所長",
        "店長",
        "主任",
        "社長",
        "専務",
        "常務",
        "先方",
        "当方",
        "弊社",
        "当社",
        "御社",
        "半分",
        "半減",
        "確認",
        "報告",
        "会議",
        "打合",
        "議事",
        "今年",
        "来年",
        "昨年",
        "去年",
        "年間",
        "月間",
        "前年",
        "全員",
        "全部",
        "全体",
        "全社",
        "短縮",
        "削減",
        "向上",
        "改善",
        "活用",
        "the",
        "and",
        "for",
        "that",
        "this",
        "with",
        "from",
        "they",
        "them",
        "their",
        "our",
        "your",
        "have",
        "has",
        "had",
        "was",
        "were",
        "are",
        "been",
        "will",
        "would",
        "should",
        "could",
        "can",
        "want",
        "wants",
        "wanted",
        "goal",
        "goals",
        "target",
        "targets",
        "aim",
        "aims",
        "time",
        "times",
        "month",
        "months",
        "year",
        "years",
        "week",
        "weeks",
        "day",
        "days",
        "hour",
        "hours",
        "minute",
        "minutes",
        "per",
        "each",
        "every",
        "average",
        "mean",
        "median",
        "less",
        "more",
        "fewer",
        "than",
        "into",
        "onto",
        "over",
        "under",
        "about",
        "before",
        "after",
        "until",
        "still",
        "only",
        "also",
        "not",
        "but",
        "who",
        "what",
        "when",
        "where",
        "which",
        "how",
        "all",
        "any",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "she",
        "her",
        "his",
        "him",
        "its",
        "you",
        "out",
        "get",
        "got",
        "make",
        "made",
        "put",
        "see",
        "said",
        "says",
        "like",
        "just",
        "now",
        "today",
        "next",
        "last",
        "first",
        "end",
        "own",
        "owner",
        "owns",
        "due",
        "number",
        "numbers",
        "share",
        "rate",
        "half",
        "reduce",
        "raise",
        "cut",
        "bring",
        "bringing",
        "use",
        "uses",
        "used",
        "using",
        "there",
        "here",
        "then",
        "well",
        "yes",
        "don't",
        "didn't",
        "it's",
        "that's",
        "i'm",
        "i'll",
        "we'll",
        "we're",
    ]
)
"""Tokens of many matters: they tell nothing of which one is meant."""


def tokens(text: str) -> set[str]:
    """Pairs of kanji, words in katakana, and English words without their endings."""
    found: set[str] = set()
    for run in RUN.findall(unicodedata.normalize("NFKC", text).lower()):
        if run in COMMON:
            continue
        if run[0].isascii():
            found.add(_stem(run))
        elif re.match(r"[ァ-ヴー]", run):
            found.add(run)
        else:
            found |= {run[i : i + 2] for i in range(len(run) - 1)} - COMMON
    return found


@cache
def _stem(word: str) -> str:
    word = word.replace("’", "'").removesuffix("'s")
    for ending in ("ings", "ing", "ies", "ied", "ers", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


class Subjects:
    """The tokens of one account's remarks and how telling each is."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        lines: dict[tuple[str, int], set[str]] = {}
        for remark in remarks:
            lines.setdefault((remark.document.source_id, remark.block), set()).update(tokens(remark.text))
        self._count = max(len(lines), 2)
        self._lines = Counter(token for line in lines.values() for token in line)

    def weight(self, found: Iterable[str]) -> float:
        """The sum of the tokens' weights: 1 for a token of one line alone, near 0 for one of every line."""
        return sum(
            max(0.0, log(self._count / self._lines.get(token, 1)) / log(self._count)) for token in found
        )

    def shared(self, matter: set[str], text: str) -> float:
        """Weight of the tokens the text has in common with the matter."""
        return self.weight(matter & tokens(text))
