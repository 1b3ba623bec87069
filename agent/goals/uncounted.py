"""What cannot be counted, whatever a goal says of its number: 負担をゼロに, 部門の壁がなくなっている."""

from __future__ import annotations

from agent.calendar.patterns import regex
from agent.goals.quantities import Found

NOT_COUNTED = regex(
    r"(?:当たり外れ|当たりはずれ|不公平|行き違い|すれ違い|もめごと|揉め事|いざこざ|バラつき|ばらつき|ムダ|無駄|負担|不安|不満|ストレス|手間|課題|属人化|ギャップ|壁|リスク|悩み|ムラ|ムリ|感|性|(?<!入)(?<!出)力|意識|温度差|[歪澱淀痛弱悩妬恨凝絡緩軋霞傷]み|(?:よど|ゆが|ひず|いた|たる|きし|しがら|わだかま|悲し|苦し|ねた|ひが)[みり]|滞り|偏り|詰まり|目詰まり|しこり|引っかかり|濁り|曇り|[翳陰]り|焦り|ためらい|戸惑い|とまどい|迷い|もたつき|ぐらつき|ざわつき|もやもや|モヤモヤ|ギクシャク|ぎくしゃく|甘え|慢心|停滞|閉塞|倦怠|惰性|甘さ|弱さ|遠慮|忖度|気兼ね|気まずさ|疑念|猜疑|わだち|縄張り|垣根|境目|隔たり|癖|くせ|クセ|習慣|慣習|風潮|体質|風土|ムード|文化|空気|しきたり|前例主義|事なかれ)(?:を|の|が|は)?$"
)
"""Nouns of feelings, qualities and hindrances, with the particle after them."""


def is_uncounted(text: str, quantity: Found) -> bool:
    """負担をゼロに, 澱みをなくす: none of something that cannot be counted."""
    none = quantity.spelled and quantity.dimension == "zero"
    return none and NOT_COUNTED.search(text[: quantity.start]) is not None
