"""The store of files: each file is kept once, under the hash of its content, and never changed.

A file is written beside its place, made durable, and only then moved there, so a name in the store is
always a whole file. With a key the content is sealed on the disk; files kept before there was a key
stay readable. There is no way to remove a file here on purpose: what may be destroyed is a decision.
"""

import hashlib
import logging
import os
import re
import tempfile
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

_HASH = re.compile(r"[0-9a-f]{64}")
_SEALED = ".sealed"
_log = logging.getLogger(__name__)


class StoreError(Exception):
    """The store cannot give or keep a file.

    StoreError
      +-- NotStored        no file of that hash was ever kept
      +-- DamagedInStore   the file is there, and is not what was kept
      +-- SealedFromUs     the file is sealed and our key does not open it
    """


class NotStored(StoreError):
    """No file of that hash was ever kept."""


class DamagedInStore(StoreError):
    """The file is there, and is not what was kept."""


class SealedFromUs(StoreError):
    """The file is sealed and our key does not open it."""


class Store:
    """Files under one folder, each named by the SHA-256 of its content."""

    def __init__(self, root: Path, key: str | bytes | None = None) -> None:
        self.root = root
        self._seal = Fernet(key) if key else None
        self._coming_in = root / "coming-in"
        root.parent.mkdir(parents=True, exist_ok=True)
        _make_private(root, self._coming_in)

    def put(self, content: bytes) -> str:
        """Keep a file and return its hash; a file that is there already is not written again."""
        name = hashlib.sha256(content).hexdigest()
        if self._is_whole(name):
            return name
        self._write(self._place(name, sealed=self._seal is not None), self._sealed(content))
        return name

    def get(self, name: str) -> bytes:
        """The content of that hash, checked against it."""
        content = self._opened(name)
        if hashlib.sha256(content).hexdigest() != name:
            raise DamagedInStore(name)
        return content

    def holds(self, name: str) -> bool:
        """True when a file of that hash was kept."""
        return any(self._place(name, sealed=sealed).exists() for sealed in (True, False))

    def _is_whole(self, name: str) -> bool:
        if not self.holds(name):
            return False
        try:
            self.get(name)
        except DamagedInStore:
            _log.warning("a damaged file in the store is written anew: %s", name)
            return False
        return True

    def _place(self, name: str, *, sealed: bool) -> Path:
        if not _HASH.fullmatch(name):
            raise NotStored("a name in the store is a SHA-256 in small letters")
        return self.root / name[:2] / name[2:4] / (name + _SEALED if sealed else name)

    def _sealed(self, content: bytes) -> bytes:
        return content if self._seal is None else self._seal.encrypt(content)

    def _opened(self, name: str) -> bytes:
        sealed, plain = self._place(name, sealed=True), self._place(name, sealed=False)
        if not sealed.exists():
            return _read(plain)
        if self._seal is None:
            raise SealedFromUs(name)
        try:
            return self._seal.decrypt(_read(sealed))
        except InvalidToken as error:
            raise self._why_closed(name) from error

    def _why_closed(self, name: str) -> StoreError:
        """A foreign key and a damaged seal look alike; a file that begins as a seal should is sealed."""
        begins = _read(self._place(name, sealed=True))[:4]
        return SealedFromUs(name) if begins == b"gAAA" else DamagedInStore(name)

    def _write(self, place: Path, content: bytes) -> None:
        _make_private(place.parent.parent, place.parent)
        handle, beside = tempfile.mkstemp(dir=self._coming_in)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, place)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
        for folder in (place.parent, place.parent.parent, self.root):
            _make_durable(folder)


def _read(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        raise NotStored(place.name) from None


def _make_private(*folders: Path) -> None:
    for folder in folders:
        folder.mkdir(mode=0o700, exist_ok=True)


def _make_durable(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
