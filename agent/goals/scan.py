"""One text, looked over once: folded, its dates found, its numbers told apart. The readers of parts share it."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from functools import cached_property

from agent.calendar import DateMention, dates_in_folded
from agent.calendar.patterns import regex
from agent.goals.cadence import CADENCE_JA, cadences
from agent.goals.context import GoalContext
from agent.goals.moved_figures import moved_figures
from agent.goals.not_measures import numbers_that_measure_nothing
from agent.goals.occasions import with_occasions
from agent.goals.quantities import MASK, Found, masked, quantities
from agent.goals.spelled_ja import is_speed
from agent.goals.words import has_japanese, pattern_of

_BULLET = regex(
    r"(?:^|\n|(?<=[。;]))\s*(?:[①-⑳]|[・•*▪■◆](?!\d)|[-‐] |\(?\d{1,2}[.)](?= |[^\d]))|(?<=\S)[①-⑳]"
)
_FIRST = regex(r"\s*\(?(?:1|a|i)[.)]")
_FURTHER = regex(r"(?<=[ 、。;,.])\((?:[2-9]|[b-e]|ii|iii|iv)\)|(?<=[ 、。;,])[2-9][.)](?= [A-Z])")
"""(1) … (2) … in one line."""
_SENTENCE = regex(r"[。\n;!?！？]|(?<=[a-z\d)])\. +(?=[A-Z])")
_SEGMENT = regex(r"[、。\n;()【】「」!?/|※]|, |\. |(?<!\d):|:(?!\d)| - | \+ ")


_SOME_WEEKS_EN = regex(
    r"(?<![a-z])(?:in|over|within|during|across|inside) (?:the |a |these )?(?:(?:next|coming|following) )?(?:few|couple of|several|handful of) (?:working )?(?:days|weeks|months|quarters|years)(?! of [a-z])|(?<![a-z])in a matter of (?:days|weeks|months)(?![a-z])|(?<![a-z])(?:within|inside|in) (?:days|weeks|months)(?= ?(?:$|[,.;)]| (?:not|rather|instead)))|(?<![a-z])(?:in|over|within|during|across) (?:the )?(?:coming|next|following) (?:days|weeks|months|quarters|years)(?![a-z])",
    re.I,
)
"""over the next few weeks: any of them."""
_SOME_TIME_EN = regex(
    r"(?:some ?time|shortly|soon|later on|eventually|at some (?:point|stage)) (?:after|before|ahead of|following|during|around) (?:the |our |their |next |this )?(?!then|that|this |it |now|lunch|all|things|too|very)[a-z]",
    re.I,
)
_SETTLED_JA = regex(
    r"(?:少し|やや|一通り|ひととおり)?落ち着(?:いたら|き次第|いた(?:頃|ころ|タイミング|段階|時点))"
)
_WHAT_SETTLES_JA = regex(
    rf"(?:(?<!状況)(?<!状態)(?<!事態)(?<!諸々)(?<!物事)(?<!仕事)(?<!業務)(?<!気持ち)(?<!周囲)(?<!身辺)(?<!全体)(?<!現場)(?<!手元)(?:[一-龥ァ-ヶーA-Za-z]|[一-龥](?:え|げ|れ|め|け|り|し|い|き|み)){MASK}?(?:が|も|の)|{MASK}(?:が|も|の))$"
)
_OF_AN_HOUR = regex(r" of an? (?:minute|hour|day|shift|week|month|year)(?![a-z])", re.I)
"""in three quarters of an hour: how long, not when."""
_NOW = frozenset(("right now", "now", "at the moment", "just now", "these days", "presently"))
_EVENTS_A_YEAR = regex(r"年(?:に|間)?(?:[2-9]|1\d)回(?:を|の)?(?:開催|実施|行|開)")
"""年4回開催 in an action: how many will be held, not when something is looked at."""


@dataclass(eq=False)
class Scan:
    """Folded text with what every reader needs. All offsets are of the folded text. A scan equals only itself."""

    text: str
    language: str
    context: GoalContext
    mentions: list[DateMention] = field(default_factory=list)
    moved: list[Found] = field(default_factory=list)  # clock times and ranks that are before or after

    @classmethod
    def of(cls, folded: str, language: str, context: GoalContext) -> Scan:
        """Looks the text over."""
        mentions = with_occasions(
            dates_in_folded(folded, context.anchor), folded, language, is_goal=context.kind == "goal"
        )
        if language == "en":
            mentions = [mention for mention in mentions if not _OF_AN_HOUR.match(folded, mention.end)]
        else:
            mentions = [mention for mention in mentions if not is_speed(folded, mention.start, mention.end)]
        moved = moved_figures(folded, language)
        if moved:
            mentions = [
                one for one in mentions if not any(one.start < f.end and f.start < one.end for f in moved)
            ]
        return cls(folded, language, context, mentions, moved)

    @property
    def is_goal(self) -> bool:
        return self.context.kind == "goal"

    @cached_property
    def cadences(self) -> list[re.Match[str]]:
        found = cadences(self.text, self.language)
        if self.language == "en" and has_japanese(self.text):
            found += CADENCE_JA.finditer(self.text)
        return (
            found
            if self.is_goal
            else [match for match in found if not _EVENTS_A_YEAR.match(self.text, match.start())]
        )

    @cached_property
    def loose_times(self) -> list[tuple[int, int]]:
        """Words that put a time off without naming one: 早めに, ASAP; not 早期解約, early warning."""
        names = [
            match.span() for match in pattern_of(self.language, "vague", "not_early").finditer(self.text)
        ]
        found = [match.span() for match in pattern_of(self.language, "vague", "time").finditer(self.text)]
        if self.language == "en":
            found += [match.span() for match in _SOME_WEEKS_EN.finditer(self.text)]
            found.sort()
        found = [span for span in found if not any(a <= span[0] < b for a, b in names)]
        return [span for span in found if not self._says_today(span)]

    @cached_property
    def unanchored_times(self) -> list[tuple[int, int]]:
        """Loose times that hang on nothing: 落ち着いたら, at some point; not 新学期が落ち着いたら, some time after the sale."""
        english = self.language == "en"
        return [
            (start, end)
            for start, end in self.loose_times
            if not (
                _SOME_TIME_EN.match(self.text, start)
                if english
                else _SETTLED_JA.match(self.text, start)
                and _WHAT_SETTLES_JA.search(self.without_dates, 0, start)
            )
        ]

    def _says_today(self, span: tuple[int, int]) -> bool:
        """4.5 days right now: what is, not when something is to be done."""
        word = self.text[span[0] : span[1]].lower()
        return word in _NOW and re.search(r"[\d%](?: ?[a-z]+){0,2} $", self.text[: span[0]], re.I) is not None

    @cached_property
    def without_dates(self) -> str:
        """Dates and cadences blotted out."""
        spans = [(m.start, m.end) for m in self.mentions] + [m.span() for m in self.cadences]
        return masked(self.text, spans)

    @cached_property
    def not_metric(self) -> list[tuple[int, int]]:
        """Numbers that measure nothing: Lv2, v3.0, 24時間サポート."""
        found = numbers_that_measure_nothing(self.without_dates)
        return [span for span in found if not any(span[0] < f.end and f.start < span[1] for f in self.moved)]

    @cached_property
    def masked(self) -> str:
        """Dates, cadences and numbers that measure nothing blotted out."""
        return masked(self.without_dates, self.not_metric)

    @cached_property
    def quantities(self) -> list[Found]:
        if not self.moved:
            return quantities(self.masked, self.language)
        others = quantities(masked(self.masked, [(f.start, f.end) for f in self.moved]), self.language)
        return sorted(others + self.moved, key=lambda figure: figure.start)

    @cached_property
    def items(self) -> list[tuple[int, int]]:
        """Bulleted items (①②, ・, 1.), or the whole text."""
        starts = [match.start() for match in _BULLET.finditer(self.text)]
        if len(starts) == 1 and _FIRST.match(self.text, starts[0]):
            starts += [match.start() for match in _FURTHER.finditer(self.text, starts[0] + 1)]
        if len(starts) < 2:
            return [(0, len(self.text))]
        edges = ([0] if starts[0] > 0 else []) + starts + [len(self.text)]
        return [(a, b) for a, b in itertools.pairwise(edges) if self.text[a:b].strip()]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        return _cut(self.text, _SENTENCE)

    @cached_property
    def segments(self) -> list[tuple[int, int]]:
        """The smallest fields: between commas, brackets, colons, slashes and line breaks."""
        return _cut(self.without_dates, _SEGMENT)

    def segment_at(self, place: int) -> tuple[int, int]:
        """The segment that holds a place."""
        for start, end in self.segments:
            if start <= place < end:
                return start, end
        return place, place

    def sentence_at(self, place: int) -> tuple[int, int]:
        """The sentence that holds a place."""
        for start, end in self.sentences:
            if start <= place < end:
                return start, end
        return 0, len(self.text)


def _cut(text: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    done = 0
    for match in separator.finditer(text):
        if match.start() > done:
            pieces.append((done, match.start()))
        done = match.end()
    if done < len(text):
        pieces.append((done, len(text)))
    return pieces
