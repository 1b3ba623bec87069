"""Titles of people from the words Japanese sources put beside their name: "黒木さん(業務課 課長)", "副場長の黒木", "黒木は運転手です".

A word is a title where the lists have it, or where it is built like a word for somebody's work: a stem and 師, 士, 員, 手, 長 …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from agent.people.labels import Label, is_unit, place_words
from agent.people.lexicon import honorific_pattern, title_pattern
from agent.people.names import is_family
from agent.people.types import Mention, Person, Phrase, Side, Source, Unit
from connectors.interface import Span

AROUND = 40
"""Characters beside a name that are read."""
_WORK = (
    "リーダー|マネージャー|マネジャー|スタッフ|デスク|パートナー|オペレーター|ドライバー|エンジニア|ディレクター|プロデューサー|トレーナー|インストラクター"
    "|アドバイザー|スーパーバイザー|プランナー|デザイナー|アナリスト|コーディネーター|アシスタント|スペシャリスト|チーフ|プログラマー|バイヤー|マーチャンダイザー|テスター|リード"
    "|アーキテクト|サイエンティスト|ストラテジスト|カウンセラー|セラピスト|シェフ|コーチ|マスター|キャップ|クルー|ディスパッチャー|コントローラー"
)
"""What somebody is by their work, in words from English."""
_BUILT = (
    rf"[一-龥々ァ-ヶーA-Z]{{1,7}}(?:師|士|員|手|場長|監督|教諭|栄養士|{_WORK})|(?:{_WORK})(?:補佐|補|長)?|教諭|監督|場長"
    "|杜氏|蔵人|棟梁|親方|番頭|板前|女将|支配人|書記長?|庶務|広報官|主計|機関長|航海士|世話役|世話人"
)
_NO_JOB = re.compile(
    r"(?:.*[^保])?全員|.*(?:会員|組合員|一員|人員|定員|満員|動員|要員|増員|減員|部員|課員|室員|局員|欠員|教職員|従業員|全職員|議員|相手|若手|大手|下手|上手|中手|選手|お手|右手|左手|苦手|派手|勝手|担い手|書き手|聞き手|話し手|使い手|決め手|着手|入手|挙手|握手|拍手|同士|武士|博士|同志|恩師|教師役|のほうの員)"
)
"""What ends as a word for somebody's work does and is none, or is nobody's own title: 全員, 若手, 同士."""
_OF_A_HOUSE = re.compile(
    r"(?:当|弊|同|自|他|貴|御|本|各|全|両|新|旧)(?:社|部|課|店|院|園|校|室|員|師)|元|旧|前"
)
"""What no title of today begins with: 当社パートナー, 全部員, 元看護師."""
_FORMER = re.compile(r"(?:前|元|旧|先代|前任|以前|昔|次|次期|後任|新)の?\Z")
_ENDS = r"(?:です|でした|でございます|である|であり|でいらっしゃ|でして|だっ|だ[。、)」]|で[、。 ]|やって|をし|。|\Z)"
_LISTED = re.compile(r"[、,・と]")


@cache
def _title() -> str:
    return rf"(?:副?{title_pattern()}(?:(?:兼|、兼)?{title_pattern()})*(?!会|級|クラス|以上|以下|職|室|宛|あて|たち|陣|一同))"


@cache
def _called() -> str:
    return rf"(?:{honorific_pattern()})?"


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(rf"{_called()}[ 　]?[(（](?P<words>[^()（）\n]{{2,30}})[)）]")


@cache
def _is() -> re.Pattern[str]:
    job, called = rf"(?:{_title()}|{_BUILT})", _called()
    of = r"(?:[^。、「」\n]{1,16}(?:の|ている|てる|する))?"
    said = rf"(?:は|が|って|というのは|という方は)、?(?:いま|今|現在|もともと)?、?{of}(?P<title>{job})(?:さん)?{_ENDS}"
    by_name = rf"(?:という|と言う)[^。、「」\n]{{0,10}}?(?P<named>{job})(?:さん)?(?=[がはをにでのとだ。、])"
    became = rf"(?:は|が|も|、)[^。「」\n]{{0,14}}?(?P<became>{job})(?:に|へ)(?:なっ(?:た|て)|なりまし|なられ|昇(?:格|進|任)し|就任し|就(?:いた|きまし))"
    return re.compile(rf"{called}(?:{said}|{by_name}|{became})")


@cache
def _ahead() -> re.Pattern[str]:
    """Directly before the name: "副場長の黒木", "業務課の課長、黒木様が"."""
    return re.compile(
        rf"(?:\A|(?<=[^一-龥々ァ-ヶー]))(?P<unit>[一-龥々ァ-ヶー]{{0,8}}?)(?P<title>{_title()}|{_BUILT})(?P<link>の|、|・)\Z"
    )


def described_in_japanese(persons: Sequence[Person], sources: Sequence[Source]) -> None:
    """Sets the title of mentions of the customer's people that have none, by the words beside the name."""
    by_index = {source.index: source for source in sources}
    for person in persons:
        if person.side is not Side.CUSTOMER or person.latin:
            continue
        for mention in person.mentions:
            if mention.title is None and mention.unit >= 0:
                _describe(mention, by_index[mention.doc])


