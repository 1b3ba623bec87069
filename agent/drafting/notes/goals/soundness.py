"""Goals whose words belong together: a measure that is one, figures it may have, and a statement made of no others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from agent.calendar import Anchor
from agent.calendar.number_words import ONES_EN
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.asked_measures import measure_asked, measure_told
from agent.drafting.notes.goals.blocks import CHANGE, says
from agent.drafting.notes.goals.due_told import BEFORE_THAT
from agent.drafting.notes.goals.figures import read_figures, states_aim
from agent.drafting.notes.goals.labelled_parts import LaidOut
from agent.drafting.notes.goals.measures import MARKER, TARGET_IN_WORDS, goes_with, is_bare, kind_of, measure
from agent.drafting.notes.goals.neighbours import says_of_goals
from agent.drafting.notes.goals.no_level import is_denied_or_conditional, is_moved_by
from agent.drafting.notes.goals.ordinals import without_ordinal
from agent.drafting.notes.goals.phrases import Told, measured_in
from agent.drafting.notes.goals.sheets import field_of
from agent.drafting.notes.goals.statement import stated
from agent.drafting.notes.goals.tied import as_object, tied
from agent.drafting.notes.goals.told_only import is_only_told
from agent.drafting.notes.goals.topics import WITH_TOPIC, is_topic
from agent.drafting.notes.goals.values import PARTS, Parts, context_of, value_of
from agent.models.evidence import Citation, Value
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.interface import BlockKind

HERE, THERE, HEAD, ABOVE, FAR = 2.0, 1.5, 1.5, 1.0, 0.5
"""Points of a phrase in the target's sentence, in the baseline's, over or beside it, in the line before, and further off."""
LINES_ABOVE = 3
TOPIC = 24
"""Characters of a line above that only names the matter."""
DAYS = re.compile(
    r"(?<!\d)(?P<from>\d{1,2})日(?!間|以|目)(?:[(（].[)）])?(?:から|より|[~〜～\-]).{0,8}?(?P<to>\d{1,2})日(?!間|以|目)(?:[(（].[)）])?(?P<until>まで)?"
)
"""From one day of a month to another: no number of days."""
ON_DAY = re.compile(
    r"(?:[(（].[)）])?(?:に(?!する|し|まで|短|縮|減|抑|なる|で|[。、」]|$)|の|から|は|付|夜|朝)"
)
BEHIND_NOUN = re.compile(r"[一-龠々ァ-ヴー](?<![月日毎翌当前同曜])$")
"""Before a number that belongs to the noun right before it (指示書2日): no day of a month."""
SCOPE = re.compile(r"(?<=[店社校園宿])の平均|(?<=[人名])分|版|コース|ずつ|おき|刻み|ぶり|号|番|対\d|票")
"""Behind a figure that is a share, an edition, a distance or a number in a row."""
STRETCH = re.compile(
    r"(?:ここ|直近の?|過去の?|向こう|今後の?)$|\b(?:for|over|during|across|in|of) the (?:(?:full|whole|entire|last|past|next|coming|previous|following|same) )+$",
    re.I,
)
"""Before a number of months, weeks or days over which something is looked at."""
NUMBERED = re.compile(
    r"(?:\b(?:goal|target|aim|objective|KPI|item|point|number) (?:no\.? ?)?|(?:目標|KPI|項目|指標)(?:その)?)$",
    re.I,
)
NUMBERED_AFTER = re.compile(r" (?:is|was|has|moves?|moved|stays?|needs?|and \d\b|slips?)\b|[はをのがも]")
"""Around the number that a goal has in a list ("target 3 is now 31 July")."""
ALREADY = re.compile(r"(?:もう|すでに|既に).*(?:て(?:い)?(?:る|ます)|た)$|\balready\b", re.I)
REFUSED = re.compile(r"\b(?:won|wouldn|can|didn)['’]t\b|\bcannot\b", re.I)
LEAVE_OR_VOTE = re.compile(
    r"^[^.,]{0,12}(?:of )?(?:[a-z]+ ){0,2}(?:leave|holidays?|vacation|votes?|notes?|noes|in favou?r|against|signatures?)\b|^[^、。]{0,6}(?:休暇|有給|賛成|反対|賛同|同意|挙手)",
    re.I,
)
VOTE_BEFORE = re.compile(r"\bvotes?\b|賛成|反対|同意|過半数|3分の2|議決", re.I)
CLAUSE = re.compile(r"[。、,;；()（）「」\n]|\. | and | but | so ")
NO_OWNER = re.compile(
    r"^(?:For|Them|They|It|We|He|She|Wants?|Needs?|This|That|The|Then|There|Their|Our|Your|My|Goals?|Targets?|Aims?|Owner|Due|By|End|If|When|And|But|So|Yes|No|Not|Nobody|Everyone|All|Both|Each|Still|Also|Now|Right|Well|Make|Get|Bring|Cut)\b|\d",
)
LINKS = re.compile(r"を|から|→|⇒|->|より|が|\bto\b|、")
WIDE = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
YEARS = range(1990, 2050)
Figure = Value[Any]


def settled(goals: Sequence[Goal], remarks: Sequence[Remark], sides: Sides, anchor: Anchor) -> list[Goal]:
    """The goals with parts that go together, the measure looked for anew where its words name none.

    What is doubtful is left open, and a statement is composed of sound parts alone: else it is the sentence quoted. A
    goal that only a misread figure made is left out. A goal laid out in labelled parts is as its writer set it down.
    """
    laid_out = LaidOut(remarks)
    checked = (goal if laid_out.holds(goal) else _settled(goal, remarks, sides, anchor) for goal in goals)
    return [goal for goal in checked if goal is not None]


def _settled(goal: Goal, remarks: Sequence[Remark], sides: Sides, anchor: Anchor) -> Goal | None:
    own = [remark for citation in goal.citations for remark in remarks if _quotes(citation, remark)]
    if not own:
        return goal
    owner = goal.owner if goal.owner and _is_owner(goal.owner, sides) else None
    target = goal.target
    main = _remark_of(target, own) if target else own[0]
    known = [remark.speaker for remark in own if remark.speaker]
    metric = _metric(goal, target or goal.baseline, own, remarks, known)
    if target is not None and (misread(target, main) or _is_price(target, metric, main)):
        target = None
    own_words = metric is not None and any(
        metric in _row_of(remark) or metric in (measure_asked(remark.label), measure_told(remark.text))
        for remark in own
    )
    own_words = own_words or (main.kind is BlockKind.TABLE_ROW and field_of(main.column) == "target")
    if target is not None and not own_words and not _is_aim(goal, target, main):
        target = None
    if target is None and goal.target is not None and not says("wish", main.text):
        return None
    target = None if target is not None and _in_pieces(target, main) else target
    baseline = _baseline(goal, target, metric, own, main)
    if baseline is None and target is not None:
        baseline = _stood_before(target, main, anchor)
    changed = goal.model_copy(
        update={"metric": metric, "baseline": baseline, "target": target, "owner": owner}
    )
    return changed.model_copy(
        update={"statement": _statement(goal, changed, own, main), "missing": _missing(changed)}
    )


def _row_of(remark: Remark) -> str:
    """The words with the label they stand under; of a cell, with those of its row."""
    if remark.kind is not BlockKind.TABLE_ROW:
        return f"{remark.label}\t{remark.text}"
    block = remark.document.blocks[remark.block]
    return remark.document.text[block.start : block.end]


def _missing(goal: Goal) -> list[str]:
    named = {"metric": goal.metric, "baseline": goal.baseline, "target": goal.target, "due": goal.due}
    named |= {"owner": goal.owner, "measure_method": goal.measure_method, "review_date": goal.review}
    return [name for name in PARTS if named[name] is None]


def _metric(
    goal: Goal, level: Figure | None, own: Sequence[Remark], remarks: Sequence[Remark], known: Sequence[str]
) -> str | None:
    """The goal's measure where it is one and may be counted so; else the likeliest phrase beside its figure."""
    counted = level.unit if level is not None else None
    if goal.metric and counted and goal.metric == counted.strip():  # 14拠点: what is counted, not what of it
        goal = goal.model_copy(update={"metric": None})
    asked = {words for remark in own for words in (remark.label, remark.column, measure_asked(remark.label))}
    if goal.metric and goal.metric in asked:
        return goal.metric
    tied = _tied(goal, own, known) if goal.metric else None
    if tied is not None:
        return tied
    metric = measure(goal.metric, known) if goal.metric else None
    fits = metric is not None and (level is None or goes_with(metric, *_unit(level)))
    if level is None or (fits and not is_bare(metric or "")):
        return metric
    return measured_in(_told(goal, level, own, remarks), *_unit(level), known) or (metric if fits else None)


