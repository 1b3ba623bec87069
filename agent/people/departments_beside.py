"""Units of people that stand beside a Japanese name in other forms than 「〇〇部の△△」: in brackets, fused with a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from agent.people.fold import name_key
from agent.people.houses import is_trade_name
from agent.people.labels import is_post
from agent.people.lexicon import alternatives, honorific_pattern, table, title_pattern
from agent.people.names import is_family
from agent.people.parties import Parties
from agent.people.same_unit_above import same_as_above
from agent.people.types import Form, Mention, Person, Phrase, Side, Source

LONGEST_AFFILIATION = 14
"""Characters of the longest label that a speaker's place of work is taken from."""
LEAST_KIND = 3
"""Characters from which a kind of unit names the one a house has: 事務局長 is the head of 事務局."""
_WORD = r"[一-龥々ァ-ヶーA-Za-z0-9&・]"
_PLACE_OF_WORK = re.compile(
    r"[一-龥々ァ-ヶーA-Za-z&・](?:(?!の)[一-龥々ァ-ヶーA-Za-z&・ぁ-ん])*(?<![のはがをにもでてただ])|[ぁ-ん]{2,8}(?<![のはがをにもでてただ])|[0-9]{1,2}(?:直|班|課|係|階[一-龥]*)"
)
"""Words of a place of work: 本館, つくし, 特養ひばり, 3直."""
_NO_PLACE_OF_WORK = re.compile(
    r"[0-9](?!直|班|課|係|階)|途中|冒頭|前半|後半|最初|最後|入室|退室|退席|遅れ|欠席|代理|代読|オンライン|電話|画面|リモート|Zoom|Teams|陪席|見学|司会|書記|記録|音声|録音|様|さん"
)
"""What brackets behind a speaker say of the talk, not of where they work."""
_NO_UNIT = re.compile(
    r".*(?:全部|一部|内部|外部|同部|各部|同課|同課|当課|各課|同室|同院|当院|当園|同園|同校|当校|当店|各店|全店|本店長|入院|通院|退院|入室|退室|在室|来店|閉店|開店|出店|入園|卒園|来館|書店|同社|当社|弊社|御社|貴社|他社|会社|現場|立場|工場見学)"
    r"|[部課室係局院園館店校班科棟寮荘亭屋]|(?:この|その|あの|各|全|両|同|当|本日|今日|先方|新|旧|前|元|副).?"
)
"""What ends as a unit's name does and is none."""


_COUNTED = re.compile(r"[一二三四五六七八九十数両各全0-9]+(?:つの)?[園院店校館課部室棟社所]")


@cache
def _ends() -> str:
    data = table("departments")
    return alternatives([*data["suffixes"], *data["places"]])


@cache
def _unit() -> str:
    return rf"(?:{_WORD}{{1,14}}?{_ends()}|{alternatives(table('departments')['bare'])})"


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!{_WORD})(?P<unit>{_unit()})(?:の|・|[ 　\t])?\Z")


_OF_A_SITE = r"(?:副)?(?:所|施設|園|支店|店|工場|センター|院|校|館|拠点|事業所|営業所|支所|事務|看護師|師|駅|船|組合|学年|ホーム)長|支配人|女将|班長|リーダー|主任|SV|マネージャー"
"""Titles of those who lead a site, so that the word before them names it whatever its form."""
_SITE_BEFORE = re.compile(
    r"(?:\A|(?<=[、,，／/（( 　\t:：「]))(?P<site>(?:[一-龥]{2,4})?[一-龥々ァ-ヶーぁ-ん・A-Za-z0-9]{2,12}?)(?:[ 　]|の)\Z"
)
_PARTICLE = re.compile(
    r"[はがをにへでと]|から|まで|より|など|する|した|です|ます|という|ある|いる|この|その|新しい|今の|前の"
)


_NO_SITE = re.compile(
    r".*(?:人|者|方|相手|側|日|時|分|回|名|先方|先様|当方|出席|同席|参加)|[0-9:：/.・〜~-]+"
)
"""What stands before people in a list and is no site: 「会った人 黒木所長」, "15:30 黒木園長"."""


