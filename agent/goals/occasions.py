"""Times hung on an occasion that names no day: 診療報酬改定までに, 後任が決まったら, before the ISO audit, once legal signs off.

A compound noun is an occasion by how it ends (data/occasions.toml); a clause by its verb of completion. What is found
only adds to the dates of the calendar; where both read the same words, the longer one stands.
"""

from __future__ import annotations

import re
from functools import cache

from agent.calendar import DateMention
from agent.calendar.alternation import alternation
from agent.calendar.number_words import NUMBER_WORDS_EN
from agent.calendar.only_where import only_where
from agent.calendar.patterns import regex
from agent.goals.words import data, has_japanese, pattern_of

Span = tuple[int, int]
_WORD = r"[\u4e00-\u9fff々ァ-ヶーA-Za-z&]"


@cache
def _lists(language: str) -> dict[str, list[str]]:
    return dict(data("occasions")[language])


@cache
def _japanese() -> tuple[re.Pattern[str], ...]:
    ja = _lists("ja")
    noun = rf"(?:[12３二三]学期|(?:{_WORD}|の(?={_WORD})){{0,12}}?{alternation(ja['ends'])})"
    count = r"(?:の?(?:\d{1,3}|数|半)(?:か月|カ月|週間?|日|営業日|年)?(?:以内|前|後)?(?:に|で)?)?"
    then = rf"{alternation(ja['completions'])}{alternation(ja['then'])}"
    return (
        only_where(
            regex(rf"(?:学期|{alternation(ja['ends'])})(?:{alternation(ja['ties'])})"),
            regex(rf"(?<![一-龥々ァ-ヶーA-Za-z\d])(?P<noun>{noun})(?:{alternation(ja['ties'])}){count}"),
        ),
        only_where(
            regex(alternation(ja["sure_ties"])),
            regex(
                rf"(?<![一-龥々ァ-ヶーA-Za-z\d])(?P<noun>{_WORD}{{2,12}}?)(?:{alternation(ja['sure_ties'])})"
            ),
        ),
        only_where(
            regex(then),
            regex(
                rf"(?:^|(?<=[、。\n;(/|]))(?P<noun>[^、。\n;()/|\d]{{2,18}}?)(?:が|の|を|に|は|も)?{then}(?:に|は|には)?"
            ),
        ),
        only_where(
            regex(r"(?:シーズン|季節|商戦|学期|替わり|替り)中?に"),
            regex(rf"{_WORD}{{0,8}}(?:シーズン|季節|商戦|学期|替わり|替り)(?:中)?に(?:は)?"),
        ),
        regex(
            r"(?:^|(?<=[、。\n;(]))(?:次回の?|次の|来る)[^、。\n\d]{2,12}(?:の(?:頃|ころ|場|席)?(?:に|には|で|まで)|期間(?:内|中)(?:に)?|(?:で|にて)(?=$|[、。]|判[定断]|確認|評価|検証|点検|報告|提出|共有|発表|説明|提示|承認|決議|審議|諮|配)|頃(?:に|には)?)"
        ),
        regex(
            r"(?:^|(?<=[、。\n;(]))(?:[^、。\n\d]{2,14})(?:が(?:[^、。\n\dを]{1,5}て)?(?:始まる|終わる|済む|落ち着く|明ける|決まる|固まる|出る|届く|揃う|そろう|整う|開く|開ける)|の(?:準備|支度)が(?:始まる|整う))(?:の)?(?:頃|ころ|前|まで|あと|後|時期|タイミング)(?:に|には|まで|で)?"
        ),
        regex(
            r"(?:^|(?<=[、。\n;(]))(?:[一-龥ァ-ヶー](?:[一-龥ァ-ヶー]|[えりいき](?=の)){1,7})の(?:あと|後|前|頃|ころ|手前|直前|直後)(?:に|には|で|までに|まで|あたり|、|$)"
        ),
        only_where(
            regex(r"頃|ころ|ごろ|時分|時期|時節|タイミング|段階|暁|手前|次第|まで|前"), _clause_of_time()
        ),
        only_where(regex(r"[てで]から|[ただ]ら|(?:ひと|一)(?:段落|区切り|息|山)"), _once_it_has_happened()),
        regex(r"(?:そう|さほど)?遠く(?:ない(?:うち|時期|将来)|ならないうち)(?:に)?|近い(?:うち|将来)(?:に)?"),
        regex(r"第\d{1,3}期(?:中|末|内|いっぱい|の?終わり)(?:に|まで|で)?"),
        regex(
            r"(?:来|今|翌|この)(?:春|夏|秋|冬)(?:先|口|場)?(?:あたり|辺り|頃|ころ|ごろ|中|のうち|まで)?(?:に|まで|には)"
        ),
        regex(rf"{alternation(ja['some'])}(?:以内|内|後|先|のうち)(?:に)?"),
        only_where(
            regex(r"たら|だら|てから|でから"),
            regex(
                r"(?:^|(?<=[、。\n;(]))[^、。\n\dを]{1,10}に(?:乗っ|慣れ|達し|入っ|なじん|馴染ん|移っ|至っ)(?:たら|だら|てから|でから)"
            ),
        ),
        regex(
            r"(?:見積り?|結果|許可|認可|承認|内示|辞令|図面|予算|通知|判定|回答|返事|結論|方針|仕様|決算|数字)が(?:出|届い|戻っ|下り)(?:たら|てから|次第)"
        ),
        only_where(
            regex(r"計画|中計"),
            regex(r"(?:計画|中計)(?:の)?(?:最終|初|中間|\d)年(?:度|目)(?:に|で|まで(?:に)?)?"),
        ),
        regex(
            r"[一-龥ァ-ヶー]{1,5}(?:期|季|季節|シーズン|休み|時期|期間|最中)の(?:うち|間|あいだ)に|(?:^|(?<=[、。\n;(]))(?![毎隔各])[一-龥ァ-ヶー]{2,10}の[一-龥]{2}(?:後|前)(?:に|は)|(?:^|(?<=[、。\n;(をはにが]))次(?:回)?の[^、。\n\d]{2,8}前(?:に|まで)"
            r"|(?:^|(?<=[、。\n;(]))\d{1,2}(?:か月|週間|年|日)で(?=(?![^、。]{0,8}(?:元|回収|黒字|採算))[^、。\d()]{0,12}(?:成果|立ち上|立上|移行|定着|終え|軌道|稼働|切り替|切替|展開|導入|自走|独り立ち|浸透|仕上げ|結果))"
        ),
        regex(
            r"(?:新人|後任|担当|次期|新任|新卒|中途)[^、。\n\d]{0,10}(?:る|た)(?:頃|ころ|時期|タイミング)(?:に|には)?"
        ),
    )


