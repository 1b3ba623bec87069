"""Japanese mentions in running text: names with honorific or title, self-introductions, titles alone."""

from __future__ import annotations

import re
from functools import cache

from agent.people.labels import is_post, is_unit
from agent.people.lexicon import (
    alternatives,
    department_pattern,
    honorific_pattern,
    not_names,
    table,
    title_pattern,
)
from agent.people.mail_sides import answered_side
from agent.people.names import (
    SplitName,
    is_common,
    is_family,
    is_given,
    is_mixed_given,
    is_place,
    is_unknown,
    split_name,
    token_starts,
)
from agent.people.parties import CUSTOMER_WORDS, OURS_WORDS, Parties
from agent.people.types import Form, Mention, Phrase, Side, Source, Unit
from agent.people.units import is_quoted
from connectors.interface import BlockKind, DocumentKind, Span

_WORD = re.compile(r"[一-龥々〆ヶケァ-ヶーぁ-ん]")
_GLOSS = re.compile(r"[(（](?P<kana>[ぁ-ん]{2,9}|[ァ-ヶー]{2,9})[)）]")
_AFTER_NAME = re.compile(r"[ 　\n]?[(（](?P<given>[一-龥ぁ-んァ-ヶー]{1,3})[)）]")
_OF_UNIT = re.compile(
    r"(?:の|(?P<space>[ 　]))(?P<name>[一-龥々]{2,4})(?=が|は|も|に|から|と|です|、|(?(space)[。,)）(（\t]|[。)）])|\Z)"
)
_IS = re.compile(r"(?:、(?=[^、。]{0,6}は)|でし|です|だっ|だ[。、]|で、|。|」|との|と伺|とお聞|\Z)")
_SELF = re.compile(r"(?:です|と申し|でございます|と言いま|といいま|より(?:ご|お)|だ。)")


@cache
def _tail() -> re.Pattern[str]:
    """What may stand behind a name: a title and an honorific, or one of them."""
    short = alternatives(table("titles")["abbreviated"]["after_name"], escape=False)
    hon = honorific_pattern()
    return re.compile(
        rf"(?P<gap>[ 　\n]?)(?:(?:元|前|新|現)?(?P<title>(?:副?{title_pattern()}(?!会)|(?<=[一-龥]){short}(?![A-Za-z])))(?P<hon>{hon})?|(?P<only>{hon}))"
    )


@cache
def _title_first() -> re.Pattern[str]:
    """A title, then the name it belongs to: "部長の川島", "社長（桜庭）", "委員長：常務執行役員 CIO 樫原 悟"."""
    return re.compile(
        rf"(?:前|元|新|現|次期)?(?P<title>副?{title_pattern()}(?:[ 　]?(?:兼|、|:|：)?[ 　]?{title_pattern()})*)(?P<link>[:：]|[ 　]|の|、|[(（]|(?:さん|様|先生)?(?:は|が|って)、?)[ 　]?(?={_WORD.pattern})"
    )


@cache
def _dept_before() -> re.Pattern[str]:
    bare = alternatives(table("departments")["bare"])
    return re.compile(rf"(?P<dept>{department_pattern()}|{bare})(?:[ 　・、]|の|、?担当の)?\Z")


_YOURS = re.compile(r"御社|貴社")
"""The house of whoever is spoken to: which one that is shows who speaks (`own_house`)."""
_CAME_FROM = re.compile(r"(?:出身|育ち|あがり|上がり|帰り|OB|OG|退職|退官|定年)$")
"""Where somebody was before: no house of theirs."""
_NOT_OF = re.compile(r"\A(?:元|前|以前|もと|昔)|(?:と|へ|から)の|(?:対応|管理|折衝|まわり|回り)")
"""In brackets behind a name: where somebody was before, or whom they deal with, and not whose they are."""
_TALKS = (DocumentKind.MAIL, DocumentKind.TRANSCRIPT, DocumentKind.CHAT)


