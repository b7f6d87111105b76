"""A number with its noun in both languages, in the form that each language asks for."""

import tomllib
from functools import cache
from pathlib import Path

from lles.law.bilingual import Text

_WELSH = {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}


def counted(noun: str, n: int) -> Text:
    """So many of a thing: 2 working days, 2 ddiwrnod gwaith."""
    forms = _forms()[noun]
    en = forms["en"]["one" if n == 1 else "other"]
    return Text(en, forms["cy"][_WELSH.get(n, "other")]).fill(n=n)


@cache
def _forms() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((Path(__file__).parent / "plurals.toml").read_text(encoding="utf-8"))
