"""A figure says whether it keeps its bound."""

from __future__ import annotations

import pytest

from evals.bench.figures import Figure, show


@pytest.mark.parametrize(
    ("figure", "holds"),
    [
        (Figure("query", 4.9, "ms", most=5), True),
        (Figure("query", 5.1, "ms", most=5), False),
        (Figure("build", 1_499, "passages/s", least=1_500), False),
        (Figure("build", 1_500, "passages/s", least=1_500), True),
        (Figure("disk", 9e9, "MB"), True),
    ],
)
def test_bounds(figure: Figure, holds: bool, capsys: pytest.CaptureFixture[str]) -> None:
    assert show("title", [figure]) is holds
    line = capsys.readouterr().out.splitlines()[1]
    assert line.endswith(")") is (figure.most is not None or figure.least is not None)
    assert ("FAIL" in line) is not holds
    assert figure.unit in line
