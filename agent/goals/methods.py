"""How the result is measured, from what source, or by whom it is judged."""

from __future__ import annotations

import re

from agent.calendar.only_where import only_where
from agent.calendar.patterns import regex
from agent.goals.not_methods_en import DONE_THERE_EN, OUTSIDE_EN, SIGNED_IN, noun_with_a_day
from agent.goals.scan import Scan
from agent.goals.targets import Targets
from agent.goals.ways_en import way_en
from agent.goals.ways_ja import way_ja
from agent.goals.words import alternation, lazily, pattern_of, words

_VERB_JA = lazily(
    lambda: only_where(
        regex(alternation(words("ja", "method", "verbs"))),
        regex(
            rf"(?P<by>[^、。\n;:()]{{1,28}}?)(?:で|にて|から|より|を(?:基|もと|元)に|により|による|によって|ベースで|を用いて|を使って|上で|に基づ(?:き|いて))(?:[^、。\n()]{{0,10}}?)(?:{alternation(words('ja', 'method', 'verbs'))})"
        ),
    )
)
_BY_SOURCE_JA = lazily(
    lambda: regex(
        rf"(?:{alternation(words('ja', 'method', 'sources'))})(?:ベース|基準|上の?(?:数値|値|件数)|に(?:よる|より)|から(?:抽出|算出|集計|割り出|拾[いうっ]|引[いきく]|取[るりっ]|出す|出し)|を(?:毎月|毎週|月次|四半期)?(?:集計|確認|計測|参照|見て|もとに|基に)|の(?:数値|値|集計|平均|結果|件数|合計|時刻差|比較|推移)(?:で|を|により|$)|が(?:根拠|エビデンス))"
    )
)
_SAID_BY_JA = regex(
    r"を(?:突合|照合|突き合わせ)|(?:部|課|室|チーム|事務局|社|局|省|庁|センター|院)(?:調べ|集計|算出|計測|測定)(?=[、。\n)]|$)|(?:決裁|判定|承認|検収|採点)(?:者)?[:=]"
)
_LABEL_JA = lazily(
    lambda: regex(
        rf"(?:^|[、。\n;()・ /】])[(\[【]?(?:{alternation(words('ja', 'method', 'labels'))})[】\])]?(?:は|:|=|、|/)(?=[^。\n])"
    )
)
_JUDGED_ACT_JA = regex(
    r"(?:承認|検収|合格|認定|決裁|サインオフ|採点|判定)(?:を|済|され|$|[、。)\n」])|(?:監査人|審査員|審査会|監査法人|評価者|調査員|委員会|第三者|外部|監査|審査)の(?:評価|判定|審査|採点|格付け?|所見|講評)で|(?:の|が)OK(?:を?(?:もら|出|得|と[るっ]|取|いただ)|が出)|(?:が|に|で)(?:[^、。\n]{0,10})(?:をチェック|チェックする|検収|(?:採点|判定)(?!支援|システム|ツール|アプリ|業務|作業|時間|基準)|を評価)"
    r"|(?:が|も)(?:[^、。\n]{0,8}?)(?:ハンコ|はんこ|判子|印鑑|押印|捺印|署名|サイン|花押|お墨付き|太鼓判|ゴーサイン|GOサイン|合否|可否|良否|適否|是非)(?:を|が|に)?(?:押|つ[いく]|付け|得|もら|頂|いただ|出|する|し|決め|判|断|下[しす]|言い渡|$|[、。)])"
    r"|で(?:合否|可否|良否|適否|成否|達成度?|当落|優劣)(?:を|が)?(?:付け|つけ|判|決め|決ま|見|確かめ|判る|分か|わか|断)"
    r"|(?:長|者|員|役|様|氏|さん|担当|本人|現場|社長|顧客)の(?:肌感覚?|感触|実感|主観|体感|心証|印象|感想|目利き|目視|一存|口頭|声|見立て|胸三寸)で"
)
_TEST_JA = regex(
    r"(?:アンケート|調査|サーベイ|テスト|検定|試験|口頭試問|実技|模試|模擬試験|技能審査|筆記|面接|問診|診断|NPS調査|満足度調査)(?:\(|で|にて|の(?:設問|項目|問\d|問い|結果|平均|回答(?!率|数|者)|スコア|5段階)|(?:5|4|10|7)段階|を(?:実施|行)|にお(?:いて|ける)|[^、。\n]{0,6}(?:実施|測定|計測|結果))"
)
_VERB_EN = lazily(lambda: regex(
    r"(?<![a-z])(?:(?:as )?(?:measured|tracked|calculated|counted|verified|judged|assessed|evaluated|validated|confirmed|scored|audited|reported|logged|recorded|monitored|shown|seen|taken|pulled|sampled|sourced|read|checked|computed|benchmarked) (?:in|by|via|with|from|through|using|on|against|at|per|weekly in|monthly in|quarterly in|out of|off)|measured|according to|based on|(?:measure|track|verify|validate|count)(?:s|d|ed)? (?:it |this |them |the \w+ )?(?:in|by|via|with|from|through|using|on)|(?:keep|keeps|kept|keeping|run|runs|hold|holds) (?:the |a |an |its |our )?(?:running )?(?:score|count|tally|tab|tabs|log|record|track|book|toll) (?:of it |of them )?(?:from|in|on|with|via|using|off|against|by)|(?:read|reads|counted|counts|tallied|taken|pulled|drawn|added up|worked out|derived|lifted|culled) (?:off|from|out of|up from) (?:the |our |their )?(?=[a-z]))(?![a-z])", re.I
))  # fmt: skip
_MEETING_EN = regex(
    r" (?:the |our |each |every |a )?(?:(?!each |every |per )[a-z-]+ ){0,4}?(?:sync|meeting|stand-?up|call|review|qbr|ebr|retro|check-in|steerco|committee|board|monday|tuesday|wednesday|thursday|friday|week|month|quarter)s?(?![a-z])", re.I
)  # fmt: skip
_LABEL_EN = lazily(
    lambda: regex(
        rf"(?:^|[,;(\n/-] ?|\. )(?:{alternation(words('en', 'method', 'labels'))})(?: is| are)?[:=] ?(?=\S)",
        re.I,
    )
)
_FROM_SOURCE_EN = lazily(
    lambda: regex(
        rf"(?<![a-z])(?:per|from|in|via|using|by|on|according to|through|out of|with|see|against) (?:the |our |their |your |a |an |each |monthly |weekly |quarterly |annual )*(?:(?:[A-Za-z&'/-]+|\d+-[a-z]+|20\d\d) ){{0,4}}?{alternation(words('en', 'method', 'sources'))}(?![a-z])(?! (?:quality|hygiene|entry|model|literacy|protection|governance|culture|privacy|skills|owner|owners|team|time|times|rate|rates|format|template|templates|mindset|migration|sharing|cost|costs|spend|spending|budget|budgets|growth|plan|planning|reduction|forecast|error|errors|ins|backlog|turnaround|cleanup|clean-up|in (?:hand|place|use|their hands)|it|them|this)(?![a-z]))",
        re.I,
    )
)
_GOING_BY_EN = regex(
    r"(?<![a-z])(?:as per|according to|going by|judging by|based on|on the basis of|on the evidence of|in the eyes of|in the view of|in the opinion of|in the judgement of|in the judgment of|by the reckoning of|as seen by|as shown by|as told by|as booked in|as booked by) (?!(?:plan|agreed|agreement|contract|schedule|promise|usual|need|demand|request)(?![a-z]))(?:the |our |their |a |an |what |monthly |weekly |daily )*[A-Za-z]"
    r"|(?<![a-z])(?:sampled|checked|counted|verified|inspected|audited|scored|rated|assessed|graded|judged|tested|measured|timed|tallied|spot-checked) (?:every|each|once a|twice a|weekly|monthly|quarterly|daily|yearly|annually)(?: [a-z]+){0,2} by (?=[a-z])"
    r"|(?<![a-z])(?:confirming|verifying|certifying|attesting|validating|countersigning|vouching)(?=[.;,)]|$| it| them| each)|(?<=[.;,(] )source (?!of|to|from|for|and|more|new|the|a|in|by)(?=[a-z])|(?<![a-z])(?:gl|ledger|nominal|cost|general ledger) (?:account|code|centre|center) \d+"
    r"|(?<![a-z])(?:samples?|sampling|spot[- ]checks?|time stud(?:y|ies)|test|count|recount|audit|survey|poll|inspection) of (?:about |at least )?\d+",
    re.I,
)
"""as per the weighing slips, a sample of 50 parts."""
_HELD_AGAINST_EN = regex(
    r"(?<![a-z])(?:check|tick|test|match|compar|reconcil|verif|validat|prov|measur|count|calibrat|tie|mark|proof|cross|weigh|benchmark|fill|sampl|inspect|review|trace|map|tally|prick|square|read)[a-z]*(?: [a-z0-9'-]+){0,7}? (?:off |up |back )?against (?:the |our |their |a |an |its |his |her |last |each )+(?!plan(?![a-z])|target|goal|deadline|clock|odds|promise|budget(?! file)|competit)[a-z]",
    re.I,
)
"""ticks them off against the GL list: what it is held against."""
_INITIALS_EN = regex(
    r"(?<![a-z])(?:have|has|get|gets|let|lets|ask|asks) (?:the |our |their |its )?[A-Za-z][A-Za-z' -]{1,28}? (?:to )?(?:initial|countersign|witness|stamp|verify|check|proof|vet|validate|certify|attest) (?:it|them|this|each|all|the [a-z]+)(?![a-z])",
    re.I,
)
"""have the union rep initial it: who judges."""
_LAST_ONE_EN = regex(
    r"(?:in|at|from|on|by|with|see|against|per) (?:the |our |their )?(?:last|latest|previous|prior|most recent|first|initial|baseline) ",
    re.I,
)
"""16% in the last audit: when the present figure was found."""
_STUDY_EN = regex(
    r"(?<![a-z])(?:time[- ]stud(?:y|ies)|sampling|headcount check|spot checks?|mystery shop\w*|benchmark(?:ing)?|stock ?take|physical count|before/after comparison|a/b test)(?![a-z])",
    re.I,
)
_EVIDENCE_EN = regex(
    r"(?<![a-z-])(?:is|as|are) (?:the |our )?(?:evidence|source|proof|measure|reference|yardstick|data source)|(?<![a-z-])(?:evidence|proof) (?:is|from|in)",
    re.I,
)
_JUDGING_EN = regex(
    r"(?<![a-z])(?:[a-z]+'s|[a-z]+s'|his|her|their|its) (?:own )?(?:word(?= for|[.,;]|$)|impression|impressions|gut feel(?:ing)?|say-so|verdict|eyeballing|rule of thumb|hunch|best guess|own estimate|sense of it|ear|opinion)(?![a-z])|(?<![a-z])(?:scores?|rates?|grades?|judges?|counts?|tall(?:y|ies)|assess(?:es)?|verif(?:y|ies)|certif(?:y|ies)|inspects?) (?:it|them|this|each|the (?:results?|outcome|output|themes|answers|work))(?![a-z])"
    r"|(?<![a-z])witness(?:es)? (?:each|it|them|the)(?![a-z])|(?<![a-z])signs? (?:it|them|each|this) off(?![a-z])|(?<![a-z])gives? (?:the |its |a )?(?:final )?(?:ok|okay|go-ahead|nod|thumbs[- ]up)(?![a-z])",
    re.I,
)
"""Who says that it is good: the observer scores it, the VP gives the final OK."""
_JUDGE_EN = lazily(
    lambda: regex(rf"(?<![a-z])(?:{alternation(words('en', 'method', 'judges'))})(?![a-z])", re.I)
)


