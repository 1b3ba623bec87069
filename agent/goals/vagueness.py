"""Loose words, and whether anything in the text pins them down.

A loose word is pinned by a number, a list or a definition it introduces (活用を促進し、週次利用者を40名→80名);
a second loose clause after the number is not (…3分に。あわせて応対品質もより良くする). Words are found by list and
by form: adverbs of manner and degree the lists do not have (円滑に, 手厚く, -ly), and predicates that neither
count, nor produce, nor state anything checkable.
"""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.deliverables import concrete_act, names_output
from agent.goals.levels import named_level
from agent.goals.manners_ja import manner_before_act, wishes
from agent.goals.metrics import measures
from agent.goals.names import manner_of
from agent.goals.scan import Scan
from agent.goals.targets import Targets
from agent.goals.uncounted import is_uncounted
from agent.goals.words import alternation, lazily, pattern_of, words

Span = tuple[int, int]
_COMPOUND_JA = lazily(
    lambda: regex(
        r"(?:キャンペーン|イベント|活動|運動|コンテスト|施策|チーム|室|部(?!署|門|分)|課|グループ|委員会|会議|担当|会(?!話|社)|資料|シート|計画|プラン|研修|セミナー|ガイド|マニュアル|センター|本部|係|PJ|プロジェクト|ルール|案(?!内)|表(?!現)|リスト|率|件数|数|時間|月間|事例|手順|窓口|デスク|デー|テスト|設定|API|機能|費|コスト|メニュー|仕様|要件|設計書|定義書|マスタ|ファイル|画面|帳票|台帳|票|モジュール|プラグイン|コネクタ|ジョブ|バッチ|口座|番号|コード|ID|名簿|議事|日報|週報|月報|カード|ラベル|ボタン|バナー|ポスター|チラシ|動画|教材|講座|講習|テキスト|用紙|様式|書式|フォーム|フォーマット|テンプレ|雛形|ひな形|委員(?!会)|役(?!立)|職員|要員|専任|主任|課長|部長|室長|班|部隊|拠点|本部長|局|協議会|連絡会|コーディネーター|アドバイザー|オフィサー|キット|パック|プロセス図|マップ|ボード|ボックス|箱|日(?![々頃])|週間|先一覧|キー|端末|環境(?!づ|作|を整)|策(?!定)|項目|提案|レポート|報告|状況|実績|ログ|度|先|アンケート|フロー|ツール|システム|サービス|プログラム|ワークショップ|勉強会|説明会|リーダー|責任者|推進|マネージャー|メンバー|架電|コール|電話|メール|面談|訪問|協定|契約|履歴|記録|一覧|要望|依頼|書|図|版|基準|指標|KPI|スコア|効果|サイト|ページ|ポータル|終了|結果|不可|範囲|目標値|アダプタ|の追加開発|対象|ソフト|基板|機器)"
    )
)
_MEANS_JA = regex(
    r"(?:[^、。\n]{0,8})(?:を?通じ(?:て|た)?|によ(?:り|る|って)|に向け(?:て|た)(?!動|進|取|努|頑|活動)|のため|を?目的|することで|ことで|をもって|を?活用(?:して|し、)|として)"
)
_ADVERB_NI = regex(
    r"(?P<word>[一-龥]{2,5}|[ァ-ヶー]{3,10}|[一-龥]{1,3}[ぁ-ん]{1,3})(?:に|と)(?![おはつよなる]|つい|よる|よって|より|関|対|向|て|し|も)"
)
_ADVERB_KU = regex(
    r"(?P<word>(?:[一-龥]{1,2}[ぁ-ん]{0,3}|[ぁ-ん]{2,4})く)(?=[一-龥ァ-ヶ]|する|し|なる|使|進|や)"
)
_MIMETIC = regex(
    r"[ぁ-ん]っ[ぁ-ん]り(?:と)?|([ぁ-んァ-ヶ]{2})\1(?:と)?|[ぁ-ん]{2,4}[やらよた]かに|[ぁ-ん]{2}ん(?:と)(?=[一-龥])"
)
_TEKI = regex(r"[一-龥]{1,4}的(?:に|な|かつ)")
_CHECKABLE_MANNER = frozenset(words("ja", "checkable", "manner"))
_CHECKABLE_TEKI = regex(
    r"(?:自動|個別|具体|部分|物理|一時|最終|法|技術|目|基本|標準|公|私|対外|暫定|例外|代表|典型|実質|人|量|質|時間|金銭|数値|機械|選択|必然|本質|結果|事務|一般|定量|定性|短期|長期|中期|恒常|社会|経済|財務|会計)的"
)

