"""The parts of a goal: read from its own words, then from the sheet's other rows and from what was measured."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goal_blocks import says
from agent.drafting.notes.goal_candidates import CUES, SUBJECTLESS, Candidate
from agent.drafting.notes.goal_figures import Figure, Figures, read_figures
from agent.drafting.notes.goal_metric import metric_of
from agent.drafting.notes.goal_owner import owner_of
from agent.goals import GoalContext, ItemReading, Quantity, read_item
from agent.models.evidence import Citation, Derived, Value
from agent.models.plan import Number
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import read_when, when_value

NAMES = {"measure_method": "method", "review_date": "review"}
PARTS = ("metric", "baseline", "target", "due", "owner", "measure_method", "review_date")
BEFORE = re.compile(r"^(?P<what>[^。]{2,40}?)(?:を|は、|の目標)|^(?P<label>[A-Z][A-Za-z' -]{3,40}): ")
LOOSE = re.compile(r"^(?:目標は|ゴールは|まずは?|現状|当面|今期|[%％]の)+")
VERB_OBJECT = re.compile(
    r"\b(?:cut|reduce|increase|raise|lower|shorten|bring|get|halve|double|move|grow|lift|drop|improve) (?:the )?"
    r"(?P<what>[a-z][\w' -]{3,}?)(?: down| up)? (?:from|to|by|under|below|above|within)\b",
    re.I,
)
DUE = re.compile(
    r"(?:(?:期限|期日|納期|due(?: date)?|deadline)\s*(?:は|を|が|:|：|is)?|\bby)\s*(?P<rest>.{2,32})", re.I
)
PRESENT = re.compile(
    r"(?:である|です|でした|だった|だ|にとどまる|ている|ています)$|(?:数え|測っ|計っ)た(?:こと|もの)|"
    r"^(?:baseline|currently|today|now)\b|\b(?:was|were|is at|are at|stands at|says)\b",
    re.I,
)
SUBJECT = re.compile(
    r"^(?:[A-Z][A-Za-z]{0,11}: )?(?P<what>[A-Za-z][A-Za-z' -]{3,40}?) (?:is|are|was|were|averages?|stands?)\b"
)
DISPUTED = re.compile(
    r"not resolved|unclear which|do not agree|don't agree|disagree|食い違|どちらが正し|合っていない", re.I
)
METHOD = re.compile(
    r"計測|集計|算出|数え(?:る|ます)|測(?:る|ります)|(?:記録|日報|ログ|データ|システム|台帳|明細)から|抽出|\b(?:measured|counted|pulled|reported|tracked|taken) (?:from|off|out of|in|by)\b|\bfrom (?:the|our) [a-z ]*(?:report|system|extract|log|timestamps|dashboard)",
    re.I,
)
REVIEW = re.compile(
    r"(?:毎月|毎週|月次|四半期|定例|隔週|隔月)[^。]{0,20}(?:確認|報告|見直|レビュー|振り返|共有)|\b(?:reviewed|reports? it|checked|looked at) (?:monthly|weekly|quarterly|at|every|each)",
    re.I,
)
NO_DUE = re.compile(
    r"[- ](?:close|end|average|figures?|report)|(?:の(?:平均|実績|数字|値|時点)|は平均|時点で?は?\\d|比)"
)
SENTENCE_END = re.compile(r"。|\.(?= +[A-Z]|$)")
GENERIC = re.compile(
    r"^(?:の|[0-9]|平均|件数|時間|率|数|日数|点|値|[件回名人個本枚台社割分秒日月年週円%から毎])*$|^(?:them|it|this|that|these|those)$"
)
SHARE = re.compile(r"半分|半減|[0-9二三四五]倍|ゼロ|hal(?:f|ve)|double|zero|none", re.I)
MEASURED = re.compile(
    r"(?P<value>\d[\d,.]*)\s*(?P<unit>[%％]|分|秒|時間|日|か月|件|枚|点|名|人|円|回|hours?|minutes?|days?)?"
)
WORD = re.compile(
    r"問い?合わ?せ|打ち?合わ?せ|取り?組み|引き?継ぎ|売り?上げ?|受け?付け?|[一-龠々ァ-ヴー]{3,}|[A-Za-z]{3,}"
)


@dataclass
class Parts:
    """What is known of a goal so far; each value carries its own citations."""

    metric: str | None = None
    baseline: Value[Number | str] | None = None
    target: Value[Number | str] | None = None
    due: Value[str] | None = None
    owner: str | None = None
    method: str | None = None
    review: str | None = None
    citations: list[Citation] = field(default_factory=list)

    def fill(self, other: Parts) -> None:
        """Take over what is not known yet."""
        for part in fields(self):
            if part.name != "citations" and getattr(self, part.name) is None:
                setattr(self, part.name, getattr(other, part.name))
        self.citations += [c for c in other.citations if c not in self.citations]

    def missing(self) -> list[str]:
        """Names of the parts nobody gave, as the contract calls them."""
        return [name for name in PARTS if getattr(self, NAMES.get(name, name)) is None]


class PartFinder:
    """Finds parts in one account's notes."""

    def __init__(
        self, remarks: Sequence[Remark], answers: Sequence[Answer], sides: Sides, anchor: Anchor
    ) -> None:
        self._remarks = [r for r in remarks if r.is_note and r.kind.value not in ("heading", "field")]
        self._answers = [a for a in answers if a.remarks[0].is_note and not a.is_empty]
        self._sides = sides
        self._anchor = anchor

    def of_text(self, candidate: Candidate) -> Parts:
        """The parts the goal's own words give."""
        main = candidate.remarks[-1] if candidate.origin == "wish" else candidate.remarks[0]
        citation = citation_of(main)
        if citation is None:
            return Parts()
        reading = read_item(candidate.text, main.document.language, self._context(main.day))
        cited = {r: c for r in candidate.remarks if (c := citation_of(r))}
        told = _in_order(candidate)
        sentences = (
            [remark.text for remark in told]
            if candidate.origin in ("block", "section", "sheet")
            else [candidate.text]
        )
        figures = read_figures(sentences, main.document.language, self._context(main.day))
        target = _of_figure(figures.target, told, cited) or _quantity(
            reading.target_value, reading, candidate, cited
        )
        baseline = (
            _of_figure(figures.baseline, told, cited) if not DISPUTED.search(" ".join(sentences)) else None
        )
        if baseline is None and figures.target is None and not figures.found:
            baseline = _quantity(reading.baseline_value, reading, candidate, cited)
        present = figures.target is None and _present(reading, candidate)
        if present:
            baseline, target = baseline or target, None
        if candidate.origin == "wish":
            target = baseline = None
        named = figures.target is not None or (figures.baseline is not None and candidate.origin != "sheet")
        metric = (
            metric_of(sentences, figures, self._context(main.day))
            if named and candidate.origin != "wish"
            else None
        )
        return Parts(
            metric=metric
            or (None if present or candidate.origin == "wish" else _named(_metric(reading, candidate))),
            baseline=baseline,
            target=target,
            due=self._told_due(told, figures, cited)
            or self._read_due(reading, candidate, cited, figures, sentences),
            owner=owner_of(told, self._sides, self._before(main)) or self._owner(reading, candidate),
            method=reading.method.text if reading.method else _sentence(told, METHOD),
            review=reading.review.text if reading.review else _sentence(told, REVIEW),
            citations=list(cited.values()),
        )

    def from_elsewhere(self, candidates: Sequence[Candidate], parts: Parts) -> Parts:
        """Baseline, due date, owner and review from the sheet's other rows and from sentences on the same measure."""
        if parts.target is None:
            return Parts()
        words = {w for c in candidates for w in WORD.findall(parts.metric or c.statement)}
        words |= {w for c in candidates for w in WORD.findall(c.statement)}
        words |= {parts.metric} if parts.metric else set()
        found = self._row_before(candidates) if parts.metric is None else Parts()
        homes = {r.document.source_id for c in candidates for r in c.remarks}
        for answer in self._answers:
            self._from_answer(answer, words, parts, found, answer.remarks[0].document.source_id in homes)
        if parts.baseline is None and found.baseline is None:
            found.baseline = self._measured(candidates, words, parts)
        if parts.review is None:
            found.review = self._review(candidates, parts)
        return found

    def _row_before(self, candidates: Sequence[Candidate]) -> Parts:
        """What is measured and where it stands, from the row of the sheet before the one that only gives the target."""
        main = candidates[0].remarks[0]
        rows = [a for a in self._answers if a.remarks[0].document is main.document]
        place = next((i for i, a in enumerate(rows) if main.block == a.remarks[0].block), 0)
        if candidates[0].origin != "sheet" or not place:
            return Parts()
        row = rows[place - 1]
        texts = [remark.text for remark in row.remarks]
        figures = read_figures(texts, main.document.language, self._context(main.day))
        figure = figures.baseline or (figures.found[0] if figures.found else None)
        if figure is None:
            return Parts()
        cited = {r: c for r in row.remarks if (c := citation_of(r))}
        named = replace(figures, baseline=figure, target=None)
        metric = metric_of(texts, named, self._context(main.day)) or row.label
        return Parts(
            metric=metric, baseline=_of_figure(figure, row.remarks, cited), citations=list(cited.values())
        )

    def _from_answer(
        self, answer: Answer, words: set[str], parts: Parts, found: Parts, same_sheet: bool
    ) -> None:
        if CUES["due_label"].search(answer.label):
            piece, remark = _piece_on(answer, words, same_sheet)
            dates = read_when(piece, remark.day, self._anchor) if remark else []
            citation = citation_of(remark) if remark else None
            if dates and remark and citation and found.due is None:
                found.due = when_value(dates[-1], citation, remark)
                found.citations.append(citation)
        elif CUES["owner_label"].search(answer.label):
            piece, remark = _piece_on(answer, words, same_sheet)
            person = self._sides.person(piece) if piece else None
            citation = citation_of(remark) if remark else None
            if person and citation and found.owner is None:
                found.owner = person.name
                found.citations.append(citation)
        elif found.baseline is None and not CUES["label"].search(answer.label):
            found.baseline = self._baseline_row(answer, words, parts)

    def _baseline_row(self, answer: Answer, words: set[str], parts: Parts) -> Value[Number | str] | None:
        """The present value in a row about the measure ("現在の平均処理時間": "480秒…"), in the target's unit."""
        about = any(word in answer.label for word in words)
        if not about and not CUES["baseline_label"].search(answer.label):
            return None
        for remark in answer.remarks:
            if not about and not any(word in remark.text for word in words):
                continue
            value = _first_measured(remark, parts)
            if value:
                return value
        return None

    def _measured(
        self, candidates: Sequence[Candidate], words: set[str], parts: Parts
    ) -> Value[Number | str] | None:
        """The earliest value of the measure in the note that sets the goal: what it stood at when it was set."""
        home = candidates[0].remarks[0]
        core = [parts.metric] if parts.metric else []
        core += [w for w in words if parts.metric and w in parts.metric and len(w) >= 3] or sorted(
            words, key=len
        )[-1:]
        for remark in self._remarks:
            if remark.document is not home.document or remark.block == home.block:
                continue
            if any(word in remark.text for word in core) and not CUES["goal_form"].search(remark.text):
                value = _first_measured(remark, parts)
                if value:
                    return value
        return None

    def _review(self, candidates: Sequence[Candidate], parts: Parts) -> str | None:
        home = candidates[0].remarks[0]
        words = WORD.findall(parts.metric or "")
        for remark in self._remarks:
            if remark.document is not home.document or not CUES["review"].search(remark.text):
                continue
            about = any(_ending(word) in remark.text for word in words)
            if about and CUES["review_verb"].search(remark.text):
                return remark.text
        return None

    def _due(
        self, reading: ItemReading, candidate: Candidate, cited: dict[Remark, Citation]
    ) -> Value[str] | None:
        if CUES["first_year"].search(candidate.text) and self._anchor.contract_end and cited:
            rule = Derived(rule="contract_end of the first contract year", inputs=[])
            end = self._anchor.contract_end.isoformat()
            return Value[str](
                value=end, citations=[next(iter(cited.values()))], derived=rule, check="computed"
            )
        if reading.due.kind not in ("absolute", "relative_resolved") or reading.due.last is None:
            return self._stated_due(cited)
        if reading.due.part and _is_present(_sentence_at(candidate, reading.due.part.start)):
            return self._stated_due(cited)
        words = reading.due.part.text if reading.due.part else ""
        remark = next((r for r in cited if words in r.text), None) or next(iter(cited), None)
        if remark is None:
            return None
        dates = read_when(words, remark.day, self._anchor)
        if dates:
            return when_value(dates[-1], cited[remark], remark)
        inputs: list[Value[object]] = [
            Value[object](value=words, citations=[cited[remark]], check="quote_found")
        ]
        rule = Derived(rule=f"calendar.{reading.due.rule}", inputs=inputs)
        return Value[str](
            value=reading.due.last.isoformat(), citations=[cited[remark]], derived=rule, check="computed"
        )

    def _stated_due(self, cited: dict[Remark, Citation]) -> Value[str] | None:
        """The date right after the word for a due date ("期限は来年3月末", "due: end of March")."""
        for remark, citation in cited.items():
            found = DUE.search(remark.text)
            dates = read_when(found["rest"], remark.day, self._anchor) if found else []
            if dates:
                return when_value(dates[0], citation, remark)
        return None

    def _owner(self, reading: ItemReading, candidate: Candidate) -> str | None:
        """The stakeholder the words name; the words themselves where nobody is known by them."""
        if candidate.origin in ("block", "wish") or any(says("nobody", r.text) for r in candidate.remarks):
            return None
        if reading.owner.kind not in ("person", "role") or not reading.owner.part:
            return None
        at = reading.owner.part
        around = reading.text[at.start : at.end + 6]
        person = self._sides.person(around) or self._sides.person(at.text)
        return person.name if person else reading.owner.name

    def _before(self, remark: Remark) -> list[Remark]:
        """The remarks of the two items before this one's."""
        return [r for r in self._remarks if r.document is remark.document and 0 < remark.block - r.block <= 2]

    def _read_due(
        self,
        reading: ItemReading,
        candidate: Candidate,
        cited: dict[Remark, Citation],
        figures: Figures,
        sentences: Sequence[str],
    ) -> Value[str] | None:
        """The due date of the item's own reading, unless it is the day of the baseline."""
        if candidate.origin == "block" and not CUES["first_year"].search(candidate.text):
            return None
        base, part = figures.baseline, reading.due.part
        if (
            base
            and part
            and part.text in sentences[base.sentence]
            and base.sentence != (figures.target or base).sentence
        ):
            return None
        return self._due(reading, candidate, cited)

    def _told_due(
        self, told: Sequence[Remark], figures: Figures, cited: dict[Remark, Citation]
    ) -> Value[str] | None:
        """The date still to come that stands nearest to the target, its own sentence first, the last day of a month."""
        if figures.target is None or figures.target.sentence >= len(told):
            return None
        at = figures.target.sentence
        order = sorted(range(len(told)), key=lambda number: (abs(number - at), number < at))
        base = figures.baseline
        for number in order:
            remark = told[number]
            if remark not in cited or says("nobody", remark.text):
                continue
            dates = [
                w
                for w in read_when(remark.text, remark.day, self._anchor)
                if not remark.day or w.last > remark.day
            ]
            if base is not None and base.sentence == number and number != at:
                dates = []
            if number == at and base is not None and base.sentence == number:
                dates = [w for w in dates if not _same_piece(remark.text, w.start, base.start)] or dates
            taken = [(f.start, f.end) for f in figures.found if f.sentence == number]
            dates = [w for w in dates if all(w.end <= a or b <= w.start for a, b in taken)]
            dates = [w for w in dates if not NO_DUE.match(remark.text, w.end)]
            if dates:
                when = dates[-1] if number == at else dates[0]
                return when_value(replace(when, iso=when.last.isoformat()), cited[remark], remark)
        return None

    def _context(self, day: dt.date | None) -> GoalContext:
        return context_of(self._anchor, day)


