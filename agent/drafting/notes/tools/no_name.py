"""Words that a rule may take for a tool's name and that name none: phrases with a verb, amounts, days, bodies, columns."""

from __future__ import annotations

import re

from agent.calendar.month_names import MONTHS
from agent.people.latin_words import is_everyday, is_known_person
from agent.people.names import is_common, is_place
from agent.renewal.cues import cues

NO_NAME = re.compile(
    r"^(?:has|have|had|kept|keeps?|is|was|are|uses?|used|wants?|needs?|said|got)\b|"
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\.?$|^\d|"
    r"(?:ほしい|欲しい|のまま|ください|したい)$|^(?:頭の中|心の中|手元|口頭|半分|半減|倍増|全廃|削減|現状維持|ゼロ)$|"
    r"(?:分科会|委員会|協議会|理事会|会議|部会|総会)$|^[^「」]*は\d|"
    r"^(?:グローバル|エグゼクティブ|マネジメント|アドバイザリー).*ボード$|"
    r"^[一-龠ぁ-ん]+[ 　][一-龠ぁ-ん]+$|[」』][^「『]*$|という[^「」]|(?:可|不可|率|割|減|増|方式|敵|味方)$|"
    r"^(?:none|nothing|nobody|for|as|at|to|than|like|about|because)\b|^[a-z]+ly$|"
    r"^(?:re|ve|ll|d|m|s|t) |\bstill\b|(?i:^(?:other|current|existing|their|main|key)? ?(?:tools?|systems?|software|apps?|applications?|platforms?|databases?)$)|"
    rf"^(?:{MONTHS})\.?$|"
    r"[→⇒]|[%％]|[一-龠](?:に|で|を|へ)$|(?:あり|なし|有り|無し)$|[一-龠ァ-ヴー]{2}(?:部|課|室|係|支店|営業所|支社)$|^(?:各自|個人|私物|自分|本人)の|"
    r"の?(?:一部|大半|大部分|ほとんど|残り|半数)$|(?<=[一-龠ァ-ヴーA-Za-z])[でをにがと][一-龠]{1,3}[ぁ-ん]{0,4}[るうくすつぬぶむぐ]$"
)
"""Verbs, days, amounts, wishes, bodies, units, words typed into a search, quotations cut in two, verdicts and shares, and what a
sentence says of the tool before it: for which part it is, what becomes of it."""
PHRASE = re.compile(
    r"[^ァ-ヴーA-Za-z](?:する|した|して|される|された|[てで]いる|[てで]います|[てで]いない|である|です|ます|ません|ない|たい|とする|ください)$|"
    r"[ぁ-ん一-龠](?:は|を)[ぁ-ん一-龠]|必須$|^(?:なんとか|とにかく|やっぱり)"
)
"""Words in quotation marks that say something."""
SAID = re.compile(
    r"[」』\"”]?(?:[(（][^()（）]*[)）])?(?:の?(?:欄|列|項目|文字|文言|語|話|声|件|一言)(?!を使)|と(?:だけ)?(?:答|書|言|いっ|いう(?:言葉|声|話|文)|回答|返|記|題|した|する|のこと)|"
    r"と「|という(?:言葉|声|話|答|文字|題|見出し))"
)
"""What follows a column of a form, a heading, an answer or a word that is spoken of."""
PLATFORM = re.compile(
    r"(?:Excel|エクセル|Access|アクセス|表計算(?:ソフト)?|FileMaker|ファイルメーカー|kintone|キントーン)(?:の自作|で作った)?$",
    re.I,
)
CALLED_SO = re.compile(r"(?:の?自作|製|マクロ|で(?:作った|自作した))?(?:の)?「")
EVENT = re.compile(
    r" ?\d*(?:\.\d+)? (?:launch|release|campaign|event|season|refit|project|order|deal|acquisition)\b"
)
IS_USER = re.compile(
    r" (?:(?:does|do|did|will|would|can|could|may|should)(?:n[’']t| not)? |has (?:not |never )?|(?:still |also |never |already |only |mostly )*)(?:uses?|used|using)\b"
)
"""Behind a name that uses something itself: a site or unit ("if Halden does not use it")."""
ON = re.compile(r"\b(?:on|at|in|of|from|about) $")
OWNS = re.compile(r"['’]s\b")
INITIAL = re.compile(r"\b(?:[A-Z]\.|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Capt\.?) ?$")
OPENS = re.compile(r"(?:^|[.!?:;] |[-–•*>\]] ?|\")$")
LEADING = re.compile(
    r"^(?:(?:in|on|at|by|via|with|through|into|from|of|and|plus|or|then|only|just|still|also)\s+)*"
    r"(?:(?:lots of|plenty of|a lot of|a few|some|one|two|three|an?|the|their|our|its|his|her|my|your|each|every|own|same)\s+)*"
)
ARTICLE = re.compile(r"^(?:The|A|An|Their|Our|One|Some)\s+(?=[a-z])")
BESIDE_A_PERSON = re.compile(r",? and (?P<first>[A-Z][a-z]+) [A-Z][a-z]+")
FIRM = re.compile(
    r"\b(?:Ltd|Limited|Inc|LLP|LLC|plc|PLC|GmbH|Pty|Corp|S\.?A|B\.?V)\.?$|^(?:株式|有限|合同)会社|(?:株式|有限|合同)会社$|\(株\)|㈱|[ァ-ヴー一-龠](?:HD|ホールディングス)$|"
    r" (?:Office|Committee|Council|Trust|Agency|Authority|Union|Association|Society|Bureau)$|^(?:Board|Trust|Council|Committee)$"
)
ADDRESS = re.compile(
    r" (?:Street|St\.?|Road|Rd\.?|Lane|Avenue|Ave\.?|Square|Terrace|Quay|Wharf|Harbour|Island|Isle|Bridge|Junction|County|Airport|Station)$"
)
WHERE = re.compile(r"\b(?:in|at|to|from|near|of|outside|around|for) $")
SOMEBODYS = re.compile(r"^(?:[A-Z]\w+[’']s|(?:his|her|their|our|my|your)) [a-z ]+$")
THING = cues("agent.drafting.notes.tools", "listed")["thing"]
KNOWN = cues("agent.drafting.notes.tools", "words")["known"]


