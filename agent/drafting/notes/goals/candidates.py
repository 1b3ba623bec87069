"""Sentences that state a goal: items under a goal heading, answers of hearing sheets, wishes, promises at purchase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from agent.drafting.notes.goals.apart import is_set_aside
from agent.drafting.notes.goals.blocks import (
    MARKS,
    figures_of,
    lines_of,
    measured_blocks,
    says,
    wished_blocks,
)
from agent.drafting.notes.goals.figures import read_figures
from agent.drafting.notes.goals.ordinals import without_ordinal
from agent.drafting.notes.goals.topics import WITH_TOPIC, is_direction, is_topic, points_back, told_wish
from agent.drafting.notes.promises.read import is_case
from agent.goals import GoalContext
from agent.models.evidence import Claim
from agent.renewal.cues import cues
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark

CUES = cues("agent.drafting.notes.goals", "goals")
LEAD = re.compile(r"^[\s・\-*●○]*(?:\d+[.)．](?!\d)|[①-⑳]|[(（]\d+[)）])?\s*")
WHOSE = re.compile(r"^[^「」]{1,12}(?:「|は「)|」.*$")
TASKS = re.compile(
    r"要望|質問|雑談|メモ|宿題|to-?do|アクション|対応事項|リスク|懸念|利用状況|actions?|usage|risks?", re.I
)
NAMED = re.compile(r"[一-龠ァ-ヴー]{2,}(?:[ぁ-ん]{1,2}[一-龠ァ-ヴー]{1,}){0,2}|[A-Za-z]{4,}")
BARE_GOAL = re.compile(
    r"目標|ゴール|承知|当面|今期末?|来期|年度末?|\d+[月日年分秒件%]*|goals?|targets?|\b(?:is|was|the|that|this|about)\b",
    re.I,
)
PART = re.compile(
    r"期限|期日|まで|責任|担当|計測|測|確認|報告|現状|いまは|owner|due|by |measured|reviewed|baseline|currently",
    re.I,
)
OWN_PART = re.compile(
    r"^(?:期限|期日|納期|達成時期|責任者|担当者?|推進者|計測|測定|測り方|確認|振り返り|報告)(?:は|を|:|：|が|も)|"
    r"^[^0-9]{2,24}(?:確認|計測|測定|報告|振り返り|集計)(?:する|します|を行う)$|"
    r"^(?:due|deadline|owner|owned by|responsible|measured|reviewed|target date|by when)\b",
    re.I,
)
"""A sentence that gives a part of the goal before it and is no goal of its own."""
SUBJECTLESS = re.compile(r"^(?:Wants?|Aims?|Needs?|Would like|Target|Hopes?)\b")
SHORTEST = 6
LONG_ENOUGH = 24  # a shorter sentence leaves its subject to the one before it
PLAIN = re.compile(r"(?:[うくすつむるい]|[一-龠]化|[)）])$|^[A-Z][a-z]+ ")
TO_DO = re.compile(
    r"(?:減らす|増やす|上げる|下げる|短くする|早める|速くする|良くする|よくする|高める|伸ばす|そろえる|なくす|防ぐ|たい)$"
)
MEASURED = re.compile(r"\d|[一二三四五六七八九十半]")
PARTLY = re.compile(r"(?<=。)")
Origin = Literal["block", "section", "sheet", "wish", "promise"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text` is the goal with the sentences that go on about it; `statement` its first sentence or item."""

    statement: str
    text: str
    remarks: tuple[Remark, ...]
    origin: Origin


def goal_candidates(
    remarks: Sequence[Remark], answers: Sequence[Answer], context: GoalContext
) -> list[Candidate]:
    """Candidates of all origins, each sentence in one of them: figures to be reached, sections, sheets, then wishes."""
    found: list[Candidate] = []
    lines = lines_of(remarks)
    for more in (
        _measured(remarks, context),
        _sections(remarks),
        _sheets(answers, context),
        _said(remarks),
        _wishes(remarks),
        _wished(remarks, context),
    ):
        taken = {(r.document.source_id, r.block, r.start) for c in found for r in c.remarks}
        more = (c for c in more if not _is_none(c, lines))
        more = (c for c in more if c.origin == "sheet" or not says("not_goal", MARKS.sub("", c.statement)))
        found += [
            c for c in more if all((r.document.source_id, r.block, r.start) not in taken for r in c.remarks)
        ]
    return found


def _is_none(candidate: Candidate, lines: Sequence[list[Remark]]) -> bool:
    main = candidate.remarks[-1] if candidate.origin == "wish" else candidate.remarks[0]
    note = [line for line in lines if line[0].document is main.document]
    return is_set_aside(candidate.remarks, note, main)