class Prose:
    """Reads one document; keeps the word boundaries of each line it had to look at."""

    def __init__(self, source: Source, parties: Parties, strong: frozenset[str] = frozenset()) -> None:
        self.source = source
        self.parties = parties
        self.strong = strong
        self.taken: list[Span] = []

    def read(self, known: list[Mention]) -> list[Mention]:
        """Mentions with a sign of their own (honorific, title, self-introduction) that `known` does not cover."""
        self.taken = [Span(m.start, m.end) for m in known]
        out: list[Mention] = []
        for unit in self.source.units:
            if unit.block.kind is BlockKind.FIELD and self.source.document.kind is DocumentKind.MAIL:
                continue
            starts = (
                token_starts(unit.text)
                if _tail().search(unit.text) or _SELF.search(unit.text) or _OF_UNIT.search(unit.text)
                else set()
            )
            if not starts:
                continue
            anchored = self._with_tail(unit, starts)
            out += anchored
            out += self._introduced(unit, starts)
            out += self._behind_title(unit, starts, anchored)
            out += self._of_unit(unit, starts)
        return out

    def _with_tail(self, unit: Unit, starts: set[int]) -> list[Mention]:
        out: list[Mention] = []
        for found in _tail().finditer(unit.text):
            if found["only"] and found.start("only") not in starts:
                continue
            end, given = found.start(), None
            bracket = [m for m in _AFTER_NAME.finditer(unit.text, max(0, end - 6), end) if m.end() == end]
            if bracket and is_given(bracket[0]["given"]):
                end, given = bracket[0].start(), bracket[0]["given"]
            gloss = next(
                (m for m in _GLOSS.finditer(unit.text, max(0, end - 12), end) if m.end() == end), None
            )
            if gloss is not None and given is None:
                end = gloss.start()
            span = self._name_ending(unit, end, starts | {end})
            if span is None:
                continue
            start, name = span
            mention = self.mention_at(unit, start, end, name, Form.PROSE)
            if mention is None:
                continue
            mention.given = mention.given or given
            if gloss is not None and given is None:
                at = unit.start + gloss.start("kana")
                mention.kana = Phrase(gloss["kana"], at, at + len(gloss["kana"]))
            mention.honorific = found["hon"] or found["only"] or ""
            if found["title"]:
                mention.title = Phrase(
                    found["title"], unit.start + found.start("title"), unit.start + found.end("title")
                )
            mention.outer = Span(mention.start, unit.start + found.end())
            out.append(mention)
        return out

    def _name_ending(self, unit: Unit, end: int, starts: set[int]) -> tuple[int, SplitName] | None:
        """The longest name that ends at `end` and begins where a word begins."""
        text = unit.text
        for size in range(min(8, end), 0, -1):
            start = end - size
            word = text[start:end]
            if (
                not (_WORD.match(word[0]) and _WORD.match(word[-1]))
                or start not in starts
                or re.search(r"[\t\n]|[ァ-ヶー][ぁ-ん]", word)
            ):
                continue
            if (
                (is_post(word) and word not in self.strong)
                or word in not_names()
                or self.parties.is_company(word)
            ):
                continue
            before = text[start - 1] if start else ""
            name = split_name(word)
            if name is None and (
                word in self.strong
                or (is_mixed_given(word) and not re.match(r"[一-龥ぁ-んァ-ヶー]", text[start - 1 : start]))
            ):
                name = SplitName(word, None)
            if (
                name is None
                and re.fullmatch(r"[一-龥々]{2,3}", word)
                and is_unknown(word)
                and not re.match(r"[一-龥ァ-ヶーA-Za-z]", before)
            ):
                name = SplitName(word, None)
            if name is None or (self.parties.is_company(name.family) and not _is_whole(name, word)):
                continue
            listed = size >= 2 and ((is_family(word) and not is_common(word)) or word in self.strong)
            if re.match(r"[一-龥ァ-ヶーA-Za-z々]", before) and not (listed or self._unit_before(text, start)):
                continue
            if size == 1 and re.match(r"[ぁ-ん]", word):
                continue
            return start, name
        return None

    def _unit_before(self, text: str, start: int) -> bool:
        head = text[max(0, start - 20) : start]
        return bool(_dept_before().search(head) or re.search(title_pattern() + r"\Z", head))

    def mention_at(self, unit: Unit, start: int, end: int, name: SplitName, form: Form) -> Mention | None:
        span = Span(unit.start + start, unit.start + end)
        if any(span.start < t.end and t.start < span.end for t in self.taken):
            return None
        self.taken.append(span)
        mention = Mention(
            doc=self.source.index, start=span.start, end=span.end, surface=self.source.document.text[span.start : span.end],
            form=form, family=name.family, given=name.given, outer=span, day=unit.day, unit=unit.index,
        )  # fmt: skip
        before = _dept_before().search(unit.text[max(0, start - 24) : start])
        if before and before["dept"] not in not_names() - set(table("departments")["bare"]):
            at = unit.start + max(0, start - 24) + before.start("dept")
            mention.department = Phrase(before["dept"], at, at + len(before["dept"]))
        org = re.search(
            r"([一-龥ァ-ヶーA-Za-z0-9&]{2,15})(?:の|[ 　])?\Z", unit.text[max(0, start - 18) : start]
        )
        if org and not _CAME_FROM.search(org[1]) and self.parties.of_words(org[1]) is not Side.UNKNOWN:
            mention.org, mention.side, mention.why_side = org[1], self._side_of(org[1], unit), org[1]
        bracket = re.match(r"(?:さん|様|氏)?[(（]([^)）]{2,20})[)）]", unit.text[end:])
        if bracket:
            mention.note = bracket[1]
            side = Side.UNKNOWN if _NOT_OF.search(bracket[1]) else self._side_of(bracket[1], unit)
            if side in (Side.OURS, Side.THIRD) or (side is Side.CUSTOMER and mention.side is Side.UNKNOWN):
                mention.side, mention.why_side, mention.org = side, bracket[1], bracket[1]
            dept = re.fullmatch(
                rf"(?:{department_pattern()}|{alternatives(table('departments')['bare'])})", bracket[1]
            )
            if dept and mention.department is None:
                at = unit.start + end + bracket.start(1)
                mention.department = Phrase(bracket[1], at, at + len(bracket[1]))
        return mention

    def _side_of(self, words: str, unit: Unit) -> Side:
        """The side of an affiliation; 弊社 and 当社 in a mail are the house of whoever writes there."""
        side = self.parties.of_words(words)
        if _YOURS.match(words) and (
            self.source.document.kind in _TALKS or unit.block.speaker or "「" in unit.text
        ):
            return Side.UNKNOWN
        if CUSTOMER_WORDS.fullmatch(words) and self.source.document.kind in _TALKS:
            return Side.UNKNOWN
        if side is Side.OURS and OURS_WORDS.match(words) and self.source.document.kind is DocumentKind.MAIL:
            sender = next((p for p in self.source.document.participants if p.role == "from"), None)
            own = self.parties.of_address(sender.address) if sender is not None else side
            return (answered_side(self.source, unit, own) or Side.UNKNOWN) if is_quoted(unit) else own
        return side

    def _introduced(self, unit: Unit, starts: set[int]) -> list[Mention]:
        """ "経理課の杉内です", "SEの岩城と申します"."""
        out: list[Mention] = []
        for found in _SELF.finditer(unit.text):
            span = self._name_ending(unit, found.start(), starts)
            if span is None or len(unit.text) - found.end() > 200:
                continue
            start, name = span
            before = unit.text[start - 1] if start else ""
            if is_unknown(name.family):
                continue
            allowed = "の、。 　,は" if found[0].startswith("と") else "の、。 　,"
            if before not in allowed or (is_common(name.family) and name.given is None and before != "の"):
                continue
            mention = self.mention_at(unit, start, found.start(), name, Form.SELF)
            if mention is not None:
                out.append(mention)
        return out

    def _behind_title(self, unit: Unit, starts: set[int], anchored: list[Mention]) -> list[Mention]:
        out: list[Mention] = []
        for found in _title_first().finditer(unit.text):
            at = found.end()
            begin = unit.start + found.start("title")
            if re.search(r"(?:前|元|旧|昔|以前|先代|次)の\Z", unit.text[: found.start()]):
                continue
            if any(m.title and m.title.start <= begin < m.title.end for m in anchored):
                continue
            ready = next((m for m in anchored if m.start == unit.start + at), None)
            if ready is not None:
                is_said = found["link"][-1] not in "はが" or _IS.match(
                    unit.text[ready.outer.end - unit.start :]
                )
                if ready.title is None and is_said and found["link"] != "、":
                    self._give_title(ready, unit, found)
                continue
            if found["link"][-1] in "はがて、" and found["link"] != "、":
                continue
            best: tuple[int, SplitName] | None = None
            for size in (8, 7, 6, 5, 4, 3, 2, 1):
                word = unit.text[at : at + size]
                if (
                    len(word) < size
                    or "\n" in word
                    or re.search(r"[^一-龥々ヶケァ-ヶーぁ-ん 　]", word)
                    or word.strip(" 　") != word
                    or re.search(honorific_pattern() + r"\Z", word)
                ):
                    continue
                name = split_name(word)
                spaced = bool(re.search(r"[ 　]", word))
                if (
                    name
                    and (at + size in starts or at + size == len(unit.text))
                    and (name.given or is_family(name.family))
                ):
                    if (
                        found["link"] in "の、"
                        and name.given is None
                        and is_common(name.family)
                        and len(word) < 2
                    ):
                        continue
                    best = (at + size, name)
                    break
                if spaced:
                    continue
            if best is None:
                continue
            mention = self.mention_at(unit, at, best[0], best[1], Form.PROSE)
            if mention is None:
                continue
            self._give_title(mention, unit, found)
            out.append(mention)
        return out

    def _of_unit(self, unit: Unit, starts: set[int]) -> list[Mention]:
        """ "監査室の樫原が", "文書係 樫原。": a colleague without honorific behind the unit."""
        out: list[Mention] = []
        for found in _OF_UNIT.finditer(unit.text):
            name = found["name"]
            if not is_family(name) or is_post(name) or self.parties.is_company(name):
                continue
            if not found["space"] and (is_common(name) or found.start("name") not in starts):
                continue
            if (
                found["space"]
                and is_place(name)
                and not re.search(r"[部課係室局]\Z", unit.text[: found.start()])
            ):
                continue
            if not _dept_before().search(unit.text[: found.start("name")][-24:]):
                continue
            mention = self.mention_at(
                unit, found.start("name"), found.end("name"), SplitName(name, None), Form.PROSE
            )
            if mention is not None:
                out.append(mention)
        return out

    def _give_title(self, mention: Mention, unit: Unit, found: re.Match[str]) -> None:
        """The title in front of the name, with the unit before it."""
        mention.title = Phrase(
            found["title"], unit.start + found.start("title"), unit.start + found.end("title")
        )
        before = max(0, found.start() - 20)
        dept = _dept_before().search(unit.text[before : found.start()])
        if dept and mention.department is None:
            base = unit.start + before + dept.start("dept")
            end = base + len(dept["dept"])
            if end == mention.title.start and found["title"].endswith("長") and not is_unit(dept["dept"]):
                end = mention.title.end - 1
            mention.department = Phrase(unit.text[base - unit.start : end - unit.start], base, end)
        if found["link"][-1] not in "はが、":
            mention.outer = Span(unit.start + found.start(), mention.outer.end)


