"""The figures of a goal by the part they play: where things stand (baseline), and what is to be reached (target)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.calendar import fold
from agent.calendar.number_words import ONES_EN
from agent.drafting.notes.frames import frames
from agent.drafting.notes.goals.asides import without_asides, without_remarks
from agent.drafting.notes.goals.no_level import is_refused
from agent.drafting.notes.goals.numbers import MEASURED_IN_NUMBERS, spoken_figures
from agent.drafting.notes.goals.ordinals import ordinal_of
from agent.drafting.notes.goals.scopes import counts_no_level, year_printed
from agent.goals import GoalContext
from agent.goals.quantities import Found, masked
from agent.goals.scan import Scan
from connectors.language import JAPANESE

BREAK = re.compile(r"[、。;；()（）「」\n]|,(?!\d)|\.(?!\d)|:(?!\d)")
SPELLED = re.compile(r"半日|1日半|三分の一|a third|two thirds|a quarter")
SCALED = re.compile(r"\d\s?(?:[万億千百]|k\b|million|thousand)", re.I)
MONEY_SCALE = {"k": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
MONEY = re.compile(rf"[$€£¥₹] ?\d[\d,.]* ?(?P<scale>{'|'.join(MONEY_SCALE)})(?![A-Za-z])", re.I)
"""A sum of money with its scale (£1.9m)."""
NO_LEVEL = frozenset(("all",))
UNTIL_AFTER = re.compile(r"(?:末|頭|中|上旬|中旬|下旬)?(?:まで|に(?!は?平均)|中|末)")
UNTIL_BEFORE = re.compile(r"(?:次の|来|by|until|before|end of|till|to) ?(?:the )?$", re.I)
INSTEAD = re.compile(r"(?:instead of|rather than|compared (?:to|with)|に比べ|ではなく)[^\d]{0,8}$", re.I)
OBJECT = re.compile(r"(?:以[内下上]|未満)(?:の[^、。]{1,8})?を[^、。]{0,10}\d")
FROM_TO = re.compile(r"\s*(?:→|⇒|->|=>|から|を)\s*|,? (?:down |up )?to ")
"""All that stands between a level and what it is to become."""
NOW = re.compile(r"today|now|this morning|現在|今日|本日|今", re.I)
BARE_MONTH = re.compile(r"\d{1,2}月|[A-Z][a-z]{2,8}\.?")
SHARE = re.compile(r"半分|半減|[0-9二三四五]?倍|ゼロ|\bhal(?:f|v\w+)|doubl\w+|zero|tripl\w+|皆無|全廃", re.I)
OF_TIME = re.compile(
    r"(?:次の|今後|この|約束の|next|last|past|previous|coming|first|every|each) ?(?:the )?$", re.I
)
DATE_ONLY = re.compile(r"(?:by|before|until|due) .{3,24}$|.{2,12}(?:まで(?:に|です|で)?|末|中)[。]?$", re.I)
BARE_REST = 14
EXPECTED = 2
SURE = 2
OF_A_MONTH = re.compile(r"(?:[\d一二三四五六七八九十今来先翌当毎同]|か|\ue000)月の? ?$")
NO_COUNT = re.compile(
    r"(?:の)?うち|(?<=[店社校園宿院])の?(?:平均|合計|全体)|(?<=拠点)の?(?:平均|合計|全体)|目(?!標)|中の|[^、。]{0,4}あたり| of \d|期目|番目|回目|年目|つ目|人で|名で|か所で|-point|st |nd |th |(?:ほど)?を?(?:測っ|計っ|数えて|調べ|抜き|抽出|サンプル|試し)"
)
OF_ONE = re.compile(
    r"(?<![\d.])[1１一](?:施設|人|名|店舗?|拠点|校|園|社|台|便|現場|病棟|棟|室|か所|ヶ所|ライン|件)"
)
OF_ONE_FOLLOWS = re.compile(r"[ 　、につきで]*(?:毎?[月日週年]|平均)[ 　に]*\d")
"""One of what the figure right behind is counted for (1施設 月6時間)."""
DEFINES = re.compile(
    r"(?:以[内上下]|未満|を超え(?:た|る))(?:に|で|の|が|を)?[^、。\d]{1,16}(?:割合|率|比率|件数|回数|人数|台数|本数|「)"
)
DEFINES_EN = re.compile(
    r"\b(?:share|rate|percentage|proportion|number|count) of [^.;,\d]{2,60}\b(?:within|under|over|in|after|longer than|more than|less than|at least) (?:the )?$",
    re.I,
)
"""Around a figure that says which cases are counted (3日以内に届いた割合), and not how many."""
TENTHS = re.compile(r"(?P<number>[一二三四五六七八九])分(?!の)")
"""Behind so many 割: tenths of them (九割五分)."""
DIGITS = {kanji: number for number, kanji in enumerate("一二三四五六七八九", 1)}
RATE = re.compile(r"^(?:[%％割]|パーセント|per ?cent)", re.I)
TIMES = re.compile(r"^(?:営業)?(?:秒|分|時間|日|週|か月)|^(?:seconds?|min|hours?|h$|days?|weeks?)", re.I)
LIMIT_BEFORE = re.compile(r"\b(?:within|under|inside|in|in under|less than) (?:the )?(?:first )?$", re.I)
LIMIT_AFTER = re.compile(r"\s?(?:以内|以下|未満)(?:に|の|で|が|は|:|：)?")
NEAR_LIMIT = 40
"""Characters between a share and the limit after it ("95% answered within ten minutes")."""
CUT = re.compile(r"\d,$")
"""Before the end of a longer figure."""
NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a (?:third|quarter|fifth|tenth|dozen)|quarter|third)\b|[一二三四五六七八九十]",
    re.I,
)
BARE_END = re.compile(
    r"\s*(?:$|[.,;:)」。、]|(?:by|before|until|till|from|in|within|this|next|at|on|per|a|each|every|instead|if|or|and)\b|に|へ|まで|を|程度|以[上下内])"
)
"""After a number that needs no unit of its own, as the figure before it gave one ("from 62 hours to 43 by …")."""
LIST_NUMBER = re.compile(r"\s*[(（]?\d+")
REMARKED = re.compile(r"[(（](?:現状|現在|導入前|昨年|去年|実績|now|today|current)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of one sentence. `start`/`end` count within that sentence; `words` as printed, `value` in base units
    where a scale is printed (5千 → 5000), else the number as printed; None for halves and zeros in words."""

    sentence: int
    start: int
    end: int
    words: str
    value: float | None
    unit: str
    change: bool
    target: int  # how surely it is to be reached
    baseline: int  # how surely it is where things stand


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of some sentences that go together, in order, and which of them are the two parts."""

    found: tuple[Figure, ...]
    baseline: Figure | None
    target: Figure | None


def read_figures(
    sentences: Sequence[str], language: str, context: GoalContext, expected: bool = False
) -> Figures:
    """Baseline and target among the figures of sentences on one matter. Dates, shares of a whole and counts of scope
    are no figures; what has been reached already is neither. Where a goal is `expected` (under its heading, in answer
    to the question for it), the first figure that nothing marks is what is to be reached."""
    found: list[Figure] = []
    measured = any(MEASURED_IN_NUMBERS.search(sentence) for sentence in sentences)
    for number, sentence in enumerate(sentences):
        found += _of_sentence(number, sentence, language, context, measured)
    if all(figure.target <= figure.baseline for figure in found):
        found = [_dated_by_next(figure, sentences) for figure in found]
    if expected and all(figure.target <= figure.baseline for figure in found):
        open_to = [not is_done(sentence) for sentence in sentences]
        bare = next((f for f in found if f.target == f.baseline == 0 and open_to[f.sentence]), None)
        found = [replace(f, target=EXPECTED) if f is bare else f for f in found]
    target = max(
        (f for f in found if f.target > f.baseline),
        key=lambda f: (f.value is not None and f.target >= SURE, f.target, -f.sentence),
        default=None,
    )
    bases = [f for f in found if f.baseline > f.target and f is not target]
    bases = [
        f
        for f in bases
        if target is None
        or f.unit == target.unit
        or target.change
        or (not (f.unit and target.unit) and (f.value is not None or not target.unit))
    ]
    baseline = max(bases, key=lambda f: f.baseline, default=None)
    return Figures(tuple(found), baseline or _stood_before(found, target), target)


def _stood_before(found: Sequence[Figure], target: Figure | None) -> Figure | None:
    """The only figure in the target's unit that nothing marks and that an earlier sentence tells: where things stand."""
    if target is None or not target.unit:
        return None
    same = [f for f in found if f.unit == target.unit and f is not target and not f.change]
    earlier = [f for f in same if f.sentence < target.sentence and f.target == f.baseline == 0]
    return earlier[0] if len(earlier) == 1 == len(same) and earlier[0].value != target.value else None


