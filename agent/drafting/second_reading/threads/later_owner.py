"""`with_later_owners`: who answers for a goal, as any sentence or row that speaks of it says, the latest note first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.goals.interviews import ROLES
from agent.drafting.notes.goals.merged import with_parts
from agent.drafting.notes.goals.owner import names_an_owner, owned_by_nobody, person_named
from agent.drafting.notes.goals.printed import target_printed
from agent.drafting.notes.goals.series import is_item
from agent.drafting.notes.goals.sheets import field_of
from agent.drafting.notes.goals.subjects import Subjects, tokens
from agent.drafting.second_reading.threads.charge import in_charge, named_in_charge
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.interface import BlockKind

NEAR = 3
"""Sentences behind a mention that may still speak of it."""
ELSEWHERE = re.compile(
    r"^\W*(?:なお|ところで|それから|ちなみに|また|次に|別件|余談|追伸|あと|さて|一方|その他)(?:[、,。 　]|は)|^\W*(?:also|by the way|separately|meanwhile|on another|as for|ps|p\.s\.|one more|unrelated)\b",
    re.I,
)
"""Opens another matter."""
OF_THE_GOAL = re.compile(
    r"責任者|責任は|責任を|目標(?:の|そのもの)|\b(?:owner|owns?|accountable|responsib\w+|answers? for)\b",
    re.I,
)
"""Says what is answered for by no other word than the goal's own."""
SENTENCE = 14
"""Characters of a cell that tells something."""
SHARED = 0.5
"""Share of the weight of a measure's words that a sentence on it has."""
ANY_GOAL = re.compile(
    r"^(?:この|その|上の)?(?:目標|ゴール|数字|KPI|指標)|^(?:the |this |that )?(?:goal|target|number|figure|kpi)\b",
    re.I,
)
ASKS_OWNER = re.compile(
    r"(?:持つ|見る|追う|やる|担う|動かす|受け持つ|引き受ける|背負う)(?:の)?(?:人|方|者|は)|^(?:誰|だれ|どなた)が?[?？]?$"
)
PIECE = re.compile(r"[、,;；。/／\n]")
SUBJECT_ENDS = re.compile(r"[ 　:：=＝→]|は|が(?=[^、。]{1,8}$)|\b(?:is|are|with|by|to)\b")


class Speaking:
    """Which sentences of an account speak of which of its goals."""

    def __init__(self, goals: Sequence[Goal], remarks: Sequence[Remark]) -> None:
        self._goals = goals
        self._subjects = Subjects(remarks)
        self._words = [tokens(goal.metric or "") for goal in goals]
        aims = [target_printed(goal) for goal in goals]
        self._aims = [aim if aim and aims.count(aim) == 1 else None for aim in aims]

    def of(self, text: str) -> int | None:
        """Place of the one goal that the text speaks of by its figure or by most of its measure's words."""
        by_figure = [at for at, aim in enumerate(self._aims) if aim is not None and aim.search(text)]
        if len(by_figure) == 1:
            return by_figure[0]
        shares = [
            round(self._subjects.shared(words, text) / (self._subjects.weight(words) or 1.0), 6)
            for words in self._words
        ]
        best = max(shares, default=0.0)
        return shares.index(best) if best >= SHARED and shares.count(best) == 1 else None


def with_later_owners(goals: Sequence[Goal], remarks: Sequence[Remark], sides: Sides) -> list[Goal]:
    """The goals in their order, those without an owner with whom the account puts in charge of them."""
    speaking = Speaking(goals, remarks)
    told = [(remark, speaking.of(remark.text)) for remark in remarks if remark.is_note]
    found = []
    for place, goal in enumerate(goals):
        name = None
        figured = goal.target is not None or goal.baseline is not None
        if goal.owner is None and figured and not any(owned_by_nobody(c.quote) for c in goal.citations):
            alone = sum(other.target is not None for other in goals) == 1
            name = _from_rows(goal, speaking, place, alone, told, sides)
            name = name or _from_lines(place, alone, told, sides)
        found.append(with_parts(goal, {"owner": name}) if name else goal)
    return found


BOTH_NAMED = re.compile(
    r"前者(?:は|が|を)、?(?P<first>[^、。]{1,24})、(?:また)?後者(?:は|が|を)、?(?P<second>[^、。]{1,24}?)(?:が|です|に|で|。|$)|"
    r"\b(?:the )?(?:former|first(?: one)?) (?:is|sits with|belongs to|goes to|lies with|with) (?P<first_en>[^,.;]{1,24}?)(?:['’]s)?(?:,| and|;) (?:and )?(?:the )?(?:latter|second(?: one)?)(?: is| sits with| belongs to| goes to| lies with| with)? (?P<second_en>[^,.;]{1,24}?)(?:['’]s)?(?=[.,;]|$)",
    re.I,
)
"""Who answers for the first and who for the second of two things named before."""
I_MYSELF = re.compile(r"^(?:私|わたし|わたくし|僕|俺|自分|小職|me|mine|myself|i)(?![一-龠])", re.I)


