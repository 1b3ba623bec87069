"""Vectors from an endpoint on loopback: order, batches, errors, and what they add to a search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from agent.errors import ModelError
from agent.evidence.query import Filters
from agent.evidence.workspace_index import workspace_retriever
from agent.llm.embeddings import EndpointEmbedder, endpoint_embedder
from connectors.interface import Block, BlockKind, Document, DocumentKind

MEANINGS = (("更新", "継続", "続け"), ("予算", "お金", "費用"), ("天気",))


class Meanings(BaseHTTPRequestHandler):
    """One dimension a meaning, so that words that differ may be near."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if asked["model"] == "broken":
            self.send_error(500)
            return
        data = [
            {
                "object": "embedding",
                "index": n,
                "embedding": [float(any(w in t for w in m)) for m in MEANINGS],
            }
            for n, t in enumerate(asked["input"])
        ]
        data = data[:-1] if asked["model"] == "short" else data[::-1]
        usage = {"prompt_tokens": 1, "total_tokens": 1}
        body = json.dumps({"object": "list", "model": asked["model"], "data": data, "usage": usage}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Meanings)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


def test_vectors_keep_the_order_of_texts_over_batches(url: str) -> None:
    texts = ["予算の話", "更新の話"] * 50
    assert EndpointEmbedder("m", url).passages(texts) == [[0, 1, 0], [1, 0, 0]] * 50


@pytest.mark.parametrize("model", ["broken", "short"])
def test_a_failing_endpoint_is_a_model_error(url: str, model: str) -> None:
    with pytest.raises(ModelError, match=model):
        EndpointEmbedder(model, url).passages(["予算", "更新"])


def test_nothing_is_configured_by_default() -> None:
    assert endpoint_embedder({}) is None


def test_a_search_finds_what_shares_no_word(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANSO_EMBEDDINGS_MODEL", "m")
    monkeypatch.setenv("BANSO_EMBEDDINGS_URL", url)
    notes = [_note("a", "契約は更新されます。"), _note("b", "天気は晴れです。")]
    retriever = workspace_retriever(tmp_path, "ACC-1", notes)
    found = retriever.retrieve("ずっと続けますか", Filters(account="ACC-1"))
    assert [evidence.passage.text for evidence in found][:1] == ["契約は更新されます。"]


def _note(name: str, text: str) -> Document:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Document(name, f"{name}.md", name, DocumentKind.NOTE, text, blocks, "0" * 64, "ja")
