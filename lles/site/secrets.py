"""Keys of an installation: made once, kept apart from the database, readable by their owner alone."""

import contextlib
import os
import tempfile
from pathlib import Path

from cryptography.fernet import Fernet


def read_or_make_key(path: Path) -> str:
    """The key of a file, made the first time; two processes that start together agree on one."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make(path)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="ascii") as file:
        file.write(Fernet.generate_key().decode())
        file.flush()
        os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(file.name, path)
