"""500 constructed pairs of spellings: never two people in one, nearly always one person for one."""

from __future__ import annotations

import itertools
from pathlib import Path

from agent.people.fold import fold
from agent.people.identity import Identity
from agent.people.labels import read_label
from agent.people.types import Form, Mention, Side, Source
from connectors.interface import Document, DocumentKind

# (family, other forms of it, reading, given, other forms, reading)
_PEOPLE = [
    ("高橋", ["髙橋"], "Takahashi", "健一", [], "Kenichi"),
    ("斎藤", ["齋藤", "斉藤", "齊藤"], "Saito", "真由美", ["眞由美"], "Mayumi"),
    ("渡辺", ["渡邊", "渡邉"], "Watanabe", "隆", [], "Takashi"),
    ("山崎", ["山﨑"], "Yamazaki", "恵子", ["惠子"], "Keiko"),
    ("浜田", ["濱田", "濵田"], "Hamada", "浩", [], "Hiroshi"),
    ("広瀬", ["廣瀬"], "Hirose", "直樹", [], "Naoki"),
    ("桜井", ["櫻井"], "Sakurai", "翔太", [], "Shota"),
    ("沢田", ["澤田"], "Sawada", "美咲", [], "Misaki"),
    ("島田", ["嶋田"], "Shimada", "大輔", [], "Daisuke"),
    ("国分", ["國分"], "Kokubun", "誠", [], "Makoto"),
    ("黒沢", ["黒澤"], "Kurosawa", "陽子", [], "Yoko"),
    ("大野", [], "Ono", "修", [], "Osamu"),
    ("滝沢", ["瀧澤", "滝澤"], "Takizawa", "優子", [], "Yuko"),
    ("関根", ["關根"], "Sekine", "達也", [], "Tatsuya"),
    ("富田", ["冨田"], "Tomita", "和彦", [], "Kazuhiko"),
    ("岩崎", ["岩﨑"], "Iwasaki", "由紀", [], "Yuki"),
    ("藤沢", ["藤澤"], "Fujisawa", "拓也", [], "Takuya"),
    ("田辺", ["田邊", "田邉"], "Tanabe", "明", [], "Akira"),
    ("柳沢", ["柳澤"], "Yanagisawa", "俊介", [], "Shunsuke"),
    ("吉沢", ["吉澤"], "Yoshizawa", "直美", [], "Naomi"),
]
# Different families that look or sound alike; none may ever be joined to its neighbour.
_ALIKE = [
    ("伊藤", "伊東"), ("河野", "川野"), ("阿部", "安部"), ("渡部", "渡辺"), ("太田", "大田"), ("上野", "植野"), ("松本", "松元"), ("石川", "石河"),
    ("大西", "小西"), ("小川", "大川"), ("青木", "青山"), ("中村", "中井"), ("森", "森田"), ("林", "小林田"), ("原", "原田"), ("柴田", "芝田"),
]  # fmt: skip


def _mention(spelling: str, doc: int, title: str = "") -> Mention | None:
    label = read_label(fold(spelling + title), 0)
    if label is None:
        return None
    return Mention(
        doc=doc, start=label.start, end=label.end, surface=spelling, form=Form.ATTENDEE, family=label.family, given=label.given,
        latin=label.latin, title=label.title, honorific=label.honorific, side=Side.CUSTOMER, outer=label.outer,
    )  # fmt: skip


def _source(index: int) -> Source:
    document = Document(f"s{index}", f"{index}.txt", "", DocumentKind.NOTE, "", (), "", "ja")
    return Source(index, document, "")


def outcome(a: str, b: str) -> str:
    """merged, flagged or apart for two spellings in two sources."""
    mentions = [m for m in (_mention(a, 0), _mention(b, 1)) if m]
    assert len(mentions) == 2, f"not read as a name: {a} / {b}"
    identity = Identity(mentions, [_source(0), _source(1)])
    people = identity.build()
    if any(len(p.mentions) == 2 for p in people):
        return "merged"
    return "flagged" if any(m.doubtful for m in identity.merges) else "apart"


def _same() -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for family, forms, read, given, given_forms, given_read in _PEOPLE:
        base = f"{family} {given}"
        others = [
            f"{family}{given}",
            f"{family}　{given}",
            f"{family}{given}様",
            f"{family}さん",
            f"{family}部長",
            f"{family}様",
        ]
        others += (
            [f"{f} {given}" for f in forms] + [f"{f}{given}様" for f in forms] + [f"{f}さん" for f in forms]
        )
        others += [f"{family} {g}" for g in given_forms]
        others += [
            f"{given_read} {read}",
            f"{read} {given_read}",
            read.lower(),
            f"{read.upper()} {given_read}",
        ]
        pairs += [(base, other) for other in others]
        pairs += [(f"{f} {given}", f"{family}さん") for f in forms]
    return pairs


def _different() -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for (family, forms, _, given, *_), (_, _, _, other, *_) in itertools.permutations(_PEOPLE, 2):
        pairs.append((f"{(forms or [family])[0]} {given}", f"{family} {other}"))
    for (a, b), (_, _, _, given, *_) in itertools.product(_ALIKE, _PEOPLE[:4]):
        pairs.append((f"{a} {given}", f"{b} {given}"))
    for (family, _, _, given, *_), (other, _, read, _, _, given_read) in itertools.permutations(
        _PEOPLE[:8], 2
    ):
        assert family != other
        pairs.append((f"{family} {given}", f"{given_read} {read}"))
    return pairs


def test_different_people_are_never_merged_and_one_person_is_found() -> None:
    same, different = _same(), _different()
    different = different[:: max(1, len(different) // 280)][:280]
    same = [same[n * len(same) // 220] for n in range(220)]
    assert len(same) + len(different) == 500
    wrong = [pair for pair in different if outcome(*pair) == "merged"]
    assert wrong == []
    apart = [pair for pair in same if outcome(*pair) == "apart"]
    assert len(apart) <= len(same) * 0.02, apart


def test_the_spellings_are_those_of_real_notes(tmp_path: Path) -> None:
    assert outcome("濱田 浩", "浜田さん") == "merged"
    assert outcome("浜田 浩", "浜田 進") == "apart"
    assert outcome("大野 修", "Ohno Osamu") == "merged"
