"""Claims of one English sentence: each frame's words with who holds the place the frame asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.people.claims.frames import Line, shown_in
from agent.people.claims.lemmas import english
from agent.people.claims.types import Claim, Frame, Token
from agent.people.lexicon import table

_BACK = 5
"""Words before the predicate in which a denial of it stands."""
BESIDE = 14
"""Words behind an act in which its audience or occasion may stand."""
_AHEAD = 4
"""Words between a passive or a noun and the "by" or "from" that names who."""


def claims_in(marked: str, insiders: frozenset[str] = frozenset()) -> list[Claim]:
    """Everything the frames say of the marks of a sentence, and of a pronoun or unnamed subject (`mark` None)."""
    tokens = english(marked)
    line = Line(tokens)
    if marked.rstrip(' "”)').endswith("?"):
        return []
    out: list[Claim] = []
    for frame, first, last in shown_in(line, "en"):
        if frame.beside is not None:
            end = min(len(tokens) - 1, last + BESIDE)
            if any(t.lemma in ("stop", "not", "n't", "never") for t in tokens[last + 1 : last + 6]):
                continue
            near = line.holds(frame.beside, first, end)
            if not near and not any(t.text in insiders for t in _object(tokens, last)):
                continue
        out += _read(frame, tokens, first, last)
    return out


def _object(tokens: Sequence[Token], last: int) -> list[Token]:
    """The few words behind a verb that can be its object; a new clause ends them."""
    out: list[Token] = []
    for token in tokens[last + 1 : last + 5]:
        if token.lemma in ("becaus", "that", "if", "when", "and", "but", "so") or token.text in (
            ",",
            ".",
            ";",
        ):
            break
        out.append(token)
    return out


def _read(frame: Frame, tokens: Sequence[Token], first: int, last: int) -> Iterator[Claim]:
    decides = frame.shows in ("economic_buyer", "influencer")
    done_to = frame.shows == "blocker" and _is_done_to(tokens, first)
    for mark, at, place in _holders(frame, tokens, first, last):
        if done_to and place == "subject":
            continue
        begin = min(first, at) if at is not None else first
        back = {t.lemma for t in tokens[max(0, begin - 2) : begin]}
        clause = tokens[_clause_start(tokens, begin) : first]
        words = {t.lemma for t in clause}
        if not decides and ((words | back) & set(_words("conditional")) or _wished(tokens, at, first)):
            continue
        if words & {"who", "whether"} and any(
            t.lemma in ("know", "sure", "ask", "wonder", "unclear", "unknown") for t in clause
        ):
            continue
        unless = bool((words | back) & {"unless", "until", "without"})
        if words & {"without"} and place == "subject" and not decides:
            continue
        denied = (not unless) and _denied(frame, tokens, at if place == "subject" else None, first, last)
        if denied and (frame.denies or (decides and (words | back) & {"if", "whether"})):
            continue
        yield Claim(
            frame.shows,
            frame.weight,
            mark,
            denied != frame.denies,
            tokens[first].start,
            frame.beside is not None,
            tokens[last].end,
            frame,
        )


_DONE_TO = frozenset(
    [
        "blocked",
        "stopped",
        "held",
        "delayed",
        "stalled",
        "vetoed",
        "parked",
        "shelved",
        "rejected",
        "refused",
        "denied",
        "frozen",
        "paused",
        "halted",
        "killed",
        "stuck",
        "dropped",
        "pulled",
        "cancelled",
        "canceled",
        "postponed",
        "prevented",
        "obstructed",
        "kicked",
    ]
)
_BE = frozenset(
    [
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "am",
        "'s",
        "’s",
        "'re",
        "’re",
        "get",
        "gets",
        "got",
        "gotten",
        "getting",
        "remain",
        "remains",
        "remained",
        "stay",
        "stays",
    ]
)


def _is_done_to(tokens: Sequence[Token], first: int) -> bool:
    """What is blocked, held or stuck is no blocker: the word is a passive."""
    if tokens[first].text.casefold() not in _DONE_TO:
        return False
    for token in reversed(tokens[max(0, first - 3) : first]):
        if token.text.casefold() in _BE:
            return True
        if not re.fullmatch(
            r"still|now|again|currently|completely|always|just|not|n't|all|\w+ly", token.text.casefold()
        ):
            return False
    return False


def _words(name: str) -> list[str]:
    return list(table("english_forms")[name])


def _holders(
    frame: Frame, tokens: Sequence[Token], first: int, last: int
) -> Iterator[tuple[str | None, int | None, str]]:
    """Marks that hold the place, with their index and how they do."""
    if "goal" in frame.holders and (at := _next(tokens, last)) is not None:
        yield tokens[at].text, at, "goal"
        return
    if "owner" in frame.holders:
        owner = _owner(tokens, first)
        if owner is None:
            owner = _behind(tokens, last, ("from", "of", "by")) if tokens[last].lemma != "cal" else None
        if owner is not None:
            yield tokens[owner].text, owner, "owner"
            return
    if "name" in frame.holders:
        named = _named(tokens, last)
        if named is None:
            named = _apposed(tokens, first, last)
        if named is not None:
            yield tokens[named].text, named, "name"
            return
    if "topic" in frame.holders:
        yield None, None, "topic"
        return
    if "subject" not in frame.holders:
        return
    by = _behind(tokens, last, ("by",))
    if by is not None:
        yield tokens[by].text, by, "by"
        return
    relative = first - 1 if first and tokens[first - 1].lemma in ("who", "that") else None
    if relative is not None and (relative == 0 or not _mark_near(tokens, relative)):
        named = _named(tokens, last, 8)
        if named is not None:
            yield tokens[named].text, named, "name"
            return
    found = _subject(tokens, first)
    if found == "other":
        return
    yield (tokens[found].text, found, "subject") if isinstance(found, int) else (None, None, "subject")


def _next(tokens: Sequence[Token], last: int) -> int | None:
    """The mark right behind a preposition, an article or a title between."""
    at = last + 1
    while at < len(tokens) and tokens[at].lemma in (
        "the",
        "our",
        "their",
        "your",
        "my",
        "her",
        "his",
        "whether",
        "what",
        "how",
        "if",
    ):
        at += 1
    return at if at < len(tokens) and tokens[at].is_mark else None


def _owner(tokens: Sequence[Token], first: int) -> int | None:
    """The mark in "Tom's (final) call"."""
    at = first - 1
    if at >= 0 and tokens[at].lemma in _words("beside_owner"):
        at -= 1
    return at - 1 if at >= 1 and tokens[at].text in ("'s", "’s") and tokens[at - 1].is_mark else None


def _behind(tokens: Sequence[Token], last: int, prepositions: Sequence[str]) -> int | None:
    """The mark behind one of the prepositions a few words later: "signed off by Tom", "sign-off from the CFO"."""
    ahead = 2 * _AHEAD if "by" in prepositions and len(prepositions) == 1 else _AHEAD
    for i in range(last + 1, min(len(tokens), last + 2 + ahead)):
        if tokens[i].is_mark or tokens[i].text in (".", ",", ";", ":"):
            return None
        if tokens[i].lemma in prepositions:
            return _next(tokens, i)
    return None


def _named(tokens: Sequence[Token], last: int, reach: int = 6) -> int | None:
    """The mark a noun is said to be: "the approver is Tom", "Budget holder: Tom", "our champion, Tom"."""
    linked = False
    for i in range(last + 1, min(len(tokens), last + 1 + reach)):
        token = tokens[i]
        if token.is_mark:
            return i if linked else None
        if token.text in (".", ";", "?"):
            return None
        if token.lemma in ("is", "was", "be", "are", "remain", "=") or token.text in (
            ":",
            ",",
            "\t",
            "-",
            "–",
            "(",
            "'s",
        ):
            linked = True
        elif token.lemma in ("not", "n't", "no"):
            return None
    return None


def _apposed(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The mark that a noun describes: "Tom is the budget holder", "Tom, our champion", "Tom (sponsor)", "Tom as approver"."""
    for i in range(first - 1, max(-1, first - 7), -1):
        if tokens[i].is_mark:
            between = {t.lemma for t in tokens[i + 1 : first]}
            if i and tokens[i - 1].lemma in ("to", "with") and not between & {"is", "be"}:
                return None
            return (
                i
                if between
                & {"is", "be", "was", "are", "remain", ",", "(", "as", "–", "-", "'s", "become", "'m"}
                else None
            )
        if tokens[i].text in (".", ";"):
            return None
    return None


