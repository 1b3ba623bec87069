"""Something given under the contract (a helpline, an engineer on site), which the plan ends without more ado."""

from __future__ import annotations

import re
from collections.abc import Set

from agent.calendar.patterns import regex
from agent.goals.promise_subjects import names_same
from agent.goals.promised.clauses import CLAUSE_EN, DENIED_EN, any_word, is_a_time

_ENDS_ITSELF = regex(
    r"(?<![a-z])(?P<verb>(?:closes|ends|stops|ceases|finishes|lapses|expires|goes away|disappears|falls away|shuts(?: down)?|winds down)|(?<=s )(?:close|end|stop|cease|lapse|disappear|shut(?: down)?|wind down)(?= (?:in|on|from|by|at|after|with|as)(?![a-z])|$|[,.;])|(?:is|are|will be|gets?|to be) (?:closed|ended|stopped|ceased|withdrawn|discontinued|cancell?ed|removed|terminated|dropped|phased out|switched off|turned off|taken away|given up|pulled|wound down|shut(?: down)?|abolished|cut|suspended|paused|halved|cut back|scaled back|reduced)|(?:is|are) no (?:longer|more) (?:available|offered|provided|staffed)|no longer (?:offered|provided|available|staffed|runs?))(?![a-z])",
    re.I,
)


def ends_what_is_given(promised: str, planned: str, shared: Set[str]) -> bool:
    """The promise is of a service, and the plan withdraws it: 常駐を引き揚げる, the phone line closes."""
    named = any_word("given", "things").search(promised)
    if named is None or any_word("given", "not_promised").search(promised):
        return False
    return _withdrawn_ja(planned, shared) or _withdrawn_en(planned, shared)


def _withdrawn_ja(planned: str, shared: Set[str]) -> bool:
    for match in any_word("given", "withdrawn_ja").finditer(planned):
        if re.match(
            r"(?:し|さ|せ)?(?:ない|ず|ません)|(?:日|率|後|時|前)", planned[match.end() : match.end() + 4]
        ):
            continue
        clause = re.split(r"[、。\n;]", planned[: match.start()])[-1]
        if _names(clause[-24:], shared):
            return True
    return False


def _withdrawn_en(planned: str, shared: Set[str]) -> bool:
    for match in any_word("given", "withdrawn_en").finditer(planned):
        after = CLAUSE_EN.split(planned[match.end() :])[0]
        if is_a_time(planned, match):
            continue
        if not DENIED_EN.search(planned[: match.start()]) and _names(" ".join(after.split()[:6]), shared):
            return True
    for match in _ENDS_ITSELF.finditer(planned):
        subject = " ".join(CLAUSE_EN.split(planned[: match.start()])[-1].split()[-5:])
        if _names(subject, shared) and not re.match(
            r"[- ](?:out|date|of|by|with|at|on time)", planned[match.end() :]
        ):
            return True
    return False


def _names(thing: str, shared: Set[str]) -> bool:
    low = thing.lower()
    return any(
        names_same(subject, low) if subject[0] == "=" else subject.strip("~") in low for subject in shared
    )
