"""What sentences say of people's going, coming and staying: words of moves_ja.toml and moves_en.toml, with their day."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from agent.calendar import Anchor, find_dates
from agent.people.claims.read import claims_of
from agent.people.claims.types import Claim
from agent.people.evidence_of_roles import insider_marks, subject_of
from agent.people.lexicon import alternatives, table
from agent.people.no_moves import moves_nobody
from agent.people.plain_moves import plain_moves
from agent.people.posts import effective_day
from agent.people.statements import MARK, Ref, Statement
from agent.people.types import Form, Person, Side

Status = Literal["active", "leaving", "left", "joining"]
RECENT_DAYS = 60
"""What was announced as coming within the last two months may still be ahead."""
FAR_DAYS = 240
"""A day further ahead than this belongs to the year before."""
_KANA = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_OF_OTHERS = re.compile(
    r"(?:人|者|方(?![向面針])|職員|社員|従業員|スタッフ|メンバー|看護師|先生|先輩|同僚|仲間|客|件数|数|率|理由|お客)"
)
"""Behind a word of going: it says which people are spoken of (「辞めた人の数」), and nobody goes."""
_OF_ONESELF = re.compile(r"\b(?:I|I['’](?:m|ll|ve|d)|my|me|we|we['’]re)\b[^.;,]{0,30}\Z", re.IGNORECASE)
"""Before a word of going that speakers say of themselves."""
_SHORT_ABSENCE = re.compile(
    r"\b(?:away|out|off)\b[^.;]{0,16}\b(?:until|till|back(?: on)?) "
    r"(?:the \d{1,2}(?:st|nd|rd|th)\b|\d{1,2}(?:st|nd|rd|th)?\b(?! \d{4})|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|next week|tomorrow|after (?:lunch|the weekend))"
)
"""Away for some days: nobody's move."""
_VERBLESS = re.compile(
    rf"(?P<who>{MARK})(?:は|が|も|、)?[^。\ue000-\uf8ff]{{0,14}}付(?:け)?(?:で|の)?[^。\ue000-\uf8ff]{{0,14}}[\ue000-\uf8ff]?(?:へ|に(?:異動|転)?)(?=。|$|（|\(|、|」)|(?P<who2>{MARK})(?:は|が|も|、)?[^。\ue000-\uf8ff]{{0,20}}[一-龥]{{2,8}}(?:部|課|室|社|支店|工場|営業所)へ(?=。|$|」)"
)
"""A move told without a verb: "田中さんは7/1付で総務部へ"."""

_DATE_BEHIND = re.compile(
    r" ?(?:the )?(?:\d|next|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may |june|july|august|september|october|november|december)",
    re.IGNORECASE,
)
"""Behind "moved to": what moves is a date."""
_SHOULD = re.compile(r"\b(?:if|unless|in case)\b[^.;]*\Z", re.IGNORECASE)
_ONCE = re.compile(
    r"\b(?:when|once|after|as soon as|by the time|until) [^.;,]{1,24}?(?:['’](?:m|re|s)|\bam|\bis|\bare|\bhas|\bhave)?\s*\Z",
    re.IGNORECASE,
)
"""Before a word of being gone: somebody is not gone yet ("When I'm gone")."""
_ONCE_GONE = re.compile(
    r"\b(?:when|once|after|as soon as|by the time) [^.;,]{1,24}(?:gone|left|leaves?|retires?|retired|away)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\d+|[一二三四五六七八九十両数])(?:名|人|者)(?:ほど|くらい|とも)?(?:は|が|も|、)?[^。、\ue000-\uf8ff]{0,14}\Z"
    r"|\b(?:\d+|one|two|three|four|five|six|several|some|many|most|both|few|a couple|half)(?: of (?:our|my|the|their|his|her|them))?(?: [a-z-]+){0,3}? ?(?:(?:have|has|had|are|is|were|was|will|all|also|just|already|since) ?)*\Z",
    re.IGNORECASE,
)
"""Before a word of going: so many people go, none of whom is named."""
_SOME_DAYS = re.compile(
    r"\b(?:on|annual|taking|take|takes) leave (?:(?:for )?(?:a|one|two|the|that|this|next|all)(?: whole)? (?:week|fortnight|day|few days|couple of days|\d+ days)|(?:on |next |this )?(?:Mon|Tues|Wednes|Thurs|Fri)day)",
    re.IGNORECASE,
)
"""A holiday."""
_WOULD = re.compile(r"(?:っ?たら|れば|なら|と(?:困|まずい|大変|痛い))")
_NEXT_YEAR = re.compile(r"来年|来春|翌年|再来|20\d\d|next year", re.IGNORECASE)
"""A day a long way ahead is meant as it stands."""
_WHO_OF_ANOTHER = re.compile(
    r"[A-Z][\w'’.-]+,? who(?:['’](?:s|d|ll|ve))?(?: (?:has|had|is|was|will|would|recently|just|already))*\s*\Z"
)
"""Before a word of going: a name that stands for none of the people read ("She follows Ada Poole, who retired")."""
_PRONOUN = re.compile(r"\b(?:he|she|they)(?:['’](?:s|ll|d|re|ve))?\b[^.;]{0,30}\Z", re.IGNORECASE)

