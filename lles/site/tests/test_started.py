"""What is started beside the pages: the service, which wants its port for itself, and the worker."""

import socket
import subprocess
import sys

import pytest

from lles.links.postgres import Server
from lles.site.cli import main

WORKER = """
from unittest import mock
from lles.site.cli import main
with mock.patch("django.core.management.call_command") as called:
    main(["worker"])
from procrastinate.contrib.django import app
print(called.call_args.args, *sorted(app.tasks))
"""


def test_it_does_not_serve_where_something_else_answers(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    assert f"answers at port {port}" in capsys.readouterr().err


def test_it_has_a_worker_that_knows_its_jobs(database_server: Server) -> None:
    done = subprocess.run([sys.executable, "-c", WORKER], capture_output=True, text=True, check=True)
    assert "('procrastinate', 'worker')" in done.stdout
    assert {"casefile.send_to_court", "casefile.send_waiting", "intake.poll"} <= set(done.stdout.split())
