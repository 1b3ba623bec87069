"""Commitments of either side: those of the rules, and likely sentences with their due date where they give one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Literal

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.commitments.due_dates import due_in
from agent.drafting.notes.commitments.narrated import says
from agent.drafting.notes.commitments.no_tasks import is_finished, is_long_past, is_no_task
from agent.drafting.notes.commitments.objects import MOVES
from agent.drafting.notes.commitments.tasks import TICKED
from agent.drafting.second_reading.candidates import Form
from agent.drafting.second_reading.entries import listed
from agent.drafting.second_reading.weighed import Weighed
from agent.models.plan import Commitment
from agent.renewal.remarks import Remark
from agent.renewal.when import When, when_value
from connectors.interface import BlockKind

SIDES: tuple[tuple[str, Literal["us", "customer"]], ...] = (("commit_us", "us"), ("commit_them", "customer"))
SPEAKER = re.compile(r"^[^:：。、「」]{1,28}[:：]\s+")
ASKS = re.compile(r"[?？][」\"]?\s*$|(?:でしょうか|ますか|ですか|ませんか|くれるか|どう)[。]?$")
AGREES = re.compile(
    r"^(?:はい、?|ええ、?)?(?:承知|了解|かしこまり|わかり|分かり|お願い|よろしく|ありがとう|持ち帰り)[^。]{0,12}[。]?$|"
    r"^(?:yes|ok(?:ay)?|sure|noted|understood|will do|thanks?(?: you)?|agreed)[.!]*$",
    re.I,
)
"""An answer that says nothing of what is agreed to."""
DAY = 10  # letters of an ISO day
PAST = re.compile(
    r"(?:(?:ました|でした|んです|なかった)[。」]?|した。)$|\b(?:was|were|had|did|opened|asked|arranged|told|sat|supposed)\b",
    re.I,
)
DATE_ALONE = re.compile(
    r"(?:(?:では|じゃあ|それも|これも|それは|これは)?、?)?(?=[^。]*(?:\d|[月火水木金]曜|明日|今週|来週|今月|来月|年内|月末|週明け))[^。、]{2,24}?(?:まで(?:に)?は?|から|中に?|に|で|ごろ|頃|くらい|前後|予定)(?:です)?(?:ね|よ)?[。]?|"
    r"(?:so |and |say |sometime |some time )?(?:by|before|on|no later than|not later than|until|due|at the latest|in) [^.?!;]{2,34}[.]?",
    re.I,
)
"""Only until when."""
TAKES_ON = re.compile(
    r"(?:ます|ましょう|てお[くき]|とく|どく|てくる|ていく|てみる|させる|する|送る|出す|渡す|作る|まとめる|届ける|返す|決める|聞く|話す|書く)(?:わ|ね|よ|から|ので|けど|そうです|とのこと)*(?:[。」)）、]|$)|"
    r"\b(?:I|we|you)(?:'|’)?(?:ll|\s+will|\s+shall)\b|\bwill (?:send|give|run|write|draft|share|set|bring|tell|ask|call)\b|\bI can (?:send|give|get|have|draft)\b",
    re.I,
)
"""Somebody does something from now on: what an undated promise has to say."""
OWN_WORD = re.compile(
    r"\b(?:I|we)(?:'|’)?(?:ll|\s+will|\s+shall|\s+can)\b|\byou(?:'|’)?(?:ll|\s+will) (?:have|get|receive|hear|see)\b|ます(?:ね|よ|から|ので)?[。」]?$",
    re.I,
)
"""What the speaker does."""
NO_PROMISE = re.compile(
    r"\bif you\b|\bI(?:'|’)?(?:d| would) say\b|\b(?:vote|before she asks|give you that)\b|(?:なり|あり|思い|存じ|ござい|でき|いただき|願い|かかり|おり|い)ます[。ねよ]*$",
    re.I,
)


DOER = re.compile(
    r"(?P<who>(?![私僕俺]|自分|我々)[一-龠ァ-ヴー]{1,8}(?:さん|様|氏)?)(?:の(?:ほう|方))?(?:が|から)(?=[^、。]*(?:ます|する|[送出渡返話]す|[作送取]る|届ける|まとめる|聞く|書く)(?:ね|よ|ので|から|とのこと|そうです)*(?:[。」)）、]|$))"
)
"""Who does it, named in the sentence (飯野が出します)."""


def weighed_commitments(
    weighed: Weighed,
    commitments: Sequence[Commitment],
    anchor: Anchor,
    side_of: Callable[[str], Literal["us", "customer"] | None] = lambda _: None,
) -> list[Commitment]:
    """The commitments a careful reader would list: the rules', then others. `side_of` knows the side of a name."""
    return listed(weighed, commitments, commitment_form(weighed, commitments, anchor, side_of))


