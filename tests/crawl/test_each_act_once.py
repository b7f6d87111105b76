"""Each act happens once: what an impatient hand, or a browser that tries again, sends again does no more."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from lles.casefile.models import Entry
from lles.law.bilingual import Language
from tests.crawl.ask import Ask, Data
from tests.crawl.cast import BY_NAME, browser_of
from tests.crawl.ground import Ground, undone
from tests.crawl.resolver import routes
from tests.crawl.routes import asks

AGAIN = 2
ACTS = ("own", "manager")
LOOKING = (
    "sighting",
    "disclosure",
    "casefile_location",
    "involvement_search",
)  # a look, and what was given to whoever looked
REFUSED = ("refused", "gate_refused", "stopped_at_the_gate")  # the lines of what was sent again for nothing
LOOKED = ("known_looked_for",)  # that somebody looked at the register stands there each time
FEWEST = 100
IN: Language = "en"


@cache
def counting() -> str:
    """A statement that counts the rows of every table, but for those that say that somebody looked, lines of
    the timeline that say that or that something was refused, and the locations, which only they may read."""
    tables = sorted(
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.managed and not model._meta.db_table.endswith(LOOKING)
        and model._meta.app_label not in ("sessions", "procrastinate", "axes")
    )  # fmt: skip
    lines = Entry._meta.db_table
    refusals = f" WHERE kind NOT IN {(*REFUSED, *LOOKED)}"
    return " UNION ALL ".join(
        f"SELECT '{table}', count(*) FROM {table}{refusals if table == lines else ''}" for table in tables
    )


def rows() -> Counter[str]:
    """How many rows each table holds."""
    with connection.cursor() as cursor:
        cursor.execute(counting())
        return Counter(dict(cursor.fetchall()))


def filled_in(ground: Ground) -> Iterator[Ask]:
    """Every form that the crawl fills in, about a case in hand and about none."""
    found = [ask for name in routes() for ask in asks(name, ground.case("own")) if ask.method == "POST"]
    yield from {ask.key: ask for ask in found if ask.filled}.values()


def fresh(data: Data) -> dict[str, object]:
    """The same once more: a file is read from its beginning again."""
    for value in data.values():
        if isinstance(value, SimpleUploadedFile):
            value.seek(0)
    return dict(data)


@pytest.mark.parametrize("name", ACTS)
def test_what_is_sent_again_does_nothing_more(ground: Ground, name: str) -> None:
    viewer, acted, doubled = BY_NAME[name], 0, []
    for ask in filled_in(ground):
        client = browser_of(viewer, IN)
        with undone():
            before = rows()
            if client.post(ask.path, fresh(ask.data)).status_code not in (302, 200):
                continue
            once = rows()
            if once == before:
                continue
            acted += 1
            for _ in range(AGAIN):
                client.post(ask.path, fresh(ask.data))
            more = rows() - once
            if more:
                doubled.append(f"{ask.key}: {dict(more)}")
    assert acted > FEWEST
    assert not doubled, "\n".join(doubled)