def _mark_near(tokens: Sequence[Token], relative: int) -> bool:
    """The noun before "who" is a mark, a comma between or not."""
    return any(tokens[i].is_mark for i in (relative - 1, relative - 2) if i >= 0)


def _subject(tokens: Sequence[Token], first: int) -> int | str | None:
    """Index of the subject's mark; None where a pronoun or nothing stands for it, "other" for another noun."""
    if _other_noun(tokens, first):
        return "other"
    i = first - 1
    relative = i >= 0 and tokens[i].lemma in ("who", "which", "that")
    heads = set(_words("other_subjects"))
    while i >= 0:
        token = tokens[i]
        if token.text in (".", ";", "?", "!"):
            return None
        if token.is_mark and (relative or _can_be_subject(tokens, i)):
            return i
        if token.lemma in ("i", "we", "you"):
            return "other"
        if token.lemma in ("he", "she", "they"):
            return _antecedent(tokens, i)
        if not relative and token.lemma in heads and not token.is_mark:
            return "other"
        i -= 1
    return None


def _other_noun(tokens: Sequence[Token], first: int) -> bool:
    """A noun with its article stands right before the predicate: "the committee told"."""
    i = first - 1
    while i >= 0 and tokens[i].lemma in _words("before_verb"):
        i -= 1
    if i < 1 or tokens[i].is_mark or not tokens[i].text.isalpha():
        return False
    return tokens[i - 1].lemma in (
        "the",
        "a",
        "an",
        "our",
        "their",
        "your",
        "my",
        "her",
        "his",
        "this",
        "that",
        "each",
        "every",
        "some",
        "no",
    ) and tokens[i].lemma not in ("who", "which", "that", "he", "she", "they", "i", "we", "you")


