"""Clauses that are loose by their place: slogans, second demands without a number, actions that leave nothing.

No list knows the loose words people find; a goal's clause that counts nothing, names no state, no output and no
way of measuring is loose whatever its words.
"""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.deliverables import names_output
from agent.goals.levels import named_level
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.targets import Targets
from agent.goals.words import alternation, compiled, lazily, pattern_of, words

Span = tuple[int, int]

_LEVEL = regex(
    r"(?:v(?:er(?:sion)?)?\.? ?\d|バージョン|lv\.?|level|レベル|ステージ|stage|ランク|tier|フェーズ|phase|ステップ|step|段階|maturity)",
    re.I,
)
_OBSERVED_JA = regex(r"[^、。]{2,}(?:て|で)いる(?:状態)?$|[^、。]{2,}(?:になって|されて)いる")
QUOTED_SPEECH = regex(
    r"(?<![a-z])(?:say|says|saying|ask|asks|hear|tell us|answer|answers|reply|write|call it|calls? it)[a-z ,:]{0,20} ['‘“\"][^'’”\"]{2,}['’”\"]"
    r"|[「『][^」』]{2,}[」』]と(?:言|い[うっわ]|口に|話|答え|聞こえ|声)",
    re.I,
)
"""People say 'wow', 「助かる」と言う: a scene that can be observed."""
_ALSO_JA = regex(
    r"(?:[。\n;]|、|し、?|^)(?:あわせて|併せて|合わせて|また|さらに|更に|加えて|同時に|そのうえで|その上で|並行して|かつ)、?(?P<clause>[^。\n;]{3,60})"
)
_ALSO_EN = lazily(
    lambda: regex(
        r"(?:[;.,]? (?:and )?also,?|[;,.] (?:additionally|moreover|furthermore|at the same time|in parallel|on top),?|, plus|; and|, as well as|[;,] while|, and) (?P<clause>[a-z][^.;\n(]{3,80})"
        r"|(?<!,) and (?P<verb>(?!keep |hold |maintain |sustain |stay )[a-z]+ (?:the|our|a|an|their|its|more|better|it|them|people|every|all|everyone|each|one|things) [^.;\n(,]{2,60})"
        r"|,? and (?P<thing>an? (?:[a-z'-]+ ){1,3}?(?:that |which |where |who |for which )?(?:people|everyone|everybody|we|they|staff|customers|teams|others|nobody|no one|you|talent|candidates) (?:[a-z' -]+ )?[a-z]+(?=$|[.,;(]))"
        r"|,? and (?P<boon>(?:pride|trust|confidence|calm|joy|fun|ease|loyalty|belief|faith|peace of mind|morale|goodwill|spirit|respect|enthusiasm|passion|ownership|clarity|harmony|momentum)(?: (?:in|of|for|among|across|with|at|on) [^.;\n(,]{2,40})?)(?=$|[.;,(])"
        r"|(?<!,) (?:while|whilst)(?: also)? (?P<along>(?!maintaining|holding|keeping [a-z ]*(?<![a-z])(?:at|below|under|above|within|flat|steady|constant)(?![a-z])|excluding|including)[a-z]+ing [^.;\n(,]{3,60})"
        r"|(?<!,) and (?P<who>(?:people|staff|users|everyone|everybody|teams?|customers?|employees|colleagues|patients|drivers|shoppers|clients|managers|engineers|nurses|operators|agents|reps|players|students|teachers|members|suppliers|partners|stakeholders) [a-z]+(?:ing|s|y|ed)?(?: [^.;\n(,]{2,40})?)",
        re.I,
    )
)
_SAID_JA = lazily(
    lambda: regex(
        rf"^(?:ただし|なお|対象|前提|例外|備考|条件|理由)|(?:ゼロ|なし|以[下上内]|未満|維持|継続|キープ)$|(?:{alternation(words('ja', 'owner', 'titles'))}|{alternation(words('ja', 'owner', 'honorifics'))})$"
    )
)
_SAID_EN = compiled(
    (
        "owner",
        "owned",
        "measured",
        "tracked",
        "reviewed",
        "checked",
        "reported",
        "verified",
        "calculated",
        "that",
        "this",
        "it",
        "nobody",
        "no one",
        "nothing",
        "judged",
        "by",
        "per",
        "excluding",
        "including",
        "except",
        "not",
        "no",
        "hold it",
        "hold at",
        "holds at",
        "holding at",
        "keep it",
        "sustain",
    ),
    "en",
)
_CONTACT_JA = lazily(
    lambda: regex(
        rf"(?:{alternation(words('ja', 'deliverable', 'plain_contacts'))})(?:を?(?:する|し|いただ|頂|もら|行|入れ|取|かけ)|す|る|く|う|$|[、。\n(])"
    )
)
_ACT_EN = pattern_of("en", "deliverable", "acts")
_CONTACT_EN = compiled(tuple(words("en", "deliverable", "plain_contacts")), "en")