_TOLD_OF = re.compile(
    r"(?:\A|[、。 　「])(?P<site>(?![今本次前先昨明当私皆実最弊御貴同])[一-龥々ァ-ヶー]{2,8})(?:は|では|だと)、?[ 　]?\Z"
)
"""The site a sentence is about, before who leads it: 「老健は、施設長の黒木さんが」."""
_GROUP_HOUSE = re.compile(rf"(?<!{_WORD})(?P<house>{_WORD}{{3,14}})(?:さん|社)?の\Z")
"""A house before its person: 「ミナモ物流の黒木」."""
_LEADS = re.compile(r"マネージャー|リーダー|チーフ|主任|班長")
_LED = re.compile(
    r"(?<![一-龥ァ-ヶー])(?P<unit>(?!現場|推進|導入|移行|全体|統括|総括|新任|前任|後任)[一-龥々]{2,6})\Z"
)
"""The unit that runs into the post of who leads it: 「保全リーダー 黒木さん」."""


def _is_of_the_group(house: str, parties: Parties) -> bool:
    """A house that shares its stem with the customer and is another: 「ミナモ物流」 beside ミナモ製薬."""
    names = [name for name in parties.customer if not name.isascii()]
    key = name_key(house)
    return (
        is_trade_name(house)
        and key not in names
        and any(name[:2] == key[:2] and name not in key for name in names)
    )


@cache
def _site_topic() -> re.Pattern[str]:
    """ "老健は、施設長の黒木さん", "東館の師長は 黒木さん": the site is what the sentence is about."""
    site = rf"(?<!{_WORD})(?P<site>{_WORD}{{2,10}}?)"
    return re.compile(
        rf"{site}(?:(?:は|では|だと)、?[ 　]?{title_pattern()}の|の{title_pattern()}(?:は|が)[ 　、]*)\Z"
    )


@cache
def _heads_before() -> re.Pattern[str]:
    """Who heads a unit, before the name they are called by: "営業本部長の黒木常務"."""
    return re.compile(
        rf"(?<!{_WORD})(?:{alternatives(_RANKS)})?(?P<unit>(?!副|次|前|元|新|現){_WORD}{{1,12}}?{_ends()})長(?:補佐|代理|心得)?(?:の|である)\Z"
    )


@cache
def _headed() -> re.Pattern[str]:
    """A title that its unit's last character begins: 部長, 園長, 支店長."""
    return re.compile(rf"(?P<kind>{_ends()})長")


@cache
def _heads_whole() -> re.Pattern[str]:
    """A title that its unit's whole name begins: 看護部長, 執行役員 営業統括部長, 北ブロック長."""
    return re.compile(
        rf"(?:\A|[ 　・兼]|{alternatives(_RANKS)})(?P<unit>(?!副|次|前|元|新|現){_WORD}{{1,12}}?{_ends()})長(?:補佐|代理)?\Z"
    )


@cache
def _ranked() -> re.Pattern[str]:
    """A place of work run into a rank: 2階西病棟師長."""
    return re.compile(
        rf"(?P<unit>(?!副|次|前|元|新|現){_WORD}{{1,14}}?{_ends()})(?:師長|主任|科長|医長|婦長|副師長|班長)"
    )


_RANKS = ["取締役", "執行役員", "上席執行役員", "常務", "専務", "理事", "参与", "部長代理"]
"""What may run into the unit of a post: 取締役営業本部長."""


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(rf"(?:{honorific_pattern()})?[ 　]?[(（](?P<words>[^()（）\n]{{1,24}})[)）]")


@cache
def _called() -> re.Pattern[str]:
    """Behind the name: "さんは本店営業部の係長", "です。営業推進部の部長"."""
    posts = f"{title_pattern()}|方|人|職員|社員|担当|所属|スタッフ|リーダー|パート|先生|看護師|保育士|若手|ベテラン"
    return re.compile(  # a body that the post's holders form is none: 支店長会
        rf"(?:{honorific_pattern()})?(?:は|が|って|です。|だ。)、?(?:いま|今|現在|もともと)?、?(?P<unit>{_unit()})の[^、。「」\n]{{0,6}}?(?:{posts})(?!会|会議|連絡会|研修)"
    )


def departments_beside(persons: Sequence[Person], sources: Sequence[Source], parties: Parties) -> None:
    """Sets the department of mentions of the customer's people that have none, where the words beside them give it."""
    by_index = {s.index: s for s in sources}
    for person in persons:
        if person.side is not Side.CUSTOMER or person.latin:
            continue
        for mention in person.mentions:
            source = by_index[mention.doc]
            if mention.department is not None and _is_none(mention.department.text):
                mention.department = None
            if mention.department is not None:
                _with_its_kind(mention, source)
            if mention.department is not None or mention.unit < 0:
                continue
            above = same_as_above(mention, source, persons)
            if above is not None:
                mention.department = above
                continue
            for start, end in _places(mention, source, parties):
                words = source.folded[start:end]
                if words.startswith("・"):
                    start, words = start + 1, words[1:]
                if words and not _is_none(words) and words != person.family:
                    mention.department = Phrase(source.document.text[start:end], start, end)
                    break