def _describe(mention: Mention, source: Source) -> None:
    unit = source.units[mention.unit]
    if mention.start < unit.start:
        return
    if _from_bracket(mention, source, unit):
        return
    found = next(_beside(mention, unit), None)
    if found is not None:
        start, end = unit.start + found[0], unit.start + found[1]
        mention.title = Phrase(source.document.text[start:end], start, end)


def _from_bracket(mention: Mention, source: Source, unit: Unit) -> bool:
    """The post in brackets right behind the name, with its unit; True where there is one."""
    found = _bracket().match(unit.text, mention.end - unit.start)
    if found is None:
        return False
    words, base = found["words"], unit.start + found.start("words")
    probe = Label(base, base, "", None, False, Span(base, base + len(words)))
    for piece in re.finditer(r"[^、，,／/;；。]+", words):
        if _FORMER.match(piece[0]) or re.search(r"さん|様|氏|[はがをにへ]", piece[0]):
            continue
        place_words(probe, piece[0], base + piece.start())
        if probe.title is None:
            built = re.search(rf"(?:\A|[ 　の])(?P<job>{_BUILT})\Z", piece[0])
            if built is not None and _is_job(built["job"]):
                at = base + piece.start() + built.start("job")
                probe.title = Phrase(built["job"], at, at + len(built["job"]))
        if probe.title is not None:
            break
    if probe.title is None:
        return False
    mention.title = _at(source, probe.title)
    if mention.department is None and probe.department is not None:
        mention.department = _at(source, probe.department)
    return True


def _beside(mention: Mention, unit: Unit) -> Iterator[tuple[int, int]]:
    """Where the title stands in the unit's text: before the name, then said of it."""
    text, start, end = unit.text, mention.start - unit.start, mention.end - unit.start
    head = text[max(0, start - AROUND) : start]
    found = _ahead().search(head)
    if found is not None and _is_own(found, text[end:]):
        at = start - len(head)
        yield at + found.start("title"), at + found.end("title")
    said = _is().match(text, end)
    for group in ("title", "named", "became"):
        if said is not None and said[group] and _is_job(said[group]):
            yield said.span(group)


def _is_own(found: re.Match[str], tail: str) -> bool:
    """The words before a name are the title of whoever bears it: no former one, nobody else's, no list."""
    if not _is_job(found["title"]) or _FORMER.search(found.string[: found.start("title")]):
        return False
    if found["unit"] and is_family(found["unit"]):
        return False
    if found["link"] == "・" and found["unit"] and not is_unit(found["unit"]):
        return False
    if found["link"] in ("の", "・"):
        return not re.match(rf"{_called()}[ 　]?{_title()}", tail)
    behind = re.match(_called(), tail)
    before = found.string[: found.start("unit")]
    return before.endswith("の") and not (behind and _LISTED.match(tail[behind.end() :]))


def _is_job(word: str) -> bool:
    return not (_NO_JOB.fullmatch(word) or _OF_A_HOUSE.match(word) or is_family(word))


def _at(source: Source, phrase: Phrase) -> Phrase:
    return Phrase(source.document.text[phrase.start : phrase.end], phrase.start, phrase.end)
