"""`plait serve` as a process of its own, asked the way a proxy asks."""

import http.client
import os
import socket
import subprocess
import sys
import time

import pytest


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def served(tmp_path, port):
    """Plait as it is set up for HTTPS behind a proxy; gone at the end."""
    told = {
        "PLAIT_HOME": str(tmp_path),
        "PLAIT_HTTPS": "1",
        "PLAIT_ALLOWED_HOSTS": "plait.example",
    }
    plait = [sys.executable, "-m", "plait"]
    environment = {**os.environ, **told}
    subprocess.run([*plait, "init", "--name", "Ada"], env=environment, check=True)
    serving = subprocess.Popen([*plait, "serve", "--port", str(port)], env=environment)
    yield serving
    serving.terminate()
    serving.wait(timeout=10)


def answer(port: int, **headers: str) -> http.client.HTTPResponse:
    """Ask for the sign-in page as soon as somebody answers, for twenty seconds."""
    for _ in range(200):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/sign-in/", headers=headers)
            return connection.getresponse()
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise AssertionError("nobody answers")


def test_the_word_of_the_proxy_that_it_is_https_counts(served, port):
    headers = {"Host": "plait.example", "X-Forwarded-Proto": "https"}

    found = answer(port, **headers)

    assert found.status == 200
    assert "max-age=31536000" in found.headers["Strict-Transport-Security"]


def test_plain_http_is_led_to_https(served, port):
    found = answer(port, Host="plait.example")

    assert found.status == 301
    assert found.headers["Location"] == "https://plait.example/sign-in/"
