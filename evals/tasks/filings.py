"""Real filings, each in an account folder of its own: figures, segments, officers against the account golds."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from agent.models.gold import Gold
from evals.datasets.load import shared_folder
from evals.gold.migrate import migrate
from evals.interface import Dataset, NotScored, Sample, Settings, Task
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


def solve_filing(sample: Sample, settings: Settings) -> PlanRun:
    """The program's plan of an account folder that holds only the filing, named by its codes."""
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


TASK = Task(
    "filings",
    "Figures, segments and officers of real annual reports, cell by cell",
    ("filings",),
    filing_samples,
    solve_filing,
    (score_filing, score_citations, score_cost),
)