def _tied(goal: Goal, own: Sequence[Remark], known: Sequence[str]) -> str | None:
    """The measure where one sentence puts it right before the goal's two figures, or says what is to come to the target."""
    if goal.target is None:
        return None
    main = _remark_of(goal.target, own)
    stands = _place(goal.baseline, main.text) if goal.baseline is not None else None
    wanted = _place(goal.target, main.text)
    if wanted is None:
        return None
    aimed = _is_aim(goal, goal.target, main)
    if stands is None or stands >= wanted:
        return as_object(goal.metric or "", main.text[: wanted[0]], known) if aimed else None
    return (as_object(goal.metric or "", main.text[: stands[0]], known) if aimed else None) or tied(
        goal.metric or "", main.text[: stands[0]], known
    )


def _quotes(citation: Citation, remark: Remark) -> bool:
    same = citation.source_id == remark.document.source_id
    return same and citation.start < remark.end and remark.start < citation.end


def _remark_of(value: Figure, own: Sequence[Remark]) -> Remark:
    """The remark that the value is cited from and that prints it."""
    cited = [r for citation in value.citations for r in own if _quotes(citation, r)] or list(own)
    return next((remark for remark in cited if _place(value, remark.text)), cited[0])


def _place(value: Figure, text: str) -> tuple[int, int] | None:
    """Where the figure stands in the text."""
    words = value.derived.inputs[0].value if value.derived and value.derived.inputs else value.value
    digits = f"{words:,}" if isinstance(words, int | float) else str(words)
    spelled = re.escape(digits).replace(",", ",?")
    unit = re.escape(value.unit or "").strip()
    for pattern in (rf"(?<![\d.,]){spelled}\s?{unit}", rf"(?<![\d.,]){spelled}(?![\d.,]*\d)"):
        found = re.search(pattern, text.translate(WIDE), re.I)
        if found:
            return found.span()
    return None