def context_of(anchor: Anchor, day: dt.date | None) -> GoalContext:
    """The account's dates as the reading of goals takes them, as of a day."""
    return GoalContext(
        as_of=day or anchor.as_of,
        customer_fiscal_year_end_month=anchor.fiscal_year_end_month,
        contract_start=anchor.contract_start,
        contract_end=anchor.contract_end,
    )


def _named(metric: str | None) -> str | None:
    """The metric unless it is a figure itself or a word that names nothing."""
    return (
        None
        if metric is None or re.match(r"^[\d約平均月年\s]*\d|^(?:Wants?|If|It|They)\b", metric)
        else metric
    )


def _sentence(told: Sequence[Remark], pattern: re.Pattern[str]) -> str | None:
    return next((remark.text for remark in told[:5] if pattern.search(remark.text)), None)


def _in_order(candidate: Candidate) -> list[Remark]:
    return sorted(
        dict.fromkeys(candidate.remarks),
        key=lambda r: (r.document is not candidate.remarks[0].document, r.start),
    )


def _same_piece(text: str, one: int, other: int) -> bool:
    """No comma, bracket or arrow between two places."""
    first, last = sorted((one, other))
    return not re.search(r"[、,。.()（）→]|->|から|\bto\b", text[first:last])


def _of_figure(
    figure: Figure | None, told: Sequence[Remark], cited: dict[Remark, Citation]
) -> Value[Number | str] | None:
    """The figure as a value: the number with its unit, the words for halves, zeros in words and changes."""
    if figure is None or not told:
        return None
    remark = told[figure.sentence] if figure.sentence < len(told) else told[0]
    citation = cited.get(remark) or next(iter(cited.values()), None)
    if citation is None:
        return None
    if figure.value is None or figure.change:
        return Value[Number | str](value=figure.words, unit=None, citations=[citation])
    value: Number = int(figure.value) if figure.value.is_integer() else figure.value
    return Value[Number | str](value=value, unit=figure.unit or None, citations=[citation])