_SUBJECT_PRONOUN = re.compile(
    r"\b(?:he|she|they)(?:['’](?:s|ll|d|re|ve))?(?: [a-z]+){0,3} ?\Z", re.IGNORECASE
)
"""Right before a word of going, behind any "I think": who says it speaks of somebody else."""
_ILL = re.compile(r"\b(?:medical|sick|compassionate|bereavement|study) leave\b", re.IGNORECASE)
_COMES_BACK = re.compile(r"\b(?:back|returns?|returning|until|till|through)\b", re.IGNORECASE)
"""Beside a leave of illness: an absence that ends is nobody's move."""


_AWAY = re.compile(
    r"産休|育休|育児休|介護休|休職|休業|病休|療養|入院|(?:maternity|paternity|parental|family|long|medical|sick|adoption|career) (?:leave|break)|\bsabbatical\b",
    re.IGNORECASE,
)
_IS_BACK = re.compile(
    r"戻(?:りました|った|られ(?:た|まし)|って(?:き|来|おら?れ?|い)(?:た|ま|る))|(?:復帰|復職)(?:し(?:た|まし|て(?:い|お))|され(?:た|まし|て)|済|。|、)|休明け|出てきて"
    r"|\b(?:came back|is back|are back|was back|['’]s back|has come back|has returned|returned|now back|back (?:since|from|at (?:her|his|their|the) desk|in (?:the office|post|the chair)))\b",
    re.IGNORECASE,
)
"""Behind a long absence: it is over, and nobody has gone."""


@dataclass(frozen=True, slots=True)
class Move:
    """One sentence on one person's going, coming or staying. `place`: document, start and end."""

    kind: str  # leave, gone, join, stay
    status: Status
    place: tuple[int, int, int]
    said: dt.date | None
    sure: bool


def read_moves(
    persons: Sequence[Person], statements: Sequence[Statement], as_of: dt.date
) -> dict[int, list[Move]]:
    """All moves of each customer person in the order they are told; a guess, a joke or a rumour moves nobody."""
    out: dict[int, list[Move]] = defaultdict(list)
    for number, statement in enumerate(statements):
        following = statements[number + 1] if number + 1 < len(statements) else None
        before = statements[number - 1] if number else None
        if (
            _is_absence(statement, following)
            or _has("joke", statement.marked)
            or (following is not None and following.unit == statement.unit and _has("joke", following.marked))
        ):
            continue
        for kind, ref, sure in _told(statement, before, persons):
            if ref.kind != "person" or persons[ref.index].side is not Side.CUSTOMER:
                continue
            if statement.hedged and kind not in ("join", "stay"):
                continue
            if kind == "join" and _known_before(persons[ref.index], as_of):
                continue
            day = _day(statement, following, as_of)
            status = _status(kind, day, statement, as_of)
            if kind == "join" and _is_in_post(following, statement):
                status = "active"
            place = (statement.doc, statement.start, statement.end)
            out[ref.index].append(Move(kind, status, place, statement.day, sure))
    return dict(out)


def _is_in_post(following: Statement | None, statement: Statement) -> bool:
    """The sentence behind one on a newcomer counts the time since they began: 「着任2週間」, "Three weeks in"."""
    if following is None or (following.doc, following.unit) != (statement.doc, statement.unit):
        return False
    return not following.refs and bool(_SINCE_THEN.search(following.marked))


_SINCE_THEN = re.compile(
    r"(?:着任|就任|入社|異動|赴任|配属|来て|着て)(?:して|から)?(?:まだ|やっと|ようやく|もう)?\d+(?:日|週間|[かヶケカ]?月|年)"
    r"|\b(?:\w+) (?:days?|weeks?|months?|years?) (?:in|into)\b(?! (?:the|a) (?:trial|pilot|contract))",
    re.IGNORECASE,
)


def _is_absence(statement: Statement, following: Statement | None) -> bool:
    """Somebody is ill or away and will be back, or was and is back, by this sentence or the next of the same block."""
    if not _ILL.search(statement.marked) and not _AWAY.search(statement.marked):
        return False
    told = statement.marked
    if following is not None and (following.doc, following.unit) == (statement.doc, statement.unit):
        told += " " + following.marked
    if _ILL.search(statement.marked) and _COMES_BACK.search(told):
        return True
    away = _AWAY.search(told)
    return away is not None and _IS_BACK.search(told, away.end()) is not None


