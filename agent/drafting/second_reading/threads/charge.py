"""`in_charge`: whom the sentences of a matter put in charge of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.goals.owner import owned_by_nobody, owner_of, person_named
from agent.people.names import is_family
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.language import JAPANESE

_WHO = r"(?P<who>(?:[^、。「」（）()：:\s]{1,12}の)?[一-龠々ヶァ-ヴー]{1,6}(?:(?:さん|様|さま|くん|君|氏|殿|先生)|(?:[部課係室所店局班次支]長|主任|リーダー))?)"
_CHARGE = r"(?:宿題|持ち(?:分)?|受け持ち|担当|責任|仕事|役目|役|番|ミッション|任務|テーマ|管轄|預かり|マター)"
_CARRY = r"(?:持つ|見る|みる|追う|追いかける|やる|回す|束ねる|率いる|引っ張る|仕切る|進める|動かす|背負う|面倒を見る|旗を振る|責任を(?:負う|持つ|取る)|受け持つ|引き受ける)"
JAPANESE_FRAMES = tuple(
    re.compile(frame)
    for frame in (
        rf"{_WHO}の{_CHARGE}(?:です|だ|ね|で|に|とする|と|。|」|$)",
        rf"{_CARRY}のは、?{_WHO}(?=です|だ|で|に|と|。|、|」|[(（]|$)",
        rf"{_WHO}(?:に|へ)(?:は)?(?:[^。、]{{0,6}}を)?(?:頼|任|まか|預け|託|言って|言い渡|振って|お願い|やらせ|持たせ|命じ|申し付け|指示し)",
        rf"(?:^|[。、「：: ]){_WHO}、(?:頼|任せ|よろしく|お願い)",
        rf"{_WHO}が(?:[^。、]{{0,8}}を)?(?:首に縄|尻を叩|号令|仕切|引っ張|率い|束ね|旗を振|陣頭|背負|受け持|引き受け|面倒)",
        rf"(?:担当|責任者?|持ち主|オーナー|旗振り|主管|推進役)(?:は|が|も)[^。、]{{0,6}}?私、?{_WHO}(?:です|が)",
        rf"(?:担当|責任者?|持ち主|オーナー|旗振り|主管|推進役)(?:は|が|も)(?:変わらず|引き続き)?(?:自分|本人)[(（]{_WHO}[)）]",
        rf"(?:担当|責任者?|持ち主|オーナー|旗振り|主管|推進役)(?:は|が|も)[^。、]{{0,14}}(?:部|課|室|係|局|科|店|センター|チーム|グループ)(?:の|、|,){_WHO}(?=です|だ|で(?!は)|に|と|。|、|」|[(（]|$)",
        rf"{_WHO}の(?:目標|数字|KPI|テーマ)(?=です|だ(?!と)|だと|で(?!は)|なので|。|」|$)",
        rf"{_WHO}(?:が|の)掲げ(?:る|た|ている)",
        rf"{_WHO}が[^。、]{{0,18}}(?:会|会議|理事会|役員会|毎月|毎週|月例)(?:で|に)?(?:毎月|毎週)?(?:、)?報告(?:する|します|し(?:て(?:い)?(?:る|ます))|され(?:る|て(?:い)?(?:る|ます)))",
        rf"(?:担当|責任者?|持ち主|オーナー|旗振り|主管|推進役)(?:は|が|も)、?{_WHO}(?=です|だ|で(?!は)|になり|に(?:し|決)|。|、|」|[(（]|$)",
    )
)
_NAME_EN = r"(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
ENGLISH_FRAMES = tuple(
    re.compile(frame)
    for frame in (
        rf"{_NAME_EN} (?:signs (?:for|off on) (?:it|this|that)|answers for (?:it|this|that)|holds the pen|carries (?:it|this|that)|has the pen|is on point|is (?:driving|running|leading|fronting) (?:it|this|that)|took (?:it|this|that) on|will (?:run|drive|front|lead) (?:it|this|that))\b",
        rf"(?:[Ww]ith|[Oo]n|[Tt]o|[Bb]elongs to|[Ss]its with|[Rr]ests with|[Ll]ands (?:on|with)|[Ff]alls (?:on|to)) {_NAME_EN}(?:['’]s (?:desk|plate|shoulders|head|list|watch|name))?(?=[.,;]|$)",
        rf"{_NAME_EN} (?:said|says|added|joked|told us|replied)[^.]{{0,4}} [\"“'][^\"”]*\b(?:my (?:neck|head|job|name|baby|number|desk|plate|problem)|on me|mine)\b",
        rf"\b(?:it['’]s|it is|this is|that['’]s|that is) {_NAME_EN}['’]s (?:baby|number|job|call|head|neck|desk|to (?:run|deliver|lose|own|carry))",
        rf"\b(?:down|up) to {_NAME_EN}\b",
    )
)
BARE_PLACE = re.compile(r"^(?:[Ww]ith|[Oo]n|[Tt]o) ")
ASKS = re.compile(
    r"(?:誰|だれ|どなた)(?:が|の|に|です)|(?:責任者?|ご?担当者?|持ち主|オーナー|旗振り)(?:は|って)[^。]{0,16}[?？]|\b(?:who|whose)\b[^.]*\?|\b(?:sits?|rests?|lies?|is that|is it) with [^.]*\?|\bowner\b[^.]*\?",
    re.I,
)
"""Asks who it is: what it names is no answer yet."""
OFFERS = re.compile(
    r"^(?:\W*(?:はい|うん|ええ|うわ|わかりました|了解)[、。 ]*)*(?:(?:私|わたし|僕|俺|自分)(?:が(?:やり|持ち|引き受け|責任|見(?:ま|る)|担当|。|$)|です|の(?:担当|宿題|仕事|責任))|やります|引き受けます|持ちます|(?:\d+\S{0,4}なら)(?:飲み|いけ|やり|引き受け)ます)|私が。?$|^\W*(?:yes|yeah|ok|okay|sure|fine)?[,. ]*(?:I['’]ll (?:take|own|do|carry) (?:it|that)|(?:it['’]s )?(?:me|mine)\b|I do\b|count on me|leave it (?:to|with) me)",
    re.I,
)
"""Takes it on, as whoever speaks."""
DENIES = re.compile(
    r"^\W*(?:いえ|いや|いいえ|違(?:う|い)|私では|no\b|not me\b|nope\b)|集計係|数えるだけ|\b(?:only|just) (?:count|pull|keep)s?\b",
    re.I,
)
US = "us"
OPEN = re.compile(
    r"[?？]$|(?:いい|よろしい|どう)(?:です|でしょう)か[。]?$|(?:でしょうか|ませんか|ましょうか)[。]?$|つもり(?:だ|です|である)?(?:が|けど|けれど)|まだ[^。]{0,8}(?:言って|話して|伝えて|聞いて|決めて|決まって)(?:い)?(?:ない|ません|なかった)|打診|候補|かもしれ|保留|未決|"
    r"\b(?:eventually|possibly|perhaps|maybe|might|may|probably|tentatively|wants? to ask|to be confirmed|no decision|undecided|not (?:yet )?(?:settled|decided|agreed|asked|told))\b",
    re.I,
)
"""Leaves open who it will be: an intention, a question or a guess."""
LATER_OPEN = re.compile(
    r"^\W*(?:no decision|undecided|not (?:yet )?decided|open|未定|未決|保留|決まらず)", re.I
)
NOT_THESE = re.compile(
    r"(?<=[はがも])[^。、はがも]*(?:ではなく(?:て)?|じゃなく(?:て)?|でなく)、?|\bnot [A-Z][\w' ]{2,24}?(?:,)? but "
)
"""Whom it is not, before whom it is."""


def in_charge(lines: Sequence[Remark], sides: Sides) -> str | None:
    """The one whom the latest of the sentences puts in charge; None where they name nobody or only ask."""
    found: str | None = None
    asked = False
    for place, line in enumerate(lines):
        if owned_by_nobody(line.text):
            return found
        if OPEN.search(line.text) or (place + 1 < len(lines) and LATER_OPEN.match(lines[place + 1].text)):
            asked = asked or ASKS.search(line.text) is not None
            continue
        if ASKS.search(line.text):
            asked = True
            continue
        told = named_in_charge(line.text, sides, asked)
        if told is None and line.side != US and line.speaker and OFFERS.search(line.text):
            person = sides.person(line.speaker)
            told = person.name if person is not None and person.kind == "person" else None
        if told is None and not DENIES.search(line.text) and sides.of(line.speaker) != US:
            told = owner_of([line], sides, lines[max(0, place - 1) : place])
        if told is not None:
            found = told
        asked = False
    return found


def named_in_charge(text: str, sides: Sides, asked: bool = False) -> str | None:
    """The stakeholder whom the words name as in charge; `asked` where they answer who it is ("With Teo.")."""
    text = NOT_THESE.sub("", text)
    for frame in JAPANESE_FRAMES if JAPANESE.search(text) else ENGLISH_FRAMES:
        for match in frame.finditer(text):
            if BARE_PLACE.match(match[0]) and not asked:
                continue
            name = _stakeholder(match["who"], sides)
            if name is not None:
                return name
    return None


def _stakeholder(words: str, sides: Sides) -> str | None:
    last = words.rsplit("の", 1)[-1]
    if sides.of(last) == US:
        return None
    person = sides.person(last)
    if person is not None:
        return person.name if person.kind == "person" else None
    bare = re.sub(r"(?:さん|様|さま|くん|君|氏|殿|先生)$", "", last)
    return person_named(last, sides) if bare != last or is_family(bare) else None
