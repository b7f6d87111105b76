"""Steps one can watch: what is being done, how long it took, and one clear line when it fails."""

import contextlib
import fcntl
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STATE = ROOT / ".lles"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = STATE / "setup.log"
NOT_OURS = {"PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}
TELLING = re.compile(r"^\W*(error|fatal|e:|npm error|\w*Error\b)", re.IGNORECASE)


class SetupFailed(RuntimeError):
    """A step failed; the message is the one line to show."""


def say(line: str) -> None:
    """Write a line for the person who watches, never to standard output."""
    print(line, file=sys.stderr, flush=True)


@contextlib.contextmanager
def step(name: str) -> Iterator[None]:
    """Name what is being done, and at the end how long it took."""
    start = time.monotonic()
    print(f"{name} ", end="", file=sys.stderr, flush=True)
    try:
        yield
    except BaseException:
        print(file=sys.stderr, flush=True)
        raise
    say(f"({time.monotonic() - start:.1f} s)")


def run(
    command: Sequence[str | Path],
    *,
    why: str,
    environ: Mapping[str, str] | None = None,
    patience: float = 1200,
    advice: str = "",
) -> str:
    """Run a quiet program inside a step: a dot for every two seconds, its words into the log; return them."""
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("a+") as log:
        log.write(f"\n$ {' '.join(map(str, command))}\n")
        log.flush()
        start = log.tell()
        try:
            process = subprocess.Popen(
                list(map(str, command)),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=ROOT,
                env={**environment(), **(environ or {})},
            )
        except OSError as error:
            raise SetupFailed(f"{why}: {error}") from error
        code = _wait(process, patience)
        log.seek(start)
        output = log.read()
    if code != 0:
        raise SetupFailed(f"{why}: {_telling_line(output)} {advice or f'All of it is in {LOG}.'}")
    return output


def _wait(process: "subprocess.Popen[bytes]", patience: float) -> int:
    deadline = time.monotonic() + patience
    while True:
        try:
            return process.wait(2)
        except subprocess.TimeoutExpired:
            print(".", end="", file=sys.stderr, flush=True)
            if time.monotonic() > deadline:
                process.kill()
                return process.wait()
        except KeyboardInterrupt:
            process.terminate()
            process.wait(20)
            raise


def _telling_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if TELLING.match(line)]
    return (telling or lines or ["it stopped without a word."])[-1][:300]


def hand_over(command: Sequence[str | Path], environ: Mapping[str, str] | None = None) -> int:
    """Let a program speak for itself until it ends; signals are passed on once; return its exit code."""
    process = subprocess.Popen(
        list(map(str, command)),
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        env={**environment(), **(environ or {})},
        start_new_session=True,
    )
    passed_on = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, lambda n, _: process.send_signal(n)) for number in passed_on}
    try:
        code = process.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return code if code >= 0 else 128 - code


@contextlib.contextmanager
def beside(command: Sequence[str | Path]) -> Iterator[None]:
    """Let a quiet program work beside what is done meanwhile; it has ended when that has."""
    process = subprocess.Popen(
        list(map(str, command)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment(),
    )
    try:
        yield
    except BaseException:
        process.terminate()
        raise
    finally:
        process.wait()


def environment() -> dict[str, str]:
    """Return the environment of the programs: nothing of another Python, caches where one may write, and what
    is compiled once is kept, for a command starts in half the time then."""
    own = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    own |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
    own |= {"UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1", "VIRTUAL_ENV": str(VENV)}
    own["PATH"] = f"{VENV / 'bin'}{os.pathsep}{own.get('PATH', os.defpath)}"
    if "PIP_INDEX_URL" in own:
        own.setdefault("UV_DEFAULT_INDEX", own["PIP_INDEX_URL"])
    home = Path(own.get("HOME") or "/nonexistent")
    if not os.access(home, os.W_OK | os.X_OK):
        for name in ("UV_CACHE_DIR", "PIP_CACHE_DIR", "npm_config_cache", "PLAYWRIGHT_BROWSERS_PATH"):
            own.setdefault(name, str(STATE / "cache" / name.split("_")[0].lower()))
    return own


def fingerprint(*paths: Path) -> str:
    """Return one hash of the files named; a file that is not there counts as empty."""
    parts = (path.read_bytes() if path.is_file() else b"" for path in paths)
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def is_stamped(stamp: Path, said: Mapping[str, str]) -> bool:
    """Tell whether a step was finished with exactly this in hand."""
    try:
        return bool(json.loads(stamp.read_text()) == dict(said))
    except (OSError, ValueError):
        return False


def put_stamp(stamp: Path, said: Mapping[str, str]) -> None:
    """Remember that a step is finished; written whole or not at all."""
    making = stamp.with_name(f"{stamp.name}.new")
    making.write_text(json.dumps(dict(said)))
    making.replace(stamp)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let one set-up work in this folder at a time."""
    STATE.mkdir(exist_ok=True)
    with (STATE / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up works in this folder; waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
