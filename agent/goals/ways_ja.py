"""Ways a Japanese text says that something is measured, other than by naming a record: 巡回チェックで, 5段階で回答, 確認:工場長."""

from __future__ import annotations

import re

from agent.calendar.only_where import only_where
from agent.calendar.patterns import regex
from agent.goals.scan import Scan

Span = tuple[int, int]

_CHECKED_FOR_RATE = only_where(
    regex(r"で|から"),
    regex(
        r"(?:チェック|点検|パトロール|巡視|巡回|見回り|検査|監査|実査|査察|巡検|検針|カウント|計数|数え上げ|聞き取り|試問|実技|面談|検品|秤量|計量|測量|試走|試算|試運転)(?:の結果)?(?:で|から)(?:の)?[^、。\n\dを]{0,6}(?:率|割合|点数|\d[\d.,]*(?:%|割|点)|確かめ|判定|見極め)"
    ),
)
"""巡回チェックで実施率100%: what is found in going round."""
_ON_A_SCALE = only_where(
    regex(r"段階|点満点|\d択|尺度"),
    regex(
        r"(?:\d{1,2}段階|\d{1,3}点満点|[2-9]択|(?:リッカート|評価)尺度)(?:で|に)[^、。\n]{0,14}?(?:回答|評価|採点|自己採点|申告|評定|投票|付け|つけ|記入|答え)"
    ),
)
"""5段階で生徒が回答: who answers, on what scale."""
_TAKEN_OUT = only_where(
    regex(r"無作為|ランダム|抜き"),
    regex(
        r"(?:無作為|ランダム|アトランダム|任意)(?:に|で)?[^、。\n]{0,10}(?:抜|抽出|選|拾|点検|調べ|確認|検査)|(?:抜き取っ|抜き出し|抜い)て?[^、。\n]{0,8}(?:点検|検査|確認|調べ|数え|照合|測|計)|抜き打ち(?:で|の)?[^、。\n]{0,6}(?:点検|検査|確認|調べ|チェック|監査)"
    ),
)
"""無作為に100件抜き取って点検: what part of all is looked at."""
_SURVEYED = only_where(
    regex(r"調査|アンケート|サーベイ|格付|審査|診断|監査"),
    regex(
        r"(?:覆面|満足度|意識|実態|外部|社内|社外|読者|顧客|利用者|住民|患者|保護者|職員|従業員|ES|CS|パルス|第三者|現況|定点)?(?:調査|アンケート|サーベイ|格付け?|審査|診断|監査)(?:の)?(?:評価|評点|総合)?(?:が|は|で|:)?\d[\d.]*(?:点|段階|/)"
    ),
)
"""覆面調査80点以上: found by a survey."""
_READ_OFF = only_where(
    regex(
        r"を(?:拾|取|とる|とり|読|見|集め|吸い上げ|追|使|用い|採用|基準|物差し)|の(?:回答|集計|枚数|投票|記入)|に(?:正の字|シール|印を|チェック|記[録入]|書き)"
    ),
    regex(
        r"(?:信号|波形|ログ|数値|実績値?|足跡|時刻|履歴|記録|伝文|電文|データ|カウンター?|出力|目盛り?|メーター)を(?:拾[うっい]|取[るっ得り込]|と[るっり]|読[むみん]|読み取|吸い上げ|追[うっい])|(?:模試|検定|テスト|試験|指標|スコア|調査票?|アンケート|評価表|チェック表|基準表|尺度)を(?:使[うっい]|用い|使用|採用|基準|物差し|もと)"
        r"|(?:はがき|ハガキ|カード|用紙|フォーム|投書|付箋|シール|投票|QR|ボタン|札)の(?:回答|集計|記入|投票|枚数|結果|数)|(?:ノート|カレンダー|ホワイトボード|白板|手帳|ボード|台帳|日誌|日報|帳面|壁)に(?:正の字|シール|印を?|チェック|記録|書き|書く|記入|付け|つけ)"
        r"|(?:メーター|計器|センサー|カメラ|カウンター|ゲージ|秤|はかり)で[^、。\n]{0,8}(?:別に?|ごとに?|単位で?|$|[、。)])|が[^、。\n\d]{0,8}\d+[枚件本個点人社台票](?:を)?(?:抽出|抜[きい]|点検|確認|検査|照合|チェック|調べ)"
    ),
)
"""PLCの信号を拾う, はがきの回答, 受付ノートに正の字: where the number is read off."""
_SAYS_SO = only_where(
    regex(r"と[^、。\n]{1,12}(?:が|は|も)"),
    regex(r"[」』]と[^、。\n]{1,12}(?:が|は|も)(?:認め|評価|判断|答え|回答|判定|感想|評す)"),
)
"""「判断が早くなった」と社長が認める, 部長が採否を決める: who judges."""
_DECIDES = only_where(regex(r"否を"), regex(r"が(?:採否|当否|成否|要否|諾否)を(?:決め|判|下)"))
_JUDGED_FIELD = only_where(
    regex(r"[:=]"),
    regex(
        r"(?:^|[、。\n;()/ 】])(?:最終|内容|出来|結果|実物)?(?:確認|検証|チェック|査閲|照査|検印|レビュー|検図|校閲|検算|監修|立ち?会い?|審査|査読)者?[:=](?=(?:[^\d、。\n]{1,16}(?:長|者|役|部|課|室|様|さん|氏|担当|役員|法務|情シス|監査|CSM|先生|主任)))"
    ),
)
"""確認:工場長: whoever checks, in a field of its own."""
_CONFIRMED_BY_TEST = only_where(
    regex(r"で|にて"),
    regex(
        r"(?:口頭試問|試問|実技|確認テスト|小テスト|理解度テスト|ロールプレイ?|ロープレ|実演|抜き打ち|抜き取り|聞き取り|実機|実地|模擬(?:訓練|操作)?|立ち?会い|面談|照合|目視)(?:で|にて|により)[^、。\n]{0,8}(?:確かめ|確認|判定|測|見極め|採点|評価|検証)"
    ),
)
"""班長が口頭試問で確かめる."""


def way_ja(scan: Scan) -> Span | None:
    """Where the way of measuring stands in folded text; of an action only judges, samples and tests."""
    patterns: tuple[re.Pattern[str], ...] = (_TAKEN_OUT, _CONFIRMED_BY_TEST, _JUDGED_FIELD, _ON_A_SCALE)
    if scan.is_goal:
        patterns = (_CHECKED_FOR_RATE, _SURVEYED, _READ_OFF, _SAYS_SO, _DECIDES, *patterns)
    for pattern in patterns:
        if match := pattern.search(scan.text):
            return match.span()
    return None