MEANS_NOTHING_ALONE = regex(
    r"(?:(?:i|we|you|he|she|they|it|me|us|him|her|them|this|that|these|those|there|yes|no|ok|the|an?|of|to|and|or|will|shall|would|be|is|are|who|which)(?:'ll|'d|'s|'re)?[ ,.]*)+",
    re.I,
)
"""Words that name nothing: whoever reads them in a finding learns nothing."""


def loose_words(scan: Scan, told: list[Span], produces: bool) -> list[Span]:
    """Every loose word of the folded text, pinned or not, in text order.

    `told` are the spans of method, review and owner: their clauses say something checkable. `produces` says
    that an action names what it leaves behind, so only listed words and manners can be loose in it.
    """
    if scan.language == "en":
        from agent.goals.vagueness_en import loose_in_english

        found = loose_in_english(scan, told, produces)
    else:
        found = _japanese(scan, told, produces)
    kept: list[Span] = []
    for start, end in sorted(set(found), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def unpinned(scan: Scan, targets: Targets, loose: list[Span]) -> list[Span]:
    """Of the loose words those that nothing pins down."""
    left: list[Span] = []
    for first, last in scan.items:
        inside = [span for span in loose if first <= span[0] < last]
        pins = _pins(scan, targets, first, last)
        left += [span for span in inside if not _is_pinned(scan, targets, span, pins, first)]
    return left


def _pins(scan: Scan, targets: Targets, first: int, last: int) -> list[Span]:
    pins = [(q.start, q.end) for q in targets.all_targets if first <= q.start < last]
    if targets.target is not None and first <= targets.target.start < last:
        pins.append((targets.target.start, targets.target.end))
    if targets.state is not None and first <= targets.state[0] < last:
        pins.append(targets.state)
    if not pins and scan.is_goal:
        level = named_level(scan.text, scan.language)
        pins = [level] if level and first <= level[0] < last else []
    return sorted(pins)


def _is_pinned(scan: Scan, targets: Targets, span: Span, pins: list[Span], first: int) -> bool:
    if not pins or span in scan.loose_times:
        return False
    if (
        scan.language == "en"
        and span[0] >= pins[-1][1]
        and _only_all(targets)
        and not _in_brackets(scan.text, span[0])
    ):
        return False  # every complaint handled with care
    if span[0] < pins[-1][0]:
        between = scan.text[span[1] : pins[-1][0]]
        if scan.language == "en" and (
            _demand_before(scan.text[: span[0]], between) or _own_clause(scan, targets, span, pins)
        ):
            return False
        earlier = [pin for pin in pins if pin[1] <= span[0]]
        return not earlier or not _is_second(scan, earlier[-1][1], span[0]) or len(between) < 40
    if scan.language == "en":
        if re.search(
            r", with (?:(?:an?|the|our|all|people|staff|everyone|everybody|team|crew|still|more|much|far) )*$",
            scan.text[: span[0]],
        ):
            return False  # …, with a healthier rhythm
        return not _second_en(scan.text[pins[-1][1] : span[0]], scan.text[span[1] :])
    if _MEANS_JA.match(scan.text, span[1]) or _in_brackets(scan.text, span[0]):
        return True
    return not _is_second(scan, pins[-1][1], span[0])


def _only_all(targets: Targets) -> bool:
    """Nothing is counted but all of something: that says of whom, not how well."""
    found = (*targets.all_targets, *((targets.target,) if targets.target else ()))
    return bool(found) and all(q.dimension == "all" for q in found) and targets.state is None


_HOW_IT_SHOULD_BE = regex(
    r"(?<![a-z])(?:should|must|shall|will|to|can) (?:be|feel|get|become|stay|run|go|look)(?: (?:way|much|far|a lot|a bit|visibly|even|really|so much))* $",
    re.I,
)
_AND_ANOTHER = regex(
    r" and (?:the |our |all )?[a-z-]+(?: [a-z-]+){0,3} (?:at|to|under|below|down|up|of|by|within|over|above) (?:at most |only |just )?$",
    re.I,
)


def _demand_before(before: str, between: str) -> bool:
    """Month-end should be calmer and weekend work at zero: two demands, and the number is of the second."""
    return _HOW_IT_SHOULD_BE.search(before) is not None and _AND_ANOTHER.fullmatch(between) is not None


_COORDINATED = regex(r"(?:,|;| and|, and) (?=[^,;]*$)", re.I)
_PREDICATE_EN = regex(r"(?<![a-z])(?:is|are|be|feels?|stays?|becomes?|gets?|makes?|keeps?)(?![a-z])", re.I)


def _own_clause(scan: Scan, targets: Targets, span: Span, pins: list[Span]) -> bool:
    """Users are happy, and the roll-out is completed: the state of one demand says nothing of how far another goes."""
    if targets.state is None or pins != [targets.state]:
        return False
    first, _ = targets.state
    breaks = _COORDINATED.search(scan.text, span[0], first)
    if breaks is None:
        return False
    before, after = scan.text[: breaks.start()], scan.text[breaks.end() : first].strip()
    told = re.split(r"[,;]| and ", before)[-1]
    state = scan.text[slice(*targets.state)]
    stands_alone = (
        not after or _PREDICATE_EN.match(state) is not None or _PREDICATE_EN.search(after) is not None
    )
    return stands_alone and (_PREDICATE_EN.search(told) is not None or (not after and len(told.split()) > 1))


def _is_second(scan: Scan, pin_end: int, place: int) -> bool:
    """A clause break stands between the number and the loose word, other than the date's or the owner's field."""
    gap = scan.without_dates[pin_end:place]
    return bool(
        re.search(
            r"[、。\n;]|し(?:つつ|、)|(?:し|っ)て(?=[^、。]{2,14}も)|かつ|とともに|と共に|および|及び|また|あわせて",
            gap,
        )
    )


def _in_brackets(text: str, place: int) -> bool:
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)