def _clause_of_time() -> re.Pattern[str]:
    """在庫が片付くころまでに, 新人が独り立ちする時分, 話がまとまり次第: a clause of its own that ends in a word of time."""
    when = r"(?:頃|ころ|ごろ|時分|時期|時節|タイミング|段階|暁)"
    clause = (
        r"(?!いま|今|毎|各|従来|前回|導入|その|この)(?:(?![毎各]|ごと|たび|場合|都度)[^、。\n;()\d→]){2,18}?"
    )
    ends = rf"(?:[うくぐすつぬぶむるいただ]{when}|[いきぎしちにびみりえけげせてねべめれ出来得見]次第|[がも](?:(?!を)[^、。\n;()\d→]){{1,8}}[うくぐすつぬぶむる](?:手前|前(?=に?(?:$|\)))|まで)|(?:入り|明け|替え|越し|上げ|始め|終わり)の手前)"
    return regex(
        rf"(?:^|(?<=[、。\n;(]))(?:{clause}){ends}(?:あたり|辺り|ぐらい|くらい)?(?:まで)?(?:に|には|で|では|を[目め](?:処|途|ど)に)?(?=[、。\n;()]|$)"
    )


def _once_it_has_happened() -> re.Pattern[str]:
    """社長が戻られたら, 雪が解けてから: what somebody waits for, other than what may or may not happen (エラーが出たら)."""
    chance = r"あっ|無かっ|なかっ|出|起き|見つか|発生し|止まっ|遅れ|足り|超え|下回|上回|割っ|割れ|困っ|必要|余っ|増え|減っ|来なかっ|間に合わ|漏れ|外れ|合わな|届かな|つかな"
    return regex(
        rf"(?:^|(?<=[、。\n;(]))(?:(?![毎各]|ごと|たび|場合)[^、。\n;()\dを→]){{1,14}}(?:が|も)(?!{chance})(?:[^、。\n;()\dをはが→]){{1,8}}(?:[てで]から|[ただ]ら)(?:に|は)?(?=[、。\n;()]|$)|(?:ひと|一)(?:段落|区切り|息|山)[^、。\n\d]{{0,4}}?(?:[たっいし]ところ|たら|てから|後|したころ)(?:で|に)?"
    )


