"""What is fitted on: labelled notes as small accounts and the development packs, each with its writer's name."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.company.ownership import attribute
from agent.evidence.note_days import dated
from agent.models.account import Account
from agent.sentence_kinds.concepts import Language
from agent.store.account_folder import open_account
from connectors.interface import Document
from connectors.registry import read_folder
from evals.datasets.load import load_dataset
from evals.fits.sample_names import names_in_note, names_in_pack
from evals.interface import Settings
from evals.labelled_notes import Note, labelled_notes, saying_of
from evals.sayings import write_account
from evals.small_accounts import small_accounts, write_pack
from evals.tasks.plan import HELD_OUT

LANGUAGES: tuple[Language, ...] = ("ja", "en")
PACKS = "packs"
"""Writer's name of the development packs."""


@dataclass(frozen=True)
class Material:
    """The folders of labelled notes and packs."""

    notes: Path
    packs: Path

    @classmethod
    def shipped(cls) -> Material:
        """The data sets of evals/datasets."""
        settings = Settings()
        return cls(*(load_dataset(name, settings).location for name in ("labelled_notes", "packs")))

    def note_folders(self) -> Iterator[tuple[str, Note, Path]]:
        """Writer, note and an account folder of it, which lasts until the next is asked for."""
        for writer, note in labelled_notes(self.notes):
            with tempfile.TemporaryDirectory() as scratch:
                yield writer, note, write_account(saying_of(note), Path(scratch) / "account").folder

    def pack_folders(self) -> Iterator[Path]:
        """The packs that may be studied."""
        for folder in sorted(path.parent for path in self.packs.glob("*/gold.yaml")):
            if not folder.name.startswith(HELD_OUT):
                yield folder

    def small_folders(self, theme: str) -> Iterator[Path]:
        """A folder of each small account of a theme that may be studied, which lasts until the next is asked for."""
        for one in small_accounts(theme):
            with tempfile.TemporaryDirectory() as scratch:
                yield write_pack(one, Path(scratch))

    def sample_names(self) -> set[str]:
        """Names of all packs, small accounts and labelled notes, which may not stand in shipped weights."""
        in_packs = (names_in_pack(path.parent) for path in self.packs.glob("*/gold.yaml"))
        in_small = (names_in_pack(folder) for folder in self.small_folders("people"))
        in_notes = (names_in_note(note) for _, note in labelled_notes(self.notes))
        return set().union(*in_packs, *in_small, *in_notes)


def own_documents(folder: Path) -> tuple[Account, Sequence[Document]]:
    """The account and those of its documents that are not about another company."""
    opened = open_account(folder)
    documents = dated(read_folder(opened.sources).documents, opened.account.as_of)
    about = attribute(documents, opened.account).about
    return opened.account, [document for document in documents if about[document.source_id] != "other"]


def arguments(description: str | None, weights: Path) -> ArgumentParser:
    """The options all fits share: writers left out, where to write, scores instead of weights."""
    parser = ArgumentParser(description=description)
    parser.add_argument("--without", nargs="*", default=[], metavar="WRITER", help="writers left out")
    parser.add_argument("--to", type=Path, default=weights, help="folder or file of the weights")
    parser.add_argument(
        "--scores", action="store_true", help="print scores on writers left out; write nothing shipped"
    )
    return parser
