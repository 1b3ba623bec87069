"""Goals as notes tell them: some sentences of one item, turn or paragraph that set something to be reached, with what goes on about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from agent.drafting.notes.frames import frames
from agent.drafting.notes.goals.figures import Figure, Figures, is_done, read_figures, states_aim
from agent.drafting.notes.goals.metric import metric_of
from agent.drafting.notes.goals.neighbours import completed, says_of_goals
from agent.drafting.notes.goals.topics import is_topic, told_wish
from agent.drafting.notes.promises.read import is_case
from agent.goals import GoalContext
from agent.renewal.cues import cues
from agent.renewal.remarks import DATE_COLUMN, Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

OLD = cues("agent.drafting.notes.goals", "goals")
MARKS = re.compile(r"[「」『』\"“”]|[(（][^()（）]*[)）]")
HEADS = re.compile(r"^(?:人|名|年間?|か月間?|people|years?)$")
"""Units of who takes part and for how long: a target only beside where it stands, or called one."""
CHANGE = re.compile(
    r"(?:減ら|増や|下げ|上げ|短縮|縮め|抑え|半減|倍|なくす|なくし|ゼロ|に(?:し|する|持|乗|な)|で(?:終わ|済|締|返|回)|を切|目指|状態|3割減|割減|割増|引き上げ|引き下げ|達成|以内|以下|以上|未満|に。|へ。|→|⇒|->)|"
    r"\b(?:cut|reduce|lower|raise|increase|shrink|bring|down to|up to|from .{1,20} to|under|below|within|at least|halv\w+|doubl\w+|no more than|fewer|less|drop|should (?:be|take)|instead of|wants?|reduction|needs?)\b",
    re.I,
)
OURS = re.compile(r"^(?:つ|ID|席|アカウント|ライセンス|seats?|users?|licen[cs]es?)$", re.I)
"""Units of our contract: what is bought, and no result of the customer's."""
NAMED = re.compile(
    r"[一-龠][ぁ-ん]{1,2}[一-龠]|[一-龠ァ-ヴー]{2,}(?:[ぁ-ん]{1,2}[一-龠ァ-ヴー]{1,}){0,2}|[A-Za-z]{4,}"
)
BARE_GOAL = re.compile(
    r"目標|ゴール|承知|当面|今期末?|来期|年度末?|\d+[月日年分秒件%]*|\b(?:goals?|targets?|is|was|the|that|this|about|wants?|they|their|year|month|december|january|march|june)\b",
    re.I,
)
APART = re.compile(
    r"要望|質問|雑談|宿題|to-?do|アクション|対応事項|リスク|懸念|feature requests?|wish list", re.I
)
QUESTION = re.compile(
    r"^\W*Q[.．:：\d]|[?？]\W*$|(?:か|は)\*+$|(?:でしょうか|ますか|ですか|ますかね|いつ頃までに|どのくらい)[。]?$"
)
LABEL = re.compile(r"^[\s・\-*•]*[A-Z][\w' /-]{2,30}: ")
MEMO = re.compile(
    r"メモ|内容|詳細|記録|要旨|概要|コメント|活動|やり取り|^(?:notes?|text|summary|details?|comments?|description|what (?:happened|was said))$",
    re.I,
)
"""Columns of logs that hold sentences."""
SAME = re.compile(
    r"^(?:これ|それ|あれ|そこ|そいつ|いや|つまり|要は|要する)(?:を|は|が|ば|、|$)|^(?:that|it|so|i mean|make (?:it|that))\b",
    re.I,
)
"""Begins a sentence that goes on about the goal before it."""
SURE = 2
TOPIC = 34  # a fragment this short before the figures names what they measure
MOST_BEFORE = 3
MOST_AFTER = 3
UNNAMED = 2  # sentences more to look back where no name of the measure is found
SHORTEST = 6


def is_day_of_month(number: str, text: str) -> bool:
    """The number stands in the text as the day of a month only ("by the 16th")."""
    return bool(re.search(rf"(?<!\d){re.escape(number)}(?:st|nd|rd|th)\b", text))


def says(key: str, text: str) -> bool:
    """True when the words hold a pattern of words.toml in the text's language."""
    language = "ja" if JAPANESE.search(text) else "en"
    return any(p.search(text) for p in frames("agent.drafting.notes.goals", "words", language, key))