def _is_whole(name: SplitName, word: str) -> bool:
    """Family and given name with a space between: a person's also where a company bears the family's name."""
    return bool(name.given) and re.search(r"[ 　]", word) is not None


def bare_mentions(source: Source, names: dict[str, bool], known: list[Mention]) -> list[Mention]:
    """Names known from elsewhere that stand without honorific or title, at word boundaries.

    `names` maps a folded spelling to whether it is also an everyday word.
    """
    if not names:
        return []
    pattern = re.compile(alternatives(list(names)))
    taken = [Span(m.start, m.end) for m in known]
    out: list[Mention] = []
    for unit in source.units:
        starts: set[int] | None = None
        for found in pattern.finditer(unit.text):
            span = Span(unit.start + found.start(), unit.start + found.end())
            if any(span.start < t.end and t.start < span.end for t in taken):
                continue
            starts = token_starts(unit.text) if starts is None else starts
            if found.start() not in starts or found.end() not in starts:
                continue
            before = unit.text[found.start() - 1] if found.start() else ""
            after = unit.text[found.end() : found.end() + 1]
            if re.match(r"[一-龥ァ-ヶーA-Za-z々]", before) and not _dept_before().search(
                unit.text[: found.start()][-20:]
            ):
                continue
            if re.match(r"[一-龥ァ-ヶーA-Za-z々]", after) or (
                names[found[0]] and not re.match(r"[はがもにのをとでへ、。:：=＝)）\s]|\Z", after)
            ):
                continue
            name = split_name(found[0]) or SplitName(found[0], None)
            mention = Mention(
                doc=source.index, start=span.start, end=span.end, surface=source.document.text[span.start : span.end],
                form=Form.PROSE, family=name.family, given=name.given, outer=span, day=unit.day, unit=unit.index,
            )  # fmt: skip
            dept = _dept_before().search(unit.text[max(0, found.start() - 24) : found.start()])
            if dept:
                at = unit.start + max(0, found.start() - 24) + dept.start("dept")
                mention.department = Phrase(dept["dept"], at, at + len(dept["dept"]))
            out.append(mention)
    return out