def _unit(value: Figure) -> tuple[str, str]:
    return value.unit or "", str(value.value) if isinstance(value.value, str) else ""


def misread(target: Figure, main: Remark) -> bool:
    """True where the figure is a day of a month, a stretch of time, a number in a row, a share of our seats, leave or votes."""
    place = _place(target, main.text)
    if target.unit == "年" and target.value in YEARS:
        return True
    if place is None:
        return False
    before, after = main.text[: place[0]], main.text[place[1] :]
    on_day = ON_DAY.match(after) and not CHANGE.search(after[:14]) and not BEHIND_NOUN.search(before)
    if (target.unit or "") == "日" and on_day:
        return True
    days = any(
        m.start() <= place[0] < m.end() and (m["until"] or int(m["from"]) < int(m["to"]))
        for m in DAYS.finditer(main.text.translate(WIDE))
    )
    days = days or (kind_of(*_unit(target)) == "time" and STRETCH.search(before) is not None)
    days = days or re.search(r"\d ?M[rs]s?$", main.text[place[0] : place[1]]) is not None
    counted = (
        SCOPE.match(main.text.translate(WIDE), place[1])
        or is_denied_or_conditional(after)
        or (target.unit or "").endswith("人分")
    )
    apart = LEAVE_OR_VOTE.search(after[:40]) or VOTE_BEFORE.search(before[-24:])
    told = is_only_told(main.text, before, after)
    bare = not target.unit and len(main.text[place[0] : place[1]].strip()) == 1
    numbered = bare and NUMBERED.search(before) and NUMBERED_AFTER.match(main.text[place[0] + 1 :])
    return bool(told or days or counted or apart or numbered) or before.endswith(("#", "No.", "no. "))


