"""Words that a rule may take for a tool's name and that name none: phrases with a verb, amounts, days, bodies."""

from __future__ import annotations

import re

NO_NAME = re.compile(
    r"^(?:has|have|had|kept|keeps?|is|was|are|uses?|used|wants?|needs?|said|got)\b|"
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\.?$|^\d|"
    r"(?:ほしい|欲しい|のまま|ください|したい)$|^(?:頭の中|心の中|手元|口頭|半分|半減|倍増|全廃|削減|現状維持|ゼロ)$|"
    r"(?:分科会|委員会|協議会|理事会|会議|部会|総会)$|^[^「」]*は\d"
)


def is_no_name(words: str) -> bool:
    """True for such words."""
    return bool(NO_NAME.search(words.strip(" 「」\"'.")))