def measured_blocks(remarks: Sequence[Remark], context: GoalContext) -> Iterator[tuple[Remark, ...]]:
    """Runs of sentences that set a figure to be reached: the sentence with the figure, the ones before that name what is
    measured or where it stands, and the ones after that give date, owner and method."""
    lines = lines_of(remarks)
    found = list(_seeds(lines, context))
    taken = {(seed[0].document.source_id, remark.block) for seed in found for remark in seed}
    for seed in found:
        note = [line for line in lines if line[0].document is seed[0].document]
        others = {block for source, block in taken if source == seed[0].document.source_id}
        own = {remark.block for remark in seed}
        yield completed(seed, note, others - own, _at(context, seed[0]))


def lines_of(remarks: Sequence[Remark]) -> list[list[Remark]]:
    """The notes' lines in order: items, paragraphs, turns of both sides, sentences of logs."""
    return list(_blocks(remarks, ours=True))


def _seeds(lines: Sequence[list[Remark]], context: GoalContext) -> Iterator[tuple[Remark, ...]]:
    asked: list[Remark] = []
    before: list[Remark] = []  # the item before, where it tells figures and sets none
    before_at = -2
    for place, block in enumerate(lines):
        earlier = [
            r
            for line in lines[max(0, place - 2) : place]
            if line[0].document is block[0].document
            for r in line
        ]
        if block[0].side == "us" and not any(says_of_goals("recorded", r.text) for r in block):
            asked = block[-1:] if QUESTION.search(block[-1].text) or says("aim_noun", block[-1].text) else []
            continue
        here = _at(context, block[0])
        start = 0
        for index in range(len(block)):
            if index < start or not _sets_a_figure(block, index, here, asked, earlier):
                continue
            first, last = _extent(block, index, start, here)
            found = block[first : last + 1]
            subject = [] if _is_named(found, here) or block[0].block != before_at + 1 else before
            yield (*subject, *found)
            start = last + 1
        before, before_at = (block if start == 0 and figures_of(block, here).found else []), block[0].block
        asked = block[-1:] if QUESTION.search(block[-1].text) else []


def wished_blocks(remarks: Sequence[Remark], context: GoalContext) -> Iterator[tuple[Remark, ...]]:
    """Wishes without a figure: what is to become better, more or a habit. Requests to us and wishes about the contract
    are none."""
    for block in _blocks(remarks):
        for index, remark in enumerate(block):
            text = told_wish(MARKS.sub("", remark.text))
            stated = says("wish", remark.text) or says("wish", text)
            if not stated or says("not_wish", text) or says("not_goal", text) or len(text) < SHORTEST:
                continue
            if says("limit", remark.text):
                continue
            if figures_of((remark,), _at(context, remark)).target is None:
                first = index - 1 if index == 1 and is_topic(block[0].text) else index
                yield tuple(block[first : index + 1])


def figures_of(remarks: Sequence[Remark], context: GoalContext, expected: bool = False) -> Figures:
    """The figures of these sentences, read as of the day they were said; see `read_figures` for `expected`."""
    language = "ja" if any(JAPANESE.search(remark.text) for remark in remarks) else "en"
    return read_figures([remark.text for remark in remarks], language, context, expected)


def _blocks(remarks: Sequence[Remark], ours: bool = False) -> Iterator[list[Remark]]:
    logs = {(r.document.source_id) for r in remarks if r.column and DATE_COLUMN.search(r.column)}
    for _, group in groupby(remarks, key=lambda r: (r.document.source_id, r.block, r.speaker, r.column)):
        block = list(group)
        first = block[0]
        in_log = first.document.source_id in logs and bool(MEMO.search(first.column))
        in_log = in_log and not first.document.blocks[first.block].header
        stranger = bool(first.speaker) and first.side is None
        if (
            not first.is_note
            or (first.side == "us" and not ours)
            or stranger
            or first.kind in (BlockKind.HEADING, BlockKind.FIELD)
        ):
            continue
        if (
            (first.kind is BlockKind.TABLE_ROW and not in_log)
            or is_case(first.document)
            or _is_task(first)
            or APART.search(first.heading)
        ):
            continue
        yield block


def _is_task(remark: Remark) -> bool:
    tasks = cues("agent.drafting.notes.commitments", "commitments")["heading"]
    return bool(tasks.search(remark.heading)) and not OLD["heading"].search(remark.heading)