def _told(
    statement: Statement, before: Statement | None, persons: Sequence[Person]
) -> list[tuple[str, Ref, bool]]:
    """Kind and person of each move in a sentence; words inside longer ones, and what only sounds like it, left out."""
    out: list[tuple[str, Ref, bool]] = []
    claims = [
        c
        for c in claims_of(statement.marked, insider_marks(statement, persons))
        if c.shows.startswith("event:")
    ]
    nobody = _has("nobody", statement.marked)
    for claim in claims:
        kind = claim.shows.partition(":")[2]
        if kind == "none" or any(_inside(claim, other) for other in claims):
            continue
        if moves_nobody(statement.marked, claim.start, claim.end):
            continue
        if kind in ("leave", "gone") and _is_unreal(claim, statement.marked):
            continue
        if kind in ("leave", "gone") and _is_no_going(claim, statement.marked):
            continue
        if kind == "gone" and _ONCE.search(statement.marked[: claim.start]):
            kind = "leave"
        if kind in ("leave", "gone") and _OF_OTHERS.match(statement.marked, claim.end):
            continue
        moved_date = statement.marked[: claim.end].endswith(" to") and _DATE_BEHIND.match(
            statement.marked, claim.end
        )
        if moved_date or _is_other_stop(claim, statement.marked):
            continue
        ref = _whom(claim, statement, persons)
        if ref is None or (kind == "join" and (nobody or _unnamed(claim, statement.marked))):
            continue
        if claim.denied:
            if kind not in ("leave", "gone"):
                continue
            kind = "stay"
        out.append((kind, ref, claim.weight >= 2))
    for found in _VERBLESS.finditer(statement.marked):
        if not any(kind != "stay" for kind, _, _ in out):
            out.append(("leave", statement.ref(found["who"] or found["who2"]), True))
    told = {ref for seen, ref, _ in out if seen != "join"}
    came = {ref for seen, ref, _ in out if seen == "join"}
    for kind, ref in plain_moves(statement):
        if ref not in told and (ref not in came or kind == "gone") and not (kind == "join" and nobody):
            out.append((kind, ref, False))
    new = _introduced(statement, before, persons)
    return out + ([("join", new, True)] if new is not None and not nobody else [])


def _is_no_going(claim: Claim, marked: str) -> bool:
    """Some days' absence, or others who go, counted and not named."""
    return bool(
        _SHORT_ABSENCE.search(marked, claim.start)
        or _SOME_DAYS.search(marked)
        or _COUNTED.search(marked[: claim.start])
    )


def _unnamed(claim: Claim, marked: str) -> bool:
    """A post is to be filled anew ("新しい部長が来ます"): not by whoever holds it."""
    at = marked.find(claim.mark) if claim.mark else -1
    return at > 0 and bool(re.search(r"(?:新しい|次の|今度の|a new|the new|the next) ?\Z", marked[:at]))


def _is_other_stop(claim: Claim, marked: str) -> bool:
    """Something is stopped, not a post left: やめる and 止める, where 辞める is meant in the list."""
    words = marked[claim.start : claim.end]
    return ("やめ" in words or "止め" in words) and "辞" not in words and "会社" not in words


def _is_unreal(claim: Claim, marked: str) -> bool:
    """Somebody only would go ("if she left", 「辞めたら」)."""
    return bool(_SHOULD.search(marked, 0, claim.start) or _WOULD.match(marked, claim.end))


def _inside(claim: Claim, other: Claim) -> bool:
    """The words overlap longer ones of another kind."""
    overlap = min(claim.end, other.end) - max(claim.start, other.start)
    return (
        other.shows != claim.shows
        and overlap > 0
        and other.end - other.start > claim.end - claim.start
        and not (other.shows == "event:join" and claim.shows == "event:leave")
    )


def _whom(claim: Claim, statement: Statement, persons: Sequence[Person]) -> Ref | None:
    """Who goes or comes: the claim's own mark, else whom the sentence is about, else who says it of himself."""
    if _WHO_OF_ANOTHER.search(statement.marked[: claim.start]):
        return None
    if claim.mark is not None:
        marked = statement.ref(claim.mark)
        of_another = marked.bare_speaker and _SUBJECT_PRONOUN.search(statement.marked[: claim.start])
        return None if of_another else marked
    voice = next((q for q in statement.quoted if q[0] <= claim.start < q[1]), None)
    if voice is not None:
        return Ref("person", voice[2]) if not _names_another(statement, voice[2]) else None
    if claim.frame is not None and "subject" not in claim.frame.holders:
        return None
    if not _KANA.search(statement.marked) and not _PRONOUN.search(statement.marked[: claim.start]):
        return statement.topic if claim.start < 4 and statement.topic_near else None
    ref = subject_of(statement, persons, claim.start)
    if ref is not None and ref.index == statement.speaker and _names_another(statement, ref.index):
        return None
    if statement.speaker_side is Side.OURS and ref not in statement.refs and not statement.topic:
        return None
    if ref is not None and ref.index == statement.speaker and not _KANA.search(statement.marked):
        before = statement.marked[: claim.start]
        return ref if _OF_ONESELF.search(before) and not _SUBJECT_PRONOUN.search(before) else None
    return ref