def _japanese(scan: Scan, told: list[Span], produces: bool) -> list[Span]:
    text = scan.without_dates
    found: list[Span] = list(scan.unanchored_times)
    for name in ("degree", "verbs", "nouns"):
        for match in pattern_of("ja", "vague", name).finditer(text):
            if _inside_a_loan_word(text, match) or _LOOKS_AT_STATE_JA.match(text, match.start() - 1):
                continue
            if name in ("verbs", "nouns") and (
                _is_name_part(text, match)
                or _ASKED_ABOUT_JA.match(text, match.end())
                or _names_who(text, match, told)
                or _LOOKED_AT_JA.search(text, 0, match.end())
            ):
                continue
            if scan.quantities and _LOOKS_JA.match(text, match.start()) and _inside(match, told):
                continue
            if name == "nouns" and not _noun_is_loose(scan, match):
                continue
            if name != "degree" and scan.quantities and any(a <= match.start() < b for a, b in told):
                continue  # CTIの対応区分で集計
            found.append(match.span())
    found += wishes(scan) + _manner_ja(text) + manner_before_act(text)
    return found if produces else found + _empty_predicate_ja(scan, found, told)


_LOOKED_AT_JA = regex(
    r"(?:結果|推移|数字|数値|実績|進捗|達成度|達成率|達成状況|増減|差異)(?:を|について)(?:[^、。\n]{0,6}で)?(?:検討|見直す?し?|考察|考える|考え)$"
)
"""翌週に結果を検討: results looked at."""
_LOOKS_JA = regex(r"(?:様子|状況|具合)を見")


