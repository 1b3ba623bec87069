"""What a goal measures, in the words before or around its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.calendar import fold
from agent.calendar.month_names import MONTHS_LOWER
from agent.drafting.notes.goals.figures import Figure, Figures
from agent.goals import GoalContext
from agent.goals.quantities import MASK, masked
from agent.goals.scan import Scan
from connectors.language import JAPANESE

BREAK = re.compile(r"[。;；「」『』\n→⇒:：]|(?<!\d),|、")
LEAD_JA = re.compile(
    rf"^(?:[\s・\-*●○①-⑳(（]|\d+[.)．]\s*|(?:当面の|まずは?|今期の?|来期の?|今年度の?|最大の|うちの|彼らの|一番の|目の前の)*(?:目標|狙い|ねらい|ゴール|KPI|到達点|目安|宿題|期待|成功)(?:は|が|として(?:は)?|:|：|、|\s)+|"
    rf"[^、。]{{1,10}}(?:さん|様|氏|部長|課長|係長|主任|室長|社長|本部長)(?:としては|は|が|から|より|いわく)、?|{MASK}+(?:は|の|に|で|時点で|までに|、)*|(?:早期に|できるだけ|できれば|なるべく|それと|その前に|あと|また|次に|では|で|まず|これを|それを|さらに|前と同じで)、?)+"
)
TAIL_JA = re.compile(
    rf"(?:の?(?:達成)?目標(?:値|は|を|が)?(?=$|\s)|を|は|が|も|の|(?<!ま)で|、|\s|(?:今|いま|現在|現状|昨年|去年|前年|導入前|当初|平均|だいたい|およそ|約|月|年|週|日|丸|延べ|計|毎月|毎週|{MASK})(?:で|の|は|が|に)?)+$"
)
DATED = re.compile(rf"{MASK}+(?:まで|末|中|時点|頃|ごろ)*(?:に|で|の|は|には|では)?(?:、)?")
ONE_OF = re.compile(
    r"(?:に|で|は)?(?:一|1|１)(?:回|件|人|枚|本|日|台|通|か所|週間?|か?月)(?:に|あたり|当たり|につき|で|が)?$"
)
"""What a figure is counted for (一回12分) is no part of the name of what is measured."""
DONE_BY = re.compile(
    r"(?P<what>[^、。]{1,12}(?:が|を)[^、。がを]{2,10}(?:る|た|う|つ|す|く))の(?:を|が|は)?$"
)
"""A clause that is measured (当直が受けるのを 60 件に)."""
QUOTED_WORD = re.compile(
    r"(?<=[の一-龠ァ-ヴー])[「『](?P<word>[^「」『』。、！？\s]{1,16})[」』](?=[のをがは])"
)
EMPHASIS = re.compile(r"\*\*|__|~~")
CLAUSE = re.compile(r"^[^をがは、]{1,10}[るたいすくむう][一-龠ァ-ヴー]+$")
"""Goes on into the noun that it is said of (段取り替えができる人)."""
TO_WORD = re.compile(r"(?<=[一-龠ぁ-んァ-ヴー])[→⇒](?=[一-龠ぁ-んァ-ヴー])")
"""An arrow between two words, which names a stretch (不具合→直すまで)."""
ENOUGH = 3
TWO_KANJI = re.compile(r"[一-龠]{2}")
JOINED = re.compile(r"[一-龠]$")  # a date word inside a longer word (月次締め) is none
NO_NAME = re.compile(
    r"^(?:せめて|なんとか|何とか|できたら|最低|いっぱい|とにかく|ほんなら|あれ|そこ|うち|今年|来年|半年|目標値?|いつ|どこ|誰|みんな|皆|とのこと|早期に|これ|それ|こと|数字|目標|ここ|上記|できれば|次|はい|いま|今)|(?:さん|様|氏|部長|課長|室長|係長|主任)(?:は|が|より|から)?$|^[\\d第./\\s]+$"
)
SPEAKER_JA = re.compile(
    r"(?<![^\s　、。・(（)）\]])[一-龠々ァ-ヴー]{1,6}(?:さん|様|氏|[部課係室所店支]長|主任|専務|常務|社長)?(?=「)"
)
"""Who says it, right before the quotation mark."""
STANDING = re.compile(
    r"(?:(?:今|いま|現在|直近|先月|昨年|前年|昨年度|前年度|導入前|これまで)の?)?(?:実績|現状|現在|数値|値|結果|状況|水準|平均)(?:値|数)?"
)
"""Says that a level stands there, and not of what."""
MEASURE = re.compile(
    r"(?:時間|日数|件数|率|数|額|量|割合|回数|期間|工数|枚数|点数|比率|頻度|待ち|ミス|漏れ|残業|コスト|費)$"
)
ENGLISH = (
    re.compile(
        r"\b(?:suggest(?:s|ed)?|propos(?:e|es|ed)|measured (?:by|as|in)|(?:measure|metric|KPI) (?:is|would be|will be)|count(?:s|ed)? as) (?:the |a |using (?:the )?)?(?P<what>(?:[a-z-]+ )?(?:share|rate|number|percentage|proportion|hours|days|minutes|time|count|volume) [a-z][\w' /-]{2,40}?)(?=[.,;(]|$)",
        re.I,
    ),
    re.compile(
        r"\b(?:want(?:s|ed)?|needs?|get(?:ting)?|bring(?:ing)?|cut(?:ting)?|reduc(?:e|ing)|shrink|halv(?:e|ing)|doubl(?:e|ing)|lower(?:ing)?|rais(?:e|ing)|increas(?:e|ing)|tak(?:e|ing)|mov(?:e|ing)|driv(?:e|ing)|push(?:ing)?|improv(?:e|ing)|keep(?:ing)?|see|have|shorten) (?:the |their |our |its |all )?"
        r"(?P<what>(?!to\b|it\b|them\b|that\b)[a-z][\w' /%-]{2,40}?)(?= (?:down|up|to|from|under|below|by|at|within|above|over|in|for|out|each|every|so)\b|[.,;(]|$)",
        re.I,
    ),
    re.compile(
        r"\d\S* ?(?:%|percent)? (?:reduction in|drop in|cut in|increase in|fewer|less|more|of (?:all |the )?(?:the )?) (?P<what>[a-z][\w' -]{2,30}?)(?= (?:out|by|in|an? (?:day|week|month|quarter|year|shift|head|person|site)|per|each|this|before|within|at)\b|[.,;]|$)",
        re.I,
    ),
    re.compile(
        r"^(?:[A-Z]{2,}: |KPI ?[-–:] ?|[-*•] ?|\(?\d{1,2}[.)] ?)?(?P<what>[A-Za-z][\w' /-]{2,40}?)(?: ?[:–-] |:| (?:is|are|should|must|was|were|at|down|up|from|to|takes?|stands?|runs?|running|averages?|under|below)\b)"
    ),
    re.compile(
        r"(?:\d\S*|half|none) ?(?:%|percent|per cent)? (?:of (?:all |the )?|reduction in |drop in |cut in |increase in |fewer |less |more )(?P<what>[a-z][\w' -]{2,60}?)(?= (?:out|by|in|an? (?:day|week|month|quarter|year|shift|head|person|site)|per|each|this|before|within|at)\b|[.,;]|$)",
        re.I,
    ),
    re.compile(
        r"(?:at most|no more than|fewer than|under|below|at least|over|within) \d\S* (?P<what>[a-z][\w' -]{2,30}?)(?= (?:a|per|by|in|each|before|of)\b|[.,;]|$)",
        re.I,
    ),
)
NO_MEASURE = re.compile(
    rf"^(?:still |now |just )?(?:going|aiming|looking|hoping|heading|shooting|trying|working|waiting)$|^(?:(?:the )?(?:moment|minute|present)|at present|presently|currently|at the moment|right now|these days|for now|today|now|make that|all|mr|ms|mrs|dr)$|^(?:(?:FY ?\d+|Q[1-4]|H[12]|{MONTHS_LOWER})(?: average)?|average|they|it|we|she|he|this|that|the|there|you|i|our|their|goal|goals|target|aim|success|win they want|success for them|the goal|the aim|the target|the ambition|goal agreed|kpi|also|and|by|if|them|us|everyone|a|an|to)$",
    re.I,
)
NOT_OF_THINGS = re.compile(
    r"^(?:[A-Z]{2,3} |[A-Z][a-z]+ )?to (?:get|cut|bring|reduce|raise|take|own)\b|^(?:to|it|them|they|we|she|he|if|i|you|that|this|there|bought|with)\b|\b(?:wants?|says?|said|would like|hopes?|likes|needs|wish(?:es|ed)?|thinks?|expects?|plans?|aims?|asks?|proposes?|suggests?)$|^[A-Z][a-z]+ (?:wants?|says?|is looking|would like)",
    re.I,
)
TOLD_BY = re.compile(
    r"^[\s\-*•]*(?:\d+[.)] ?)?(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)?(?: (?:stated|said|told|says|mentioned|confirmed|explained|noted))?(?: that)?: (?=[a-z]|(?:I|We|It|They|He|She|You|My|Our|So|If|Well|Yes|No|The(?! (?:goal|target|aim)))\b)|"
    r"^(?:Now|At present|Currently|Today|Presently|Right now|As of now|New goal)[:,]? "
)
"""Who said it, or when it holds, before the matter itself."""
AIM_LEAD = re.compile(
    r"^(?:(?:the |their |our |her |his |main |agreed |next |new |[A-Z][a-z]+(?:'s|’s) )*(?:goals?|targets?|aims?|objectives?|ambition|success|win|KPI|outcome)(?: (?:for|they|we|of|on|agreed|here|is|are|was|looks like|would be|means|wanted|want|remains|stays|them|the|us|next|this|two|quarters?|year|half)\b)*[ :,–-]*(?:to |that )?)",
    re.I,
)


def metric_of(sentences: Sequence[str], figures: Figures, context: GoalContext) -> str | None:
    """The name of what is measured, None where the words give none: before the target, else in the sentences before it."""
    figure = figures.target or figures.baseline
    if figure is None:
        return None
    for number in range(figure.sentence, -1, -1):
        sentence = sentences[number]
        parts = [f for f in (figures.baseline, figures.target) if f is not None and f.sentence == number]
        starts = [f.start for f in parts or figures.found if f.sentence == number]
        if JAPANESE.search(sentence):
            found = _japanese(sentence, min(starts, default=len(sentence)), context)
            found = found or (_after(sentence, figure) if number == figure.sentence else None)
        else:
            found = _english(
                sentence, min(starts, default=len(sentence)), figure if number == figure.sentence else None
            )
        if found:
            return found
    return None


def _japanese(sentence: str, end: int, context: GoalContext) -> str | None:
    folded = fold(SPEAKER_JA.sub("", TO_WORD.sub("から", unquoted(sentence[:end]))))
    dates = Scan.of(folded.text, "ja", context).mentions
    left = masked(
        folded.text,
        [(date.start, date.end) for date in dates if not JOINED.search(folded.text[: date.start])],
    )
    pieces = [_bare(piece) for piece in BREAK.split(DATED.sub("", left))]
    pieces = [
        piece
        for piece in pieces
        if (len(piece) >= ENOUGH or TWO_KANJI.fullmatch(piece))
        and MASK not in piece
        and not NO_NAME.search(piece)
    ]
    pieces = [piece for piece in pieces if not STANDING.fullmatch(piece)]
    pieces = [piece for piece in pieces if not re.search(r"\d", piece)] or pieces
    named = [piece for piece in pieces if MEASURE.search(piece)]
    chosen = named[-1] if named else (pieces[-1] if pieces else None)
    return _whole(chosen)[-40:] if chosen else None


def unquoted(words: str) -> str:
    """Without the marks around a word that is part of the phrase (応援のときの「ヒヤリ」を), and without emphasis."""
    return EMPHASIS.sub("", QUOTED_WORD.sub(lambda found: found["word"], words))


def _whole(words: str) -> str:
    """Words up to a bracket that never closes and the count before it: 手順書の動画 of "手順書の動画 58本(目標"."""
    head, bracket, rest = words.partition("(")
    if not bracket or ")" in rest:
        return words
    return re.sub(r"[\s　]*\d[\d,.]*[^\d\s]{0,3}\Z", "", head) or words


def _after(sentence: str, figure: Figure) -> str | None:
    """What the figure counts, where it opens its sentence (140店すべてを入力店にする)."""
    found = re.match(r"(?:すべて|全部|全て)を(?P<what>[^、。]{2,14}?)に", sentence[figure.end :])
    return found["what"] if found else None


NOW_JA = re.compile(
    r"(?<=\S\S)[\s　](?:いま|今|現在|現状|足元)(?:は|で)?(?:\d?[^\s\d、。]{0,3}(?:あたり|当たり|につき))?\s*$"
)
"""What stands between the name of a measure and where it stands: 「記入 いま1店あたり」34件."""


def _bare(piece: str) -> str:
    words = NOW_JA.sub("", ONE_OF.sub("", piece.strip()))
    clause = DONE_BY.match(words)
    if clause:
        return clause["what"].strip()
    for _ in range(3):
        words = re.sub(
            r"[\s　](?:前|以前|昔)(?:は|の)?丸?$", "", TAIL_JA.sub("", LEAD_JA.sub("", words))
        ).strip(" 　・-")
    head = re.match(r"(?P<what>.{2,30}?)(?:を|が|は)(?=[^、。]*$)", words)
    if (
        head
        and not MEASURE.search(words)
        and not CLAUSE.search(words[head.end() :])
        and not re.search(r"する(?:の|こと|時間)|まで", words)
    ):
        return head["what"]
    return words.replace(MASK, "")


def _english(sentence: str, end: int, figure: Figure | None) -> str | None:
    text = AIM_LEAD.sub("", TOLD_BY.sub("", sentence)).strip(" .-–•*")
    lead = (
        len(sentence) - len(sentence.lstrip(" .-–•*"))
        if text and sentence.strip(" .-–•*") == text
        else len(sentence) - len(text)
    )
    before = text[: max(0, end - lead)]
    label = before.rpartition(": ")[2].strip() if ": " in before else ""
    if label and _is_measure(label) and not re.search(r"\b(?:wants?|says?|is|are|was|were)\b", label):
        return _clean(label)
    if figure is None and len(text) <= 34 and not re.search(r"\d", text):
        return text.strip(".: ") or None
    for pattern in ENGLISH:
        for match in pattern.finditer(text):
            if _is_measure(what := _clean(match["what"])):
                return what
    rest = re.split(r"[,;(] ?", before)[-1].strip()
    return _clean(rest) if _is_measure(rest) and _is_measure(_clean(rest)) else None


def _clean(words: str) -> str:
    words = re.sub(r"^(?:the|their|our|its|all|a|an|and|but) ", "", words.strip(" -:,*"), flags=re.I)
    return re.sub(
        r"(?:,? (?:is|are|was|were|at|from|to|of|down|up|now|still|by|it|should|be|wants?|about|around|inside|within|under|below|over|in))+$",
        "",
        words,
    ).rstrip(" ,")


def _is_measure(words: str) -> bool:
    if len(words) <= ENOUGH or re.search(r"^\W*\d", words) or NO_MEASURE.match(words):
        return False
    return not NOT_OF_THINGS.search(words)
