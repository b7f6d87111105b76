"""The process that sets documents: orders come on standard input, answers go to standard output.

It ends when its orders end, and when the process that started it is gone; it knows no secret and opens no
connection. Orders and answers are frames: eight bytes of length, then the content; an answer begins with
one byte that says what it is.
"""

import json
import os
import select
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from lles.links.pdf.characters import UnprintableText
from lles.links.pdf.typeset import RenderingFailed, render

DOCUMENT: Final = b"D"
UNPRINTABLE: Final = b"U"
FAILED: Final = b"F"
_LOOK_AROUND_AFTER = 5.0


def send(stream: IO[bytes], content: bytes) -> None:
    """Write one frame."""
    stream.write(len(content).to_bytes(8, "big") + content)
    stream.flush()


def receive(read: Callable[[int], bytes]) -> bytes:
    """Read one frame; an end of the stream before or inside it raises EOFError."""
    return _exactly(read, int.from_bytes(_exactly(read, 8), "big"))


def answer(order: bytes) -> bytes:
    """Set the document that an order describes."""
    asked = json.loads(order)
    try:
        return DOCUMENT + render(
            Path(asked["template"]),
            asked["data"],
            language=asked["language"],
            title=asked["title"],
            made_at=datetime.fromisoformat(asked["made_at"]),
            fonts=Path(asked["fonts"]) if asked["fonts"] else None,
        )
    except UnprintableText as error:
        return UNPRINTABLE + json.dumps([error.field, sorted(error.characters)]).encode()
    except RenderingFailed as error:
        return FAILED + json.dumps([error.template, error.diagnostic]).encode()


def serve() -> None:
    """Answer orders until they end or the process that gives them is gone."""
    parent = os.getppid()
    orders, answers = os.fdopen(0, "rb", buffering=0), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not fall among the answers
    while os.getppid() == parent:
        ready, _, _ = select.select([orders], [], [], _LOOK_AROUND_AFTER)
        if not ready:
            continue
        try:
            order = receive(orders.read)
        except EOFError:
            return
        send(answers, answer(order))


def _exactly(read: Callable[[int], bytes], size: int) -> bytes:
    content = bytearray()
    while len(content) < size:
        part = read(size - len(content))
        if not part:
            raise EOFError
        content += part
    return bytes(content)


if __name__ == "__main__":
    serve()
