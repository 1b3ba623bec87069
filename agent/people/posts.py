"""Posts people hold, as personnel notices, signatures and notes give them, with the day they begin or end."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.people.columns import column_kind
from agent.people.departments_beside import unit_headed
from agent.people.fold import name_key
from agent.people.labels import Label, place_words
from agent.people.notice_lines import NOTICE_LINE
from agent.people.titles import rank_of
from agent.people.types import Person, Phrase, Source, Unit
from agent.people.units import MONTHS
from connectors.interface import BlockKind, Span

_EFFECTIVE = re.compile(
    r"(?:(20\d\d)\s*[年/.-]\s*)?(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?\s*(?:付|より|から|をもって|発令|就任)"
)
_EFFECTIVE_EN = re.compile(
    r"(?:effective|with effect|as of|from|starting)(?: from| on)? (\d{1,2}) ([A-Z][a-z]{2,8}) (20\d\d)|(?:effective|as of|from|starting)(?: from| on)? ([A-Z][a-z]{2,8}) (\d{1,2}),? (20\d\d)",
    re.IGNORECASE,
)
_STAYS = re.compile(r"現任|継続|重任|留任|再任|変更なし|no change|unchanged|reappointed", re.IGNORECASE)
_APPOINTED = re.compile(
    r"(?:[(（](?P<old>[^()（）]{2,40})[)）]を、?|(?P<old2>(?:副|元|前)?[一-龥ァ-ヶー]{2,14})?(?:氏|様|さん)?(?:が|は)、?)(?:[0-9０-９年月日/]+付け?で、?)?(?P<new>[^。、]{2,40}?)に(?:選任|任命|登用|昇任|昇格|就任|着任)"
)


@dataclass(frozen=True, slots=True)
class Post:
    """One post of one person. `since`/`until` are days when the source says so; `day` is when it was written."""

    person: int
    doc: int
    text: str
    title: Phrase | None
    department: Phrase | None
    start: int
    end: int
    since: dt.date | None = None
    until: dt.date | None = None
    day: dt.date | None = None
    notice: bool = False
    org: str | None = None

    def held_on(self, day: dt.date) -> bool:
        """True unless the source says that it had not begun or was over by then."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def read_posts(persons: Sequence[Person], sources: Sequence[Source]) -> list[Post]:
    """Every post of every person: notices first, then what stands beside the names."""
    posts: list[Post] = []
    for source in sources:
        posts += _notice(source, persons)
    for person in persons:
        for mention in person.mentions:
            if mention.title is None and mention.department is None:
                continue
            if any(
                p.doc == mention.doc and mention.title and p.start <= mention.title.start < p.end
                for p in posts
            ):
                continue
            words = " ".join(x.text for x in (mention.department, mention.title) if x)
            posts.append(
                Post(
                    person.index,
                    mention.doc,
                    words,
                    mention.title,
                    mention.department,
                    mention.start,
                    mention.end,
                    day=mention.day,
                    org=mention.org,
                )
            )
    return [_with_dates(post, posts) for post in posts]


def _with_dates(post: Post, posts: Sequence[Post]) -> Post:
    """A post written without dates takes those a notice gives the same post of the same person."""
    if post.notice or post.title is None:
        return post
    title = name_key(post.title.text)
    stem = re.sub(r"(?:本部|部|課|室)\Z", "", name_key(post.department.text)) if post.department else ""
    for other in posts:
        words = name_key(other.text)
        if other.notice and other.person == post.person and words.endswith(title) and stem in words:
            return _dated(post, other.since, other.until, post.day)
    return post


def effective_day(text: str, published: dt.date | None) -> dt.date | None:
    """The day a notice takes effect; a month and day alone belong to the year of publication or the next."""
    english = _EFFECTIVE_EN.search(text)
    if english:
        day, month, year = (
            (english[1], english[2], english[3]) if english[1] else (english[5], english[4], english[6])
        )
        if month[:3].casefold() in MONTHS:
            return dt.date(int(year), MONTHS.index(month[:3].casefold()) + 1, int(day))
    for found in _EFFECTIVE.finditer(text):
        year_text = found[1] or (str(published.year) if published else None)
        if year_text is None:
            continue
        try:
            day_found = dt.date(int(year_text), int(found[2]), int(found[3]))
        except ValueError:
            continue
        if not found[1] and published and (published - day_found).days > 180:
            day_found = day_found.replace(year=day_found.year + 1)
        return day_found
    return None


