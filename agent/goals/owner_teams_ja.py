"""The team that owns a Japanese goal or action: what it is called (各店で, われわれは, 合同チームで) and that it acts."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.owner_fields_ja import FEELS, NOT_OWNER_AFTER, NOT_TEAMS, SCOPE, only_checks
from agent.goals.parties_ja import TEAM_END, TEAM_NAME, WORD, Kind
from agent.goals.quantities import MASK
from agent.goals.scan import Scan

Found = tuple[Kind, int, int]

_US_JA = regex(
    r"(?:^|[、。\n;])(?P<team>われわれ|我々|私たち|私達|わたしたち|わたくしども|私ども|我が社|我が(?:部|課|チーム)|うちのチーム|弊チーム|当チーム|当部|当課|当室)(?:が|は|で|も|として|主導|総出|一丸|一同|全員)"
)
_JOINT_JA = regex(
    rf"(?P<team>{WORD}{{2,10}}(?:と|・|、|および|及び){WORD}{{2,10}}(?:と{WORD}{{2,10}})?の(?:合同|共同|混成|連合|横断)?(?:チーム|プロジェクト|PJ|部会|ワーキング|WG|班|体制|タスクフォース))(?=で|が|は|にて|に)"
)
"""われわれは…, 人事と情シスの合同チームで: several together."""
_ALL_OF = regex(
    r"(?P<team>(?:[一-龥ァ-ヶー]{2,10}(?:の)?)?(?:全員|一同|皆(?:様|さん|さま)?|みな(?:様|さん|さま)|各位|方々|面々)|両社の[一-龥ァ-ヶA-Z]{2,8}|両社|双方|両者|両チーム|両部門|二社|三社|2社|3社|四者|三者)(?:とも|共に|ともに)?(?=で(?!の)|が|にて)(?!で[^、。\n]{0,4}(?:合意|締結|署名|確認済))"
)
_EACH = regex(
    r"(?P<team>各(?:店舗?|拠点|支店|部門?|部署|課|工場|営業所|エリア|チーム|校|院|施設|現場|社)(?:長)?(?:の(?:代表者?|担当者?|責任者|メンバー|リーダー|事務))?)(?=で|が|にて|に(?:て|おいて)|は)|(?P<several>各(?:店舗?|拠点|支店|部門?|部署|課|工場|営業所|校|院|施設|現場)の?(?:店長|所長|部長|課長|室長|係長|工場長|校長|責任者|担当者?|リーダー)(?:たち|達|陣|ら|方))(?=$|[、。\n)が]|で)|(?P<both>(?:[一-龥ァ-ヶーA-Za-z]{1,8}[・と、]){1,3}[一-龥ァ-ヶーA-Za-z]{1,8}の?(?:両|各|3|三|二|2)(?:部門?|課|室|係|班|局|チーム|グループ|社|店|校|院|センター|部署|拠点|工場|支店))(?=で|が|にて|に(?:て|おいて)|は|合同|共同|連名|共催|主催|主導|$|[、。\n)/;])"
)
_TEAM = regex(
    rf"(?P<team>(?:(?:各|全|両|弊社|当社|御社|貴社|先方|顧客|お客様)(?:の)?)?(?:(?:{WORD})*?(?:{TEAM_END})(?!{WORD}{{0,3}}(?:部|課|室|係|班|チーム|グループ|局|センター)(?!長))(?:の(?:皆様?|{TEAM_NAME}|有志|メンバー|担当者?|方々|面々|チーム|全員|スタッフ|若手|リーダー陣))?|(?:{TEAM_NAME})(?:側)?(?:・(?:{TEAM_NAME}))*))"
)
_TEAM_ACTS = regex(
    r"(?:さん|様)?(?:\([^()]*\))?(?:を中心(?:に(?!置|据)|と)|が(?!あ|高|低|多|少|増|減|必|足|中心の)|は(?!じめ)|にて(?!承認|算|計|測|集|確認|判|検)|で(?=[^、。\n]{0,20}(?:実施|作成|対応|進め|行|まとめ|設定|運用|検討|整備|準備|入力|開催|提出|完了|登録|展開|分担|回収|用意|配布|作る|作り|書く|書き|担う|担い|決め|回す|手配|管理し|とりまとめ|取りまとめ|切替|切り替|ご用意|主導|推進し))(?!は|の|も|算|計測|測定|集計)|主管|主導|主体|担当|責任|発で|の(?:誰|だれ|どなた)か|→|に(?:依頼|て実施)|側で|:(?!"
    + MASK
    + "))"
)
_CALLED_ON = regex(
    rf"(?:^|[。\n])(?P<team>{WORD}{{1,10}}(?:の(?:みなさん|皆さん|みなさま|皆様|各位|方々|一同)|(?:さん|様)(?:方|がた|たち|達)|各位|諸氏))(?:、|へ?:)"
)
"""資材課のみなさん、…; 支店長さん方、…: those who are called on are to do it."""


def team_of(scan: Scan, text: str) -> Found | None:
    """The first team that acts or stands in a field of its own."""
    us = _US_JA.search(text) or _JOINT_JA.search(text) or _CALLED_ON.search(text)
    if us:
        return "team", *us.span("team")
    each = _EACH.search(text) or _ALL_OF.search(text)
    if each and not NOT_OWNER_AFTER.match(text, each.end()):
        return "team", *each.span()
    for match in _TEAM.finditer(text):
        team = match["team"]
        if len(team) == 1 or NOT_TEAMS.search(team) or SCOPE.match(team):
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