def unit_headed(title: str) -> tuple[int, str] | None:
    """Where in a title the unit begins that its holder heads, with the unit: 東ブロック of 東ブロック長; None without one."""
    found = _heads_whole().search(title) or _ranked().fullmatch(title)
    if found is None or _is_none(found["unit"]):
        return None
    above = re.match(rf"(?:{alternatives(_RANKS)})+(?=.)", found["unit"])
    begin = above.end() if above else 0
    unit = found["unit"][begin:]
    if re.search(rf"(?:{_ends()}|クリニック|ホーム|ハウス|ホテル|センター|ケア|こども園)\Z", unit[:-1]):
        unit = unit[:-1]  # 本院院長 is the head of 本院: 院長 is what they are called
    return found.start("unit") + begin, unit


def _is_none(words: str) -> bool:
    """True for what has a unit's form and is none: 四園, 入院, オンライン."""
    return bool(
        _NO_UNIT.fullmatch(words) or _COUNTED.fullmatch(words) or words in ("オンライン", "ガイドライン")
    )


def _with_its_kind(mention: Mention, source: Source) -> None:
    """ "客室" before 課長 is 客室課."""
    unit, title = mention.department, mention.title
    if unit is None or title is None or unit.end != title.start:
        return
    if unit.text not in table("departments")["bare"] and re.search(rf"{_ends()}\Z", unit.text):
        return
    kind = _headed().match(title.text)
    if kind is not None:
        end = title.start + kind.end("kind")
        mention.department = Phrase(source.document.text[unit.start : end], unit.start, end)


def _places(mention: Mention, source: Source, parties: Parties) -> Iterator[tuple[int, int]]:
    """Where the unit may stand, the surest place first."""
    unit = source.units[mention.unit]
    text, base = unit.text, unit.start
    if mention.start < base:
        yield from _label(mention, source, parties)
        return
    end = max(mention.outer.end, mention.end) - base
    title = mention.title
    if title is not None and base <= title.start < base + len(text):
        yield from _fused(mention, title, text, base)
    for found in [_bracket().match(text, mention.end - base), _bracket().match(text, end)]:
        if found:
            yield from _inside(found["words"], base + found.start("words"))
            break
    begin = min(mention.start, mention.outer.start if mention.outer.start >= base else mention.start)
    if title is not None and base <= title.start < begin:
        begin = title.start
    before = _before().search(text[max(0, begin - base - 24) : begin - base])
    if before:
        at = max(0, begin - base - 24) + before.start("unit")
        yield base + at, base + at + len(before["unit"])
    elif headed := _heads_before().search(text[max(0, begin - base - 24) : begin - base]):
        at = max(0, begin - base - 24) + headed.start("unit")
        if not is_family(re.sub(rf"{_ends()}\Z", "", headed["unit"])):
            yield base + at, base + at + len(headed["unit"])
    elif house := _GROUP_HOUSE.search(text[max(0, begin - base - 24) : begin - base]):
        at = max(0, begin - base - 24) + house.start("house")
        if _is_of_the_group(house["house"], parties):
            yield base + at, base + at + len(house["house"])
    elif topic := _site_topic().search(text[max(0, begin - base - 30) : begin - base]):
        at = max(0, begin - base - 30) + topic.start("site")
        if (
            not _is_none(topic["site"])
            and not is_family(topic["site"])
            and parties.of_words(topic["site"]) is Side.UNKNOWN
        ):
            yield base + at, base + at + len(topic["site"])
    elif (
        title is not None
        and begin == title.start
        and re.fullmatch(_OF_A_SITE, title.text)
        and (told := _TOLD_OF.search(text[max(0, begin - base - 16) : begin - base]))
    ):
        at = max(0, begin - base - 16) + told.start("site")
        yield base + at, base + at + len(told["site"])
    elif (title is not None and begin == title.start and re.fullmatch(_OF_A_SITE, title.text)) or (
        title is not None and title.start >= mention.end and re.fullmatch(_OF_A_SITE, title.text)
    ):
        yield from _site_before(text[max(0, begin - base - 20) : begin - base], begin, parties)
    for found in [_called().match(text, mention.end - base), _called().match(text, end)]:
        if found:
            yield base + found.start("unit"), base + found.end("unit")
            break
    yield from _label(mention, source, parties)
    if title is not None:
        yield from _of_the_same_kind(mention, title, text, base)


