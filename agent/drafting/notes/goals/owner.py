"""Who answers for a goal: only whom the words name as owner, counter or keeper of it; wanting it is not owning it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.frames import frames
from agent.models.plan import KeyPerson
from agent.people.names import is_family
from agent.renewal.remarks import Remark
from agent.renewal.sides import HONORIFIC, Sides
from connectors.language import JAPANESE

NO_ONE = re.compile(
    r"^(?:誰|だれ|みんな|皆|全員|各|未定|なし|これ|それ|数字|件数|目標|結果|数|今|現|毎|来|次|平均|うち|本人|他|別|\d|(?:Me|Us|You|Same|Ditto|The|This|That|It|We|They|No|Nobody|Who|He|She|What|There|Source|KPI|Goal|Target|Success)s?\b)"
)
TITLES = re.compile(
    r"(?:(?:本?部|課|係|班|室|局|所|店|工場|センター|支店|院|園|校|会|社|師|組|隊|駅|次|船|艇)長|主任|主査|主幹|主事|専務|常務|取締役|代表|リーダー|マネージャー|マネジャー|チーフ)+$"
)
NAME = re.compile(r"[一-龠々ヶ]{1,4}|[ァ-ヴー]{2,8}|[ぁ-ん]{2,5}")
SPEAKS = re.compile(
    r"(?:^|[\s・、。◇◆○●-])(?P<before>[^\s・、。「」:：]{1,10}?)(?:さん|様|氏)?(?:は|いわく|が|曰く|から|より)?[「『]|[」』](?:と|って|、|\()?(?P<after>[^\s、。「」()（）:：]{1,8}?(?:さん|様|氏|[部課係班室所店]長|主査|主任))"
)
HANDS_OVER = re.compile(
    r"(?:CSV|ファイル|資料|名簿|マスタ|雛形|ひな形|様式|見積書|書類|写真|原稿)(?:を|は)[^、。]{0,16}(?:出す|まとめる|やる|見て)"
)
"""Who hands a thing over answers for that, not for the figure."""
COUNTED_ONCE = re.compile(r"(?:集計し|計測し|測定し|実測し|数え|測っ|計っ|調べ)た$")
"""Who counted a figure once answers for that figure, not for what it is to become."""
OTHER_HOUSE = re.compile(
    r"(?:ベンダー|業者|メーカー|委託先|外注先|代理店|仕入先|派遣会社|開発会社|工務店|協力会社)(?:は|側|の(?:窓口|担当))[^。]*$|\b(?:vendor|supplier|contractor|reseller|agency)(?:['’]s| is| side)\b[^.;]*$",
    re.I,
)
"""Before somebody who is with another house than the customer."""
WAS_OPEN = re.compile(
    r"[^。、]*(?:決まって(?:い)?(?:ません(?:でした)?|なかった)|未定(?:でした|だった)|空欄(?:でした|だった))(?:の?(?:です)?が|けれ?ど(?:も)?|ところ)、?"
    r"|[^.;]*\b(?:had(?:n['’]t| not) been|was(?:n['’]t| not)(?: yet)?) (?:named|decided|agreed|settled|set)\b[^.;]{0,12}?,? but "
)
"""What was open so far, before who it is now."""
PIECE = re.compile(r"[、,，／/|｜;；\t→　]| [-–] ")
LONGEST_NAME = 24
INITIALS = re.compile(r"[(（\[]([A-Z]{2,3})[)）\]]")
"""Who said it, in a note-taker's brackets."""
OPENS = re.compile(r"\W*([A-Z][a-z]{2,}) [a-z]")
"""The word a sentence begins with, as it names whom the sentence is about."""
UNITS = frozenset(("こちら", "本部", "会社", "全体", "現場", "そちら", "部内", "社内"))
UNIT = re.compile(r"(?:部|課|室|係|局|チーム|センター|推進室|総務|人事|経理|現場)$")


def owner_of(remarks: Sequence[Remark], sides: Sides, before: Sequence[Remark] = ()) -> str | None:
    """The stakeholder's name, the name as written where nobody is known by it; None where nobody or only a unit is named.

    `before` are the remarks of the items before, latest last: who spoke there is the I of an unnamed speaker here.
    """
    texts = [WAS_OPEN.sub("", remark.text) for remark in remarks]
    if any(_says("nobody", text) for text in texts):
        return None
    for remark in remarks:
        for pattern in _patterns("owner", remark.text):
            for found in pattern.finditer(remark.text):
                if COUNTED_ONCE.search(remark.text[: found.end() + 1]):
                    continue
                name = _name(found["who"], sides)
                if OTHER_HOUSE.search(remark.text[: found.start("who")]):
                    continue
                if name and not HANDS_OVER.search(found[0] + remark.text[found.end() : found.end() + 2]):
                    return name
    closing = _closing_name(texts, sides)
    if closing:
        return closing
    for place, remark in enumerate(remarks):
        asked = place > 0 and _says("asks_owner", texts[place - 1], "around")
        if remark.speaker and (_says("own", remark.text) or (asked and _says("own_answer", remark.text))):
            if sides.of(remark.speaker) == "us":
                continue
            person = sides.person(remark.speaker)
            return person.name if person else HONORIFIC.sub("", remark.speaker)
    at = next((i for i, text in enumerate(texts) if _says("pronoun", text) or _says("own", text)), None)
    if at is not None:
        quoted = _quoted_speaker(texts[: at + 1], sides)
        if quoted:
            return quoted
        told = [
            texts[at][: _pronoun_at(texts[at])],
            *reversed(texts[:at]),
            *(r.text for r in reversed(before)),
        ]
        return next((name for text in told if (name := _named_in(text, sides))), None)
    return None


