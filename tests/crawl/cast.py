"""Everybody who may come to the door: each role of the table where it stands differently to a case."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.test import Client

from lles.casefile.access import Verb
from lles.casefile.models import Account, Office, Officer
from lles.law.bilingual import Language

WREXHAM, RHYL, CHESTER = "wrexham", "rhyl", "chester"
AREAS = {WREXHAM: "north-wales", RHYL: "north-wales", CHESTER: "cheshire"}
SEE, WORK, FILE, APPROVE, ALLOCATE = Verb.SEE, Verb.WORK, Verb.FILE, Verb.APPROVE, Verb.ALLOCATE
NOTHING: frozenset[Verb] = frozenset()


@dataclass(frozen=True)
class Viewer:
    """Somebody at the door, and what they may do with each case, written down by hand.

    own: a case that `own` has in Wrexham, and `on-duty` goes to court for; sealed: the same, sealed; other: a
    case of Chester.
    """

    name: str
    role: str
    office: str = WREXHAM
    own: frozenset[Verb] = NOTHING
    sealed: frozenset[Verb] = NOTHING
    other: frozenset[Verb] = NOTHING

    @property
    def signs_in(self) -> bool:
        """Whether there is an account."""
        return bool(self.name)

    @property
    def fills_in(self) -> Language:
        """The language in which this one sends what is filled in."""
        return "cy" if len(self.name) % 2 else "en"


WORKS = frozenset({SEE, WORK})
FILES = frozenset({SEE, WORK, FILE})
SUPERVISES = frozenset({SEE, WORK, FILE, APPROVE})
MANAGES = frozenset({SEE, WORK, FILE, APPROVE, ALLOCATE})
HEADS = frozenset({SEE, APPROVE, ALLOCATE})
SEES = frozenset({SEE})
VIEWERS = (
    Viewer("own", "practitioner", own=FILES, sealed=FILES),
    Viewer("teammate", "practitioner"),
    Viewer("on-duty", "practitioner", own=FILES),
    Viewer("intake", "intake_administrator", own=WORKS, other=WORKS),
    Viewer("clerk", "checks_clerk", RHYL, own=WORKS),
    Viewer("clerk-elsewhere", "checks_clerk", CHESTER, other=WORKS),
    Viewer("supervisor", "practice_supervisor", own=SUPERVISES, sealed=SUPERVISES),
    Viewer("supervisor-next-door", "practice_supervisor", RHYL),
    Viewer("manager", "service_manager", own=MANAGES, sealed=MANAGES),
    Viewer("manager-elsewhere", "service_manager", CHESTER, other=MANAGES),
    Viewer("head", "head_of_area", RHYL, own=HEADS, sealed=HEADS),
    Viewer("head-elsewhere", "head_of_area", CHESTER, other=HEADS),
    Viewer("auditor", "auditor", CHESTER, own=SEES, other=SEES),
    Viewer("administrator", "system_administrator"),
    Viewer("no-role", ""),
    Viewer("account-alone", "none"),
    Viewer("", ""),
)
BY_NAME = {viewer.name: viewer for viewer in VIEWERS}


def open_offices() -> Mapping[str, Office]:
    """Two offices of one area and one of another."""
    return {
        slug: Office.objects.create(
            slug=slug, service_en="Invented service", service_cy="Gwasanaeth dychmygol", name_en=slug.title(),
            name_cy=slug.title(), nation="wales", area=area, phone="01632 960100", invented=True,
            court_codes=["990101"] if slug == WREXHAM else [],
        )
        for slug, area in AREAS.items()
    }  # fmt: skip


def employ(offices: Mapping[str, Office]) -> None:
    """An account for everybody who has one, and an officer but for the one who is none."""
    for viewer in VIEWERS:
        if not viewer.signs_in:
            continue
        account = Account.objects.create(username=viewer.name, first_name=viewer.name)
        if viewer.role != "none":
            Officer.objects.create(
                account=account, name=viewer.name.title(), job=viewer.role or "practitioner",
                roles=[viewer.role] if viewer.role else [], office=offices[viewer.office],
            )  # fmt: skip


def officer(name: str) -> Officer:
    """One of them, to work with."""
    return Officer.objects.select_related("office").get(account__username=name)


def browser_of(viewer: Viewer, language: Language) -> Client:
    """The browser of one of them, signed in where there is an account, in a language."""
    client = Client(raise_request_exception=False)
    if viewer.signs_in:
        client.force_login(Account.objects.get(username=viewer.name))
    client.cookies["lles_language"] = language
    return client
