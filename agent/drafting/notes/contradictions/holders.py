"""Who holds a part in the work: our contact, the project lead, the one in charge; named once, and changed since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.contradictions.pairs import Pair, is_earlier, stand_apart
from agent.renewal.remarks import Remark

PART = re.compile(
    r"窓口|(?:推進|教育|運用|導入|実務|更新|社内|現場)?担当(?:者)?(?=は|が|:|：)|事務局|責任者|旗振り(?:役)?|プロジェクトリーダー|"
    r"\b(?:main |day-to-day )?contact\b|\bproject lead\b|\bproduct owner\b|\badmin(?:istrator)?\b|\bsponsor\b",
    re.I,
)
CHANGED = re.compile(
    r"(?:に|へ)[^。、]{0,4}(?:代わ|替わ|交代|変わ|引き継|バトン|移)|後任|外れ|\b(?:took over|taken over|is now|replaced|replaces|instead of|leaving as|steps? down as|handed over)\b",
    re.I,
)


def disputed_holders(remarks: Sequence[Remark]) -> Iterator[Pair]:
    """One pair: a note that names the holder of a part, and a later one by which it has changed hands."""
    notes = [r for r in remarks if r.is_note and r.kind.value not in ("heading", "field") and r.side != "us"]
    named = [
        (note, held)
        for note in notes
        if (held := _parts_in(note)) and NAMES.search(note.text) and not CHANGED.search(note.text)
    ]
    for after in reversed(notes):
        parts = _parts_in(after)
        if not parts or not CHANGED.search(after.text):
            continue
        for before, held in named:
            if parts & held and stand_apart(before, after) and is_earlier(before, after):
                yield Pair("changed", before, after, "newer")
                return


def _parts_in(remark: Remark) -> set[str]:
    return {match[0].casefold() for match in PART.finditer(remark.text)}


NAMES = re.compile(r"[一-龠]{1,4}(?:さん|様|氏|係長|主任|課長|部長|室長|所長|次長)|\b[A-Z][a-z]+\b")


NEW_TITLE = re.compile(
    r"(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)(?: \([^)]*\))? (?:has been|have been|was|is|will be) (?:promoted|appointed|named|made)(?: to| as)? (?P<title>(?:the )?[A-Z][\w ,&-]+?)(?=,? (?:effective|from|with|and|as of|on)\b|[.;]|$)"
)


def overtaken_titles(remarks: Sequence[Remark]) -> Iterator[Pair]:
    """One pair: a note gives somebody a title that a published notice of promotion has replaced (English wording)."""
    for notice in remarks:
        found = NEW_TITLE.search(notice.text)
        if notice.is_note or not found:
            continue
        new = set(re.findall(r"[a-z]+", found["title"].casefold()))
        old = re.compile(rf"{re.escape(found['name'])}(?:, | \(| - | – )(?P<title>[A-Z][\w &]+)")
        for record in remarks:
            said = old.search(record.text) if record.is_note and is_earlier(record, notice) else None
            if said and not set(re.findall(r"[a-z]+", said["title"].casefold())) <= new:
                yield Pair("not_so", record, notice, "newer")
                return