def loose_clauses(scan: Scan, targets: Targets, told: list[Span], produces: bool) -> list[Span]:
    """Spans of clauses loose by their place, in folded text; `told` are the spans of method, review and owner."""
    measured = targets.target is not None or targets.state is not None or targets.baseline is not None
    if scan.is_goal:
        return _second_demands(scan, told) if measured else _slogan(scan)
    return [] if produces or measured or scan.quantities else _leaves_nothing(scan)


def _clauses(scan: Scan) -> list[Span]:
    return [span for span in scan.segments if scan.without_dates[span[0] : span[1]].strip(MASK + " .")]


def _slogan(scan: Scan) -> list[Span]:
    """属人化からの脱却, 選ばれる会社へ, Seamless omnichannel; not an undefined level, nor a scene that can be observed."""
    if any(_LEVEL.match(scan.text, start) for start, _ in scan.not_metric) or _LEVEL.match(
        scan.text.lstrip("「")
    ):
        return []
    clauses = _clauses(scan)
    if not clauses or named_level(scan.text, scan.language):
        return []
    start, end = clauses[0]
    clause = scan.text[start:end]
    if QUOTED_SPEECH.search(scan.text):
        return []
    return [] if _OBSERVED_JA.search(clause) and names_output(clause) else [(start, end)]


def _second_demands(scan: Scan, told: list[Span]) -> list[Span]:
    """A clause added to the measured one that names neither number, output nor way of measuring."""
    found: list[Span] = []
    english = scan.language == "en"
    for match in (_ALSO_EN if english else _ALSO_JA).finditer(scan.without_dates):
        name = next(name for name, said in match.groupdict().items() if said)
        start, end = match.span(name)
        clause = match[name]
        counted = any(start <= quantity.start < end for quantity in scan.quantities)
        dated = any(start <= mention.start < end for mention in scan.mentions) or MASK in clause
        if counted or dated or any(a < end and start < b for a, b in told) or _is_output(scan, clause):
            continue
        if not any(quantity.start < start for quantity in scan.quantities):
            continue
        if not (_SAID_EN.match(clause) if english else _SAID_JA.search(clause.strip())):
            found.append((start, end))
    return found


def _is_output(scan: Scan, clause: str) -> bool:
    """The clause makes or holds something; in English its first word must be the act (close to the field is none)."""
    return names_output(clause) and (scan.language != "en" or _ACT_EN.match(clause) is not None)


def _leaves_nothing(scan: Scan) -> list[Span]:
    """An action without an output, other than a plain contact or check: 次年度の予算取りに向けた地ならし."""
    clauses = _clauses(scan)
    if not clauses:
        return []
    start, end = clauses[0]
    plain = _CONTACT_EN if scan.language == "en" else _CONTACT_JA
    whole = scan.without_dates
    return (
        [] if plain.search(whole) or (scan.language != "en" and plain.search(scan.text)) else [(start, end)]
    )