@cache
def _english() -> tuple[re.Pattern[str], ...]:
    en = _lists("en")
    tie = rf"(?:{alternation(en['ties'])})"
    amount = rf"(?:(?<!\d )(?:\d{{1,3}}|{alternation(NUMBER_WORDS_EN)}) (?:day|week|month)s? )?"
    ends = rf"{alternation(en['ends'])}s?"
    noun = rf"(?:(?:the|our|their|your|its|a|an|this|next|new|upcoming|coming|following) )*(?:(?!{tie} )[a-z0-9'-]+ ){{0,3}}?{ends}(?: {ends})?(?: \d| one| two| three| is over| ends| starts| begins)?"
    return (
        regex(rf"(?<![a-z-]){amount}(?P<tie>{tie}) (?P<noun>{noun})(?![a-z-])", re.I),
        regex(rf"(?<![a-z-])(?:\d{{1,3}}|{alternation(NUMBER_WORDS_EN)}) (?:day|week|month)s? (?:after|into|from|following|past|post|before) (?P<noun>(?:the |our |their )?[a-z-]+(?: [a-z-]+)?)(?![a-z-])", re.I),
        regex(rf"(?<![a-z-])(?:{alternation(en['clauses'])}|when(?! (?:they|you|it|we|he|she|one|people|users|someone)(?![a-z]))) (?!a |an |per |every |each |weekly|monthly|daily|quarterly|more |again|and )(?P<noun>(?:the |our |their |your |a new |it |they |we |all )?(?:[a-z'-]+ ){{0,4}}?(?:[a-z]+s|is|are|has|have|had|begins?|opens?|gets?|goes|runs?|done|ready)(?: (?:off|in|up|over|out|live|open|back|running|ready|done|settled|signed|approved|agreed|finished|complete|completed|clear|through))*)(?![a-z])", re.I),
        regex(r"(?<![a-z-])(?:before|after|until|till|once) (?P<noun>(?:we|they|you|he|she|it|everybody|everyone|somebody) (?:[a-z]+ly )?[a-z]{2,}(?: (?:the |our |their |a |an |its )?[a-z-]+){0,2})(?![a-z])", re.I),
        regex(r"(?<![a-z-])(?:before|after|until|till|once|when|as soon as) (?P<noun>(?:the|our|their|all|both) (?:[a-z-]+ )?[a-z]+s (?:come|go|get|arrive|leave|return|open|close|finish|end|start|begin|meet|sit|settle|move|reopen|change|agree|sign|land|turn up|report|visit|resume|retire|hand over|have [a-z]+|are [a-z]+)(?: (?:back|in|up|over|out|off|down))?)(?![a-z])", re.I),
        regex(r"(?<![a-z-])(?:ahead of|in time for|in the run-?up to|on the back of|off the back of|in the wake of) (?P<noun>(?:(?:the|our|their) )?(?:[a-z-]+ )?[a-z]{5,}(?:ing|ion|ment|over|out|off|up|season|release))(?![a-z-])|(?<![a-z-])(?:post|pre)-(?!it|sales|order|check|paid|pay|fill|book|read|work|approv|defin|printed|set|meeting|training)[a-z]{5,}(?:ion|ing|merger|launch|season|holiday|release|audit|live)s?(?![a-z-])", re.I),
        regex(rf"(?<![a-z-])(?:over|within|during|throughout|inside|in|across) (?:the |our |their )?(?:next|coming|following|first) (?:(?:\d{{1,3}}|{alternation(NUMBER_WORDS_EN)}) )?(?:days?|weeks?|months?|quarters|years?)(?! (?:of (?!the |go|use|contract)|end))(?: (?:of|after|following|from) (?:the |our )?[a-z-]+)?(?![a-z-])", re.I),
        regex(r"(?<![a-z-])(?:before|after|until) (?P<noun>(?:the|our|their|a|an) (?:[a-z-]+ ){1,3}?(?:takes effect|comes? into (?:force|effect)|kicks in|goes live|starts|begins|ends|opens|closes|lands|arrives|runs out|expires|changes|reopens|retires|leaves|joins|returns|is (?:up|in|over|done|live|signed|approved|finished|through|out|ready|complete|settled)))(?![a-z])", re.I),
        regex(r"^(?:when|once|as soon as) (?P<noun6>[a-z-]+s (?:come|go|arrive|return|open|close|finish|end|start|begin|settle|reopen|change|land|turn up|resume|retire|clear|free up|allow|calm down|are [a-z]+))(?: (?:back|in|up|over|out|off|down))?(?=,)", re.I),
        regex(rf"(?<![a-z-])(?:\d{{1,3}}|{alternation(NUMBER_WORDS_EN)}) (?:days?|weeks?|months?|quarters?|years?) (?:from now|hence)(?![a-z])", re.I),
        regex(r"(?<![a-z-])(?:towards?|around|near) the (?:end|start|beginning|middle|close) of (?:the |our |their )?(?P<noun5>[a-z]+(?: [a-z]+)?)(?![a-z])", re.I),
        regex(r"(?<![a-z-])(?:the )?next time (?P<noun>(?:we|you|they|the [a-z]+|everybody|everyone) [a-z]+)(?![a-z])", re.I),
        regex(r"(?<![a-z-])(?:in|within|for) the (?:foreseeable|near|not[- ]too[- ]distant|immediate) future(?![a-z])", re.I),
        regex(r"(?<![a-z-])by (?:phase|wave|stage|release|sprint|version|tranche|drop) (?:\d|one|two|three|four)(?![a-z\d])", re.I),
        regex(rf"(?:(?:^|(?<=[.;,] ))(?:the )?next (?P<noun>{alternation(en['ends'])})|by (?P<noun2>year (?:one|two|three|\\d|1|2|3))|(?:by|before) (?P<noun3>eofy)|(?P<noun4>golden week) onwards)(?![a-z-])", re.I),
    )  # fmt: skip


