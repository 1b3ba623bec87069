"""Tools that a sentence names with the work done in them ("在庫はXで管理している", "documents live in X")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.drafting.notes.tool_items import NO_NAME, ToolItem
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

CUES = cues("agent.drafting.notes", "tools")
JAPANESE_NAME = (
    r"(?:「(?P<quoted>[^」]{2,20})」|(?P<bare>[ァ-ヴー]{3,}\d*[A-Z]{0,4}|[A-Z][A-Za-z0-9+.&-]*(?: [A-Z][A-Za-z0-9+.&-]*){0,2}|"
    r"共有フォルダ|表計算(?:ソフト)?|ファイルサーバー?|社内ポータル))"
)
ENGLISH_NAME = r"(?P<name>[A-Z][A-Za-z0-9&-]*(?:\.[a-z]+)?(?: [A-Z][A-Za-z0-9&-]+)?)"
DOES = r"(?:管理|運用|記録|作成|作って|集計|共有|やって|行って|見て|回して|入力|つけて|配って|配布)"
HOLDS = r"(?:入って|置いて|保存|入力して|登録して|上げて|まとめて|残って)"
IN_USE = re.compile(
    rf"(?:(?P<purpose>[一-龠ァ-ヴーA-Za-z]{{2,10}})(?:は|を))?{JAPANESE_NAME}"
    rf"(?:(?:の[一-龠ァ-ヴー]{{2,6}})?(?:を使って(?!も)|を利用して|で{DOES}|に{HOLDS})|という(?:名前の)?(?:システム|ツール|アプリ|ソフト|サービス)|も併用|を併用|"
    r"を(?:入れて|導入して|契約して)い|が(?:入って|動いて)い|と(?:連携|つな(?:ぎ|げ|が)|重複|かぶ)|との(?:連携|重複|使い分け|二重)|から(?:出力|ダウンロード|取り込|転記)|に(?:転記|打ち込))"
)
USED_FOR = re.compile(
    rf"(?:^|[、。がは])(?P<purpose>[一-龠ァ-ヴーA-Za-zのとや・]{{2,16}}?)(?:に|のために|で)(?:使って|利用して)(?:いる|います|る){JAPANESE_NAME}"
)
BY_NOW = re.compile(
    r"(?:いま|今|現在|現状|これまで|普段|ふだん|従来)(?:は|も|の)?、?[^。、]{0,12}?"
    r"(?P<bare>[A-Za-z][A-Za-z0-9+.&-]*(?: [A-Z][A-Za-z0-9+.&-]*)?|[ァ-ヴー]{3,}\d*|表計算)(?:と[^。、]{1,10})?で"
    r"(?:[^。、]{0,12}(?:作|管理|集計|運用|回|やり取|やりと|共有|記録|入力))"
)
LISTED = re.compile(
    rf"(?:^|[、。　:：])(?P<purpose>[一-龠ァ-ヴー]{{2,10}})は(?:紙(?:と|や))?{JAPANESE_NAME}(?=、|。|です|と|で(?:、|。|す)|を(?:使|利用)|$)"
)
CALLED = re.compile(
    r"(?P<purpose>[一-龠ァ-ヴーA-Za-z・]{2,14}?)(?P<noun>システム|ツール|ソフト|アプリ|基盤|サービス)"
    r"(?:として|には|では|は|の|に)?「(?P<quoted>[^」]{2,24})」"
)
UNNAMED = re.compile(
    r"(?:^|[、。「と])(?P<phrase>[一-龠ァ-ヴーA-Za-z]{2,16}(?:の[一-龠ァ-ヴーA-Za-z]{2,10}){0,2}の(?:管理)?"
    r"(?:ツール|システム|ソフト))(?=に|で|の次|を使|は)"
)
ANY_TOOL = re.compile(
    r"^(?:他|ほか|社内|うち|現在|既存|弊社|当社|御社|全部|上|複数|別|こ|そ|業務|新し|自社|会社|全社)"
)
ENGLISH = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:uses?|using|used) {ENGLISH_NAME}(?: (?:for|as|to) (?P<use>[a-z][a-z -]{{2,30}}?))?(?= and |[.,;]|$)",
        rf"\b(?:uses?|using)\b[^.;]*\band {ENGLISH_NAME} for (?P<use>[a-z][a-z -]{{2,30}})",
        rf"\b(?P<use>[A-Za-z]+) (?:live|lives|sit|sits|are kept|is kept|are stored|is stored|are tracked|is tracked) in {ENGLISH_NAME}",
        rf"\bkeeps? (?P<use>[a-z][a-z ]{{2,30}}?) in {ENGLISH_NAME}",
        rf"\b(?:runs?|works?|still|are|is) on {ENGLISH_NAME}(?: for (?:the )?(?P<use>[a-z][a-z -]{{2,30}}))?",
        rf"\b(?:lives?|works?) in {ENGLISH_NAME}",
        rf"\b(?:tracked|managed|logged|recorded|handled|done|stored|written up) in {ENGLISH_NAME}",
        rf"\b(?:integrat\w+|sync\w*|connect\w*|overlaps?) with {ENGLISH_NAME}",
        rf"\b(?:stays?|staying|stayed|remains?|still|sticks?|went back|goes back) (?:on|with|to|in) {ENGLISH_NAME}",
        rf"\b(?:get|gets|pull|pulls|take|export|exports|bring) (?:the )?(?P<use>[a-z]+(?: (?:figures?|data|numbers?|hours))?)[^.;,]{{0,40}} out of {ENGLISH_NAME}",
        rf"\b(?P<use>[A-Za-z]+) (?:figures?|data|numbers?|reports?|extracts?) (?:come|comes|is|are) (?:from|in) {ENGLISH_NAME}",
        rf"\b(?:exports?|exported|pulled|downloaded) from {ENGLISH_NAME}",
        rf"\blicen[cs]es? for {ENGLISH_NAME}",
        rf"\b(?P<use>telephony|phones?|chat|messaging|email|payroll|rostering|scheduling|accounting|finance|ticketing|"
        rf"document (?:management|storage)|file (?:sharing|storage)|e-?learning|training|time sheets?|care records?|HR|CRM|ERP|LMS)"
        rf" (?:is|are) (?:still |now |currently )?{ENGLISH_NAME}",
        rf"\brel(?:y|ies) on {ENGLISH_NAME}(?: for (?P<use>[a-z][a-z -]{{2,30}}))?",
    )
)
SPEECH = re.compile(r"[。、はがをへ]|ます|です|ない|たい|した|する$")
WORK = re.compile(
    r"管理|カルテ|人事|基幹|教育|研修|購買|物流|契約|顧客|名簿|台帳|連絡|チャット|勤怠|会計|受注|発注|在庫|図面|日報|シフト|書類|文書|手順書|動画|共有|予約|配車|給与|経費|"
    r"見積|請求|点検|記録|検索|メール|会議|電話|規格書|報告"
)
PRESENT_NAMES = re.compile(JAPANESE_NAME)


def tools_in_sentence(remark: Remark) -> Iterator[ToolItem]:
    """Tools the remark says are in use. Offers and comparisons of ours, and common words, are none."""
    text = remark.text
    for match in CALLED.finditer(text):
        yield ToolItem(match["quoted"], match["purpose"].strip("のはが、 ") + match["noun"])
    if not remark.is_note or remark.side == "us" or remark.kind.value in ("heading", "field"):
        return
    for pattern in (USED_FOR, IN_USE, BY_NOW, LISTED):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            name = groups.get("quoted") or groups.get("bare")
            if pattern is LISTED and not _is_work(groups.get("purpose") or ""):
                continue
            if name and is_name(name):
                yield ToolItem(name, groups.get("purpose"))
    if remark.side == "customer":
        for match in UNNAMED.finditer(text):
            if not ANY_TOOL.match(match["phrase"]):
                yield ToolItem(match["phrase"])
    for pattern in ENGLISH:
        for match in pattern.finditer(text):
            if is_name(match["name"]):
                yield ToolItem(match["name"], (match.groupdict().get("use") or "").strip() or None)


def _is_work(purpose: str) -> bool:
    """Work that a tool does, and no party to something (契約者, 連絡先, 教育部)."""
    return bool(WORK.search(purpose)) and not purpose.endswith(("者", "先", "元", "社", "部", "課", "長"))


def names_in(text: str) -> Iterator[ToolItem]:
    """Every name in an answer on how something is done today ("共有フォルダにWordで保存。動画はYouTube")."""
    for match in PRESENT_NAMES.finditer(text):
        name = match["quoted"] or match["bare"]
        if is_name(name):
            yield ToolItem(name)


def is_name(word: str) -> bool:
    """A word that can be a tool's name: no common noun, no abbreviation of a role, a figure or a weekday."""
    return (
        len(word) >= 2
        and not CUES["common"].search(word)
        and not SPEECH.search(word)
        and not NO_NAME.search(word)
    )
