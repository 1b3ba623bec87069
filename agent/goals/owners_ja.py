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
    NOT_TEAMS,
    SCOPE,
    only_checks,
    owner_by_place,
)
from agent.goals.owner_marks_ja import marked_owner
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
_US_JA = regex(
    r"(?:^|[、。\n;])(?P<team>われわれ|我々|私たち|私達|わたしたち|わたくしども|私ども|我が社|我が(?:部|課|チーム)|うちのチーム|弊チーム|当チーム|当部|当課|当室)(?:が|は|で|も|として|主導|総出|一丸|一同|全員)"
)
_JOINT_JA = regex(
    rf"(?P<team>{WORD}{{2,10}}(?:と|・|、|および|及び){WORD}{{2,10}}(?:と{WORD}{{2,10}})?の(?:合同|共同|混成|連合|横断)?(?:チーム|プロジェクト|PJ|部会|ワーキング|WG|班|体制|タスクフォース))(?=で|が|は|にて|に)"
)
"""われわれは…, 人事と情シスの合同チームで: several together."""
_ALL_OF = regex(
    r"(?P<team>(?:[一-龥ァ-ヶー]{2,10}(?:の)?)?(?:全員|一同|皆様?|各位)|両社の[一-龥ァ-ヶA-Z]{2,8}|両社|双方|両者|両チーム|両部門|二社|三社|2社|3社|四者|三者)(?:とも|共に|ともに)?(?=で(?!の)|が|にて)(?!で[^、。\n]{0,4}(?:合意|締結|署名|確認済))"
)
_EACH = regex(
    r"(?P<team>各(?:店舗?|拠点|支店|部門?|部署|課|工場|営業所|エリア|チーム|校|院|施設|現場|社)(?:長)?(?:の(?:代表者?|担当者?|責任者|メンバー|リーダー|事務))?)(?=で|が|にて|に(?:て|おいて)|は)|(?P<both>(?:[一-龥ァ-ヶーA-Za-z]{1,8}[・と、]){1,3}[一-龥ァ-ヶーA-Za-z]{1,8}の?(?:両|各|3|三|二|2)(?:部門?|課|室|係|班|局|チーム|グループ|社|店|校|院|センター|部署|拠点|工場|支店))(?=で|が|にて|に(?:て|おいて)|は|合同|共同|連名|共催|主催|主導|$|[、。\n)/;])"
)
_TEAM = regex(
    rf"(?P<team>(?:(?:各|全|両|弊社|当社|御社|貴社|先方|顧客|お客様)(?:の)?)?(?:(?:{WORD})*?(?:{TEAM_END})(?!{WORD}{{0,3}}(?:部|課|室|係|班|チーム|グループ|局|センター)(?!長))(?:の(?:皆様?|{TEAM_NAME}|有志|メンバー|担当者?|方々|面々|チーム|全員|スタッフ|若手|リーダー陣))?|(?:{TEAM_NAME})(?:側)?(?:・(?:{TEAM_NAME}))*))"
)
_TEAM_ACTS = regex(
    r"(?:さん|様)?(?:\([^()]*\))?(?:が(?!あ|高|低|多|少|増|減|必|足|中心の)|は(?!じめ)|にて(?!承認|算|計|測|集|確認|判|検)|で(?=[^、。\n]{0,20}(?:実施|作成|対応|進め|行|まとめ|設定|運用|検討|整備|準備|入力|開催|提出|完了|登録|展開|分担|回収|用意|配布|作る|作り|書く|書き|担う|担い|決め|回す|手配|管理し|とりまとめ|取りまとめ|切替|切り替|ご用意|主導|推進し))(?!は|の|も|算|計測|測定|集計)|主管|主導|主体|担当|責任|発で|の(?:誰|だれ|どなた)か|→|に(?:依頼|て実施)|側で|:(?!"
    + MASK
    + "))"
)
_ENDS_IN_TEAM = regex(rf"(?:{TEAM_NAME}|{TEAM_END})$")
_ENDS_IN_TEAM_NAME = regex(rf"(?:{TEAM_NAME})$")
_ENDS_IN_TITLE = regex(rf"(?:{TITLE})$")


_ABOUT_THEM = regex(r"\)の(?!責任|担当|もと|手で|主導)[一-龥ァ-ヶ]")
"""専任CSM(鷲尾)の着任案内: about somebody."""
_CALLED_ON = regex(
    rf"(?:^|[。\n])(?P<team>{WORD}{{1,10}}(?:の(?:みなさん|皆さん|みなさま|皆様|各位|方々|一同)|(?:さん|様)(?:方|がた|たち|達)|各位|諸氏))(?:、|へ?:)"
)
"""資材課のみなさん、…; 支店長さん方、…: those who are called on are to do it."""
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
    return role or (placed if placed and placed[0] == "role" else None) or _team(scan, text) or placed


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
    return is_surname(name) or (title in _ALONE and may_be_name(name) and not _ENDS_IN_TEAM_NAME.search(name))


def _role(scan: Scan, text: str) -> Found | None:
    for match in _titles_in(text):
        head = match["head"]
        if match["title"] == "主管" and _ENDS_IN_TEAM.search(head):
            continue  # 経理センター主管: the department leads
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


def _team(scan: Scan, text: str) -> Found | None:
    us = _US_JA.search(text) or _JOINT_JA.search(text) or _CALLED_ON.search(text)
    if us:
        return "team", *us.span("team")
    each = _EACH.search(text) or _ALL_OF.search(text)
    if each and not NOT_OWNER_AFTER.match(text, each.end()):
        return "team", *each.span()
    for match in _TEAM.finditer(text):
        team = match["team"]
        if NOT_TEAMS.search(team) or SCOPE.match(team):
            continue
        if (
            team in ("業務", "窓口", "管理", "IT", "MA", "サポート", "現場", "店舗")
            and text[match.end() : match.end() + 1] in "がはで"
        ):
            continue
        if only_checks(scan, match.start(), match.end()) or (scan.is_goal and FEELS.match(text, match.end())):
            continue
        everywhere = team.startswith("全") and text[match.end() : match.end() + 1] == "で"
        if not team or everywhere or NOT_OWNER_AFTER.match(text, match.end()) or len(team) > 16:
            continue
        if (
            team
            in (
                "現場",
                "窓口",
                "店舗",
                "管理",
                "業務",
                "顧客",
                "お客様",
                "全社",
                "サポート",
                "企画",
                "営業",
                "技術",
                "設計",
                "拠点",
                "部署",
                "部門",
                "IT",
                "MA",
                "関係者",
                "メンバー",
                "全員",
                "製造",
                "センター",
                "開発",
                "研究",
                "物流",
                "IS",
                "保全",
                "監査",
                "購買",
            )
            and not _TEAM_ACTS.match(text, match.end())
            and not (
                _is_field(text, match)
                and team
                in ("営業", "全員", "関係者", "メンバー", "全社", "現場", "物流", "購買", "製造", "開発")
            )
        ):
            continue
        if _TEAM_ACTS.match(text, match.end()) or _is_field(text, match):
            return "team", match.start(), match.end()
    return None


def _is_field(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() else "\n"
    after = text[match.end()] if match.end() < len(text) else "\n"
    if match.start() == 0 and match.end() == len(text):
        return False
    return (
        before in "、。\n;()/|→:・ ※-" + MASK
        and after in "、。\n;)/|(- " + MASK
        and not (before == "\n" and after == "\n" and match.start() == 0)
    )