_OF_JUDGING_EN = regex(
    r" (?:process|workflow|flow|time|rate|route|cycle|matrix|steps?|times|requests?|chain|path|form|limits?|threshold|levels?|queue|backlog|hierarchy|authority|policy|criteria|loop|loops)(?![a-z])",
    re.I,
)


def _own_act(scan: Scan, judge: re.Match[str]) -> bool:
    """Procurement to sign off the protocol: signing is itself what the owner is to do."""
    from agent.goals.owners import owner_of

    if scan.is_goal or not re.match(r"(?:approve|sign off|accept|endorse)s?(?![a-z])", judge.group(), re.I):
        return False
    owner = owner_of(scan)
    return (
        owner is not None
        and re.fullmatch(r"(?: (?:to|will|shall|must))? ", scan.text[owner[2] : judge.start()]) is not None
    )


_MAKES_READY_EN = regex(
    r"(?:[A-Z][\w.&' -]{1,30} )?(?:to )?(?:prepare|draft|plan|schedule|book|set up|write|design|organi[sz]e)s? (?:the |our |an? )?(?:[a-z]+ )?accept",
    re.I,
)
"""Prepare the acceptance test: nobody has judged yet."""
_LEFT_OPEN_EN = regex(
    r"(?<![A-Za-z])(?:to be|yet to be|still to be|not yet|tbd|pending) [a-z]+(?: with)?$", re.I
)
"""Amount to be agreed with …: nothing judged yet."""