def _notice(source: Source, persons: Sequence[Person]) -> list[Post]:
    owners = {m.unit: p for p in persons for m in p.mentions if m.doc == source.index and m.unit >= 0}
    effective = effective_day(source.document.title + "\n" + source.folded, source.document.published)
    posts: list[Post] = []
    header: list[str] = []
    for unit in source.units:
        block = unit.block
        if block.kind is not BlockKind.TABLE_ROW:
            header = []
            posts += _appointments(source, persons, unit, effective)
            moved = NOTICE_LINE.match(unit.text)
            holder = owners.get(unit.index)
            if moved and holder is not None:
                for group, since, until in (("new", effective, None), ("old", None, effective)):
                    if not _STAYS.search(moved[group]):
                        post = _post(
                            holder, source, moved[group], unit.start + moved.start(group), notice=True
                        )
                        posts.append(_dated(post, since, until, source.document.published))
            continue
        cells = [source.folded[c.start : c.end] for c in block.cells]
        if block.header or (not header and any(column_kind(c) in ("new_post", "old_post") for c in cells)):
            header = cells
            continue
        kinds = [column_kind(h) for h in header] + [None] * (len(cells) - len(header))
        person = owners.get(unit.index)
        if person is None or not {"new_post", "old_post"} & set(kinds):
            continue
        stays = any(_STAYS.search(c) for c in cells)
        changes = effective
        if changes is None and source.public and {"new_post", "old_post"} <= set(kinds):
            changes = (
                source.document.published
            )  # a notice of moves that gives no day takes effect as it appears
        for position, kind in enumerate(kinds[: len(cells)]):
            if kind not in ("new_post", "old_post") or not cells[position] or _STAYS.search(cells[position]):
                continue
            span = block.cells[position]
            post = _post(person, source, cells[position], span.start, notice=True)
            since = changes if kind == "new_post" and not stays else None
            until = changes if kind == "old_post" else None
            posts.append(_dated(post, since, until, source.document.published))
    return posts


def _appointments(
    source: Source, persons: Sequence[Person], unit: Unit, effective: dt.date | None
) -> list[Post]:
    """ "田中一郎(…部長)を執行役員 …本部長に選任いたします": the old post in brackets, the new one behind を."""
    posts: list[Post] = []
    for owner in persons:
        for mention in owner.mentions:
            if mention.doc != source.index or mention.unit != unit.index:
                continue
            found = _APPOINTED.match(unit.text, mention.end - unit.start)
            if not found:
                continue
            day = effective_day(unit.text, unit.day) or effective
            for group, since, until in (("new", day, None), ("old", None, day), ("old2", None, day)):
                if found[group]:
                    post = _post(owner, source, found[group], unit.start + found.start(group), notice=True)
                    posts.append(_dated(post, since, until, unit.day))
    return posts


def _post(person: Person, source: Source, words: str, base: int, notice: bool) -> Post:
    probe = Label(base, base, "", None, False, Span(base, base + len(words)))
    bare = re.sub(r"[(（][^()（）]*[)）]", lambda m: " " * len(m[0]), words)
    place_words(probe, bare, base)
    title = probe.title
    if title is None or rank_of(words) < rank_of(title.text):
        title = Phrase(words.strip(), base, base + len(words.strip())) if rank_of(words) < 9 else title
    department = probe.department
    if department is None and title is not None and (headed := unit_headed(title.text)) is not None:
        at = title.start + headed[0]
        department = Phrase(headed[1], at, at + len(headed[1]))
    if department is None and title is not None:
        department = _place_before(words, base, title) or _place_behind(words, base, title)
    return Post(
        person.index,
        source.index,
        words,
        title,
        department,
        base,
        base + len(words),
        notice=notice,
        org=probe.org,
    )


_NO_PLACE = re.compile(
    r"同|.*(?:取締役|執行役員?|監査役|役員|理事|社長|専務|常務|代表|顧問|フェロー|兼|兼務|新任|退任|退職|入社|[0-9].*付)|株式会社"
)
"""What stands before a title in a cell of a notice and is no place of work: a rank, what happens to somebody."""


def _place_before(words: str, base: int, title: Phrase) -> Phrase | None:
    """The site or unit that a cell gives before the title: れんげ園 of 「れんげ園 園長」."""
    head = words[: title.start - base]
    parts = re.split(r"[ 　]+", head.strip())
    if not head[-1:].isspace() or len(parts) > 2 or head.isascii():
        return None
    name = parts[-1]
    if len(name) < 2 or _NO_PLACE.fullmatch(name) or re.search(r"[()（）、。]", head):
        return None
    at = base + head.rindex(name)
    return Phrase(name, at, at + len(name))


def _place_behind(words: str, base: int, title: Phrase) -> Phrase | None:
    """The site behind an English title: Nagoya Branch of "General Manager, Nagoya Branch"."""
    found = re.compile(r", (?:the )?(?P<place>[A-Z][\w'’&.-]*(?: [A-Z(][\w'’&.)-]*){0,4})\Z").match(
        words, title.end - base
    )
    if found is None:
        return None
    return Phrase(found["place"], base + found.start("place"), base + found.end("place"))


def _dated(post: Post, since: dt.date | None, until: dt.date | None, day: dt.date | None) -> Post:
    return replace(post, since=since, until=until, day=day)
