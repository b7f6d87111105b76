"""Documents set in processes of their own, for a server of many threads.

A worker is started when it is first needed, serves one thread at a time and is replaced after many
documents, after a crash and after a document that takes too long. Setting a document changes nothing, so
an order whose worker died is given once more to a new one.
"""

import json
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, cast

from lles.links.pdf.characters import UnprintableText
from lles.links.pdf.typeset import RenderingFailed
from lles.links.pdf.worker import DOCUMENT, FAILED, receive, send

_CODE = Path(__file__).parents[3]
_WORKER = f"import sys; sys.path.insert(0, {str(_CODE)!r}); from lles.links.pdf.worker import serve; serve()"


class RenderingProcess:
    """A small number of workers behind the same call as `render`; safe to share between threads."""

    def __init__(
        self,
        fonts: Path | None = None,
        *,
        workers: int = 1,
        documents_each: int = 2_000,
        seconds_each: float = 60.0,
    ) -> None:
        self.fonts = fonts
        self._documents_each = documents_each
        self._seconds_each = seconds_each
        self._workers = workers
        self._start_afresh()
        _all.add(self)

    def render(
        self,
        template: Path,
        data: Mapping[str, object],
        *,
        language: str,
        title: str,
        made_at: datetime,
    ) -> bytes:
        """The PDF of a template filled with plain values, made by a worker."""
        order = json.dumps(
            {
                "template": str(template.resolve()),
                "data": data,
                "language": language,
                "title": title,
                "made_at": made_at.isoformat(),
                "fonts": str(self.fonts.resolve()) if self.fonts else "",
            }
        ).encode()
        with self._free:
            return _opened(self._answer_to(order), template.name)

    def close(self) -> None:
        """End the workers that are idle; the next document starts a new one."""
        while self._idle:
            self._idle.pop().end()

    def __enter__(self) -> "RenderingProcess":
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _answer_to(self, order: bytes) -> bytes:
        for attempt in (1, 2):
            worker = self._take()
            with suppress(EOFError, OSError):
                answer = worker.ask(order, self._seconds_each)
                self._put_back(worker)
                return answer
            worker.end()
            if worker.took_too_long or attempt == 2:
                break
        return FAILED + json.dumps(["", "the worker took too long or ended"]).encode()

    def _take(self) -> "_Worker":
        with suppress(IndexError):
            return self._idle.pop()
        return _Worker()

    def _put_back(self, worker: "_Worker") -> None:
        if worker.documents >= self._documents_each:
            worker.end()
        else:
            self._idle.append(worker)

    def _start_afresh(self) -> None:
        self._free = threading.BoundedSemaphore(self._workers)
        self._idle: list[_Worker] = []


_all: "weakref.WeakSet[RenderingProcess]" = weakref.WeakSet()


def _let_the_parent_keep_its_workers() -> None:
    """A forked server process shares its parent's pipes: it lets them be and starts its own workers."""
    for shared in _all:
        shared._start_afresh()


os.register_at_fork(after_in_child=_let_the_parent_keep_its_workers)


@dataclass
class _Worker:
    """One process, used by one thread at a time."""

    documents: int = 0
    took_too_long: bool = False
    process: "subprocess.Popen[bytes]" = field(default_factory=lambda: _started())

    def ask(self, order: bytes, seconds: float) -> bytes:
        clock = threading.Timer(seconds, self._stop)
        clock.start()
        try:
            send(cast(IO[bytes], self.process.stdin), order)
            answer = receive(cast(IO[bytes], self.process.stdout).read)
        finally:
            clock.cancel()
        self.documents += 1
        return answer

    def end(self) -> None:
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                cast(IO[bytes], stream).close()
        self.process.wait()

    def _stop(self) -> None:
        self.took_too_long = True
        self.process.kill()


def _started() -> "subprocess.Popen[bytes]":
    """A worker with a bare environment: the keys of the service are none of its business."""
    environment = {name: os.environ[name] for name in ("PATH", "TMPDIR", "SYSTEMROOT") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-I", "-c", _WORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**environment, "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    )


def _opened(answer: bytes, template: str) -> bytes:
    kind, content = answer[:1], answer[1:]
    if kind == DOCUMENT:
        return content
    name, found = json.loads(content)
    if kind == FAILED:
        raise RenderingFailed(name or template, found)
    raise UnprintableText(name, frozenset(found))