def commitment_form(
    weighed: Weighed,
    commitments: Sequence[Commitment],
    anchor: Anchor,
    side_of: Callable[[str], Literal["us", "customer"] | None] = lambda _: None,
) -> Form[Commitment]:
    """How commitments are looked at; `commitments` are those of the rules.

    A sentence of the same turn that only gives a date belongs to the promise right before it.
    """
    kinds = {side: kind for kind, side in SIDES}
    sides = dict(SIDES)

    def made_of(remark: Remark, kind: str) -> Commitment | None:
        before, after = weighed.around_remark(remark)
        when = due_in(remark.text, remark.day, anchor)
        if TICKED.match(remark.text) or is_no_task(remark.text) or is_finished(remark.text):
            return None
        if _only_dates(remark, before):
            return None
        dated_by = after if when is None and after is not None and _only_dates(after, remark) else remark
        when = due_in(dated_by.text, dated_by.day, anchor)
        if not _promises(remark, when):
            return None
        if when is not None and _restates(remark, when, commitments):
            return None
        doer = DOER.search(remark.text)
        side = (side_of(doer["who"]) if doer else None) or _speaker_side(remark) or sides[kind]
        return _commitment(remark, side, when, dated_by)

    return Form(
        name="commitments",
        kinds=tuple(sides),
        kind_of=lambda entry: kinds[entry.who],
        text_of=lambda entry: entry.text,
        citations_of=lambda entry: entry.citations,
        parts_of=lambda entry: _parts(entry, anchor.as_of),
        made_of=made_of,
        same=_is_one_place,
        apart=_are_two,
        sure=lambda entry: _is_asked_of_us(entry) or _is_dated_promise(entry),
    )


def _is_asked_of_us(entry: Commitment) -> bool:
    """The customer asked for it until a day, in so many words: whoever reads it owes it or an answer."""
    words = entry.citations[0].quote
    asked = says("request", words) and not says("not_request", words)
    return entry.who == "us" and entry.due is not None and entry.done is not True and asked


def _is_one_place(one: Commitment, other: Commitment) -> bool:
    """Both rest on one sentence, which only one of the sides can have meant."""
    here, there = one.citations[0], other.citations[0]
    return here.source_id == there.source_id and here.start == there.start


def _are_two(one: Commitment, other: Commitment) -> bool:
    """Owed by either side, or on two days of which neither line names the other's: two things, however alike the words."""
    if one.who != other.who:
        return True
    days = [str(entry.due.value) if entry.due else "" for entry in (one, other)]
    exact = all(len(day) == DAY for day in days) and days[0] != days[1]
    return exact and not (MOVES.search(one.text) or MOVES.search(other.text))


def _is_dated_promise(entry: Commitment) -> bool:
    """Somebody says in one sentence what they will do and on which day: nothing about it is left to weigh."""
    words = SPEAKER.sub("", entry.citations[0].quote.strip())
    due = entry.due
    if due is None or entry.done or len(str(due.value)) < DAY or due.citations[0] != entry.citations[0]:
        return False
    if ASKS.search(words) or NO_PROMISE.search(words) or says("request", words) or is_no_task(words):
        return False
    return bool(TAKES_ON.search(words) and OWN_WORD.search(words))


def _parts(entry: Commitment, as_of: dt.date) -> dict[str, float]:
    past = entry.due is not None and str(entry.due.value) < as_of.isoformat()
    return {
        "due": float(entry.due is not None),
        "past due": float(past),
        "long past": float(entry.due is not None and is_long_past(_day(str(entry.due.value)), as_of)),
        "done": float(entry.done is True),
        "finished": float(is_finished(entry.citations[0].quote)),
        "ours": float(entry.who == "us"),
    }


def _day(due: str) -> dt.date | None:
    """The last day of an ISO day or month at the latest; None for other words."""
    try:
        return dt.date.fromisoformat(due if len(due) >= DAY else f"{due}-28")
    except ValueError:
        return None


def _speaker_side(remark: Remark) -> Literal["us", "customer"] | None:
    """The side of whoever speaks of what they themselves do; None where the words may be about somebody else's task."""
    if remark.kind is not BlockKind.TURN or remark.side is None:
        return None
    return remark.side if OWN_WORD.search(remark.text) and not says("request", remark.text) else None


def _promises(remark: Remark, when: When | None) -> bool:
    """False for questions, bare answers, what was, and sentences without a date in which nobody takes anything on."""
    words = SPEAKER.sub("", remark.text.strip())
    if remark.kind is BlockKind.FIELD or ASKS.search(words) or AGREES.match(words):
        return False
    if when is None:
        return bool(TAKES_ON.search(words)) and not (NO_PROMISE.search(words) or PAST.search(words))
    return not PAST.search(words) or bool(TAKES_ON.search(words))


def _only_dates(remark: Remark, before: Remark | None) -> bool:
    """A few words that give the sentence before them in the same turn or cell its date, and say nothing else."""
    if before is None or before.block != remark.block or before.column != remark.column:
        return False
    told = ASKS.search(before.text.strip()) is None and len(before.text) >= len(remark.text) // 2
    return told and bool(DATE_ALONE.fullmatch(remark.text.strip()))


def _restates(remark: Remark, when: When, known: Sequence[Commitment]) -> bool:
    """A cell or a sentence without a promise of its own that names the day of a commitment there is."""
    days = {str(entry.due.value) for entry in known if entry.due is not None}
    if when.iso not in days:
        return False
    return remark.kind is BlockKind.TABLE_ROW or not says("will", remark.text)


def _commitment(
    remark: Remark, side: Literal["us", "customer"], when: When | None, dated_by: Remark
) -> Commitment | None:
    citation, dated = citation_of(remark), citation_of(dated_by)
    if citation is None or dated is None:
        return None
    due = when_value(when, dated, dated_by) if when else None
    citations = [citation] if dated_by is remark else [citation, dated]
    return Commitment(who=side, text=citation.quote, due=due, citations=citations)
