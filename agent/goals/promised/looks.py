"""Whether a text promises only to look into something and to tell what was found: nothing is done to the thing itself."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex

_CAUSE_JA = regex(r"原因|理由|要因|経緯|背景|真因|なぜ|どうして|影響範囲|発生状況|再現")
_END = r"(?:を|の)?(?:うえ|する|し|して|した|します|いたします|行う|行い|行って|実施する|り|る|って|て|た|ます|す|こと|予定|とのこと|ください|いただく)*$"
_LOOKS_JA = regex(
    r"(?:調べ|調査|確認|確かめ|検証|分析|特定|究明|解析|切り?分け|洗い出|突き止め|聞き取|ヒアリング)"
    rf"{_END}"
)
_TELLS_JA = regex(
    r"(?:回答|返答|返信|報告|説明|連絡|共有|送付|提出|提示|伝え|知らせ|まとめ|送|出)(?!ない|ず|さない|しない)[^\s、。]{0,10}$"
)
_CLAUSE_JA = regex(
    r"[、。;\n]|(?<=[しべめけっい]て)|(?<=うえ)(?!で)|(?:した|の)(?:上で|うえで)|(?:た)?(?:後|あと)に|次第"
)
_WHEN_JA = regex(r"[^をが]{0,24}(?:まで|までに|中に|以内に|末|頃|ごろ|日|月|週)")
_LOOKS_EN = regex(
    r"^(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)? )?(?:(?:and|then|also|to|will|we|i|shall|['’]ll|we['’]ll|i['’]ll|going|is|are) )*"
    r"(?:find out|look into|investigate|analy[sz]e|diagnose|establish|work out|check|examine|trace|identify|determine|understand|review)"
    r" (?:[\w'’-]+ ){0,4}?(?:why|how come|what (?:caused|causes|went wrong|happened)|cause|causes|reason|reasons|root[- ]cause|background)(?![a-z])"
    r"|^(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)? )?(?:(?:and|then|also|to|will|we|i|shall) )*(?:investigate|look into) (?!moving|switching|replacing|ending|stopping|cutting|dropping|using)",
    re.I,
)
_TELLS_EN = regex(
    r"^(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)? )?(?:(?:and|then|also|to|will|we|i|shall|['’]ll) )*"
    r"(?:report|reply|answer|tell|let|send|share|write|come back|get back|circulate|present|explain|update|inform|give)(?![a-z])",
    re.I,
)
_CAUSE_EN = regex(
    r"(?<![a-z])(?:why|cause|causes|root[- ]cause|reason|reasons|findings?|what (?:caused|happened|went wrong))(?![a-z])",
    re.I,
)
_CLAUSE_EN = regex(
    r"[,.;\n]| and (?=(?:then |to |will )?(?:report|reply|answer|tell|let|send|share|write|come|get|circulate|present|explain|update|inform|give|stop|end|drop|remove|replace|cut|reduce|move|switch|retire|cancel|postpone|delay|limit)(?![a-z]))",
    re.I,
)


def only_looks(text: str) -> bool:
    """True for 停止の原因を調べて回答する and "find out why the sync stopped and tell the team": every clause looks for a
    cause or tells it. A clause that does anything else makes it False."""
    return _only_looks_ja(text) or _only_looks_en(text)


def _only_looks_ja(text: str) -> bool:
    if not _CAUSE_JA.search(text):
        return False
    clauses = [clause.strip() for clause in _CLAUSE_JA.split(text) if clause and clause.strip()]
    acts = [clause for clause in clauses if not _WHEN_JA.fullmatch(clause)]
    looks = [bool(_LOOKS_JA.search(clause)) for clause in acts]
    tells = [bool(_TELLS_JA.search(clause)) for clause in acts]
    return any(looks) and all(look or tell for look, tell in zip(looks, tells, strict=True))


def _only_looks_en(text: str) -> bool:
    clauses = [clause.strip() for clause in _CLAUSE_EN.split(text) if clause and clause.strip()]
    acts = [clause for clause in clauses if not _WHEN_EN.match(clause)]
    looks = [bool(_LOOKS_EN.search(clause)) for clause in acts]
    tells = [bool(_TELLS_EN.search(clause)) for clause in acts]
    found = any(looks) or (any(tells) and bool(_CAUSE_EN.search(text)))
    return found and all(look or tell for look, tell in zip(looks, tells, strict=True))


_WHEN_EN = regex(r"(?:by|before|until|no later than|within|on|in) [^,.;]{2,30}$", re.I)
