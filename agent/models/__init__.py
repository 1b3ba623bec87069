"""Types of the contract (account, plan, gold, finding): pydantic, validation only, no other logic."""
