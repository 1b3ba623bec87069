"""A promise of everybody or everything, and a plan that covers a share of them: 週次ログイン率90%, 40 of 60 trained."""

from __future__ import annotations

import re

from agent.calendar.number_words import number_of
from agent.calendar.patterns import regex
from agent.goals.promised.claims import facts_of
from agent.goals.scan import Scan

_ALL = regex(
    r"全(?=[\d一-龥ァ-ヶ])(?!体|般|廃|角|力|面|文|身|国平均|数|損|額)|すべて|全て|あらゆる|もれなく|漏れなく|一人残らず|(?:誰|だれ)もが|各(?:拠点|店|校|部|課|社|工場|現場|自|人)|100%"
    r"|(?<![a-z])(?:every|each|all|everyone|everybody|both|entire|whole|100 ?%|100 percent)(?![a-z])",
    re.I,
)
_OWN_SHARE = regex(
    r"(?<!\d)(?!100)\d{1,2}(?:\.\d+)?(?:%|割)| percent|半分|過半|半数|大半|[一二三四五]分の|(?<![a-z])(?:half|thirds?|quarters?|majority|most) (?:of|the)",
    re.I,
)
_COVERED_JA = regex(
    r"(?:利用|ログイン|受講|参加|登録|導入|展開|活用|普及|カバー|回答|提出|出席|履修|修了|入力|定着|浸透|使用|アクティブ|配備|配布|設置|接続|移行|電子化|適用|達成|実施|閲覧|既読|認知|到達)(?:者|済み?|完了)?(?:の)?(?:率|割合|比率)|(?:以上|割|%)(?:の|が)[^、。\n]{0,12}(?:使|利用|受講|参加|登録|ログイン|回答|提出|出席|入力|稼働|移行|修了|完了|適用)"
)
_COVERED_EN = regex(
    r"(?<![a-z])(?:adoption|coverage|completion|attendance|roll-?out|usage|enrol?ment|participation|onboarded|trained|logged in|log in|logs in|live|connected|migrated|registered|using|use|attend|attended|complete|completed|covered|enrolled|equipped)(?![a-z])",
    re.I,
)
_PART_EN = regex(
    r"(?<![\d.,/])(?<!every )(?<!each )(?P<part>\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: [a-z]+)? (?:(?:out )?of|in)(?: the| our| all| its| their)* (?P<whole>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)(?= [a-z])(?! (?:days?|weeks?|months?|hours?|minutes?|years?|times|points?))",
    re.I,
)
_PART_JA = regex(
    r"(?<![\d.])(?P<whole>\d[\d,]*)(?P<u>[名人台件校店社課部棟施設拠点]{1,2})(?:中|のうち|の中で?)(?:の)?(?:まず)?(?P<part>\d[\d,]*)(?=[名人台件校店社課部棟施拠])|(?<![\d.])(?P<part2>\d[\d,]*)(?P<u2>[名人台件校店社])?/(?P<whole2>\d[\d,]*)(?=[名人台件校店社])"
)


_GIVEN = regex(
    r"(?<![a-z])(?:licen[cs]es?|seats?|accounts?|devices?|tablets?|handhelds?|laptops?|scanners?|headsets?)(?= for (?:all|every|each|the whole|the entire))|(?:ライセンス|アカウント|端末|タブレット|席数?|ID)(?=を(?:全|すべて|各))",
    re.I,
)
"""What is handed to all: whether all use it is another matter."""


def covers_part(promise: Scan, plan: Scan) -> bool:
    """All was promised, no share of its own is named there, and the plan says outright that it is for fewer."""
    if not _ALL.search(promise.text):
        return False
    if _names_fewer(promise.text, plan.text):
        return True
    if _OWN_SHARE.search(promise.text):
        return False
    if _counts_fewer(plan.text) and not _of_other_things(promise.text, plan.text):
        return True
    if speaks_not_of_given(promise, plan):
        return False
    if _within_the_same(promise, plan):
        return True
    share = facts_of(plan).aim("share")
    covered = _COVERED_JA.search(plan.text) or _COVERED_EN.search(plan.text)
    return share is not None and 0 < share.value < 99.5 and covered is not None and not _has_changes(plan)


def _within_the_same(promise: Scan, plan: Scan) -> bool:
    """All paid within 30 days was promised, and 85 % paid within 30 days is planned."""
    promised, planned = facts_of(promise), facts_of(plan)
    share, span = planned.aim("share"), promised.aim("time")
    if share is None or span is None or not 0 < share.value < 99.5 or planned.changes:
        return False
    own = planned.aim("time")
    return own is not None and abs(own.value - span.value) < 1e-6