def _site_before(head: str, end: int, parties: Parties) -> Iterator[tuple[int, int]]:
    """ "特養みどり 施設長 黒木", 「西谷の黒木所長」: the word before who leads a site is the site; no clause, no house."""
    found = _SITE_BEFORE.search(head)
    if found is None or _PARTICLE.search(found["site"]) or is_post(found["site"]):
        return
    if _NO_SITE.fullmatch(found["site"]):
        return
    if parties.of_words(found["site"]) is Side.UNKNOWN:
        yield end - len(head) + found.start("site"), end - len(head) + found.end("site")


def _fused(mention: Mention, title: Phrase, text: str, base: int) -> Iterator[tuple[int, int]]:
    """ "黒木客室課長", "客室課長の黒木さん": what stands before 課長 up to the name or another word, with its 課."""
    kind = _headed().match(title.text)
    if kind is None:
        led = _LED.search(text[max(0, title.start - base - 8) : title.start - base])
        if _LEADS.fullmatch(title.text) and led and mention.start > title.start:
            yield title.start - len(led["unit"]), title.start
        whole = _heads_whole().search(title.text) or _ranked().fullmatch(title.text)
        if whole is not None and not _is_none(whole["unit"]):
            yield title.start + whole.start("unit"), title.start + whole.end("unit")
        return
    at = title.start - base
    run = re.search(rf"{_WORD}{{1,12}}\Z", text[max(0, at - 12) : at])
    first = at - len(run[0]) if run else at
    if mention.start - base < at:
        first = max(first, mention.end - base)
    if first < at and re.match(r"[一-龥ァ-ヶーA-Z]", text[first]):
        yield base + first, title.start + kind.end("kind")
    elif len(kind["kind"]) >= LEAST_KIND:
        yield title.start, title.start + kind.end("kind")


def _inside(words: str, base: int) -> Iterator[tuple[int, int]]:
    """The unit among the words of a bracket: "業務課 課長", "西谷 班長", "後半だけ、法務部"."""
    pieces = [(m.start(), m.end()) for m in re.finditer(r"[^、，,／/ 　・:：]+", words)]
    for number, (start, end) in enumerate(pieces):
        piece = words[start:end]
        if re.fullmatch(_unit(), piece):
            yield base + start, base + end
        fused = re.fullmatch(rf"(?P<unit>{_WORD}{{1,12}}?{_ends()})長(?:補佐|代理)?", piece)
        if fused:
            yield base + start, base + start + len(fused["unit"])
        headed = re.fullmatch(rf"(?P<unit>{_unit()})の{title_pattern()}", piece)
        if headed:
            yield base + start, base + start + len(headed["unit"])
        behind = words[slice(*pieces[number + 1])] if number + 1 < len(pieces) else ""
        if behind and re.fullmatch(title_pattern(), behind) and not is_post(piece) and len(piece) >= 2:
            yield base + start, base + end


def _label(mention: Mention, source: Source, parties: Parties) -> Iterator[tuple[int, int]]:
    """A place of work beside a speaker's or an attendee's name: "黒木(つくし)", "黒木@本館"."""
    words = mention.org or ""
    if mention.form not in (Form.SPEAKER, Form.ATTENDEE, Form.CHAT_USER, Form.SENDER) or not words:
        return
    if not 2 <= len(words) <= LONGEST_AFFILIATION or is_post(words) or not _PLACE_OF_WORK.fullmatch(words):
        return
    if parties.of_words(words) is not Side.UNKNOWN or _NO_PLACE_OF_WORK.search(words):
        return
    at = source.folded.find(words, max(0, mention.start - 30), mention.end + 30)
    if at >= 0:
        yield at, at + len(words)


def _of_the_same_kind(mention: Mention, title: Phrase, text: str, base: int) -> Iterator[tuple[int, int]]:
    """ "市民課を訪ねる。黒木課長は…": the one unit the line has spoken of that a 課長 can be the head of, nobody else's."""
    kind = _headed().match(title.text)
    if kind is None:
        return
    found = [
        m
        for m in re.finditer(
            rf"(?<!{_WORD})(?P<unit>{_WORD}{{1,12}}?{re.escape(kind['kind'])})(?!長|の{_WORD}|[ 　]?{_WORD})",
            text[: max(0, min(mention.start, title.start) - base)],
        )
        if not _NO_UNIT.fullmatch(m["unit"])
    ]
    if len({m["unit"] for m in found}) == 1:
        yield base + found[0].start("unit"), base + found[0].end("unit")
