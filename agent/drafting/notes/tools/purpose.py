"""What a tool is used for and by whom: the words around its slot in a sentence."""

from __future__ import annotations

import re

from agent.drafting.notes.frames import SLOT
from agent.drafting.notes.tools.words import is_surname
from agent.renewal.cues import cues

CUES = cues("agent.drafting.notes.tools", "words")
CHUNK = re.compile(
    r"(?P<words>[^はがをにではもへ、。「」()（）:：\s"
    + SLOT
    + r"]{2,16}?)(?P<particle>では|には|だけは|のほうは|は|が|を|に|で|も|:|：)"
)
ADJACENT = re.compile(
    r"(?P<words>[^はがをにでもへ、。「」()（）:：\s" + SLOT + r"]{2,14}?)(?:の|として)?[(（「]?$"
)
AFTER = re.compile(
    rf"^{SLOT}[」)）]?(?:という|っていう|といった)(?P<called>[^、。]{{2,10}}?)(?:の|用の)?(?:システム|ツール|ソフト|アプリ|サービス|もの)|"
    rf"^{SLOT}[(（](?P<inside>[^)）]{{2,16}})[)）]|^{SLOT}(?:上)?の(?P<of>[一-龠ァ-ヴー]{{2,8}}?)(?:機能|画面|台帳)"
)
PARTICLES = ("を", "は", "では", "には", "だけは", "のほうは", ":", "：", "に", "が", "で", "も")
LEADING = re.compile(
    r"^(?:まだ|いまだに|今も|いまも|現在|今|いま|去年|昨年|社内の|全社の|自前の|うちの|また)+(?:は|、)?"
)
EN_FOR = re.compile(
    rf"{SLOT}(?:'s|’s)?(?: [a-z]+)?[, ]+(?:for|to) (?:the |all |their |our |its )?(?P<words>[a-z][a-z -]{{2,32}}?)(?=$|[.,;)]| and | but | which | when | because | in )"
)
EN_BEFORE = re.compile(
    r"(?:^|[.,;:] |\band |\bbut |\b(?:keeps?|runs?|running|does|do|doing|tracks?|tracking|manages?|managing|plans?|handles?|logs?|records?|moved?|moving|switched|migrated|"
    r"holds?|stores?|prepares?|schedules?|books?|writes?) (?:all |most of |the |their |its |our )*)"
    r"(?P<words>(?!we\b|they\b|it\b|she\b|he\b|i\b|everyone\b)[A-Za-z][A-Za-z -]{1,28}?) (?:(?:is|are|was|were|go|goes|live|lives|sit|sits|happens?|stays?|come|comes|still|now|all|done|kept|held|tracked|"
    r"stored|managed|logged|recorded|handled|out|away|over|last \w+|from \S+) )*(?:in|on|through|via|with|to|out of|from|using|into|is|are)? ?(?:an? |the |their |our |old )*$",
    re.I,
)
EN_KIND = re.compile(
    rf"(?P<words>[A-Za-z][A-Za-z -]{{1,24}}?) (?:systems?|tools?|software|platforms?|apps?|packages?)(?: is| are|:|：)? (?:called |named )?$|{SLOT} ?(?:\(|is (?:the|their|our) |, (?:the|their|our) )(?P<after>[a-z][a-z -]{{2,24}}?)(?: (?:system|tool|software|platform|app|database|package))?(?:[).,;]|$)|"
    rf"{SLOT}(?: database| sheet| workbook)? (?:holds?|handles|covers|stores|tracks|hosts|does) (?:the |all |our |their )?(?P<held>[a-z][a-z -]{{2,24}})",
    re.I,
)
NO_UNIT = re.compile(r"\b(?:has|have|had|is|are|was|its|own|it|hr|that|who|which|said|says)\b")
COUNTED = re.compile(
    r"^(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|all|whole|every) )"
)
LEFT_BEHIND = re.compile(rf"{SLOT}(?:から|をやめて?、?|の代わりに)")
VERBS = re.compile(
    r"\b(?:runs?|swears?|copies|copy|messages?|uses?|used|pays?|keeps?|has|have|says?|opens?)\b", re.I
)
SHORTEST = 2