def _dated_by_next(figure: Figure, sentences: Sequence[str]) -> Figure:
    """A bare level that the next words put a date to is to be reached ("six days. by 11 december.")."""
    after = sentences[figure.sentence + 1] if figure.sentence + 1 < len(sentences) else ""
    bare = (
        figure.target == figure.baseline == 0
        and len(sentences[figure.sentence]) <= len(figure.words) + BARE_REST
    )
    return replace(figure, target=1) if bare and DATE_ONLY.match(after.strip()) else figure


def states_aim(sentence: str) -> bool:
    """The words speak of something wanted or set as a goal."""
    return _says("aim", sentence, _language(sentence))


def is_done(sentence: str) -> bool:
    """The words tell what has been reached, and set nothing to be reached."""
    return _says("done", sentence, _language(sentence)) and not states_aim(sentence)


def _of_sentence(
    number: int, sentence: str, language: str, context: GoalContext, measured: bool
) -> list[Figure]:
    folded = fold(sentence)
    scan = Scan.of(folded.text, language, context)
    language = _language(sentence)
    quantities = _quantities(scan, language, measured)
    text, quantities = without_asides(scan.masked, quantities)
    pieces = [Found(*match.span(), 0.5, "", "time") for match in SPELLED.finditer(folded.text)]
    taken = [q for q in quantities if all(q.end <= p.start or p.end <= q.start for p in pieces)]
    quantities = sorted([*taken, *pieces], key=lambda quantity: quantity.start)
    figures = []
    for place, quantity in enumerate(quantities):
        target, baseline = _roles(scan, quantity, sentence)
        if place + 1 < len(quantities) and _leads_to(text, quantity, quantities[place + 1], language):
            target, baseline = 0, baseline + 3
        if place and _leads_to(text, quantities[place - 1], quantity, language):
            target, baseline = target + 3, 0
            if quantity not in pieces:
                quantity = _in_unit_of(quantities[place - 1], quantity, text)
        if is_done(sentence):
            target = 0
        if is_refused(folded.text[: quantity.start], folded.text[quantity.end :]):
            continue
        start, end = folded.original(quantity.start, quantity.end)
        figure = _figure(number, start, end, sentence, quantity, target, baseline)
        if quantity in pieces:  # half a day: words, not half of anything
            wanted = target or int(states_aim(sentence))
            figure = replace(figure, value=None, unit="", target=wanted)
        figures.append(figure)
    return _share_of_limit(sorted(figures, key=lambda figure: figure.start), sentence)


