"""Drafts made with a model are scored as such, or not at all."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest

from evals.interface import NotScored
from evals.tasks.plan import draft_account

PACK = next((Path(__file__).parents[3] / "evals/datasets/packs").glob("pack-05-*"))
TOKENS = 12


class ChoosesNothing(BaseHTTPRequestHandler):
    """A Chat Completions endpoint whose model finds no quote worth choosing."""

    asked: ClassVar[list[dict[str, Any]]] = []

    def do_POST(self) -> None:
        self.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        message = {"role": "assistant", "content": json.dumps({"choices": []})}
        answer = {
            "id": "c",
            "object": "chat.completion",
            "created": 1,
            "model": "small",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": TOKENS, "completion_tokens": 0, "total_tokens": TOKENS},
        }
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    ChoosesNothing.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), ChoosesNothing)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setenv("BANSO_BASE_URL", f"http://127.0.0.1:{server.server_port}/v1")
    yield ChoosesNothing.asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_model_named_is_asked_and_its_tokens_are_counted(endpoint: list[dict[str, Any]]) -> None:
    provenance = draft_account(PACK, "small").plan["provenance"]
    assert {request["model"] for request in endpoint} == {"small"}
    assert provenance["model"] == "small"
    assert provenance["tokens"] >= TOKENS


def test_without_a_model_none_is_asked_whatever_the_environment_says(
    endpoint: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANSO_MODEL", "small")
    assert draft_account(PACK).plan["provenance"]["model"] == "none"
    assert endpoint == []


def test_a_draft_without_its_model_is_not_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("BANSO_BASE_URL", f"http://127.0.0.1:{port}/v1")
    with pytest.raises(NotScored, match=r"127\.0\.0\.1"):
        draft_account(PACK, "small")
