"""The owner by its place: a field of its own (「／車両課長」), or the name before what it does (「品質管理Gが提出」).

A name is a whole run of kanji, kana and letters, so 営業企画室 is not read as 営業企画; whose it is follows from its
end (`parties_ja`), whether it owns from the words after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.calendar.patterns import regex
from agent.goals.fields_ja import fields
from agent.goals.names import is_foreign_name, is_surname, may_be_called
from agent.goals.parties_ja import HONORIFIC, TITLE, WORD, Kind, bare_name, kind_of
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.words import alternation, words

Found = tuple[Kind, int, int]

_AFFILIATIONS = frozenset((*words("ja", "owner", "us"), *words("ja", "owner", "customer")))
_UNCLEAR = frozenset(words("ja", "owner", "unclear_alone"))
NOT_TEAMS = regex(rf"(?<![保安健]){alternation(words('ja', 'owner', 'not_teams'))}$")
SCOPE = regex(
    r"(?:全(?!社)|新(?!規|聞|卒|人)|旧|既存|対象|該当|稼働|利用|導入|展開|設置|未|新規|移行|接続|実施|参加|残り?|全国の?|国内|海外)(?:の)?(?:拠点|店舗|部署|部門|工場|支店|営業所|施設|倉庫|病棟|ライン|チーム|班|グループ|センター|校|現場|病棟|倉庫|店|院)(?=$|が|は|で|の|に|、)"
)
_OFFICE = regex(r"(?:部|課|室|係|チーム|グループ|班|事務局)$")
"""総務課で…: in an action a department where something is done is who does it."""
_DOES_IT = regex(
    r"で(?=[^、。\n]{1,30}を[^、。\n]{0,24}(?:減らす|増やす|上げる|下げる|高める|整える|変える|なくす|つくる|作る|進める|する|める|やす)(?:$|[。]))"
)
"""開発本部で機動的な体制を整える: in a goal, too, where something is done to it."""
_PLACE = regex(rf"{alternation(words('ja', 'owner', 'team_places'))}$")
_LEADS = alternation(words("ja", "owner", "leads"))
GIVES = alternation(words("ja", "owner", "giving"))
"""Acts of the one from whom something comes: 藤堂から共有 names who does it, 田中様から回収 does not."""
NOT_OWNER_AFTER = regex(
    r"(?:\([^()]*\))?[をは]?(?:の)?(?:約|計|延べ|平均|各)?\d+(?:名|人)(?!で)|"
    r"(?:方|達|ら)?(?:\([^()]*\))?(?:(?:担当)?[・ ][^、。\n()・ ]{1,6}(?:様|さん|氏)?(?:に(?:報告|連絡|共有|提出|相談|説明|送|渡|届)|へ|宛|あて|と(?!して|とも))|[、・と][^、。\n]{1,8}(?:様|さん|氏|長)(?:向け|へ|と一緒|あて|宛|と(?!して|とも))|へ|に(?!て|よ|[^。\n]{0,40}(?:いただ|頂|もら|依頼|お願い))|と(?!して|いたし|致し)|から(?![^。\n]{0,28}(?:"
    + GIVES
    + r"))|宛|あて|向け|との|への|にて承認|の(?:承認|合意|決裁|サイン|署名|レビュー|確認|同意|了承|許可|判断|ご?意見|要望|ご?協力|ご?同席|内諾|検収|評価|指摘)|による(?:承認|確認|評価|検収)|が(?:承認|決裁|検収|判定|評価(?!を)|合格|認定)|が[^、。\n]{1,20}を(?:承認|決裁|検収|認定|可決|議決|採択|批准)(?:済|し|する|$|[、。)])|の(?:ご?意向|本音|ご?期待|ご?懸念|ご?不安|思い|気持ち|ご?都合|ご?機嫌|顔|耳|胸|心|背中|言う|いう|語る|描く|掲げる|望む|求める|考える|唱える|口癖|言葉|弁|談|一言|持論|理想|夢)|(?:は|を|も|が)(?:[^、。\n]{0,4})?(?:置か|設け(?:ず|ない)|付け(?:ず|ない)|つけ(?:ず|ない)|配置し(?:ず|ない)|配置せ|立て(?:ず|ない)|不在|いな[いく]|廃止|外[しす]|退任|退職|離任)|を(?:対象|招|交え|巻き込)|同席|経由|様式|ご?参加|の(?:参加|出席|満足|理解|利用|入力|活用|作業|負担|業務|残業|工数|時間|稼働))"
)
_RUN = regex(rf"(?:{WORD}|\d(?=[課部係班GQ課室一-龥])|[・の](?={WORD}))+")
_LABEL = regex(
    r"^(?:まとめ役|取りまとめ|とりまとめ|窓口|担当|主担当|責任者|オーナー|推進役|主管|実施|作成|主体)(?:者|部署|部門)?(?:は|:|=|→)"
)
_TAIL = regex(rf"(?:が|は|にて|で|より)?(?:{_LEADS})?(?:が|で|を?する)?$")
_LED = regex(rf"(?:{_LEADS})$")
_ACTS = regex(
    rf"(?:側|さん|様)?(?:が(?!あ|高|低|多|少|増|減|必|足|中心の)|は(?!じめ|置か|設け|付け|つけ|配置し[なずせ])|にて|(?:{_LEADS})|と(?:いたしまして|して|致しまして)は?|発で|の(?:もと|下)(?:で|に|、|[^、。\n]{{0,16}}まで)|のもと(?=[一-龥ァ-ヶA-Z\d{MASK}])|の(?:指揮|監督|統括|責任)(?:で|のもと|の下)"
    rf"|(?:より|から)(?=[^。\n]{{0,24}}(?:{GIVES}))|で(?=[^。\n]{{0,24}}(?:{GIVES}|実施|作成|対応|運営|開催|設定|準備|用意|整備|移行|登録|入力|受け持|引き受け|預か|担う|担い|担当|面倒))"
    r"|に(?=[^。\n]{2,40}(?:いただ|頂|もら|お願い|ご依頼)))"
)
_JUDGES = regex(
    r"(?:が|にて|で|に|より|から)(?:[^、。\n]{0,8})?(?:承認(?!ルート|フロー|者|権限|経路)|決裁|検収|判定|採点|合格|認定|サイン|署名|算出|算定|集計|計測|測定|カウント|検針|認め|点検|審議|講評)|(?:会|会議|委員会|審議会|評議会|協議会)(?:が|で|にて)(?:[^、。\n]{0,8})(?:確認|点検|審議|検証|評価|振り返|チェック|レビュー)"
)
_CHECKS = regex(
    r"(?:が|は|にて|で)(?:[^、。\n]{0,12}?)?(?:照合|突合|突き合わせ|点検|検品|検算|立ち会|立会|見届け|校閲|検め|目視|(?P<looks>確認|チェック|検証))"
)
_ACT_BEFORE = regex(r"(?:[いきしちにびみりえけせてねべめれんで]|済み?)[、。]")


def only_checks(scan: Scan, start: int, end: int) -> bool:
    """医事課が出力結果を照合 after the work itself: who checks is no owner."""
    checks = _CHECKS.match(scan.without_dates, end)
    if checks is None:
        return False
    if scan.is_goal:
        return checks["looks"] is None  # who looks at the number regularly has it
    return _ACT_BEFORE.search(scan.without_dates, 0, start) is not None


FEELS = regex(
    rf"(?:さん|様|方)?(?:が|は)[^、。\n]{{0,24}}(?:できる(?!限り|だけ|範囲|かぎり)|{alternation(words('ja', 'owner', 'states_of_people'))}|[てで]い(?:る|て、?ほしい)(?:$|[、。\n]|状態|姿|こと|ように|よう[、。]))"
)
"""People a goal wants to feel or be able to: no owner."""
JUDGE_LABEL = regex(
    r"(?<![都])(?:決裁|承認|判定|検収|採点|見極め|合否|採否|可否|良否|評価|査定|審査|監修|立会い?|証人|受信|受領|受取|受け取り|回答|閲覧|読み手|最終確認|確認者?|OKを出すのは|決めるのは|認めるのは|判断|判断するのは|宛先|報告先|提出先|相手|対象|同席|参加|出席|参加者|受講者)(?:者)?[:=は]$"
)
_ENDS_HONORED = regex(rf"(?:{HONORIFIC})$")
_WORDS_ONLY = regex(rf"(?:{WORD}|[・の ()\d])+|.*(?:{HONORIFIC})")
_LAST_TITLE = regex(rf"(?:担当)?(?:{TITLE})$")


def owner_by_place(scan: Scan) -> Found | None:
    """A person before a role before a team, among fields and subjects."""
    found = [*_fields(scan), *_subjects(scan)]
    for kind in ("person", "role", "team"):
        for candidate in found:
            if candidate[0] == kind:
                return candidate
    return None


def _fields(scan: Scan) -> Iterator[Found]:
    for at, field in enumerate(fields(scan)):
        if not field.alone or len(field.text) > 24:
            continue
        if JUDGE_LABEL.search(scan.without_dates[: field.start]):
            continue
        after = scan.without_dates[field.end : field.end + 2]
        if NOT_OWNER_AFTER.match(scan.without_dates, field.end):
            continue
        if field.text in _AFFILIATIONS and MASK in after:
            continue  # 御社2027年3月
        if field.text.startswith("の"):
            continue  # 毎月の与信委員会
        opens = ":=/" if scan.is_goal else ":=/、"
        if at == 0 and not re.match(rf"[{opens}]", after):
            continue
        text = field.text
        label = _LABEL.match(text)
        text = _TAIL.sub("", text[label.end() :] if label else text)
        start = field.start
        kind = _party(text, alone=not label) or _short_party(text, scan.text)
        if not kind and (kind := _last_of_list(text)):
            start = field.end - len(text.rpartition("・")[2])
        if kind and not (kind == "team" and at <= 1 and _PLACE.search(text) and not field.bracketed):
            yield kind, start, field.end


_OKURIGANA = regex(
    rf"(?:{WORD}|[ぁ-ん](?<![をがはへでとにものてよ])){{2,9}}(?<![いただるなの])(?:部|課|室|係|局|センター)(?:長|次長)?"
)
"""預り資産部, まちづくり課, くらし相談室長: a department whose name has hiragana in it."""


_SIDES = regex(r"[東西南北][、・/ と][東西南北]")


def _short_party(text: str, whole: str) -> Kind | None:
    """／梶: one letter that is a surname; and departments with hiragana in their names."""
    if len(text) == 1 and may_be_called(text):
        return None if _SIDES.search(whole) else "person"
    if not _WORDS_ONLY.fullmatch(text) and _OKURIGANA.fullmatch(text):
        return "role" if text.endswith("長") else "team"
    return None


def _last_of_list(text: str) -> Kind | None:
    """GA4の購入ファネル・EC課長: a post or a person called by an honorific at the end of a list."""
    head, dot, last = text.rpartition("・")
    if not dot or len(head) < 4:
        return None
    kind = _party(last, alone=False)
    return kind if kind == "role" or (kind == "person" and _ENDS_HONORED.search(last)) else None


def _subjects(scan: Scan) -> Iterator[Found]:
    text = scan.without_dates
    for run in _RUN.finditer(text):
        if any(
            q.start < run.end() and run.start() < q.end for q in scan.quantities if q.dimension == "people"
        ):
            continue  # 店長48名が受け
        whole = _LED.sub("", run.group()).rstrip("の")
        leads = len(whole) < len(run.group())
        whole_group = _OFFICE.search(whole) is not None and (
            text.startswith("で", run.end())
            if not scan.is_goal
            else _DOES_IT.match(text, run.end()) is not None
        )
        if (
            not leads
            and not whole_group
            and (not _ACTS.match(text, run.end()) or _JUDGES.match(text, run.end()))
        ):
            continue
        if scan.is_goal and FEELS.match(text, run.end()):
            continue
        checks = only_checks(scan, run.start(), run.end())
        for name in dict.fromkeys((whole, whole.rpartition("の")[2])):
            kind = _party(name, alone=not leads)
            if checks and (kind == "team" or (kind == "role" and not scan.is_goal)):
                break
            if kind in ("role", "team") or (kind == "person" and is_foreign_name(name)):
                yield kind, run.start() + len(whole) - len(name), run.start() + len(whole)
                break


def _party(text: str, *, alone: bool) -> Kind | None:
    """person only by an honorific or the dictionary; team only by a name that is no word of its own."""
    text = text.strip(" ・").replace("お客様", "顧客", 1)
    if is_foreign_name(text):
        return "person"
    if SCOPE.match(text):
        return None  # 対象拠点
    parts = [part for part in text.split("・") if part]
    if len(parts) > 1 and not _ENDS_HONORED.search(text):
        kinds = {_party(part, alone=False) for part in parts}
        return None if None in kinds else "person" if kinds == {"person"} else "team"
    if len(text) < 2 or not _WORDS_ONLY.fullmatch(text):
        return None
    kind = kind_of(text)
    if kind == "person" and not _ENDS_HONORED.search(text):
        name = bare_name(_LAST_TITLE.sub("", text)).rpartition(" ")[2]
        return "person" if is_surname(name) else None
    if kind == "team" and alone and (text in _UNCLEAR or NOT_TEAMS.search(text)):
        return None
    return kind
