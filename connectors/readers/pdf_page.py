"""Pages of pdfplumber whose letters carry what words and tables are found by, and nothing else.

pdfplumber resolves some twenty fields of every letter, colours and marked content among them: a quarter of the time
a page takes. Words and tables need the box, the text and the direction. Where pdfium is trusted with the letters, they
and the lines come from it: the parser of pdfminer takes two thirds of what is left.
"""

from __future__ import annotations

from typing import Any

from pdfminer.layout import LTChar
from pdfplumber.page import Page

from connectors.readers.pdf_letters import Frame, letters
from connectors.readers.pdf_rulings import has_forms, rulings


class LetterPage(Page):
    """A page made of one of `pdf.pages`: `LetterPage(pdf, page.page_obj, page.page_number, page.initial_doctop)`."""

    def process_object(self, obj: Any) -> dict[str, Any]:
        """The object as pdfplumber describes it, a letter in fewer fields (coordinates as in its own, issue 1181)."""
        if not isinstance(obj, LTChar) or self.pdf.unicode_norm is not None:
            return super().process_object(obj)
        left, above = self.mediabox[:2]
        top, bottom = (self.height - obj.y1) + above, (self.height - obj.y0) + above
        return {
            "object_type": "char",
            "page_number": self.page_number,
            "text": obj.get_text(),
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "y0": obj.y0,
            "y1": obj.y1,
            "top": top,
            "bottom": bottom,
            "doctop": self.initial_doctop + top,
            "width": obj.width,
            "height": obj.height,
            "size": obj.size,
            "upright": obj.upright,
            "fontname": obj.fontname,
            "matrix": obj.matrix,
        }


class DrawnPage(Page):
    """The same page with the letters and lines that pdfium sees: `draw(page)` before anything is asked of it."""

    def draw(self, drawn: Any) -> bool:
        """Take letters and lines from a pdfium page; False for a page that is turned, moved or drawn in parts.

        Raises TurnedLettersError.
        """
        if self.rotation or self.mediabox[:2] != (0, 0) or has_forms(drawn):
            return False
        frame = Frame(self.height, self.initial_doctop, self.page_number)
        words = drawn.get_textpage()
        try:
            self._objects = {"char": list(letters(words, frame)), "line": list(rulings(drawn, frame))}
        finally:
            words.close()
        return True
