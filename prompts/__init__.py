"""Prompts as data: one Markdown file each, with its version and the variables it needs.

A file begins with a front matter of `version:` and `variables:` between two `---` lines; the body fills
`{variable}` places. `prompts.lock` holds the digest of every version, so that a changed text without a raised
version fails the tests.
"""

from __future__ import annotations

import hashlib
import json
import string
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

LOCK_FILE = "prompts.lock"


class PromptError(Exception):
    """A prompt that does not exist, is malformed, or was asked for with the wrong variables."""


@dataclass(frozen=True, slots=True)
class Prompt:
    name: str
    version: int
    variables: tuple[str, ...]
    body: str

    def fill(self, **values: str) -> str:
        """The body with every variable filled. Raises PromptError naming missing and unknown ones."""
        missing = sorted(set(self.variables) - values.keys())
        unknown = sorted(values.keys() - set(self.variables))
        if missing or unknown:
            raise PromptError(f"prompt {self.name}: missing {missing}, unknown {unknown}")
        return self.body.format(**values)

    @property
    def digest(self) -> str:
        """First 16 hex digits of SHA-256 over the body."""
        return hashlib.sha256(self.body.encode()).hexdigest()[:16]


@cache
def load(name: str) -> Prompt:
    """The prompt `prompts/<name>.md`. Raises PromptError when it is absent or its front matter is wrong."""
    resource = files(__package__).joinpath(f"{name}.md")
    if not resource.is_file():
        raise PromptError(f"no prompt {name!r}; there are {', '.join(names())}")
    _, front, body = resource.read_text(encoding="utf-8").split("---\n", 2)
    settings = yaml.safe_load(front)
    prompt = Prompt(name, int(settings["version"]), tuple(settings["variables"]), body.strip())
    used = {field for _, field, _, _ in string.Formatter().parse(prompt.body) if field}
    if used != set(prompt.variables):
        raise PromptError(f"prompt {name}: declares {sorted(prompt.variables)}, uses {sorted(used)}")
    return prompt


def names() -> list[str]:
    """Names of all prompts, sorted."""
    return sorted(
        item.name.removesuffix(".md") for item in files(__package__).iterdir() if item.name.endswith(".md")
    )


def locked() -> dict[str, str]:
    """ "name@version" → digest, as committed."""
    content = files(__package__).joinpath(LOCK_FILE).read_text(encoding="utf-8")
    return {str(key): str(value) for key, value in json.loads(content).items()}
