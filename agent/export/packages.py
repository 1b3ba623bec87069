"""Office files that are the same bytes for the same plan: fixed member times, fixed document dates."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def settled(data: bytes, day: dt.date) -> bytes:
    """The package with every member's time at the zip epoch and both document dates at `day`."""
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            body = source.read(info)
            if info.filename == "docProps/core.xml":
                body = _DATES.sub(rb"\g<1>" + stamp + rb"\g<3>", body)
            member = zipfile.ZipInfo(info.filename, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            target.writestr(member, body)
    return out.getvalue()
