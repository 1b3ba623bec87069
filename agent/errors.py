"""Every error this program raises on purpose.

    BansoError                    says what happened, to which file or account, and what to do next
    ├── UsageError                exit 2: wrong arguments, configuration or account.yaml
    │   ├── AccountError          account.yaml absent, unreadable or missing a required key
    │   └── ConfigurationError    banso.toml, environment, endpoint settings
    ├── PlanError                 a plan or sheet that cannot be read back
    ├── EvidenceError             an index or stored document that cannot be used
    └── ModelError                the model endpoint failed or answered outside the contract

`connectors.interface.ConnectorError` stands beside this tree: connectors know nothing of agent.
"""

from __future__ import annotations


class BansoError(Exception):
    """Base. `str()` is the one line a person reads; `exit_code` is what the command ends with."""

    exit_code = 1


class UsageError(BansoError):
    exit_code = 2


class AccountError(UsageError):
    """account.yaml: names the file, the key and an example."""


class ConfigurationError(UsageError):
    """Settings: names the file or variable and an example."""


class PlanError(BansoError):
    """A plan.json or sheet that cannot be read back: names the file and the place."""


class EvidenceError(BansoError):
    """An index or stored document that cannot be used."""


class ModelError(BansoError):
    """The model endpoint failed, or answered outside the contract."""
