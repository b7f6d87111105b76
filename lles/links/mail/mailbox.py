"""A folder into which a mail server delivers: each message is taken once and then moved aside, never removed.

A Maildir (`new`, `cur`) or a folder of `*.eml` files. A message that is still being written is known by this:
it changed while it was read; it stays where it is, and the next round takes it whole.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TAKEN, REFUSED = "taken", "refused"


@dataclass(frozen=True)
class Delivered:
    """A message in the folder as it stood when it was read; content is None where it is too large."""

    path: Path
    content: bytes | None
    size: int
    changed_at: int


def make_ready(folder: Path) -> None:
    """Makes the folder and the two beside its messages, for its owner alone."""
    for one in (folder, folder / TAKEN, folder / REFUSED):
        one.mkdir(mode=0o700, parents=True, exist_ok=True)


def delivered(folder: Path, most: int) -> Iterator[Delivered]:
    """The messages that wait, in the order in which they came; links and folders are none."""
    for path in sorted(_waiting(folder), key=lambda one: (_state(one).st_mtime_ns, one.name)):
        state = _state(path)
        content = path.read_bytes() if state.st_size <= most else None
        yield Delivered(path, content, state.st_size, state.st_mtime_ns)


def _waiting(folder: Path) -> Iterator[Path]:
    for place, ending in ((folder, ".eml"), (folder / "new", ""), (folder / "cur", "")):
        for path in place.iterdir() if place.is_dir() else ():
            if path.name.casefold().endswith(ending) and not path.name.startswith(".") and _is_file(path):
                yield path


def _is_file(path: Path) -> bool:
    return stat.S_ISREG(_state(path).st_mode)


def _state(path: Path) -> os.stat_result:
    return path.lstat()


def move_aside(message: Delivered, folder: Path, to: str, why: str = "") -> Path | None:
    """Moves a message to `taken` or `refused`; None where it changed while it was read and so stays."""
    state = _state(message.path)
    if (state.st_size, state.st_mtime_ns) != (message.size, message.changed_at):
        return None
    place = _free(folder / to, message.path.name)
    os.rename(message.path, place)
    if why:
        place.with_name(f"{place.name}.reason.txt").write_text(f"{why}\n", encoding="utf-8")
    return place


def _free(folder: Path, name: str) -> Path:
    """A place that nothing stands in, and so nothing is written over."""
    place, number = folder / name, 1
    while place.exists():
        number += 1
        place = folder / f"{number}-{name}"
    return place
