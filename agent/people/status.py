"""active, leaving, left or joining: from personnel notices and from what notes say of moves."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from agent.people.moves import Move, Status, read_moves
from agent.people.posts import Post
from agent.people.statements import Statement
from agent.people.titles import rank_of
from agent.people.types import Person

_OFFICER = re.compile(r"(?<!社外)取締役|執行役|専務|常務|(?:(?<!支)社|会|理事|院|学)長")
"""Who becomes one of these has risen in the house and is still there to decide."""
_ELSEWHERE = re.compile(r"出向|転籍|移籍|(?:株式|有限|合同)会社|㈱|関連会社|関係会社|子会社")
"""In a new post, and not in the old one: it is held in another house, whatever its rank."""
_REGION = re.compile(r"地域|地区|エリア|ブロック|[東西]日本|方面")
LEAST_POST = 3
"""Letters from which what a post is called is compared."""
LEAST_STEM = 2
"""Letters of a unit's name without 部 or 課 that two units must share."""
_MIDDLE = 5
"""Rank of a head of a department (agent.people.titles)."""


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
    out = {index: _settled(found) for index, found in read_moves(persons, statements, as_of).items()}
    renamed = _renamed(statements)
    for person in persons:
        notice = _from_notice(person, [p for p in posts if p.person == person.index], public, as_of, renamed)
        taken = notice or _from_elsewhere([p for p in posts if p.person == person.index])
        if taken is not None and _keeps_kind(person, posts, taken, public):
            notice = taken = None
        if taken is not None and (begins := _takes_over(person, posts, taken, persons, public)):
            notice = replace(taken, status="joining" if begins > as_of else "active")
        said = out.get(person.index)
        if notice is not None and said is not None and said.coming and notice.status == "leaving":
            notice = replace(notice, status="joining")
        if notice is not None:
            out[person.index] = notice
        elif said is not None and said.status == "joining" and _has_begun(person, posts, as_of):
            out[person.index] = replace(said, status="active")
    return {index: reading for index, reading in out.items() if reading.status != "active"}


def _has_begun(person: Person, posts: Sequence[Post], as_of: dt.date) -> bool:
    """A notice has given the person a post by then: who came has come."""
    since = [p.since for p in posts if p.person == person.index and p.notice and p.since is not None]
    return bool(since) and max(since) <= as_of


def _settled(moves: Sequence[Move]) -> StatusReading:
    """What the last word on a person comes to; who stays undoes what was said of going up to then."""
    best: Move | None = None
    for move in moves:
        newer = best is None or (move.said or dt.date.min) >= (best.said or dt.date.min)
        if move.kind == "stay" and best is not None and best.kind != "stay":
            undone = newer and (move.sure or move.place == best.place)
            best = move if undone else best
        elif (
            (best is not None and best.kind == "join" and best.status == "active" and move.kind != "stay")
            or (
                best is not None
                and best.place == move.place
                and best.kind == "join"
                and move.kind in ("leave", "gone")
            )
            or best is None
            or (newer and not (best.status != "active" and move.kind == "join"))
        ):
            best = move
    assert best is not None
    return StatusReading(
        best.status, best.place[0], best.place[1], best.place[2], best.said, best.kind == "join"
    )


_RENAMED = re.compile(
    r"(?P<old>[一-龥ァ-ヶーA-Za-z・]{2,14}?(?:部|課|室|局|センター|支店|支社|工場|グループ|チーム))を[、 ]?[「『]?(?P<new>[一-龥ァ-ヶーA-Za-z・]{2,16}?)[」』]?(?:に|へ|と)(?:改|名称を?変|名を?変|変更|再編|衣替え|統合)"
)


def _renamed(statements: Sequence[Statement]) -> frozenset[tuple[str, str]]:
    """Units that get another name, as notices and notes say it: old and new."""
    found = (hit for statement in statements for hit in _RENAMED.finditer(statement.marked))
    return frozenset((hit["old"], hit["new"]) for hit in found)


def _from_notice(
    person: Person,
    posts: Sequence[Post],
    public: set[int],
    as_of: dt.date,
    renamed: Collection[tuple[str, str]],
) -> StatusReading | None:
    new = [p for p in posts if p.notice and p.since is not None]
    old = [p for p in posts if p.notice and p.until is not None]
    if not new:
        return None
    latest = max(new, key=lambda p: p.since or dt.date.min)
    before = next((p for p in old if p.until == latest.since and p.doc == latest.doc), None)
    noted = [m for m in person.mentions if m.doc not in public and m.doc != latest.doc]
    future = latest.since is not None and latest.since > as_of
    stays = before is not None and (
        _same_unit(latest, before)
        or _only_renamed(latest, before, renamed)
        or any(_rises_within(latest, post) for post in posts if post.department and not post.notice)
    )
    moved = before is not None and not stays
    if not noted:
        return _reading("joining", latest) if future else None
    told = min(filter(None, (latest.day, latest.since)), default=None)
    known_before = any(m.day < told if m.day and told else future for m in noted)
    if moved and known_before and _known_in(before, posts, noted):
        return _reading("leaving" if future else "left", latest)
    if future and not known_before:
        return _reading("joining", latest)
    return None


