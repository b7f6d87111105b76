"""One document set in this process: PDF/UA-1 and PDF/A-2a in one file, equal bytes for equal facts.

The values reach the template as one JSON text, so a hash sign or a star in them is only a letter.
Warnings of the type-setter are errors: a missing font would otherwise pass in silence.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lles.links.pdf.characters import UnprintableText, fields_holding, prepared

if TYPE_CHECKING:
    from typst import Fonts

LETTERING = ("Source Sans 3", "Libertinus Serif")
_NOT_SHOWN = re.compile(r"the text `\"(?P<text>.*)\"` could not be displayed")
_ESCAPED = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}")
OURS = Path(__file__).parents[2]
_NO_PACKAGES = Path(__file__).with_name("no-packages")


class RenderingFailed(RuntimeError):
    """The type-setter could not make the document. `diagnostic` may quote the text: never log it."""

    def __init__(self, template: str, diagnostic: str) -> None:
        self.template = template
        self.diagnostic = diagnostic
        super().__init__(f"{template} could not be rendered")


def render(
    template: Path,
    data: Mapping[str, object],
    *,
    language: str,
    title: str,
    made_at: datetime,
    fonts: Path | None = None,
) -> bytes:
    """The PDF of a template filled with plain values; a template of ours reads ours, any other its folder."""
    if made_at.tzinfo is None:
        raise ValueError("made_at needs its zone")
    values = prepared({**data, "title": title}, "", fonts)
    inputs = {
        "data": json.dumps(values, ensure_ascii=False, sort_keys=True, allow_nan=False),
        "language": language,
        "lettering": json.dumps(_lettering(fonts)),
    }
    return _set(template, inputs, made_at.astimezone(UTC), fonts, values)


def _set(
    template: Path, inputs: dict[str, str], made_at: datetime, fonts: Path | None, values: object
) -> bytes:
    import typst  # only where documents are set: it brings 80 MB

    try:
        content, warnings = typst.compile_with_warnings(
            template,
            root=OURS if template.is_relative_to(OURS) else template.parent,
            font_paths=_fonts(fonts),
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards=["ua-1", "a-2a"],
            timestamp=made_at,
            package_path=_NO_PACKAGES,
            package_cache_path=_NO_PACKAGES,
        )
    except typst.TypstError as error:
        raise _why(template, error, values) from None
    if warnings:
        raise RenderingFailed(template.name, "\n".join(warning.message for warning in warnings))
    return content


def _why(template: Path, error: Exception, values: object) -> Exception:
    """A cluster of letters can lack a glyph although each letter has one: then the field is named too."""
    diagnostic = f"{error}\n{getattr(error, 'diagnostic', '')}"
    quoted = "".join(found["text"] for found in _NOT_SHOWN.finditer(diagnostic))
    missing = frozenset(_ESCAPED.sub(lambda found: chr(int(found["code"], 16)), quoted))
    for field in fields_holding(values, missing) if missing else ():
        return UnprintableText(field, missing)
    return RenderingFailed(template.name, diagnostic)


@cache
def _fonts(folder: Path | None) -> "Fonts":
    import typst

    folders = [str(folder)] if folder else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


@cache
def _lettering(folder: Path | None) -> list[str]:
    """The families to set text in, best first, of those that are really there."""
    there = set(_fonts(folder).families())
    return [family for family in LETTERING if family in there]
