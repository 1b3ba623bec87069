"""Bytes to text: every encoding Japanese files come in, and no mojibake as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.encoding import declared_charset, decode
from connectors.interface import ReadError, ReasonCode
from connectors.mojibake import implausibility

_PROSE = (
    "本日は役員会の議案について、髙梨様とご相談しました。①予算は500万円、②期限は11月5日です。\n"
    "㈱アオバ精機の決裁者は未確認です。ﾃｽﾄ環境の利用は△3.2%でした。"
)
_PLAIN = (
    _PROSE.replace("髙", "高")
    .replace("①", "1.")
    .replace("②", "2.")
    .replace("㈱", "株式会社")
    .replace("ﾃｽﾄ", "テスト")
)
_ENGLISH = "The committee meets on 19 November. Budget: £1,200 — not yet approved."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", _PROSE),
        ("utf-8-sig", _PROSE),
        ("utf-16", _PROSE),
        ("utf-16-le", _PROSE),
        ("utf-16-be", _PROSE),
        ("utf-32", _PROSE),
        ("cp932", _PROSE),
        ("euc_jp", _PLAIN),
        ("iso2022_jp", _PLAIN),
        ("utf-8", _ENGLISH),
        ("cp1252", _ENGLISH),
        ("utf-16-le", _ENGLISH),
        ("cp932", "年月,拠点,利用者数\n2026-09,本社,131\n"),
        ("cp932", "ﾌﾘｺﾐ ｱｵﾊﾞｾｲｷ(ｶ"),
        ("utf-8", "合計,1,234"),
    ],
)
def test_text_comes_back_whatever_it_was_written_in(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", ["稟議①について", "㈱アオバ精機 髙梨 恵", "Ⅱ期の目標は①と②"])
def test_iso2022_with_vendor_characters(text: str) -> None:
    jis = bytearray(b"\x1b$B")
    for character in text:
        if character == " ":
            jis += b"\x1b(B \x1b$B"
            continue
        first, second = character.encode("cp932")
        row = first - (0x70 if first < 0xA0 else 0xB0)
        lead = row * 2 - (second < 0x9F)
        trail = second - (0x1F if second < 0x7F else 0x20 if second < 0x9F else 0x7E)
        jis += bytes((lead, trail))
    assert decode(bytes(jis) + b"\x1b(B").text == text


@pytest.mark.parametrize(
    "wrong",
    [
        _PLAIN.encode().decode("cp932", "replace").encode(),
        _PLAIN.encode("euc_jp").decode("cp932", "replace").encode(),
        _PLAIN.encode().decode("latin-1").encode(),
        _PLAIN.encode().decode("cp1252", "replace").encode(),
        _PLAIN.encode("cp932").decode("ascii", "replace").encode(),
        _PLAIN.encode("iso2022_jp").replace(b"\x1b", b""),
        bytes(range(128, 256)) * 4,
        b"\x00\x01\x02\x03\xff\xfe\x9d" * 30,
    ],
)
def test_mojibake_is_refused(wrong: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        decode(wrong)
    assert refused.value.reason is ReasonCode.MOJIBAKE


@pytest.mark.parametrize("data", [b"", b"\n\n  ", b"\0\0\0\0"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        decode(data)
    assert refused.value.reason is ReasonCode.EMPTY


def test_a_cut_last_character_is_dropped_and_said() -> None:
    decoded = decode(_PROSE.encode()[:-1])
    assert decoded.truncated
    assert decoded.text == _PROSE[:-1]


def test_declared_charset_wins_over_a_guess() -> None:
    page = '<html><head><meta charset="euc-jp"><title>決算</title>'
    data = page.encode("euc_jp")
    assert declared_charset(data) == "euc-jp"
    assert decode(data, "euc-jp").text == page


def test_a_wrong_declaration_does_not_make_mojibake() -> None:
    page = '<meta charset="utf-8"><p>' + _PLAIN
    assert decode(page.encode("cp932"), "utf-8").text == page


def test_stray_nul_bytes_are_left_out() -> None:
    assert decode(_PROSE.encode() + b"\0\0").text == _PROSE


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_become_newlines(ending: str) -> None:
    assert decode(f"一行目{ending}二行目".encode()).text == "一行目\n二行目"


@given(
    st.text(
        alphabet="あいうえおかきくけこ本日会議予算決裁者未確認アイウエオ0123456789、。\n",
        min_size=12,
        max_size=200,
    )
)
def test_common_japanese_is_never_refused(text: str) -> None:
    if text.strip():
        assert implausibility(text) == 0
        assert decode(text.encode()).text == text


@given(st.binary(max_size=200))
def test_any_bytes_end_in_text_or_a_reason(data: bytes) -> None:
    text, reason = _read(data)
    assert (text is None) == (reason in (ReasonCode.MOJIBAKE, ReasonCode.EMPTY))
    assert text is None or not ("\r" in text or text.startswith("\ufeff"))


def _read(data: bytes) -> tuple[str | None, ReasonCode | None]:
    try:
        return decode(data).text, None
    except ReadError as error:
        return None, error.reason
