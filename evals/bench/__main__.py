"""`python -m evals.bench`: every benchmark there is."""

from __future__ import annotations

import sys

from evals.bench import evidence, filings

if __name__ == "__main__":
    evidence.main()
    sys.exit(filings.main())
