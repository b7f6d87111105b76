"""The invented service: its offices and people, each through the door, each with a password nobody knows."""

import secrets
import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.service import employ, open_office
from lles.site.synthetic.whereabouts import courts

if TYPE_CHECKING:
    from lles.casefile.models import Officer

Cast = Mapping[str, "Officer"]


@cache
def _table() -> dict[str, Any]:
    with Path(__file__).with_name("cast.toml").open("rb") as file:
        return tomllib.load(file)


def open_service(at: datetime) -> Cast:
    """Opens the offices and employs everybody; signing in to the demonstration needs no password."""
    for slug, office in _table()["offices"].items():
        codes = [courts()[court].code for court in office["courts"]]
        words = {name: value for name, value in office.items() if name != "courts"}
        open_office(by=the_service(), at=at, slug=slug, court_codes=codes, invented=True, **words)
    return {
        short: employ(by=the_service(), at=at, password=secrets.token_urlsafe(24), **person)
        for short, person in _table()["people"].items()
    }


def somebody_is_here() -> bool:
    """True where anybody has an account, invented or not."""
    return get_user_model().objects.exists()