def purpose_of(masked: str, at: int, language: str) -> str | None:
    """The work the tool at slot `at` does; None where the sentence does not say."""
    if language == "en":
        return _english(masked, at)
    after = AFTER.match(masked[at:])
    left = _clause(masked, at)
    chunks = [(m["words"], m["particle"]) for m in CHUNK.finditer(left)]
    for particle in PARTICLES:
        for words, own in reversed(chunks):
            bare = LEADING.sub("", words).strip("の ")
            if own == particle and _is_purpose(bare):
                return bare
    near = ADJACENT.search(left)
    if near and near.end() == len(left) and _is_purpose(bare := LEADING.sub("", near["words"])):
        return bare
    if after:
        return next((value.strip() for value in after.groups() if value), None)
    return next((words for words, own in chunks if own == "は" and CUES["work_noun"].fullmatch(words)), None)


def department_of(masked: str, at: int, language: str) -> str | None:
    """The unit that uses the tool at slot `at`, in its own words."""
    if language == "en":
        units = [m[0] for m in CUES["unit"].finditer(masked[:at].rpartition(";")[2])]
        by = re.search(
            r"\bby (?:the )?(?P<unit>[A-Za-z &-]{2,24}? (?:team|department|desk|group))\b", masked[at:]
        )
        found = units[-1] if units else by["unit"] if by else None
        if not found or NO_UNIT.search(found):
            return None
        return re.sub(r"^(?:the|our|their) ", "", found.strip(), flags=re.I)
    for match in re.finditer(
        r"(?P<words>[一-龠ァ-ヴーA-Za-z0-9]{2,14})(?=は|では|が|には|の|も|も|だけ|に)", _clause(masked, at)
    ):
        if CUES["unit"].search(match["words"]):
            return match["words"]
    into = re.match(
        rf"{SLOT}[^。]{{0,24}}?(?P<words>[一-龠ァ-ヴー]{{1,10}}(?:部|課|室|センター|工場|チーム))(?:に|で)(?:入って|動いて|使|導入)",
        masked[at:],
    )
    return into["words"] if into else None


def _is_purpose(words: str) -> bool:
    if len(words) < SHORTEST or re.search(r"\d", words) or not re.match(r"[一-龠ァ-ヴーA-Za-z]", words):
        return False
    if is_surname(words) or re.search(r"製$", words):
        return False
    return not (CUES["not_purpose"].search(words) or CUES["unit"].search(words))


def _clause(masked: str, at: int) -> str:
    """The words before the slot, back to the full stop or to the tool before it."""
    left = masked[:at]
    left = LEFT_BEHIND.sub("", left)
    start = max(left.rfind("。"), left.rfind(SLOT), left.rfind("」"))
    return left[start + 1 :].lstrip("、とや ")


def _english(masked: str, at: int) -> str | None:
    rest = masked[at:]
    after = EN_FOR.match(rest)
    if after:
        return re.sub(
            r"^(?:track|manage|plan|run|do|handle|record|log|store|keep|build) (?:the |our |their )?",
            "",
            after["words"].strip(),
        )
    for match in EN_KIND.finditer(masked):
        if match.start() <= at <= match.end():
            words = next((value for value in match.groups() if value), None)
            return re.sub(r"^(?:the|their|our|its|an?) ", "", words.strip(), flags=re.I) if words else None
    left = re.sub(rf"(?:from|off|replacing) {SLOT} ", "", masked[:at])
    sentence = re.split(rf"[.;] |, (?=[A-Za-z ]+ (?:is|are|in|on|sit|live))|{SLOT}", left)[-1]
    before = EN_BEFORE.search(sentence)
    words = before["words"].strip() if before else ""
    words = re.sub(r"^(?:the|their|our|its|an?|all|most of|while|and|but|still) ", "", words, flags=re.I)
    if VERBS.search(words) or COUNTED.match(words):
        return None
    return (
        words
        if len(words) > SHORTEST
        and not re.match(r"(?:we|they|it|she|he|everything|people|most|some)\b", words, re.I)
        else None
    )
