"""Claims of one Japanese sentence: each frame's words with who holds the place the frame asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.people.claims.frames import Line, shown_in
from agent.people.claims.lemmas import japanese
from agent.people.claims.tail import CLEFT, Tail, read_tail
from agent.people.claims.types import Claim, Frame, Token
from agent.people.lexicon import table

_SUBJECT = ("は", "が", "も", "こそ", "って", "さえ", "しか")
_BESIDE = frozenset(
    {
        "自身",
        "本人",
        "個人",
        "一人",
        "ひとり",
        "だけ",
        "のみ",
        "側",
        "自ら",
        "さん",
        "様",
        "達",
        "たち",
        "ら",
        "独り",
        "単独",
        "まで",
        "レベル",
        "クラス",
    }
)
_CLOSES = ("が", "けど", "けれど", "けれども", "ので", "から", "し", "のに", "ものの")
_US = frozenset({"当社", "弊社", "我々", "当方", "こちら"})
_SELF = frozenset({"私", "わたし", "わたくし", "僕", "俺", "小生"})
_OFF_OBJECT = 0.25
BESIDE = 14
"""Tokens in front of an act in which its audience or occasion may stand."""
_AUDIENCE = re.compile(
    r"(?:会|部|課|店|支店|工場|病棟|班|校|園|拠点|営業所|支社|支部|現場|部署|部門|社員|職員|乗務員|メンバー|スタッフ|人)\Z"
)
"""Ends of words for those inside the customer whom something is shown to, or where."""
_CARRIES = ("は", "も", "って")


def claims_in(marked: str, insiders: frozenset[str] = frozenset()) -> list[Claim]:
    """Everything the frames say of the marks of a sentence, and of a subject that it leaves out (`mark` None)."""
    tokens = japanese(marked)
    line = Line(tokens)
    question = _asks(tokens)
    out: list[Claim] = []
    for frame, first, last in shown_in(line, "ja"):
        if frame.beside is None or _is_beside(frame.beside, line, first, last, insiders):
            out += _read(frame, tokens, first, last, question)
    return out


def _is_beside(beside: str, line: Line, first: int, last: int, insiders: frozenset[str]) -> bool:
    """One of the frame's other words stands near, or an insider as the one it is done to or for."""
    tokens = line.tokens
    begin, end = max(0, first - BESIDE), min(len(tokens) - 1, last + 4)
    if line.holds(beside, begin, end):
        return True
    return any(
        (tokens[i].text in insiders or _AUDIENCE.search(tokens[i].text))
        and i + 1 < len(tokens)
        and tokens[i + 1].text in ("に", "へ", "を", "で", "まで")
        and tokens[i + 1 : i + 3][-1].text != "は"
        for i in range(begin, first)
    )


def _read(frame: Frame, tokens: Sequence[Token], first: int, last: int, question: bool) -> Iterator[Claim]:
    tail = read_tail(tokens, last)
    decides = frame.shows in ("economic_buyer", "influencer")
    if question or tail.wished or (tail.conditional and not decides) or (tail.unless and not decides):
        return
    if not decides and (
        tail.asked
        or _is_embedded(tokens, tail)
        or (tail.passive and frame.shows == "blocker" and not _agent(tokens, first, last))
    ):
        return
    weight = frame.weight * (_OFF_OBJECT if decides and _other_object(tokens, first) else 1.0)
    for mark, denied in _holders(frame, tokens, first, last, tail):
        yield Claim(
            frame.shows,
            weight,
            mark,
            denied != frame.denies,
            tokens[first].start,
            frame.beside is not None,
            tokens[last].end,
            frame,
        )


def _is_embedded(tokens: Sequence[Token], tail: Tail) -> bool:
    """The predicate only describes a noun that is nobody: "差し戻された話", "反対する理由"."""
    if tail.noun_at is not None or tail.end >= len(tokens) or tail.end < 1:
        return False
    noun, before = tokens[tail.end], tokens[tail.end - 1]
    return not noun.is_mark and noun.kind == "名詞-普通名詞" and before.kind.startswith(("動詞", "助動詞"))


def _agent(tokens: Sequence[Token], first: int, last: int) -> bool:
    return _with(tokens, first, last, ("に", "から", "より"), 8) is not None