def _measured(remarks: Sequence[Remark], context: GoalContext) -> Iterator[Candidate]:
    for block in measured_blocks(remarks, context):
        target = figures_of(block, context, expected=True).target
        at = target.sentence if target else 0
        first = at if at == 0 or len(block[at].text) > LONG_ENOUGH else at - 1
        first = _topic_before(block, at, first)
        words = block[at].document.text[block[first].start : block[at].end]
        if "\n" in words and block[at].speaker:  # what two people said is no statement
            words = block[at].text
        statement = LEAD.sub("", _without_speaker(words)).strip("。. ")
        whole = block[0].document.text[block[0].start : block[-1].end]
        yield Candidate(
            statement, LEAD.sub("", whole), (block[at], *(r for r in block if r is not block[at])), "block"
        )


def _topic_before(block: Sequence[Remark], at: int, first: int) -> int:
    """Where the item begins, if the words that open it only name the matter of the sentence at a place."""
    opens = next((place for place in range(at) if block[place].block == block[at].block), at)
    if at > 0 and points_back(block[at].text) and is_direction(block[at - 1].text):
        opens = at - 1
    elif not is_topic(block[opens].text):
        return first
    near = block[at].end - block[opens].start <= WITH_TOPIC
    return min(opens, first) if near else first


def _wished(remarks: Sequence[Remark], context: GoalContext) -> Iterator[Candidate]:
    for block in wished_blocks(remarks, context):
        words = told_wish(LEAD.sub("", block[-1].text))
        statement = _wish_words(words) or words
        if len(block) > 1:
            told = block[0].document.text[block[0].start : block[-1].end]
            statement = without_ordinal(LEAD.sub("", told)).strip("。. ")
        yield Candidate(statement, statement, block, "wish")


def promise_candidates(promises: Sequence[Claim], remarks: Sequence[Remark]) -> list[Candidate]:
    """Promises at purchase as goals: their parts fill a stated goal, or they stand in where none is stated."""
    found = []
    for promise in promises:
        places = [
            remark
            for citation in promise.citations
            for remark in remarks
            if remark.document.source_id == citation.source_id
            and citation.start <= remark.start < citation.end
        ]
        if places:
            found.append(Candidate(promise.text, promise.text, tuple(places), "promise"))
    return found


def _sections(remarks: Sequence[Remark]) -> Iterator[Candidate]:
    """One candidate a block under a heading for goals; its later sentences give the parts."""
    for _, group in groupby(remarks, key=lambda r: (r.document.source_id, r.block)):
        block = list(group)
        first = block[0]
        if not first.is_note or first.kind.value not in ("list_item", "paragraph"):
            continue
        if not _under_goals(first) or first.text.strip(" :：").endswith(first.heading):
            continue
        leading = next((r for r in block if _leads(r)), first) if first.kind.value == "list_item" else first
        if not CUES["goal_form"].search(first.text):
            block = block[block.index(leading) :]
            first = leading
        statement = LEAD.sub("", first.text).rstrip("。.")
        listed = first.kind.value == "list_item" and CUES["heading"].search(first.heading)
        stated = (
            CUES["goal_form"].search(first.text)
            or (listed and PLAIN.search(statement))
            or TO_DO.search(statement)
        )
        if stated and len(statement) >= SHORTEST and not CUES["not_goal"].search(first.text):
            text = first.document.text[first.start : block[-1].end]
            yield Candidate(statement, LEAD.sub("", text), tuple(block), "section")


def _leads(remark: Remark) -> bool:
    """The sentence of an item that says what is to be reached, where others come before it."""
    stated = CUES["goal_form"].search(remark.text) and not OWN_PART.search(remark.text)
    return bool(stated) and not CUES["not_goal"].search(remark.text)


def _under_goals(remark: Remark) -> bool:
    titles = remark.section.split(" > ")[-2:]
    return any(CUES["heading"].search(title) and not CUES["not_heading"].search(title) for title in titles)


