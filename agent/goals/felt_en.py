"""How things feel and how somebody is, which nobody can count: happier, less hectic, auditors relaxed, staff feel heard."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.quantities import MASK

Span = tuple[int, int]

_FELT_EN = regex(
    r"(?<![a-z-])(?:[a-z]{3,}ier(?![a-z-])|(?:less|more) (?:(?:hectic|chaotic|frantic|manic|erratic|dramatic|problematic|bureaucratic|robotic|formal|personal|casual|daunting|confusing|frustrating|annoying|tiring|exhausting|draining|intimidating|demanding|inviting|welcoming|engaging|reassuring|busy|noisy|messy|bumpy|clunky|fiddly|grumpy|dreary|scary|shaky|sloppy|sticky|tricky|lonely|costly|wordy|tense|rushed|frazzled|fragile|brittle|tedious|hard|hard work|of a (?:[a-z]+))|(?!speed|need|seed|feed|weed|breed|hundred|biased|used|embed)[a-z]{3,}(?:ful|ous|able|ible|some|ish|ed))"
    rf"(?= ?(?:$|[,;.:)\n{MASK}]| [-–—/] | (?:in|on|at|for|by|to|when|during|before|after|with|as|and|or|but|than|across|from|this|next|around|about|over|once|until|again)(?![a-z]))))",
    re.I,
)
"""happier, less hectic, more bearable: how it feels."""
_IER_NOUNS = frozenset(
    [
        "amplifier",
        "atelier",
        "barrier",
        "brazier",
        "carrier",
        "cashier",
        "chandelier",
        "classifier",
        "clothier",
        "collier",
        "copier",
        "courier",
        "croupier",
        "dossier",
        "drier",
        "dryer",
        "earlier",
        "financier",
        "flier",
        "frontier",
        "furrier",
        "glacier",
        "glazier",
        "haulier",
        "heavier",
        "hotelier",
        "identifier",
        "magnifier",
        "modifier",
        "multiplier",
        "notifier",
        "occupier",
        "outlier",
        "pannier",
        "photocopier",
        "premier",
        "purifier",
        "qualifier",
        "rapier",
        "skier",
        "soldier",
        "supplier",
        "terrier",
        "verifier",
        "visualiser",
        "xavier",
        "humidifier",
        "dehumidifier",
        "emulsifier",
        "quantifier",
        "pacifier",
        "bombardier",
        "brigadier",
        "cavalier",
        "gondolier",
        "grenadier",
        "hosier",
        "lavalier",
        "espalier",
        "tier",
        "pier",
        "plier",
        "crosier",
        "bier",
    ]
)
_FEELS_EN = regex(
    r"(?<![a-z])(?:feels?|feeling|felt|is|are|be|being|stays?|remains?|becomes?|gets?|keeps?|kept|leaves?|makes?|and|with|[a-z]{3,}s|team|everyone|everybody|staff|crew|people|management|controller|director|board|them|us) (?:all |more |less |much |way |far |really |so |still |again |visibly |that little bit )?(?P<how>relaxed|reassured|well rested|pleased|delighted|excited|energi[sz]ed|motivated|inspired|convinced|proud|at peace|on ?side|valued|heard|listened to|appreciated|empowered|keen|cheerful|calm|upbeat|thriving|buzzing|smiling|sleeping well|trusted|supported|respected|looked after|well settled|welcome)(?= ?(?:$|[.,;)]| (?:with|about|by|to|at|when|in|and|again|once|during)(?![a-z])))",
    re.I,
)
"""auditors relaxed, staff feel heard: how somebody is, which nobody can count."""
_THAN_AMOUNT = regex(r" (?:[a-z]+ )?than (?:\d|half|a )|-")


def felt(text: str) -> list[Span]:
    """Spans of such words in folded English text with its dates masked."""
    found = [
        match.span()
        for match in _FELT_EN.finditer(text)
        if match.group().lower() not in _IER_NOUNS and not _THAN_AMOUNT.match(text, match.end())
    ]
    return found + [match.span("how") for match in _FEELS_EN.finditer(text)]
