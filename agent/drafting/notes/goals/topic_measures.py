"""What a goal is of where its own words name no measure: the topic of its line, of the line before, or of the question it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.goals.measures import is_bare, measure
from agent.drafting.notes.goals.metric import unquoted
from agent.models.evidence import Citation
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

ABOVE, ASKED_ABOVE = 4, 8
"""Lines above a goal's own in which its topic may be named, and in which a question may."""
PREFIX = re.compile(
    r"^[\s・\-–*•●○]*(?:\[?\d{1,2}[:/]\d{2}\]?\s*)?(?:\d{1,2}[.)）]\s*)?(?:[^:：「」。、,.]{1,24}[:：]\s*)?[「『]?"
)
_T = r"(?P<what>[^、。「」『』\d:：?？]{2,26}?)"
_NOW = r"(?:いま|今|現在|現状|導入前|去年|昨年|前年|先月|先週|上期|下期|前期|直近|\d{1,2}月)"
JAPANESE_TOPICS = (
    re.compile(rf"^{_T}(?:に関して|について|につきまして|に関しまして)(?:は|です|ですが|も)?[、。:：]"),
    re.compile(rf"^{_T}(?:の件|の話)?(?:です(?:が|けど|ね)?|ですけど|なんですが|ね|だけど|だが)[、。]"),
    re.compile(rf"^{_T}(?:は|、|って)[^。]{{0,10}}(?:どの|どれ|いかが|どう(?!し)|何[%％割件分日時]|いくつ)"),
    re.compile(rf"^{_T}、{_NOW}[^。]*\d"),
)
TAKES_TIME = re.compile(
    rf"^{_T}(?<!まで)(?<!前)(?<!後)に、?(?:は)?(?:{_NOW}(?:は|も|で)?)?、?(?:平均(?:で|して)?|およそ|約|だいたい|一人|ひとり|あたり|毎?[月週日])*\d[\d,.]*\s?(?P<unit>時間|分|日|秒|か月|週間)"
)
ASKS = re.compile(r"どの|どれ|いかが|どう|いくつ|何[%％割件分日時]|[?？]")
COUNTED = re.compile(r"(?:^|[、。])(?P<what>[^、。\d]{2,26}?)が[^、。\d]{0,8}\d")
"""What the line right before counts, for a line that says "this"."""
THIS = re.compile(r"(?:これ|それ|そこ|ここ)(?:を|が|は)|\b(?:this|that|it)\b", re.I)
LABEL_EN = re.compile(r"^(?P<what>[A-Z][a-z]+ [^,.;:\d]{3,48}?): (?=[A-Z])")
"""A label before what somebody says of it."""
ENGLISH_TOPICS = (
    re.compile(
        r"^(?:(?:so|right|ok|okay|now|then|and|well|next),? )?(?:[A-Z][a-z]+, )?(?P<what>[A-Za-z][\w -]{4,44}?)(?:,? (?:then|first|next))?[.?]$",
        re.I,
    ),
    re.compile(
        r"^(?P<what>[A-Z][^,.;:\d]{3,48}?) (?:is|are|was|were|stands|sits|runs)(?: now| still| currently)?(?: at)?(?: about| around)? \d"
    ),
    re.compile(r"^(?P<what>[A-Z][^,.;:\d]{3,48}?): (?:about |around )?\d"),
    LABEL_EN,
)
NO_THING_EN = re.compile(
    r"^(?:too|very|so|just|still|all|more|less|good|great|nice|happy|quite|only|almost|nearly)\b|\b(?:i|we|you|he|she|it|they|this|that|these|those|who|what|when|how|will|would|has|have|had|can|could|is|are|was|were|do|does|did|yes|no|not|thanks?|morning|hi|hello|good|sure|let|please|next|step|agreed|goal|target|present|there)\b",
    re.I,
)
NO_THING = re.compile(
    r"^(?:問題|課題|状況|状態|話|件|点|結果|理由|原因|背景|目的|効果|数字|目標|全[店社体員]|現場|今回|前回|次回|先方|当方|お世話|こちら|そちら|あちら|以上|上記|下記|本日|今日)$|(?:様|さん|氏|部長|課長|室長|係長|主任|社長)$|(?:として|にとって|によると|によれば)(?:は)?$"
)
"""Words that name no matter of their own."""


def with_topics(goal: Goal, remarks: Sequence[Remark], known: Sequence[str]) -> Goal:
    """The goal, where it has figures and no measure, with the topic that is named nearest before its own figure."""
    metric = None if goal.metric is not None and NO_THING.search(goal.metric) else goal.metric
    if metric is not None or (goal.target is None and goal.baseline is None):
        return goal
    found = next(_topics(goal, remarks, known), None)
    return goal.model_copy(update={"metric": found, "missing": _missing(goal, found)})


def _missing(goal: Goal, metric: str | None) -> list[str]:
    without = [name for name in goal.missing if name != "metric"]
    return without if metric is not None else ["metric", *without]


def _topics(goal: Goal, remarks: Sequence[Remark], known: Sequence[str]) -> Iterator[str]:
    value = goal.target or goal.baseline
    at = value.citations[0] if value is not None and value.citations else goal.citations[0]
    lines = [r for r in remarks if r.document.source_id == at.source_id]
    place = next((i for i, r in enumerate(lines) if _quotes(at, r)), None)
    if place is None or lines[place].kind is BlockKind.TABLE_ROW:
        return
    main = lines[place]
    for distance, line in enumerate(reversed(lines[max(0, place - ASKED_ABOVE) : place + 1])):
        if (
            line.kind in (BlockKind.HEADING, BlockKind.FIELD, BlockKind.TABLE_ROW)
            or line.section != main.section
        ):
            return
        if distance > ABOVE and (line.side != "us" or not ASKS.search(line.text)):
            continue
        words = topic_of(line.text, known, distance == 1 and THIS.search(main.text) is not None)
        if words is not None:
            yield words


def _quotes(citation: Citation, remark: Remark) -> bool:
    return citation.start < remark.end and remark.start < citation.end


def topic_of(text: str, known: Sequence[str] = (), counted: bool = False) -> str | None:
    """The matter that a line names as its topic; with `counted`, also what it counts."""
    told = PREFIX.sub("", text.strip())
    if not JAPANESE.search(told):
        return _english(told)
    takes = TAKES_TIME.match(told)
    if takes and (name := _thing(takes["what"], known)):
        return f"{name}にかかる{'日数' if takes['unit'] in ('日', 'か月', '週間') else '時間'}"
    for pattern in JAPANESE_TOPICS:
        found = pattern.match(told)
        if found and (name := _thing(found["what"], known)):
            return name
    if counted:
        named = [name for found in COUNTED.finditer(unquoted(told)) if (name := _thing(found["what"], known))]
        return named[-1] if named else None
    return None


def _thing(words: str, known: Sequence[str]) -> str | None:
    phrase = measure(words, known)
    if phrase is None or is_bare(phrase) or NO_THING.search(phrase):
        return None
    return phrase


def _english(told: str) -> str | None:
    for pattern in ENGLISH_TOPICS:
        found = pattern.match(told)
        if found is None or NO_THING_EN.search(found["what"]) or " " not in found["what"].strip():
            continue
        if pattern is not LABEL_EN or measure(found["what"]) is not None:
            return found["what"].strip()
    return None
