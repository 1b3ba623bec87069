"""The pieces of an item of a list of tools: under a label, by their form, or left open; which of them is the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from tomllib import loads

from agent.dictionary import morphemes
from agent.drafting.notes.tools.words import is_coined, is_work
from agent.people.latin_words import is_everyday

APART = re.compile(
    r"[\s　]*(?:[:：;；、。|｜/／=＝→⇒\t()（）\[\]［］【】〔〕「」『』]|,|->|=>|—|–|―|\*\*|__)+[\s　]*|[\s　]+[-~〜・]+[\s　]+|[ 　]{2,}"
)
JAPANESE_BLANK = re.compile(r"(?<=[^\x00-\x7f])[ 　]+|[ 　]+(?=[^\x00-\x7f])")
LEAD = re.compile(
    r"^[\s　・●○◎◇◆□■▪•※＊*\-–—+>＞]*(?:(?:[(（]?\d{1,2}(?:\.\d{1,2})*[)）.．、:：]?|[①-⑳])[\s　]+|[①-⑳]|\d{1,2}[)）.．、][\s　]*)?"
)
TOPIC = re.compile(r"(?<=[^\x00-\x7f\s])(?:は|には)(?=[^\s])")
NAME_LIKE_EN = re.compile(r"^[A-Z][\w.+&'’-]*(?: [A-Z0-9][\w.+&'’-]*){0,2}$|^[a-z]+[A-Z]\w*$")
PLAIN_LOWER = re.compile(r"^[a-z][a-z &'/-]*$")
QUOTES = '「『"“'
FIELDS = ("name", "department", "purpose")
LONGEST = 32


@dataclass(slots=True)
class Pieces:
    """What one line tells: parts under their fields, and pieces of no field in their order, with whether each was quoted."""

    told: dict[str, str] = field(default_factory=dict)
    open: list[tuple[str, bool]] = field(default_factory=list)


@cache
def words(name: str) -> re.Pattern[str]:
    """A list of set_out.toml, both languages in one pattern."""
    tables = loads(files("agent.drafting.notes.tools").joinpath("set_out.toml").read_text(encoding="utf-8"))
    return re.compile("|".join([*tables["ja"][name], *(rf"(?i:{one})" for one in tables["en"][name])]))


@cache
def _used() -> tuple[re.Pattern[str], ...]:
    tables = loads(files("agent.drafting.notes.tools").joinpath("set_out.toml").read_text(encoding="utf-8"))
    return tuple(re.compile(one) for table in tables.values() for one in table["used"])


def label_of(text: str) -> str | None:
    """The field a label announces; None for words that are no label."""
    bare = text.strip(" 　*_:：")
    return next((name for name in FIELDS if words(name).fullmatch(bare)), None)


def is_unit(text: str) -> bool:
    """A department, team or place of work."""
    return words("unit").search(text.strip()) is not None


def pieces_of(text: str) -> Pieces:
    """The pieces of a line; a label alone names the piece behind it."""
    body = text[LEAD.match(text).end() :]  # type: ignore[union-attr]
    found = Pieces()
    label: str | None = None
    for piece, quoted in _cut(body):
        if label is None and (named := label_of(piece)) is not None:
            label = named
            continue
        if label is None and (led := re.match(r"(?P<label>\S{1,8}|[a-z]+(?: [a-z]+)?)[ 　]+(?=\S)", piece)):
            named = label_of(led["label"])
            if named is not None and not quoted:
                label, piece = named, piece[led.end() :]
        if label is not None:
            found.told.setdefault(label, piece)
            label = None
            continue
        _place(piece, quoted, found)
    return found


def _cut(body: str) -> list[tuple[str, bool]]:
    out: list[tuple[str, bool]] = []
    at = 0
    for gap in [*APART.finditer(body), None]:
        piece = re.sub(
            r"^[はがの](?=[^ぁ-ん])" if at else r"^(?!)",
            "",
            body[at : gap.start() if gap else len(body)].strip(" 　."),
        )
        quoted = at > 0 and body[at - 1] in QUOTES
        at = gap.end() if gap else len(body)
        if not piece:
            continue
        topic = [p for p in TOPIC.split(piece, maxsplit=1) if p]
        for part in topic:
            blank = [p for p in JAPANESE_BLANK.split(part) if p]
            out += [(one, quoted) for one in blank]
    return out


def _place(piece: str, quoted: bool, found: Pieces) -> None:
    for pattern in () if quoted else _used():
        used = pattern.match(piece)
        if used and (used.groupdict().get("unit") is None or is_unit(used["unit"])):
            for group, name in (("unit", "department"), ("purpose", "purpose")):
                if value := used.groupdict().get(group):
                    found.told.setdefault("department" if is_unit(value) else name, value)
            return
    if is_unit(piece) and not quoted and "department" not in found.told:
        found.told["department"] = piece
        return
    found.open.append((piece, quoted))


def name_score(piece: str, quoted: bool) -> float:
    """How much the piece looks like a product's name rather than a kind of work."""
    if quoted:
        return 3
    if piece.isascii():
        if PLAIN_LOWER.match(piece):
            return -2
        return 1.5 if NAME_LIKE_EN.match(piece) and not is_everyday(piece.split(" ")[0]) else 0.5
    score = 0.0
    if re.search(r"[A-Za-zＡ-Ｚ]", piece) or any(
        is_coined(run) for run in re.findall(r"[ァ-ヴー]{3,}", piece)
    ):
        score += 1.5
    tokens = list(morphemes(piece))
    if any(token.part_of_speech()[0] not in ("名詞", "接尾辞", "接頭辞", "補助記号") for token in tokens):
        score += 1
    if is_work(piece) or re.search(
        r"(?:管理|精算|会計|連絡|共有|作成|申請|処理|計算|チャット|メール|業務)$", piece
    ):
        score -= 1
    return score + (0.5 if re.search(r"[ァ-ヴー]{3,}", piece) else 0)


def place_of_name(items: Sequence[Pieces]) -> int:
    """Which of the open pieces is the name, as the items of the list agree on; the first where nothing tells."""
    width = max((len(item.open) for item in items), default=0)
    totals = [
        sum(name_score(*item.open[place]) for item in items if place < len(item.open))
        for place in range(width)
    ]
    return max(range(width), key=lambda place: (totals[place], -place)) if width else 0
