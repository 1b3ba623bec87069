"""Which English words name a job, whatever is made of it: "docketing clerk", "live ops producer", "packhouse sup"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from agent.people.english_never import NOT_NAME
from agent.people.latin_words import is_everyday, is_known_person
from agent.people.lexicon import table, titles_en
from agent.people.titles import read_english_role

LONGEST = 6
"""Words of the longest job that is read."""
_AGENT = re.compile(r"[a-z-]{3,}(?:er|or|ist|ian|man|woman|person|master|keeper|hand|smith|wright)")
"""How English makes the words for who does something."""
_BEHIND = re.compile(
    r" (?:at|in|from|for|since|until|on|with|who|which|and (?:our|the|their|is|was|has|uses|runs|signs|does|keeps|likes|wants|works|handles|looks|sits|also)|over|across|plus|as of|of the) "
)
"""What goes on behind a job: the place, the time, another remark."""
_OF = re.compile(
    r"(?P<head>(?:[A-Za-z&-]+ ){0,3}(?:head|director|manager|chief|lead|leader|chair|chairman|dean|vp|vice president|president|officer|secretary|superintendent|supervisor|editor|master)) (?:of|for) (?:the )?(?P<unit>[A-Za-z&-]+(?: (?:and|&|[A-Za-z-]+)){0,3})",
    re.IGNORECASE,
)
"""A post with what it is over: "head of compliance", "VP of Service"."""
_HAND = re.compile(r"[a-z]{3,}(?:hand|keeper|master|smith|wright)")
_BY_KIND = frozenset(["tech"])
"""What names a job with a word before it only: "lab tech"."""
_AHEAD = re.compile(
    r"(?:(?:the|our|their|his|her|my|your|an?|now|then|still|currently|also|new) )+", re.IGNORECASE
)


@cache
def _nouns() -> frozenset[str]:
    last = {title.split()[-1].casefold() for title in titles_en() if len(title) > 1}
    return frozenset(last | set(table("jobs_en")["jobs"]))


@cache
def _no_agents() -> frozenset[str]:
    return frozenset(table("jobs_en")["no_jobs"])


@lru_cache(maxsize=20_000)
def job_in(words: str) -> str | None:
    """The job that `words` begin with: "chief mate", "Ops director" of "Ops director for the north"; None without one."""
    head = _ahead_of_remarks(words)
    if (over := job_over(head)) is not None:
        return over[0]
    parts = head.split()
    if not 0 < len(parts) <= LONGEST or any(not re.fullmatch(r"[A-Za-z][A-Za-z&'’/.-]*|&", p) for p in parts):
        return None
    if any(_is_name(part) for part in parts) or _is_part_in_a_deal(head):
        return None
    by_kind = len(parts) > 1 and parts[-1].casefold() in _BY_KIND
    return head if by_kind or _is_job(parts[-1]) else None


def job_over(words: str) -> tuple[str, str] | None:
    """A post and what it is over, "head of compliance" and "compliance", or "VP Quality" and "Quality"; else None."""
    of = _OF.fullmatch(words)
    if of is not None:
        return (words, of["unit"]) if not _is_part_in_a_deal(words) else None
    role = read_english_role(words)
    if role is None or role.department is None or role.title != words:
        return None
    return (words, role.department) if words.endswith(" " + role.department) else None


def _ahead_of_remarks(words: str) -> str:
    head = _BEHIND.split(words.strip(), maxsplit=1)[0].strip(" -–—")
    ahead = _AHEAD.match(head)
    return head[ahead.end() :] if ahead else head


def _is_job(word: str) -> bool:
    small = word.casefold().rstrip(".")
    if small in _nouns():
        return True
    if small in _no_agents():
        return False
    return bool(_HAND.fullmatch(small) or (_AGENT.fullmatch(small) and is_everyday(small)))


def _is_name(word: str) -> bool:
    return word[0].isupper() and is_known_person(word) and not is_everyday(word) and not NOT_NAME.search(word)


def _is_part_in_a_deal(words: str) -> bool:
    """What somebody does in the sale is no job of theirs: "economic buyer", "champion"."""
    return bool(
        re.search(
            r"\b(?:economic|budget|decision|approver|champion|sponsor|blocker|advocate|influencer|user|contact|signer|signatory|stakeholder|supporter|owner of the (?:goal|target))\b",
            words,
            re.IGNORECASE,
        )
    )
