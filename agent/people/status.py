"""active, leaving, left or joining: from personnel notices and from what notes say of moves."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from agent.calendar import Anchor, find_dates
from agent.people.claims.read import claims_of
from agent.people.evidence_of_roles import insider_marks, subject_of
from agent.people.posts import Post, effective_day
from agent.people.statements import MARK, Ref, Statement
from agent.people.types import Form, Person, Side

Status = Literal["active", "leaving", "left", "joining"]
_MOVE = re.compile(
    rf"(?P<who>{MARK})(?:は|が|も|、)?[^。\ue000-\uf8ff]{{0,20}}?(?:(?:へ|に)(?:異動|転勤|転籍|出向|移)|異動(?:し|する|にな|が|と)|退職|退任|退社|転職|転勤|産休|育休|休職|離任|(?:関連会社|子会社|関係会社|グループ会社|別会社|他社|支社|本社)(?:に|へ)(?:出|行|移)|付(?:で|けで)?[^。\ue000-\uf8ff]{{0,14}}[\ue000-\uf8ff]?(?:へ|に(?:異動|転)?)(?=。|$|（|\(|、|」)|[一-龥]{{2,8}}(?:部|課|室|社|支店)へ(?=。|$|」)|(?:もう|今は|現在は)(?:担当では|担当を外))"
)
_MOVE_EN = re.compile(
    rf"(?P<who>{MARK}),? (?:[^.\ue000-\uf8ff]{{0,30}} )?(?:is leaving|has left|left the (?:company|business|team|firm)|will leave|leaves on|is moving (?:on|to (?!\d))|moved to (?!\d)|has moved(?! to \d)|has resigned|resigned|retire[sd]|is retiring|on (?:maternity|paternity|parental|long|medical|sick) leave|goes on leave|transfer(?:s|red|ring) to|last day|(?:will|'ll|’ll) be (?:away|off|out|gone|on leave) (?:from|until|starting)|leave (?:starts|begins|is from))"
)
_COMING = re.compile(
    rf"(?:後任|新任|新しい(?:担当|部長|課長|責任者))(?:の[^。\ue000-\uf8ff]{{0,8}}?)?(?:は|には|として|が|の)(?:、)?[^。\ue000-\uf8ff]{{0,6}}?(?P<who>{MARK})|(?P<who2>{MARK})(?:が|は)[^。\ue000-\uf8ff]{{0,10}}(?:着任|後任|引き継|来ます|来られ|来る(?:こと|予定)|いらっしゃいます)"
)
_COMING_EN = re.compile(
    rf"(?:successor|replaced by|replacement|taking over|takes over|hand(?:ing)? over to|covered by|interim)[^.\ue000-\uf8ff]{{0,30}}?(?P<who>{MARK})|(?P<who2>{MARK}) (?:will (?:take|be taking) over|takes over|is taking over|joins|will join|starts|is joining|steps in|is covering)"
)
_LEAVE = re.compile(
    r"\b(?:her|his|their|my) (?:maternity |paternity |parental |medical |sabbatical )?leave (?:starts|begins|is|runs)|(?:産休|育休|休職)に(?:入|はい)"
)
_SELF_MOVE = re.compile(
    r"(?:私ごと|私事|このたび|今月|来月|月末|付で|をもって)[^。]{0,24}(?:退職|異動|転籍|退任|転職|産休|育休)|(?:退職|異動|転籍|退任)(?:する|いた|し|に|と)(?:し?ます|ことに|なり)|\bI(?:'m| am|'ll| will)? (?:be )?leav(?:e|ing) (?:the company|the business|on|at)|\bmy last (?:day|week)"
)
_DONE = re.compile(
    r"(?:出た|去った|辞めた|退いた|抜けた|戻った)(?:。|$|」|、| )|(?:して(?:い)?ま|しまし|した|(?:に|と)なった|なりまし|移った|移りまし|されまし|された)|\b(?:has|have|was|were|moved|left|retired|resigned|joined|took)\b"
)
_FUTURE = re.compile(
    r"予定|今年度|今期|年度末|期末|来年|来期|来春|する(?:こと|そう)|になる|来月|来週|今後|will|is leaving|is moving|leaves on|from \d|until"
)


@dataclass(frozen=True, slots=True)
class StatusReading:
    status: Status
    doc: int
    start: int
    end: int
    day: dt.date | None
    coming: bool = False  # said of somebody who takes over


def read_status(
    persons: Sequence[Person],
    posts: Sequence[Post],
    statements: Sequence[Statement],
    public: set[int],
    as_of: dt.date,
) -> dict[int, StatusReading]:
    """Status of each person that is not simply active. A promotion within one unit is no move.

    Leaving: the notice takes effect after `as_of` and takes the person out of the unit the notes know them in.
    Left: it took effect. Joining: a successor who has not begun, or who is known only as such.
    """
    out: dict[int, StatusReading] = {}
    for statement in statements:
        for pattern, coming in ((_MOVE, False), (_MOVE_EN, False), (_COMING, True), (_COMING_EN, True)):
            for found in pattern.finditer(statement.marked):
                mark = found["who"] or (found.groupdict().get("who2") or "")
                ref = statement.ref(mark)
                if coming and _NOBODY_COMES.search(statement.marked):
                    continue
                if ref.kind != "person" or (statement.hedged and not coming):
                    continue
                day = moving_day(statement.marked, statement.day or as_of)
                ahead = _FUTURE.search(statement.marked) and _recent(statement.day, as_of)
                later = day > as_of if day is not None else bool(ahead)
                if coming:
                    status: Status = "joining" if later else "active"
                else:
                    status = "leaving" if later else "left"
                known = out.get(ref.index)
                if known is not None and status == "active" and not known.coming:
                    continue
                if known is None or (statement.day or dt.date.min) >= (known.day or dt.date.min):
                    out[ref.index] = StatusReading(
                        status, statement.doc, statement.start, statement.end, statement.day, coming
                    )
    for statement in statements:
        for status_reading, ref in _claimed(statement, persons, as_of):
            known = out.get(ref.index)
            if known is not None and status_reading.status == "active" and not known.coming:
                continue
            newer = known is None or (statement.day or dt.date.min) > (known.day or dt.date.min)
            if newer or (known is not None and known.status == "active"):
                out[ref.index] = status_reading
    for statement in statements:
        if not _LEAVE.search(statement.marked):
            continue
        who = subject_of(statement, persons)
        if who is not None and who.kind == "person" and who.index not in out:
            day = moving_day(statement.marked, statement.day or as_of)
            away: Status = "leaving" if day is None or day > as_of else "left"
            out[who.index] = StatusReading(away, statement.doc, statement.start, statement.end, statement.day)
    for statement in statements:
        own = statement.speaker if statement.speaker_side is Side.CUSTOMER else None
        if (
            own is None
            or not _SELF_MOVE.search(statement.marked)
            or any(not r.bare_speaker for r in statement.refs)
        ):
            continue
        day = moving_day(statement.marked, statement.day)
        moved: Status = "left" if day is not None and day <= as_of else "leaving"
        out[own] = StatusReading(moved, statement.doc, statement.start, statement.end, statement.day)
    for person in persons:
        notice = _from_notice(person, [p for p in posts if p.person == person.index], public, as_of)
        said = out.get(person.index)
        if notice is not None and said is not None and said.coming and notice.status == "leaving":
            notice = replace(notice, status="joining")
        if notice is not None:
            out[person.index] = notice
    return out


def _claimed(
    statement: Statement, persons: Sequence[Person], as_of: dt.date
) -> list[tuple[StatusReading, Ref]]:
    """What the frames say of going and coming; a guess moves nobody."""
    if statement.hedged or not (statement.refs or statement.topic or statement.speaker is not None):
        return []
    out: list[tuple[StatusReading, Ref]] = []
    for claim in claims_of(statement.marked, insider_marks(statement, persons)):
        if not claim.shows.startswith("event:") or claim.denied:
            continue
        pronoun = _PRONOUN.match(statement.marked)
        ref = statement.ref(claim.mark) if claim.mark else statement.topic if pronoun else None
        if ref is None or ref.kind != "person" or persons[ref.index].side is not Side.CUSTOMER:
            continue
        day = moving_day(statement.marked, statement.day or as_of)
        done = bool(_DONE.search(statement.marked) or _OVER.search(statement.marked))
        ahead = day > as_of if day is not None else not done
        coming = claim.shows == "event:join"
        if coming:
            fresh = day is None and _recent(statement.day, as_of) and not _BEGUN.search(statement.marked)
            if _known_before(persons[ref.index], as_of):
                continue
            status: Status = "joining" if fresh or (day is not None and ahead) else "active"
        else:
            status = "leaving" if ahead else "left"
        out.append(
            (StatusReading(status, statement.doc, statement.start, statement.end, statement.day, coming), ref)
        )
    return out


_PRONOUN = re.compile(r"\W*(?:He|She|They)\b")


def _known_before(person: Person, day: dt.date) -> bool:
    """True for somebody who spoke, wrote or sat with us up to that day: a new post makes them no newcomer."""
    taking_part = (Form.SPEAKER, Form.SENDER, Form.ATTENDEE, Form.CHAT_USER)
    return any(m.form in taking_part and (m.day is None or m.day <= day) for m in person.mentions)


_NOBODY_COMES = re.compile(
    r"置か(?:ない|ず|れない)|未定|補充(?:は|も)?し?ない|決まって(?:い)?ない|no (?:backfill|replacement|successor)"
)
_BEGUN = re.compile(
    r"着任(?:し|され)|来ました|就任(?:し|され)|入社(?:し|され)|引き継ぎました|\b(?:has joined|took over|has taken over|joined|started)\b"
)
_OVER = re.compile(
    r"退任し|退職し|退任され|退職され|退任 ?→|(?:に|へ)出た|移った|去った|になった|今は|(?<!た)でした|ました|\b(?:is gone|left|went|resigned|retired|replaced|succeeded)\b"
)


def moving_day(text: str, said: dt.date | None) -> dt.date | None:
    """The day a move takes effect: as notices write it, else the date in the sentence that lies nearest to it."""
    written = effective_day(text, said)
    if written is not None or said is None:
        return written
    found = [m.last for m in find_dates(text, Anchor(as_of=said)) if m.last]
    if not found:
        return None
    day = found[-1]
    too_far = (day - said).days > 240 or (day > said and _DONE.search(text))
    return day.replace(year=day.year - 1, day=min(day.day, 28)) if too_far else day


def _recent(said: dt.date | None, as_of: dt.date) -> bool:
    """What was announced as coming within the last two months may still be ahead."""
    return said is None or (as_of - said).days <= 60


def _from_notice(
    person: Person, posts: Sequence[Post], public: set[int], as_of: dt.date
) -> StatusReading | None:
    new = [p for p in posts if p.notice and p.since is not None]
    old = [p for p in posts if p.notice and p.until is not None]
    if not new:
        return None
    latest = max(new, key=lambda p: p.since or dt.date.min)
    before = next((p for p in old if p.until == latest.since and p.doc == latest.doc), None)
    noted = [m for m in person.mentions if m.doc not in public]
    future = latest.since is not None and latest.since > as_of
    moved = before is not None and not _same_unit(latest, before)
    if not noted:
        return _reading("joining", latest) if future else None
    known_before = any(m.day < latest.since if m.day and latest.since else future for m in noted)
    if moved and known_before and _known_in(before, posts, noted):
        return _reading("leaving" if future else "left", latest)
    if future and not known_before:
        return _reading("joining", latest)
    return None


def _reading(status: Status, post: Post) -> StatusReading:
    return StatusReading(status, post.doc, post.start, post.end, post.day)


def _known_in(before: Post | None, posts: Sequence[Post], noted: Sequence[object]) -> bool:
    """True when the notes know the person in the unit the notice takes them out of (or name no unit at all)."""
    if before is None or before.department is None:
        return True
    units = [p.department.text for p in posts if not p.notice and p.department]
    old = before.department.text
    last = re.split(r"[\s　]+", old)[-1]
    return not units or any(u in old or old in u or last in u or u in before.text for u in units)


def _same_unit(a: Post, b: Post) -> bool:
    """A move within one unit: 営業部 次長 → 営業部長, お客様…部長 → お客様…本部長."""
    x, y = (re.split(r"[\s　]+", p.department.text)[0] if p.department else p.text for p in (a, b))
    if all(re.search(r"取締役|執行役", p.text) for p in (a, b)):
        return True
    stem_x, stem_y = (re.sub(r"(本部|部|課|室|センター)$", "", u) for u in (x, y))
    return stem_x == stem_y and bool(stem_x)
