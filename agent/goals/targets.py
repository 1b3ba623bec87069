"""Baseline and target among the quantities of a goal, and targets that are a state instead of a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.calendar.patterns import regex
from agent.goals.action_counts import counts_in_action
from agent.goals.baselines import NOTHING_JA, baselines, pairs
from agent.goals.habits_en import habit_en
from agent.goals.headlines_en import felt_en
from agent.goals.levels import defined_level, grades
from agent.goals.presents_en import nothing_en
from agent.goals.quantities import Found
from agent.goals.scan import Scan
from agent.goals.states_en import state_of_goal_en
from agent.goals.states_ja import state_of_goal_ja
from agent.goals.uncounted import is_uncounted
from agent.goals.words import lazily, pattern_of

_THRESHOLD_JA = regex(
    r"(?:以上|以下|未満|超|を(?:超え|下回|上回)(?:る|た)|を切(?:る|った)|以内)(?:の|にな|となっ|が続|と)(?!る)(?:[^、。]{0,8})(?:部|課|店|拠点|営業所|支店|ユーザ|利用者|顧客|案件|社員|メンバー|人|会社|企業|場合|方|者|チーム|部署|層|アカウント|取引|商談|申請)"
)
_THRESHOLD_EN = regex(
    r"(?<![A-Za-z-])(?:below|under|over|above|less than|more than|fewer than|with)(?: \w+)? $", re.I
)
_SCOPE_JA = regex(
    r"(?:全員|すべて|全て|以上)?(?:の|での|における|への|との|に対する|向けの?|を対象に|の?間の|横断(?:の|で)|にわたる)(?:[^、。\d]{0,10})?$"
)
_STATE_JA = lazily(
    lambda: regex(
        r"(?:承認|合意|決裁|検収|締結|合格|認定|サインオフ|同意|調印|内諾|可決|議決|採択|批准|認可|許可|稟議)(?:した(?:状態|もの)|を[^、。\n]{0,14}(?:に|から|より)(?:得|取得|取り付|もら|いただ|頂)|を?(?:得|取得|取り付|もら|いただ|頂|受け|通)|済|を交わ|が?(?:お?り|下り|降り)|され|に至|をとる|をとっ|を取っ|を取る|を?取りつけ|を取付|を勝ち取|を引き出|完了|まで|を経|通過|に(?:署名|サイン)|して(?:いる|もら)|する|(?<!稟議)(?:$|[)、。\n]))"
        r"|(?:OK|オーケー|ゴーサイン|GOサイン|お墨付き|了承|了解|内諾|許諾|認め印|認印|判子?|ハンコ|はんこ)(?:を|が)(?:もら|いただ|頂|得(?!意)|取|とる|とっ|出[すしるたて]|下り|降り|押|つ[いく])|(?:サイン|署名|捺印|押印|調印)(?:を?(?:する|して|した|し、|交わ|揃え)|が(?:揃|そろ))"
        r"|(?:ご?発注|追加発注|ご?契約|更新契約|契約更新|ご?注文|受注)(?:を?(?:いただ|頂|もら|獲得|受け|得|締結|取得)|に至)|(?:署名|サイン|押印)(?:を|済|いただ)|(?:発注書|注文書|申込書|契約書|内示|内諾書|確認書|同意書)(?:の|を)?(?:受領|受け取|いただ|取得|回収)|(?:契約|更新)を(?:更新|締結)?して(?:いただ|もら)"
    )
)
_BROUGHT_TO_JA = regex(
    r"(?:承認|合意|決裁|検収|締結|調印|認可|許可|サインオフ)まで(?:を)?(?:持っ|もっ|こぎ|漕ぎ|運|進|済|取|終|完了|引っ張)"
)
"""工場長承認まで持っていく: the state, though the words are taken for a time."""
_CERTIFIED_JA = regex(r"(?:資格|認証|認定|ISO)[^、。]{0,8}取得|全件(?:電子化|移行|入力)")
_STATE_EN = lazily(
    lambda: regex(
        r"(?<![a-z])(?:sign(?:s|ed)?[- ]?off|signoff|approv(?:e|es|ed|al)|agree(?:s|d)?|accept(?:s|ed|ance)|certif(?:y|ied|ication)|(?:contract|order|renewal|amendment|sow) (?:is )?signed|sign(?:s|ed)? (?:the )?(?:contract|order|renewal|amendment|sow|order form)|ratif(?:y|ies|ied)|countersign(?:s|ed)?|(?:resolution|motion|audit|inspection|exam|certification) (?:is )?passed|pass(?:es|ed)? the (?:audit|inspection|exam|certification)|a yes from|adopted by|(?:agreement|contract|renewal|order|charter|nda|sla) (?:is )?(?:signed|renewed|concluded)|(?:written |formal |in-principle )?consent(?! form)|(?:report|plan|protocol|minutes|document|form|list|record|certificate|statement|charter|policy|specification|spec|design|sheet) (?:is |was )?(?:signed|initialled|countersigned)(?: off)? by|(?:have|has|get|gets|getting|having) [^,.;]{2,48}? (?:signed|initialled|initialed|initial|countersigned|countersign|ratified|stamped|cleared|notarised|notarized|sealed)|signed by|endorse[ds]?|sign(?:s|ed)? (?:it|them|this|that|[a-z]+ (?:[a-z]+ )?)off|initials? (?:it|them)|(?:gives?|giving|given|has given) (?:it |us |them |this )?(?:(?:the|its|their|his|her|a|an|final|formal|written) )+(?:ok|okay|go-ahead|green light|nod|thumbs-up|thumbs up|clearance|sign-off)|(?:get|gets|obtain|obtains|secure|secures|collect|collects|receive|receives) [^,.;]{0,40}?(?:signatures?|countersignature|green light|go-ahead|formal ok|final ok)|okayed by|ok'd by|co-?sign(?:s|ed)? (?:by|it|the)|go/no-go decision|decision (?:made|taken))(?![a-z])",
        re.I,
    )
)


@dataclass(frozen=True, slots=True)
class Targets:
    """What the numbers are; spans are of the folded text."""

    baseline: Found | None = None
    target: Found | None = None
    state: tuple[int, int] | None = None  # a binary deliverable instead of a number
    nothing_today: tuple[int, int] | None = None  # an explicit 'none today'
    pair: bool = False
    all_targets: tuple[Found, ...] = ()


def read_targets(scan: Scan) -> Targets:
    """Baseline and target; an action's minutes, pages and thresholds are neither."""
    graded = grades(scan)
    if graded is not None and all(q.spelled for q in scan.quantities):
        low, high = graded
        return Targets(baseline=low, target=high, pair=low is not None, all_targets=(high,))
    bases = [base for base in baselines(scan) if not _defines(scan, base, scan.quantities)]
    pair_ends = {id(second) for _, second in pairs(scan)}
    taken = {id(base) for base in bases}
    candidates = [q for q in scan.quantities if id(q) not in taken]
    candidates = [q for q in candidates if id(q) in pair_ends or _is_target(scan, q)]
    candidates = [q for q in candidates if not _defines(scan, q, candidates)]
    counting = [q for q in candidates if q.dimension != "all" or _all_counts(scan, q)]
    candidates = counting or candidates
    target = next((q for q in candidates if id(q) in pair_ends), None)
    if target is None and candidates:
        target = next((q for q in candidates if not q.spelled), candidates[0])
    pattern = nothing_en() if scan.language == "en" else NOTHING_JA
    nothing = pattern.search(scan.text)
    if nothing and target is not None and nothing.start() <= target.start < nothing.end():
        target = next((q for q in candidates if not nothing.start() <= q.start < nothing.end()), None)
    level = defined_level(scan.text)
    if level and (target is None or target.spelled):
        return Targets(
            baseline=bases[0] if bases else None,
            target=level,
            nothing_today=nothing.span() if nothing else None,
        )
    state = None if target is not None and not target.spelled else read_state(scan)
    candidates = [q for q in candidates if q.dimension != "all" or _all_counts(scan, q)]
    if target is not None and target.dimension == "all" and not _all_counts(scan, target):
        target = None
    return Targets(
        baseline=bases[0] if bases else None,
        target=target,
        state=state,
        nothing_today=nothing.span() if nothing else None,
        pair=bool(pair_ends),
        all_targets=tuple(candidates),
    )