def with_both_owners(goals: Sequence[Goal], remarks: Sequence[Remark], sides: Sides) -> list[Goal]:
    """The goals in their order, the two that a note states before "the former … the latter" with those it names."""
    changed = list(goals)
    for remark in remarks:
        both = BOTH_NAMED.search(remark.text) if remark.is_note else None
        if both is None:
            continue
        before = [
            (citation.start, at)
            for at, goal in enumerate(goals)
            for citation in goal.citations
            if citation.source_id == remark.document.source_id and citation.start < remark.start
        ]
        order = list(dict.fromkeys(at for _, at in sorted(before)))[-2:]
        named = [both["first"] or both["first_en"], both["second"] or both["second_en"]]
        for at, words in zip(order, named, strict=False) if len(order) == len(named) else ():
            name = _meant(words.strip(), remark, sides)
            if name is not None:
                changed[at] = with_parts(changed[at], {"owner": name})
    return changed


def _meant(words: str, remark: Remark, sides: Sides) -> str | None:
    if I_MYSELF.match(words):
        person = sides.person(remark.speaker) if remark.speaker and remark.side != "us" else None
        return person.name if person is not None and person.kind == "person" else None
    return _last_named(words, sides) or person_named(re.split(r"の", words)[-1], sides)


Line = tuple[Remark, int | None]


def _from_rows(
    goal: Goal, speaking: Speaking, place: int, alone: bool, told: Sequence[Line], sides: Sides
) -> str | None:
    """Whom a row for the owner names for this goal, or for all where it names no matter and there is one goal."""
    home = {citation.source_id for citation in goal.citations}
    for remark, _ in told:
        if remark.kind is not BlockKind.TABLE_ROW or remark.document.source_id not in home:
            continue
        if not _asks_owner(remark.label) or owned_by_nobody(remark.text):
            continue
        for piece in PIECE.split(remark.text):
            matter = SUBJECT_ENDS.split(piece.strip(), maxsplit=1)[0]
            of = speaking.of(matter)
            if of == place or (of is None and alone and _of_any(matter, sides)):
                name = named_in_charge(piece, sides) or _last_named(piece, sides)
                if name is not None:
                    return name
        if alone and (name := named_in_charge(remark.text, sides)) is not None:
            return name
    return None


def _asks_owner(label: str) -> bool:
    words = label.strip()
    return any(asks.search(words) for asks in (ROLES["owner"], ASKS_OWNER)) or field_of(label) == "owner"


def _of_any(matter: str, sides: Sides) -> bool:
    """The words before a name are the name itself, or a word for goals."""
    return ANY_GOAL.search(matter) is not None or person_named(matter, sides) is not None


def _last_named(piece: str, sides: Sides) -> str | None:
    """The person who is all that a piece says, or all behind its matter."""
    behind = SUBJECT_ENDS.split(piece.strip(" 　()（）"))[-1]
    return person_named(behind, sides)


def _from_lines(place: int, alone: bool, told: Sequence[Line], sides: Sides) -> str | None:
    lines = [
        line for line in told if line[0].kind is not BlockKind.TABLE_ROW or len(line[0].text) >= SENTENCE
    ]
    late = sorted(range(len(lines)), key=lambda at: (lines[at][0].day or dt.date.min, at), reverse=True)
    for at in late:
        remark, of = lines[at]
        if of == place:
            name = in_charge(list(_behind(lines, at, place)), sides)
        elif alone and OF_THE_GOAL.search(remark.text) and names_an_owner(remark.text):
            name = in_charge([remark], sides)
        else:
            continue
        if name is not None:
            return name
    return None


def _behind(lines: Sequence[Line], at: int, place: int) -> Iterator[Remark]:
    """The mention and what follows it in its note, up to another goal's mention or another matter."""
    mention = lines[at][0]
    yield mention
    for remark, of in lines[at + 1 : at + NEAR + 1]:
        apart = remark.document is not mention.document or remark.section != mention.section
        apart = apart or (mention.kind is BlockKind.TABLE_ROW and remark.block != mention.block)
        if is_item(remark.text) or apart or of not in (None, place) or ELSEWHERE.search(remark.text):
            return
        if remark.kind is BlockKind.HEADING:
            return
        yield remark
