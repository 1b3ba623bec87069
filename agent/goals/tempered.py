"""Where the fitted second opinion may not have its way: what the rules know for sure and the fit has hardly seen."""

from __future__ import annotations

import re

from agent.calendar.number_words import ONES_EN
from agent.calendar.patterns import regex
from agent.goals.reading import OutcomeClass
from agent.goals.scan import Scan
from agent.goals.second_opinion import Opinion
from agent.goals.targets import Targets
from agent.goals.ways_en import way_en
from agent.goals.ways_ja import way_ja
from agent.goals.words import pattern_of

Span = tuple[int, int]


def method_of(
    scan: Scan,
    said: Span | None,
    judged: Span | None,
    metric: Span | None,
    taken: list[Span],
    review: Span | None,
) -> Span | None:
    """A fitted opinion takes no words that are the owner's or the due date's (`taken`), nor a bare look at figures; it neither drops who checks a Japanese action nor adds a record an English one makes or uses."""
    if said is not None:
        if judged is None and (_surely_a_way(scan) or _is_named_source(scan, said)):
            return said
        return judged if scan.is_goal or scan.language == "en" else said
    if not scan.is_goal and scan.language == "en":
        return None
    if judged is not None and scan.text[slice(*judged)].lower() == "data":
        return None  # empowered by data
    if _only_a_look(scan, judged, review):
        return None
    if judged is not None and any(start <= judged[0] and judged[1] <= end for start, end in taken):
        return None
    return None if _own_record(scan, judged, metric) else judged


def _is_named_source(scan: Scan, said: Span) -> bool:
    """／ATS: a field that is a known source and nothing else."""
    word = scan.text[slice(*said)].strip(" 、。,;()")
    return any(pattern_of(scan.language, "method", name).fullmatch(word) for name in ("sources", "records"))


_BARE_FIGURES = regex(
    r"(?<![a-z])(?:the|its|our|their|these|those|this) (?:figures?|numbers?|results?|data|progress|trend|status|score|rate)(?![a-z])",
    re.I,
)


def _only_a_look(scan: Scan, judged: Span | None, review: Span | None) -> bool:
    """The CFO checks the figures monthly: a review that names no source."""
    if judged is None or review is None or judged[1] <= review[0] or review[1] <= judged[0]:
        return False
    said = _BARE_FIGURES.sub("", scan.text[min(judged[0], review[0]) : max(judged[1], review[1])])
    return not any(pattern_of(scan.language, "method", name).search(said) for name in ("sources", "records"))


def _surely_a_way(scan: Scan) -> bool:
    """A study, a sample or a scale is named: words that the fit has hardly seen and that mean nothing else."""
    if scan.language == "en":
        return way_en(scan) is not None or _HELD_TO_EN.search(scan.text) is not None
    return way_ja(scan) is not None


_HELD_TO_EN = regex(
    r"(?<![a-z])(?:compared|checked|reconciled|verified|validated|tested|proved) (?:with|against|by means of) (?:a |an |the |our |actual |real )",
    re.I,
)


_PRODUCED = regex(
    r"[^、。\n\d]{0,8}(?:を|の)(?:作|送|提|配|公|展|共|回|整|登|入|設|実施|開|用意|策|渡|納|更|発|出|書|貼|返|届|印刷|刷|掲|アップ|添付|投稿|格納|保存|ダウンロード|取り?込|コピー|印字|提示)|(?:の)?(?:ひな形|雛形|雛型|テンプレ|フォーマット|様式|書式|一覧を|リストを|案を|整備|作成|送付|配布|更新)"
)


_SHARE_OF = regex(r"の?[^、。\n\d]{0,6}(?:率|件数|枚数|数|割合)")


def _own_record(scan: Scan, judged: tuple[int, int] | None, metric: tuple[int, int] | None) -> bool:
    """A record that is itself made (貸出台帳のひな形を送付) or what is measured (資格台帳の登録率), and no source."""
    if judged is None or scan.language == "en":
        return False
    if scan.is_goal:
        inside = metric is not None and metric[0] <= judged[0] and judged[1] <= metric[1]
        return inside and _SHARE_OF.match(scan.text, judged[1]) is not None
    return _PRODUCED.match(scan.text, judged[1]) is not None


def class_of(opinion: Opinion, kind: OutcomeClass, metric: tuple[int, int] | None) -> OutcomeClass:
    """The class of the goal: the rules', unless the whole text says otherwise of its being a business result.

    Our own figures (NRR, renewals) are told by their names, so they stay as the rules have them.
    """
    if kind == "vendor":
        return kind
    if opinion.is_outcome(kind == "outcome", metric):
        return "outcome"
    return "other" if kind == "outcome" else kind


_AMOUNT = regex(
    rf"\d|[一二三四五六七八九十百千万半]|(?<![a-z])(?:nil|none|no|nothing|{'|'.join(ONES_EN)})(?![a-z])", re.I
)
_A_WEEK = regex(r"(?:. )?(?:an?|half an?) (?:day|week|month|hour|year|quarter|minute)(?![a-z])", re.I)


def baseline_of(scan: Scan, targets: Targets, said: Span | None, judged: Span | None) -> Span | None:
    """A fitted opinion gives up no figure that another is set against (40件から20件), and adds only amounts."""
    if said is not None:
        moved = targets.pair and targets.baseline is not None and targets.target is not None
        return said if moved and targets.target and targets.target.dimension != "all" else judged
    if judged is None:
        return None
    amount = _AMOUNT.search(scan.text, *judged) or _A_WEEK.match(scan.text, max(0, judged[0] - 2))
    return judged if amount else None