_LOOKS_AT_STATE_JA = regex(r"[一-龥ァ-ヶー]状況を見(?:る(?=$|[会場、。])|て、)")
"""発生状況を見て、所見を貼る: looks at something; 状況を見て is loose."""


_ASKED_ABOUT_JA = regex(
    r"の[一-龥ぁ-ん]{1,5}を(?:聞[くきい]|伺[うい]|うかが|尋ね|たずね|話す|話し合|報告|説明|送[るっり]|配[るっり])"
)
"""育成の悩みを聞く: what the talk is about."""


def _inside(match: re.Match[str], told: list[Span]) -> bool:
    return any(start <= match.start() < end for start, end in told)


def _names_who(text: str, match: re.Match[str], told: list[Span]) -> bool:
    """安全推進の…さん: the work of the one who is named next."""
    return any(
        match.end() <= start <= match.end() + 4
        and re.fullmatch(r"(?:の|・| |担当の?|部|課|室|係|班|役の?)?", text[match.end() : start])
        for start, _ in told
    )


_KATAKANA = regex(r"[ァ-ヶー]")


def _inside_a_loan_word(text: str, match: re.Match[str]) -> bool:
    """ラフに in グラフに, ケア in スキンケアマネ: katakana before or after says that the word goes on."""
    start, end = match.span()
    opens = start > 0 and bool(_KATAKANA.match(text, start)) and bool(_KATAKANA.match(text, start - 1))
    return opens or (bool(_KATAKANA.match(text, end - 1)) and bool(_KATAKANA.match(text, end)))


def _is_name_part(text: str, match: re.Match[str]) -> bool:
    """活用推進チーム, 改善提案書, サポート窓口: part of the name of a thing."""
    if _COMPOUND_JA.match(text, match.end()):
        return True
    if match.group() in ("連携", "サポート", "対応", "拡大", "支援") and re.search(
        r"(?:[A-Za-z]|データ|システム|自動|カレンダー|電話|外部|初期|夜間|休日|土日|メール|チャット|訪問|現地|オンサイト|遠隔|リモート|技術|保守|有償|無償|当社|弊社|御社|貴社|基幹|会計|在庫|受発注|監査|災害|障害|緊急|苦情|来客|法改正|制度改正)$",
        text[: match.start()],
    ):
        return True
    if match.group() == "考える" and re.search(r"たいと$", text[: match.start()]):
        return True
    return bool(re.match(r"(?:未|要|非)$", text[max(0, match.start() - 1) : match.start()])) or bool(
        re.match(r"[^、。\n」]{0,20}」", text[match.end() :])
        and text.rfind("「", 0, match.start()) > text.rfind("」", 0, match.start())
    )


def _noun_is_loose(scan: Scan, match: re.Match[str]) -> bool:
    """体制, 品質 … are loose only as what is to be raised, made or deepened."""
    after = scan.text[match.end() : match.end() + 12]
    return bool(
        re.match(r"(?:を|の|が|も|づくり|作り|へ|に|な|改革|、|。|$)(?!管理|保証|部|課|担当)", after)
    ) and not re.match(r"の?(?:\d|[一-龥]{0,4}(?:率|件数|時間))", after)


def _manner_ja(text: str) -> list[Span]:
    found = [
        match.span()
        for match in _MIMETIC.finditer(text)
        if not re.fullmatch(r"まで.*|それ.*|おの.*|たび.*|ひとり(?:と)?|ふたり(?:と)?", match.group())
    ]
    found += [match.span() for match in _TEKI.finditer(text) if not _CHECKABLE_TEKI.match(match.group())]
    for match in _ADVERB_NI.finditer(text):
        word = match["word"]
        if (
            word not in _CHECKABLE_MANNER
            and not word.endswith(("的", "化", "中", "前", "後", "上", "内"))
            and manner_of(word + "に")
        ):
            found.append((match.start(), match.end()))
    for match in _ADVERB_KU.finditer(text):
        word = match["word"]
        if not re.search(r"(?:な|べ|し|お|ごと|続|含)く$|とく$", word) and manner_of(word):
            found.append(match.span())
    return found