def _sheets(answers: Sequence[Answer], context: GoalContext) -> Iterator[Candidate]:
    for answer in answers:
        if answer.is_empty or not answer.remarks[0].is_note or not CUES["label"].search(answer.label):
            continue
        if CUES["not_label"].search(answer.label):
            continue
        goal: Candidate | None = None
        texts = [remark.text for remark in answer.remarks]
        if _is_one_goal(texts, context):
            first = LEAD.sub("", texts[0] if MEASURED.search(texts[0]) else answer.value).strip("。. ")
            yield Candidate(first, answer.value, answer.remarks, "sheet")
            continue
        for remark in answer.remarks:
            for piece in re.split(r"[、;；。]|,(?!\d{3})|(?=[②-⑳])", remark.text):
                words = LEAD.sub("", piece).strip()
                if goal is not None and OWN_PART.search(words):
                    goal = replace(
                        goal,
                        text=f"{goal.text}。{words}",
                        remarks=tuple(dict.fromkeys((*goal.remarks, remark))),
                    )
                    continue
                stated = CUES["goal_form"].search(words) or re.search(r"\d|半分|半減", words)
                if len(words) >= 4 and (stated or CUES["wished_state"].search(answer.label)):
                    if goal is not None:
                        yield goal
                    goal = Candidate(words, words, (remark,), "sheet")
        if goal is not None:
            yield goal


def _is_one_goal(texts: Sequence[str], context: GoalContext) -> bool:
    """Sentences of a cell of which one sets a figure and the others say what it is of and where it stands."""
    if len(texts) < 2 or any(re.search(r"[②-⑳]", text) for text in texts):
        return False
    read = read_figures(texts, "ja", context, expected=True)
    targets = [figure for figure in read.found if figure.target > figure.baseline]
    return len({figure.sentence for figure in targets}) == 1


def _said(remarks: Sequence[Remark]) -> Iterator[Candidate]:
    """A measured goal stated in a minute or by the customer, wherever it stands ("目標は…30件", "…を20分にしたい")."""
    for index, remark in enumerate(remarks):
        if (
            not remark.is_note
            or remark.kind.value in ("heading", "field", "table_row")
            or TASKS.search(remark.heading)
        ):
            continue
        text = LEAD.sub("", remark.text)
        if is_case(remark.document) or OWN_PART.search(text):
            continue
        if CUES["not_goal"].search(text) or says("limit", text) or remark.side == "us":
            continue
        measured = CUES["strong"].search(text) and remark.document.kind.value == "note"
        if (CUES["says_goal"].search(text) or measured) and NAMED.search(BARE_GOAL.sub("", text)):
            more = _rest_of_block(remarks, index)
            whole = remark.document.text[remark.start : more[-1].end] if more else remark.text
            before = _subject_before(remarks, index)
            whole = f"{' '.join(r.text for r in before)} {whole}" if before else whole
            yield Candidate(
                _without_speaker(remark.text), LEAD.sub("", whole), (remark, *more, *before), "section"
            )


def _wishes(remarks: Sequence[Remark]) -> Iterator[Candidate]:
    """What the customer wants to be done more, in talk or minutes; our own offers are none."""
    for index, remark in enumerate(remarks):
        if (
            not remark.is_note
            or remark.side == "us"
            or remark.kind.value in ("heading", "field", "table_row")
        ):
            continue
        words = _wish_words(LEAD.sub("", remark.text))
        if TASKS.search(remark.heading) or says("not_wish", words) or says("not_goal", words):
            continue
        if says("limit", remark.text):
            continue
        if CUES["wish"].search(remark.text) and not CUES["not_goal"].search(remark.text):
            before = remarks[index - 1] if index and remarks[index - 1].block == remark.block else None
            said = (
                (before, remark) if before is not None and before.document is remark.document else (remark,)
            )
            statement = _wish_words(LEAD.sub("", remark.text))
            yield Candidate(statement, statement, said, "wish")


def _rest_of_block(remarks: Sequence[Remark], index: int) -> list[Remark]:
    """The sentences after this one in its item or paragraph that give a goal's parts (期限は…, 担当は…, Owner: …)."""
    here = remarks[index]
    rest = []
    for remark in remarks[index + 1 : index + 4]:
        if remark.document is not here.document or remark.block != here.block or not PART.search(remark.text):
            break
        rest.append(remark)
    return rest


def _subject_before(remarks: Sequence[Remark], index: int) -> list[Remark]:
    """The sentences of the item before one that leaves its subject out ("Wants 40 a month by June.")."""
    here = remarks[index]
    if not SUBJECTLESS.match(here.text):
        return []
    before = remarks[max(0, index - 2) : index]
    return [r for r in before if r.document is here.document and r.block == here.block]


def _without_speaker(text: str) -> str:
    """The words inside 「」 where a minute quotes somebody, else the sentence."""
    quoted = re.match(r"^[^「」]{1,14}「([^」]{8,})", text)
    return (quoted[1] if quoted else text).strip("。. ")


def _wish_words(text: str) -> str:
    """The sentence of the wish, without who said it and what they said beside it."""
    said = WHOSE.sub("", text)
    wish = [piece for piece in PARTLY.split(said) if CUES["wish"].search(piece)]
    return (wish[0] if wish else said).strip("。 ")