def _antecedent(tokens: Sequence[Token], pronoun: int) -> int | None:
    """The subject before a pronoun in the same sentence."""
    for i in range(pronoun - 1, -1, -1):
        if tokens[i].is_mark and _can_be_subject(tokens, i):
            return i
    return next((i for i in range(pronoun - 1, -1, -1) if tokens[i].is_mark), None)


def _can_be_subject(tokens: Sequence[Token], at: int) -> bool:
    """False behind a preposition or a verb of telling, and for "Tom's" unless a predicate follows."""
    after = tokens[at + 1].lemma if at + 1 < len(tokens) else ""
    before = at - 1
    while before >= 0 and tokens[before].lemma in ("the", "our", "their", "your", "my", "her", "his", "both"):
        before -= 1
    previous = tokens[before].lemma if before >= 0 else ""
    if after in ("'s", "’s"):
        following = tokens[at + 2].lemma if at + 2 < len(tokens) else ""
        return following in _words("after_is") or (
            at + 2 < len(tokens) and tokens[at + 2].text.endswith("ing")
        )
    if previous in ("and", "or", ",") and before >= 1 and tokens[before - 1].is_mark and previous != ",":
        return _can_be_subject(tokens, before - 1)
    if previous in _words("telling"):
        return after == "to"
    return previous not in _words("prepositions") or after in ("-", "–", "—")


def _clause_start(tokens: Sequence[Token], first: int) -> int:
    """Where the clause of the word at `first` begins."""
    for i in range(first - 1, -1, -1):
        if tokens[i].text in (".", ";", ":") or tokens[i].lemma in ("but", "so", "because"):
            return i + 1
    return 0


def _denied(frame: Frame, tokens: Sequence[Token], subject: int | None, first: int, last: int) -> bool:
    """A denial between subject and predicate, close before the predicate, or among words that hold none themselves."""
    begin = max(first - _BACK, (subject + 1) if subject is not None and subject < first else 0)
    end = first if frame.negative or frame.holders == ("goal",) else last + 1
    if subject is None:
        begin = max([begin, *(i + 1 for i in range(begin, first) if _ends_a_clause(tokens[i]))])
    window = [t.lemma for t in tokens[max(0, begin) : end]]
    if subject is not None and subject < first:
        head = [t.lemma for t in tokens[max(0, subject - 2) : subject]]
        window += [w for w in head if w in ("not", "neither")]
    negations = sum(w in _words("negative") for w in window)
    if "no" in window and "longer" in window:
        negations = 1
    return negations % 2 == 1


def _ends_a_clause(token: Token) -> bool:
    """A denial before it is of another clause: a comma, a conjunction, somebody who is the next subject."""
    return token.is_mark or token.text in (",", ";") or token.lemma in ("and", "but", "so", "because", "if")


def _wished(tokens: Sequence[Token], subject: int | None, first: int) -> bool:
    """Somebody wants it of the person, or the person is asked: "we would like Helen to …", "if", "used to"."""
    words = [t.lemma for t in tokens]
    if subject is not None and subject < first:
        between = words[subject + 1 : first]
        if between[:1] == ["to"] and any(w in _words("wish") for w in words[max(0, subject - 4) : subject]):
            return True
        return ("us" in between and "to" in between) or between[:2] == ["used", "to"]
    return False
