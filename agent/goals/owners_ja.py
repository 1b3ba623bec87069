"""The owner in Japanese text: 経理部長 黒田様, CSM岡田が, 担当：BIチーム, 営業本部長."""

from __future__ import annotations

import re
from typing import Literal

from agent.goals.names import is_surname, may_be_name
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.words import alternation, words

Kind = Literal["person", "role", "team"]
Found = tuple[Kind, int, int]

_TITLE = alternation(words("ja", "owner", "titles"))
_HONORIFIC = alternation([word for word in words("ja", "owner", "honorifics") if word not in ("君", "殿")])
_TEAM_NAME = alternation(words("ja", "owner", "team_names"))
_TEAM_END = alternation([word for word in words("ja", "owner", "team_ends") if word not in ("G", "Gr")])
_WORD = r"[\u4e00-\u9fff々ァ-ヶーA-Za-z&]"
_NAME = r"[\u4e00-\u9fff々]{1,4}|[ァ-ヶー]{2,8}"
_LATIN = r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"
_LIKE_DEPARTMENTS = tuple(words("ja", "owner", "like_departments"))
_DEPARTMENTS = frozenset(words("ja", "owner", "departments"))

_GIVES = alternation(words("ja", "owner", "giving"))
"""Acts of the one from whom something comes: 藤堂から共有 names who does it, 田中様から回収 does not."""
_NOT_OWNER_AFTER = re.compile(
    r"(?:方|達|ら)?(?:\([^()]*\))?(?:[、・と][^、。\n]{1,6}(?:様|さん)(?:向け|へ|と一緒)|へ|に(?!て|よ|[^。\n]{0,40}(?:いただ|頂|もら|依頼|お願い))|と(?!して)|から(?![^、。\n]{0,16}(?:"
    + _GIVES
    + r"))|宛|あて|向け|との|への|にて承認|の(?:承認|合意|決裁|サイン|署名|レビュー|確認|同意|了承|許可|判断|ご?意見|要望|ご?協力|ご?同席|内諾|検収|評価|指摘)|による(?:承認|確認|評価|検収)|が(?:承認|決裁|検収|判定|評価(?!を)|合格|認定)|を(?:対象|招|交え|巻き込|中心に(?!し))|同席|経由|様式|ご?参加|の(?:参加|出席|満足|理解|利用|入力|活用|作業|負担|業務|残業|工数|時間|稼働))"
)
_JUDGE_LABEL = re.compile(
    r"(?<![都])(?:決裁|承認|判定|検収|採点|宛先|報告先|提出先|相手|対象|同席|参加|出席|参加者|受講者)(?:者)?[:=は]$"
)
_LABEL = re.compile(
    r"(?:^|[、。\n;()\[\]【】・ /|」])[(\[【]?(?:主?担当(?:者|部署|部門|窓口)?|実施担当|実行担当|責任者|推進責任者|実行責任者|主管(?:部署|部門)?|オーナー|Owner|owner|PIC|DRI|主体(?:者)?|実施(?:者|主体)|作成(?:者)?|講師|推進者|実行者|主導|アサイン|リード|とりまとめ|取りまとめ|主幹|誰が)[】\])]?(?:は|:|=|/|→|　| |、)(?P<who>[^、。\n;()/|→:]{1,24})"
)
_HONORED = re.compile(
    rf"(?P<head>(?:{_WORD}|[ ・の\d])*?(?:{_TITLE}|{_TEAM_END}|{_TEAM_NAME})?[ ・のは]?)?(?P<name>{_NAME}(?: [\u4e00-\u9fff々ぁ-んァ-ヶー]{{1,4}})?|{_LATIN}) ?(?P<honor>{_HONORIFIC})(?!式|態|々|子)"
)
_TITLED_NAME = re.compile(
    rf"(?P<title>{_TITLE}|担当(?!者|部|課|役員)|SE|AE|営業|エンジニア|コンサルタント|コンサル|トレーナー|サポート|当社|弊社|情シス|CS|カスタマーサクセス)(?:[ の・:]|担当[ の・:]?)?\(?(?!エンジニア|コンサル|トレーナー|サポート|リーダー|マネ|チーム|メンバー|スタッフ|オーナー)(?P<name>{_NAME})(?!様|さん|氏)(?=$|[、。\n)(がはを/→:・;\s=の]|にて|で|主|担当|より|{MASK}|まで|から|と(?:し|共)|へ|に)"
)
_NAME_TITLE = re.compile(
    rf"(?P<head>(?:{_WORD}|・|の(?=[\u4e00-\u9fffA-Z])| (?=[\u4e00-\u9fff]))*?)(?P<title>(?:担当)?{_TITLE})(?!{_WORD}|職|会|級|層|以上|向け|クラス|別|レベル|研修|用)"
)
_NAME_DEPT = re.compile(rf"(?:^|[、。\n;/→・: ])(?P<name>{_NAME})\((?P<dept>[^()]{{1,16}})\)")
_DEPT_NAME = re.compile(
    rf"(?:{_TEAM_NAME}|{_WORD}{{1,8}}(?:部|課|室|係|チーム))[・ :]?\(?(?P<name>{_NAME})(?=$|[、。\n)がは/→;])"
)
_SUBJECT = re.compile(
    rf"(?:^|[、。\n;/→・: ){MASK}にをは@【-]|まで(?:に)?)(?P<name>{_NAME})(?=】|:(?=[^\d{MASK}]{{3,}})|が(?!あ|高|低|多|少|増|減)|は[^ず]|主担当|主導|担当(?!者)"
    rf"|(?:から|より)[^、。\n]{{0,24}}(?:{_GIVES})|$|[、。\n)/→;])"
)
_IN_CHARGE = re.compile(
    rf"(?:^|[、。\n;/→・: (){MASK}は])(?P<role>(?:当社|弊社|貴社|御社|先方|お客様)?(?:の)?(?P<work>[ァ-ヶーA-Za-z一-龥々]{{2,12}})担当)(?=が|は(?!じ)|にて|(?:より|から)[^、。\n]{{0,24}}(?:{_GIVES})|で(?=[^、。\n]{{0,20}}(?:{_GIVES}|実施|作成|対応|運営|進行))|$|[、。\n)/;])"
)
"""One who is in charge of a named work: コミュニティ担当が運営, 当社オンボーディング担当."""
_TWO = re.compile(
    rf"(?P<both>(?:(?:当社|弊社|御社|貴社|先方)?{_WORD}*?(?:{_TITLE}|{_TEAM_END}|{_TEAM_NAME}))(?:と|・|、|および|及び|/)(?:(?:当社|弊社|御社|貴社|先方)?{_WORD}*?(?:{_TITLE}|{_TEAM_END}|{_TEAM_NAME})))(?:の?(?:双方|両者|二者|両名|両部|二部署|両部署|共同|連名|二人)?)(?=で(?!の)|が|$|[、。\n)/;])"
)
"""Two roles or teams side by side: nobody in particular."""
_ALONE = ("SE", "AE", "PM", "SV", "TL", "エンジニア", "コンサルタント", "トレーナー")
_NAMES = re.compile(
    rf"(?:^|[、。\n;/→: ){MASK}にを(])(?P<a>{_NAME})(?:様|さん)?(?:・|と|、|&|/)(?P<b>{_NAME})(?:様|さん)?(?=で|が|は|$|[、。\n)/;])"
)
_ALL_OF = re.compile(
    r"(?P<team>(?:[一-龥ァ-ヶー]{2,10}(?:の)?)?(?:全員|一同|皆様?|各位)|両社の[一-龥ァ-ヶA-Z]{2,8})(?=で|が|にて)"
)
_EACH = re.compile(
    r"(?P<team>各(?:店舗?|拠点|支店|部門?|部署|課|工場|営業所|エリア|チーム|校|院|施設|現場|社)(?:長)?(?:の(?:代表者?|担当者?|責任者|メンバー|リーダー|事務))?)(?=で|が|にて|に(?:て|おいて)|は)"
)
_TEAM = re.compile(
    rf"(?P<team>(?:(?:各|全|両|弊社|当社|御社|貴社|先方|顧客|お客様)(?:の)?)?(?:(?:{_WORD})*?(?:{_TEAM_END})(?:の(?:皆様?|{_TEAM_NAME}|有志|メンバー|担当者?|方々|面々|チーム|全員|スタッフ|若手|リーダー陣))?|(?:{_TEAM_NAME})(?:側)?(?:・(?:{_TEAM_NAME}))*))"
)
_TEAM_ACTS = re.compile(
    r"(?:さん|様)?(?:\([^()]*\))?(?:が(?!あ|高|低|多|少|増|減|必|足|中心の)|は(?!じめ)|にて(?!承認|算|計|測|集|確認|判|検)|で(?=[^、。\n]{0,20}(?:実施|作成|対応|進め|行|まとめ|設定|運用|検討|整備|準備|入力|開催|提出|完了|登録|展開|分担|回収|用意|配布|作る|作り|書く|書き|担う|担い|決め|回す|手配|管理し|とりまとめ|取りまとめ|切替|切り替|ご用意|主導|推進し))(?!は|の|も|算|計測|測定|集計)|主管|主導|主体|担当|責任|→|に(?:依頼|て実施)|側で|:(?!"
    + MASK
    + "))"
)
_PLURAL = re.compile(r"各|全員|皆|達|たち|ら$|双方|両|複数|\d+名|メンバー|有志|・")


