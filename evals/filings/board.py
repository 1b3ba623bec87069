"""How many officers a filing says it has, read from its pages without the program's readers."""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile

_TAG = re.compile(r"<[^>]*>")
_BOARD = re.compile(r"男性:?(?P<men>\d+)[名人].{0,12}?女性:?(?P<women>\d+|-)[名人]?.{0,4}\(役員")


def printed_board(data: bytes) -> int | None:
    """「男性 ８名 女性 ２名（役員のうち…）」 as 10; None where no page says so."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [archive.read(name).decode("utf-8", "replace") for name in sorted(archive.namelist())]
    for page in pages:
        if "男性" not in page:
            continue
        words = unicodedata.normalize("NFKC", html.unescape(_TAG.sub("", page)))
        found = _BOARD.search(re.sub(r"[―−－‐—–ー]", "-", re.sub(r"\s+", "", words)))
        if found is not None:
            return int(found["men"]) + (0 if found["women"] == "-" else int(found["women"]))
    return None
