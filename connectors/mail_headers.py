"""What the header lines of a mail are called, in mailers of either language."""

from __future__ import annotations

import re

HEADERS = {
    "from": r"From|差出人|送信者|送信元|発信者|発信元",
    "to": r"To|宛先|宛て?先?|送信先|受信者",
    "cc": r"Cc|CC|写し",
    "date": r"Date|Sent|日付|日時|送信日時?|送信日付|受信日時?",
    "subject": r"Subject|件名|題名|表題",
    "bcc": r"Bcc|BCC",
    "other": r"Reply-To|Attachments?|添付(?:ファイル)?|Importance|重要度|Received|Message-ID|MIME-Version|Content-[A-Za-z-]+",
}
HEADER_LINE = re.compile("|".join(rf"(?P<{name}>{words})" for name, words in HEADERS.items()), re.IGNORECASE)


def header_of(label: str) -> str | None:
    """from, to, cc, date, subject or other for a header's name (差出人, Sent); None for other words."""
    found = HEADER_LINE.fullmatch(label.strip())
    return next((name for name, words in found.groupdict().items() if words), None) if found else None