def _holders(
    frame: Frame, tokens: Sequence[Token], first: int, last: int, tail: Tail
) -> Iterator[tuple[str | None, bool]]:
    """Marks that hold the place, each with whether it is denied."""
    if "name" in frame.holders:
        named = list(
            _named(
                tokens,
                tail.noun_at + 2 if tail.noun_at is not None else last + 1,
                tail.noun_at is not None,
                frame.shows.startswith("event:"),
            )
        )
        if named:
            yield from named
            return
    if any(t.lemma in _SELF for t in tokens[first : last + 1]):
        yield None, tail.denied  # whoever says "I" in the very words, not the one it is said or shown to
        return
    if "owner" in frame.holders and (owner := _owner(tokens, first)) is not None:
        yield tokens[owner].text, tail.denied
        return
    for particles in (
        ("に", "へ", "まで", "宛") if "goal" in frame.holders else (),
        ("から", "より", "に") if "source" in frame.holders else (),
    ):
        if particles and (at := _with(tokens, first, last, particles, frame.near)) is not None:
            yield tokens[at].text, tail.denied
            return
    if "place" in frame.holders and (at := _with(tokens, first, last, ("で", "にて"), 16)) is not None:
        yield tokens[at].text, tail.denied
        return
    if "object" in frame.holders and (at := _with(tokens, first, last, ("を", "さえ"), 3)) is not None:
        yield tokens[at].text, tail.denied
        return
    if "topic" in frame.holders:
        yield None, tail.denied
        return
    if "subject" not in frame.holders:
        return
    if tail.noun_at is not None:
        named = list(_named(tokens, tail.noun_at + 2, True))
        if named:
            yield from ((mark, denied != tail.denied) for mark, denied in named)
            return
    if (
        tail.end < len(tokens)
        and tokens[tail.end].is_mark
        and tokens[tail.end - 1].kind.startswith(("動詞", "助動詞", "形容詞"))
    ) and not any(t.is_mark and _subject_particle(tokens, i) == "が" for i, t in enumerate(tokens[:first])):
        yield tokens[tail.end].text, tail.denied
        return
    if (tail.passive or tail.received) and (
        at := _with(tokens, first, last, ("に", "から", "より"), 8)
    ) is not None:
        yield tokens[at].text, tail.denied
        return
    subject = _subject(tokens, first, last)
    if subject == "other":
        return
    only = subject is not None and any(
        t.text == subject and tokens[i + 1 : i + 2] and tokens[i + 1].text == "しか"
        for i, t in enumerate(tokens)
    )
    yield subject, tail.denied and not only


def _named(
    tokens: Sequence[Token], at: int, cleft: bool, new: bool = False
) -> Iterator[tuple[str | None, bool]]:
    """Marks behind "決裁者は", "決めるのは", "決裁者："; "Aではなく B" denies A.

    `new`: somebody may be brought in ("後任には田中を", "後任の田中", "後を引き受けますのは田中と申しまして").
    """
    if new and tokens[at : at + 1] and tokens[at].text == "の" and at + 1 < len(tokens):
        near = next((i for i in range(at + 1, min(len(tokens), at + 3)) if tokens[i].is_mark), None)
        if near is not None:
            yield tokens[near].text, False
            return
    if not cleft:
        while at < len(tokens) and tokens[at].text in ("者", "役", "の", "方", "人", "権"):
            at += 1
        if at >= len(tokens):
            return
        if tokens[at].text not in (
            "は",
            "が",
            "も",
            ":",
            "：",
            "\t",
            "＝",
            "=",
            "って",
            "→",
            "・",
        ) and not (new and at < len(tokens) and tokens[at].text in ("に", "として", "には", "、")):
            return
        at += 1
    for i in range(at, min(len(tokens), at + CLEFT)):
        if tokens[i].text in ("。", "、") and i > at + 1:
            return
        if not tokens[i].is_mark:
            continue
        after = [t.text for t in tokens[i + 1 : i + 4]]
        beside = ("に", "へ", "の") if new else ("に", "を", "から", "へ", "と", "の")
        if after and after[0] in beside and after[:2] != ["の", "方"]:
            continue
        denied = _is_denied(tokens, i)
        yield tokens[i].text, denied
        if not denied:
            return


def _is_denied(tokens: Sequence[Token], at: int) -> bool:
    """ "Aではなく", "Aじゃない" behind the mark at `at`."""
    after = tokens[at + 1 : at + 5]
    if not after or after[0].text not in ("で", "では", "じゃ", "でも"):
        return False
    return any(t.lemma in ("ない", "無い", "ず") for t in after)


def _owner(tokens: Sequence[Token], first: int) -> int | None:
    """The mark in "Aの決裁", "A決裁", "Aさんの最終承認"."""
    at = first - 1
    if at >= 1 and tokens[at].text in ("最終", "一存", "単独", "事前", "正式", "ご", "御", "最終的"):
        at -= 1
    if at >= 0 and tokens[at].is_mark:
        return at
    if at >= 1 and tokens[at].text == "の" and tokens[at - 1].is_mark:
        return at - 1
    if (
        at >= 2
        and tokens[at].text == "の"
        and tokens[at - 2].is_mark
        and tokens[at - 1].text in _BESIDE | {"方", "所", "ところ"}
    ):
        return at - 2
    return None