def read_state(scan: Scan) -> tuple[int, int] | None:
    """A yes-or-no state: 承認を得る, sign-off; for goals also 稼働している, go live."""
    english = scan.language == "en"
    found = [(_STATE_EN if english else _STATE_JA).search(scan.without_dates)]
    if not english and found[0] is None:
        found[0] = _BROUGHT_TO_JA.search(scan.text)
    if scan.is_goal and english:
        found.append(state_of_goal_en(scan.without_dates))
    elif scan.is_goal:
        found += [state_of_goal_ja(scan.without_dates), _CERTIFIED_JA.search(scan.without_dates)]
    for match in found:
        if match and not (
            english
            and re.match(
                r" (?:process|workflow|flow|time|rate|route|cycle|matrix|steps?|times)",
                scan.text[match.end() :],
            )
        ):
            if english and (_describes(scan.text, match) or _LEFT_OPEN_EN.search(scan.text[: match.start()])):
                continue
            if english and _WORK_OF_APPROVING.search(match.group()) and _EASED_EN.match(scan.text):
                continue
            return match.span()
    if english and scan.is_goal and not scan.quantities:
        habit = habit_en(scan.text, felt_en())
        return habit.span("act") if habit else None
    return None


_LEFT_OPEN_EN = regex(r"(?<![A-Za-z])(?:to be|yet to be|still to be|not yet|tbd) (?:[a-z]+ )?$", re.I)
"""Amount to be agreed: open, no state to reach."""
_WORK_OF_APPROVING = regex(r"(?:approval|acceptance|certification|sign-?off)$", re.I)
_EASED_EN = regex(
    r"\W*(?:to )?(?:streamline|simplify|improve|accelerate|automate|modernise|modernize|optimise|optimize|speed up|shorten|reduce|cut|standardise|standardize|rethink|revamp|redesign|digitise|digitize)(?![a-z])",
    re.I,
)
"""Streamline invoice approval: the approving is work to be eased, not a state to reach."""
_LOOSE_EN = pattern_of("en", "vague", "nouns")


