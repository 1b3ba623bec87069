"""Whom a sentence is about: its own topic word, or the one spoken of before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from agent.people.lexicon import table
from agent.people.refs import FIRST_MARK, MARK, Ref

FIRST_PERSON = re.compile(
    r"(?:私ども|わたくし|わたし|あたし|私|俺|おれ|オレ|僕|ぼく|(?<![ぁ-ん一-龥])(?:わし|わて)|ワシ|うち(?=としては)|自分(?=は|が|も|で)|当方|当室|当部|小職)(?=[はがもとのにで、らじだや]|って)|\b(?:I|me)\b|\bmy(?= (?:call|decision|budget|approval))|うち(?=は|の(?!部|課|若|会社|社|代表|社長|部長|本部))"
)
_TOPIC = re.compile(
    rf"(?P<who>{MARK})(?:に(?:は|よると|よれば)|として(?:は|も)|は|が|も|って|て(?=決|何|誰)|=|＝|さんは|ね[、。]|ねえ|なあ|ですか|なら|:|：|「|、|\(|（)"
)
_CLEFT = re.compile(
    rf"(?:のは|のが|んは|のも)、?(?:実は|ほかならぬ|他ならぬ)?(?P<who>{MARK})(?:です|なんです|なん|だ|や|で|な|。|」|、|\Z)"
)
"""Who did it comes last ("言い出したのは田中なんです"): the sentences behind it are about them."""
_TOPIC_EN = re.compile(
    rf"^[\s\-•*>\"“]*(?:(?:And|But|So|Also|Then|Yes|No|Well|Honestly|Actually|Personally|Sorry|The|Our|Their)[,]? )*(?P<who>{MARK})|^[^,.]{{0,40}}, (?P<who2>{MARK})"
)
_OTHER_TOPIC_EN = re.compile(r"^[\s\-•*>]*(?:The|This|That|These|It|Our|Your|There|We|You|They|[A-Z][a-z]+) ")
_OTHER_TOPIC = re.compile(
    r"[・\s]*(?!(?:今|現在|当時|昔|以前|最近|普段|来年|来期|今年|今期|去年|昨年|先月|来月|今月|先週|来週|実際|正直|本当|最後|最初|当面|年内|春|夏|秋|冬)(?:に)?(?:は|も))[一-龥ァ-ヶーA-Za-z0-9]{1,10}(?:は|が|も)"
)
SPOKEN_OF = re.compile(
    r"(?:ご?本人|(?<!な)彼女?|同氏|(?:あ|そ|こ)の(?:人|方|かた|御仁)|(?<![ァ-ヶ])(?:あ|こ|そ)いつ)(?=は|が|も|の|に|を|から|いわく|曰く|って|、|。|なら|と)"
)
"""Words for somebody named before."""

QUESTION = re.compile(
    r"(?:か|の|ね|よね)?[？?]\s*\Z|(?:でしょうか|ですか|ますか|いかが|どう)[。？?]?\s*\Z|[一-龥ァ-ヶーさん\ue000-\uf8ff](?:は|って)、?(?:今|いま|最近|その後)?(?:は)?[。…]*\s*\Z"
)
"""Somebody asks; a line that breaks off behind its topic ("…さんは。") asks too."""
NODS = re.compile(
    r"(?:(?:はい|ええ|うん|ああ|あー|ほう|へえ|なるほど(?:です)?(?:ね)?|そう(?:です|でした|なん(?:です)?)?(?:か|ね|よね)?|承知(?:しました|です)?|了解(?:です|しました)?|わかりました|分かりました|ありがとうございます|すみません|確かに|(?:う|ふ)(?:ー|う)ん)[、。！!？?…\s]*){1,3}"
    r"|(?:(?:yes|yeah|yep|right|ok(?:ay)?|i see|sure|got it|understood|mm+|uh-?huh|ah|oh|thanks|thank you|good|great|fair enough|makes sense|noted|sorry|no problem)[,.!?…\s]*){1,3}",
    re.IGNORECASE,
)
"""What a listener puts in: whoever was spoken of is still meant behind it."""
_NAMES_ONLY = re.compile(
    rf"\W*(?:(?:そ(?:れ|こ)|こちら|後任|次|担当|相手|窓口)(?:は|が)、?)?[^。、\ue000-\uf8ff]{{0,10}}{MARK}(?:さん)?(?:です|なんです|という(?:人|者|方)(?:です)?|だ|や)?(?:ね|よ|な|けど)?[。…]?\s*\Z"
    rf"|\W*(?:(?:that(?:['’]s| is| would be)|it(?:['’]s| is)|this is|you mean)\s+)?(?:our |the |my )?{MARK}[.…]?\s*\Z",
    re.IGNORECASE,
)


_GREETS = re.compile(
    rf"\W*(?:{MARK}|[\ue000-\uf8ff\s　・、,.()（）]){{1,12}}(?:です|と申します|でございます|だけど|here|speaking)?[、。.,!！\s]*"
    rf"|[一-龥ァ-ヶー・ 　]{{0,16}}(?:部|課|室|局|係|センター|支店|グループ)[ 　]*{MARK}"
    rf"|(?:(?:よろしく|宜しく)お願い(?:いた|致)?します|お世話になっております|お疲れ(?:さま|様)です|失礼します|(?:では|じゃあ?)?(?:私|わたし|{MARK})?は?これで)[、。\s]*",
    re.IGNORECASE,
)


def says_nothing(marked: str) -> bool:
    """A nod, a greeting, or a name and no more: it shows nothing of whoever says it."""
    words = marked.strip()
    return NODS.fullmatch(words) is not None or _GREETS.fullmatch(words) is not None


def names_only(marked: str) -> bool:
    """A sentence that does no more than name somebody ("支店の〇〇です。", "That's him."): the next is about them."""
    return _NAMES_ONLY.match(marked) is not None


@cache
def _person_verbs() -> frozenset[str]:
    """Verbs only people do; a sentence that begins with one leaves out who was spoken of ("Wants it by May")."""
    return frozenset(table("english_contexts")["says"])


def topic_of(
    marked: str, refs: Sequence[Ref], english: bool, spoken: bool, topic: Ref | None, named: Ref | None
) -> Ref | None:
    """Whom the sentence is about: its own topic word, else the topic so far unless another thing takes its place.

    `spoken`: somebody says it; `named`: the person last named in the same block, for pronouns.
    """
    cleft = None if english else _CLEFT.search(marked)
    found = cleft or (_TOPIC_EN.search(marked) if english else _TOPIC.search(marked))
    if found:
        return refs[ord(next(mark for mark in found.groups() if mark)) - FIRST_MARK]
    if english and re.match(r"\W*(?:He|She|They)\b", marked):
        return named or topic
    first = re.match(r"\W*([A-Z][a-z]+)\b", marked) if english else None
    if first and first[1].casefold() in _person_verbs():
        return named or topic
    other = _OTHER_TOPIC_EN if english else _OTHER_TOPIC
    return None if other.match(marked) and spoken else topic