def _share_of_limit(figures: list[Figure], sentence: str) -> list[Figure]:
    """Beside a share the limit says which cases are counted ("within ten minutes, 95% of the time", 15分以内が95%)."""
    shares = [f for f in figures if RATE.match(f.unit) and not f.change and f.value is not None]
    limits = [f for f in figures if f not in shares and _is_limit(f, sentence)]
    if len(shares) != 1 or len(limits) != 1 or shares[0].start < limits[0].start - NEAR_LIMIT:
        return figures
    share, limit = shares[0], limits[0]
    aimed = limit.target and not share.baseline
    raised = replace(share, target=max(share.target, limit.target)) if aimed else share
    return [raised if f is share else replace(f, target=0, baseline=0) if f is limit else f for f in figures]


def _is_limit(figure: Figure, sentence: str) -> bool:
    before, after = sentence[: figure.start], sentence[figure.end :]
    return bool(LIMIT_BEFORE.search(before) or LIMIT_AFTER.match(after)) and bool(TIMES.match(figure.unit))


def _quantities(scan: Scan, language: str, measured: bool) -> list[Found]:
    """Quantities of the sentence in order: those of written goals, and the ones only speech has. `measured` where a rate,
    score or count is named, so that a number needs no unit."""
    dated = [(m.start, m.end) for m in scan.mentions]
    in_pieces = [
        q
        for q in spoken_figures(masked(scan.text, dated), language)
        if q.value != q.value and q.unit == "時間"
    ]
    told = spoken_figures(masked(scan.text, [*dated, *scan.not_metric]), language)
    told = tuple(q for q in told if all(q.end <= w.start or w.end <= q.start for w in in_pieces))
    spoken = [
        q
        for q in (*told, *in_pieces)
        if (q.dimension != "none" or measured)
        and not OF_TIME.search(scan.text[: q.start])
        and not NO_COUNT.match(scan.text, q.end)
    ]
    written = [q for q in scan.quantities if _counts(scan.masked, q) and not CUT.search(scan.text[: q.start])]
    written = [q for q in written if not counts_no_level(scan.text, q.start, q.end)]
    whole = [q for q in spoken if q.value != q.value]  # printed as they stand, in one piece
    listed = ordinal_of(scan.text)
    written = [q for q in written if listed is None or q.end <= listed[0] or listed[1] <= q.start]
    kept = [q for q in written if all(q.end <= w.start or w.end <= q.start for w in whole)]
    kept += [q for q in spoken if all(q.end <= w.start or w.end <= q.start for w in kept)]
    days = {float(m.first.day) for m in scan.mentions if m.first is not None and m.first == m.last}
    kept = [
        q
        for q in kept
        if not (q.unit == "日" and (q.value in days or OF_A_MONTH.search(scan.text[: q.start])))
    ]
    return sorted(kept, key=lambda quantity: quantity.start)