_SAYS_NOTHING_JA = regex(
    r"(?:に)?(?:する|なる|していく|なっていく|させる|いく|ある|行う|もらう|いただく|こと)"
)
_PREDICATE = regex(
    r"[^をにがへで]{1,24}[をにがへで][はも]?(?P<verb>(?:[^をにがへ]|ように|ことに){0,18}?(?:する|させる|していく|ていく|いく|さない|らない|ない|す|く|ぐ|つ|む|ぶ|る|う|もらう|いただく))(?:こと)?$"
)
_BARE = regex(
    r"(?:さらに|また|あわせて)?(?P<verb>[^をにがへで、。]{2,14}?(?:する|させる|していく|ていく|いく|す|く|ぐ|つ|む|ぶ|る|う|もらう|いただく))"
)


def _empty_predicate_ja(scan: Scan, known: list[Span], told: list[Span]) -> list[Span]:
    """The predicate of a clause that names nothing checkable, when no listed word says so already."""
    found: list[Span] = []
    counted = [quantity for quantity in scan.quantities if not is_uncounted(scan.masked, quantity)]
    last = max((quantity.end for quantity in counted), default=0)
    for start, end in scan.segments:
        if start < last or any(start <= span[0] < end for span in (*known, *scan.not_metric)):
            continue
        if last > 0 and any(first < end and start < stop for first, stop in told):
            continue
        clause = scan.without_dates[start:end]
        opens = scan.is_goal and (last > 0 or start == scan.segments[0][0])
        predicate = _PREDICATE.search(clause) or (_BARE.fullmatch(clause.strip()) if opens else None)
        if predicate is not None and not _is_checkable_ja(scan, clause):
            bare = _SAYS_NOTHING_JA.fullmatch(predicate["verb"])
            first = _word_start(clause, predicate.start() if bare else predicate.start("verb"))
            found.append((start + first, start + predicate.end("verb")))
    return found


_CAN_JA = regex(r"[^をにがへで、。\s]{1,12}で$")
_WHILE_JA = regex(r"ら")


def _word_start(clause: str, at: int) -> int:
    """The place where the word begins that a particle seemed to end: 説明で|きる, 話しなが|ら進める."""
    before = _CAN_JA.search(clause[:at]) if clause.startswith("き", at) else None
    if before is not None:
        return before.start()
    return at + 1 if clause[:at].endswith("なが") and _WHILE_JA.match(clause, at) else at


_SCENE = regex(
    r"^(?:誰|だれ|いつ|どこ|何)(?:が|を|に|で|まで)?(?:いつ|何を|どこ(?:で|に)?|誰が)?$|決まって(?:い)?ない|決めて(?:い)?ない|未定|決まらず|たいと(?:考え|思)|(?:てい|でい|されて|になって)る(?:状態)?$|(?:できる|られる)(?:状態|ように)?$|(?:が|も)[^、。]*ない$|ゼロ|以上$|以下$"
)


def _is_checkable_ja(scan: Scan, clause: str) -> bool:
    if _SCENE.search(clause) or _FIELD_JA.search(clause):
        return True
    wished = scan.is_goal and re.search(r"(?:ように|状態に|形に)(?:する|なる|していく|したい)$", clause)
    if concrete_act(scan, clause) and not wished and (not scan.is_goal or names_output(clause)):
        return True
    if not scan.is_goal and _PLAIN_ACT_JA.search(clause):
        return True
    if _SETTLED.search(clause) and not wished:
        return True
    if scan.is_goal and _MOVED_JA.search(clause) and not _UNCOUNTED_JA.search(clause):
        return True
    measured = measures("ja").search(clause)
    return bool(measured and _MOVES.search(clause) and not _UNSCALED.search(clause))


