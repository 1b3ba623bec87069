"""Japanese names that the nouns in front of them or said of them give to a house that is neither the customer's nor ours.

"検査機器メーカーの黒木さん", 「商社ハヤテの担当・黒木さん」, 「黒木さんは機械メーカーの人」: what kind of house it is tells its last
noun, whatever stands before that noun; what the chain ends in must be no unit or work of the customer's own.
"""

from __future__ import annotations

import re
from functools import cache

from agent.people.houses import is_other_house, is_trade_name
from agent.people.labels import is_unit
from agent.people.lexicon import alternatives, table
from agent.people.names import is_unknown
from agent.people.parties import Parties
from agent.people.types import Side

BEFORE = 48
"""Characters before a name in which its chain of nouns is read."""
_CALLED = "(?:さん|様|さま|氏|先生|くん)"
_NOUN = "[一-龥々ァ-ヶーA-Za-z0-9&]"
_NO_HOUSE = r"(?<![創卒事作従企操開授残]業者)(?<![子親当本自支]会社)"
_FORMER = re.compile(r"前職|元(?!請|受|売)|出身|以前|かつて|昔|前は|もと")
_WORK = re.compile(
    r"[一-龥ァ-ヶー]{0,4}(?:管理|対応|連絡|折衝|発注|購買|支払|請求|入力|手配|受付|係|向け|対策|開拓|開発|満足|登録|情報|企画|支援|推進|統括|戦略|サポート)"
)
"""The customer's own work with such houses, where it stands right behind their kind ("取引先管理の…")."""
_APART = re.compile(
    rf"\A{_CALLED}?[、 　]?(?:[(（][^()（）\n]{{0,30}}|[^。\n「」(（]{{0,40}}[(（]?)(?:別法人|他法人|別会社|よその(?:会社|法人|人|方|かた)|(?:社|院|園|校|所|部|館)外の(?:人|方|かた|者)|(?<![以内])外の(?:人|方|かた)|部外者|(?:うち|弊社|当社)(?:の話|の件|の契約)?とは(?:まったく|全く|一切|特に)?(?:無関係|関係(?:な|あり|ござ)))"
)
"""Words behind a name that say that it is of another house."""
_BELONGS = re.compile(
    rf"\A{_CALLED}?[^。\n]{{0,40}}?(?:所属|籍|雇用元|雇い主|勤め先|勤務先)は[、 　]?(?P<house>{_NOUN}{{2,20}})"
)
_INSTITUTION = re.compile(
    rf"(?<!{_NOUN})(?P<name>{_NOUN}{{2,10}}(?P<kind>病院|医院|大学|高校|銀行|信金|新聞|放送|テレビ))(?:さん)?の(?:{_NOUN}{{1,8}}(?:の|・|、|[ 　])?){{0,2}}\Z"
)
"""Somebody of an institution with a name of its own, and of no customer of that kind."""
_SITE = re.compile(r"現場|工事|工区|案件|物件|納入先|設置先")
"""A builder's or a supplier's own work at such an institution: its people are the customer's."""
_AKIN = {
    "院": "医|病|療|看護|介護|福祉|健|薬剤", "学": "学|教|研究", "校": "学|教", "行": "銀|金融|信用|証券|保険", "金": "銀|金融|信用|証券|保険",
    "聞": "新聞|報道|出版|メディア|放送", "送": "新聞|報道|出版|メディア|放送", "ビ": "テレビ|メディア|放送|番組",
}  # fmt: skip
"""By the last letter of such an institution: lines of business whose own houses may be called so."""
_LINK = r"(?:さん|様|社|側)?(?:の|・|、|[ 　])"
_ANAPHORIC = r"(?:その|そこの|同社の?|先方の?)?(?:営業|担当|担当者|営業担当|窓口|責任者|代表|社長|SE|技術|営業(?:部長|課長|マン))(?:の|・|、|は、?|が、?|だった|[ 　])?"
_NAMED_LAST = re.compile(
    rf"(?:は|が|、|の|も|で)「?(?P<house>{_NOUN}{{3,16}})」?(?:さん|社)?(?:です|だ|でした|だった|とのこと|に決まった|になった|で|に)?[。、]{_ANAPHORIC}\Z"
)
"""A house that the words before name last, and a post that can only be one there: "次点はカネセ情報。担当の…"."""


