"""Filings of EDGAR, the disclosure system of the U.S. Securities and Exchange Commission."""