def _names_another(statement: Statement, who: int) -> bool:
    return any(r.kind == "person" and r.index != who for r in statement.refs)


def _introduced(statement: Statement, before: Statement | None, persons: Sequence[Person]) -> Ref | None:
    """The newcomer whom a sentence names behind one that only said that somebody comes."""
    if before is None or (before.doc, before.unit) != (statement.doc, statement.unit):
        return None
    if not _has("coming", before.marked) or any(
        r.kind == "person" and not r.bare_speaker for r in before.refs
    ):
        return None
    refs = [r for r in statement.refs if r.kind == "person" and not r.bare_speaker]
    if len(refs) != 1 or len(statement.marked) > 60:
        return None
    mark = next((i for i, c in enumerate(statement.marked) if MARK[1] <= c <= MARK[3]), 0)
    if before.marked.rstrip().endswith(("?", "？")) and mark <= ANSWERED:
        return refs[0]
    behind = statement.marked[mark + 1 : mark + 8]
    return refs[0] if mark <= 12 and _pattern("introduced").search(behind) else None


ANSWERED = 6
"""Letters before the name in an answer to who comes."""


def _status(kind: str, day: dt.date | None, statement: Statement, as_of: dt.date) -> Status:
    """What a move told on some day comes to on `as_of`."""
    if kind == "stay":
        return "active"
    if kind == "gone":
        return "leaving" if day is not None and day > as_of and "済" not in statement.marked else "left"
    if kind == "join":
        fresh = day is None and _recent(statement.day, as_of) and not _has("begun", statement.marked)
        return "joining" if fresh or (day is not None and day > as_of) else "active"
    if day is not None:
        return "leaving" if day > as_of else "left"
    if _ONCE_GONE.search(statement.marked) and _recent(statement.day, as_of):
        return "leaving"
    done = _has("done", statement.marked) or _has("over", statement.marked)
    ahead = _has("ahead", statement.marked)
    if ahead and _recent(statement.day, as_of):
        return "leaving"
    return "left" if done or not _recent(statement.day, as_of) else "leaving"


def _day(statement: Statement, following: Statement | None, as_of: dt.date) -> dt.date | None:
    """The day of a move; where the sentence has none, the next one's of the same block, so long as it names nobody."""
    day = moving_day(statement.marked, statement.day or as_of)
    if (
        day is not None
        or following is None
        or following.unit != statement.unit
        or following.doc != statement.doc
    ):
        return day
    if any(not r.bare_speaker for r in following.refs):
        return None
    return moving_day(following.marked, following.day or as_of)


def moving_day(text: str, said: dt.date | None) -> dt.date | None:
    """The day a move takes effect: as notices write it, else the date in the sentence that lies nearest to it."""
    written = effective_day(text, said)
    if written is not None or said is None:
        return written
    found = [m.last for m in find_dates(text, Anchor(as_of=said)) if m.last]
    if not found:
        return None
    day = found[-1]
    too_far = ((day - said).days > FAR_DAYS and not _NEXT_YEAR.search(text)) or (
        day > said and _has("done", text) and not _has("ahead", text)
    )
    return day.replace(year=day.year - 1, day=min(day.day, 28)) if too_far else day


def _recent(said: dt.date | None, as_of: dt.date) -> bool:
    return said is None or (as_of - said).days <= RECENT_DAYS


def _known_before(person: Person, day: dt.date) -> bool:
    """True for somebody who spoke, wrote or sat with us up to that day: a new post makes them no newcomer."""
    taking_part = (Form.SPEAKER, Form.SENDER, Form.ATTENDEE, Form.CHAT_USER)
    return any(m.form in taking_part and (m.day is None or m.day <= day) for m in person.mentions)


def _has(what: str, text: str) -> bool:
    lists = table("move_contexts")
    key = what if what in lists else f"{what}_{'ja' if _KANA.search(text) else 'en'}"
    return bool(_pattern(key).search(text))


@cache
def _pattern(key: str) -> re.Pattern[str]:
    words = alternatives(table("move_contexts")[key])
    return re.compile(words if key.endswith("_ja") else rf"(?<![A-Za-z]){words}(?![A-Za-z])", re.IGNORECASE)