def method_span(scan: Scan, targets: Targets) -> tuple[int, int] | None:
    """Where the method or judge is named; None when nothing says how it is measured."""
    return _english(scan, targets) if scan.language == "en" else _japanese(scan, targets)


def _japanese(scan: Scan, targets: Targets) -> tuple[int, int] | None:
    text = scan.text
    judged = _judge_ja(scan)
    if judged:
        return judged
    if not scan.is_goal:
        from agent.goals.sources_ja import sampled_ja

        held = _COMPARED_WITH_JA.search(text) or _CHECKED_BY_JA.search(text) or _KEPT_RECORD_JA.search(text)
        if held:
            return held.span()
        return _label(scan, _LABEL_JA) or _measured_action_ja(scan) or sampled_ja(scan) or way_ja(scan)
    label = _label(scan, _LABEL_JA)
    if label:
        return label
    for match in _VERB_JA.finditer(text):
        if any(0 <= cadence.end() - match.end("by") <= 1 for cadence in scan.cadences):
            continue  # 隔月で結果を見る: how often, not by what
        if _is_source_like(match["by"]) or re.search(
            r"(?:計測|測定|測る|測り|算出|算定|集計|判定|カウント|実測)$", match.group()
        ):
            return match.span()
    for pattern in (_BY_SOURCE_JA, _TEST_JA, _SAID_BY_JA, _COUNTED_BY_JA, _COMPARED_WITH_JA):
        named = pattern.search(text)
        if named and not (pattern is _TEST_JA and _IS_SCORED_JA.match(text, named.start())):
            return scan.segment_at(named.start())
    from agent.goals.sources_ja import by_thing_ja, looked_at_ja, source_field_ja

    return source_field_ja(scan) or looked_at_ja(scan) or way_ja(scan) or by_thing_ja(scan)


