"""Cases opened by hand through the page where one checks what was keyed, beside the same rows by COPY."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.test import Client
from django.urls import reverse

from lles.casefile.models import Account, Officer
from lles.work.intake.changes.registration import start_registration
from lles.work.intake.tests.registering import PAGES, typed_into
from tests.bench.clock import backend, statements, timed
from tests.bench.copied_again import marks, seconds_to_copy
from tests.bench.service import INTAKE
from tests.bench.table import CHANGES, Part, Row, against, of_the_database

GOAL = 9
SECOND_CHILD: Mapping[str, Mapping[str, Any]] = {
    "child-2": {**PAGES["child-1"], "first_name": "Macsen"},
    "child-2-home": PAGES["child-1-home"],
    "child-2-nation": {"nation": "wales"},
    "party-1-children": {"kind-child-1": "mother", "kind-child-2": "mother", "lives-child-1": "on"},
    "party-2-children": {"kind-child-1": "father", "kind-child-2": "father"},
}


def measured(database: str, now: datetime, cases: int) -> Part:
    """The table of the cases opened by hand: two children and two adults each, one after another."""
    client, intake = Client(), Officer.objects.get(account__username=INTAKE)
    client.force_login(Account.objects.get(username=INTAKE))
    first, *others = [_keyed(client, intake, now, number) for number in range(cases + 1)]
    with statements() as sent:
        first()
    before = marks(database)
    made = timed(others, backend())
    bare = 1000 * seconds_to_copy(database, before) / len(others)
    goal = against(made.cpu, GOAL, f"{GOAL} ms")
    row: Row = (f"{made.cpu:.1f}", of_the_database(made), f"{made.wall:.1f}", f"{bare:.2f}", str(len(sent)))
    return Part(CHANGES, (("Open a case of four people by hand", *row, goal),))


def _keyed(client: Client, intake: Officer, now: datetime, number: int) -> Callable[[], object]:
    """A registration with every page typed and the last one shown: what is left is to open the case."""
    registration = start_registration(by=intake, at=now)
    court = {**PAGES["court"], "number": f"wx26p{70_000 + number}"}
    typed_into(intake, registration, {**PAGES, **SECOND_CHILD, "court": court})
    path = reverse("intake:registration_check", args=(registration.pk,))
    shown = client.get(path).content.decode().split('name="shown" value="')[1].split('"')[0]
    return partial(_open, client, path, shown)


def _open(client: Client, path: str, shown: str) -> None:
    answer = client.post(path, {"shown": shown})
    assert answer.status_code == 302, answer.status_code
