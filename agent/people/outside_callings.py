"""Patterns of callings and forms that show somebody of neither house: "the electrician, Ann Lee", 「電気屋の黒木さん」."""

from __future__ import annotations

import re
from functools import cache

from agent.people.lexicon import alternatives, table

_CALLED = "(?:さん|様|さま|氏|先生)"
_OF_OTHERS = r"\b(?:lender|insurer|funder|grant-giver|supplier|landlord|bank|auditor|vendor|competitor|reseller|wholesaler|council|contractor|manufacturer|maker|installer|broker|integrator|agency)"
_MR = r"(?:Mr\.? |Ms\.? |Mrs\.? |Miss |Dr\.? |Father |Sir |Dame )?"


@cache
def calling_patterns(public: bool) -> tuple[str, ...]:
    """Regular expressions with {N} for the name. `public`: the customer is a public office, whose posts are its own."""
    return (*_english(), *_japanese(), *(() if public else _of_public_life()))


def _english() -> tuple[str, ...]:
    data = table("outside_callings")
    called = alternatives(data["en"], escape=False)
    theirs = alternatives(data["of_theirs_en"])
    many = rf"(?:{called}s|{theirs})"
    return (
        rf"\b(?:[Tt]he|[Tt]heir|[Aa]n?|[Aa]nother|[Tt]he local|[Aa]n outside|[Oo]ne) (?:[a-z-]+ ){{0,2}}{called}(?: called| named)?,? {_MR}{{N}}",
        rf"{{N}},? (?:who is |is |was )?(?:an?|the|their|her|his|my|our) (?:[a-z-]+ ){{0,3}}{called}\b(?! (?:manager|director|lead|team|liaison|relations))",
        rf"{{N}} \((?:an?|the|their|her|his|my)? ?(?:[a-z-]+ ){{0,2}}{called}[,)]",
        rf"\b(?:[Tt]he|[Tt]heir|[Tt]wo|[Ss]ome) (?:[a-z-]+ )?{many} \((?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:,| and|,? &) )*{{N}}",
        rf"\b(?:[Tt]he|[Tt]heir) (?:[a-z-]+ )?{many},? (?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:,| and|,? &) )*{{N}}",
        rf"\b[Oo]ne of (?:their|the) (?:[a-z-]+ )?{theirs},? (?:called |named )?{_MR}{{N}}",
        rf"\b[Tt]heir (?:[a-z-]+ )?(?:insurers?|bank|landlord|agency|reseller|auditors?|funders?|accountants|solicitors|lawyers) (?:sent|sends|is sending|has sent|will send) (?:us |me |a |an )?{_MR}{{N}}",
        rf"{_OF_OTHERS}['’]s (?:own |new )?(?:[a-z-]+ ){{0,2}}(?:lead|manager|director|head|owner|boss|officer|partner|analyst|salesperson|technician|fitter|planner|buyer|trainer|coordinator|secretary|chair|president|founder|people|side),? (?:called |named )?{_MR}{{N}}",
        r"{N}[^.\n]{0,40}, (?:she|he|they|who) sells? (?:them|us|the [a-z]+) ",
        r"{N},? (?:who )?(?:sells|sold|pitched|pitches) (?:the |us |me |them )?(?:[a-z]+ )?(?:tills?|copiers?|printers?|software|licen[cs]es|hardware|phones?|broadband|insurance|advertising|a rival|a competing|their own)\b",
        r"{N},? (?:she |he |who )?(?:runs|manages|owns|works (?:for|at)|leads|is (?:at|with|from)) (?:a|another|the) (?:rival|competing|competitor|neighbouring|different|other) [a-z]+",
        rf"{_OF_OTHERS}['’]s (?:own )?(?:man|woman|guy|lady|person|people|rep|representative|agent|driver|engineer|consultant|contact|lawyer|surveyor)(?: there)?(?:,| is| was| called)? {_MR}{{N}}",
        rf"{{N}},? (?:who is |is |was )?(?:the|their|her|his) {_OF_OTHERS}['’]s (?:own )?(?:man|woman|guy|lady|person|rep|representative|agent|driver|engineer|consultant|contact|lawyer|surveyor)\b",
        rf"\b[Aa]n? (?:[a-z]+ )?(?:{theirs}|supplier|customer|client|contractor|tenant|funder|donor|competitor|rival|friend|neighbour|acquaintance|contact) of (?:theirs|hers|his|mine),? (?:called |named )?{_MR}{{N}}",
        rf"\b(?:[Tt]he|[Aa]n?) (?:previous owner|former owner|ex-owner|ex-employee|former employee|former volunteer),? (?:called |named )?{_MR}{{N}}",
        r"{N},? who (?:sold|sells|supplies|supplied|installed|fitted|leases|rents|insures|audits|advises|cleans for|prints for) (?:them|us|the (?:company|firm|museum|school|hospital|club|railway))\b",
        rf"\b(?:[Ss]omeone|[Ss]omebody|[Aa] (?:man|woman|person|gentleman|lady|chap|bloke|guy|girl|lad)|[Tt]he (?:man|woman|person|gentleman|lady|chap|bloke|guy|lad)) (?:from|of|at) (?:their|the|an?|our) (?:[a-z]+ ){{0,2}}(?:bank|insurers?|insurance company|council|lender|landlord|supplier|union|paper|newspaper|agency|reseller|funders?|foundation|ministry|regulator|auditors?|accountants|solicitors|lawyers|installers?|makers?|contractors?),? (?:called |named )?{_MR}{{N}}",
        r"{N},? (?:from|at|of|with) (?:the|their|our|a) (?:[a-z]+ ){0,2}(?:bank|council|ministry|insurers?|insurance company|inspectorate|regulator|lender|landlord|newspaper|foundation|lottery|reseller|agency|consultancy)\b",
        r"{N},? (?:who )?(?:is|was) (?:not|no) (?:(?:a |an )?(?:member of )?(?:staff|employee|volunteer|trustee|director)|one of (?:them|theirs)|on (?:the )?(?:staff|payroll)|part of the (?:company|team|charity))\b",
        r"{N},? (?:who )?(?:does not|doesn['’]t|do not|don['’]t) (?:actually )?work (?:for them|there|here|for the (?:company|museum|school|firm|charity|railway|club|hospital))\b",
        r"{N}[^.\n]{0,140}\.(?: [^.\n]{0,140}\.){0,2} (?:He|She|They) (?:does not|doesn['’]t|is not|isn['’]t|has no) (?:(?:actually )?work (?:for them|there)|(?:an? )?(?:employee|staff)\b|on (?:the )?(?:staff|payroll)|one of theirs)",
        rf"\b(?:[Oo]utside|[Ee]xternal|[Ii]ndependent|[Ff]reelance|[Tt]hird-party|[Aa]gency|[Ii]nterim|[Cc]ontract) (?:[a-z-]+ )?(?:accountant|accountants|auditor|adviser|advisor|consultant|counsel|lawyer|designer|developer|trainer|writer|engineer|expert|contractor|facilitator|coach|assessor|bookkeeper),? (?:called |named )?{_MR}{{N}}",
        r"\b(?:[Oo]ur|[Mm]y) predecessor,? {N}|{N},? (?:who )?(?:used to (?:do|have|hold) my job|had this account before (?:me|us)|sold (?:them|her|him) the (?:licen[cs]e|deal|contract)|closed the (?:deal|sale))\b",
        rf"\b(?:(?:none|nobody|no one|nothing|no [A-Za-z]{{2,12}}) (?:of (?:their|its|our) own|in[- ]house)|outsourced(?: to)?)[,;:.–-]* (?:so )?{_MR}{{N}}",
        r"\b(?:paper|magazine|newspaper|newsletter|journal|gazette)['’]s {N}",
        rf"\b[Tt]heir (?:[a-z-]+ ){{0,2}}(?:customer|client|supplier|tenant|landlord|funder|insurer|carrier|contractor|competitor|lender)s?['’]s?(?: [a-z-]+){{1,3}}(?:,| called| named)? {_MR}{{N}}",
        rf"\b[A-Z][a-z]+['’]s (?:old|former|previous|ex-?|school|university) ?(?:colleague|boss|classmate|flatmate|friend|manager|mate|professor|teacher),? {_MR}{{N}}",
        r"{N},? \((?:[A-Z][a-z]+|his|her|their|the [a-z]+)['’]?s? (?:old |former |ex-?)?(?:brother|sister|father|mother|son|daughter|husband|wife|cousin|neighbou?r|friend|classmate|colleague)(?:-in-law)?[,)]",
        r"{N},? (?:from|of|at|with) the (?:[a-z]+ )?(?:chamber of commerce|chamber|trade (?:association|body|union)|employers['’] (?:association|federation)|business club|embassy|consulate|university|college|police|fire brigade|fire service|labour office|tax office)\b",
        rf"\b(?:[Tt]he|[Aa]n?|[Tt]heir) (?:[a-z-]+ )?(?:trainer|instructor|facilitator|presenter|speaker|coach|moderator),? {_MR}{{N}},? (?:from|of|at) [A-Z]",
        r"(?<![Ii] )\b(?:[Ee]scalated|[Rr]aised)(?: it| this| that)? (?:to|with) {N} \((?:engineering|support|product|dev|development|tech|second line|2nd line|R&D)\)",
        r"{N},? who (?:built|designed|hosts|redesigned|maintains|did|does) their (?:website|web site|site|homepage|logo|brochure|branding)",
    )