_BEFORE_A_MANNER = frozenset(("a", "an", "our", "clear", "jointly", "mutually", "clearly", "commonly"))
_LOOSELY_ACCEPTED_EN = regex(
    r"(?<![a-z])(?:good|better|best|broad|broader|wide|wider|high|higher|great|greater|full|fuller|genuine|real|strong|stronger|general|widespread|growing) (?:[a-z]+ )?(?:acceptance|approval|agreement|consent|endorsement)$",
    re.I,
)
"""Good acceptance by the workforce: how much, not whether."""


def _describes(text: str, match: re.Match[str]) -> bool:
    """An agreed way of working, Complete transparency: the word says what kind, not what will be."""
    if _LOOSELY_ACCEPTED_EN.search(text[: match.end()]):
        return True
    if re.search(r"(?:es|sign|agree|ees|off|by|it)$", match.group(), re.I):
        return False  # the CFO approves it: somebody does
    if re.match(r" (?:it|them)(?![a-z])", text[match.end() :]):
        return False
    before, after = text[: match.start()].rstrip().rpartition(" ")[2].lower(), text[match.end() :]
    if before == "as":
        return True  # as endorsed by the deputy mayor
    if not re.match(r" [a-z]", after) or re.match(
        r" (?:by|on|in|at|for|from|with|before|to|and|off|all|the|every|\d)(?![a-z])", after
    ):
        return False
    loose = _LOOSE_EN.match(text, match.end() + 1) or _ABSTRACT_EN.match(text, match.end() + 1)
    return before in _BEFORE_A_MANNER or loose is not None


_CAPACITY_EN = regex(
    r"(?<![a-z])(?:capacity(?: of| for)?|seats for|room for|places for|limited to|max\.?|up to)[: ]*$", re.I
)
_CAPACITY_JA = regex(
    r"(?:定員|(?<!導入)(?<!利用)(?<!契約)(?<!稼働)(?<!配布)席数|収容人数|募集(?:人数|枠)?|先着|定数|会場)(?:は|:|を|約|各回)?$"
)
"""定員80名: how many there is room for."""


_DEFINITION = regex(
    r"(?<=[^\s()]) ?\(=?(?P<inner>[^()]*(?:以上|以下|以内|未満|超|を超え|at least|or more|or fewer|minimum|min\.|weekly|monthly|daily)[^()]*)\)",
    re.I,
)


def _defines(scan: Scan, quantity: Found, others: list[Found]) -> bool:
    """担当者(週1回以上ログイン)60名: whom the figure behind the brackets counts."""
    for match in _DEFINITION.finditer(scan.text):
        if match.start("inner") <= quantity.start < match.end("inner"):
            return any(match.end() <= other.start < match.end() + 16 for other in others)
    return False


_LOOKED_AT_JA = regex(
    r"(?:、|で|に|\ue000|と|は|の)*(?:点検|確認|見直|振り返|レビュー|見る|報告|打ち合わせ|集ま)"
)
"""期中に2度、10月末と11月末に点検: how often it is looked at."""
_WHAT_FOR_JA = regex(r"(?:す)?(?:る)?(?:ため|べく|ように|目的で|狙いで)")
"""当たり外れをなくすため、…: what an action is for, not what comes of it."""
_LEFT_OUT_JA = regex(
    r"(?:は|を|も|については)[^、。\n]{0,8}(?:対象外|見送|除|外す|来年|次年度|来期|次期|別途|しない|未定|後日|追って|検討)"
)
"""残り2行は対象外: what is not aimed at."""


