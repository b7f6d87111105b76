"""The scanner is asked for a verdict; whatever else it says, nobody knows whether the file is clean."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lles.links.scanner import Scanner, ScannerDown


@contextmanager
def clamd(folder: Path, answer: bytes, heard: list[bytes]) -> Iterator[str]:
    """A scanner that answers once, whatever it is given."""
    path = folder / "clamd"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(path))
        listening.listen()
        thread = threading.Thread(target=answer_once, args=(listening, answer, heard))
        thread.start()
        yield f"unix:{path}"
        thread.join(5)


def answer_once(listening: socket.socket, answer: bytes, heard: list[bytes]) -> None:
    there, _ = listening.accept()
    with there:
        said = b""
        while not said.endswith(b"\0\0\0\0"):
            said += there.recv(65_536)
        heard.append(said)
        there.sendall(answer)


def test_it_gives_the_bytes_in_parts_and_no_name(tmp_path: Path) -> None:
    heard: list[bytes] = []
    with clamd(tmp_path, b"stream: OK\0", heard) as address:
        assert Scanner(address).found_in(b"Annwyl") == ""
    assert heard == [b"zINSTREAM\0\0\0\0\x06Annwyl\0\0\0\0"]


def test_it_names_what_was_found(tmp_path: Path) -> None:
    with clamd(tmp_path, b"stream: Win.Test.EICAR_HDB-1 FOUND\0", []) as address:
        assert Scanner(address).found_in(b"x" * 600_000) == "Win.Test.EICAR_HDB-1"


@pytest.mark.parametrize("answer", [b"", b"\0", b"INSTREAM size limit exceeded. ERROR\0", b"stream: what\0"])
def test_what_is_no_verdict_is_none(tmp_path: Path, answer: bytes) -> None:
    with clamd(tmp_path, answer, []) as address, pytest.raises(ScannerDown):
        Scanner(address).found_in(b"x")


@pytest.mark.parametrize("address", ["/nowhere/clamd", "127.0.0.1:9", "nonsense", ""])
def test_a_scanner_that_is_not_there_is_down(address: str) -> None:
    with pytest.raises(ScannerDown):
        Scanner(address, seconds=1).found_in(b"x")
