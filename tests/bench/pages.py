"""The pages of daily work as a signed-in officer has them, beside the same information by bare SQL."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import cast

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode

from lles.casefile.models import Account, Case, Child, Officer
from tests.bench.bare import Bare
from tests.bench.clock import Cost, Works, backend, quietest, statements
from tests.bench.plans import EACH
from tests.bench.service import INTAKE
from tests.bench.table import Part, Row, against, of_the_database

BUDGET = 8
GROWTH = 1.2
KILOBYTES = 25
GOALS = {"cases": 7.0, "today": 7.0, "case": 9.0, "find": 9.0, "any_order": 9.0}
NAMES = {
    "cases": "My open cases",
    "today": "Today",
    "case": "Case",
    "timeline": "Timeline",
    "find": "Find a person",
    "any_order": "Find: last name first",
    "misspelt": "Find: misspelt",
    "arrivals": "Arrivals, all of them",
}


@dataclass(frozen=True)
class Page:
    """What one page costs: in the product and bare, its statements and its bytes."""

    product: Cost
    bare: Cost
    statements: int
    size: int


@dataclass(frozen=True)
class Asked:
    """One page with its address, what it has to show, and what bare SQL has to know to answer the same."""

    name: str
    address: str
    known: Mapping[str, object]
    shows: str = ""


class Reader:
    """An officer who is signed in, with their open cases and the people in them."""

    def __init__(self, username: str) -> None:
        self.account = Account.objects.get(username=username)
        self.officer = Officer.objects.get(account=self.account)
        self.cases = list(Case.objects.filter(officer=self.officer, closed_at=None).order_by("pk"))
        self.client = Client()
        self.client.force_login(self.account)

    def pages(self) -> Iterator[Asked]:
        """Each page of each open case, and each list once for each of them."""
        for case in self.cases:
            child = cast(Child, case.children.order_by("pk").first())
            first, last = child.search_name.split()[0], child.search_name.split()[-1]
            of_case = {"reference": case.reference}
            yield self._asked("cases", reverse("casefile:cases"))
            yield self._asked("today", reverse("today"))
            yield self._asked("case", reverse("casefile:case", args=(case.reference,)), **of_case)
            yield self._asked("timeline", reverse("casefile:timeline", args=(case.reference,)), **of_case)
            names = {"first": f"%{first}%", "last": f"%{last}%"}
            yield self._found("find", case, f"{first} {last}", **names)
            yield self._found("any_order", case, f"{last} {first}", **names)
            wrong = {"first": first, "last": _with_a_slip(last)}
            if len(first) > len(last):
                wrong = {"first": _with_a_slip(first), "last": last}
            words = " ".join(wrong.values())
            yield self._found("misspelt", case, words, asked=words, **wrong)

    def arrivals(self) -> Iterator[Asked]:
        """The page of what the courts sent."""
        return (self._asked("arrivals", reverse("intake:arrivals")) for _ in range(EACH))

    def _found(self, name: str, case: Case, words: str, **known: object) -> Asked:
        asked = self._asked(name, f"{reverse('find')}?{urlencode({'q': words})}", **known)
        return replace(asked, shows=case.reference)

    def _asked(self, name: str, address: str, **known: object) -> Asked:
        return Asked(name, address, {"account": self.account.pk, "officer": self.officer.pk, **known})

    def get(self, address: str) -> HttpResponse:
        """The page at an address; anything but the whole page is a mistake of the measurement."""
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return cast(HttpResponse, answer)


def _with_a_slip(word: str) -> str:
    """The word with its second letter written twice."""
    return word[:2] + word[1:]


def measured(database: str, username: str, today: date) -> dict[str, Page]:
    """What each page costs a practitioner; what came in is read by intake, who sees all of it."""
    practitioner, intake, bare = Reader(username), Reader(INTAKE), Bare(database, today)
    asked = list(practitioner.pages())
    known = {name: [one for one in asked if one.name == name] for name in NAMES}
    pages = {name: _page(practitioner, bare, of_name) for name, of_name in known.items() if of_name}
    return pages | {"arrivals": _page(intake, bare, list(intake.arrivals()))}


def _page(reader: Reader, bare: Bare, asked: list[Asked]) -> Page:
    product: Works = [partial(reader.get, one.address) for one in asked]
    beside: Works = [bare.page(one.name, **one.known) for one in asked]
    through, alone = quietest(product, backend()), quietest(beside, bare.pid)
    with statements() as sent:
        content = reader.get(asked[0].address).content
    assert asked[0].shows in content.decode(), f"{asked[0].address} does not show {asked[0].shows}"
    return Page(through, alone, len(sent), len(content))


def part(pages: Mapping[str, Page], before: Mapping[str, Page] | None, cases: int, cases_before: int) -> Part:
    """The table of the pages."""
    grown = f"against {cases_before:,}"
    columns = (
        f"Pages at {cases:,} cases",
        "CPU ms",
        "of it database",
        "wall ms",
        "bare SQL ms",
        "statements",
        grown,
        "KB",
        "goals",
    )
    rows = (_row(name, page, before[name] if before else None) for name, page in pages.items())
    return Part(columns, tuple(rows))


def _row(name: str, page: Page, before: Page | None) -> Row:
    growth = page.product.cpu / before.product.cpu if before else None
    goals = [against(page.product.cpu, GOALS[name], f"{GOALS[name]:.0f} ms")] if name in GOALS else []
    goals.append(against(page.statements, BUDGET, f"{BUDGET} statements"))
    if growth and before:
        grown = max(growth, 9.0 if before.statements != page.statements else 0.0)
        goals.append(against(grown, GROWTH, f"{GROWTH} times"))
    if name == "case":
        goals.append(against(page.size / 1024, KILOBYTES, f"{KILOBYTES} KB"))
    return (
        NAMES[name], f"{page.product.cpu:.1f}", of_the_database(page.product), f"{page.product.wall:.1f}",
        f"{page.bare.cpu:.2f}", str(page.statements), f"{growth:.2f}" if growth else "",
        f"{page.size / 1024:.1f}", ", ".join(goals),
    )  # fmt: skip