def _sets_a_figure(
    block: Sequence[Remark],
    index: int,
    context: GoalContext,
    asked: Sequence[Remark] = (),
    earlier: Sequence[Remark] = (),
) -> bool:
    """The sentence sets a figure to be reached. `asked` is the question the block answers, where there is one."""
    remark = block[index]
    text = remark.text
    if says("not_goal", MARKS.sub("", text)) or says("limit", text) or is_done(text):
        return False
    under = any(OLD["heading"].search(title) for title in remark.section.split(" > ")[-2:])
    expected = (under or any(says("aim_noun", r.text) for r in asked)) and not _gives_a_part(remark)
    figures = figures_of(block[index : index + 2], context, expected)
    target = figures.target
    if target is None or target.sentence != 0 or is_day_of_month(target.words, text):
        return False
    if OURS.match(target.unit) or not (
        _names_something(block, index) or _names_something(earlier, len(earlier))
    ):
        return False
    if HEADS.match(target.unit) and figures.baseline is None and not says("aim_noun", text):
        return False
    near = [text, *(r.text for r in (*asked, *block[max(0, index - 2) : index]))]
    under = under and target.target >= SURE
    near += [r.text for r in earlier if r.text.rstrip().endswith((":", "："))]  # the line that begins a list
    named = target.target >= SURE and any(says("aim_noun", words) for words in near)
    wished = states_aim(text) and (bool(CHANGE.search(text)) or target.target > SURE)
    moved = target.target > SURE and figures.baseline is not None and _dated(block[index : index + 3])
    return under or named or wished or moved or _turned(block, index, context, target, earlier)


def _turned(
    block: Sequence[Remark], index: int, context: GoalContext, target: Figure, earlier: Sequence[Remark]
) -> bool:
    """The sentence right before tells where things stand, in the same unit ("now 2.6%. Make that 1.3%.")."""
    before = [*earlier, *block[:index]][-1:]
    if not before or target.target < SURE or target.change or not target.unit:
        return False
    stood = figures_of(before, context).baseline
    return stood is not None and stood.unit == target.unit and stood.value != target.value


def _names_something(block: Sequence[Remark], index: int) -> bool:
    """Some word beside figures, dates and words like goal: what is measured stands in the item."""
    words = " ".join(remark.text for remark in block[max(0, index - 2) : index + 2])
    return bool(NAMED.search(BARE_GOAL.sub("", words)))


def _dated(remarks: Sequence[Remark]) -> bool:
    return any(
        re.search(r"(?:まで|末|期|年度|年内)|\b(?:by|before|until)\b", remark.text, re.I)
        for remark in remarks
    )


def _extent(block: Sequence[Remark], index: int, start: int, context: GoalContext) -> tuple[int, int]:
    first = index
    while first > start and index - first < MOST_BEFORE and _goes_before(block[first - 1], context):
        first -= 1
    if not _is_named(block[first : index + 1], context):
        first = max(start, first - UNNAMED)
    last = index
    for later in range(index + 1, min(len(block), index + 1 + MOST_AFTER)):
        if _sets_a_figure(block, later, context):
            if not SAME.match(block[later].text):
                break
            last = later
        elif _goes_after(block[later]):
            last = later
    return first, last


def _is_named(remarks: Sequence[Remark], context: GoalContext) -> bool:
    """The words say what is measured."""
    return metric_of([remark.text for remark in remarks], figures_of(remarks, context), context) is not None


def _goes_before(remark: Remark, context: GoalContext) -> bool:
    """Names the matter in few words, or says where it stands."""
    if LABEL.match(remark.text):
        return True
    if len(remark.text) <= TOPIC and not re.search(r"(?:ます|です|ました|[?？])[。]?$", remark.text):
        return True
    return figures_of((remark,), context).baseline is not None


def _goes_after(remark: Remark) -> bool:
    """Gives a part of the goal before it, or is a few words that go with it."""
    return _gives_a_part(remark) or len(remark.text) <= TOPIC or _dated((remark,))


def _gives_a_part(remark: Remark) -> bool:
    """Gives the goal's due date by its word, its owner, method or review."""
    given = (
        OLD["due_label"].search(remark.text)
        or OLD["owner_label"].search(remark.text)
        or says("owner", remark.text)
    )
    given = given or says("own", remark.text) or says("pronoun", remark.text) or says("nobody", remark.text)
    measured = re.search(
        r"数え|測|集計|計測|算出|記録|日報|ログ|毎月|月次|定例|measured|from the|report|count",
        remark.text,
        re.I,
    )
    return bool(given or measured)


def _at(context: GoalContext, remark: Remark) -> GoalContext:
    return replace(context, as_of=remark.day) if remark.day else context
