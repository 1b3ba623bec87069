"""`banso schema`: the contract as JSON Schema, for programs that read or write Banso's files."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Contract(StrEnum):
    PLAN = "plan"
    ACCOUNT = "account"
    GOLD = "gold"


def schema(contract: Annotated[Contract, typer.Argument(help="Which file the schema describes.")]) -> None:
    """Print the JSON Schema of plan.json, account.yaml or gold.yaml.

    Example: banso schema plan > plan.schema.json
    """
    import json

    from pydantic import BaseModel

    from agent.models.account import Account
    from agent.models.gold import Gold
    from agent.models.plan import SuccessPlan

    models: dict[Contract, type[BaseModel]] = {
        Contract.PLAN: SuccessPlan,
        Contract.ACCOUNT: Account,
        Contract.GOLD: Gold,
    }
    document = models[contract].model_json_schema()
    document["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
