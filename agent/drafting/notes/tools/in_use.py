"""Sentences that say of a tool in so many words which unit uses it for what ("Xは経理部が精算に使っている", "For chat the IT team uses X")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.drafting.notes.tools.items import ToolItem
from agent.drafting.notes.tools.no_name import is_no_name
from agent.drafting.notes.tools.pieces import NAME_LIKE_EN, is_unit
from agent.renewal.remarks import Remark

NAME_JA = r"[「『]?(?P<name>[^、。はがをにで「」『』\s]{2,16})[」』]?"
UNIT_JA = r"(?P<unit>[^、。はがをにで「」\s]{2,14}?)"
WORK_JA = r"(?P<work>[^、。はがをにで「」\s]{2,14}?)"
USES_JA = r"(?:使(?:って(?:い(?:る|ます)|おり)|用(?:して|中|。|$)|う|い、)|利用(?:して|中|。|$)|運用(?:して|中)|活用(?:して|中)|管理して)"
FRAMES_JA = tuple(
    re.compile(frame)
    for frame in (
        rf"^[\s・]*{NAME_JA}は、?{UNIT_JA}(?:が|で|にて){WORK_JA}(?:に|で|用に|のために){USES_JA}",
        rf"^[\s・]*{NAME_JA}は、?{WORK_JA}(?:に|用に|のために|で)、?{UNIT_JA}(?:が|で){USES_JA}",
        rf"^[\s・]*{UNIT_JA}(?:では|で|は|が|の)、?{WORK_JA}(?:に|には|は|を|で){NAME_JA}(?:を|で){USES_JA}",
        rf"^[\s・]*{WORK_JA}(?:は|には){NAME_JA}(?:で|を使い|を使って(?:い|お)り)、?(?:使って(?:いる|います)?(?:の|ところ|部署|部門)は|利用(?:部署|部門|者)?は|担当は)、?{UNIT_JA}(?:。|です|だ|になります|$)",
    )
)
THE = r"(?:[Tt]he )?"
NAME_EN = r"(?P<name>[A-Z][\w.+&'’-]*(?: [A-Z0-9][\w.+&'’-]*){0,2})"
UNIT_EN = r"(?P<unit>[A-Za-z][\w &'’-]{1,28}?)"
WORK_EN = r"(?P<work>[a-z][\w &'’/-]{2,32}?)"
USES_EN = (
    r"(?:uses?|runs?|works? (?:in|with|on)|relies on|rely on|is on|are on|keeps? (?:it|this) in|has|have)"
)
END_EN = r"(?=[.,;]|$| and | but )"
FRAMES_EN = tuple(
    re.compile(frame)
    for frame in (
        rf"^[\s-]*{NAME_EN} is (?:what )?(?:used|run|in use) (?:by|in) {THE}{UNIT_EN} (?:for|to do) {THE}{WORK_EN}{END_EN}",
        rf"^[\s-]*{NAME_EN} is (?:used )?for {THE}{WORK_EN}(?:,? (?:in|by)) {THE}{UNIT_EN}{END_EN}",
        rf"^[\s-]*{THE}{UNIT_EN} {USES_EN} {NAME_EN} (?:for|to do) {THE}{WORK_EN}{END_EN}",
        rf"^[\s-]*[Ff]or {THE}{WORK_EN},? {THE}{UNIT_EN} {USES_EN} {NAME_EN}{END_EN}",
    )
)
NOT_SO = re.compile(
    r"[?？]|(?:たい|予定|検討|ない|なかった|ていた|でした)(?:。|です|$)|\b(?:not|no longer|used to|would|might|could|may)\b"
)


def used_in(remark: Remark) -> Iterator[ToolItem]:
    """The tool with its unit and its use; nothing of questions, wishes and what is no longer so."""
    text = remark.text
    if NOT_SO.search(text):
        return
    for frame in (*FRAMES_JA, *FRAMES_EN):
        found = frame.match(text)
        if found is None or not is_unit(found["unit"]) or is_unit(found["name"]) or is_unit(found["work"]):
            continue
        if is_no_name(found["name"]) or (found["name"].isascii() and not NAME_LIKE_EN.match(found["name"])):
            continue
        yield ToolItem(found["name"], found["work"].strip(), found["unit"].strip())
        return
