"""Decisions that are not the customer's about our contract: on another purchase of theirs, or our own about our offer."""

from __future__ import annotations

import re

from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from connectors.interface import DocumentKind

ACT = (
    r"の?(?:更新|刷新|リプレー?ス|移行|切り?替え?|入れ?替え?|買い?替え?|取り?替え|導入|購入|調達|新設|建設|建て替え|増設|改修|改装|修繕|工事|リース|レンタル|稟議|入札|投資|件|話)"
    r"(?:[(（][^()（）]{0,12}[)）])?"
)
THING = (
    r"(?:装置|設備|機械|重機|機材|ライン|[溶焼]炉|ボイラー|倉庫|建屋|社屋|庁舎|校舎|園舎|病棟|厨房|駅?ビル|新店|店舗|駐車場|車両|社用車|営業車|トラック|バス|船舶|フォークリフト"
    r"|PC|パソコン|タブレット|サーバー?|ネットワーク|回線|複合機|コピー機|空調|エアコン|照明|屋根|外壁|什器|制服|ユニフォーム|備品|人|基幹(?:系|システム)?|電子カルテ|ホームページ|Webサイト|公式サイト|グループウェア|本社|オフィス)"
)
ELSE_JA = re.compile(
    rf"{THING}(?:[(（][^()（）]{{0,12}}[)）])?{ACT}(?:は|が|も|を|で(?!は)|に|、|の(?:決裁|審議|承認))"
    r"|(?:後任|人事|異動|役員体制|新体制|席替え)[^。、]{0,8}(?:は|が|も)[^。]{0,20}(?:決ま|決め|発表|出る|分か)"
    r"|(?:採用|増員|賃上げ|昇給|合併|買収|出店|再開発|組織変更)(?:の(?:件|話|稟議|入札|計画))?(?:は|が|も|を|で)"
)
"""What else a house buys, builds or decides on, as what the sentence is about."""
SOFTWARE = r"(?:システム|ツール|サービス|ソフト|アプリ|契約|ライセンス|製品|プラン|席|アカウント|担当者?|窓口|メンバー|データ|パスワード)"
BUILT_JA = re.compile(
    rf"(?<![一-龠ァ-ヴー])(?!{SOFTWARE})[一-龠々ァ-ヴーA-Za-z]{{1,12}}(?<!システム)(?<!ツール)(?<!サービス)(?<!ソフト)(?<!アプリ)(?<!契約)(?:[(（][^()（）]{{0,12}}[)）])?の?"
    r"(?:入れ替え|買い?替え?|建て替え|取り替え|新設|新築|増築|増設|改築|改修|改装|修繕|建設|移転|買収|合併|増員|公募)"
    r"(?:[(（][^()（）]{0,12}[)）])?(?:の(?:件|話|稟議|入札|計画))?(?:は|が|も|を|で(?!は)|に|、)"
    r"|(?:^|[、。「])[\s・\-*]*(?:[一-龠ァ-ヴー]{1,8}の)?新(?!年|規|任|人|卒|体制|制度|組織|機能|版|会計|期|プラン|料金)[一-龠々ァ-ヴー]{1,8}?(?:所|場|棟|店|館|社屋|路線|車両?|機|船|炉|ライン|設備|拠点|事業|ブランド|商品|倉庫|ビル|校舎?|園舎?|寮|バス|工場|病院)(?:[(（][^()（）]{0,12}[)）])?(?:の[一-龠ァ-ヴー]{1,6})?(?:は|が|も|を|、)"
)
"""Whatever is built, replaced or hired for, and no software."""
ELSE_EN = re.compile(
    r"\b(?:warehouse|depot extension|building|roof|car park|office move|relocation|store opening|fit-?out|refurb\w*|trucks?|vans?|fleet|lorr(?:y|ies)|tractors?|lease|laptops?|printers?|phones|website|rebrand|"
    r"merger|acquisition|takeover|head ?count|new hires?|hiring|pay (?:rise|round|award)|machines?|forklifts?|production line|boilers?|kitchen|core (?:banking|system)s?|ERP|EHR|EMR|intranet|phone system)"
    r"(?: (?:lease|renewals?|refresh|replacement|purchase|project|business|case|plan|extension)){0,2} "
    r"(?:is|are|was|were|goes|go|went|comes?|gets?|sits?|will (?:be|go)|has to|have to)\b"
    r"|\b(?:successor|replacement|new (?:head|director|manager|CEO|CFO|COO)) (?:is|will be) (?:named|announced|chosen|appointed|decided|picked)\b"
    r"|\b(?:votes?|decides?|rul(?:es|ing)|meets?) (?:\w+ ){0,3}?on the (?:new )?(?:warehouse|building|roof|fleet|merger|acquisition|pay \w+|website|laptops?|trucks?|machines?)\b",
    re.I,
)
OBJECT_EN = re.compile(
    r"\b(?:approved?s?|agreed?s?|passed|pass(?:es)?|votes? on|voted (?:on|for)|signs? off(?: on)?|signed off(?: on)?|decides? on|decided on|discuss(?:es|ed)?) (?:on )?(?:the |a |our |their )?(?:new )?(?:\w+ ){0,2}"
    r"(?:roof|building|extension|warehouse|depot|car park|lease|fleet|vans?|lorr(?:y|ies)|trucks?|merger|acquisition|pay (?:rise|award|round)|refit|refurbishment|kitchen|boilers?|website|rebrand|grants?|bursar(?:y|ies)|hires?|appointments?|machines?|ERP|core system)\b"
    r"|\bthe new (?:\w+ ){1,2}(?:app|portal|brand|menu|range) (?:is|was|goes|comes|gets|has)\b|\bthe new (?:\w+ ){0,2}(?:website|warehouse|depot|building|store|branch|site|wing|ward|line|plant|fleet|ERP|intranet) (?:is|was|goes|comes|gets|has)\b",
    re.I,
)
"""What else is approved or brought before somebody."""
APART = re.compile(
    r"(?:別(?:件|の話|口|枠|ルート|のこと)|(?:我々|私たち|うち|弊社|当社|御社|この件|本件|今回)(?:の手を離れ|とは(?:関係|無関係|別)|には(?:関係|かかわり))|関係(?:な[いく]|ありません|ございません))"
    r"|\b(?:different (?:animal|matter|story|thing)|separate (?:matter|issue|thing|process)|another (?:matter|story)|nothing to do with (?:the |our |any )?\w+|not (?:something )?your contract|unrelated)\b",
    re.I,
)
"""The sentence says itself that it is another matter."""
HERE = re.compile(
    r"うちの(?:分|契約|サービス)|[御貴弊当]社(?:の|さん|は|分)|利用料|サブスク|ライセンス|本契約|この契約|更新と(?:同じ|一緒)|\b(?:your|our) (?:contract|renewal|subscription|licen[cs]es?|tool|product)\b|\bsubscriptions?\b",
    re.I,
)
"""Our contract is spoken of too."""
CONTRACT = re.compile(r"更新|継続|契約|\brenew\w*|\bcontracts?\b", re.I)
OUR_HOUSE = re.compile(
    r"(?:弊社|当社|当方|小社)(?:の)?(?:社?内|側|の(?:会議|稟議|決裁|役員会))|\bour (?:own )?(?:side|head office|management|deal desk|leadership|legal|finance|board|boss|director|CEO|CFO)\b",
    re.I,
)
OUR_OFFER = re.compile(
    r"値引き?|割引|特価|見積|ご?提案|提示(?:額|価格)|\b(?:discount|quote|quotation|offer|pricing|price|proposal|concession)\b",
    re.I,
)
SETTLES = re.compile(
    r"決め|決ま|承認|決裁|通し|通る|了承|許可|取り付け|\b(?:approv\w+|sign\w*|clear\w*|agreed|decid\w+|get\w*|ok(?:ed|'d)?)\b",
    re.I,
)
SUBJECT = re.compile(
    r"[\s・\-*●◎○◯■◆]*(?:(?P<who>[^。、はがに]{1,14})(?:が|は|から)"
    r"|(?P<en>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:['’]ll)? (?:will|to|gets?|has|have|is|can|takes?|needs?|clears?|signs?)\b)"
)
"""Who a sentence begins with."""


