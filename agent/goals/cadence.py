"""How often: 毎月第2水曜, 月次, 隔週, 週1回, 3か月ごと, every two weeks, monthly, on the 1st of each month."""

from __future__ import annotations

import re

from agent.calendar.month_names import MONTHS_LOWER, MONTHS_SHORT_LOWER
from agent.calendar.patterns import regex
from agent.goals.words import alternation, lazily, words

CADENCE_JA = lazily(
    lambda: regex(
        r"(?:(?:毎年(?:の)?)?\d{1,2}月(?:末|初め|頃)?(?:(?:と|・|、|,|及び|および)\d{1,2}月(?:末|初め|頃)?)+(?:に|の|で)?(?=[^、。\n]{0,10}(?:振り返|点検|確認|見直|見る|レビュー|報告|検証|棚卸|評価|集ま))|毎年\d{1,2}月(?=に|の)|(?:決算|締め|棚卸し?|納品|出荷|検収|巡回|訓練|運行|会議|イベント|キャンペーン|授業|試験|訪問|改修|配信|支払|請求|点検|配属|発注|工事|開催)(?:の|が終わる|が済む|をする)?(?:つど|都度|たび)(?:に)?|(?:訓練|棚卸し?|便|公演|興行|授業|試験|工程|ロット|バッチ|航海|運航|巡回|配送|決算|締め|検収)(?:ごと|毎)に(?=[^、。\n]{0,8}(?:講評|振り返|点検|確認|反省|見直|レビュー|報告|検証|評価|数え))|(?:上期・下期|上半期・下半期|上下期|各期|各学期|学期|毎学期)(?:の)?(?:末|終わり|初め|はじめ)|(?:決算|締め|月次締め|棚卸し?|給与計算|請求締め|シーズン|工期|巡回|監査)(?:の)?(?:翌週|翌日|翌月|翌営業日|直後|後)(?=に|の|、)|[奇偶]数(?:月|週)|(?:[月火水木金土日]曜日?・?|[月火水木金]・){1,3}(?:の)?(?:朝|夕方?|夜|昼|午前|午後)?(?:の)?(?=[^、。\n]{0,8}(?:会(?![社員場計話])|会議|朝礼|終礼|定例|ミーティング|MTG|打ち合わせ|打合せ))|(?:[月火水木金]・?){1,3}(?:の)?(?=朝会|朝礼|夕会|定例|会議|例会|ミーティング|MTG)|(?:月|週)(?:イチ|1|一)(?=で|の|に|、|\)|$)|[月週]例(?=の|会|で|[一-龥])|(?:締め?日?|棚卸し?|決算|定例|QBR|EBR|会議|レビュー|シフト|スプリント|給与計算|請求締め|期末|期初)(?:ごと|毎|の(?:たび|都度))(?:に)?|(?<![をへ→])第[1-9]営業日(?:に)?|週明け|[週月]報(?=で)(?!で(?:計測|測|集計|算出|判定|把握|数え))|(?:月|四半期|期|年度|週|半期)末(?:ごと|毎)(?:に)?|毎月第?\d{1,2}(?:営業)?日|毎(?:週|月|日|朝|夕|晩|期|四半期|年|回|営業日|月初|月末|週末|週明け|クォーター|半期|学期|(?:スプリント|クール|シフト|航海|工期|シーズン|便|サイクル|イテレーション|ターム)(?:末|明け|終わり)?)|(?:春夏秋冬|春秋|春と秋|夏と冬)に?|隔(?:週|月|日)|各(?:月|週|四半期|Q)(?!店|部|拠点)|(?:月|週|年|四半期|半期|半年|(?<![前今来当昨先])期|日)(?:に)?[1-9一二](?:~[1-9])?回(?!転|→|から|より|を|へ|まで|以|未満|-|に(?:減|増|抑|短|圧|する|$|[、。(]))(?<![→>][年月週日]\d回)(?<![→>] [年月週日]\d回)(?<!から[年月週日]\d回)(?<!を[年月週日]\d回)|[1-9]回/(?:月|週|年|四半期|日)"
        r"|(?:\d{1,2}|[一二三四六])(?:か月|カ月|ケ月|週間?|日|営業日|年)(?:に(?:1|一)(?:回|度)|ごと|毎|おき|に1回)|(?:半年|半期|四半期|学期|学年|期)(?:ごと|毎|おき|に(?:1|一)(?:回|度))(?:に)?|(?:学期|年度|期|半期|月|シーズン)の(?:変わり目|替わり目|切り替わり|節目)(?:に|で|ごと)|(?:毎?(?:直|シフト|勤務)|番)(?:の)?(?:終わり|終い|明け|ごと|毎|の?引継ぎ?)(?:に|で)|[月火水木金土日]曜(?:日)?の(?:始業|終業|開店|閉店|閉館|営業)(?:前|後)に?|(?:[四4]半期|クォーター|半期|月|週|Q)(?:ごと|毎|単位|おき)(?:に)?|(?:月|週|日|年|期)次|週[1-5](?![\d名件本回社人時分円枚通便%点台箱個か割.])|月[1-4](?=の?(?:定例|会議|MTG|レビュー|面談|打))"
        r"|月初|月末(?=の?(?:定例|会議|MTG|レビュー|確認|締め|報告|振|棚卸|たな卸|診療会議|支払|請求|在庫確認|集計))|週初|週末|[四4]半期(?!末|決算|報告書)|(?:月|火|水|木|金)曜(?:日)?(?:の|に)|定例"
        r")(?:の?(?:第[1-5一二三四][・,、]?(?:第?[1-5])?)?(?:最終|第?[1-5])?(?:営業日|[月火水木金土日]曜?日?|週|月曜|木曜)(?=[にのまで、。)朝\s]|$))?"
    )
)
_UNIT_EN = alternation(words("en", "cadence", "units"))
_OCCASION_EN = alternation(words("en", "review", "occasions"))
_WEEKDAY_EN = r"(?:mon|tues|wednes|thurs|fri)day"
_MONTH_EN = rf"(?:{MONTHS_LOWER}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_ORDINAL_EN = r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|last|final)"
CADENCE_EN = lazily(
    lambda: regex(
        rf"(?<![a-z\d])(?:\d{{1,2}}-(?:weekly|monthly|daily)|{alternation(words('en', 'cadence', 'adverbs'))}"
        rf"|(?:at |in |on |after |with )?(?:every|each|per|once an?|twice an?|once every|once per|once each|times an?) (?:other |second |third |fourth |few |couple of |two |three |four |five |six |eight |nine |ten |twelve |\d+ |first |last |1st |business |working |single )*{_UNIT_EN}[a-z]*"
        rf"|(?:after|following|at the end of) (?:each|every) (?:pay[- ]?run|payroll run|run|batch|drill|exercise|audit|release|sprint|visit|delivery|shipment|campaign|event|match|flight|voyage|trip|harvest|course|class|term|semester|sitting|cohort|intake|wave|milestone|phase|close|count|stock-?take|board|session|workshop|show|tour|season|maintenance window|outage|incident)(?![a-z])"
        rf"|(?:on )?(?:the )?{_ORDINAL_EN}[ -](?:business day|working day|day|{_WEEKDAY_EN})(?: (?:of|in) (?:(?:each|every|the|a) )?(?:month|quarter|week))?"
        rf"|on the \d{{1,2}}(?:st|nd|rd|th)(?: of (?:each|every|the) month)?(?! (?:of )?(?:{MONTHS_SHORT_LOWER}))|the {_ORDINAL_EN} of (?:each|every|the) month"
        rf"|(?:(?:at|in) (?:the |our |their )?)?{_WEEKDAY_EN}(?= (?:[a-z-]+ ){{0,3}}?(?:{_OCCASION_EN})(?![a-z]))|in each [a-z]+|at (?:each|every) [a-z]+"
        rf"|(?:each|every) {_MONTH_EN}(?:(?:, (?:and )?| and | & ){_MONTH_EN})*)(?![a-z])",
        re.I,
    )
)


def cadences(text: str, language: str) -> list[re.Match[str]]:
    """Cadence words of folded text in order."""
    return list((CADENCE_EN if language == "en" else CADENCE_JA).finditer(text))
