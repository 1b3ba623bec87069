"""A plan that keeps a figure where it is, where the promise moves it: 前年並みを維持, flat, no worse than today."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.promise_subjects import subjects_of
from agent.goals.promised.changes import change_promised, percent_promised
from agent.goals.promised.claims import Facts, facts_of
from agent.goals.promised.clauses import clause_before
from agent.goals.scan import Scan

_HELD = regex(
    r"(?:前年|昨年|前年度|昨年度|前期|昨期|前年同期|例年|今年|現状|現在|現行|従来|導入前|今)(?:度|実績)?(?:と|の)?(?:並み?|同水準|同程度|同等|同じ|同レベル|同額|同数|変わらず|変わらない)"
    r"|(?:(?:現状|現在|現行|今|いま|従来|これまで|前年|昨年)(?:の)?(?:水準|レベル|線|値|数字|実績|ライン|ペース|数|率|額|規模)?)(?:を|で)(?:維持|キープ|保|守|死守|推移|据え置|続け)|(?:現行|現状|現在|今|いま|従来)の[^、。\n]{0,8}のまま|横ばい|ヨコばい|横這い|±0|プラスマイナスゼロ"
    r"|(?:これ以上|今以上に?|現状より)[^、。\n]{0,10}(?:ない|ず|させない)|悪化させ(?:ない|ず)|(?:増減なし|増やさず減らさず)"
    r"|(?<![a-z])(?:(?:hold|holds|keep|keeps|stay|stays|remain|remains|held|kept|hover|hovers)(?: [a-z'-]+){0,4} (?:flat|steady|stable|unchanged|constant|level|where (?:it|they) (?:is|are)|as (?:it|they) (?:is|are)|at (?:its |the |their )?(?:current|present|today's|last year's|existing) [a-z]+|at (?:today's|last year's|the current|the present|present|current)|in line with|on a par with|at the same level|the same)|(?:is|are) flat|flat (?:on|against|versus|vs|year on year|with last)|(?:the )?same as (?:last year|today|now|before)|in line with last year|no (?:worse|higher|lower|more|less) than (?:today|now|last year|at present|currently|before)|(?:at|on) the same level|unchanged|as many as (?:last year|today|now)|(?:at )?last year's level|no (?:change|further (?:rise|increase|growth|drop|decline)))(?![a-z])",
    re.I,
)


def holds_still(promise: Scan, plan: Scan) -> bool:
    """The promise moves a figure, and the plan says that it stays; no figure of the plan moves."""
    if not _HELD.search(plan.text) or _HELD.search(promise.text):
        return False
    planned = facts_of(plan)
    moves = any(measure.value for measure in planned.changes) or (planned.now and planned.aims)
    return not moves and _moves(facts_of(promise))


def _moves(promised: Facts) -> bool:
    return bool(
        percent_promised(promised) is not None
        or change_promised(promised)
        or (promised.now and promised.aims)
        or any(measure.unit == "speed" for measure in promised.aims)
    )


_NOT_UP = regex(
    r"(?:増やさ|増え|上げ|悪化させ|高め|延ばさ)(?:ない|ず|ません)|(?:増加|悪化|上昇|増員)(?:は|を)?(?:しない|させない|せず|なし)|(?<![a-z])(?:no (?:increase|rise|growth|more)|not (?:increase|rise|grow|go up|get worse)|never (?:rises?|grows?|more)|no (?:worse|higher))(?![a-z])",
    re.I,
)
_NOT_DOWN = regex(
    r"(?:減らさ|下げ|削ら|落とさ|縮め)(?:ない|ず|ません)|(?:減少|低下|削減|減員|悪化)(?:は|を)?(?:しない|させない|せず|なし)|(?<![a-z])(?:no (?:cuts?|decrease|reduction|drop|fall|fewer|less)|not (?:fall|drop|shrink|go down|be (?:cut|reduced))|never (?:falls?|drops?|fewer|less))(?![a-z])",
    re.I,
)


def moves_against(promise: Scan, plan: Scan) -> bool:
    """The promise is that a figure does not rise (or fall), and the plan's does: 9 % today, 12 % allowed."""
    up, down = _NOT_UP.search(promise.text), _NOT_DOWN.search(promise.text)
    if bool(up) == bool(down):
        return False
    said = up or down
    kept = subjects_of(clause_before(promise, said.end() if said else 0))
    planned = facts_of(plan)
    return any(
        aim.kind == base.kind
        and (aim.unit == base.unit or not base.unit)
        and ((aim.value > base.value) if up else (aim.value < base.value))
        and kept & subjects_of(clause_before(plan, min(aim.start, base.start)))
        for base in planned.now
        for aim in planned.aims
    )