def owner_in_japanese(scan: Scan) -> Found | None:
    """Kind and span of the owner in folded Japanese text; a named person before a role before a team."""
    text = re.sub("お客様(?=[一-龥ァ-ヶ])", "顧客用", scan.without_dates)
    labelled = _labelled(text)
    if labelled and labelled[0] == "person":
        return labelled
    person = _person(text)
    if person:
        return person
    together = _TWO.search(text)
    if together and not _NOT_OWNER_AFTER.match(text, together.end()):
        return "team", *together.span("both")
    return labelled or _in_charge(text) or _role(text) or _team(scan, text)


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
        kind = _kind_of(who.strip())
        if kind is not None:
            return kind, start, match.end("who")
    return None


def _kind_of(who: str) -> Kind | None:
    """What a labelled value names."""
    who = re.sub(rf"[{MASK} ]+$", "", who)
    who = re.sub(r"(?:が|は|にて|で|より|まで|主導|主管|担当)$", "", who)
    if not who or re.fullmatch(r"未定|調整中|検討中|TBD|なし|未アサイン|要確認|-+|\?+|？+", who, re.I):
        return None
    honored = re.search(rf"({_NAME}) ?(?:{_HONORIFIC})$", who)
    if honored and _bare_name(honored.group(1)):
        return "person"
    if _PLURAL.search(who) and not re.search(rf"(?:{_TITLE})$", who.split("・")[-1]):
        return "team"
    titled = re.search(rf"(?P<head>.*?)(?:担当)?(?:{_TITLE})(?:\([^()]*\))?$", who)
    if titled:
        return (
            "person"
            if _bare_name(titled["head"]) and _is_person_head(titled["head"])
            else "role"
            if not _PLURAL.search(who)
            else "team"
        )
    after_title = re.search(rf"(?:{_TITLE}|{_TEAM_END}|{_TEAM_NAME})[ ・の:]?({_NAME})$", who)
    if after_title and may_be_name(after_title.group(1)):
        return "person"
    if re.search(rf"(?:{_TEAM_END}|{_TEAM_NAME})(?:側)?$", who):
        return "team"
    if may_be_name(who) and (len(who) <= 4 or " " in who):
        return "person"
    return None


