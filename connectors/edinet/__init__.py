"""Filings of the disclosure system EDINET: packages, single instances, inline members and the API's CSV form."""
