"""The service of a measurement: ten offices, two hundred practitioners in teams of twenty."""

from dataclasses import dataclass

from lles.casefile.models import Account, Office, Officer
from lles.site.synthetic.draws import Draws
from lles.site.synthetic.naming import community
from lles.site.synthetic.whereabouts import courts
from tests.bench.copying import Ledger

OFFICES, TEAM = 10, 20
INTAKE = "intake"
AREAS = ("north", "east", "west", "south")


@dataclass(frozen=True)
class People:
    """The numbers of the people; the practitioners stand team by team."""

    offices: tuple[int, ...]
    practitioners: tuple[int, ...]
    managers: tuple[int, ...]
    intake: int

    def office_of(self, practitioner: int) -> int:
        """The office in which a practitioner works."""
        return self.offices[self.practitioners.index(practitioner) // TEAM]

    def name_of(self, practitioner: int) -> str:
        """The username of a practitioner."""
        return f"practitioner-{self.practitioners.index(practitioner)}"


def open_offices(ledger: Ledger, seed: int) -> People:
    """Offices and people, as rows that wait to be written."""
    draws = Draws(seed, 0, "officers")
    offices = tuple(_office(ledger, place) for place in range(OFFICES))
    practitioners = tuple(
        _officer(ledger, draws, f"practitioner-{place}", "practitioner", offices[place // TEAM])
        for place in range(OFFICES * TEAM)
    )
    managers = tuple(
        _officer(ledger, draws, f"manager-{place}", "service_manager", office)
        for place, office in enumerate(offices)
    )
    intake = _officer(ledger, draws, INTAKE, "intake_administrator", offices[0])
    return People(offices, practitioners, managers, intake)


def _office(ledger: Ledger, place: int) -> int:
    served = list(courts().values())[place % len(courts())]
    return ledger.add(
        Office, slug=f"office-{place}", service_en="Invented service", service_cy="Gwasanaeth dychmygol",
        name_en=f"Office {place}", name_cy=f"Swyddfa {place}", nation="wales" if place % 2 else "england",
        area=AREAS[place % len(AREAS)], court_codes=[served.code], invented=True,
    )  # fmt: skip


def _officer(ledger: Ledger, draws: Draws, username: str, role: str, office: int) -> int:
    names = community("english")
    name = f"{names.first_name(draws, 'female')} {names.surnames.draw(draws)}"
    account = ledger.add(Account, username=username, password="!")
    return ledger.add(Officer, account_id=account, name=name, job=role, roles=[role], office_id=office)