_IS_SCORED_JA = regex(r"(?:テスト|検定|試験)の?(?:平均|結果|得点|正答|スコア|点数)[^、。\n]{0,6}\d")
"""テストの平均点61点→80点: the test is what is to rise, not how something else is measured."""


_OF_A_PAPER_JA = regex(
    r"(?:^|[はがにで、。])[^、。\n]{0,12}(?:書|案|計画|図|図面|表|稿|版|仕様|見積り?|予算|資料|方針|設計|規程|規定|契約|申請|手順|条件|要件|範囲|日程|体制)の$"
)
"""仕様書の承認を得る: what is approved, not by whom."""
_GOT_FROM_JA = regex(r"を[^、。\n\d]{2,16}(?:から|より|に)(?:得|取得|もら|いただ|頂|取り付)")
"""移行計画書の承認を情報統括役員から得る: whose approval it is."""
_AUTHORITY_JA = regex(
    r"(?:監査法人|監査人|会計監査人|審査機関|審査員|認証機関|検査機関|検査員|試験機関|登録機関|格付機関|格付会社|調査会社|調査機関|第三者機関|外部機関|所轄|監督官庁|保健所|消防署|労基署|税務署|会計士|税理士|社労士|弁護士|顧客の?検収担当|外部の?専門家|専門家|評価機関)(?:が|に|の|による|から|より|も)(?:[^、。\n]{0,12})(?:確かめ|確認|検査|点検|審査|認証|登録|証明|証書|証|判定|判断|評価|認め|合格|報告書|意見|お墨付き|測|計)"
)
"""監査法人が確かめる: who judges from outside."""


