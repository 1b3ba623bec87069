"""How unlike written text a decoded string is: the check for wrong Japanese behind encoding detection.

The signs and where they come from:
- U+FFFD, control and private-use characters: a decoder gave up, or the bytes are no text;
- 縺 繧 繝: UTF-8 kana (E3 81…83) read as cp932; in real text these three hardly occur;
- half-width katakana beside kanji of JIS level 2: EUC-JP read as cp932 and the reverse;
- "ã", "Â", "æ" before Latin-1 signs: UTF-8 read as Windows-1252;
- "$B…(B": ISO-2022-JP whose escape characters were lost.
JIS X 0208 orders common kanji in rows 16-47 (level 1); running text holds under 5% of level 2.
"""

from __future__ import annotations

import re
from functools import cache

SAMPLE = 20_000
"""Characters judged: the first ones."""

_BAD = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff\ud800-\udfff]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_KANJI = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_UTF8_AS_CP932 = re.compile("[縺繧繝]")
_UTF8_AS_LATIN = re.compile("[ÃÂâãäåæçèéï][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_BARE_JIS = re.compile(r"\$[B@](?:[!-~]{2}){2,}?\([BJ]")
_LOST = re.compile(r"\?{4,}")


def implausibility(text: str) -> float:
    """0.0 for sane text up to 1.0 for garbage, over the first `SAMPLE` characters that are not blank."""
    sample = "".join(text[: SAMPLE * 2].split())[:SAMPLE]
    if not sample:
        return 0.0
    size = len(sample)
    bad = len(_BAD.findall(sample))
    score = min(1.0, 25 * bad / size) if bad else 0.0
    score += len(_PRIVATE.findall(sample)) / size
    score += sum(len(found) for found in _UTF8_AS_LATIN.findall(sample)) / size
    score += sum(len(found) for found in _BARE_JIS.findall(sample)) / size
    score += 0.5 * sum(len(found) for found in _LOST.findall(sample)) / size
    return min(1.0, score + _wrong_japanese(sample))


def _wrong_japanese(sample: str) -> float:
    kanji = _KANJI.findall(sample)
    half = _HALF_KANA.findall(sample)
    kana = len(_KANA.findall(sample))
    letters = len(kanji) + len(half) + kana
    if not letters:
        return 0.0
    share = letters / len(sample)
    signature = len(_UTF8_AS_CP932.findall(sample)) / letters
    rare = sum(1 for character in kanji if not _is_common(character))
    score = 3 * signature
    if len(kanji) >= 4 and rare > 0.25 * len(kanji) and kana < len(kanji):
        score += rare / len(kanji)
    if len(half) >= 4 and len(half) > 2 * kana and (rare > 1 or half.count("､") > 0.12 * len(half)):
        score += len(half) / letters
    return score * min(1.0, 2 * share)


@cache
def _is_common(character: str) -> bool:
    """Kanji of JIS X 0208 level 1 (rows 16-47), or none of the standard's business (々, 〆)."""
    try:
        code = character.encode("euc_jp")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and 0xB0 <= code[0] <= 0xCF
