"""Posts that a sentence gives to a name it does not stand beside: 「和賀さんは管理部長」, 「蕨=専務」, "Ada. I'm the data manager"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from agent.people.labels import is_post, is_unit
from agent.people.lexicon import alternatives, department_pattern, table, title_pattern, titles_en
from agent.people.titles import rank_of, read_english_role
from agent.people.types import Form, Mention, Phrase, Source, Unit
from connectors.interface import Span

REACH = 40
"""Characters beside a name in which its post may stand."""
_HON = r"(?:さん|様|さま|氏|くん|君|先生|女史)?(?:[(（][^()（）]{1,12}[)）])?"
_WHEN = r"(?:(?:今|いま|現在|現|もう|もともと|本来|正式に|肩書|役職|実際)?(?:は|では|も|の)?、?|[^、。「」]{1,10}(?:から|付で|より)は?、?)"
_END = r"(?=です|でし|だ(?!け|と思|ろう)|で(?:、|は(?:ある|なく))|である|や(?:で|ねん|ね|。)|じゃ|なの|なん|という|と(?:の|し)|も兼|を兼|を務|をし|をや|に(?:なっ|なり|昇|就)|の任|[。、,)）」\t\n/／・(（]|[ 　]|\Z)"
_FORMER = re.compile(r"(?:前|元|旧|先代|次期|次|前任|以前|昔|別|他)の?\Z")


def read_equations(source: Source, mentions: Sequence[Mention]) -> None:
    """Sets title and department of mentions that have none, where the words of their line give them. Offsets stay exact."""
    ordered = sorted(mentions, key=lambda m: m.start)
    named = {m.end for m in ordered}
    english = source.document.language == "en"
    for position, mention in enumerate(ordered):
        if mention.unit < 0 or mention.form in (Form.AUTHOR, Form.NOTICE):
            continue
        unit = source.units[mention.unit]
        following = ordered[position + 1].start if position + 1 < len(ordered) else unit.end
        if english:
            _english(source, unit, mention, min(following, unit.end))
        else:
            if mention.title is None and mention.start >= unit.start:
                _in_front(source, unit, mention, named)
            _behind(source, unit, mention, min(following, unit.end))
        if mention.form in (Form.SPEAKER, Form.CHAT_USER):
            _introduces(source, unit, mention, english)


@cache
def _unit_words() -> str:
    return rf"(?:{department_pattern()}|{alternatives(table('departments')['bare'])})"


@cache
def _is_post() -> tuple[re.Pattern[str], ...]:
    title = rf"(?P<title>副?{title_pattern()}(?:(?:兼|、|・)[ 　]?{title_pattern()})*)"
    unit = rf"(?:(?P<dept>{_unit_words()})(?:の|[ 　]|(?={title_pattern()})))?(?:[一-龥ァ-ヶー]{{1,12}}の)?"
    return (
        re.compile(rf"{_HON}[ 　]?(?:[=＝]|は、?|が、?|って){_WHEN}{unit}{title}{_END}"),
        re.compile(rf"{_HON}は、?{title}として(?P<dept>{_unit_words()})に"),
        re.compile(rf"{_HON}は、?(?P<dept>{_unit_words()})に(?:籍を置き|籍があり|所属し)[^。]{{0,6}}{title}"),
        re.compile(
            rf"{_HON}(?:は|が|も|、)?、?(?P<dept>{_unit_words()})(?:に(?:籍|所属|在籍|おり|おる|いる|います|勤|残)|所属|付き)(?P<title>(?!))?"
        ),
    )


@cache
def _later() -> re.Pattern[str]:
    """What a following clause says of the person named last: 「所属は技術本部」, 「本人は配車センターのセンター長」."""
    return re.compile(
        rf"(?:(?:ご)?所属|部署|配属)(?:は|が|も)(?:同じ)?(?P<dept>{_unit_words()}){_END}"
        rf"|(?:ご?本人|ご自身|肩書|役職|職位|ポジション)(?:は|が)、?「?(?:(?P<dept2>{_unit_words()})の)?(?P<title>副?{title_pattern()})」?{_END}"
    )


def _behind(source: Source, unit: Unit, mention: Mention, end: int) -> None:
    text = source.folded[mention.end : min(unit.end, mention.end + REACH)]
    if mention.title is not None and mention.department is not None:
        return
    for pattern in _is_post():
        found = pattern.match(text)
        if found and not _FORMER.search(text[: found.start("title")] if found["title"] else ""):
            _set(mention, found, mention.end)
            return
    if mention.honorific or mention.title:
        rest = source.folded[mention.end : end]
        for found in _later().finditer(rest):
            _set(mention, found, mention.end)


_NO_POST = frozenset({"担当", "担当者", "社員", "統括", "秘書", "書記", "M", "L", "SV", "PM", "PL"})
"""Words of the lists that are no post where they stand alone."""


def _set(mention: Mention, found: re.Match[str], base: int) -> None:
    """The phrases of a match whose text begins at `base` in the document; what a mention has already stays."""
    groups = found.groupdict()
    if groups.get("title") in _NO_POST:
        return
    if groups.get("title") and mention.title is None:
        mention.title = Phrase(found["title"], base + found.start("title"), base + found.end("title"))
        mention.outer = Span(mention.outer.start, max(mention.outer.end, mention.end))
    for key in ("dept", "dept2"):
        if groups.get(key) and mention.department is None:
            at, words = base + found.start(key), found[key]
            title = mention.title
            if (
                title is not None
                and title.start == at + len(words)
                and title.text.endswith("長")
                and not is_unit(words)
            ):
                words = words + title.text[:-1]
            mention.department = Phrase(words, at, at + len(words))


@cache
def _names_holder() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<dept>{_unit_words()})(?:の)?)?(?P<title>副?{title_pattern()})"
        r"(?:さん|様)?(?:の(?:お)?(?:名前|氏名|方|人))?[ 　]*(?P<link>は|って|とは|[=＝:：→\t])[ 　]*(?:(?:いま|今|現在)は?、?)?\Z"
    )


def _in_front(source: Source, unit: Unit, mention: Mention, named: Collection[int]) -> None:
    """ "施設長は和賀さん(女性)", "管理部長=和賀"; no title that stands behind another name (`named`: where these end)."""
    begin = max(unit.start, mention.start - REACH)
    head = source.folded[begin : mention.start]
    found = _names_holder().search(head)
    if found is None or _FORMER.search(head[: found.start("title")]):
        return
    if begin + found.start("title") in named:
        return
    if found["link"] in ("は", "って", "とは"):
        behind = source.folded[mention.end : min(unit.end, mention.end + 12)]
        if not re.match(
            rf"{_HON}(?:[ 　]?(?:さん|様|氏))?(?:です|だ|や|じゃ|でし|で、|と(?:いう|のこと)|[(（。、\t\n」』]|\Z)",
            behind,
        ):
            return
    _set(mention, found, begin)


@cache
def _own_post(english: bool) -> tuple[re.Pattern[str], ...]:
    if english:
        return ()
    return (
        re.compile(
            rf"(?:(?P<dept>{_unit_words()})の)?(?P<title>副?{title_pattern()})(?:ということ|を(?:して|やって|務め|拝命)|です。|でございます)"
        ),
        re.compile(rf"(?P<dept>{_unit_words()})(?:の(?:ほう|方))?を(?:見て|みて|担当|預か|やって)"),
    )


_SELF_EN = re.compile(
    r"(?:(?:Hi|Hello|Hey|Morning)[,.! ]+)?(?:I['’]m |I am |It['’]s |This is |My name['’]?s? (?:is )?)?(?P<name>[A-Z][a-zà-ÿ]+)(?: here)?(?: [A-Z][a-zà-ÿ]+)?[,.] (?:(?:and )?I['’]?m |I am )?(?:the |a |an |also the )?(?P<role>[^.!?]{3,60})"
)


def _introduces(source: Source, unit: Unit, mention: Mention, english: bool) -> None:
    """What a speaker says of their own post in the turn that gives their name."""
    turn = source.folded[unit.start : unit.end]
    if english:
        found = _SELF_EN.match(turn)
        words = f"{mention.given or ''} {mention.family}".split()
        if found and found["name"] in words:
            _english_role(mention, found["role"], unit.start + found.start("role"))
        return
    own = re.search(
        rf"{re.escape(mention.family or '-')}(?:[一-龥ぁ-ん]{{0,3}})(?:です|と申し|でございます)", turn
    )
    if own is None:
        return
    for pattern in _own_post(english):
        found = pattern.search(turn, own.end())
        if found and not re.search(r"(?:が|は)\Z", turn[: found.start()][-1:]):
            _set(mention, found, unit.start)


_PAREN = re.compile(r"(?:['’]s)? ?\((?P<role>[^()]{2,60})\)")
_COMMA = re.compile(
    r"(?: = [A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)?,? (?:who (?:is|was) |is |was |= ?|, |['’]s )?(?:now |our |the |their |your |a |an |my |acting |interim |new )*(?P<role>[A-Za-z][A-Za-z&,.\- ]{2,50})"
)
_AS = re.compile(
    r"[^.\n]{0,40}(?:put down|listed|introduced (?:her|him)self|introduced|promoted|appointed|named|down) (?:to|as) [\"“']?(?:the |a |our )?(?P<role>[A-Za-z][A-Za-z&,.\- ]{2,50})"
    r"|[^.\n]{0,40}\b(?:she|he)(?:['’]s| is| was made| became| becomes) (?:now )?(?:the |our )?(?P<role2>[A-Za-z][A-Za-z&\- ]{2,40})"
)


def _english(source: Source, unit: Unit, mention: Mention, end: int) -> None:
    if mention.title is not None or mention.start < unit.start:
        return
    tail = source.folded[mention.end : min(unit.end, mention.end + 90)]
    base = mention.end
    paren = _PAREN.match(tail)
    if paren and _english_role(mention, paren["role"], base + paren.start("role")):
        return
    comma = _COMMA.match(tail)
    if comma and _english_role(mention, comma["role"], base + comma.start("role")):
        return
    later = _AS.match(source.folded[mention.end : min(end, mention.end + 90)])
    if later:
        key = "role" if later["role"] else "role2"
        if _english_role(mention, later[key], base + later.start(key)):
            return
    head = source.folded[
        max(unit.start, mention.start - 45) : mention.outer.start
        if mention.outer.start < mention.start
        else mention.start
    ]
    ahead = re.search(
        rf"(?:[Tt]he |[Oo]ur |[Tt]heir |^|[,;(] ?)(?P<role>(?:[A-Za-z&]+ ){{0,3}}?{_english_titles()}(?: of [A-Za-z]+)?)(?: there| here| on site| at [A-Z][a-z]+)?,? (?:is |was |will be |is now |called |named |one )?(?:an? )?(?:(?:Mr|Ms|Mrs|Dr)\.? )?\Z",
        head,
    )
    if ahead:
        begin = max(unit.start, mention.start - 45)
        _english_role(mention, ahead["role"], begin + ahead.start("role"))


@cache
def _english_titles() -> str:
    return alternatives([*titles_en(), *[t.lower() for t in titles_en() if not t.isupper()]])


@cache
def _no_title_words() -> frozenset[str]:
    """Words that are in no title: "thinks the night foreman" and "and the treasurer" speak of somebody else."""
    contexts = table("english_contexts")
    known = {*contexts["says"], *contexts["is"], *contexts["states"], *contexts["adverbs"]}
    return frozenset(
        (known | {"stays", "remains", "reports", "works", "if", "so", "but", "or"}) - {"new", "the"}
    ) | {"the"}


def _english_role(mention: Mention, words: str, at: int) -> bool:
    """The title and unit at the beginning of `words`; False where they name none."""
    role = read_english_role(words) or read_english_role(words[:40])
    if role is None or (rank_of(role.title) == 9 and rank_of(role.title.title()) == 9):
        return False
    if {w.casefold() for w in role.title.split()} & _no_title_words():
        return False
    begin = words.casefold().find(role.title.casefold())
    if begin < 0 or begin > 4 or is_post(words):
        return False
    title = words[begin : begin + len(role.title)]
    mention.title = Phrase(title, at + begin, at + begin + len(title))
    if role.department and mention.department is None:
        place = words.casefold().find(role.department.casefold())
        if place >= 0:
            unit = words[place : place + len(role.department)]
            mention.department = Phrase(unit, at + place, at + place + len(unit))
    return True
