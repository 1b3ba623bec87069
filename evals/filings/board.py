"""How many officers a filing says it has, read from its pages without the program's readers."""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile

_TAG = re.compile(r"<[^>]*>")
_BOARD = re.compile(r"男性:?(?P<men>\d+)[名人].{0,12}?女性:?(?P<women>\d+|-)[名人]?.{0,4}\(役員")
_NOT_OFFICERS = re.compile(r"役員のうち女性の比率は.{0,60}?執行役員(?P<staff>\d+)[名人]を(?:加え|含め)")
"""A note that says how many of those counted are 執行役員, who are no officers and stand in no row of the table."""


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
            others = _NOT_OFFICERS.search(re.sub(r"\s+", "", words))
            counted = int(found["men"]) + (0 if found["women"] == "-" else int(found["women"]))
            return counted - (int(others["staff"]) if others is not None else 0)
    return None