def _closing_name(texts: Sequence[str], sides: Sides) -> str | None:
    """The known person whose name alone closes a sentence of figures (50本→20本、6月末、山田), or is a sentence behind it."""
    for place, text in enumerate(texts):
        *before, last = PIECE.split(text.strip(" 　。."))
        if not (re.search(r"\d", " ".join(before)) if before else place):
            continue
        bare = TITLES.sub("", HONORIFIC.sub("", last.strip()))
        person = sides.person(last.strip()) if 1 < len(last.strip()) <= LONGEST_NAME else None
        if person is not None and person.kind == "person" and _is_name_of(bare, person):
            return person.name
    return None


def _is_name_of(words: str, person: KeyPerson) -> bool:
    """The words are the person's name, a part of it, or an alias, and nothing else."""
    names = [
        name for known in (person.name, *person.aliases) for name in (known, *re.split(r"[\s　]", known))
    ]
    return words in names


def _pronoun_at(text: str) -> int:
    """Where the words that stand for the owner end: whoever is named behind them is another."""
    found = (f.end() for p in (*_patterns("pronoun", text), *_patterns("own", text)) if (f := p.search(text)))
    return min(found, default=len(text))


def _named_in(text: str, sides: Sides) -> str | None:
    """The person a text names, or whose initials it ends with in brackets."""
    initials = INITIALS.findall(text)
    person = sides.by_initials(initials[-1]) if initials else None
    opens = OPENS.match(text)
    person = person or sides.person(text) or (sides.by_short_name(opens[1]) if opens else None)
    return person.name if person is not None and person.kind == "person" else None


def _quoted_speaker(texts: Sequence[str], sides: Sides) -> str | None:
    """Whose words in 「」 hold the last of these sentences: the name before them, or after them."""
    for text in reversed(texts):
        found = SPEAKS.search(text)
        if found:
            return _name(found["before"] or found["after"], sides)
    return None


def names_an_owner(text: str) -> bool:
    """The words say who answers for something: by name, as the speaker's own, or by a pronoun."""
    if _says("nobody", text):
        return False
    named = any(
        not NO_ONE.match(found["who"].strip()) and not UNIT.search(found["who"])
        for pattern in _patterns("owner", text)
        for found in pattern.finditer(text)
    )
    return named or _says("own", text) or _says("pronoun", text)


def owned_by_nobody(text: str) -> bool:
    """The words say that nobody, or everybody, answers for it."""
    return _says("nobody", WAS_OPEN.sub("", text))


def person_named(words: str, sides: Sides) -> str | None:
    """The one person that the words of a field name; None where they name a unit, nobody or our side."""
    return _name(re.split(r"[(（、。]", words.strip())[0], sides)


def _name(words: str, sides: Sides) -> str | None:
    words = words.strip(" 　、。・「」")
    if NO_ONE.match(words) or not words:
        return None
    person = sides.person(words) or sides.by_initials(words.rstrip("."))
    if person is None and (words.islower() or re.fullmatch(r"[A-Z]{2,3}\.?", words)):
        return None
    if person is not None:
        return person.name if person.kind == "person" else None
    if UNIT.search(words) or sides.of(words) == "us" or words in UNITS:
        return None
    english = re.fullmatch(
        r"(?:(?:Mr|Ms|Mrs|Dr|Sr|Sister|Nurse|Captain|Prof)\.? )*(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)",
        words,
    )
    if english:
        return english["name"]
    if words.isascii():
        return None
    last = re.split(r"の|[\s　・]", words)[-1]
    bare = TITLES.sub("", HONORIFIC.sub("", last))
    called = bare != last or is_family(bare)
    return bare if called and bare and NAME.fullmatch(bare) and not NO_ONE.match(bare) else None


def _patterns(key: str, text: str) -> tuple[re.Pattern[str], ...]:
    language = "ja" if JAPANESE.search(text) else "en"
    # names are told by their capitals
    return tuple(re.compile(p.pattern) for p in frames("agent.drafting.notes.goals", "words", language, key))


def _says(key: str, text: str, file: str = "words") -> bool:
    language = "ja" if JAPANESE.search(text) else "en"
    return any(p.search(text) for p in frames("agent.drafting.notes.goals", file, language, key))