_SETTLED = lazily(
    lambda: regex(
        rf"(?:{alternation(words('ja', 'checkable', 'settled'))})(?:る|す|く|う|む|ける|する|ます)?$"
    )
)
"""手入力を続ける, 従来の保管庫に置く: how a thing is kept or confined can be seen."""
_FIELD_JA = regex(
    r"(?:計測|測定|測|確認|集計|算出|判定|報告|レビュー|振り返|点検|評価|共有|承認|合意|担当|責任|主管|数字を見|状況を見|様子を見て判断)(?:を?する|を行う|します|となる|とする|を?実施する|る|し|す)"
    r"|(?:責任|ボール|担当|数字|旗|指揮|音頭|面倒|手綱|舵|まとめ役|取りまとめ)を(?:持|負|取|担|振|執|見|握)|受け持|引き受け|陣頭に立|買って出"
    r"|(?:\ue000|一度|中間|途中)[^、。\n]{0,24}(?:を?見る|を眺める|を?並べる|を?数える|読み上げる|読み合わせる|[突つ]き合わせる|照らし合わせる|話し合う|出し合う|持ち寄る|語り合う|話題に(?:する|のせる))$"
    r"|(?:期限|期日|目標|上限|下限|基準|対象|起点|終点|納期|締め?切り?|達成日|完了日|評価日|責任者|担当者?|主管|窓口|のみ|だけ|範囲|条件|単位|母数|分母|分子|合格ライン|しきい値|閾値|対象外|範囲外|別契約|別枠|別料金|別途|見送り)と(?:する|します|し|いたします|定める|なる|なります)"
)
_PLAIN_ACT_JA = regex(
    r"(?:貼|配|渡|出|送|書|撮|置|開|呼|集め|決め|選|消|加え|載せ|並べ|分け|移|止め|押さえ|借り|届け|持参|もら|いただ|頂|受け|取|付け|外|入れ|聞|尋ね|訪ね|伺|会)[ぁ-ん]{0,4}$|いただく$|もらう$"
)
_UNSCALED = lazily(lambda: regex(rf"(?:{alternation(words('ja', 'metric', 'unscaled'))})[をが]"))
_MOVED_JA = regex(
    r"(?P<what>[一-龥々ァ-ヶーA-Za-z]{2,})(?:を|が)(?:(?:減ら|増や|削減|半減|なく|無く|ゼロ(?:に|へ))[^をがに、]{0,6}|(?:減|増)[らすえるっ][^をがに、]{0,6})$"
)
_UNCOUNTED_JA = regex(
    r"(?:感|性|力|意識|負担|負荷|ムダ|無駄|ムラ|ムリ|手間|ストレス|不安|不満|疲れ|疲弊|もやもや|モヤモヤ|課題|悩み|壁|溝|ギャップ|温度差|距離|摩擦|属人化|形骸化|縦割り|リスク|迷い|戸惑い|抵抗|ロス感|煩わしさ|面倒|しがらみ|思い込み|余裕|ゆとり|笑顔|機会|接点|選択肢|つながり|ファン|仲間|味方|やりがい|会話|対話|交流|活気|自信|信頼|満足|価値|魅力|成功体験|体制|業務|仕事|作業|やり取り|やりとり|[さ]|もの|こと|思い|想い|気持ち)(?:を|が)(?:減|増|な|無|ゼ|削|半)"
)
"""停電を減らす: what can be counted moves; 手間を減らす does not say by what."""
_MOVES = regex(
    r"防|減ら|削減|短縮|圧縮|上げ|高め|増や|下げ|伸ば|な[くし]|無く|ゼロ|抑え|獲得|達成|超え|到達|早く|短く|少なく|維持|保つ"
)


def _second_en(gap: str, after: str) -> bool:
    return bool(
        re.search(r"[;.\n]|, (?:and|also|plus|while)? ?| and (?:also )?(?!\d)| while | plus ", gap)
    ) and not re.search(r"\($|(?:through|via|using|by(?! itself| themsel| hand)|with|thanks to)[a-z ]*$", gap)
