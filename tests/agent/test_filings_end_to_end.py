"""Every real filing, alone in an account folder, becomes a plan whose citations an independent script confirms."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from agent.pipeline import run
from evals.check_citations import main as check_citations

FOLDERS = ("packages", "packages_no_instance", "fsa_sample_2026")
ACCOUNT = "id: T-1\nname: 株式会社テスト\nas_of: 2026-11-16\n"


def account_with(folder: Path, name: str, data: bytes) -> Path:
    (folder / "sources").mkdir(parents=True)
    (folder / "account.yaml").write_text(ACCOUNT, encoding="utf-8")
    (folder / "sources" / name).write_bytes(data)
    return folder


@pytest.mark.realdata
@pytest.mark.parametrize("kind", FOLDERS)
def test_packages_become_plans_that_hold(kind: str, shared_data: Path, tmp_path: Path) -> None:
    packages = sorted((shared_data / "edinet" / kind).glob("*.zip"))
    assert packages
    for package in packages:
        out = tmp_path / "out" / package.stem
        outcome = run(account_with(tmp_path / package.stem, package.name, package.read_bytes()), out)
        information = outcome.draft.plan.account_information
        assert outcome.draft.plan.skipped == [], package.name
        assert information.fiscal_year_end is not None, package.name
        assert len({row.end for row in information.financials if row.net_sales}) >= 5, package.name
        assert information.officers, package.name
        shutil.rmtree(tmp_path / package.stem)
    assert check_citations([str(path) for path in sorted((tmp_path / "out").iterdir())]) == 0


@pytest.mark.realdata
def test_csv_forms_become_plans_that_hold(shared_data: Path, tmp_path: Path) -> None:
    bundles = sorted((shared_data / "edinet" / "csv_type5").glob("*.zip"))
    assert bundles
    for bundle in bundles:
        with zipfile.ZipFile(bundle) as archive:
            members = [
                name for name in archive.namelist() if name.endswith((".tsv", ".csv")) and "jpaud" not in name
            ]
            for member in members[:2]:
                name = member.rpartition("/")[2]
                out = tmp_path / "out" / f"{bundle.stem}-{name}"
                outcome = run(
                    account_with(tmp_path / f"{bundle.stem}-{name}", name, archive.read(member)), out
                )
                information = outcome.draft.plan.account_information
                assert outcome.draft.plan.skipped == [], (bundle.name, member)
                assert information.fiscal_year_end is not None, (bundle.name, member)
                assert any(row.net_sales for row in information.financials), (bundle.name, member)
    assert check_citations([str(path) for path in sorted((tmp_path / "out").iterdir())]) == 0


@pytest.mark.realdata
def test_the_reviewed_packs_become_plans_that_hold(shared_packs: Path, tmp_path: Path) -> None:
    packs = sorted(path for path in shared_packs.iterdir() if (path / "account.yaml").is_file())
    assert packs
    for pack in packs:
        outcome = run(pack, tmp_path / pack.name)
        names = {person.name for person in outcome.draft.plan.key_people}
        csm = outcome.draft.plan.account.model_extra or {}
        assert csm.get("csm") not in names, pack.name
        written = json.loads((tmp_path / pack.name / "plan.json").read_text(encoding="utf-8"))
        assert written["schema_version"] == "1.0"
    assert check_citations([str(tmp_path / pack.name) for pack in packs]) == 0
