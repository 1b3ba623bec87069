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
	uv run --group fit python -m evals.fit_sentence_kinds
	uv run --group fit python -m evals.fit_english_names
	uv run --group fit python -m evals.fit_goal_parts
	uv run --group fit python -m evals.fit_tool_names
	uv run --group fit python -m evals.fit_smart_labels
	uv run --group fit python -m evals.fit_names
	uv run --group fit python -m evals.fit_posts
	uv run --group fit python -m evals.fit_roles

patterns:
	uv run python -m evals.ready_patterns

check: lint test
