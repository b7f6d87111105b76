"""Whether a sentence says that somebody lives in a place, or near it."""

import re
import tomllib
from functools import cache
from pathlib import Path

from lles.casefile.rules.folding import Folded

_WORDS = Path(__file__).with_name("parts_of_addresses.toml")
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[.!?](?=\s+[^\s\da-z]|\s*$)|\n\s*\n")
_NEAR = 8


@cache
def _lives() -> frozenset[str]:
    return frozenset(tomllib.loads(_WORDS.read_text("utf-8"))["lives"])


def says_where_somebody_lives(text: Folded, span: tuple[int, int]) -> bool:
    """Whether the sentence says, within a few words, that somebody lives there or near."""
    before = _SENTENCE.split(text.cased[: span[0]])[-1]
    after = _SENTENCE.split(text.cased[span[1] :])[0]
    near = (*_WORD.findall(before.lower())[-_NEAR:], *_WORD.findall(after.lower())[:_NEAR])
    return bool(_lives() & set(near))
