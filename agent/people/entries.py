"""From a person with evidence to the plan's entry: name, title, department, each standing in a quote."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from agent.evidence.cite import cite
from agent.models.evidence import Citation
from agent.people.fold import fold
from agent.people.lexicon import table
from agent.people.posts import Post
from agent.people.titles import rank_of
from agent.people.types import Form, Mention, Person, Phrase, Source

MAX_CITATIONS = 6
"""Quotes an entry carries at most: name, title, department, role, stance, status."""
_FORM_ORDER = {
    Form.SIGNATURE: 0, Form.NOTICE: 1, Form.ATTENDEE: 2, Form.TABLE: 2, Form.SENDER: 3, Form.CHAT_USER: 4, Form.SPEAKER: 5,
    Form.PROSE: 3, Form.SELF: 4, Form.RECEIVER: 4, Form.AUTHOR: 6, Form.TITLE_ONLY: 7,
}  # fmt: skip


class Citing:
    """Collects citations in order of importance, each once."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = {s.index: s for s in sources}

    def at(self, doc: int, start: int, end: int) -> Citation | None:
        return cite(self.sources[doc].document, start, end)

    def spread(self, doc: int, spans: Sequence[tuple[int, int]]) -> list[Citation]:
        """One quote over all spans where that fits, else one for each."""
        whole = self.at(doc, min(s for s, _ in spans), max(e for _, e in spans))
        if whole is not None and len(whole.quote) <= 160:
            return [whole]
        return [c for c in (self.at(doc, s, e) for s, e in spans) if c is not None]


def best_name(person: Person) -> Mention:
    """The mention that writes the name most fully, in kanji before Latin letters, in structure before prose."""
    return min(
        person.mentions,
        key=lambda m: (
            m.latin and not person.latin,
            m.latin and len(m.surface) <= 3 and m.surface.isupper(),
            m.family != person.family,
            m.given != person.given and not m.latin,
            -len(m.given or ""),
            not m.latin and (m.family or "") not in fold(m.surface),
            _FORM_ORDER[m.form],
            m.doc,
            m.start,
        ),
    )


def reading_of(person: Person) -> tuple[int, Phrase] | None:
    """The reading of the name where a source prints it: behind the name in brackets, or in a column of its own."""
    for mention in person.mentions:
        if mention.kana is not None:
            return mention.doc, mention.kana
    return None


def title_and_unit(
    person: Person, posts: Sequence[Post], as_of: dt.date, status: str
) -> tuple[tuple[int, Phrase] | None, tuple[int, Phrase] | None, dt.date | None]:
    """The title and department valid on `as_of` (document and phrase), with the day of the source that gives them.

    A person about to leave keeps the post they still hold, one about to join has the new one. Notices go before
    notes; of the notes the newest, and of the same year the most senior and fullest, a post before a rank.
    """
    own = [p for p in posts if p.person == person.index]
    held = [p for p in own if p.held_on(as_of)]
    if status == "joining":
        held = [p for p in own if p.since] or held
    held = held or own
    titled = [p for p in held if p.title and rank_of(p.title.text) < 9] or [p for p in held if p.title]
    newest = max((_day(p) for p in titled), default=dt.date.min)
    recent = [p for p in titled if p.since is not None or (newest - _day(p)).days <= 400]
    title = max(
        recent,
        key=lambda p: (p.since is not None, p.notice, not _is_rank(p), *_full(p), _day(p)),
        default=None,
    )
    units = [p for p in held if p.department]
    unit = title if title is not None and title.department else None
    if unit is None and not (title is not None and title.notice and title.since):
        unit = max(
            units,
            key=lambda p: (p.notice, len(p.department.text) if p.department else 0, _day(p)),
            default=None,
        )
    day = max((p.day for p in (title, unit) if p and p.day), default=None)
    return (
        (title.doc, _display(title.title, title.department)) if title and title.title else None,
        (unit.doc, unit.department) if unit and unit.department else None,
        day,
    )


def is_area(title: str | None, unit: str) -> bool:
    """True for what an executive is in charge of, which is no unit: 管理 of 「常務取締役 管理担当」, 営業 of 「営業の常務」."""
    if unit not in table("departments")["bare"] or not title:
        return False
    return title.endswith("担当") or (bool(_EXECUTIVE.search(title)) and not title.endswith("長"))


_EXECUTIVE = re.compile(r"取締役|執行役|役員|専務|常務")


def _day(post: Post) -> dt.date:
    return post.since or post.day or dt.date.min


def _display(title: Phrase, unit: Phrase | None) -> Phrase:
    """ "委員長：常務執行役員 CIO" shows the post behind the colon; a title fused with its 本部 is shown whole."""
    if unit is not None and unit.text.endswith("本部") and unit.start < title.start < unit.end < title.end:
        head = unit.text[: title.start - unit.start]
        return Phrase(head + title.text, unit.start, title.end)
    at = max(title.text.rfind("："), title.text.rfind(":")) + 1
    return Phrase(title.text[at:], title.start + at, title.end) if at else title


def _is_rank(post: Post) -> bool:
    """True for 専務 and 常務 behind a name: what somebody is called, not which post they hold."""
    return post.title is not None and post.title.text in ("専務", "常務")


def _full(post: Post) -> tuple[int, int]:
    title = post.title.text if post.title else ""
    return (-rank_of(title), len(title))
