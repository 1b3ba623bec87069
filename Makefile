.PHONY: setup fmt lint test eval bench fit patterns check

setup:
	uv sync

fmt:
	uv run ruff format .
	uv run ruff check --fix .

lint:
	uv run ruff format --check .
	uv run ruff check .
	uv run lint-imports
	uv run mypy

test:
	uv run pytest

eval:
	uv run banso eval

bench:
	uv run python -m evals.bench

fit:
	uv run --group fit python -m evals.fits.sentence_kinds
	uv run --group fit python -m evals.fits.english_names
	uv run --group fit python -m evals.fits.goal_parts
	uv run --group fit python -m evals.fits.tool_names
	uv run --group fit python -m evals.fits.smart_labels
	uv run --group fit python -m evals.fits.smart_labels --bounds --left .scores
	uv run --group fit python -m evals.fits.smart_judged --left .scores
	uv run --group fit python -m evals.fits.names
	uv run --group fit python -m evals.fits.posts
	uv run --group fit python -m evals.fits.roles
	uv run --group fit python -m evals.fits.risk_signs
	uv run --group fit python -m evals.fits.clashes
	uv run --group fit python -m evals.fits.entries

patterns:
	uv run python -m evals.ready_patterns

check: lint test
