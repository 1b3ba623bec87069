"""`python -m evals.bench`: every benchmark there is."""

from __future__ import annotations

import sys

from evals.bench.filings import main

if __name__ == "__main__":
    sys.exit(main())
