"""Somebody says that all of them, or a group, use the product; a count says that few do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.contradictions.opposites import UNIT
from agent.drafting.notes.contradictions.pairs import Pair
from agent.drafting.notes.contradictions.use_claims import is_wished
from agent.drafting.notes.usage import SHARE, share_of
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

CUES = cues("agent.drafting.notes.contradictions", "contradictions")
OF_ALL = 0.7
"""A share up to this refutes that everybody uses it; of a group named, GROUP does."""
GROUP = 0.5
FEW = 5
USED = re.compile(
    r"利用|ログイン|使|閲覧|入力|開|稼働|アクティブ|記録|投稿|登録|\b(?:active|log(?:ged|ins?)|used?|using|opened?|scans?|entries)\b",
    re.I,
)
ALL = re.compile(
    r"全員|各[一-龠]+とも|みんな|皆|全社|全拠点|全店|全部署|どの[^。]{1,4}も|完璧|毎日|毎朝|\b(?:everyone|everybody|all|every day|daily|across the|whole)\b",
    re.I,
)
SMALL = re.compile(
    r"(?:利用|ログイン|入力|投稿|記録|登録|閲覧|使)[^。]{0,14}?(?P<n>\d+)(?:件|人|名|回|席)(?!中|のうち)|(?P<zero>ゼロ|0件|0回|no (?:logins?|scans|entries))"
)
PERCENT = re.compile(
    r"(?:利用|ログイン|閲覧|入力|稼働|実施|使用|usage|active|adoption)[^。.]{0,10}?(?P<n>\d+(?:\.\d+)?)\s*[%％]|"
    r"(?P<n2>\d+(?:\.\d+)?)\s*% (?:active|in use|adoption)",
    re.I,
)
EVERY = re.compile(r"(?:全|各|どの)[一-龠]{1,3}")
OFTEN = re.compile(r"[月週日年]に?\d+回(?:以上)?の?")
TOTAL = re.compile(r"全|合計|計$|注記|集計|備考|total|all|note|\d", re.I)
GROUP_WORD = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|\b[A-Za-z]{4,}\b")
NO_GROUP = re.compile(
    r"^(?:利用|毎日|毎朝|全員|完璧|現在|先月|今月|入力|活用|定着|浸透|認識|係長|課長|部長|主任|adoption|excellent|everyone|every|using|with|they|have|users?|logged|people|last|month|only|opened|great)$",
    re.I,
)


def disputed_use(remarks: Sequence[Remark]) -> Iterator[Pair]:
    """One pair, the claim against the lowest share that concerns whom it speaks of."""
    counts = [(share, r) for r in remarks if r.is_note and (share := _share(r)) is not None]
    for claim in remarks:
        if not _claims(claim):
            continue
        of_all = bool(ALL.search(claim.text)) and not UNIT.search(EVERY.sub("", claim.text))
        groups = _groups(claim.text)
        against = []
        for share, count in counts:
            about = bool(groups & _groups(count.text)) or _in_row(groups, count)
            if count is not claim and (
                (about and share <= GROUP) or (of_all and share <= OF_ALL and not _of_part(count))
            ):
                against.append((not about, share, count.start, count))
        if against:
            yield Pair("usage", claim, min(against, key=lambda entry: entry[:3])[3], "data")
            return


def _claims(remark: Remark) -> bool:
    plain = (
        remark.is_note and remark.kind.value not in ("heading", "field", "table_row") and remark.side != "us"
    )
    said = CUES["uses_well"].search(remark.text) and not CUES["denies_use"].search(remark.text)
    said = said and not is_wished(remark.text)
    return bool(plain and said) and _share(remark) is None and not remark.text.endswith(("?", "？", "か。"))


def _share(remark: Remark) -> float | None:
    """The share in use that the sentence or cell counts; a few uses count as none."""
    text = OFTEN.sub("", remark.text)
    if not USED.search(f"{text} {remark.column}"):
        return None
    rates = [rate for found in SHARE.finditer(text) if (rate := share_of(found)) is not None]
    rates += [float(found["n"] or found["n2"]) / 100 for found in PERCENT.finditer(text)]
    rates += [0.0 for found in SMALL.finditer(text) if found["zero"] or int(found["n"]) <= FEW]
    return min(rates, default=None)


def _groups(text: str) -> set[str]:
    return {word.casefold().rstrip("s") for word in GROUP_WORD.findall(text) if not NO_GROUP.match(word)}


def _in_row(groups: set[str], count: Remark) -> bool:
    """A group of the claim stands in the count's row, alone or as its beginning ("東日本" for 東日本支社)."""
    if count.kind.value != "table_row":
        return False
    block = count.document.blocks[count.block]
    cells = [count.document.text[cell.start : cell.end].casefold() for cell in block.cells]
    return any(cell.startswith(group) for cell in cells for group in groups)


def _of_part(count: Remark) -> bool:
    """The count is of one group of a table, which says little of all."""
    return count.kind.value == "table_row" and bool(count.label) and not TOTAL.search(count.label)