def _present(reading: ItemReading, candidate: Candidate) -> bool:
    """The only figure stands in a later sentence that tells how things are ("2月は2.1%である"), not what is to be reached."""
    value = reading.target_value
    return value is not None and _is_present(_sentence_at(candidate, value.part.start))


def _is_present(sentence: str) -> bool:
    return bool(PRESENT.search(sentence)) and not CUES["goal_form"].search(sentence)


def _sentence_at(candidate: Candidate, at: int) -> str:
    """The sentence of the candidate's text around a place; empty for its first one, which is the goal itself."""
    start = 0
    for gap in [*SENTENCE_END.finditer(candidate.text), None]:
        end = gap.start() if gap else len(candidate.text)
        if start <= at < end or gap is None:
            return candidate.text[start:end].strip() if start else ""
        start = gap.end()
    return ""


def _metric(reading: ItemReading, candidate: Candidate) -> str | None:
    """What is measured, in the goal's words; None where nothing to be reached is stated (a wish has no measure)."""
    reached = reading.target_value
    if reached is None or not (re.search(r"\d", reached.part.text) or SHARE.search(reached.part.text)):
        return None
    words = LOOSE.sub("", reading.metric.text.strip("のを、 ①②③④⑤")) if reading.metric else ""
    english = VERB_OBJECT.search(candidate.statement) if words.isascii() else None
    subject = SUBJECT.match(candidate.text) if SUBJECTLESS.match(candidate.statement) else None
    if subject:
        return subject["what"].strip()
    if english and len(english["what"]) <= 60 and not GENERIC.match(english["what"].strip()):
        return english["what"].strip()
    if len(words) < 3 or GENERIC.match(words):
        before = BEFORE.match(candidate.statement)
        words = (before["what"] or before["label"]).strip("①②③④⑤ ") if before else words
    return words or None