def bare_name(words: str) -> str:
    """The name without the words before it that only point at it ("in a notebook", "lots of WhatsApp.")."""
    name = words.strip(" 　「」『』\"'.,;、。")
    return (LEADING.sub("", ARTICLE.sub("", name)) if name.isascii() else name) or name


def is_no_name(words: str) -> bool:
    """True for such words."""
    bare = words.strip(" 「」\"'.")
    if SOMEBODYS.match(bare) and not THING.search(bare):
        return True
    return any(kind.search(bare) for kind in (NO_NAME, PHRASE, FIRM, ADDRESS))


def is_told_otherwise(name: str, text: str) -> bool:
    """True where the sentence takes the words for something else: a column, an answer, an event, a person, a first word,
    or the program that a tool with a name of its own was built with (Access「…」)."""
    at = text.find(name)
    if at < 0:
        return False
    left, right = text[:at], text[at + len(name) :]
    if SAID.match(right) and left.endswith(("「", "『", '"', "“")):
        return True
    if PLATFORM.search(name) and (CALLED_SO.match(right) or left.endswith(("」(", "」(", "』(", "』("))):
        return True
    if not name.isascii():
        if left.endswith(("「", "『")):
            return False
        return bool(re.fullmatch(r"[ァ-ヴー]+", name)) and is_common(name) and not KNOWN.fullmatch(name)
    if EVENT.match(right) or INITIAL.search(left):
        return True
    if not KNOWN.fullmatch(name) and (IS_USER.match(right) or (ON.search(left) and OWNS.match(right))):
        return True
    if is_place(name.casefold()) and WHERE.search(left):
        return True
    first = name.split(" ")[0]
    if KNOWN.fullmatch(name) or left.endswith(('"', "“")):
        return False
    beside = BESIDE_A_PERSON.match(right)
    if " " in name and (is_known_person(first) or (beside and is_known_person(beside["first"]))):
        return True
    return first[:1].isupper() and bool(OPENS.search(left)) and is_everyday(first)