def _judge_ja(scan: Scan) -> tuple[int, int] | None:
    authority = _AUTHORITY_JA.search(scan.text)
    if authority:
        return authority.span()
    act = _JUDGED_ACT_JA.search(scan.text)
    if act is None or re.search(r"申請|稟議$", scan.text[max(0, act.start() - 2) : act.start()]):
        return None
    if (
        not scan.is_goal
        and _OF_A_PAPER_JA.search(scan.text[: act.start()])
        and not re.search(
            r"(?:会|会議|部|課|室|長|様|者|役|局|人|社)(?:で|から|より|にて|の)", scan.text[: act.start()]
        )
        and not _GOT_FROM_JA.search(scan.text, act.start())
    ):
        return None
    start, _ = scan.segment_at(act.start())
    span = min(start, act.start()), act.end()
    return None if _only_looks_now_and_then(scan, span) else span


def _only_looks_now_and_then(scan: Scan, span: tuple[int, int]) -> bool:
    """課長が月末ごとに数値をチェック: a review of the figures, wherever they come from."""
    often = any(span[0] <= cadence.start() and cadence.end() <= span[1] for cadence in scan.cadences)
    return often and _BARE_FIGURES_JA.search(scan.text, *span) is not None


_BARE_FIGURES_JA = regex(
    r"(?:^|[にでがは、,回次度ごと毎末月週期日朝])(?:数値|数字|結果|推移|進捗|進み(?:具合)?|実績|状況|達成状況|進捗状況|達成度|様子|動き|KPI|指標|これ|それ|値)(?:を|が|の)(?:チェック|評価|確認|点検)"
)
_COMPARED_WITH_JA = regex(
    r"[一-龥々ァ-ヶーA-Za-z]{2,}(?<!実績)(?<!計画)(?<!目標)(?<!予算)(?<!前年)(?<!前月)(?<!前回)(?<!想定)と(?:の?(?:照合|突合|突き?合わせ|照らし?合わせ|付き?合わせ)|見比べ|照らし合わせ|突き合わせ|つき合わせ|引き比べ|引き当て)"
)
"""検査成績書と照らし合わせて: what it is held against."""
_CHECKED_BY_JA = regex(
    r"(?:[しりいきえてでみちせけめ]|登録|作成|送付|配布|提出|設定|移行|入力|整備|準備|発送|展開|実施|更新|交換)、[^、。\n]{0,16}を?(?P<who>[^、。\n:()を]{1,14}(?:長|者|役|部|課|室|様|さん|氏|担当|役員|監査|法務|情シス))が(?:[^、。\n]{0,12}?)(?:確認|検収|承認|検証|査閲|点検|チェック|立ち?会|照合|突合|検品|検算)(?:する|した?|を?行|$|[、。)])"
)
"""…を回し、差異ゼロを給与課長が確認する: another does it, this one judges."""
_KEPT_RECORD_JA = regex(
    r"[一-龥々ァ-ヶーA-Za-z]{2,}の(?:記録|実測値?|測定値|計測値|写真|検査票|結果票|波形|画像|動画|ログ|証跡|控え|証憑)を(?:残|取|採|つけ|付け|保存|撮|添付|綴|そろえ|揃え|集め)"
    r"|[一-龥々ァ-ヶーA-Za-z]{2,}との(?:差異?|ずれ|ズレ|違い|食い違い|不一致|誤差|一致)を(?:数え|計|測|量|確かめ|調べ|突き|洗い|拾|見て|出し|みる)|(?:照合|突合|検算|検証|実査|検品|検針)(?:の)?結果を"
    r"|(?:^|[。\n])[^、。\n]{1,14}が[^、。\n]{0,10}(?:照合|検証|点検|検算|突合)(?:する|した?|を?行|$|[、。)])"
    r"|[一-龥々ァ-ヶーA-Za-z]{1,8}(?:士|者|長|部|課|室|様|さん|氏|法務|監査|情シス|法人|会社)(?:の|による)?(?:チェック|確認|点検|検算|監修|査読|レビュー|承認|検収|検証)済み?"
)
"""テスターの記録を残す, 元帳との差を数え, 社労士チェック済み: what it is held against, or by whom."""
_ACTION_MEASURED_JA = regex(
    r"(?:テスト|ユーザー|\d名|環境|本番|検証機)[^、。\n]{0,8}で[^、。\n]{0,8}(?:確認|検証)(?!会)|(?:ログ|実績|台帳|管理画面|レポート|データ|アンケート|テスト|記録)(?:で|にて|により|から)(?:[^、。\n]{0,8})(?:計測|測定|集計|算出|判定|カウント|完了を?確認|効果を?(?:測定|確認))|理解度(?:テスト|確認テスト)で|[一-龥ァ-ヶーA-Za-z]{2,}(?<![部課室者様会社所店場局長庫])で(?:照合|突合|突き合わせ|見比べ|検算)|\d段階の?(?:評価|採点|評定)|アンケート(?:で|により)(?:満足|理解|効果)"
)