def _is_price(target: Figure, metric: str | None, main: Remark) -> bool:
    """Money, or thousands of something, with no measure beside it."""
    return metric is None and (kind_of(*_unit(target)) == "money" or _in_thousands(target, main))


def _in_thousands(target: Figure, main: Remark) -> bool:
    """Printed with k ("7.4k"), which is money or seats where nothing else is named."""
    number = target.value
    if isinstance(number, str) or not number or number % 100:
        return False
    return bool(re.search(rf"(?<![\d.]){number / 1000:g} ?k\b", main.text, re.I))


def _is_aim(goal: Goal, target: Figure, main: Remark) -> bool:
    """The clause around the figure speaks of something wanted or changed, or says where it stands as well.

    What it tells as reached already or as refused is none.
    """
    place = _place(target, main.text)
    if place is None:
        return True
    start = max((m.end() for m in CLAUSE.finditer(main.text, 0, place[0])), default=0)
    after = CLAUSE.search(main.text, place[1])
    clause = main.text[start : after.start() if after else len(main.text)]
    if ALREADY.search(clause) or REFUSED.search(clause):
        return False
    stood = _place(goal.baseline, main.text) if goal.baseline is not None else None
    if stood is not None and stood < place:
        return True
    return states_aim(clause) or bool(CHANGE.search(clause)) or says_of_goals("until", main.text)


def _in_pieces(value: Figure, main: Remark) -> bool:
    """One of two number words that are read together ("four six")."""
    place = _place(value, main.text)
    if place is None or value.derived is None:
        return False
    around = main.text[: place[0]].split()[-1:] + main.text[place[1] :].split()[:1]
    return any(word.strip(",.").lower() in ONES_EN for word in around)


def _is_owner(name: str, sides: Sides) -> bool:
    """A known person, or a name that is no other word of the language."""
    person = sides.person(name)
    if NO_OWNER.search(name) or (person is not None and person.kind != "person"):
        return False
    return person is not None or not name.islower()


def _told(goal: Goal, level: Figure, own: Sequence[Remark], remarks: Sequence[Remark]) -> list[Told]:
    """The target's sentence and the baseline's, the goal's others, what stands over or beside them, and lines above."""
    main, kind = _remark_of(level, own), kind_of(*_unit(level))
    told = [Told(main.text, HERE, _place(level, main.text))]
    if goal.baseline is not None and (stood := _remark_of(goal.baseline, own)) is not main:
        told.append(Told(stood.text, THERE, _place(goal.baseline, stood.text)))
    others = [r for r in own if r is not main and r.document is main.document]
    told += [Told(r.text, ABOVE, _counted(kind, r.text)) for r in others]
    told += [Told(words, HEAD) for words in (main.heading, main.column, main.label) if words]
    above = [r for r in remarks if r.document is main.document and r.start < main.start][-LINES_ABOVE:]
    for remark in above:
        figure = _counted(kind, remark.text)
        strong = figure is None and len(remark.text) > TOPIC
        told.append(Told(remark.text, ABOVE if remark is above[-1] else FAR, figure, strong))
    return told


def _counted(kind: str, text: str) -> tuple[int, int] | None:
    """Where the first figure of that kind stands in the text."""
    found = (m for m in COUNTED.finditer(text.translate(WIDE)) if kind_of(m["unit"]) == kind)
    return next((m.span() for m in found), None)


COUNTED = re.compile(
    r"\d+ ?(?P<unit>(?:営業)?日|時間|[か月週]+間?|分|秒|[%％割円件人名本枚回個点店社台通]|[a-z%]+)"
)


