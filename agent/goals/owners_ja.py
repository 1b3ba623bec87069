"""The owner in Japanese text: 経理部長 刑部様, CSM岡田が, 担当：BIチーム, 営業本部長."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.calendar.patterns import regex
from agent.goals.names import is_person_word, is_surname, may_be_name
from agent.goals.owner_fields_ja import (
    FEELS,
    GIVES,
    JUDGE_LABEL,
    NOT_OWNER_AFTER,
    only_checks,
    owner_by_place,
)
from agent.goals.owner_marks_ja import marked_owner
from agent.goals.owner_teams_ja import team_of
from agent.goals.parties_ja import (
    HONORIFIC,
    HONORIFICS,
    NAME,
    TEAM_END,
    TEAM_NAME,
    TITLE,
    WORD,
    Kind,
    bare_name,
    is_department,
    is_person_head,
    kind_of,
)
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.words import words

Found = tuple[Kind, int, int]

_IS_TITLE = regex(TITLE)
_LATIN = r"[A-Z][a-z]+(?: [A-Z][a-z]+)?|(?<![A-Za-z])[A-Z](?=さん|氏)"
_LIKE_DEPARTMENTS = tuple(words("ja", "owner", "like_departments"))

_OF_SOMEBODY = regex(
    rf"の(?!責任|担当|主導|もと|下で|手で|リード|管轄|所管|{TEAM_NAME}|{TEAM_END}|{TITLE})[一-龥ァ-ヶ]"
)
"""運転手さんの抵抗感: what somebody has or feels."""
_LABEL = regex(
    r"(?<![都])(?:決裁|承認|判定|検収|採点|宛先|報告先|提出先|相手|対象|同席|参加|出席|参加者|受講者)(?:者)?[:=は]$"
)
_LABEL = regex(
    r"(?:^|[、。\n;()\[\]【】・ /|」])[(\[【]?(?:主?担当(?:者|部署|部門|窓口)?|実施担当|実行担当|責任者|推進責任者|実行責任者|主管(?:部署|部門)?|オーナー|Owner|owner|PIC|DRI|主体(?:者)?|実施(?:者|主体)|作成(?:者)?|講師|推進者|実行者|(?:発信|送信|配信|起案|起票|起草|執筆|編集|提出|手配|運営|進行|司会|企画|設計|構築|開発|導入|運用|記入|入力|登録|集計|報告|対応|推進|実行|調達|制作|施工|発行|発送|配布|設定|監督|指導|案内|説明|主催|引率|翻訳|実務|統括)(?:者|担当者?|責任者|役|係)|主導|アサイン|リード|とりまとめ|取りまとめ|主幹|誰が)[】\])]?(?:は|:|=|/|→|　| |、)(?P<who>[^、。\n;()/|→:]{1,24})"
)
_HONORED = regex(
    rf"(?P<head>(?:{WORD}|[ ・の\d])*?(?:{TITLE}|{TEAM_END}|{TEAM_NAME})?[ ・のは]?)?(?P<name>{NAME}(?: [\u4e00-\u9fff々ぁ-んァ-ヶー]{{1,4}})?|{_LATIN}) ?(?P<honor>{HONORIFIC})(?!式|態|々|子|書)"
)
_TITLED_NAME = regex(
    rf"(?P<title>{TITLE}|担当(?!者|部|課|役員)|SE|AE|営業|エンジニア|コンサルタント|コンサル|トレーナー|サポート|当社|弊社|情シス|CS|カスタマーサクセス)(?:[ の・:]|担当[ の・:]?)?\(?(?!エンジニア|コンサル|トレーナー|サポート|リーダー|マネ|チーム|メンバー|スタッフ|オーナー)(?P<name>{NAME})(?!様|さん|氏)(?=$|[、。\n)(がはを/→:・;\s=の]|にて|で|主|担当|より|{MASK}|まで|から|と(?:し|共)|へ|に)"
)
_NAME_TITLE = regex(
    rf"(?P<head>(?:{WORD}|・|の(?=[\u4e00-\u9fffA-Z])| (?=[\u4e00-\u9fff]))*?)(?P<title>(?:担当)?{TITLE})(?!{WORD}|職|会|級|層|以上|向け|クラス|別|レベル|研修|用)"
)
_NAME_DEPT = regex(rf"(?:^|[、。\n;/→・: をにはで])(?P<name>{NAME})\((?P<dept>[^()]{{1,16}})\)")
_DEPT_NAME = regex(
    rf"(?:{TEAM_NAME}|{WORD}{{1,8}}(?:部|課|室|係|チーム))[・ :]?\(?(?P<name>{NAME})(?=$|[、。\n)がは/→;])"
)
_SUBJECT = regex(
    rf"(?:^|[、。\n;/→・: ){MASK}にをは@【-]|まで(?:に)?)(?P<name>{NAME})(?=】|:(?=[^\d{MASK}]{{3,}})|が(?!あ|高|低|多|少|増|減)|は[^ず]|主担当|主導|担当(?!者)"
    rf"|(?:から|より)[^、。\n]{{0,24}}(?:{GIVES})|$|[、。\n)/→;])"
)
_IN_CHARGE = regex(
    rf"(?:^|[、。\n;/→・: (){MASK}は])(?P<role>(?:当社|弊社|貴社|御社|先方|お客様)?(?:の)?(?P<work>[ァ-ヶーA-Za-z一-龥々]{{2,12}})担当)(?=が|は(?!じ)|にて|(?:より|から)[^、。\n]{{0,24}}(?:{GIVES})|で(?=[^、。\n]{{0,20}}(?:{GIVES}|実施|作成|対応|運営|進行))|として|:(?=[^\d{MASK}]|\d+[一-龥ァ-ヶ])|$|[、。\n)/;])"
)
"""One who is in charge of a named work: コミュニティ担当が運営, 当社オンボーディング担当."""
_ARROW_NAME = regex(rf"(?:^|[】\]、。\n)/ ])(?P<name>{NAME})(?:→|⇒|=>|->)(?=[^\d]|\d+(?:/|月))")
"""ソフィー→12/22まで: whose the task is."""
_SAYS_I_AM = regex(
    rf"(?:^|[。\n])(?:{WORD}+の)?(?P<name>{NAME})(?:です|でございます|と申します|より(?=。|$))(?=[。!、\n]|$)"
)
"""「…です。」 at the head: who writes owns it."""
_TWO = regex(
    rf"(?P<both>(?:(?:当社|弊社|御社|貴社|先方)?{WORD}*?(?:{TITLE}|{TEAM_END}|{TEAM_NAME}))(?:と|・|、|および|及び|/)(?:(?:当社|弊社|御社|貴社|先方)?{WORD}*?(?:{TITLE}|{TEAM_END}|{TEAM_NAME})))(?:の?(?:双方|両者|二者|両名|両部|二部署|両部署|共同|連名|二人)?)(?=で(?!の)|が|$|[、。\n)/;])"
)
"""Two roles or teams side by side: nobody in particular."""
_ONE_OF_TWO = regex(rf"(?:{TITLE}|{TEAM_END}|{TEAM_NAME})(?:[と・、/]|および|及び)")
_ALONE = ("SE", "AE", "PM", "SV", "TL", "エンジニア", "コンサルタント", "トレーナー")
_NAMES = regex(
    rf"(?:^|[、。\n;/→: ){MASK}にを(])(?P<a>{NAME})(?:様|さん)?(?:・|と|、|&|/)(?P<b>{NAME})(?:様|さん)?(?=で|が|は|$|[、。\n)/;])"
)
_ENDS_IN_TEAM = regex(rf"(?:{TEAM_NAME}|{TEAM_END})$")
_ENDS_IN_TEAM_NAME = regex(rf"(?:{TEAM_NAME})$")
_ENDS_IN_TITLE = regex(rf"(?:{TITLE})$")


_ABOUT_THEM = regex(r"\)の(?!責任|担当|もと|手で|主導)[一-龥ァ-ヶ]")
"""専任CSM(小梶)の着任案内: about somebody."""
_CUT_KATAKANA = regex(r"[ァ-ヶー]{2}")
_BULLETS = regex(r"[□☐☑☒✓✔■◆◇●▶▷★☆]|\.{3}")


def owner_in_japanese(scan: Scan) -> Found | None:
    """Kind and span of the owner in folded Japanese text; a named person before a role before a team."""
    text = re.sub("お客(?:様|さま)(?=[一-龥ァ-ヶ])", "顧客窓口", scan.without_dates)
    text = _BULLETS.sub(lambda match: "、" * len(match.group()), text)
    marked = marked_owner(text)
    if marked:
        return marked
    labelled = _labelled(text)
    if labelled and labelled[0] == "person":
        return labelled
    person = _person(text)
    if person:
        return person
    together = _TWO.search(text) if _ONE_OF_TWO.search(text) else None
    if together and _owns_together(scan, text, together):
        return "team", *together.span("both")
    placed = owner_by_place(scan)
    if placed and placed[0] == "person":
        return placed
    role = labelled or _in_charge(text) or _role(scan, text)
    return role or (placed if placed and placed[0] == "role" else None) or team_of(scan, text) or placed


def _owns_together(scan: Scan, text: str, match: re.Match[str]) -> bool:
    if scan.is_goal and FEELS.match(text, match.end()):
        return False
    return not NOT_OWNER_AFTER.match(text, match.end()) and not JUDGE_LABEL.search(text[: match.start()])


def _in_charge(text: str) -> Found | None:
    for match in _IN_CHARGE.finditer(text):
        if match["work"] not in _PLURAL_CHARGE and not re.search(r"各|全|両|主$", match["work"]):
            return "role", *match.span("role")
    return None


_PLURAL_CHARGE = frozenset(("営業", "店舗", "現場", "入力", "実務", "主", "部門", "部署", "支店"))
"""営業担当, 店舗担当: whoever of many."""


def _labelled(text: str) -> Found | None:
    for match in _LABEL.finditer(text):
        who, start = match["who"], match.start("who")
        kind = kind_of(who.strip())
        if kind is not None:
            return kind, start, match.end("who")
    return None


def _person(text: str) -> Found | None:
    for match in _HONORED.finditer(text) if any(honor in text for honor in HONORIFICS) else ():
        name = match["name"] if match["name"].isascii() else bare_name(match["name"])
        called = text[match.start() : match.start("honor")].strip()
        if _ENDS_IN_TEAM.search(called) and not called.endswith(_LIKE_DEPARTMENTS):
            continue  # 情シスさん
        if JUDGE_LABEL.search(text[: match.start("name")]):
            continue
        if (
            name
            and not (name.endswith("客") and match["honor"] == "様")
            and not NOT_OWNER_AFTER.match(text, match.end())
            and not _OF_SOMEBODY.match(text, match.end())
            and not re.match(r"[社店長]|各", match["name"])
        ):
            return "person", match.end() - len(match["honor"]) - len(name), match.end()
    for match in _TITLED_NAME.finditer(text):
        strong = (
            re.search(r"CSM|担当|SE|AE|エンジニア|コンサル|リーダー|マネージャー|主任", match["title"])
            or len(match["name"]) > 1
        )
        if _CUT_KATAKANA.search(text, match.end("title") - 1, match.start("name") + 1):
            continue  # コンサル|タント
        if text[: match.start("name")].endswith((":", "の")) and not is_surname(match["name"]):
            continue  # 当社PM:障害時の連絡網
        if (
            strong
            and not _IS_TITLE.fullmatch(match["name"])
            and _reads_as_name(match["name"], match["title"])
            and not NOT_OWNER_AFTER.match(text, match.end())
            and not _ABOUT_THEM.match(text, match.end())
        ):
            return "person", match.start("name"), match.end("name")
    for match in _titles_in(text):
        head = match["head"]
        if head and is_person_head(head) and not NOT_OWNER_AFTER.match(text, match.end()):
            return (
                "person",
                match.start() + len(head) - len(bare_name(re.split(r"[・ の]", head)[-1])),
                match.end(),
            )
    for match in _NAMES.finditer(text):
        if is_surname(match["a"]) and is_surname(match["b"]):
            return "person", match.start("a"), match.end("b")
    for match in _SAYS_I_AM.finditer(text):
        if is_surname(match["name"]):
            return "person", *match.span("name")
    for match in _ARROW_NAME.finditer(text):
        if is_surname(match["name"]) or (is_person_word(match["name"])):
            return "person", *match.span("name")
    for pattern in (_NAME_DEPT, _DEPT_NAME, _SUBJECT):
        for match in pattern.finditer(text):
            if is_surname(match["name"]) and not NOT_OWNER_AFTER.match(text, match.end()):
                return "person", match.start("name"), match.end("name")
    return None


@lru_cache(maxsize=64)
def _titles_in(text: str) -> tuple[re.Match[str], ...]:
    """Titles with what stands before them."""
    return tuple(_NAME_TITLE.finditer(text)) if _IS_TITLE.search(text) else ()


def _reads_as_name(name: str, title: str) -> bool:
    if len(name) == 1:
        return may_be_name(name) and name not in "発側用兼等間内外他宛付長員別品案会室主"
    if title in ("CSM", "担当", "当社", "弊社", "担当講師", "専任講師", "講師", "トレーナー") or re.search(
        r"リーダー|マネージャー|マネジャー|主任|課長|係長|部長|室長", title
    ):
        return may_be_name(name) and not is_department(name)
    return is_surname(name) or (title in _ALONE and may_be_name(name) and not _ENDS_IN_TEAM.search(name))


def _role(scan: Scan, text: str) -> Found | None:
    for match in _titles_in(text):
        head = match["head"]
        if match["title"] == "主管" and _ENDS_IN_TEAM.search(head):
            continue  # 経理センター主管: the department leads
        if match["title"] == "AM" and text[match.start() - 1 : match.start()] in (MASK, " "):
            continue  # 6/19 AM: the morning
        if match["title"].isascii() and head[-1:].isascii() and head[-1:].isalpha():
            continue  # CSV
        if NOT_OWNER_AFTER.match(text, match.end()) or re.match(r"(?:各|全(?!社)|両)", head):
            continue
        if FEELS.match(text, match.end()) if scan.is_goal else only_checks(scan, match.start(), match.end()):
            continue
        if (
            match["title"]
            in (
                "管理者",
                "担当者",
                "責任者",
                "オーナー",
                "統括",
                "管理職",
                "顧問",
                "店長",
                "チャンピオン",
                "SC",
            )
            and not head
            and not _stands_alone(text, match)
        ):
            continue
        if re.match(
            r"の(?!責任者|担当)|・(?=[^、。]{1,8}(?:の|を|向け))|を|も", text[match.end() :]
        ) or _is_audience(text, match.end()):
            continue
        if JUDGE_LABEL.search(text[: match.start()]):
            continue
        if (
            match["title"] == "CSM"
            or _stands_alone(text, match)
            or re.match(
                r"(?:\([^()]*\))?(?:が|は|にて|より|で|として(?!の|は(?!、)|[^、。\n]{0,8}(?:存在感|活躍|貢献|信頼|認め|機能|役割|地位|定着|成長|飛躍|君臨|選ば|頼ら|輝|立ち|歩))|主導|主管|担当|責任|の責任|による(?!承認|確認|評価|検収|判定|監査))",
                text[match.end() :],
            )
        ):
            return "role", match.start(), match.end()
    responsible = re.search(r"(?:責任者|担当)\((?P<title>[^()]{1,10})\)", text)
    if responsible and _ENDS_IN_TITLE.search(responsible["title"]):
        return "role", responsible.start(), responsible.end()
    return None


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """A field of its own: between separators, or at the end."""
    before = text[match.start() - 1] if match.start() else "\n"
    after = text[match.end()] if match.end() < len(text) else "\n"
    return before in "、。\n;()/|→:・ =に※-" + MASK and after in "、。\n;()/|→:(・ -" + MASK


def _is_audience(text: str, place: int) -> bool:
    return bool(re.match(r"(?:層)?(?:向け|宛|対象|クラス|以上|研修|会議|候補|育成)", text[place:]))