def _with(tokens: Sequence[Token], first: int, last: int, particles: Sequence[str], near: int) -> int | None:
    """The nearest mark before (or inside) the words that carries one of the particles."""
    for i in range(last, max(-1, first - near - 2), -1):
        if tokens[i].is_mark and i + 1 < len(tokens) and tokens[i + 1].text in particles:
            if i + 2 < len(tokens) and tokens[i + 2].lemma in ("因る", "よる", "拠る", "対する", "就く"):
                continue
            return i
        if tokens[i].text == "。":
            return None
    return None


def _subject_particle(tokens: Sequence[Token], at: int) -> str | None:
    """The particle that makes the mark at `at` the subject, or None."""
    i = at + 1
    while i < len(tokens) and (
        tokens[i].text in _BESIDE
        or (tokens[i].text == "の" and i + 1 < len(tokens) and tokens[i + 1].lemma in ("方", "所", "ほう"))
    ):
        i += 2 if tokens[i].text == "の" else 1
    if i >= len(tokens):
        return None
    text = tokens[i].text
    if text in _SUBJECT:
        return text
    if text in ("に", "と", "で", "から") and i + 1 < len(tokens) and tokens[i + 1].text in ("は", "も"):
        return "は" if text != "から" else None
    if text in ("として", "に対し"):
        return None
    if text in ("、", "，", ":", "：", "「", "（", "(", "\t", "→"):
        return ","
    return "で" if text == "で" else None


def _subject(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """The mark that is the subject of the words; None when the sentence has none, "other" for another noun."""
    others = frozenset(table("tails")["others"])
    closed = False
    topic: str | None = None
    weak: str | None = None
    quoted = 0
    for i in range(last, -1, -1):
        token = tokens[i]
        if token.text == "。":
            break
        quoted = max(0, quoted + (i < first and token.text == "」") - (token.text == "「"))
        if quoted:
            continue
        if i < first and token.text in _CLOSES and token.kind == "助詞-接続助詞":
            closed = True
        if token.is_mark:
            particle = _subject_particle(tokens, i)
            if particle == "しか":
                return token.text
            if particle == "が" and not closed:
                return token.text
            if particle in _CARRIES or particle in ("こそ", "さえ", "しか"):
                return token.text if topic is None else topic
            if particle in (",", "で") and weak is None:
                weak = token.text if not (particle == "で" and closed) else None
            if particle is None and weak is None and (_from(tokens, i) or _bare(tokens, i)) and not closed:
                weak = token.text
        elif (i < first and not closed and token.text == "が" and _noun_before(tokens, i)) or (
            i < first
            and token.lemma in others
            and i + 1 < len(tokens)
            and (
                tokens[i + 1].text in ("が", "は", "も")
                or (token.lemma in _US and tokens[i + 1].text in ("から", "より"))
            )
        ):
            return "other"
    return topic or weak


def _noun_before(tokens: Sequence[Token], at: int) -> bool:
    """A noun that is no mark stands before the particle at `at`: it is the subject, whatever it means."""
    return (
        at > 0
        and tokens[at].kind == "助詞-格助詞"
        and tokens[at - 1].kind.startswith(("名詞", "代名詞", "接尾辞"))
        and not tokens[at - 1].is_mark
    )


def _bare(tokens: Sequence[Token], at: int) -> bool:
    """A note leaves the particle out: "田中部長 退任", "田中さんうれしそう"."""
    return at + 1 < len(tokens) and tokens[at + 1].kind.startswith(
        ("空白", "名詞", "形容詞", "形状詞", "副詞", "接頭辞", "動詞")
    )


def _from(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].text in ("から", "より")


def _asks(tokens: Sequence[Token]) -> bool:
    """The sentence asks: it ends in か or a question mark, or asks who."""
    end = [t for t in tokens if t.text not in ("。", "」", "』", "）", ")")]
    if not end:
        return False
    if end[-1].text in ("？", "?") or (end[-1].text == "か" and end[-1].kind == "助詞-終助詞"):
        return True
    return any(
        t.lemma in ("誰", "何方") and not any(x.text in ("も", "か") for x in tokens[i + 1 : i + 3])
        for i, t in enumerate(tokens)
    )


def _other_object(tokens: Sequence[Token], first: int) -> bool:
    """Something else is decided: a noun with を (or は, before the subject) that is no part of this decision."""
    objects = table("tails")["objects"]
    for i in range(first - 1, max(-1, first - 8), -1):
        if tokens[i].text in ("。", "、"):
            return False
        if tokens[i].text == "を" and i and not tokens[i - 1].is_mark:
            word = "".join(t.text for t in tokens[max(0, i - 3) : i])
            return not any(o in word for o in objects)
    return False