def _quantity(
    quantity: Quantity | None, reading: ItemReading, candidate: Candidate, cited: dict[Remark, Citation]
) -> Value[Number | str] | None:
    """The number as printed with its unit; the words where it is a share or a change ("半分", "20%減")."""
    if quantity is None or not cited:
        return None
    words = quantity.part.text.strip()
    digits = re.search(r"\d[\d,.]*", words)
    if not digits and not SHARE.search(words):
        return None
    remark = next((r for r in cited if words in r.text), next(iter(cited)))
    citation = cited[remark]
    if not digits or quantity.change:
        return Value[Number | str](value=words, unit=None, citations=[citation])
    number = float(digits[0].replace(",", "").rstrip("."))
    value: Number = int(number) if number.is_integer() else number
    return Value[Number | str](value=value, unit=quantity.unit or None, citations=[citation])


def _first_measured(remark: Remark, parts: Parts) -> Value[Number | str] | None:
    """The first number in the target's unit (any unit where the target is a share such as 半分)."""
    wanted = parts.target.unit if parts.target else None
    citation = citation_of(remark)
    for match in MEASURED.finditer(remark.text):
        unit = match["unit"]
        if (
            citation is None
            or not unit
            or (unit in ("日", "月") and match.end() < len(remark.text) and remark.text[match.end()] in "(（")
        ):
            continue
        if re.match(r"年|月", remark.text[match.end() :]) or (wanted and unit != wanted):
            continue
        if not wanted and unit in ("名", "人", "日"):
            continue
        number = float(match["value"].replace(",", "").rstrip("."))
        value: Number = int(number) if number.is_integer() else number
        return Value[Number | str](value=value, unit=unit, citations=[citation])
    return None


def _piece_on(answer: Answer, words: set[str], same_sheet: bool) -> tuple[str, Remark | None]:
    """The part of an answer that speaks of the measure ("AHTは今期末まで。品質スコアは…"); the whole of it when it names none and
    stands in the goal's own sheet."""
    pieces = [(p, r) for r in answer.remarks for p in re.split(r"[、,;；。]", r.text) if p.strip()]
    on = [(p, r) for p, r in pieces if any(word in p for word in words)]
    if on:
        return on[0]
    return (answer.value, answer.remarks[0]) if same_sheet and len(pieces) == 1 else ("", None)


def _ending(word: str) -> str:
    """The end of a long word, by which people call it for short ("実施率" of 日常点検の実施率)."""
    return word[-3:] if len(word) > 4 and not word.isascii() else word
