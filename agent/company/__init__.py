"""What filings and pages say about the customer company: figures, fiscal year, officers, segments, posture."""

from agent.company.read import CompanyReading, read_company

__all__ = ["CompanyReading", "read_company"]
