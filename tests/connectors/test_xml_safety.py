"""Both doors to XML refuse the same dangers for the same reasons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from connectors.interface import ReadError, ReasonCode
from connectors.xml_safety import guarded_parser, parse, parse_xml

DOORS: list[Callable[[str], object]] = [parse_xml, lambda text: parse(guarded_parser(), text.encode())]


@pytest.mark.parametrize("read", DOORS, ids=["tree", "events"])
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', ReasonCode.UNSAFE_XML),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', ReasonCode.UNSAFE_XML),
        ('<!DOCTYPE a [<!ENTITY % b SYSTEM "x.dtd"> %b;]><a/>', ReasonCode.UNSAFE_XML),
        ("<a><b></a>", ReasonCode.CORRUPT),
        ("<a><b", ReasonCode.TRUNCATED),
        (" ", ReasonCode.EMPTY),
    ],
)
def test_what_is_refused(read: Callable[[str], object], text: str, reason: ReasonCode) -> None:
    with pytest.raises(ReadError) as caught:
        read(text)
    assert caught.value.reason is reason


def test_words_about_entities_are_no_declaration() -> None:
    text = "<a><!-- <!ENTITY b 'c'> --><![CDATA[<!ENTITY b>]]></a>"
    heard: list[str] = []
    parser = guarded_parser()
    parser.CharacterDataHandler = heard.append
    parse(parser, text.encode())
    assert "".join(heard) == "<!ENTITY b>"
    assert parse_xml(text)[0].tail == "<!ENTITY b>"
