"""What the fitted reader sees of words that may name a tool in use: what stands beside them, never which name it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.tools.placed import placed_in
from agent.drafting.notes.tools.sentences import tools_in_sentence
from agent.drafting.second_reading.parts.features import beside
from agent.drafting.second_reading.parts.products import Product, products_in
from agent.renewal.remarks import Remark
from agent.sentence_kinds.concepts import Language, concepts_in
from agent.sentence_kinds.features import plain
from connectors.language import JAPANESE

PERSON = re.compile(
    r"^[」』\"”]?(?:さん|様|さま|氏|殿|先生|部長|課長|係長|主任|社長|専務|常務|室長|所長|店長|次長)"
)
NAME = "\ue004"
"""Stands for the other candidates of a sentence."""


def language_of_words(text: str) -> Language:
    """The language whose weights read the sentence."""
    return "ja" if JAPANESE.search(text) else "en"


def of_product(
    remark: Remark, beside_it: tuple[str, str], product: Product, ours: str, named: Sequence[str]
) -> set[str]:
    """Features of a candidate. `beside_it` are the sentences before and after, `ours` is our product's name, `named` are
    the tools that the rules read in the sentence."""
    before, after = beside_it
    text, language = remark.text, language_of_words(remark.text)
    left, right = text[: product.start], text[product.end :]
    found = set(beside(left, right, language))
    words = product.text
    found |= {f"form {product.form}", f"length {min(len(words) // 3, 6)}", f"tail {plain(words)[-2:]}"}
    found |= {
        f"script {_script(words)}",
        f"person {bool(PERSON.match(right))}",
        f"opens {not left.strip(' ・-*')}",
    }
    if product.form == "thing":
        found.add(f"thing {plain(words)[-4:]}")
    found.add(f"ours {bool(ours) and (words in ours or ours in words)}")
    found.add(f"ours beside {bool(ours) and ours in text.replace(words, '')}")
    others = products_in(text)
    found.add(f"place {min(others.index(product), 3)} of {min(len(others), 4)}")
    found.add(f"rules {any(words in name or name in words for name in named)}")
    place = " ".join((remark.heading, remark.column, remark.label))
    found |= {f"in {concept}" for concept in concepts_in(plain(place), language)}
    found |= {f"pre {concept}" for concept in concepts_in(plain(before), language)}
    found |= {f"post {concept}" for concept in concepts_in(plain(after), language)}
    found |= {f"block {remark.kind.value}", f"side {remark.side}", f"long {min(len(text) // 20, 5)}"}
    return found


def around(remarks: Sequence[Remark], place: int) -> tuple[str, str]:
    """The sentences before and after one, of its own document."""
    here = remarks[place]
    sides = [remarks[at] if 0 <= at < len(remarks) else None for at in (place - 1, place + 1)]
    before, after = (one.text if one and one.document is here.document else "" for one in sides)
    return before, after


def named_by_rules(remark: Remark) -> tuple[str, ...]:
    """Names of the tools that the rules read in the sentence."""
    return tuple(item.name for item in (*tools_in_sentence(remark), *placed_in(remark)))


def _script(words: str) -> str:
    kinds = (
        ("k", "[ァ-ヴ]"),
        ("h", "[ぁ-ん]"),
        ("c", "[一-龠]"),
        ("L", "[A-Z]"),
        ("l", "[a-z]"),
        ("0", r"\d"),
    )
    return "".join(kind for kind, letters in kinds if re.search(letters, words))
