"""A question in plain Japanese ("2020年3月期の連結の営業利益は") as what it asks of a table."""

from __future__ import annotations

import re

from agent.tables.question import TableQuestion, read_question
from agent.tables.words import plain
from agent.tables.years import year_in

TAIL = re.compile(
    r"(?:の(?:金額|額|数字|値|実績))?(?:は|って|を)?(?:いくら|何(?:円|人|名|株|%|倍|社)?|どれくらい|どのくらい|どれだけ)?"
    r"(?:に?な(?:りますか|った|りましたか)|ありますか|教えて(?:ください|下さい)?|知りたい(?:です)?|でしょうか|でしたか|ですか|だった|か)?[??。]*$"
)
_PERIOD = re.compile(
    r"(?:(?:明治|大正|昭和|平成|令和)(?:元|\d{1,2})年|\d{4}年)(?:\d{1,2}月期?|度)?(?:\d{1,2}日)?(?:末|時点|現在)?"
    r"|第\d{1,3}期(?:末)?|(?:当|前|今)(?:連結会計年度|事業年度|年度|期)(?:末)?|(?:直近|最新)(?:の)?(?:年度|期|決算)?|FY\d{4}"
)
_ENDING = re.compile(r"(\d{1,2})月期")
SCOPE = re.compile(r"連結(?:決算|ベース)?|単体|個別(?:決算)?|提出会社|親会社単独")
_OTHER_SPAN = re.compile(r"第[1-4]四半期|四半期|中間期?|上期|下期|半期|予想|見通し|計画|目標|見込|月次")
_NO_FIGURE = re.compile(r"誰|だれ|どなた|いつ|なぜ|どうして|どのよう|どこ|どんな")


def read_plain(
    text: str,
    fiscal_end: tuple[int, int] | None = None,
    term: int | None = None,
    names: frozenset[str] = frozenset(),
) -> TableQuestion | None:
    """The question's concept, what it belongs to, year and scope; None when it asks for no figure of a year.

    `fiscal_end` (year, month) and `term` resolve 前期, 第N期 and 年度; `names` are names of the company itself, which
    say nothing. A question without a year asks for the latest one.
    """
    if "「" in text:
        return read_question(text)
    folded = plain(text)
    if _NO_FIGURE.search(folded) or _OTHER_SPAN.search(folded):
        return None
    body = TAIL.sub("", folded, count=1)
    periods = list(_PERIOD.finditer(body))
    if len({p[0] for p in periods}) > 1:
        return None
    year = year_in(periods[0][0].replace("今", "当"), fiscal_end, term) if periods else None
    if periods and year is None and not re.match("直近|最新", periods[0][0]):
        return None
    scope = SCOPE.search(body)
    consolidated = None if scope is None else scope[0].startswith("連結")
    rest = _PERIOD.sub("", SCOPE.sub("", body))
    pieces = [
        piece for piece in re.split(r"における|について|[のはを、,]", rest) if piece and piece not in names
    ]
    if not pieces:
        return None
    asked = year if year is not None else fiscal_end[0] if fiscal_end else None
    month = _ENDING.search(periods[0][0]) if periods else None
    at_day = bool(periods) and re.search("末|時点|現在|日$", periods[0][0]) is not None
    return TableQuestion(
        text, tuple(reversed(pieces)), asked, at_day, consolidated,
        month=int(month[1]) if month else None, names_year=year is not None,
    )  # fmt: skip
