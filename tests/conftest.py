"""Fixtures every test may use: where the shared real data lies, and no network but loopback."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("BANSO_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of real public filings and pages; tests that ask for it skip where it is absent."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip(f"real data not found at {folder}; set BANSO_SHARED to the folder that holds data/")
    return folder


@pytest.fixture(scope="session")
def shared_packs() -> Path:
    """Folder of the reviewed account packs; tests that ask for it skip where it is absent."""
    folder = SHARED / "gold" / "packs"
    if not folder.is_dir():
        pytest.skip(f"gold packs not found at {folder}; set BANSO_SHARED to the folder that holds gold/")
    return folder


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets may reach this machine only, and no model is configured, whatever the machine's environment says."""
    for name in ("BANSO_MODEL", "BANSO_BASE_URL", "BANSO_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = address[0] if isinstance(address, tuple) else address
            if host not in {"127.0.0.1", "::1", "localhost"}:
                raise OSError(f"tests may not reach {host}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