def _is_target(scan: Scan, quantity: Found) -> bool:
    text = scan.masked
    if is_uncounted(text, quantity):
        return False
    after = text[quantity.end : quantity.end + 24]
    before = text[max(0, quantity.start - 16) : quantity.start]
    if _CAPACITY_JA.search(before) or (not scan.is_goal and _CAPACITY_EN.search(before)):
        return False
    if scan.language == "en":
        known = quantity.value < 10 and before.lower().endswith(_KNOWN_FEW_EN)
        if known and _felt_by_all(text, quantity):
            return False
        if (quantity.spelled or quantity.value == 1) and _counts_nothing_en(text, quantity):
            return False
        if not scan.is_goal and quantity.dimension == "zero" and text[: quantity.start].endswith("("):
            return False  # (no site visits): on what terms
        if not scan.is_goal and _THRESHOLD_EN.search(text[max(0, quantity.start - 16) : quantity.start]):
            return False
    else:
        if re.match(r"(?:の)?(?:うち|中の|ある中)", after):
            return False
        if not scan.is_goal and quantity.spelled and _WHAT_FOR_JA.match(after):
            return False
        if quantity.unit in ("回", "度") and _LOOKED_AT_JA.match(after):
            return False
        if before.endswith(("残り", "残る", "残りの")) and _LEFT_OUT_JA.match(after):
            return False
        if _THRESHOLD_JA.match(after):
            return scan.is_goal and quantity.change
        vague = pattern_of("ja", "vague", "verbs").search(after)
        if (
            vague
            and "を" not in after[: vague.start()]
            and not quantity.spelled
            and _SCOPE_JA.fullmatch(after[: vague.start()])
        ):
            return False
    if scan.is_goal:
        return True
    return counts_in_action(scan, quantity)


_ALL_ACT = regex(
    r"[^、。\n]{0,16}(?:電子化|移行|入力|登録|完了|開始|展開|導入|設定|切り?替|接続|ログイン|受講|署名|回答|提出|配布|紐付|統一|廃止|一本化|稼働|回[しす]|流[しす]|載せ|乗せ|済ませ|片付け|返[しす]|終え)"
    r"|(?:で|に|へ)?(?=$|[。\n(])"
)


def _all_counts(scan: Scan, quantity: Found) -> bool:
    """全件電子化 is a target; 全社で活用を推進 is not."""
    if scan.language == "en":
        return not _FIGURE_EN.search(scan.text[: quantity.start]) and not _vague_only(scan)
    return bool(_ALL_ACT.match(scan.masked, quantity.end))


_PHRASES_EN = pattern_of("en", "abstract", "phrases")
_ABSTRACT_EN = pattern_of("en", "abstract", "nouns")
_WHEN_EN = regex(r" (?:by|on|in|before|after|from|at|until|come) ?(?:the )?\ue000+", re.I)
_HELD_BY_ALL = regex(
    r"(?<![a-z])(?:[a-z]{2,}ed|[a-z]{2,}ing|live|done|online|paid|sent|built|written|open|shut|run|runs|use|uses|log|logs|files?|enters?|submits?|books?|complete|signs?|on|in|through|via|within|by|before|after|at|below|above|under|over|\d[\d.,%]*)(?![a-z])",
    re.I,
)


_ONE_OF_A_KIND_EN = regex(r"one [a-z]", re.I)
"""one seamless journey: a slogan, when the word after it is loose."""


def _abstract_head(text: str, place: int) -> bool:
    """An abstract noun that is itself what is counted: zero hassle; data breaches are counted."""
    found = _ABSTRACT_EN.match(text, place)
    return found is not None and _NOUN_FOLLOWS.match(text, found.end()) is None


_NOUN_FOLLOWS = regex(
    r" (?!in|on|at|for|of|to|from|by|with|and|or|as|when|while|until|before|after|across|during|this|next|per|left|is|are|was|will|through|over|under|than|more|that|which)[a-z]{3,}s(?![a-z])"
)


