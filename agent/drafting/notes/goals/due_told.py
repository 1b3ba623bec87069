"""What notes say of a due date beside the date itself: that there is none yet, and which year or end was meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.calendar import Anchor
from agent.drafting.notes.goals.dates import dates_in
from agent.models.evidence import Value
from agent.renewal.remarks import Remark
from agent.renewal.when import When

NO_DATE = re.compile(
    r"(?:期限|期日|時期|納期|締め?切り?|いつまで|いつ)(?:、)?(?:に|は|も|って|については)?、?[^。、]{0,12}?(?:言われ(?:ず|な|ませ|てい?[なま])|言わ(?:ず|な|れな)|決め(?:ず|な|てい?な|てい?ませ|られ)|決まってい?(?:な|ま)|"
    r"未定|なし(?:$|[。」)])|空欄|聞け(?:ず|な|てい?な)|聞いてい?な|定め(?:ず|な|てい?な|ており?ま)|設け(?:ず|な|てい?な)|切(?:らず|らな|って(?:い)?な|って(?:い)?ませ|れて(?:い)?な|りませ)|入れ(?:ず|な|てい?な)|これから|特に(?:な|無))|"
    r"\b(?:nobody|no ?one)(?: has| had| have)? (?:put|set|gave|given|named|say|said|fixed)[^.;]{0,16}\b(?:date|deadline|when)\b|\b(?:no|without an?) (?:due |end |target )?(?:date|deadline|timeline)s?\b(?! with)|\b(?:did|does|do|would|could|has|have)(?:n['’]t| not)(?: yet)? (?:say|said|give|given|name|named|set|agree|agreed|put|fix|fixed|commit)[^.;]{0,24}\b(?:by when|when|dates?|deadline)\b|"
    r"\b(?:due|date|deadline|by when)\b[^.;]{0,12}\b(?:open|tb[cda]|not (?:yet )?(?:agreed|set|fixed|said|named|given)|left blank|unclear)\b",
    re.I,
)
MEANT = re.compile(
    r"\b(?:mean(?:s|t|ing)?|i\.e\.|that is,)\b|(?:の|という)?(?:意味|つもり)(?:です|だ|で|、|。|$|と)|の(?:こと|ほう|方)(?:です|だ|で確認|とのこと|。|$)",
    re.I,
)
TERM = re.compile(
    r"今年度(?:中|末)?|年度(?:内|中|末)|今期(?:中|末)?|期末|年内|来期(?:中|末)?|来年度|上期(?:中|末)?|下期(?:中|末)?|"
    r"\b(?:this|next|our|the|their) (?:financial |fiscal )?year\b|\byear[- ]end\b|\bend of (?:the|our|their|this) (?:financial |fiscal )?year\b",
    re.I,
)
"""Words for a stretch of time that each house counts its own way."""
BEFORE_THAT = re.compile(
    r"^\W*(?:(?:その|それより|それまで|そこ)(?:の)?(?:前|まで)に|それまでに|before (?:that|then)\b|by then\b)",
    re.I,
)
"""The goal is due before the date another sentence gives: that date is not its own."""
NEXT = 2
"""Sentences after a goal's own in which its date is denied or explained."""


def says_no_date(text: str) -> bool:
    """Nobody has said until when."""
    return NO_DATE.search(text) is not None


def date_meant(
    due: Value[str] | None, own: Remark, remarks: Sequence[Remark], anchor: Anchor
) -> tuple[Remark, When] | None:
    """The date that the due date's words were meant as, where a sentence of the same document explains them.

    Right after the goal ("She meant the coming one, October 2027") or anywhere else by naming the words themselves
    (「今年度」は…契約年度(3月末)の意味).
    """
    if due is None:
        return None
    printed = str(due.derived.inputs[0].value) if due.derived and due.derived.inputs else ""
    lines = [remark for remark in remarks if remark.document is own.document]
    place = lines.index(own) if own in lines else -1
    term = TERM.search(printed) or (TERM.search(own.text) if printed in own.text else None)
    for at, remark in enumerate(lines):
        meant = MEANT.search(remark.text)
        near = 0 < at - place <= NEXT and place >= 0 and not re.search(r"[ぁ-ん]", remark.text)
        named = term is not None and _explains(term[0], remark.text)
        if remark is own or meant is None or not (near or named):
            continue
        said = remark.day or anchor.as_of
        dates = [w for w in dates_in(remark.text, remark.day, anchor) if w.last > said]
        if dates:
            return remark, dates[-1]
    return None


def date_before(own: Remark, remarks: Sequence[Remark], anchor: Anchor) -> tuple[Remark, When] | None:
    """When what the sentence right before tells of begins, where the goal is due before it (「新棟は4月に稼働。その前に…」)."""
    if BEFORE_THAT.match(own.text) is None:
        return None
    lines = [remark for remark in remarks if remark.document is own.document and remark.end <= own.start]
    if not lines or own.block - lines[-1].block > 1:
        return None
    dates = [w for w in dates_in(lines[-1].text, own.day, anchor) if w.first > (own.day or anchor.as_of)]
    if not dates:
        return None
    return lines[-1], dates[-1]


def _explains(term: str, text: str) -> bool:
    """The words themselves are what the sentence is about (「今年度」は…, "by our year she means …")."""
    core = re.escape(re.sub(r"(?<=..)[中末]$", "", term))
    spoken_of = (
        rf"{core}[中末内]?[」』\"”]?(?:というの)?(?:は|とは|って)" if re.search(r"[一-龠]", term) else core
    )
    return re.search(spoken_of, text, re.I) is not None