def is_of_another_matter(text: str) -> bool:
    """The sentence is about another purchase or says that it is another matter, and not about our contract."""
    if APART.search(text) and not re.search(r"更新|継続|\brenew", text, re.I):
        return True
    if HERE.search(text):
        return False
    built = BUILT_JA.search(text) or OBJECT_EN.search(text)
    return bool(ELSE_JA.search(text) or ELSE_EN.search(text) or (built and not CONTRACT.search(text)))


def says_it_is_apart(text: str) -> bool:
    """The sentence says itself that what it speaks of is another matter."""
    return APART.search(text) is not None


def is_our_own(remark: Remark, sides: Sides) -> bool:
    """Our house settles what we offer: our own approval is no step of the customer's decision."""
    text = remark.text
    if not SETTLES.search(text) or remark.side == "customer":
        return False
    noted = remark.document.kind in (DocumentKind.NOTE, DocumentKind.TABLE)
    if OUR_HOUSE.search(text) and (remark.side == "us" or noted):
        return True
    return OUR_OFFER.search(text) is not None and (remark.side == "us" or _of_us(text, sides))


def _of_us(text: str, sides: Sides) -> bool:
    """One of us begins the sentence, as who does it."""
    subject = SUBJECT.match(text)
    return subject is not None and sides.of(subject["who"] or subject["en"]) == "us"