def _from_elsewhere(posts: Sequence[Post]) -> StatusReading | None:
    """The last post a notice gives somebody who comes from a unit of another name."""
    new = [p for p in posts if p.notice and p.since is not None and p.department]
    old = [p for p in posts if p.notice and p.until is not None and p.department]
    for post in sorted(new, key=lambda p: p.since or dt.date.min, reverse=True):
        before = next((p for p in old if p.until == post.since and p.doc == post.doc), None)
        units = [re.split(r"[\s　]+", p.department.text)[0] for p in (post, before) if p and p.department]
        if len(units) == 2 and units[0] not in units[1] and units[1] not in units[0]:
            return _reading("active", post)
    return None


def _reading(status: Status, post: Post) -> StatusReading:
    return StatusReading(status, post.doc, post.start, post.end, post.day)


def _takes_over(
    person: Person, posts: Sequence[Post], notice: StatusReading, persons: Sequence[Person], public: set[int]
) -> dt.date | None:
    """The day the notice gives the person the post that somebody the notes know leaves then."""
    new = next((p for p in posts if p.person == person.index and _at(p, notice)), None)
    if new is None:
        return None
    vacated = any(
        p.person != person.index and p.doc == new.doc and p.until == new.since and _same_post(p.text, new.text)
        and any(m.doc not in public for m in persons[p.person].mentions)
        for p in posts
    )  # fmt: skip
    return new.since if vacated else None


_WHICH = re.compile(r"第|[\d一二三四五六七八九十]+|[東西南北中]{1,2}(?:日本)?|[A-Z]")
"""What tells one of several like units from the others."""


def _keeps_kind(person: Person, posts: Sequence[Post], notice: StatusReading, public: set[int]) -> bool:
    """Somebody the notes know goes on in a post of the same name for another region of the house: 第2エリア長 → 第1エリア長."""
    new = next((p for p in posts if p.person == person.index and _at(p, notice)), None)
    before = next(
        (p for p in posts if new and p.person == person.index and p.doc == new.doc and p.until == new.since),
        None,
    )
    if new is None or before is None or not any(m.doc not in public for m in person.mentions):
        return False
    one, other = (_WHICH.sub("", p.text) for p in (new, before))
    return one == other and new.text != before.text and bool(_REGION.search(new.text))


def _at(post: Post, notice: StatusReading) -> bool:
    return (post.doc, post.start, post.end) == (notice.doc, notice.start, notice.end)


def _same_post(left: str, taken: str) -> bool:
    """One post, whatever stands in brackets, and whatever else whoever takes it holds."""
    one, other = (re.sub(r"[(（][^()（）]*[)）]|\s|　", "", text) for text in (left, taken))
    return len(one) >= LEAST_POST and (one == other or any(one in part for part in re.split("兼|、", other)))


def _known_in(before: Post | None, posts: Sequence[Post], noted: Sequence[object]) -> bool:
    """True when the notes know the person in the unit the notice takes them out of (or name no unit at all)."""
    if before is None or before.department is None:
        return True
    since = before.until or dt.date.max
    units = [
        p.department.text for p in posts if not p.notice and p.department and (p.since or dt.date.min) < since
    ]
    old = before.department.text
    last = re.split(r"[\s　]+", old)[-1]
    return not units or any(u in old or old in u or last in u or u in before.text for u in units)


def _rises_over(new: Post, old: Post) -> bool:
    """Somebody is put over all units of a kind, not over those of a region, and does not step down to it."""
    if _REGION.search(new.text):
        return False
    ranks = [rank_of(post.title.text if post.title else post.text) for post in (new, old)]
    return "統括" in new.text and "統括" not in old.text and ranks[0] <= max(ranks[1], _MIDDLE)


def _only_renamed(new: Post, old: Post, renamed: Collection[tuple[str, str]]) -> bool:
    """Somebody goes on at the head of a unit that gets another name."""
    return any(before in old.text and after in new.text for before, after in renamed)


def _rises_within(new: Post, old: Post) -> bool:
    """A higher post in a unit of the same name or over it: 共同配送課 主任 → 配送課長."""
    names = [
        re.sub(r"(本部|部|課|室|センター|グループ)$", "", p.department.text) if p.department else ""
        for p in (new, old)
    ]
    ranks = [rank_of(post.title.text if post.title else post.text) for post in (new, old)]
    shorter = min(names, key=len)
    return len(shorter) >= LEAST_STEM and ranks[0] < ranks[1] and all(n.endswith(shorter) for n in names)


def _same_unit(a: Post, b: Post) -> bool:
    """A move within one unit: 営業部 次長 → 営業部長, お客様…部長 → お客様…本部長."""
    if _ELSEWHERE.search(a.text) and not _ELSEWHERE.search(b.text):
        return False
    x, y = (re.split(r"[\s　]+", p.department.text)[0] if p.department else p.text for p in (a, b))
    if b.text in a.text or b.text.startswith("同") or _rises_over(a, b) or _rises_within(a, b):
        return True
    if re.split(r"[\s　]+", a.text)[-1] == re.split(r"[\s　]+", b.text)[-1] and a.department and b.department:
        return True
    if _OFFICER.search(a.text) or (b.department is None and _OFFICER.search(b.text)):
        return True
    stem_x, stem_y = (re.sub(r"(本部|部|課|室|センター)$", "", u) for u in (x, y))
    return stem_x == stem_y and bool(stem_x)
