"""PDF files: annual reports, earnings summaries, presentations, notices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from connectors.dates import date_in_name
from connectors.interface import Document, Locator, RawSource, Reader, ReadError, ReasonCode
from connectors.language import language_of
from connectors.limits import MAX_PDF_PAGES
from connectors.readers.canonical import Canonical, Place
from connectors.readers.filing_cover import read_cover
from connectors.readers.pdf_fonts import use_box_font
from connectors.readers.pdf_layout import LayoutPages, needs_layout
from connectors.readers.pdf_lines import PageWriter, running_lines
from connectors.readers.pdf_rulings import is_ruled
from connectors.readers.pdf_signs import loses_signs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LEAST_TEXT = 8
"""Characters a page must have on average; a scan has none, or a stamp."""


class PdfReader(Reader):
    """One Document with the text of every page and `page` locators.

    pypdfium2 reads plain pages, pdfplumber those with ruling lines or figures in lines, and every page of a file in
    which pypdfium2 was seen to lose minus signs. A filing is recognised by its cover (kind, filer, period).
    """

    name = "pdf"
    suffixes = (".pdf",)

    def claims(self, source: RawSource) -> bool:
        return source.suffix in self.suffixes

    def read(self, source: RawSource) -> Sequence[Document]:
        if b"%PDF-" not in source.data[:1024]:
            raise ReadError(ReasonCode.NOT_WHAT_NAME_SAYS, "no PDF header")
        document = _open(source.data)
        try:
            read = list(_read(document))
        finally:
            document.close()
        texts = [text for text, _ in read]
        if sum(len("".join(text.split())) for text in texts) < _LEAST_TEXT * max(1, len(texts)):
            raise ReadError(ReasonCode.NO_TEXT, f"{len(texts)} pages without text (a scan)")
        canonical = Canonical()
        running = running_lines(texts)
        with LayoutPages(source.data) as layout:
            careful = loses_signs(texts, layout)
            ruled = language_of("".join(texts)) == "ja"  # American statements are set without ruled boxes
            for number, (text, boxed) in enumerate(read, 1):
                canonical.place = Place(Locator(page=number))
                set_out = careful or (ruled and (boxed or needs_layout(text)))
                pieces = layout.page(number, careful=careful) if set_out else None
                first = number == 1
                PageWriter(canonical, set() if first else running).write(pieces or text.split("\n"))
        cover = read_cover("\n".join(texts[:2]))
        return [
            canonical.document(
                source,
                cover.kind,
                cover.title,
                published=cover.published or date_in_name(source.path),
                filer=cover.filer,
                form=cover.form,
                period=cover.period,
                amends=cover.amends,
                access="public" if cover.filer else "internal",
            )
        ]


def _open(data: bytes) -> PdfDocument:
    import pypdfium2

    use_box_font()
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(ReasonCode.UNSUPPORTED, "protected by a password") from None
        ended = b"%%EOF" in data[-2048:]
        raise ReadError(ReasonCode.CORRUPT if ended else ReasonCode.TRUNCATED, str(error)[:120]) from None
    if pages > MAX_PDF_PAGES:
        raise ReadError(ReasonCode.TOO_LARGE, f"{pages} pages")
    if pages == 0:
        raise ReadError(ReasonCode.EMPTY, "no pages")
    return document


def _read(document: Any) -> Iterator[tuple[str, bool]]:
    """Text of each page, and whether it has ruled boxes; nothing of a page that cannot be read."""
    import pypdfium2

    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
            yield text.get_text_range().replace("\r\n", "\n").replace("\r", "\n"), is_ruled(page)
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            yield "", False