def _measured_action_ja(scan: Scan) -> tuple[int, int] | None:
    match = _ACTION_MEASURED_JA.search(scan.text)
    return match.span() if match else None


_BY_SOMEBODY = lazily(
    lambda: regex(
        rf"(?:双方|両者|両名|二者|全員|一緒|{alternation(words('ja', 'owner', 'titles'))}|{alternation(words('ja', 'owner', 'honorifics'))})$"
    )
)
_COUNTED_BY_JA = regex(
    r"[一-龥々ァ-ヶA-Za-z]{2,}(?:さん|様|氏)?が(?:毎[月週日朝晩夕回期]|月次で|週次で|都度|その都度|(?:月|週|期|年度)[末初頭]に)?(?:(?:集計|記録|計測|測定|算出|採点|カウント|実測|抽出|照合|突合|検算|実査|秤量)(?:し?て|する|し|)(?=$|[、。\n)/;])|数え(?:て|る|ます|た|、|$))"
)
"""漆原様が記録: who counts is a method too."""


def _is_source_like(by: str) -> bool:
    if _BY_SOMEBODY.search(by):
        return False
    return bool(
        pattern_of("ja", "method", "sources").search(by)
        or re.search(r"[A-Za-z]{2,}|画面|表|簿|票|書$|システム", by)
    )


