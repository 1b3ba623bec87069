"""What will exist after an action: a named event or output. Contact verbs, 見直す, 詰める leave nothing (ruling 8)."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.words import alternation, has_japanese, lazily, pattern_of, words

ACTS_JA = alternation(words("ja", "deliverable", "acts"))
_ARTIFACTS_JA = alternation(words("ja", "deliverable", "artifacts"))
_EVENTS_JA = alternation(words("ja", "deliverable", "events"))
_END_JA = rf"(?:(?:\d|させ|する|した|して|します|し|を?行う|を?行い|を?行って|いただく|頂く|もらう|ます|済み?|い?たい|てい?く|る|を|まで|後|、|。|\n|\(|\)|/|→|:|・|;|$|」|{MASK}| |=|に|へ|で|が|は|も|と|り|き|い|っ|完了|開始|予定|・))"
_PRODUCES_JA = regex(
    rf"(?P<thing>(?:[^、。\n;]{{0,40}}?))(?P<by>を|の|に|へ|が|、|{MASK}|まで|で|から| |:|\)|・|^)?(?P<act>{ACTS_JA}){_END_JA}"
)
_ACT_JA = regex(ACTS_JA)
_EVENT_JA = regex(
    rf"(?:{_EVENTS_JA})(?=(?:[(、。\n/:→)」~第・ {MASK}]|$|を(?!通じ|見|踏|機)|の(?:実施|開催|実行|開始|日程|案内|設定|企画|運営)|開催|実施|実行|\d|@|は|に(?:て)?(?:参加|出席|招待|同席)))"
)
_ARTIFACT_END_JA = regex(rf"(?:{_ARTIFACTS_JA})(?:v?\d[\d.]*)?(?:\([^()]*\))?(?=$|[、。\n)/→;」{MASK} ])")
_HELD_JA = regex(
    r"(?P<thing>[一-龥々ァ-ヶーA-Za-z]{2,14})を(?:行う|行い|行っ|催す|催し|執り行|持つ|開始する)"
)
_LOOSE_THING_JA = lazily(
    lambda: regex(
        rf"(?:{alternation(words('ja', 'vague', 'verbs'))}|{alternation(words('ja', 'deliverable', 'contacts'))}|{alternation(words('ja', 'vague', 'nouns'))}|支援|機会|場|時間|関係|意識|確認|報告|相談)$"
    )
)
"""代理店表彰を行う is held; 必要な支援を行う is loose."""
_UNDONE_JA = regex(
    r"(?:を|について|に関して|の|と|に|へ)?[^、。\n]{0,6}?(?:検討|見直|詰め|ブラッシュアップ|相談|協議|議論|すり合わせ|考え|模索|意見交換|打診|促|フォロー|対応|支援|サポート|強化|推進|改善|連携|調整|後押し|働きかけ|お願い)(?:す|し|る|て|を|、|。|$|さ|い|く|\n|\(|\))"
)
_PLAIN_JA = alternation(words("ja", "deliverable", "plain_contacts"))
_WEAK = frozenset(words("ja", "deliverable", "weak_acts"))
_IDLE = alternation(words("ja", "deliverable", "idle_verbs"))
_DONE_TO_JA = regex(
    rf"(?:{_ARTIFACTS_JA}|[一-龥ァ-ヶー]{{2,}}[表書票簿帳図案版])(?:\([^()]*\)|v?\d[\d.]*)?を(?!(?:[^、。\n]{{0,8}})(?:{_IDLE}))(?P<verb>[^、。\n]{{1,16}})"
)
"""権限一覧表を確定させる, 比較資料をお持ちする: a named document, and something done to it."""
_RELATION_JA = lazily(
    lambda: regex(
        rf"[^、。\n]*(?:{alternation(words('ja', 'deliverable', 'relations'))})(?:性)?(?:の|を|づくりの?)?(?:{ACTS_JA})$"
    )
)
"""キーパーソンとの関係構築: what is built cannot be shown."""
_TO_ZERO_JA = regex(r"(?:ゼロ|0件|0名|0%|100%)(?:に|へ|化)|(?:を|件)(?:解消|全廃)")
_OUTPUT_JA = regex(rf"(?:{_ARTIFACTS_JA}|{_EVENTS_JA})")
_PLAIN_ACT = regex(rf"(?:{_PLAIN_JA})")


def deliverable_span(scan: Scan) -> tuple[int, int] | None:
    """Where the output or event is named; None for contact, checking and loose acts."""
    if scan.language == "en":
        from agent.goals.deliverables_en import deliverable_in_english

        return deliverable_in_english(scan)
    return _japanese(scan.without_dates)


def concrete_act(scan: Scan, clause: str) -> bool:
    """True when a clause produces or holds something, contacts somebody, or looks at results."""
    if scan.language == "en":
        from agent.goals.deliverables_en import concrete_in_english

        return concrete_in_english(clause)
    if _japanese(clause) is not None:
        return True
    return _PLAIN_ACT.search(clause) is not None


def names_output(clause: str) -> bool:
    """True when a named document, system part or event stands in the clause."""
    if not has_japanese(clause):
        from agent.goals.deliverables_en import output_in_english

        return output_in_english(clause)
    return _OUTPUT_JA.search(clause) is not None


def _japanese(text: str) -> tuple[int, int] | None:
    found: tuple[int, int] | None = None
    for match in _PRODUCES_JA.finditer(text) if _ACT_JA.search(text) else ():
        thing = match["thing"]
        if _is_bare_contact(match["act"], thing, match["by"] or "") or _undone(text, match):
            continue
        found = match.start("act") - len(thing), match.end("act")
        break
    if found is None:
        zero = _TO_ZERO_JA.search(text)
        if zero:
            return zero.span()
        event = next((m for m in _EVENT_JA.finditer(text) if not _inside_thing(text, m)), None)
        found = event.span() if event else None
    if found is not None and _RELATION_JA.match(text, *found):
        found = None
    if found is None:
        held = _HELD_JA.search(text)
        if held and not _LOOSE_THING_JA.search(held["thing"]):
            found = held.span()
    if found is None:
        done = next((m for m in _DONE_TO_JA.finditer(text) if not _loose_verb(m["verb"])), None)
        found = done.span() if done else None
    if found is None:
        artifact = _ARTIFACT_END_JA.search(text)
        found = artifact.span() if artifact else None
    if found is None:
        return None
    return found


def _loose_verb(verb: str) -> bool:
    return bool(
        pattern_of("ja", "vague", "verbs").search(verb)
        or pattern_of("ja", "deliverable", "contacts").match(verb)
    )


def _is_bare_contact(act: str, thing: str, by: str) -> bool:
    """共有, 説明, 確認 without a thing shared or shown leave nothing behind."""
    weak = act in _WEAK
    if not weak:
        return False
    if re.search(
        r"(?:フォロー|サポート|支援|対応|連携|調整|情報交換|意見交換|声かけ|声掛け|連絡|コミュニケーション|すり合わせ)を?$",
        thing,
    ):
        return True
    if by in ("へ", "に") and "を" not in thing:
        return True
    thing = (
        re.sub(r"^.*(?:早めに|早期に|へ|まで(?:に)?|様に|さんに|が|は|で)(?=.*)", "", thing)
        if not thing.endswith(("を", "の"))
        else re.sub(r"^.*(?:早めに|早期に|へ|まで(?:に)?|様に|さんに|が|は)", "", thing)
    )
    return not re.search(r"[\u4e00-\u9fffァ-ヶA-Za-z]{2,}", thing.strip("をのにがへで ")) or bool(
        re.search(r"(?:状況|様子|意向|内容を?確認|方針を?確認)$", thing.strip("をの")) and act in ("整理",)
    )


def _undone(text: str, match: re.Match[str]) -> bool:
    """作成を検討, 実施に向けて調整: the thing is only thought about."""
    return bool(_UNDONE_JA.match(text, match.end("act"))) or bool(
        re.match(
            r"(?:を|の)?(?:サポート|支援|フォロー|促|推進)|を[^、。\n]{0,10}(?:進め(?:る|て|ます|ていく|、|$)|続け(?:る|て|$))|に(?:向け|つい)|方法|状況|率|数|時|前|中|済みの|予定の|漏れ|の?(?:見直し|ブラッシュアップ)",
            text[match.end("act") :],
        )
    )


def _inside_thing(text: str, match: re.Match[str]) -> bool:
    """6/5の定例で…連携: an event where something vague happens is not what is produced."""
    return bool(
        re.match(r"(?:で|にて|の場で|後|前|まで|を(?:通じ|踏)|の(?:質|内容|運営|頻度))", text[match.end() :])
    )