def _counts(text: str, quantity: Found) -> bool:
    """A level or a change of something measured; no whole of a share, no stretch of time ahead, no denominator."""
    words = text[quantity.start : quantity.end]
    if quantity.spelled:
        return bool(SHARE.search(words))
    if not re.search(r"\d", words) and not NUMBER_WORD.search(words):
        return False
    if quantity.unit.lower() in ONES_EN:  # twenty-nine
        return False
    if DEFINES.match(text, quantity.end) or DEFINES_EN.search(text[: quantity.start]):
        return False
    if OF_ONE.fullmatch(words.strip()) and OF_ONE_FOLLOWS.match(text, quantity.end):
        return False
    if OF_TIME.search(text[: quantity.start]) or NO_COUNT.match(text, quantity.end):
        return False
    if (LIST_NUMBER.fullmatch(text[: quantity.end]) and re.match(r"[.)．]", text[quantity.end :])) or (
        not quantity.unit and JAPANESE.search(text)
    ):
        return False
    return quantity.dimension not in NO_LEVEL


def _roles(scan: Scan, quantity: Found, sentence: str) -> tuple[int, int]:
    text, tongue = scan.masked, _language(sentence)
    start = max((m.end() for m in BREAK.finditer(text, 0, quantity.start)), default=0)
    gap = BREAK.search(text, quantity.end)
    end = gap.start() if gap else len(text)
    before, after, beyond = (
        text[start : quantity.start],
        text[quantity.end : end],
        text[quantity.end : quantity.end + 16],
    )
    target = 2 * _says("target_before", before, tongue) + 2 * _says("target_after", after, tongue)
    baseline = 2 * _says("base_before", before, tongue) + 2 * (
        _says("base_after", after, tongue) or bool(REMARKED.match(beyond))
    )
    if INSTEAD.search(before):
        return 0, 4
    if OBJECT.match(after):
        target = 0
    ahead = _dates(scan, start, end)
    if ahead < 0 and target and not baseline and states_aim(sentence):
        ahead = 0  # a bare month beside a wish is the month it is wished for
    if ahead:
        target, baseline = target + 2 * (ahead > 0), baseline + 2 * (ahead < 0)
    if quantity.change or quantity.spelled:
        target += 1
    if states_aim(sentence) and not baseline:
        target += 1
    return target, baseline