def _baseline(
    goal: Goal, target: Figure | None, metric: str | None, own: Sequence[Remark], main: Remark
) -> Figure | None:
    """Where the measure stands: in what the target counts, and another figure than it. No year, no mere word."""
    stood = goal.baseline
    if stood is None:
        return None
    if (
        isinstance(stood.value, str)
        and not re.search(r"\d", stood.value)
        and not TARGET_IN_WORDS.search(stood.value)
    ):
        return None
    if not stood.unit and stood.value in YEARS:
        return None
    at = _remark_of(stood, own)
    if _is_change(stood, at):
        return None
    sure = _counted_alike(stood, target) or metric in (at.label, measure_asked(at.label))
    if metric and not sure and not goes_with(metric, *_unit(stood)):
        return None
    if _in_pieces(stood, at) or _after_comma(stood, at):
        return None
    if target is None:
        return stood
    if stood.derived is not None and target.derived is None and stood.unit != target.unit:
        return None
    one, two = (kind_of(*_unit(value)) for value in (stood, target))
    elsewhere = at is not main
    if (
        one != two
        and "word" not in (one, two)
        and ("score" not in (one, two) or (elsewhere and "rate" in (one, two) and not target.derived))
    ):
        return None
    same = not isinstance(stood.value, str) and stood.value == target.value and stood.unit == target.unit
    return None if same else stood


def _is_change(stood: Figure, at: Remark) -> bool:
    """By how much something has moved, which says nothing of where it stands."""
    place = _place(stood, at.text)
    return place is not None and is_moved_by(at.text[: place[0]], at.text[place[1] :])


def _counted_alike(stood: Figure, target: Figure | None) -> bool:
    """Both are printed in one unit: the measure is counted in it, whatever its words are."""
    return target is not None and bool(stood.unit) and stood.unit == target.unit


def _after_comma(value: Figure, remark: Remark) -> bool:
    """The end of a longer figure (900 of 1,900)."""
    place = _place(value, remark.text)
    number = value.value
    return isinstance(number, int) and place is None and f",{number:03}" in remark.text


def _stood_before(target: Figure, main: Remark, anchor: Anchor) -> Figure | None:
    """The one figure in the target's unit that its own sentence changes into it (45時間…を、12月末に20時間へ)."""
    place, citation = _place(target, main.text), citation_of(main)
    if place is None or citation is None or not target.unit:
        return None
    language = "ja" if re.search(r"[ぁ-ん一-龠]", main.text) else "en"
    found = read_figures([main.text], language, context_of(anchor, main.day)).found
    before = [f for f in found if f.unit == target.unit and f.end <= place[0] and not f.change]
    if (
        len(before) != 1
        or before[0].value == target.value
        or not LINKS.search(main.text[before[0].end : place[0]])
    ):
        return None
    return value_of(before[0], [main], {main: citation})


def _with_topic(main: Remark, own: Sequence[Remark]) -> str:
    """The sentence, from the words on that open its item and only name the matter."""
    opens = min(
        (r for r in own if r.document is main.document and r.block == main.block), key=lambda r: r.start
    )
    told = main.document.text[opens.start : main.end]
    names = is_topic(opens.text) or BEFORE_THAT.match(main.text) is not None
    return told if opens is not main and names and len(told) <= WITH_TOPIC else main.text


def _statement(before: Goal, goal: Goal, own: Sequence[Remark], main: Remark) -> str:
    """The goal's own sentence where it is quoted and reads as one, else its parts put together, else the sentence."""
    printed = any(before.statement in remark.document.text for remark in own)
    if main.kind in (BlockKind.TABLE_ROW, BlockKind.FIELD) and (printed or before.metric == goal.metric):
        return before.statement
    words = before.statement if printed else MARKER.sub("", _with_topic(main, own))
    quoted = words if printed else without_ordinal(words).strip("。. ")
    if goal.target is None:
        return quoted
    told = " ".join(dict.fromkeys([main.text, *(r.text for r in own)]))
    return stated(quoted, told, Parts(metric=goal.metric, baseline=goal.baseline, target=goal.target))
