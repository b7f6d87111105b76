"""Setting documents in processes of their own: many threads, a crash, a hang, a parent that dies."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lles.links.pdf import RenderingFailed, RenderingProcess, UnprintableText, render

NOTE = Path(__file__).with_name("note.typ")
AT = datetime(2026, 3, 12, 10, tzinfo=UTC)
PROJECT = Path(__file__).parents[3]


def note(process: RenderingProcess, *paragraphs: str, template: Path = NOTE) -> bytes:
    return process.render(template, {"paragraphs": paragraphs}, language="en", title="Note", made_at=AT)


@pytest.fixture
def process() -> Iterator[RenderingProcess]:
    with RenderingProcess() as started:
        yield started


def pid(process: RenderingProcess) -> int:
    return process._idle[0].process.pid


def is_gone(number: int, seconds: float = 10.0) -> bool:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        with suppress(FileNotFoundError):
            if Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
                time.sleep(0.05)
                continue
        return True
    return False


def test_it_makes_the_same_bytes_as_here(process: RenderingProcess) -> None:
    here = render(NOTE, {"paragraphs": ["Llŷr"]}, language="en", title="Note", made_at=AT)

    assert note(process, "Llŷr") == here


def test_it_serves_many_documents_with_one_worker(process: RenderingProcess) -> None:
    note(process, "first")
    worker = pid(process)

    for number in range(50):
        note(process, f"number {number}")

    assert pid(process) == worker


def test_it_serves_many_threads() -> None:
    with RenderingProcess(workers=2) as process, ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda number: note(process, f"number {number % 4}"), range(40)))
        assert len(process._idle) <= 2

    assert len(set(made)) == 4
    assert all(made[at] == made[at % 4] for at in range(40))


def test_it_starts_a_new_worker_after_a_crash(process: RenderingProcess) -> None:
    note(process, "first")
    os.kill(pid(process), signal.SIGKILL)

    assert note(process, "second").startswith(b"%PDF")


def test_it_replaces_a_worker_after_its_share() -> None:
    with RenderingProcess(documents_each=2) as process:
        note(process, "first")
        worker = pid(process)
        note(process, "second")
        note(process, "third")
        assert pid(process) != worker

    assert is_gone(worker)


def test_it_stops_a_document_that_takes_too_long(tmp_path: Path) -> None:
    endless = tmp_path / "endless.typ"
    endless.write_text("#let f(n) = if n < 1 { 1 } else { f(n - 1) + f(n - 2) }\n#f(60)")

    with RenderingProcess(seconds_each=0.5) as process:
        with pytest.raises(RenderingFailed, match="endless"):
            note(process, "x", template=endless)
        assert note(process, "y").startswith(b"%PDF")


def test_it_brings_the_reasons_home(process: RenderingProcess, tmp_path: Path) -> None:
    (tmp_path / "broken.typ").write_text("#nothing")

    with pytest.raises(UnprintableText, match=r"paragraphs\.0"):
        note(process, "😀")
    with pytest.raises(RenderingFailed) as caught:
        note(process, "x", template=tmp_path / "broken.typ")

    assert "unknown variable" in caught.value.diagnostic


def test_it_gives_the_worker_no_secret(process: RenderingProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLES_LOCATION_KEY", "do not tell")
    note(process, "x")

    assert b"do not tell" not in Path(f"/proc/{pid(process)}/environ").read_bytes()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_it_dies_with_its_parent(how: signal.Signals) -> None:
    code = f"""
import sys, time, datetime, pathlib
sys.path.insert(0, {str(PROJECT)!r})
from lles.links.pdf import RenderingProcess
process = RenderingProcess()
at = datetime.datetime(2026, 3, 12, tzinfo=datetime.UTC)
process.render(pathlib.Path({str(NOTE)!r}), {{"paragraphs": []}}, language="en", title="x", made_at=at)
print(process._idle[0].process.pid, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.send_signal(how)

    assert is_gone(worker)


def test_it_lets_a_forked_server_start_its_own(process: RenderingProcess) -> None:
    note(process, "x")
    worker = pid(process)
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            own = note(process, "y").startswith(b"%PDF") and pid(process) != worker
            process.close()
            os._exit(0 if own else 1)
        os._exit(2)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert note(process, "z").startswith(b"%PDF")
    assert pid(process) == worker
