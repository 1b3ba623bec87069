"""How much of a source is read before it is refused as TOO_LARGE, each with the reason for its size.

The largest real sources seen are a 10-K page of 25 MB and an annual report of 400 pages; every limit leaves
an order of magnitude above what an account folder holds and stays below what two gigabytes of memory bear.
"""

from __future__ import annotations

MAX_SOURCE_BYTES = 200 * 1024 * 1024
"""One file on disk: an image-heavy annual report is about 30 MB."""

MAX_TEXT_CHARACTERS = 30_000_000
"""Canonical text of one source: the longest annual report has 1.5 million characters."""

MAX_MARKUP_BYTES = 60 * 1024 * 1024
"""One HTML or XML file: parsed trees take about ten times their size."""

MAX_MARKUP_DEPTH = 250
"""Elements inside each other: real pages stay below 60, parsers and walkers recurse."""

MAX_TABLE_ROWS = 200_000
"""Rows of a CSV file or sheet; a year of daily records of 500 branches is 182,500."""

MAX_TABLE_COLUMNS = 1_000
"""Columns of one record."""

MAX_SHEETS = 200
"""Worksheets of one workbook."""

MAX_ARCHIVE_MEMBERS = 10_000
"""Members of an office file: a presentation with many pictures has some hundreds."""

MAX_ARCHIVE_BYTES = 300 * 1024 * 1024
"""Unpacked size of all members of an office file together."""

MAX_ARCHIVE_RATIO = 200
"""Unpacked over packed size of members above `RATIO_COUNTS_FROM`; deflate reaches 1032 on zeros only."""

RATIO_COUNTS_FROM = 5 * 1024 * 1024
"""Members smaller than this are harmless at any ratio."""

MAX_PDF_PAGES = 2_000
"""Pages of one PDF: the longest annual report seen has 420."""

MAX_MAIL_PARTS = 500
"""Parts of one message, and how many mails may be inside each other is `MAX_MAIL_DEPTH`."""

MAX_MAIL_DEPTH = 5
"""Mail in mail in mail: forwards as attachments rarely exceed two."""

MAX_MESSAGES = 200_000
"""Messages of one chat export."""
