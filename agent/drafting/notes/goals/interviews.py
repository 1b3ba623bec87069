"""Goals of question sheets that ask for one part a row: where a measure stands, then where it should be, by when, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from agent.drafting.notes.goals.grouped_questions import asked_under, goals_by_part
from agent.drafting.notes.goals.sheets import FIELDS, Sheet, field_of
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark

ROLES = {
    "owner": re.compile(
        r"(?:だれ|誰|どなた)(?:の仕事|が(?:責任|見|持|担|やる|追|受け)|の責任|の担当|の受け)|責任(?:を)?(?:も|持|負|と|取)|責任者|受け?持|持ち主|"
        r"\bwho (?:owns|will (?:own|answer|lead|be)|is (?:on|respons|account)|answers for|leads|carries)|\bowned by|^owner\b|whose (?:job|goal)",
        re.I,
    ),
    "due": re.compile(
        r"いつまで|(?:その|達成の?)(?:期限|期日|時期)|^(?:期限|期日|納期|時期)|\bby when\b|^when$|^until when|\bdeadline\b|\btarget date\b",
        re.I,
    ),
    "target": re.compile(
        r"^(?:その|この|ご)?目標(?:値|水準)?は(?:どの|どれ|何|いくつ|どこ|いかが)|^目標(?:とする|件数|時間|日数|人数|社数|台数|率|数|値|水準)|たい(?:数|値|率|時間|件数|割合|水準|人数|社数|日数|回数|台数)[?？]?$|どこまで|目指[すし]|めざ[すし]|どうなって(?:い(?:れば|たい)|ほしい)|どうなれば|(?:の|その)?目標(?:値|は)?[?？]?$|いくつ(?:に|まで)|何.{1,3}に(?:したい|なれば)|"
        r"\bwanted\b|\bwhere (?:should|would|do|must)\b|\btarget\b|\bhow (?:far|low|high|fast) (?:should|do|would)|\bwhat would (?:good|success)|\bshould (?:it|this|that) be\b|\bwanted level\b|^(?:and )?(?:the |our |your |their )?(?:aim|goal|objective)\b",
        re.I,
    ),
}
"""What a row asks for, by its question; the first that fits. Any other row with a figure tells where a measure stands."""
MEASURED = re.compile(r"\d")
NO_MEASURE = re.compile(
    r"困りごと|お困り|困って|課題|約束|期待|効果|背景|理由|きっかけ|経緯|利用|活用|リスク|その他|メモ|備考|要望|^(?:数字|現状|状況|現在|(?:いま|今|現在|現状)の?(?:件数|時間|日数|数字|値|率|割合|水準)?|(?:いま|今|現在|現状)は.*)[?？]?$|予算|費用|金額|価格|料金|契約|更新|決裁|決め|承認|決算|道具|ツール|システム|仕組み|ご?担当|記入者|記入日|日付|席数|ID数|ライセンス|人数|社員|従業員|拠点|"
    r"^(?:now|today|current(?:ly)?|baseline|as[- ]is)$|\b(?:pain|problems?|benefits?|promise[ds]?|reasons?|why|remarks?|notes?|usage|budget|price|cost|bill|contract|renew\w*|financial year|fiscal|tools?|systems?|other|who|date|seats?|licen[cs]es?|users|headcount|employees|sites|customer|plan)\b",
    re.I,
)
"""Questions whose figures measure nothing that is to be changed."""
SELF = re.compile(
    r"^(?:me|myself|i(?:'ll| will| do| am)?|mine|私|わたし|自分|本人|小職|当職)(?:です|が見ます|が持ちます)?[。.]?$",
    re.I,
)
FIRST = re.compile(r"[.。(（,、]")
"""Ends the first words of an answer."""
ANSWERED_BY = re.compile(
    r"^(?:by|who|from|answered by|name)$|だれ|誰|どなた|回答者|お答え|記入者|お?返事の主|話した人|答えた人|聞いた相手",
    re.I,
)
UNIT = re.compile(r"\d\s*([かカヶケ]月|時間|[^\d\s,.、。()（）]{1,2})")
NOT_BESIDE = re.compile(r"^(?:no\.?|line|#|when|date|who|by)$|番号|記入|日付|いつ|だれ|誰", re.I)
"""Columns whose cells tell nothing of the answer beside them."""
WORD = re.compile(r"[一-龠々]{2}|[ァ-ヴー]{2,}|[A-Za-z]{4,}")
LEADING = re.compile(
    r"^(?:平均|およそ|約|せめて|できれば|月|年|週|1?日|一日|1?件|[前後上下両全]期|今期|来期|年内|全(?:体|員|店|社|校|園|部|国|拠点)|どこ(?:も|でも)|とも|毎回|常に|いつも|[もでは、]|about|around|under|below|at most|at least|within|less than|over|above|[\s〜~≦<>])+",
    re.I,
)
DATED = re.compile(r"\d(?:年|月|/)|まで|末|頃|\b(?:by|end|before|until|from|20\d\d)\b", re.I)
SHORT_LEAD = 3
"""Letters before the figure of an answer that names nothing itself."""
MOST_BETWEEN = 2
"""Rows that may stand between the measure and what is wanted of it."""


def interview_goals(remarks: Sequence[Remark], answers: Sequence[Answer]) -> Iterator[Sheet]:
    """A goal for each row that asks what is wanted of the measure of a row right above it, with the rows after it.

    The measure's question names the metric, its answer is the baseline. A wanted state without a figure leaves the
    target open.
    """
    for _, group in groupby(answers, key=lambda a: a.remarks[0].document.source_id):
        given = [
            a
            for a in group
            if a.remarks[0].is_note and not a.remarks[0].document.blocks[a.remarks[0].block].header
        ]
        yield from goals_by_part(given)
        rows = [answer for _, answer in asked_under(given)]
        for place, row in enumerate(rows):
            if role_of(row.label) != "target" or row.is_empty:
                continue
            told = [remark for remark in row.remarks if MEASURED.search(remark.text)]
            several = list(_each_by_name(rows, place, told)) if len(told) > 1 else []
            if several:
                yield from several
                continue
            measure = _measure_above(rows, place)
            if measure is not None and _answers_for(row, measure):
                yield Sheet(row.remarks[0], _fields(rows, place, measure, remarks), label=measure.label)


def _each_by_name(rows: Sequence[Answer], place: int, told: Sequence[Remark]) -> Iterator[Sheet]:
    """Several wanted states in one answer, each with the row above whose question it names, and with what the rows
    below say under that name."""
    for remark in told:
        named = set(
            WORD.findall(re.split(r"[はを:：=]| (?:is|are|to|at|from)\b|\d", remark.text, maxsplit=1)[0])
        )
        above = [row for row in rows[:place] if role_of(row.label) is None and MEASURED.search(row.value)]
        measure = next((row for row in above if named & set(WORD.findall(row.label))), None)
        if measure is None:
            continue
        fields = {"baseline": measure.remarks[0], "target": remark}
        for later in rows[place + 1 : place + 4]:
            role = role_of(later.label)
            said = next((r for r in later.remarks if named & set(WORD.findall(r.text))), None)
            if role in ("due", "owner") and said is not None:
                fields.setdefault(role, said)
        yield Sheet(remark, fields, label=measure.label)


def _answers_for(row: Answer, measure: Answer) -> bool:
    """The wanted state names no measure of its own, or the one above again."""
    pieces = [
        p for p in re.split(r"[、,;；/②-⑤](?!\d)", row.value) if MEASURED.search(p) and not DATED.search(p)
    ]
    if len(pieces) > 1:
        return False
    lead = LEADING.sub("", re.split(r"\d", row.value, maxsplit=1)[0])
    if len(lead) <= SHORT_LEAD or not MEASURED.search(row.value):
        return True
    return bool(set(WORD.findall(row.value)) & set(WORD.findall(measure.label)))


def role_of(label: str) -> str | None:
    """`target`, `due` or `owner` where the question asks for one."""
    return next((role for role, pattern in ROLES.items() if pattern.search(label.strip())), None)


def _measure_above(rows: Sequence[Answer], place: int) -> Answer | None:
    """The row that tells where the measure stands: one that the question names again, else the one right above."""
    near = [
        row
        for row in rows[max(0, place - 1 - MOST_BETWEEN) : place][::-1]
        if role_of(row.label) is None and MEASURED.search(row.value) and not NO_MEASURE.search(row.label)
    ]
    asked = set(WORD.findall(rows[place].label))
    named = [row for row in near if asked & set(WORD.findall(row.label))]
    if named:
        return named[0]
    right_above = rows[place - 1] if place else None
    return right_above if right_above is not None and near and near[0] is right_above else None


def _fields(
    rows: Sequence[Answer], place: int, measure: Answer, remarks: Sequence[Remark]
) -> dict[str, Remark]:
    row = rows[place]
    fields = {"baseline": _level(measure, row)}
    if MEASURED.search(row.value) or FIELDS["target"].search(row.value):
        fields["target"] = row.remarks[0]
    for later in rows[place + 1 : place + 4]:
        role = role_of(later.label) or ("owner" if field_of(later.label) == "owner" else None)
        if role not in ("due", "owner"):
            break
        if later.is_empty or role in fields:
            continue
        if role == "owner" and SELF.match(FIRST.split(later.value.strip())[0]):
            who = _who_answered(later, rows, remarks)
            if who is not None:
                fields["owner"] = who
            continue
        fields[role] = later.remarks[0]
    beside = [note for note in row.notes if note.text.strip() and not NOT_BESIDE.search(note.column)]
    if "due" not in fields and beside:
        fields["due"] = beside[-1]
    return fields


def _level(measure: Answer, row: Answer) -> Remark:
    """The sentence of the measure's answer that counts in the unit of what is wanted; else its first."""
    units = UNIT.findall(row.value)
    return next((r for r in measure.remarks if set(units) & set(UNIT.findall(r.text))), measure.remarks[0])


def _who_answered(row: Answer, rows: Sequence[Answer], remarks: Sequence[Remark]) -> Remark | None:
    """The cell that names who answered the row, else the row of the sheet that does."""
    here = row.remarks[0]
    cells = [r for r in remarks if r.document is here.document and r.block == here.block and r is not here]
    own = next((r for r in cells if ANSWERED_BY.search(r.column) and r.text.strip()), None)
    if own is not None:
        return own
    asked = (
        a
        for a in rows
        if re.search(r"who (?:answered|filled)|answered by|記入者|回答者|お答え", a.label, re.I)
    )
    return next((a.remarks[0] for a in asked if not a.is_empty), None)
