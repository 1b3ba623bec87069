"""Runs: logged, resumed, compared, judged, shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evals.interface import Counts, Dataset, Detail, NotScored, Sample, Score, Settings, Task, f1_score
from evals.runs import execute as execution
from evals.runs.compare import compare
from evals.runs.execute import execute
from evals.runs.figures import figure, figures
from evals.runs.gate import judge
from evals.runs.log import Run, read_run, run_lines, write_lines
from evals.runs.report import render
from evals.runs.show import comparison_text, figures_json, figures_text, verdict_text

SOLVED: list[str] = []
WRONG: set[str] = set()


def samples(_datasets: Mapping[str, Dataset], _settings: Settings) -> Iterable[Sample]:
    return [
        Sample(f"item-{n:02}", f"document-{n % 4}", n, ("even" if n % 2 == 0 else "odd",)) for n in range(12)
    ]


def solve(sample: Sample, _settings: Settings) -> int:
    SOLVED.append(sample.id)
    if sample.id in WRONG and "crash" in WRONG:
        raise ValueError("cannot read")
    return sample.data if sample.id not in WRONG else -1


def score(sample: Sample, output: int) -> Sequence[Score]:
    right = output == sample.data
    detail = Detail(str(sample.data), str(output), right, "<b>wrong</b>")
    return [
        Score("x.share", float(right), details=(detail,)),
        f1_score("x.found", Counts(3 if right else 2, 0 if right else 1, 0 if right else 1), [detail]),
        Score("x.safe", float(right), must_not_break=sample.id == "item-03", details=(detail,)),
        Score("x.never", None, why="nothing to compare"),
        Score("x.seconds", 0.5, unit="s", lower_is_better=True),
    ]


TASK: Task[int] = Task("x", "a task of the tests", (), samples, solve, (score,), fast=True)


@pytest.fixture(autouse=True)
def only_the_test_task(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str) -> Task[Any]:
        if name == "absent":
            raise NotScored("not built")
        return TASK

    monkeypatch.setattr(execution, "load_task", load)
    SOLVED.clear()
    WRONG.clear()


def run_with(*wrong: str) -> Run:
    WRONG.clear()
    WRONG.update(wrong)
    return execute(["x"], Settings())


def test_figures_have_intervals_over_documents() -> None:
    run = run_with("item-03", "item-07")
    share = figure(run, "x", "x.share")
    assert share.value == pytest.approx(10 / 12)
    assert share.documents == 4
    assert share.low is not None
    assert share.high is not None
    assert share.low < share.value < share.high
    found = figure(run, "x", "x.found")
    assert found.value == pytest.approx(2 * 34 / (2 * 34 + 2 + 2))
    assert (found.precision, found.recall) == (pytest.approx(34 / 36), pytest.approx(34 / 36))
    assert figure(run, "x", "x.never").value is None
    assert figure(run, "x", "x.share", tag="even").value == 1.0
    assert figures(run) == figures(run_with("item-03", "item-07"))


def test_a_crash_counts_as_zero_and_not_as_absent() -> None:
    run = run_with("item-05", "crash")
    assert figure(run, "x", "x.share").value == pytest.approx(11 / 12)
    assert [item.error for item in run.items if item.error] == ["ValueError: cannot read"]


def test_absent_tasks_are_not_scored_and_not_zero() -> None:
    run = execute(["absent"], Settings())
    assert run.not_scored == {"absent": "not built"}
    assert "not scored: not built" in figures_text(run)
    assert json.loads(figures_json(run))["figures"] == []


def test_the_log_holds_the_whole_run(tmp_path: Path) -> None:
    run = execute(["x"], Settings(), tmp_path / "a" / "run.jsonl")
    again = read_run(tmp_path / "a" / "run.jsonl")
    assert again.header == run.header
    assert figures(again) == figures(run)
    assert {"program", "revision", "settings", "prompts", "model", "datasets", "python"} <= run.header.keys()


def test_a_stopped_run_goes_on(tmp_path: Path) -> None:
    log = tmp_path / "run.jsonl"
    whole = execute(["x"], Settings(), log)
    lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
    log.write_text("".join(lines[:6]) + lines[6][:40], encoding="utf-8")  # cut in the middle of a line
    SOLVED.clear()
    resumed = execute(["x"], Settings(), log, resume=True)
    assert len(SOLVED) == 7
    assert [i.item for i in resumed.items] == [i.item for i in whole.items]
    assert figures(resumed) == figures(whole)


def test_a_log_of_other_settings_is_not_gone_on_with(tmp_path: Path) -> None:
    log = tmp_path / "run.jsonl"
    execute(["x"], Settings(), log)
    SOLVED.clear()
    execute(["x"], Settings(seed=1), log, resume=True)
    assert len(SOLVED) == 12


def test_a_sample_is_seeded_and_nested() -> None:
    five = {i.item for i in execute(["x"], Settings(sample=5)).items}
    eight = {i.item for i in execute(["x"], Settings(sample=8)).items}
    assert len(five) == 5
    assert five < eight
    assert five == {i.item for i in execute(["x"], Settings(sample=5)).items}


def test_compare_finds_the_one_fixed_bug_and_nothing_else() -> None:
    before, after = run_with("item-04"), run_with()
    comparison = compare(before, after)
    changed = comparison.changed()
    assert {d.field for d in changed} == {"x.share", "x.found", "x.safe"}
    assert all([c.item for c in d.changes] == ["item-04"] for d in changed)
    assert all(d.after > d.before for d in changed)
    assert "item-04" in comparison_text(comparison)
    assert compare(after, run_with()).changed() == []
    assert comparison_text(compare(after, run_with())) == "no field of any item differs"


def test_a_change_in_every_document_is_certain_and_one_in_a_single_document_is_not() -> None:
    right = run_with()
    everywhere = run_with(*(f"item-{n:02}" for n in range(4, 12)))
    assert {d.verdict for d in compare(right, everywhere).changed()} == {"worse"}
    assert {d.verdict for d in compare(everywhere, right).changed()} == {"better"}
    assert {d.verdict for d in compare(right, run_with("item-04")).changed()} == {"moved"}


def test_the_gate_fails_on_a_certain_loss_or_a_broken_item_only() -> None:
    right = run_with()
    assert judge(right, right).passed
    assert judge(right, run_with("item-04")).passed  # one document: not certain
    broken = judge(right, run_with("item-03"))
    assert not broken.passed
    assert not broken.losses
    assert broken.broken[0].startswith("x/item-03 x.safe: gold '3', draft '-1'")
    worse = judge(right, run_with(*(f"item-{n:02}" for n in range(4, 12))))
    assert {loss.field for loss in worse.losses} == {"x.share", "x.found", "x.safe"}
    assert not worse.broken
    assert "certain loss" in verdict_text(worse)
    assert judge(run_with("item-03"), right).passed
    fewer = Run(right.header, right.items[:-1])
    assert judge(right, fewer).missing == ("x/item-11",)
    assert judge(right, Run(right.header, [], {"x": "data is not here"})).passed


def test_a_baseline_without_details_judges_the_same(tmp_path: Path) -> None:
    right, wrong = run_with(), run_with("item-03")
    write_lines(tmp_path / "baseline.jsonl", run_lines(right, details=False))
    baseline = read_run(tmp_path / "baseline.jsonl")
    assert all(not score.details for item in baseline.items for score in item.scores)
    assert judge(baseline, right).passed
    assert judge(baseline, wrong).broken == judge(right, wrong).broken


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_report_shows_losses_and_escapes_what_sources_say(language: str) -> None:
    page = render(run_with("item-03"), run_with(), language)
    assert "item-03" in page
    assert "&lt;b&gt;wrong&lt;/b&gt;" in page
    assert "<b>wrong</b>" not in page
    assert 'id="x-x-share"' in page
    assert 'href="#x-x-share"' in page
    assert f'<html lang="{language}">' in page
    assert "http://" not in page
    assert "https://" not in page


def test_every_label_is_in_both_languages() -> None:
    import tomllib

    from evals.runs import report

    words = tomllib.loads((report.HERE / "labels.toml").read_text(encoding="utf-8"))
    for section in words.values():
        for name, both in section.items():
            assert len(both) == 2, name
            assert all(both), name


def test_times_are_compared_but_not_judged() -> None:
    run = run_with()
    slow = Run(
        run.header,
        [
            replace(i, scores=tuple(replace(s, value=9.0) if s.unit else s for s in i.scores))
            for i in run.items
        ],
    )
    assert judge(run, slow).passed
    times = [d for d in compare(run, slow).differences if d.unit]
    assert [d.verdict for d in times] == ["worse"]


def test_the_text_shows_tags_and_items_on_request() -> None:
    run = run_with("item-03")
    text = figures_text(run, by_item=True)
    assert "even 1.00 odd 0.83" in text
    row = next(line for line in text.splitlines() if line.startswith("  x.share") and "items)" not in line)
    assert row.split() == ["x.share", *["1.00"] * 3, "0.00", *["1.00"] * 8]


def test_the_committed_baseline_can_be_judged_against() -> None:
    from evals.runs.gate import BASELINE

    baseline = read_run(BASELINE)
    assert {"plan", "quotes"} <= set(baseline.tasks())
    assert judge(baseline, baseline).passed
    assert any(score.must_not_break for item in baseline.items for score in item.scores)


def test_held_out_items_count_and_are_neither_named_nor_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    unseen = [replace(sample, tags=(*sample.tags, "held_out")) for sample in samples({}, Settings())]
    task = replace(TASK, samples=lambda *_: unseen)
    monkeypatch.setattr(execution, "load_task", lambda _name: task)
    right, wrong = run_with(), run_with("item-03", "item-04")
    assert all(not score.details for item in wrong.items for score in item.scores)
    verdict = judge(right, wrong)
    assert verdict.broken == ("x x.safe in 1 held-out items",)
    told = comparison_text(compare(right, wrong)) + verdict_text(verdict)
    assert "held-out items: 0 up, 2 down" in told
    assert "item-0" not in told
    assert "item-0" not in render(wrong, right, "en")