def house_of_chain(head: str, tail: str, parties: Parties) -> str | None:
    """The words that give the name between `head` and `tail` (its line before and behind it) to another house."""
    own = parties.industry + "".join(parties.customer)
    institution = _INSTITUTION.search(head[-BEFORE:])
    if (
        institution
        and not _SITE.search(institution[0])
        and not re.search(_AKIN[institution["kind"][-1]], own)
        and _is_foreign(institution["name"], parties)
    ):
        return institution[0]
    for found in _chain().finditer(head[-BEFORE:]):
        if found["kind"] not in own and not _is_own_work(found["direct"] or "", found["rest"], parties):
            return found[0]
    said = _said().match(tail)
    if said and said["kind"] not in own and not _FORMER.search(tail[: said.end()]):
        return said[0]
    apart = _APART.match(tail)
    if apart:
        return apart[0]
    belongs = _BELONGS.match(tail)
    if belongs and not is_unit(belongs["house"]) and _is_foreign(belongs["house"], parties):
        return belongs[0]
    last = _NAMED_LAST.search(head[-BEFORE:])
    if last and _is_house(last["house"], parties):
        return last[0]
    return None


def _is_foreign(house: str, parties: Parties) -> bool:
    """Neither party's by its name, nor one that begins or ends as the customer's does."""
    if parties.of_words(house) not in (Side.UNKNOWN, Side.THIRD):
        return False
    return not any(name[:2] == house[:2] or house in name for name in parties.customer)


def _is_house(word: str, parties: Parties) -> bool:
    if is_unit(word) or not _is_foreign(word, parties):
        return False
    stem = re.match(r"[ァ-ヶー]{3,}", word)
    return (
        parties.of_words(word) is Side.THIRD
        or is_other_house(word)
        or bool(_kind_alone().fullmatch(word))
        or (stem is not None and is_unknown(word) and (stem[0] == word or is_trade_name(word)))
    )


def _is_own_work(direct: str, rest: str, parties: Parties) -> bool:
    """What stands between the kind of house and the name is a unit or work of the customer's own."""
    if direct and (
        is_unit(direct)
        or _WORK.fullmatch(direct)
        or _FORMER.search(direct)
        or re.search(r"[部課室係局店場]\Z|担当|窓口", direct)
    ):
        return True
    pieces = [piece for piece in re.split(r"[の・、 　]|さん|様", rest) if piece]
    if any(_WORK.fullmatch(piece) for piece in pieces):
        return True
    return any(parties.of_words(piece) in (Side.CUSTOMER, Side.OURS) for piece in (direct, *pieces) if piece)


@cache
def _kinds() -> str:
    data = table("third_parties")
    plain = [word for word in data["callers_ja"] if len(word) > 1]
    business = [word for word in data["business_ja"] if word not in ("[^。、の \\t]{0,4}メーカー",)]
    return f"(?:{alternatives(plain)}|{'|'.join([*business, *data['kinds_ja']])})"


@cache
def _kind_alone() -> re.Pattern[str]:
    return re.compile(rf"{_NOUN}{{0,10}}?{_kinds()}{_NO_HOUSE}")


@cache
def _chain() -> re.Pattern[str]:
    """A kind of house, what it is called, and up to two nouns more, right before a name."""
    return re.compile(
        rf"(?<!{_NOUN}){_NOUN}{{0,10}}?(?P<kind>{_kinds()}){_NO_HOUSE}(?P<direct>「[^「」\n]{{1,16}}」|{_NOUN}{{2,15}})?"
        rf"(?P<rest>{_LINK}(?:{_NOUN}{{1,14}}{_LINK}){{0,2}}(?:{_NOUN}{{1,8}}[・、 　]?)?)\Z"
    )


@cache
def _said() -> re.Pattern[str]:
    """ "…は機械メーカーの人", "…＝仕入先", with nothing else between than what describes the house."""
    people = r"の(?:人|方|かた|者|社員|職員|営業|担当|ご?担当者|技術|先生|社長|専務|部長|課長|所長|店長|主人|旦那|娘|息子)"
    return re.compile(
        rf"{_CALLED}?(?:は|って|＝|=|:|：|も|なら)、?[^。、「」\n]{{0,16}}?(?P<kind>{_kinds()}){_NO_HOUSE}(?:さん|様)?(?:{people}|です|だ(?!け|が)|で(?:す|、|あ|して)|。|\Z|[)）、])"
    )