_TAKES_JA = regex(r"[^、。\n]{0,6}(?:かか|掛か|要す|要し|費や|必要な|経る|至る|届く|済)")
_NOT_NOW = regex(
    r"(?<![a-z])(?:now|today|yesterday|scratch|contract|renewal|term|subscription|agreement|licen[cs]e)(?![a-z])",
    re.I,
)


def occasions(text: str, language: str, *, is_goal: bool) -> list[Span]:
    """Spans in folded text; they may overlap, the caller keeps the longest."""
    found: list[Span] = []
    if language != "en" or has_japanese(text):
        found += _found_ja(text, is_goal=is_goal)
    if language == "en":
        found += _found_en(text)
    return found


def _found_ja(text: str, *, is_goal: bool) -> list[Span]:
    found: list[Span] = []
    never = _lists("ja")["never"]
    listed, any_noun, *clauses = _japanese()
    for pattern in (listed, any_noun):
        for match in pattern.finditer(text):
            noun, tie = match["noun"], text[match.end("noun") : match.end()]
            if (
                noun in never
                or _TAKES_JA.match(text, match.end())
                or re.search(r"から[^、。\n]{0,12}$", text[: match.start()])
            ):
                continue
            if (
                tie.startswith(("まで", "から", "後", "前", "時", "中"))
                and not tie.startswith("までに")
                and _says_which(text, match)
            ):
                continue
            found.append(match.span())
    for pattern in clauses:
        found += [_without_doer(match) for match in pattern.finditer(text)]
    return found


_DOER = regex(rf"{_WORD}{{2,12}}[がは](?={_WORD})")


def _without_doer(match: re.Match[str]) -> Span:
    """保守班が|後任が決まったら: who does it then is no part of the occasion."""
    said = match.group()
    noun = match.groupdict().get("noun") or (said if said.count("が") > 1 else None)
    doer = _DOER.match(noun) if noun else None
    return match.start() + (doer.end() if doer else 0), match.end()


def _says_which(text: str, match: re.Match[str]) -> bool:
    """出荷前に検品, 受付から: part of the work, not when it is to be done, unless the phrase opens its clause."""
    return match.start() > 0 and text[match.start() - 1] not in "、。\n;(/ おご"


def _found_en(text: str) -> list[Span]:
    found: list[Span] = []
    loose = _lists("en")["loose_ties"]
    for pattern in _english():
        for match in pattern.finditer(text):
            parts = match.groupdict()
            if _NOT_NOW.search(parts.get("noun") or ""):
                continue
            opens = match.start() == 0
            if (parts.get("tie") or "").lower() in loose and (
                opens or not re.match(r" ?(?:$|[,;.)(]|to |we |all |the )", text[match.end() :])
            ):
                continue
            if (parts.get("tie") or "").lower() in ("for", "during") or (
                (parts.get("tie") or "").lower() == "at" and " next " not in f" {parts['noun']} "
            ):
                continue
            bare = (parts.get("tie") or "").lower() in loose
            found.append((match.start("noun") if bare else match.start(), match.end()))
    return found


def with_occasions(
    mentions: list[DateMention], text: str, language: str, *, is_goal: bool
) -> list[DateMention]:
    """The calendar's mentions and the occasions beside them, in text order, none overlapping."""
    kept = list(mentions)
    loose = pattern_of(language, "vague", "time"), pattern_of(language, "vague", "degree")
    for start, end in sorted(occasions(text, language, is_goal=is_goal), key=lambda span: span[0] - span[1]):
        if any(pattern.search(text, start, end) for pattern in loose):
            continue  # when the time is right: loose, no occasion
        over = [mention for mention in kept if mention.start < end and start < mention.end]
        if any(not _only_part(text, mention, end) for mention in over):
            continue
        kept = [mention for mention in kept if mention not in over]
        kept.append(
            DateMention(start, end, text[start:end], None, None, "day", "ambiguous", "event", "event")
        )
    return sorted(kept, key=lambda mention: mention.start)


def _only_part(text: str, mention: DateMention, end: int) -> bool:
    """年末 in 年末商戦前: the date is the beginning of a longer name."""
    return mention.end < end and re.match(r"[一-龥ァ-ヶー]{2}", text[mention.end :]) is not None
