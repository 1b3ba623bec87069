"""Scale words of Japanese and English tables: 百万円, 千株, 億円, in millions."""

from __future__ import annotations

import re
from functools import lru_cache

_SCALES = {
    "百万": 10**6,
    "千万": 10**7,
    "十億": 10**9,
    "億": 10**8,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "兆": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}
_PATTERN = re.compile(
    "(百万|千万|十億|兆|億|百|千|万)(?=円|株|人|ドル|米ドル)|\\b(thousand|million|billion)s?\\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def scale_of(words: str) -> int:
    """The factor a caption or column head names ((単位：百万円) → 1,000,000); 1 without one."""
    match = _PATTERN.search(words)
    return _SCALES[(match[1] or match[2]).lower()] if match else 1
