"""Foreign bytes are read in a process apart, with little memory and little time: what breaks, breaks there.

A reader is a module with a function `answer(facts, content)`; it answers with plain facts and parts of bytes,
and has neither the keys of the service nor its database.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

MOST_MEMORY = 512 * 1024 * 1024
MOST_SECONDS = 30
_CODE = Path(__file__).resolve().parents[2]
_SERVE = f"import sys; sys.path.insert(0, {str(_CODE)!r}); from lles.links.apart import serve; serve()"

Answer = tuple[Mapping[str, Any], tuple[bytes, ...]]


class Broke(Exception):
    """The reader ended without an answer: it wanted too much memory or time, or fell over the bytes."""


def read_apart(reader: str, facts: Mapping[str, str], content: bytes, seconds: int = MOST_SECONDS) -> Answer:
    """What a reader says of some bytes, read in a process of its own; `Broke` where it says nothing."""
    order = json.dumps(facts).encode() + b"\n" + content
    command = [sys.executable, "-I", "-c", _SERVE, reader, str(seconds)]
    try:
        done = subprocess.run(
            command, input=order, capture_output=True, timeout=seconds * 2, env=_bare(), check=False
        )
    except subprocess.TimeoutExpired:
        raise Broke("it took too long") from None
    if done.returncode != 0:
        raise Broke(f"it ended with {done.returncode}")
    return _taken_apart(done.stdout)


def _bare() -> dict[str, str]:
    """An environment without the keys of the service."""
    known = {name: os.environ[name] for name in ("PATH", "TMPDIR", "SYSTEMROOT") if name in os.environ}
    return {**known, "LC_ALL": "C.UTF-8"}


def _taken_apart(said: bytes) -> Answer:
    head, _, rest = said.partition(b"\n")
    told = json.loads(head)
    parts: list[bytes] = []
    for length in told["lengths"]:
        parts.append(rest[:length])
        rest = rest[length:]
    return told["facts"], tuple(parts)


def serve() -> None:
    """Reads one order from standard input, within bounds, and writes the answer to standard output."""
    name, seconds = sys.argv[1], int(sys.argv[2])
    _bound(seconds)
    reader = import_module(name)
    head, _, content = sys.stdin.buffer.read().partition(b"\n")
    facts, parts = reader.answer(json.loads(head), content)
    told = {"facts": facts, "lengths": [len(part) for part in parts]}
    out = sys.stdout.buffer
    out.write(json.dumps(told).encode() + b"\n")
    for part in parts:
        out.write(part)
    out.flush()


def _bound(seconds: int) -> None:
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
