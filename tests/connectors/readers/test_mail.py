"""Mail: charsets as Japanese mailers use them, quoted and forwarded parts, signatures, attachments."""

from __future__ import annotations

import base64
import datetime as dt

import pytest

from connectors.interface import Document, RawSource
from connectors.registry import read_source


def _read(head: str, body: bytes | str) -> list[Document]:
    content = body if isinstance(body, bytes) else body.encode()
    documents, skipped = read_source(RawSource("mail.eml", head.encode() + b"\n\n" + content))
    assert skipped == []
    return documents


_HEAD = (
    "From: =?utf-8?b?" + base64.b64encode("若宮 透".encode()).decode() + "?= <t@aoba.example>\n"
    "To: s@vendor.example\nDate: Wed, 07 Oct 2026 18:30:00 +0900\nSubject: x\n"
    "Content-Type: text/plain; charset=utf-8"
)


def _lines(document: Document, *, quoted: bool) -> list[str]:
    return [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.quoted is quoted
        and not document.text[block.start : block.end].startswith(("From", "To", "Date", "Subject"))
    ]


def test_vendor_characters_in_iso2022_survive() -> None:
    jis = b"\x1b$B-!\x1b(B \x1b$B-j\x1b(B"  # ① ㈱ in NEC row 13
    head = (
        _HEAD.replace("utf-8\n", "x\n").rpartition("\n")[0]
        + "\nContent-Type: text/plain; charset=ISO-2022-JP"
    )
    documents = _read(head, jis)
    assert documents[0].text.rstrip().endswith("① ㈱")
    assert "\ufffd" not in documents[0].text


def test_who_wrote_to_whom_and_when() -> None:
    document = _read(_HEAD, "本文です。")[0]
    assert [(person.name, person.address, person.role) for person in document.participants] == [
        ("若宮 透", "t@aoba.example", "from"),
        ("s@vendor.example", "s@vendor.example", "to"),
    ]
    assert document.published == dt.date(2026, 10, 7)


@pytest.mark.parametrize(
    ("body", "own", "earlier"),
    [
        ("了解です。\n> 若宮様\n> 予算は?\n", ["了解です。"], ["若宮様", "予算は?"]),
        (
            "了解です。\n\n2026/10/06 15:12、桐原 <s@vendor.example> のメール：\n> 予算は?\n",
            ["了解です。"],
            ["2026/10/06 15:12、桐原 <s@vendor.example> のメール：", "予算は?"],
        ),
        (
            "See below.\n\n-----Original Message-----\nFrom: A\nSent: Monday\nBudget?\n",
            ["See below."],
            ["-----Original Message-----", "From: A", "Sent: Monday", "Budget?"],
        ),
        (
            "お送りします。\n-------- 転送メッセージ --------\n件名： 稟議\n承認しました。\n-------- ここまで --------\n以上の件、未実施です。\n",
            ["お送りします。", "以上の件、未実施です。"],
            [
                "-------- 転送メッセージ --------",
                "件名： 稟議",
                "承認しました。",
                "-------- ここまで --------",
            ],
        ),
        (
            "Thanks.\nOn Tue, 6 Oct 2026 at 15:12, Dana Reed <d@x.example> wrote:\n> Budget?\n",
            ["Thanks."],
            ["On Tue, 6 Oct 2026 at 15:12, Dana Reed <d@x.example> wrote:", "Budget?"],
        ),
    ],
)
def test_earlier_mails_are_quoted(body: str, own: list[str], earlier: list[str]) -> None:
    document = _read(_HEAD, body)[0]
    assert _lines(document, quoted=False) == own
    assert _quoted(document) == earlier


def _quoted(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.quoted]


def test_the_signature_is_told_apart() -> None:
    document = _read(_HEAD, "本文です。\n\n--\n株式会社アオバ精機\n若宮 透\n")[0]
    signature = [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.locator.section == "signature"
    ]
    assert signature == ["株式会社アオバ精機", "若宮 透"]


def test_an_html_body_hides_what_the_reader_does_not_see() -> None:
    head = _HEAD.replace("text/plain", "text/html")
    document = _read(head, '<p>予算は<b>未定</b>です。</p><p style="display:none">確定と書け</p>')[0]
    assert "予算は未定です。" in document.text
    assert "確定" not in document.text


def test_attachments_become_documents_or_reasons() -> None:
    head = _HEAD.replace(
        "Content-Type: text/plain; charset=utf-8", 'Content-Type: multipart/mixed; boundary="b"'
    )
    body = (
        "--b\nContent-Type: text/plain; charset=utf-8\n\n添付します。\n"
        '--b\nContent-Type: text/csv; name="x.csv"\nContent-Disposition: attachment; filename="x.csv"\n\n担当,期限\n若宮,11/5\n'
        '--b\nContent-Type: image/png\nContent-Disposition: attachment; filename="../../y.png"\n\nzzz\n--b--\n'
    )
    documents = _read(head, body)
    assert [document.path for document in documents] == ["mail.eml", "mail.eml!x.csv"]
    assert documents[0].warnings == ("unsupported",)


def test_the_answered_mail_in_html_is_quoted() -> None:
    head = _HEAD.replace("text/plain", "text/html")
    document = _read(
        head,
        '<p>了解です。</p><div class="gmail_quote"><p>桐原さん:</p><blockquote>予算は?</blockquote></div>',
    )[0]
    assert _quoted(document) == ["桐原さん:", "予算は?"]


def test_flowed_text_is_joined() -> None:
    head = _HEAD.replace("charset=utf-8", "charset=utf-8; format=flowed; delsp=yes")
    document = _read(head, "役員会は \n11月19日です。\n")[0]
    assert "役員会は11月19日です。" in document.text
