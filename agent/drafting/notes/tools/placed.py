"""Tools that a note places somewhere (設計は「X」です, 物流課に「X」があって, legal has X, Parks: X for rosters) without a verb of use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.drafting.notes.tools.items import ToolItem
from agent.drafting.notes.tools.names import names_of
from agent.people.names import is_family
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

CUES = cues("agent.drafting.notes.tools", "words")
QUOTED = re.compile(r"「(?P<name>[^「」。、！？\s]{2,14})」")
COINED = re.compile(
    r"[ァ-ヴーA-Za-z]|(?:帳|番頭|大将|匠|棚|くん|君|御膳|ミル|箱|便|丸|侍|奉行|盤|図|録|庫|番|館|楽|名人|システム|台帳|ノート|カード|システムズ|クラウド)$"
)
PREDICATE = re.compile(r"(?:[るたいすくうんだ]|です|ます|ない|して|から|ので|けど|ね|よ|か)$|[をがはへ]")
FOLLOWED = re.compile(
    r"(?:です|だ|を|で|に|が|から|は|と|も|の|っていう|という|(?:と|って)(?:か|い)|ちゅう)|[(（、。]|$"
)
WORK_BEFORE = re.compile(r"(?P<work>[一-龠ァ-ヴー]{2,10})(?:は|には|では|に|を)[^、。はがを]{0,10}$")
AFTER_UNIT = re.compile(r"(?:は|が|に|には|では|で|も|の|だけ|……|…|:|：|、)")
REACH = 26
BRACKET = re.compile(r"[」]?\s*[(（](?P<who>[^()（）]{2,12})[)）]")
SAID_OF = re.compile(r"[^の]は|未|ない|せず")
"""A bracket that says something of the tool is no unit."""
SPEECH = re.compile(
    r"と(?:言|いう(?:の|こと|話)|の声|答|書|聞|呼|話|返|回答|問|コメント|いわれ|怒|笑)|って(?:言|聞|話)"
)
KNOWN_USE = re.compile(
    r"使|管理|集計|連絡|運用|共有|記録|打ち直|作(?:って|った|り)|落と|入力|転記|やり取り|回して|出して|保存|見(?:ない|て)|自作|手作り|全社|みんな|全員|のまま|で(?:す|。|$)|(?:は|が)[^。]{1,12}(?:の|自作)|"
    r"\b(?:us(?:e|es|ing)|runs?|lives?|in|on|through|obviously|everybody|everyone|has|have|track\w*|keeps?)\b",
    re.I,
)
ENGLISH_PLACED = (
    re.compile(
        r"^(?:[\s\-*•]*)(?P<unit>[A-Z][A-Za-z&]*(?: (?:&|and|[A-Z][A-Za-z]+))*): (?P<name>[A-Z][\w.&-]+(?: [A-Z][\w.-]+)?)(?= (?:for|to|as)\b)"
    ),
    re.compile(
        r"(?P<unit>\b(?:the )?[A-Za-z&]+(?: (?:&|and) [A-Za-z]+)?(?: (?:team|dept|department|desk|office|crew|lot))?) (?:has|have|have got|has got|bought|quietly bought|lives? in|swears? by|runs? on|is on|are on|sits? in|works? (?:in|out of)|went and (?:bought|got)|picked up|(?:writes?|keeps?|logs?|does|do|holds?|stores?|tracks?|books?|plans?|records?) [a-z' ]{2,30}? (?:in|on|with)) (?P<name>[A-Z][\w.-]*[a-z][\w.-]*(?: [A-Z][\w-]+)?)"
    ),
    re.compile(
        r"(?P<what>[a-z][a-z ]{2,24}) (?:sits?|sit|lives?|goes?|go|comes? in|come in|stays?|runs?|is kept|are kept|happens?) (?:in|through|via|on|into) (?P<name>[A-Z][\w.-]*[a-z][\w.-]*)(?: \((?P<unit>[a-z][a-z &]{2,20})\))?"
    ),
    re.compile(
        r"(?:^|[;.,] |\b(?:and|but) )(?P<unit>(?:the )?[A-Za-z&]+(?: (?:&|and) [A-Za-z]+)?(?: (?:team|dept|department|desk|office|crew))?)(?: also| still)* (?:has|have|has got|have got|pays? for|keeps?|uses?|runs?) (?:something|a thing|an? [a-z ]{2,20}|their own [a-z]+|its own [a-z]+)?,? ?(?:called |named )?(?P<name>[A-Z][\w.-]*[a-z][\w.-]*(?: [A-Z][\w-]+)?)"
    ),
    re.compile(
        r"^(?:[^:]{1,24}: )?(?P<name>[A-Z][a-z]+[A-Za-z]*),? (?:obviously|of course|naturally|mostly)\b"
    ),
)
OWN = frozenset(
    (
        "we",
        "they",
        "he",
        "she",
        "it",
        "i",
        "you",
        "who",
        "which",
        "that",
        "and",
        "but",
        "the",
        "also",
        "everyone",
        "everybody",
        "nobody",
        "somebody",
        "someone",
        "there",
        "still",
        "people",
    )
)


def placed_in(remark: Remark, beside: str = "") -> Iterator[ToolItem]:
    """Tools that the remark says some unit has. `beside` is the rest of its line or its label, where the unit may stand.

    What belongs to other companies, was given up, is only looked at or is denied is none.
    """
    text = remark.text
    if not remark.is_note or remark.side == "us" or remark.kind in (BlockKind.HEADING, BlockKind.FIELD):
        return
    if CUES["not_theirs"].search(text):
        return
    if not JAPANESE.search(text):
        yield from _english(text)
        return
    for match in QUOTED.finditer(text):
        name = match["name"]
        after = text[match.end() :]
        if not _is_named(name) or not FOLLOWED.match(after) or SPEECH.match(after):
            continue
        unit = unit_near(text, match.start(), match.end())
        kind = CUES["kind"].search(name) or CUES["kind"].search(
            text[max(0, match.start() - 8) : match.start()]
        )
        work = CUES["work_noun"].search(text[max(0, match.start() - REACH) : match.start()])
        if unit or kind or work:
            yield ToolItem(name, None, unit)
    for name in names_of(text):
        if CUES["known"].fullmatch(name.text) and (KNOWN_USE.search(text) or KNOWN_USE.search(beside)):
            yield ToolItem(name.text, _work_of(text, name.start), unit_near(text, name.start, name.end))


def _work_of(text: str, at: int) -> str | None:
    """The work that stands right before a name (案件管理は…)."""
    found = WORK_BEFORE.search(text[:at])
    return found["work"] if found and CUES["work_noun"].search(found["work"]) else None


def _is_named(name: str) -> bool:
    if PREDICATE.search(name) and not re.fullmatch(r"[ァ-ヴーA-Za-z一-龠]+(?:くん|ん|さん|ちゃん)?", name):
        return False
    return bool(COINED.search(name)) and not CUES["acronym"].search(name) and not is_family(name)


def unit_near(text: str, start: int, end: int) -> str | None:
    """The unit that a name stands with: in the bracket behind it, else the nearest one before it, else "Xは経理課の…"."""
    bracket = BRACKET.match(text, end)
    if bracket and CUES["place"].search(bracket["who"]) and not SAID_OF.search(bracket["who"]):
        return re.sub(r"(?:の|が)?(?:所管|持ち物|管轄|主管|担当).*$", "", bracket["who"])
    left = text[max(0, start - REACH) : start]
    left = left[max(left.rfind("。"), left.rfind("」"), left.rfind(")、"), left.rfind("）、")) + 1 :]
    units = [
        m
        for m in UNIT.finditer(left)
        if AFTER_UNIT.match(left, m.end())
        and not NO_UNIT.search(m["unit"])
        and not OF_SOMEBODY.match(left, m.end())
    ]
    if units:
        return units[-1]["unit"]
    owned = OWNED.match(text, end)
    return owned["unit"] if owned else None


OF_SOMEBODY = re.compile(
    r"の[一-龠ァ-ヴー]{1,5}?(?:さん|様|氏|くん|部長|課長|室長|係長|主任)?(?:が|は|から|も|って)"
)
"""Behind a unit that is somebody's, who speaks of the tool: 「情シスの黒木が、Xの新しい版に…」."""
UNIT = re.compile(
    r"(?P<unit>[一-龠ァ-ヴーA-Za-z]{0,8}(?:本部|部|課|室|局|係|チーム|センター|店舗|工場|支店|営業所|事業所|事業部|現場|倉庫)|"
    r"経理|財務|人事|総務|法務|購買|調達|営業|企画|広報|マーケ|情シス|品証|製造|生産管理|技術|開発|設計|物流|保全|監査|事務|施工|研究|看護|医事|教務|販促|外商|配車|フロント|薬事|学術)"
)
NO_UNIT = re.compile(
    r"^(?:結局|全部|一部|大部|内部|外部|上部|幹部|部|課|室|局|係|現場|事務)$|(?:郵便|薬)局$|全部$|一部$"
)
OWNED = re.compile(
    r"[」]?(?:は|も)(?P<unit>[一-龠ァ-ヴー]{2,8}(?:部|課|室|係|センター|チーム|店))(?:の|が|で|。|$)"
)


def _english(text: str) -> Iterator[ToolItem]:
    for pattern in ENGLISH_PLACED:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            unit = (groups.get("unit") or "").strip()
            bare = re.sub(r"^(?:the|but|and|so) ", "", unit, flags=re.I)
            if pattern is ENGLISH_PLACED[4]:
                if CUES["known"].fullmatch(match["name"]):
                    yield ToolItem(match["name"])
                continue
            has_its_own = pattern is ENGLISH_PLACED[3] and re.fullmatch(r"[a-z]{4,}", bare)
            if (
                unit
                and not CUES["place"].search(bare)
                and pattern is not ENGLISH_PLACED[0]
                and not has_its_own
            ):
                continue
            if bare.lower() in OWN or CUES["no_name"].search(match["name"]):
                continue
            yield ToolItem(match["name"], (groups.get("what") or "").strip() or None, bare or None)
