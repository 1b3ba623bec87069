"""Moves told in one clause of whoever is named in it: 「8月から人事へ移る」, "has been shifted to", "the new CFO, …".

The words are data (plain_moves.toml). A clause moves the person named last before its words; the words for newcomers
also stand right before or behind the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from agent.people.lexicon import table
from agent.people.no_moves import moves_nobody
from agent.people.refs import MARK
from agent.people.statements import Ref, Statement

VERB = 3
"""Letters at the end of what was found that are surely of its verb."""
_KANA = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_SOMEBODY_ELSE = re.compile(r"\b(?:that )?(?:he|she|they)\b", re.IGNORECASE)
_OF_THEIRS = re.compile(
    r"['’]s (?!(?:[a-z]+ing|been|gone|off|out|now|just|also|already|not|on|moved|left|back|to|being)\b)[a-z]+ ",
)
"""Behind a name: a thing of theirs ("Ana's paper goes to …"), and no "Ana's leaving"."""
_BEHIND_NAME = {
    "ja": r"(?:[(（][^)）]{1,14}[)）])?(?:という(?:方|人|者|若い職員|職員)?)?(?:ご?本人)?(?:は|が|も|、|　| (?=\d))",
    "en": r"(?:, [^.;:]{2,40},|,? (?:who|which) [^.;:]{2,40},)?(?:'s|’s)?",
}


@dataclass(frozen=True, slots=True)
class _Words:
    gone: re.Pattern[str]
    leave: re.Pattern[str]
    weak: re.Pattern[str] | None
    join: re.Pattern[str]
    gone_before: re.Pattern[str]
    gone_behind: re.Pattern[str] | None
    before: re.Pattern[str]
    behind: re.Pattern[str] | None
    nothing: re.Pattern[str]


def plain_moves(statement: Statement) -> Iterator[tuple[str, Ref]]:
    """ "leave", "gone" or "join" with whom it moves, each person once; nothing of questions, conditions and other matters."""
    marked = statement.marked
    words = _words("ja" if _KANA.search(marked) else "en")
    if words.nothing.search(marked):
        return
    seen: set[Ref] = set()
    for kind, pattern in (
        ("join", words.before), ("join", words.behind), ("gone", words.gone_before), ("gone", words.gone_behind), ("gone", words.gone), ("leave", words.leave), ("leave", words.weak), ("join", words.join),
    ):  # fmt: skip
        for found in pattern.finditer(marked) if pattern else ():
            ref = statement.ref(found["who"] or found["label"])
            if ref.kind == "person" and ref not in seen and not _is_idle(found, marked):
                seen.add(ref)
                yield kind, ref


def _is_idle(found: re.Match[str], marked: str) -> bool:
    """The words behind the name stand in an expression that moves nobody, or are said of another ("Ana thinks he retires")."""
    behind = max(found.end("who"), found.end("label") if "label" in found.re.groupindex else -1)
    if _SOMEBODY_ELSE.search(marked, behind, found.end()) or _OF_THEIRS.match(marked, behind):
        return True
    return behind < found.end() and moves_nobody(marked, max(behind, found.end() - VERB), found.end())


@cache
def _words(language: str) -> _Words:
    lists: Mapping[str, Any] = table("plain_moves")[language]
    stops = "。" if language == "ja" else ".;"
    gap = rf"[^\ue000-\uf8ff{stops}]{{0,{lists['gap']}}}?"
    subject = rf"(?P<who>{MARK}){_BEHIND_NAME[language]}"

    def behind_subject(entries: list[str], label: str = "") -> re.Pattern[str]:
        start = "" if language == "ja" else r"(?<![A-Za-z])"
        who = rf"(?:{subject}|(?P<label>{MARK}){label})" if label else subject
        return re.compile(rf"{who}{gap}{start}(?:{'|'.join(entries)})")

    weak = None
    if "weak" in lists:
        weak = re.compile(
            rf"{subject}(?=[^\ue000-\uf8ff。]{{0,20}}{lists['time']})(?=[^\ue000-\uf8ff。]{{0,30}}?{lists['place']})[^\ue000-\uf8ff。を]{{0,{lists['gap']}}}?(?:{'|'.join(lists['weak'])})"
        )
    behind, gone = lists.get("join_behind"), lists.get("gone_behind")
    return _Words(
        gone=behind_subject(lists["gone"]),
        leave=behind_subject(lists["leave"]),
        weak=weak,
        join=behind_subject(lists["join"], label="[:：]" if language == "ja" else ""),
        gone_before=re.compile(rf"(?:{'|'.join(lists['gone_before'])})(?P<who>{MARK})"),
        gone_behind=re.compile(rf"(?P<who>{MARK})(?:{'|'.join(gone)})") if gone else None,
        before=re.compile(rf"(?:{'|'.join(lists['join_before'])})(?P<who>{MARK})"),
        behind=re.compile(rf"(?P<who>{MARK})(?:{'|'.join(behind)})") if behind else None,
        nothing=re.compile("|".join(lists["not"]), re.IGNORECASE),
    )
