"""Sentences with a date or an amount that tell no step of the customer's decision."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.renewal.clauses import CUES as DECISION
from agent.renewal.clauses import DATED
from agent.renewal.other_matters import is_of_another_matter
from agent.renewal.remarks import Remark

BOOKS = re.compile(
    r"\b(?:close[sd]?|closing|shut) (?:its|their|our|the|his|her|all) (?:books?|accounts?|ledgers?|year)\b|\b(?:financial|fiscal) year (?:ends?|closes?|runs?)\b|\byear[- ]end is\b|\bbooks close\b|"
    r"(?:年度|会計年度|事業年度|期)の(?:区切り|変わり目|切れ目|締め|終わり|始まり)(?:です|で|だ|は|が|に|なので)|(?:決算|期末|年度末|締め)は?(?:、)?\d{1,2}月(?:です|末|。|$)|が(?:期末|決算|年度末)(?:です|だ|。|$|[(（])|\d{1,2}月(?:末)?(?:決算|締め)(?:です|なので|だ|。|の会社)",
    re.I,
)
"""When the house closes its year."""
ARRIVES = re.compile(
    r"^[^.;]{0,40}\b[A-Z][\w'’-]+ (?:starts|joins|leaves|retires|begins|takes up (?:her|his|the) post)(?: (?:on|in|at|with us))?(?: the)? (?:\d|January|February|March|April|May|June|July|August|September|October|November|December)|"
    r"(?:が|は)[^。、]{0,16}(?:着任|入社|赴任|退職|異動|復帰)(?:する|します|予定|の予定)?[。]?$"
)
"""When somebody comes or goes."""
ASKED_OF_US = re.compile(
    r"^(?:[-*•\s\d.)]*)(?:please|kindly|could you|can you|would you)\b|\b(?:I|we) (?:would|will|shall|have to|must|’ll|'ll|need to)[^.;]{0,30}\bnotice\b|^(?:[-*•\s]*)(?:your|our|the) notice (?:date|period|deadline) is\b|"
    r"(?:[貴御]社|そちら)(?:様)?(?:に|には|から|の方で|にて)[^。]{0,40}(?:お願い|いただ|頂|くださ|下さ)|(?:いただけ|頂け|もらえ|くださ)(?:ると|れば|ますと|ましたら)[^。]{0,10}(?:助か|幸い|ありがた|有難|嬉し|うれし)|"
    r"\bextension of the notice\b|^[^。]{0,30}(?:いただけますか|くださいますか|お願いします|お願いいたします|教えてください)[。]?$|(?:教え|聞かせ|知らせ)(?:て)?(?:いただけ|頂け|くださ|ください)[^。]{0,8}(?:幸い|助か|ありがた|嬉し)",
    re.I,
)
"""A request to us, and the clock of the contract."""
AMOUNT = (
    r"(?:[£$€¥]|GBP|USD|EUR|AUD|CAD|NZD)? ?\d[\d,.]*(?: ?(?:k|m|thousand|million|pounds|dollars|euros?))?"
)
LIMIT = re.compile(
    rf"\b(?:anything|everything|whatever|all spend|any (?:spend|contract|line|purchase|invoice)|orders?|contracts?)\b[^.;]{{0,40}}\b(?:above|over|more than|below|under|beyond|up to|less than) {AMOUNT}|"
    rf"\b(?:above|over|below|under|up to) {AMOUNT}[^.;]{{0,30}}\b(?:goes? to|needs?|can|may|is for)\b|"
    r"\d[\d,]*(?:百|千)?万円?(?:まで|以下|未満|以内)(?:なら|は|の(?:もの|分|場合|復活))[^。]{0,30}(?:判|印|決裁|ところ|だけ|終わ|で済|可)",
    re.I,
)
"""A standing rule of who may sign up to which amount."""
EXCEPTION = re.compile(
    r"(?:例外|特例|特別|入館|持ち?出し|休暇|アクセス権?限?)の?(?:申請|許可|承認|届)|\b(?:exception|waiver|exemption|access|leave) (?:requests?|forms?|applications?|approvals?)\b",
    re.I,
)
OURS = re.compile(r"更新|継続|契約|予算|稟議|\b(?:renew\w*|contract|budget|subscription)\b", re.I)
"""An exception somebody has to ask for is no step towards our contract, unless that is what it is for."""
WITH_US = re.compile(
    r"(?:なら|であれば|でしたら)[^。、]{0,10}(?:取れ(?:る|ます|そう)|空い(?:て|た)|大丈夫|都合が(?:つ|よ|良))|(?:次回|今度)の?(?:定例|打ち?合わせ|面談|ミーティング|訪問)|(?:定例(?:会)?|打ち?合わせ|面談|訪問)(?:で|の(?:場|際|とき)に?)[^。]{0,16}(?:ご?説明|ご?報告|共有|ご?確認|ご?相談)|"
    r"\b(?:I['’]m|I am|we['’]re|we are|she is|he is) (?:free|available)\b|\bworks for (?:me|us)\b|\b(?:our|your|the) (?:next )?(?:call|catch-?up|check-?in|QBR|monthly|weekly)\b",
    re.I,
)
"""A meeting of the customer with us, or when somebody has time for one."""
SINCE = re.compile(r"\b(?:since|as of|effective|from) $", re.I)
SINCE_THEN = re.compile(
    r"の[^、。]{0,14}(?:変更|改[定正訂]|見直し|異動|改組)(?:以降|以来|から|後|により|で|に伴|[)）]|$)|(?:から|以降|より)(?:は|、)?[^。]{0,20}(?:変わ|改め|になった|になりました|になっています|超|以上|適用)"
)

TOO_LATE = re.compile(
    r"(?:では|には|だと|じゃ|までは)[^。、]{0,4}(?:遅い|遅すぎ|手遅れ)|間に合(?:いません|わない(?:。|$|です|ので|ため|と思|そう|との)|いそうに?(?:も)?な)|(?:締め?切り?|期限|期日|〆切)[^。、]{0,4}過ぎ|"
    r"\btoo late\b|\bmiss(?:ed|es)? (?:the|that|its|this)\b[^.;]{0,24}\b(?:date|deadline|meeting|round|window|cut-?off)\b|\b(?:deadline|cut-?off|window|date) (?:for (?:it|that|this) )?(?:has|had|have|is|was) (?:already )?(?:passed|closed|gone|over)\b",
    re.I,
)
"""A meeting or day that cannot be had any more."""
ENDS_OTHERWISE = re.compile(
    r"(?:なければ|ないと|ない(?:場合|とき|もの|分)は)[^。]{0,24}(?:終わ|切れ|なくな|打ち切|失効|解約|使えな)|"
    r"\b(?:if (?:it|they|we|that) (?:is|are|do|does) ?n[o'’]t|if not|unless|otherwise|(?:what|anything) (?:is )?not)\b[^.;]{0,60}\b(?:ends?|lapses?|expires?|stops?|not paid|drops? out|falls? (?:away|out))\b",
    re.I,
)
"""What becomes of the contract where nothing is done, and the day of it."""
PROMISED_TO_US = re.compile(
    r"\byou(?:['’]ll| will| shall) (?:have|get|receive) (?:it|that|them|this|those|one|mine|ours|the \w+)(?: \w+)? (?:by|on|before|in (?:the )?\w+ (?:of|week)|tomorrow|next|this|at)\b|\b(?:I|we)(?:['’]ll| will| can| shall) (?:send|get|give|email|mail|forward|share|drop|show|let) you\b|"
    r"\b(?:I|we)(?:['’]ll| will| can) (?:send|email|forward|share)(?: (?:it|that|them|those|this))?(?: (?:over|across|through|on))\b|\b(?:come|get|be) back to you\b|"
    r"(?:お送り|お渡し|ご連絡|お知らせ|ご報告|ご共有|お返事|ご回答|お見せ)(?:いた|し)(?:します|ます)",
    re.I,
)
"""What somebody promises the other side."""
OURS_TO_DO = re.compile(
    r"\b(?:I|we|let me|let us|let['’]s)(?:['’](?:ll|d)| will| can| shall| would)? (?:draft|send|prepare|write|bring|make|put together|get|email|share|set up|pull|build|run|do|come|have)\b|"
    r"(?:お送り|お渡し|ご連絡|お知らせ|ご用意|ご準備|お持ち|お出し|ご提出|お見せ|お届け|ご案内|ご説明|作成|用意|準備|共有|対応|手配)(?:いた|し|させてい|でき)(?:します|ます|ただきます|ましょう|る(?:予定|見込)|たく|たい|れば)|(?:こちら|弊社|当社|私(?:ども)?)(?:で|が|から)[^。、]{0,20}(?:ます|ましょう)",
    re.I,
)
"""What one of us says we do."""
LEFT_OUT_ELSE = re.compile(
    r"^\W*(?:if|unless)\b[^.;]{0,60}(?:\bnot\b|n['’]t\b|\bnothing\b)(?!.*\b(?:sign|approv|agree|say|yes)\w*)|"
    r"(?:載[らせ]|入[らっれ]|出[さて]|間に合[わ]|揃わ|そろわ|届か|提出し)(?:て|って)?(?:い)?な(?:ければ|かったら|いと(?!いけ|なら|だめ|ダメ|駄目|まず)|い(?:もの|分|場合|とき)は)[^。]{0,24}(?:ません|な[いく]|終わ|落ち|だめ|ダメ|アウト|流れ|回)",
    re.I,
)
"""What is lost for whatever is not in: a rule beside the day, and no day of its own."""
EVERY_TIME = re.compile(
    r"\b(?:every|each) (?:second |other |third )?(?:month|quarter|week|year|spring|summer|autumn|fall|winter)\b|毎(?:月|週|年|期|回)|隔(?:月|週)|奇数月|偶数月",
    re.I,
)
"""How often a body meets; without a day of its own no date."""
CONTRACT_ENDS = re.compile(
    r"\b(?:agreement|contract|subscription|term|licen[cs]e|order)s?(?: \w+)? (?:does |do |will )?(?:ends?|expires?|runs? out|lapses?|finish(?:es)?|runs? (?:to|until|through))\b|"
    r"(?:契約|利用|ライセンス|サービス)(?:期間)?(?:は|が)[^。、]{0,16}(?:まで|終わ|終了|満了|切れ)",
    re.I,
)
"""When the contract ends."""
NOT_THIS = re.compile(
    r"(?:たら|れば|なら|場合)、?の(?:話|こと)|\b(?:that is|that's|only) if\b|(?:ではなく|じゃなく)て?、?[^。]{0,24}(?:の話|のこと|の分|の件)(?:です|だ|になります)|\b(?:this|that|it) (?:is|was) (?:about|for) [^.;]{1,40}, not\b|\bnot about\b",
    re.I,
)
"""What is talked about, no step: 「来期の予算ではなく、年末の更新の話です」."""


A_DAY = re.compile(r"\d{1,2}日|\d/\d|\b\d{1,2}(?:st|nd|rd|th)?\b(?! ?(?:%|percent|people|sites?))", re.I)
DECIDED = re.compile(r"決め|決裁|承認|諮|稟議|会議|委員会|\b(?:decid|approv|board|committee|vote)", re.I)


def is_no_step(remark: Remark) -> bool:
    """The close of the books, somebody's first or last day, a request to us or our clock, a promise to us, the contract's
    end, an exception asked for, a day that is missed, what is lost otherwise, what nobody knows yet, and what is told to
    be another matter than the one on hand."""
    text = remark.text
    if NOT_THIS.search(text) or (DECISION["open"].search(text) and not DATED.search(text)):
        return True
    if TOO_LATE.search(text) or (ENDS_OTHERWISE.search(text) and DATED.search(text)):
        return True
    if (OURS_TO_DO if remark.side == "us" else PROMISED_TO_US).search(text):
        return True
    if LEFT_OUT_ELSE.search(text) and not A_DAY.search(text) and not DECISION["body"].search(text):
        return True
    if CONTRACT_ENDS.search(text) and not DECIDED.search(text):
        return True
    if WITH_US.search(text) and not DECIDED.search(text):
        return True
    if is_of_another_matter(text) or (EXCEPTION.search(text) and not OURS.search(text)):
        return True
    return any(pattern.search(text) is not None for pattern in (BOOKS, ARRIVES, ASKED_OF_US))


def is_every_time(text: str) -> bool:
    """It tells how often something happens."""
    return EVERY_TIME.search(text) is not None


HOW_TO_COUNT = re.compile(
    r"(?:定義|数え方|測り方|計り方|集計方法|計算方法|算出方法|出し方|書き方|入力(?:の)?(?:ルール|仕方|方法)|運用(?:の)?ルール|呼び方|分け方|表記)(?=[はをがの、。]|$)|"
    r"\b(?:definitions?|how (?:we|to|they) (?:count|measure|calculate|define|record)|wording|naming|counting rules?)\b",
    re.I,
)
"""A matter of measuring: whoever settles it does not decide on our contract by that."""


def is_of_a_measure(here: Remark, before: Sequence[Remark]) -> bool:
    """What is to be settled is how something is counted: the sentence or one before it in its paragraph or the line above says so, and
    none of them speaks of the contract or its money."""
    told = [here, *(r for r in before if r.document is here.document and here.block - r.block <= 1)]
    about = any(HOW_TO_COUNT.search(said.text) for said in told)
    return about and not any(OURS.search(said.text) for said in told)


NO_SAY = re.compile(
    r"\b(?:no|not have|n['’]t have|without|lacks?) (?:any |the )?(?:authority|say|power|vote|mandate)\b|\b(?:not|n['’]t) mine to\b|"
    r"(?:権限|決裁権)(?:は|が|も)?(?:な[いく]|ありません|持って(?:い)?(?:ない|ません))|決め(?:られ|る立場に?は?(?:い|あり))(?:ません|ない)",
    re.I,
)


def denies_a_say(text: str) -> bool:
    """Somebody is said to have no say: that tells of no step."""
    return NO_SAY.search(text) is not None


def tells_a_limit(text: str) -> bool:
    """Who may sign up to which amount, and nothing that is to happen."""
    return LIMIT.search(text) is not None


def is_past_start(text: str, start: int, end: int) -> bool:
    """The date tells since when a rule holds."""
    return SINCE.search(text[:start]) is not None or SINCE_THEN.match(text, end) is not None
