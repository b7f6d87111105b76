"""Boxes in which each line is one thing: days, and the numbers of courts."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def days_of(text: str) -> list[str]:
    """The days on the lines of a box, as they are stored; anything else is refused."""
    found = set()
    for line in filter(None, map(str.strip, text.split("\n"))):
        parts = re.fullmatch(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})", line)
        try:
            found.add(date(*(int(parts[place]) for place in (3, 2, 1))) if parts else None)
        except ValueError:
            found.add(None)
        if None in found:
            raise ValidationError(
                _("This is no day: %(line)s. Write it like 24/12/2026"), params={"line": line}
            )
    return [day.isoformat() for day in sorted(filter(None, found))]


def codes_of(text: str) -> list[str]:
    """The numbers on the lines of a box, each once; anything else is refused."""
    codes = [line.strip() for line in text.split("\n") if line.strip()]
    if wrong := [code for code in codes if not re.fullmatch(r"[0-9]{3,10}", code)]:
        raise ValidationError(_("This is no number of a court: %(code)s"), params={"code": wrong[0]})
    return list(dict.fromkeys(codes))
