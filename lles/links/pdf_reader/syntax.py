"""The words by which a PDF itself is written: they stand in every file and tell nothing of anybody. Any other
name in a file is read like a text."""

import re
import tomllib
from pathlib import Path

_NAMES = frozenset(tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["names"])
_NAME = re.compile(r"/([A-Za-z0-9_+-]+)")
_FONT_OF_OURS = re.compile(
    r"[A-Z]{6}\+(?:SourceSans3|LibertinusSerif)-(?:Regular|Bold|It|BoldIt|Semibold|Italic|BoldItalic)(?:-Identity-[HV])?"
)


# What counts the objects: their heads and ends, what points to them, and where each begins.
_COUNTING = re.compile(r"\b\d{1,6} 0 (?:R|obj)\b|\bendobj\b|\b000\d{7} 00000 n\b")


def tells_nothing(name: str) -> bool:
    """Whether a name (without its slash) is a word of the format, or of a font of ours."""
    return name in _NAMES or _FONT_OF_OURS.fullmatch(name) is not None


def without_syntax(content: str) -> str:
    """What stands between the streams of a file, without the names of the format and the counting of its
    objects."""
    named = _NAME.sub(lambda found: "/" if tells_nothing(found[1]) else found[0], content)
    return _COUNTING.sub(" ", named)
