"""A scanner for malware beside us: clamd, asked over its socket; it is given bytes and no file's name."""

import socket
from collections.abc import Iterator
from contextlib import closing

_PART = 256 * 1024


class ScannerDown(Exception):
    """The scanner does not answer, or not with a verdict: nobody knows whether the file is clean."""


class Scanner:
    """clamd at `unix:/run/clamav/clamd.ctl`, at a path, or at `host:port`."""

    def __init__(self, address: str, seconds: float = 60.0) -> None:
        self.address = address
        self.seconds = seconds

    def found_in(self, content: bytes) -> str:
        """The name of the malware in some bytes, empty where there is none."""
        try:
            with closing(self._connected()) as there:
                there.sendall(b"zINSTREAM\0")
                for part in _parts(content):
                    there.sendall(part)
                return _verdict(_answer(there))
        except OSError as error:
            raise ScannerDown(type(error).__name__) from error

    def _connected(self) -> socket.socket:
        path = self.address.removeprefix("unix:")
        if path.startswith("/"):
            there = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            there.settimeout(self.seconds)
            try:
                there.connect(path)
            except OSError:
                there.close()
                raise
            return there
        host, _, port = path.rpartition(":")
        if not host or not port.isdigit():
            raise ScannerDown("the address of the scanner is a path or host:port")
        return socket.create_connection((host.strip("[]"), int(port)), timeout=self.seconds)


def _parts(content: bytes) -> Iterator[bytes]:
    for begin in range(0, len(content), _PART):
        part = content[begin : begin + _PART]
        yield len(part).to_bytes(4, "big") + part
    yield b"\0\0\0\0"


def _answer(there: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < 4096:
        more = there.recv(4096)
        if not more:
            break
        said += more
    return said.rstrip(b"\0\n").decode("utf-8", errors="replace")


def _verdict(said: str) -> str:
    _, _, words = said.partition(": ")
    if words == "OK":
        return ""
    if words.endswith(" FOUND"):
        return words.removesuffix(" FOUND")[:120]
    raise ScannerDown("no verdict")
