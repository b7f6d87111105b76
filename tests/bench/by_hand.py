"""Cases opened by hand through the page where one checks what was keyed, beside the same rows by COPY."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.test import Client
from django.urls import reverse

from lles.casefile.models import Account, Officer
from lles.casefile.tests.pages import day
from lles.site.synthetic import Wish, draw_family
from lles.site.synthetic.facts import Adult, Child, Family
from lles.work.intake.changes.registration import start_registration
from lles.work.intake.tests.registering import PAGES, typed_into
from tests.bench.clock import backend, statements, timed
from tests.bench.copied_again import marks, seconds_to_copy
from tests.bench.service import INTAKE
from tests.bench.table import CHANGES, Part, Row, against, of_the_database

GOAL = 9
SEED, COURT = 41, "wx26p"
Typed = Mapping[str, Any]


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
    court = {**PAGES["court"], "number": f"{COURT}{70_000 + number}"}
    family = draw_family(SEED, number, now.date(), Wish(children=2))
    typed_into(intake, registration, {**PAGES, **_typed(family), "court": court})
    path = reverse("intake:registration_check", args=(registration.pk,))
    shown = client.get(path).content.decode().split('name="shown" value="')[1].split('"')[0]
    return partial(_open, client, path, shown)


def _typed(family: Family) -> Mapping[str, Typed]:
    """The pages of the people of a family: each case has one of its own, as the feed has; of the respondent
    nobody has told the day of birth."""
    one, other = family.applicants[0], family.respondents[0]
    kinds = {f"kind-child-{number}": number for number in (1, 2)}
    children = {f"child-{number}": _person(child) for number, child in enumerate(family.children, start=1)}
    return {
        **children,
        "child-2-home": PAGES["child-1-home"],
        "party-1": {**PAGES["party-1"], **_person(one)},
        "party-1-children": {
            **dict.fromkeys(kinds, _kind(one)),
            "lives-child-1": "on",
            "lives-child-2": "on",
        },
        "party-1-where": {**PAGES["party-1-where"], **_where(one)},
        "party-2": {**PAGES["party-2"], "first_name": other.first_name, "last_name": other.last_name},
        "party-2-children": dict.fromkeys(kinds, _kind(other)),
    }


def _person(one: Adult | Child) -> Typed:
    named = {"first_name": one.first_name, "last_name": one.last_name, "gender": one.gender}
    return named | day("born_on", one.born_on)


def _kind(one: Adult) -> str:
    return "mother" if one.gender == "female" else "father"


def _where(one: Adult) -> Typed:
    if one.address is None:
        return {}
    home = {"address": f"{one.address.street}\n{one.address.town}", "postcode": one.address.postcode}
    return home | {"phone": one.phone, "email": one.email}


def _open(client: Client, path: str, shown: str) -> None:
    answer = client.post(path, {"shown": shown})
    assert answer.status_code == 302, answer.status_code
