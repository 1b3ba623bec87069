"""Sentences with every person, body and title in them marked by one character each, so that rules read them."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.people.bodies import Body
from agent.people.holders import Holder
from agent.people.refs import FIRST_MARK as FIRST_MARK
from agent.people.refs import MARK as MARK
from agent.people.refs import Marked
from agent.people.refs import Ref as Ref
from agent.people.topics import FIRST_PERSON, NODS, QUESTION, SPOKEN_OF, names_only, topic_of
from agent.people.types import Form, Person, Side, Source, Unit
from agent.people.units import SAYS, is_contact_line, is_quoted, statement_spans
from agent.people.voices import Voice, labelled, voices
from connectors.interface import BlockKind, DocumentKind

_OPENING = re.compile(
    r"[\s　・●○■◆*\-–—]*(?:[(（【]?(?:先方|客先|お客様|顧客)[)）】]?側?[ 　]*[:：]?)?[ 　]*"
)
"""A bullet and the side before what a minuted line says."""
_SAID_SO = re.compile(r"(?:より|から|談|の話|コメント|発言|説明|回答|確認)?[)）][。.\s]*(?:$|[(（])")
"""Behind a name in brackets at the end of a line: whose words the line gives."""
_QUOTE_BEFORE = re.compile(r"[とって]、?[ 　]*\Z")
SHORT_LINE = 24
"""A line of at most this many characters is a heading of what follows."""
_WHO_DECIDES = re.compile(
    r"(?:誰|だれ|どなた|どちら|どこ|何の会議)[^。]{0,14}(?:決め|決ま|決裁|承認|判断|決定|判子|ハンコ)|(?:決裁者|決める方|決定権者|最終判断|最終決裁|決裁)(?:は|を)[^。]{0,10}(?:誰|だれ|どなた|どちら)"
    r"|(?<!one )(?<!person )(?<!those )(?<!people )(?<!body )(?<!someone )(?<!man )(?<!woman )[Ww]ho (?:\w+ ){0,3}(?:decides?|signs?|approves?|makes? the|owns? the budget|holds? the budget|has the final)|[Ww]hose (?:decision|call|budget)|[Ww]ho (?:\w+ )?(?:gives|grants|has to give) (?:the |that |its )?(?:consent|approval|go-ahead|yes)"
)
_HEARSAY = re.compile(
    r"とのこと|らしい|そうです|と聞い|と伺|によると|談|と言って(?:い)?(?:ました|た)|apparently|I (?:hear|heard|think|guess|believe)|supposedly|according to|told (?:me|us)"
)
_HEDGE = re.compile(
    r"はず|たぶん|多分|おそらく|恐らく|かもしれ|かも|と思われ|印象|想定|思い込|\bmaybe\b|\bprobably\b|\bpresumably\b|\bassum|\bI think\b|\bshould be\b|\bmight\b|\blikely\b|要確認|不明|\?|？",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"前回|去年|昨年|導入時|当時|当初|1期目|一期目|1年目|今回の稟議|受注|初年度|契約時|購入時|last (?:year|time)|originally|at (?:the time of )?purchase|initial(?:ly)?|first (?:year|contract)|when (?:we|they) (?:bought|signed|purchased)"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence: `marked` holds one character for each reference; `refs[ord(char) - FIRST_MARK]` resolves it."""

    doc: int
    unit: int
    start: int
    end: int
    marked: str
    refs: tuple[Ref, ...]
    day: dt.date | None
    speaker: int | None  # person who says or writes it, when known
    speaker_side: Side
    topic: Ref | None
    directness: float  # 3 customer's own words or rule text, 2 minuted words, 1 our own notes, 0.8 our chat
    hedged: bool
    hearsay: bool
    past: bool
    place: Ref | None = None  # the body last spoken of in the same block
    topic_near: bool = False  # the topic was named earlier in the same block
    answers_who: bool = False  # follows a question "who decides?"
    quoted: tuple[tuple[int, int, int], ...] = ()  # (start, end, person): whose words stand there in `marked`

    def ref(self, mark: str) -> Ref:
        return self.refs[ord(mark) - FIRST_MARK]