def _bare_name(text: str) -> str:
    """What is left of 営業企画部大西 when departments and titles are taken away; "" when nothing like a name."""
    text = text.strip(" ・のは")
    rest = re.sub(rf"^.*(?:{_TITLE}|{_TEAM_END}|部|課|室|係)(?=.)", "", text)
    rest = re.sub(rf"^(?:{_TEAM_NAME})(?=.)", "", rest).strip(" ・の")
    return rest if may_be_name(rest) else ""


def _is_person_head(head: str) -> bool:
    """人事・平野 before 課長 ends in a name, 営業企画 does not."""
    rest = re.split(r"[・ の]", head)[-1]
    rest = _bare_name(rest)
    if not rest:
        return False
    return is_surname(rest) or (len(rest) <= 3 and not is_department(rest))


def is_department(text: str) -> bool:
    """A word that names work or a place of work rather than a person."""
    from agent.goals.names import is_common_word

    return is_common_word(text) or text in _DEPARTMENTS or bool(re.search(rf"(?:{_TEAM_NAME})$", text))


def _person(text: str) -> Found | None:
    for match in _HONORED.finditer(text):
        name = match["name"] if match["name"].isascii() else _bare_name(match["name"])
        called = text[match.start() : match.start("honor")].strip()
        if re.search(rf"(?:{_TEAM_NAME}|{_TEAM_END})$", called) and not called.endswith(_LIKE_DEPARTMENTS):
            continue  # 情シスさん
        if _JUDGE_LABEL.search(text[: match.start("name")]):
            continue
        if (
            name
            and not (name.endswith("客") and match["honor"] == "様")
            and not _NOT_OWNER_AFTER.match(text, match.end())
            and not re.match(r"[社店]|各", match["name"])
        ):
            return "person", match.end() - len(match["honor"]) - len(name), match.end()
    for match in _TITLED_NAME.finditer(text):
        strong = (
            re.search(r"CSM|担当|SE|AE|エンジニア|コンサル|リーダー|マネージャー|主任", match["title"])
            or len(match["name"]) > 1
        )
        if (
            strong
            and _reads_as_name(match["name"], match["title"])
            and not _NOT_OWNER_AFTER.match(text, match.end())
        ):
            return "person", match.start("name"), match.end("name")
    for match in _NAME_TITLE.finditer(text):
        head = match["head"]
        if head and _is_person_head(head) and not _NOT_OWNER_AFTER.match(text, match.end()):
            return (
                "person",
                match.start() + len(head) - len(_bare_name(re.split(r"[・ の]", head)[-1])),
                match.end(),
            )
    for match in _NAMES.finditer(text):
        if is_surname(match["a"]) and is_surname(match["b"]):
            return "person", match.start("a"), match.end("b")
    for pattern in (_NAME_DEPT, _DEPT_NAME, _SUBJECT):
        for match in pattern.finditer(text):
            if is_surname(match["name"]) and not _NOT_OWNER_AFTER.match(text, match.end()):
                return "person", match.start("name"), match.end("name")
    return None