def _japanese() -> tuple[str, ...]:
    called = alternatives(table("outside_callings")["ja"])
    who = alternatives(table("third_parties")["posts_ja"])
    return (
        rf"{who}の(?:先生|方|人)(?:さん)?[(（、]{{N}}",
        rf"{{N}}{_CALLED}?(?:は|って)、?(?:お?隣|近所|よそ|別の|他の|ほかの|同業|取引先|お?向かい|仕入先|得意先|前の会社)[^。、\n]{{0,16}}(?:の|で)(?:社長|主人|店主|専務|人|方|社員|営業|担当|大将|女将|オーナー)",
        rf"(?:お?隣|近所|お?向かい|裏|同じ通り|同じ町|隣町|隣村)の[^。、はがをに\n]{{1,10}}の{{N}}{_CALLED}",
        r"(?:審査員|調査員|監査員|検査官|監督官|記者|ライター|コンサル|業者|講師|評論家|研究者)(?:の方|の人)?(?:だ|で)?という{N}",
        r"(?:元(?:社員|職員|従業員|店員|パートさん|アルバイト)|OB|OG|退職者)の{N}",
        r"(?:メーカー|業者|ベンダー|代理店|販売店|保守会社|システム会社|開発会社)の[一-龥ァ-ヶー]{1,6}の(?:人|方)(?:で)?、{N}",
        r"(?:提携先|取引先|仕入先|得意先|納入先|発注先|協賛企業|スポンサー)(?:企業)?の[^、。はがをにで\n]{0,14}の{N}",
        rf"{{N}}{_CALLED}?[^。\n]{{0,60}}(?:社員|職員|組合員|店員|所員|(?:会社|組合|店|病院|学校|先方|お客様|お客さま)の人|身内)(?:で(?:は|も)|じゃ)(?:な|あり|ござ)",
        rf"{{N}}{_CALLED}[^。\n]{{0,80}}。(?:[^。\n]{{0,80}}。)?[^。\n]{{0,30}}(?:(?:会社|組合|店|病院|学校|先方|お客様|お客さま)の人|社員|職員|組合員|所員)(?:で(?:は|も)|じゃ)(?:な|あり|ござ)",
        rf"(?<![一-龥ァ-ヶー]){called}(?:さん|様)?の(?:[一-龥ァ-ヶー]{{1,8}}(?:の|、))?{{N}}{_CALLED}",
        rf"(?<![一-龥ァ-ヶー]){called}(?:さん)?[、(（]{{N}}",
        rf"{{N}}{_CALLED}?(?:の)?(?:ご?夫妻|ご?夫婦|ご?一家|親子|ご?兄弟|ご?姉妹|ご家族|ご令室|ご令息|ご令嬢)",
        rf"(?:面接|選考|見学|説明会|インターン)(?:に|で|を)(?:来|受け|お越し|参加)[^。\n]{{0,16}}?{{N}}{_CALLED}",
        rf"{{N}}{_CALLED}?[^。、\n]{{0,6}}(?:を|と)[^。、\n]{{0,4}}(?:面接し|面接を|内定を出)",
        rf"(?:内定者|入社予定者|採用予定|応募してき[てた][^。、\n]{{0,6}})の?{{N}}{_CALLED}",
        rf"{{N}}{_CALLED}?[(（]{called}(?:さん|の[^)）]{{1,8}})?[)）]",
        rf"(?:お客さん|お客様|お客さま|患者さん|常連さん|利用者さん)の(?:お?一人|ひとり)(?:の|、|で、?){{N}}{_CALLED}",
        rf"(?:銀行|信金|信用金庫|農協|役場|県庁|市役所|税務署|保険会社|商工会|代理店|業者|メーカー|ベンダー|コンサル)(?:さん)?から(?:来た|いらした|見えた|お越しの|派遣された|出てきた)[^。\n]{{0,14}}?{{N}}{_CALLED}",
        rf"{{N}}{_CALLED}?[(（](?:別の|他の|ほかの|よその|隣の|フリー|フリーランス|個人事業|社外|部外|当時の|取引先|仕入先|得意先)(?!との|への|と|対応|管理|担当|窓口|折衝)[^)）]{{0,14}}[)）]",
        rf"(?:コピー機|複合機|リース|保険|回線|自販機|サーバー|レジ|広告|求人|電話|カメラ|警備|清掃|印刷|不動産|決済|ホームページ|Web|配送|引っ越し)の(?:会社|業者|事務所|お店)の、?(?:たしか|確か|ええと|えっと)?、?{{N}}{_CALLED}",
        rf"(?:コピー機|複合機|リース|保険|回線|自販機|サーバー|レジ|広告|求人|電話|カメラ|警備|清掃|コピー|印刷|資材|機械|車|不動産|証券)の(?:営業|セールス|外交|業者)(?:さん|マン)?の{{N}}{_CALLED}",
        rf"[一-龥ァ-ヶー]{{0,6}}(?:システム|ソフト|アプリ|サーバー?|ネットワーク|通信|機器|設備|回線|派遣|人材|清掃|警備|運送|配送|印刷|工事|保守|リース|レンタル|保険)の(?:会社|業者|メーカー|ベンダー|代理店|販売店)の(?:方の|人の|担当の|営業の)?{{N}}{_CALLED}",
        rf"{{N}}{_CALLED}?(?:は|も|が|って)、?(?:別の|他の|ほかの|よその)(?:会社|お店|店|法人|病院|施設)(?:で|に|の|から)",
        r"(?:知人|知り合い|友人|友達|同級生|後輩|先輩|親戚|親類)(?:で|だという|だそうで)、?[^。、\n]{0,16}(?:の|する|している|してる|やっている|やってる|いる){N}",
        r"(?:委託先|外注先|協力会社|代理店|販売店|取引先|仕入先|得意先|納入先|元請け?|元受け?|下請け?|荷主|提携先|紹介元|親元)の[一-龥々ァ-ヶーA-Za-z0-9&]{2,15}(?:さん|様)?[、・ 　][^。、はがをに\n]{0,6}?{N}",
        rf"(?:という|っていう|とかいう)(?:アプリ|サービス|製品|ソフト|ツール|システム|会社|業者)(?:さん)?の(?:営業|担当|代理店|セールス|人|方)?[、の]?{{N}}{_CALLED}",
        rf"[一-龥ァ-ヶー]{{0,6}}(?:工事店|電器店|電気店|電気工事|商店|工務店|印刷所|酒店|写真館|自動車店|燃料店|金物店)の{{N}}{_CALLED}",
        rf"{{N}}{_CALLED}?[(（][^()（）]{{0,10}}の(?:恩師|友人|知人|同級生|元同僚|昔の上司|元上司|知り合い|飲み友達|飲み仲間)[)）]",
        rf"(?:取材|監査|点検|検査|審査|調査|工事|納品|配達|修理|売り込み|飛び込み営業|営業|見学|視察|挨拶回り|陳情)(?:で|に)(?:来|見え|いらし)(?:た|てい?た)、?(?:[^。、\n]{{0,10}}の)?{{N}}{_CALLED}",
    )


def _of_public_life() -> tuple[str, ...]:
    posts = alternatives(table("outside_callings")["public_ja"])
    return (
        rf"(?<![一-龥]){posts}の{{N}}{_CALLED}",
        rf"(?<![一-龥ァ-ヶー]){{N}}{posts}(?![一-龥ァ-ヶー])",
        rf"(?<![一-龥])(?:[一-龥]{{0,3}}[市県町村区]|国)の[一-龥ァ-ヶー]{{2,8}}(?:の担当|担当|窓口|の窓口)の{{N}}{_CALLED}",
        r"\b(?:Cllr\.?|Councillor|Alderman|Reverend|Rev\.?|Bishop|Canon|Mayor|Senator|Congressman|Congresswoman) {N}",
    )


@cache
def told_patterns() -> tuple[re.Pattern[str], ...]:
    """What somebody who talks says of themselves that shows neither house."""
    told = table("outside_callings")["told"]
    return tuple(re.compile(pattern) for pattern in [*told["en"], *told["ja"]])