def _dates(scan: Scan, start: int, end: int) -> int:
    """1 where a date still to come stands in the same piece of the sentence, -1 where one that is over does.

    A bare month is over unless something says until ("3月までに", "by March").
    """
    near = [m for m in scan.mentions if start <= m.start < end and m.last is not None]
    if not near:
        year = year_printed(scan.text[start:end])
        return -1 if year is not None and year < scan.context.as_of.year else 0
    mention = near[-1]
    until = UNTIL_AFTER.match(scan.text, mention.end) or UNTIL_BEFORE.search(scan.text[: mention.start])
    if NOW.fullmatch(mention.text.strip()) or mention.last is None or mention.last < scan.context.as_of:
        return -1
    if mention.precision == "month" and not until and BARE_MONTH.fullmatch(mention.text.strip()):
        return -1
    return 1


def _says(key: str, words: str, language: str) -> bool:
    return any(p.search(words) for p in frames("agent.drafting.notes.goals", "figures", language, key))


def _language(sentence: str) -> str:
    return "ja" if JAPANESE.search(sentence) else "en"


def _leads_to(text: str, first: Found, second: Found, language: str) -> bool:
    gap = re.sub(r"\s{2,}", " ", without_remarks(text[first.end : second.start]))
    same = first.unit == second.unit or not first.unit or not second.unit or second.spelled
    return same and len(gap) <= 40 and _says("from_to", gap, language)


def _in_unit_of(first: Found, second: Found, text: str) -> Found:
    """A bare number counts what the figure that leads to it counts."""
    bare = not second.unit and not second.spelled and not second.change
    if bare and first.unit and not first.change and BARE_END.match(text[second.end :]):
        return replace(second, unit=first.unit, dimension=first.dimension)
    return second


def _figure(
    number: int, start: int, end: int, sentence: str, quantity: Found, target: int, baseline: int
) -> Figure:
    words = sentence[start:end].strip()
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    value = None
    money = MONEY.match(sentence, start)
    if money is not None and digits and not quantity.spelled:
        end = max(end, money.end())
        words, value = (
            sentence[start:end].strip(),
            float(digits[0].replace(",", "")) * MONEY_SCALE[money["scale"].lower()],
        )
    elif digits and not quantity.spelled:
        value = quantity.value if SCALED.search(words) else float(digits[0].replace(",", ""))
        value = None if quantity.value != quantity.value else value
    elif not quantity.spelled:
        value = (
            quantity.value / 10 if quantity.unit == "割" else quantity.value
        )  # 八割: read as 80 of a hundred
    tenths = TENTHS.match(sentence, end) if quantity.unit == "割" and value is not None else None
    if tenths is not None and value is not None:
        whole = value * 10 + DIGITS[tenths["number"]]
        return Figure(
            number,
            start,
            tenths.end(),
            sentence[start : tenths.end()],
            whole,
            "%",
            quantity.change,
            target,
            baseline,
        )
    unit = re.sub(r"^[\d,.\s]+(?:[万億千百]+)?", "", quantity.unit) if quantity.unit else ""
    return Figure(number, start, end, words, value, unit, quantity.change, target, baseline)
