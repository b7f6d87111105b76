"""Keys of an installation: made once, kept apart from the database, readable by their owner alone."""

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured


def sealing_key(environ: Mapping[str, str], name: str, path: Path) -> str:
    """The key of a setting, or else of its file; `ImproperlyConfigured` names the one that holds no key."""
    given = environ.get(name)
    key, where = (given, name) if given else (read_or_make_key(path), str(path))
    try:
        Fernet(key)
    except ValueError:
        raise ImproperlyConfigured(f"{where} holds no key: 32 bytes in URL-safe base64 are needed") from None
    return key


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
