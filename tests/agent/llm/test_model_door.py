"""The model door against a Chat Completions server on loopback: honest, faulty and slow."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pydantic import BaseModel

from agent.errors import ConfigurationError, ModelError
from agent.llm.endpoint import Endpoint
from agent.llm.research import Proposal, research
from agent.llm.settings import ModelSettings, model_settings

Reply = Callable[[dict[str, Any]], tuple[int, Any]]


class Choice(BaseModel):
    passage_id: str
    quote: str


class Server:
    """Answers each request with the next reply; the last one repeats."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.requests: list[dict[str, Any]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.requests.append(body)
                reply = outer.replies[min(len(outer.requests), len(outer.replies)) - 1]
                status, content = reply(body)
                data = content if isinstance(content, bytes) else json.dumps(content).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args: object) -> None:
                return

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.handle_error = lambda request, address: None  # type: ignore[method-assign]
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.settings = ModelSettings(
            "test-model", f"http://127.0.0.1:{self.http.server_port}/v1", seconds=10
        )

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(*replies: Reply) -> Server:
        servers.append(Server(*replies))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def said(content: str | None, tool_calls: list[dict[str, Any]] | None = None) -> Reply:
    message: dict[str, Any] = {"role": "assistant", "content": content}
    if tool_calls:
        message["tool_calls"] = tool_calls
    return lambda _: (
        200,
        {
            "id": "c1",
            "object": "chat.completion",
            "created": 1,
            "model": "test-model",
            "choices": [
                {"index": 0, "message": message, "finish_reason": "tool_calls" if tool_calls else "stop"}
            ],
            "usage": {"prompt_tokens": 5, "completion_tokens": 5, "total_tokens": 10},
        },
    )


def called(name: str, **arguments: str) -> Reply:
    return said(
        None,
        [
            {
                "id": f"call-{name}",
                "type": "function",
                "function": {"name": name, "arguments": json.dumps(arguments)},
            }
        ],
    )


GOOD = json.dumps({"passage_id": "p1", "quote": "最終判断は社長です。"})


def test_an_honest_answer_is_typed_and_counted(serve: Callable[..., Server]) -> None:
    server = serve(said(GOOD))
    answer = Endpoint(server.settings).answer("choose", "passages", Choice)
    assert (answer.value.quote, answer.tokens) == ("最終判断は社長です。", 10)
    assert server.requests[0]["response_format"]["type"] == "json_schema"


def test_a_server_without_json_schema_is_asked_in_words(serve: Callable[..., Server]) -> None:
    server = serve(lambda _: (400, {"error": {"message": "unknown response_format"}}), said(GOOD))
    assert Endpoint(server.settings).answer("choose", "passages", Choice).value.passage_id == "p1"
    assert server.requests[1]["response_format"] == {"type": "json_object"}
    assert "passage_id" in server.requests[1]["messages"][0]["content"]


def test_a_fenced_answer_is_read(serve: Callable[..., Server]) -> None:
    server = serve(said(f"```json\n{GOOD}\n```"))
    assert Endpoint(server.settings).answer("choose", "passages", Choice).value.passage_id == "p1"


def test_an_answer_outside_the_schema_gets_one_more_chance(serve: Callable[..., Server]) -> None:
    server = serve(said('{"passage_id": 1}'), said(GOOD))
    assert Endpoint(server.settings).answer("choose", "passages", Choice).tokens == 20


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (said("no JSON at all"), "outside the schema"),
        (said(None), "outside the schema"),
        (lambda _: (401, {"error": {"message": "bad key"}}), "BANSO_API_KEY"),
        (lambda _: (200, b"<html>gateway</html>"), "failed"),
    ],
)
def test_faults_are_model_errors_that_name_the_endpoint(
    serve: Callable[..., Server], reply: Reply, words: str
) -> None:
    server = serve(reply)
    with pytest.raises(ModelError, match="test-model at http://127") as caught:
        Endpoint(server.settings).answer("choose", "passages", Choice)
    assert words in str(caught.value)


def test_a_slow_answer_is_cut_off(serve: Callable[..., Server]) -> None:
    release = threading.Event()

    def wait(_: dict[str, Any]) -> tuple[int, Any]:
        release.wait(5)
        return 200, {}

    server = serve(wait)
    settings = ModelSettings("test-model", server.settings.base_url, seconds=0.2)
    with pytest.raises(ModelError, match=r"within 0\.2 s"):
        Endpoint(settings).answer("choose", "passages", Choice)
    release.set()


def test_research_searches_then_proposes(serve: Callable[..., Server]) -> None:
    server = serve(
        called("search_sources", words="決裁"), called("propose", passage_id="p1", quote="社長"), said("done")
    )
    asked: list[str] = []

    def search(words: str) -> dict[str, str]:
        asked.append(words)
        return {"p1": "最終判断は社長です。"}

    assert research(server.settings, "look", "誰が決めるか", search) == [Proposal("p1", "社長")]
    assert asked == ["決裁"]


def test_research_that_never_stops_is_stopped(serve: Callable[..., Server]) -> None:
    server = serve(called("search_sources", words="x"))
    assert research(server.settings, "look", "?", lambda words: {}) == []
    assert len(server.requests) <= 6


@pytest.mark.parametrize("seconds", ["0", "-1", "soon"])
def test_settings_must_be_positive_numbers(seconds: str) -> None:
    with pytest.raises(ConfigurationError, match="BANSO_MODEL_SECONDS"):
        model_settings({"BANSO_MODEL": "m", "BANSO_MODEL_SECONDS": seconds})


def test_without_a_model_there_is_none() -> None:
    assert model_settings({}) is None


def test_the_key_is_not_shown() -> None:
    settings = model_settings({"BANSO_MODEL": "m", "BANSO_API_KEY": "secret-key"})
    assert "secret-key" not in repr(settings)