def _reads_as_name(name: str, title: str) -> bool:
    if len(name) == 1:
        return may_be_name(name) and name not in "発側用兼等間内外他宛付長員別品案会室主"
    if title in ("CSM", "担当") or re.search(
        r"リーダー|マネージャー|マネジャー|主任|課長|係長|部長|室長", title
    ):
        return may_be_name(name) and not is_department(name)
    return is_surname(name) or (
        title in _ALONE and may_be_name(name) and not re.search(rf"(?:{_TEAM_NAME})$", name)
    )


def _role(text: str) -> Found | None:
    for match in _NAME_TITLE.finditer(text):
        head = match["head"]
        if _NOT_OWNER_AFTER.match(text, match.end()) or re.match(r"(?:各|全(?!社)|両)", head):
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
        if _JUDGE_LABEL.search(text[: match.start()]):
            continue
        if (
            match["title"] == "CSM"
            or _stands_alone(text, match)
            or re.match(
                r"(?:\([^()]*\))?(?:が|は|にて|より|で|主導|主管|担当|責任|の責任)", text[match.end() :]
            )
        ):
            return "role", match.start(), match.end()
    responsible = re.search(r"(?:責任者|担当)\((?P<title>[^()]{1,10})\)", text)
    if responsible and re.search(rf"(?:{_TITLE})$", responsible["title"]):
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
    each = _EACH.search(text) or _ALL_OF.search(text)
    if each and not _NOT_OWNER_AFTER.match(text, each.end()):
        return "team", *each.span("team")
    for match in _TEAM.finditer(text):
        team = match["team"]
        if (
            team in ("業務", "窓口", "管理", "IT", "MA", "サポート", "現場", "店舗")
            and text[match.end() : match.end() + 1] in "がはで"
        ):
            continue
        everywhere = team.startswith("全") and text[match.end() : match.end() + 1] == "で"
        if not team or everywhere or _NOT_OWNER_AFTER.match(text, match.end()) or len(team) > 16:
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
