"""Numbers that measure nothing: versions, levels, ordinals, opening hours, product names, scales and denominators."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.words import alternation, words

_MAY_BEGIN = r"(?=[\dリバレフスラテ第百千一二三四№]|(?:^|(?<=\n))[ (]|(?<![a-z])[a-z]+[./]?[ /]?-?\d|five|four|second|office|microsoft|dynamics|[mo] ?365|s/4|[bop]2|scale of|out of|no?[.o])"
"""Such a number begins with one of these; a word before it, at the beginning of the word."""
NOT_METRIC = regex(
    rf"{_MAY_BEGIN}(?:"
    r"(?:^|(?<=\n))[ ]*\(?\d{1,2}[.)](?= )|(?<![A-Za-z])(?:article|section|clause|chapter|annex|appendix|paragraph|rule|regulation|directive|room|building|gate|track|route|flight|module|unit|question|schedule|exhibit|form) \d{1,3}(?![\d%.,])|(?:five|5|four|4)[- ]star (?:service|experience|hotel|team|support)|(?<![a-z])(?:line|ward|site|shift|plant|zone|bay|dock|depot|hall|area|district|region|cell|machine|press|oven|furnace|kiln|reactor|boiler|pump|tank|crane|terminal|berth|pier|aisle|lane|counter|wing|block|tower|cohort|store|shop|mill|turbine|loom|silo|pit|shaft|well|yard|stand|studio|theatre|lab|workshop|branch|station) \d{1,2}(?=[:;,)/(|]|\.(?!\d)|$| (?:from|by|at|is|was|has|down|up|runs|and|to(?= [a-z])|will|should|must|for|on|with|without|feels?|keeps?|stays?|gets?|goes|needs|has|hits|reaches|supervisor|manager|lead|leader|team|crew|operators?|foreman|charge|staff|stops?)(?![a-z]))|second to none|360[- ]?(?:degrees?|度)|二人三脚|2人三脚|2人3脚|\d{2,3}点満点(?:の(?!\d)|中|で|のうち)|百点満点|(?<![A-Za-z])(?:v|ver\.?|version|rev\.?|release|リリース|バージョン) ?\d+(?:\.\d+)*(?![\d%])"
    r"|(?<![A-Za-z])(?:lv\.?|level|レベル|ステップ|step|フェーズ|phase|ステージ|stage|tier|ティア|rank|ランク|wave|sprint|スプリント|gate|maturity) ?-?[1-9](?![\d.%]|割)(?:-?[1-9](?!\d))?"
    r"|第(?!\d{1,2}営業日)\d{1,3}(?:回|弾|版|期|段階|次|章|項|条|号|部|世代|グループ|ステップ|フェーズ)?"
    r"|24 ?時間 ?(?:365日|対応|サポート|体制|稼働|受付|監視|営業|窓口|チャット|自動|利用可能|いつでも|x)(?:[ ・]?365日)?|24[/x×]7|24[/x×]365|365日|24時間365日"
    r"|\d{1,2}:\d{2}(?: ?[-~] ?\d{1,2}:\d{2})?(?: ?(?:am|pm))?|(?<![\d.])\d{1,2} ?(?:am|pm)\b|(?<![\d.])\d{1,2}時(?!間)(?:\d{1,2}分|半)?"
    r"|(?:百万|千万|1000000|10000|1000|[1-9]?\d*[百千]?万|千)分の(?=\d)|\d{1,2}(?:F|階(?!ぶん|分))(?![A-Za-z])|(?<![A-Za-z])ISO[ /]?\d+|(?-i:(?<![A-Za-z])(?:SOC|IEC|IFRS|IAS|FRS|NIST|PCI(?:[ -]DSS)?|TISAX|Scope|Solvency|Horizon|Windows|Web|EN|DIN|BS|RFC|WCAG|HIPAA|GxP|CMMI|ITIL|COBIT)) \d{1,5}(?:\.\d)?(?![\d%.,]| ?(?:pts?|points?))|(?:Office|Microsoft|Dynamics|M|O) ?365|(?<![A-Za-z])A[345](?!\d)|S/4 ?HANA"
    r"|(?<![A-Za-z])[A-Z][A-Za-z]{1,12}-?\d+(?![\d%.]|[一-龥]|pt|ポイント)|(?-i:[1-9]D(?![A-Za-z]))|(?:B|O|P)2(?:B|C|O)|[1-9](?:on|:)[1-9](?!\d)|[1-9]対[1-9]|(?<![A-Za-z])5G"
    r"|\d{1,2}(?:段階|択|件法|点満点|点法|要素|者面談|者会議|者間|者で|か年|カ年|周年|大|本柱|つの柱)(?:認証|評価|中)?|[No№]o?\.\d+|[一二三四1-9]次(?:回答|対応|解決|面接|選考|情報|受け|窓口|請け|精査)"
    r"|(?<![\d.])\d(?:-point|-star|-step|-way|-factor|-year|-month|-week)(?: scale)?|(?:scale of|out of|(?<=\d )of) \d{1,3}(?![\d%.])(?= ?(?:$|[).,;:(\n]))|(?<![\d.])[1-9](?:st|nd|rd|th)(?![a-z])|1-to-1"
    r"|(?<![A-Za-z])(?:vs\.?|in|of|since|than|year|FY|by|versus|end|during|for|from|through|throughout|fiscal|calendar|spring|summer|autumn|winter) ?(?:19|20)[0-3]\d(?![\d,.%])|(?<=the )20[0-3]\d(?= [a-z])|(?:(?<=\ue000 )|(?<=\ue000\())(?:19|20)[0-3]\d年?(?![\d,.%])(?=\)| ?(?:$|[,;:(\n-]| -))|(?:(?<=week )|(?<=day )|(?<=festival )|(?<=fair )|(?<=expo )|(?<=season )|(?<=games )|(?<=holidays )|(?<=harvest )|(?<=easter )|(?<=christmas )|(?<=ramadan )|(?<=eid )|(?<=diwali ))(?:19|20)[0-3]\d(?![\d,.%])"
    r"|(?:19|20)\d\d年度?の?(?:春|夏|秋|冬)(?:先|口|場|頃|ごろ|中)?"
    r"|\d{1,2}か?年(?:分|ぶん)(?!の(?:売|費|コスト))|(?<![\d.])1(?:人|名|台|社|店|チーム|班|機|ライン)(?:が|で)(?=担当|受け持|抱え|処理|対応|さば|こな|見る|扱|生産|作|運)"
    rf"|(?<![\d.,])\d[\d,]*[百千万億]*(?:{alternation(words('ja', 'quantity', 'denominators'))})(?:あたり|当たり|当り|につき)|1(?:{alternation(words('ja', 'quantity', 'denominators'))})ごと"
    rf"|(?<![\d.])1(?:{alternation(words('ja', 'quantity', 'denominators'))})(?:の?(?=平均)?(?:平均|約)?(?=\d)|の(?=[一-龥ァ-ヶー]{{1,8}}(?:時間|日数|費|コスト|単価|工数|期間|所要))))",
    re.I,
)  # fmt: skip
"""Versions, levels, ordinals, opening hours, clock times, product names, scales and denominators."""

_MAY_MEASURE_NOTHING = regex(r"\d|star |second to|三脚|満点の", re.I)


def numbers_that_measure_nothing(text: str) -> list[tuple[int, int]]:
    """Spans of versions, levels, ordinals, opening hours … in folded text with dates masked."""
    return [match.span() for match in NOT_METRIC.finditer(text)] if _MAY_MEASURE_NOTHING.search(text) else []
