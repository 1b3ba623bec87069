"""Real filings: figures, segments, officers against the account golds, and against the tags of every filing there is.

Items named by a document alone are account folders drafted whole; items named "kind/filing" are read by
`agent.company` alone and judged by the filing's own tags (`evals.filings`): as package, instance, CSV, plain HTML
without its tags, PDF or summary.
"""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml

from agent.models.gold import Gold
from evals.datasets.load import shared_folder
from evals.filings.board import printed_board
from evals.filings.cases import Case, cases
from evals.gold.migrate import migrate
from evals.interface import Dataset, NotScored, Sample, Score, Settings, Task
from evals.scorers.filing_tables import FilingRun, page_letters, score_case
from evals.scorers.filings import score_filing
from evals.scorers.plan_run import PlanRun
from evals.scorers.whole_plan import score_citations, score_cost
from evals.tasks.plan import draft_account

AS_OF = "2026-11-20"


def filing_samples(datasets: Mapping[str, Dataset], settings: Settings) -> Iterable[Sample]:
    """One sample per gold whose filing lies in the shared data folder."""
    data = shared_folder(settings) / "data"
    if not data.is_dir():
        raise NotScored(f"filings: {data} is not there (set BANSO_SHARED or --shared)")
    for path in sorted(datasets["filings"].location.glob("*.yaml")):
        gold = Gold.model_validate(migrate(yaml.safe_load(path.read_text(encoding="utf-8"))))
        information = gold.account_information
        if information is None:
            raise NotScored(f"{path}: no account_information")
        standards = {f.standard for f in information.figures or [] if f.standard}
        yield Sample(path.stem, path.stem, information, tuple(sorted(standards)))
    for case in cases(data):
        yield Sample(f"{case.kind}/{case.name}", case.name.removesuffix("-html"), case, (case.kind,))


def solve_filing(sample: Sample, settings: Settings) -> PlanRun | FilingRun:
    """The plan of an account folder that holds only the filing, or the company reading of a case."""
    if isinstance(sample.data, Case):
        return solve_case(sample.data)
    document = sample.data.documents[0]
    source = shared_folder(settings) / "data" / document.location
    if not source.is_file():
        raise NotScored(f"{source} is not there")
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "sources"
        sources.mkdir()
        shutil.copyfile(source, sources / source.name)
        account = {"id": document.id, "name": document.id, "as_of": AS_OF, "listed": True, "language": "ja"}
        account_file = Path(folder) / "account.yaml"
        account_file.write_text(
            yaml.safe_dump(account | {"edinet_code": document.edinet_code}), encoding="utf-8"
        )
        return draft_account(Path(folder))


def solve_case(case: Case) -> FilingRun:
    """The company reading of one filing by itself, beside its tags."""
    from agent.company import read_company
    from agent.models.account import Account
    from connectors.interface import RawSource
    from connectors.registry import read_source

    name, data = case.source()
    started = time.perf_counter()
    documents, skipped = read_source(RawSource(name, data))
    account = Account(id=case.name, name=case.name, as_of=dt.date.fromisoformat(AS_OF), language="ja")
    information = read_company(account, documents).information.model_dump(mode="json")
    seconds = time.perf_counter() - started
    return FilingRun(
        information,
        case.facts(),
        problem="; ".join(f"{entry.reason} {entry.detail}" for entry in skipped),
        pages=page_words(data) if case.kind == "pdf" else (),
        board=printed_board(data) if case.kind == "board" else None,
        seconds=seconds,
    )


def page_words(data: bytes) -> list[str]:
    """Letters and digits of each page of a PDF, read without the program's readers."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return [page_letters(page.get_textpage().get_text_range()) for page in document]


def score_sample(sample: Sample, run: PlanRun | FilingRun) -> Sequence[Score]:
    """Scores of a drafted account folder or of a case."""
    if isinstance(run, FilingRun):
        return score_case(sample, run)
    return [score for scorer in (score_filing, score_citations, score_cost) for score in scorer(sample, run)]


TASK = Task(
    "filings",
    "Figures, segments and officers of real annual reports, cell by cell",
    ("filings",),
    filing_samples,
    solve_filing,
    (score_sample,),
)