def speaks_not_of_given(promise: Scan, plan: Scan) -> bool:
    """Licences for all techs were promised, and the plan is that 80% of techs log their jobs."""
    given = _GIVEN.search(promise.text)
    return given is not None and given[0][:5].lower() not in plan.text.lower()


def _has_changes(plan: Scan) -> bool:
    return bool(facts_of(plan).changes)


_PEOPLE = regex(r"全(?:\d[\d,]*)?(?:[名人員社職]員?|スタッフ|ユーザー)")
_PLACES = regex(r"全(?:\d[\d,]*)?(?:店|拠点|工場|校|棟|支店|施設|園|車|台|路線|帳票|機能)")


def _of_other_things(promised: str, planned: str) -> bool:
    """10人中9人 where all plants were promised: people are no places."""
    part = _PART_JA.search(planned)
    if part is None:
        return False
    people = (part["u"] or part["u2"] or "")[:1] in ("人", "名")
    return (
        _PLACES.search(promised) is not None and _PEOPLE.search(promised) is None
        if people
        else (_PEOPLE.search(promised) is not None and _PLACES.search(promised) is None)
    )


def _counts_fewer(text: str) -> bool:
    for match in _PART_EN.finditer(text):
        part, whole = number_of(match["part"].replace(",", "")), number_of(match["whole"].replace(",", ""))
        if part and whole and part < whole and not _MORE.search(text, match.end()):
            return True
    for match in _PART_JA.finditer(text):
        part, whole = (
            int((match[a] or match[b]).replace(",", "")) for a, b in (("part", "part2"), ("whole", "whole2"))
        )
        if part < whole and not _MORE.search(text, match.end()):
            return True
    return False


_ALL_OF = regex(
    r"全(?P<n>\d[\d,]*) ?(?P<u>[一-龥ァ-ヶー]{1,6}?)(?=の|で|に|を|が|へ|は|、|。|$|[^一-龥ァ-ヶー])"
    r"|(?<![a-z])(?:all|every one of|each of)(?: of)?(?: the| our| their| its)* (?P<n_en>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<u_en>[a-z]{4,})",
    re.I,
)
"""全8工場, all five plants."""
_FEW = r"\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
_INSTEAD = regex(r"代わり|代え|代替|録画|対象外|(?<![a-z])instead(?![a-z])", re.I)


def _names_fewer(promised: str, planned: str) -> bool:
    """All eight of something were promised, and the plan counts two of them and says nothing of more to come."""
    whole = _ALL_OF.search(promised)
    if whole is None:
        return False
    total = number_of((whole["n"] or whole["n_en"]).replace(",", ""))
    unit = whole["u"] or whole["u_en"].rstrip("s")
    one = re.escape(unit)
    form = rf"(?<![\d.,全])(\d[\d,]*) ?{one}" if whole["u"] else rf"(?<![a-z\d.,])({_FEW}) {one}s?(?![a-z])"
    counted = [(number_of(match[1].replace(",", "")), match) for match in re.finditer(form, planned, re.I)]
    numbers = [number for number, _ in counted if number]
    numbers += [
        float(match[1])
        for _, found in counted
        for match in [_LISTED.search(planned[: found.start(1)])]
        if match
    ]
    if (
        not numbers
        or total is None
        or max(numbers) >= total
        or (sum(numbers) >= total and not _INSTEAD.search(planned))
    ):
        return False
    if re.search(rf"全\d*{one}|(?<![a-z])(?:all|each|every)[^.;]{{0,16}} {one}", planned, re.I):
        return False
    return _INSTEAD.search(planned) is not None or not any(
        _MORE.search(planned, match.end()) or _ARROW_BEFORE.search(planned[: match.start()])
        for _, match in counted
    )


_LISTED = regex(r"(?<![\d.,])(\d+)(?: and |, ?|と|・|、|\+)$")
"""50 and 40 villages: the number before counts them too."""
_ARROW_BEFORE = regex(r"(?:→|->|=>|から|ずつ|まず|先行|第1|first)[^、。;]{0,8}$", re.I)


_MORE = regex(
    r"残り|残る|のこり|あと|その後|次に|続いて|追って|→|(?<![a-z])(?:the (?:rest|other|others|remaining|remainder)|then|->|→)(?![a-z])",
    re.I,
)
"""Six of ten by August, the rest by December: a first step, read elsewhere."""