class Statements:
    """Cuts all sources into statements; public pages count as documents."""

    def __init__(
        self,
        sources: Sequence[Source],
        persons: Sequence[Person],
        holders: Sequence[Holder],
        bodies: Sequence[Body],
    ) -> None:
        self.sources = sources
        self.persons = persons
        self.holders = holders
        self.marks: dict[tuple[int, int], list[tuple[int, int, Ref]]] = defaultdict(list)
        self.senders: dict[int, int] = {}
        self.listed: set[tuple[int, int]] = set()  # blocks that list who took part
        self.last_named: Ref | None = None  # in the sentences of the block so far
        self.spoken_of: Ref | None = None  # the customer last named, for pronouns
        self.voices: list[Voice] = []  # quotations of the block
        self.inner: dict[int, Ref] = {}  # whom each of them is about
        self.speakers: dict[tuple[int, str], int] = {}
        units = {s.index: s for s in sources}
        for person in persons:
            for mention in person.mentions:
                if mention.form in (Form.SPEAKER, Form.CHAT_USER):
                    label = units[mention.doc].units[mention.unit].block.speaker
                    self.speakers[(mention.doc, label or "")] = person.index
                    if mention.outer.end <= units[mention.doc].units[mention.unit].start:
                        continue
                if mention.form is Form.SENDER:
                    self.senders[mention.doc] = person.index
                if mention.form is Form.ATTENDEE:
                    self.listed.add((mention.doc, mention.unit))
                ref = Ref("person", person.index)
                self.marks[(mention.doc, mention.unit)].append((mention.outer.start, mention.outer.end, ref))
        first: dict[str, int] = {}
        for number, holder in enumerate(holders):
            m = holder.mention
            number = first.setdefault(m.surface, number) if holder.person is None else number
            ref = Ref("person", holder.person) if holder.person is not None else Ref("title", number)
            self.marks[(m.doc, m.unit)].append((m.outer.start, m.outer.end, ref))
            label = units[m.doc].units[m.unit].block.speaker if m.unit >= 0 else None
            if holder.person is not None and label == m.surface:
                self.speakers.setdefault((m.doc, label), holder.person)
        for body in bodies:
            for doc, span in body.places:
                for unit in units[doc].units:
                    if unit.start <= span.start < unit.end:
                        self.marks[(doc, unit.index)].append((span.start, span.end, Ref("body", body.index)))

    def read(self) -> list[Statement]:
        out: list[Statement] = []
        for source in self.sources:
            topic: Ref | None = None
            asked = who_asked = False
            last: Unit | None = None
            for unit in source.units:
                if unit.block.kind is BlockKind.FIELD and source.document.kind is DocumentKind.MAIL:
                    continue
                if is_contact_line(unit.text):
                    continue
                speaker = self._speaker(source, unit)
                nods = bool(unit.block.speaker) and NODS.fullmatch(unit.text.strip()) is not None
                carried = topic, asked, who_asked
                changed = (
                    last is None
                    or last.block.speaker != unit.block.speaker
                    or unit.block.kind is not last.block.kind
                ) and not self._between_us(last, unit, source)
                if (
                    unit.block.kind is BlockKind.HEADING
                    or unit.block.kind is BlockKind.TABLE_ROW
                    or (changed and not asked)
                ):
                    topic = None
                if source.document.kind is DocumentKind.MAIL:
                    topic = None
                row_topic = self._row_topic(source, unit)
                topic = row_topic or topic
                place: Ref | None = None
                self.last_named = None
                if unit.block.kind is BlockKind.HEADING:
                    self.spoken_of = None
                self._hear(source, unit, topic)
                before: set[Ref] = set()
                for start, end in statement_spans(unit, source.document.language):
                    statement, topic = self._statement(source, unit, start, end, speaker, topic)
                    self.last_named = next(
                        (r for r in reversed(statement.refs) if r.kind == "person" and not r.bare_speaker),
                        self.last_named,
                    )
                    self.spoken_of = next(
                        (r for r in reversed(statement.refs) if self._is_told_of(r, statement)),
                        self.spoken_of,
                    )
                    place = next((r for r in reversed(statement.refs) if r.kind == "body"), place)
                    out.append(
                        replace(
                            statement,
                            place=place,
                            topic_near=statement.topic is not None and statement.topic in before,
                            answers_who=who_asked and statement.speaker_side is not Side.OURS,
                        )
                    )
                    before.update(statement.refs)
                    alone = self._alone(statement)
                    topic = alone if alone is not None else topic
                who_asked = bool(_WHO_DECIDES.search(unit.text)) and asked_by_us(self.persons, speaker)
                asked = bool(QUESTION.search(unit.text))
                if (
                    not asked
                    and unit.block.kind in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
                    and source.document.kind is not DocumentKind.MAIL
                ):
                    topic = topic if unit.block.kind is BlockKind.PARAGRAPH else None
                if nods:
                    topic, asked, who_asked = carried
                    continue
                named = self._named_alone(source, unit)
                topic = named if named is not None else topic
                if (source.index, unit.index) in self.listed:
                    topic = None
                last = unit
        return out

    def _between_us(self, last: Unit | None, unit: Unit, source: Source) -> bool:
        """Two of ours talk: whom one has named the other goes on about."""
        if last is None or not unit.block.speaker or not last.block.speaker:
            return False
        said = [self.speakers.get((source.index, u.block.speaker or "")) for u in (last, unit)]
        return all(who is not None and self.persons[who].side is Side.OURS for who in said)

    def _is_told_of(self, ref: Ref, statement: Statement) -> bool:
        """A customer somebody else speaks of."""
        return (
            ref.kind == "person"
            and not ref.bare_speaker
            and ref.index != statement.speaker
            and self.persons[ref.index].side is Side.CUSTOMER
        )

    def _hear(self, source: Source, unit: Unit, topic: Ref | None) -> None:
        """The quotations of a unit; none in a public page or a table's cell of one word."""
        self.inner = {}
        self.voices = []
        if source.public:
            return
        about = next((r.index for r in (topic, self.spoken_of) if r is not None and r.kind == "person"), None)
        people = [
            (start - unit.start, end - unit.start, ref.index)
            for start, end, ref in self.marks.get((source.index, unit.index), [])
            if ref.kind == "person"
        ]
        self.voices = voices(unit.text, people, about) + labelled(unit, people)

    def _voice(self, start: int, end: int) -> Voice | None:
        """The quotation that takes up most of a sentence."""
        return next(
            (v for v in self.voices if 2 * (min(end, v.end) - max(start, v.start)) > end - start), None
        )

    def _alone(self, statement: Statement) -> Ref | None:
        """The one customer a short sentence names, whatever it says: the sentences behind it are about them."""
        if len(statement.marked) > SHORT_LINE:
            return None
        people = [r for r in statement.refs if r.kind == "person" and r.index != statement.speaker]
        if statement.speaker is not None and not names_only(statement.marked):
            return None
        return people[0] if len(people) == 1 and self.persons[people[0].index].side is Side.CUSTOMER else None

    def _named_alone(self, source: Source, unit: Unit) -> Ref | None:
        """The one customer a heading or short line names: the lines below are about them."""
        short = unit.block.kind is BlockKind.HEADING or len(unit.text) <= SHORT_LINE
        if not short or unit.block.speaker or unit.block.kind is BlockKind.TABLE_ROW or source.public:
            return None
        refs = {r for _, _, r in self.marks.get((source.index, unit.index), []) if r.kind == "person"}
        found = [r for r in refs if self.persons[r.index].side is Side.CUSTOMER]
        return found[0] if len(found) == 1 and len(refs) == 1 else None

    def _speaker(self, source: Source, unit: Unit) -> int | None:
        if unit.block.speaker:
            return self.speakers.get((source.index, unit.block.speaker))
        if source.document.kind is DocumentKind.MAIL and not is_quoted(unit):
            return self.senders.get(source.index)
        return self._quoted(source, unit)

    def _quoted(self, source: Source, unit: Unit) -> int | None:
        """Whose words a minuted line gives: "田中部長：…", "田中部長「…"."""
        if source.public or unit.block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH):
            return None
        marks = self.marks.get((source.index, unit.index), [])
        for start, end, ref in marks:
            opening = _OPENING.match(source.folded, unit.start)
            begin = opening.end() if opening else unit.start
            if ref.kind == "person" and start - begin <= 3 and SAYS.match(source.folded, end):
                return ref.index
        for start, end, ref in marks:
            behind = source.folded[end : unit.end]
            before = source.folded[max(unit.start, start - 2) : start]
            if ref.kind == "person" and before[-1:] in ("(", "（") and _SAID_SO.match(behind):
                return ref.index
            if (
                ref.kind == "person"
                and _QUOTE_BEFORE.search(source.folded[unit.start : start])
                and re.fullmatch(r"[。.\s]*", behind)
            ):
                return ref.index
        return None

    def _row_topic(self, source: Source, unit: Unit) -> Ref | None:
        """The one customer person in a table row's short cells."""
        if unit.block.kind is not BlockKind.TABLE_ROW:
            return None
        refs = {
            ref
            for start, end, ref in self.marks.get((source.index, unit.index), [])
            if ref.kind == "person" and self.persons[ref.index].side is Side.CUSTOMER
            and any(c.start <= start and end <= c.end and c.end - c.start <= 60 for c in unit.block.cells)
        }  # fmt: skip
        return refs.pop() if len(refs) == 1 else None

    def _statement(
        self, source: Source, unit: Unit, start: int, end: int, speaker: int | None, topic: Ref | None
    ) -> tuple[Statement, Ref | None]:
        english = source.document.language == "en"
        voice = self._voice(start, end)
        who = voice.person if voice is not None and voice.person is not None else speaker
        marked = Marked(unit.text, start, end)
        for mark_start, mark_end, ref in self._marks_in(source, unit, start, end, speaker):
            marked.put(mark_start, mark_end, ref)
        marked.close()
        refs = marked.refs
        if voice is not None and voice.person is not None:
            inside = marked.at(voice.start) if voice.start > start else 0
            about = topic_of(
                marked.text[inside:], refs, english, True, self.inner.get(voice.start), self.last_named
            )
            self.inner[voice.start] = about = about or Ref("person", voice.person)
            topic_after: Ref | None = Ref("person", voice.person)
        else:
            about = topic_after = topic_of(
                marked.text, refs, english, speaker is not None, topic, self.last_named
            )
        side = self.persons[who].side if who is not None else Side.UNKNOWN
        text = marked.text
        quoted = tuple(
            (marked.at(max(v.start, start)), marked.at(min(v.end, end)), v.person)
            for v in self.voices
            if v.person is not None and v.start < end and start < v.end
        )
        return (
            Statement(
                source.index, unit.index, unit.start + start, unit.start + end, text, tuple(refs), unit.day, who, side, about,
                self._directness(source, unit, side, text), bool(_HEDGE.search(text)), bool(_HEARSAY.search(text)), bool(_PAST.search(text)),
                quoted=quoted,
            ),
            topic_after,
        )  # fmt: skip

    def _marks_in(
        self, source: Source, unit: Unit, start: int, end: int, speaker: int | None
    ) -> list[tuple[int, int, Ref]]:
        """Names, titles and bodies of a sentence, and the words that stand for whoever speaks or was named before."""
        marks = [
            (s - unit.start, e - unit.start, ref)
            for s, e, ref in self.marks.get((source.index, unit.index), [])
        ]
        for found in FIRST_PERSON.finditer(unit.text, start, end):
            voice = next((v for v in self.voices if v.start <= found.start() < v.end), None)
            says = voice.person if voice is not None and voice.person is not None else speaker
            if says is not None:
                marks.append((found.start(), found.end(), Ref("person", says, True)))
        told = self.spoken_of
        if told is not None and source.document.language != "en" and told.index != speaker:
            named = [
                m for m in marks if start <= m[0] < end and m[2].kind == "person" and not m[2].bare_speaker
            ]
            for found in SPOKEN_OF.finditer(unit.text, start, end):
                before = [m[2] for m in named if m[1] <= found.start() and m[2].index != speaker]
                marks.append((found.start(), found.end(), before[-1] if before else told))
        return sorted(marks, key=lambda m: (m[0], -m[1]))

    def _directness(self, source: Source, unit: Unit, side: Side, marked: str) -> float:
        if source.public:
            return 3.0
        if side is Side.CUSTOMER:
            return (
                3.0
                if source.document.kind in (DocumentKind.TRANSCRIPT, DocumentKind.MAIL, DocumentKind.CHAT)
                else 2.0
            )
        if side in (Side.OURS, Side.THIRD):
            return 0.8
        if unit.block.speaker and source.document.kind is DocumentKind.TRANSCRIPT:
            return 2.0  # a room or a voice nobody labelled: we label our own
        if re.search(
            r"稟議書|規程|決裁基準|approval matrix|policy", source.document.title + source.folded[:200]
        ):
            return 3.0
        if re.search(
            rf"{MARK}[^。]{{0,4}}[:：「『]|[「『\"“]|談[)）]?|より|とのこと|によると|によれば|\bsaid\b|\bsays\b|mentioned|according to",
            marked,
        ):
            return 2.0
        return 1.0


def asked_by_us(persons: Sequence[Person], speaker: int | None) -> bool:
    """True unless a customer asked."""
    return speaker is None or persons[speaker].side is not Side.CUSTOMER