def _label(scan: Scan, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    match = pattern.search(scan.text)
    if match is None:
        return None
    _, end = scan.sentence_at(match.end())
    return match.start() + (match.group()[0] in "、。\n;()・ /,-"), max(end, match.end() + 1)


def _told_by(text: str, match: re.Match[str]) -> bool:
    """reported by the fleet superintendent: who has the number, not how it is measured."""
    if re.fullmatch(r"(?:as )?(?:reported|tracked|monitored) by", match.group(), re.I) is None:
        return False
    from agent.goals.parties_en import party_of

    rest = re.match(r" ([^,;.()\n]+)", text[match.end() :])
    if rest and OUTSIDE_EN.search(rest[1]):
        return False
    return rest is not None and party_of(rest.group(1)) in ("person", "role")


_AT_EASE_EN = regex(
    r"(?<![a-z])(?:empowered|driven|led|backed|powered|guided|informed|fuelled|fueled|shaped|supported|inspired|energi[sz]ed|run|ruled|comfortable|happy|happier|familiar|at ease|at home|satisfied|confident|fluent|live|good|better|queries|questions|training|trained) $",
    re.I,
)


def _names_no_source(text: str, match: re.Match[str]) -> bool:
    """in the last audit: when; comfortable with reports, queries on ESG data: what it is about."""
    if _LAST_ONE_EN.match(match.group()):
        return True
    about = match.group().lower()
    return (
        _AT_EASE_EN.search(text[: match.start()]) is not None
        or (
            about.startswith(("in", "through", "via", "on", "into", "using", "with"))
            and DONE_THERE_EN.search(text[: match.start()]) is not None
        )
        or re.fullmatch(r"on (?:the )?(?:[a-z]+ )?data", about) is not None
    )


def _english(scan: Scan, targets: Targets) -> tuple[int, int] | None:
    text = scan.text
    judge = next((m for m in _JUDGE_EN.finditer(text) if not _OF_JUDGING_EN.match(text, m.end())), None)
    if (
        judge
        and not _own_act(scan, judge)
        and not any(0 <= m.start - judge.end() <= 5 for m in scan.mentions if judge.group().endswith("by"))
        and not _LEFT_OPEN_EN.search(text[: judge.end()])
        and not (_MAKES_READY_EN.match(text) and not scan.is_goal and "accept" in judge.group().lower())
        and (
            scan.is_goal
            or re.search(
                r"sign|approv|accept|certif|endorse|validated|verified|judged|checked by|confirmed by|tested by|(?:witness|inspect|audit|assess|grad|scor|rat|vett|review|proof)[a-z]* by",
                judge.group(),
                re.I,
            )
        )
    ):
        return scan.segment_at(judge.start())
    label = _label(scan, _LABEL_EN)
    if label:
        return label
    judging = _JUDGING_EN.search(text)
    if judging:
        return scan.segment_at(judging.start())
    stamped = re.search(
        r"(?<![a-z])(?:time ?stamps?|audit trail|change log|scan data|sensor data|meter readings?|badge data|telemetry)(?![a-z])",
        text,
        re.I,
    )
    if stamped and scan.is_goal:
        return scan.segment_at(stamped.start())
    measured = next(
        (
            m
            for m in _VERB_EN.finditer(text)
            if not _MEETING_EN.match(text, m.end())
            and not _told_by(text, m)
            and not noun_with_a_day(scan, m)
            and not SIGNED_IN.search(text, 0, m.end())
        ),
        None,
    )
    if measured:
        _start, end = scan.segment_at(measured.start())
        return measured.start(), max(end, measured.end())
    if not scan.is_goal:
        from agent.goals.sources_en import kept_record_en

        held = _HELD_AGAINST_EN.search(text, 1) or _INITIALS_EN.search(text)
        return held.span() if held else kept_record_en(scan) or way_en(scan)
    evidence = _EVIDENCE_EN.search(text) or _STUDY_EN.search(text) or _GOING_BY_EN.search(text)
    if evidence:
        return scan.segment_at(evidence.start())
    named = next((m for m in _FROM_SOURCE_EN.finditer(text) if not _names_no_source(text, m)), None)
    if named:
        return named.span()
    from agent.goals.sources_en import source_field_en

    return source_field_en(scan) or way_en(scan)
