"""`account.yaml`: what the CRM knows about the customer."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, field_validator


class Stage(StrEnum):
    PRE_ONBOARDING = "pre_onboarding"
    ONBOARDING = "onboarding"
    ADOPTION = "adoption"
    RENEWAL = "renewal"


class Vendor(BaseModel):
    """Our own company, so that its people are told apart from the customer's."""

    model_config = ConfigDict(extra="allow")

    name: str | None = None
    domains: list[str] = []
    people: list[str] = []


class Account(BaseModel):
    """One customer account. Unknown keys are kept in `model_extra` and reported, never fatal."""

    model_config = ConfigDict(extra="allow")

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    corporate_number: str | None = Field(default=None, pattern=r"^\d{13}$")
    listed: bool | None = None
    sec_code: str | None = None
    edinet_code: str | None = None
    industry: str | None = None
    product: str | None = None
    contract_start: dt.date | None = None
    contract_end: dt.date | None = None
    notice_days: int | None = Field(default=None, ge=0)
    arr_jpy: int | None = Field(default=None, ge=0)
    plan: str | None = None
    csm: str | None = None
    health_score: float | None = Field(default=None, ge=0, le=100)
    usage_level: int | None = Field(default=None, ge=1, le=5)
    stage: Stage | None = None
    as_of: dt.date
    language: str | None = Field(default=None, pattern="^(ja|en)$")
    vendor: Vendor = Vendor()

    @field_validator("corporate_number", "sec_code", "edinet_code", "id", mode="before")
    @classmethod
    def _codes_are_text(cls, value: object) -> object:
        """YAML reads an unquoted 7203 as a number."""
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
