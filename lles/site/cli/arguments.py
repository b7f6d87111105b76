"""What is given to a command: ports and folders, refused in one line where they cannot be one."""

from argparse import ArgumentTypeError
from pathlib import Path


def port(text: str) -> int:
    """A port of this machine."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise ArgumentTypeError(f"{text} is not a port: give a number from 1 to 65535")
    return int(text)


def folder(text: str) -> Path:
    """A folder to write to, which need not be there yet."""
    path = Path(text)
    if not text or (path.exists() and not path.is_dir()):
        raise ArgumentTypeError(f"{text or 'nothing'} is not a folder")
    return path


def folder_that_is_there(text: str) -> Path:
    """A folder to read from."""
    if not Path(text).is_dir():
        raise ArgumentTypeError(f"there is no folder {text}")
    return Path(text)
