"""Light reading of predicates: is what a phrase says denied, settled, or asked for in the same clause?"""

from __future__ import annotations

import re

from connectors.language import JAPANESE

SENTENCE_END = re.compile(r"[。！!？?\n]|(?<=[a-z\d\"”’)])\.(?=\s|$)")
TURN = re.compile(
    r"(?:です|ます|た|る|い|だ)(?:が|けど|けれど|けれども)、|ものの、|一方|[,;] ?(?:but|though|although|while|however)\b|; ",
    re.I,
)
"""Where a sentence turns against what it said before; what stands on the other side is another statement."""


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the clause that holds [start, end): the sentence, cut where it turns ("…ですが、", ", but")."""
    first, last = 0, len(text)
    for cut in (SENTENCE_END, TURN):
        for match in cut.finditer(text):
            if match.end() <= start:
                first = max(first, match.end())
            elif match.start() >= end:
                last = min(last, match.start() if cut is SENTENCE_END else match.end())
                break
    return first, last


def is_negated(words: str) -> bool:
    """True for words with an odd number of negations (使っていない, "not happy"); 〜なければならない counts as none."""
    plain = MUST.sub("", words)
    return len(NEGATION.findall(plain)) % 2 == 1


MUST = re.compile(
    r"(?:なけれ|なく|ない)(?:ば|て|と)(?:は)?(?:なら|いけ)(?:ない|ません)|(?:かも|に)(?:しれ|知れ|違い|すぎ)(?:ない|ません)|(?:じゃ|では|ん)ない(?:か|です(?:か)?)[?？。]?|"
    r"なくな(?:る|り|っ)|仕方(?:が)?ない|ません(?:か|でしょうか)|少なくない|\bnot only\b|\bno doubt\b|\bcan[’']t wait\b"
)
NEGATION = re.compile(
    r"(?<![少危])な(?:い|く(?!な)|かっ|けれ)(?!いと)|ません|(?<=[あかさたなまらわいきちにみりえけせてねめれじぎびさべげえ])ず(?=[、。に]|$)|ぬ(?=。|$)|なし(?=$|[。、とで」)])|無し|へん(?!か)|まへん|とらん|おらん|ちょらん|[分わ]からん|できん|出来ん|知らん|足らん|使わん|触らん|未(?=着手|完了|定|済|達|確認|実施|導入|稼働|対応|使用|利用|登録|回答|提出)|"
    r"\b(?:not|never|no|nobody|none|neither|nor|without|hardly|barely|cannot)\b|n[’']t\b",
    re.I,
)


def is_japanese(text: str) -> bool:
    return bool(JAPANESE.search(text))