def _counts_nothing_en(text: str, quantity: Found) -> bool:
    """zero hassle, all hands, one version of the truth; all and every count where something is done to or by each."""
    near = text[max(0, quantity.start - 4) : quantity.end + 40]
    if _PHRASES_EN.search(near):
        return True
    if quantity.value == 1 and _ONE_OF_A_KIND_EN.match(text, quantity.start):
        return pattern_of("en", "vague", "adjectives", "degree").match(text, quantity.start + 4) is not None
    noun = re.match(r"(?: [a-z'-]+){0,3}", text[quantity.end :], re.I)
    if quantity.dimension == "zero":
        first = re.match(r" (?:more )?(?:[a-z'-]+ )?", text[quantity.end :], re.I)
        place = quantity.end + 1
        return bool(
            _abstract_head(text, place)
            or (first and _abstract_head(text, quantity.end + first.end()))
            or re.match(r" more [a-z]+ing(?![a-z])", text[quantity.end :])
            or (
                re.fullmatch(r"no more", text[quantity.start : quantity.end], re.I)
                and re.match(r" [a-z]+ing(?![a-z])", text[quantity.end :]) is not None
            )
        )
    if quantity.dimension == "all" and noun is not None:
        if (
            _felt_by_all(text, quantity)
            or _loose_everywhere(text, quantity)
            or _felt_everywhere(text, quantity)
        ):
            return True
        return (
            _HELD_BY_ALL.search(_WHEN_EN.sub("", text[quantity.end :])) is None
            and _HELD_BY_ALL.search(_WHEN_EN.sub("", text[: quantity.start])) is None
        )
    return False


_CLAUSE_END_EN = regex(r"[,;.()\n\d]|\ue000| and | but | so ")
_LOOSE_STATES_EN = ("degree", "adjectives", "comparatives")
_WITH_VERB_EN = regex(
    r"(?<![a-z])(?:is|are|be|being|feels?|to feel|pull(?:s|ing)?|row(?:s|ing)?|march(?:es|ing)?|mov(?:e|es|ing)|work(?:s|ing)?|sing(?:s|ing)?|runs?|running|stays?|gets?|becomes?|looks?)(?: (?:to|in|on|from|as|at|all|of|off|the|a|an|for))* $",
    re.I,
)


def _felt_by_all(text: str, quantity: Found) -> bool:
    """every country team is comfortable with it, all shifts pull in the same direction: nothing that all of them do."""
    rest = text[quantity.end :]
    stop = _CLAUSE_END_EN.search(rest)
    clause = rest[: stop.start()] if stop else rest
    loose = pattern_of("en", "vague", *_LOOSE_STATES_EN).search(clause)
    if loose is None:
        return False
    before = clause[: loose.start()]
    return _WITH_VERB_EN.search(before) is not None or re.fullmatch(r" ?(?:[a-z-]+s )?", before) is not None


_FEELS_EN = regex(
    r"(?<![a-z])(?:feels?|sense|senses|enjoys?|loves?|likes?|trusts?|appreciates?|values?|believes? in|notices?|experiences?|sees?|perceives?|recogni[sz]es?|embodies|embody|lives?) (?:the |a |an |our |their |its |in |more |real )*[a-z]+ (?:in|at|on|across|through|throughout|with|of|for|from|during|to) $",
    re.I,
)
"""Customers feel the difference in every …: what is felt, wherever it is felt."""


def _felt_everywhere(text: str, quantity: Found) -> bool:
    return _FEELS_EN.search(text, 0, quantity.start) is not None


_PLACE_EN = regex(r"^\W*(?:[a-z-]+ ){1,6}(?:in|across|at|throughout|for|over|on|within) $", re.I)


def _loose_everywhere(text: str, quantity: Found) -> bool:
    """Consistent look and feel in all shops: of a loose thing all only says where."""
    before = text[: quantity.start]
    loose = pattern_of("en", "vague", "degree", "adjectives", "comparatives").match(before.lstrip())
    return loose is not None and _PLACE_EN.match(before) is not None and not _ACTED_EN.search(before)


_ACTED_EN = regex(r"(?<![a-z])[a-z]{2,}(?:ed|ing)(?![a-z])", re.I)
_KNOWN_FEW_EN = ("the ", "our ", "these ", "those ", "their ")
"""the two cultures: which ones, not how many there are to be."""
_FIGURE_EN = regex(
    r"(?<![A-Za-z])(?:at the (?:heart|core|centre|center|forefront) of|in the (?:fabric|spirit|mind|minds) of|part of|front and centre in|baked into|woven into|central to|second nature (?:to|for)|with|alongside|closer to|for|by) $",
    re.I,
)
"""at the heart of every decision: a figure of speech, nothing counted."""


def _vague_only(scan: Scan) -> bool:
    return bool(pattern_of("en", "vague", "verbs").match(scan.text.strip().lower()))
