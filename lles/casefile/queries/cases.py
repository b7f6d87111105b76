"""Cases as an officer may see them: one case, and the lists."""

import re
import unicodedata
from collections.abc import Sequence

from django.db.models import Prefetch, Q

from lles.casefile.access import Reach, Verb, cases, may, reaches
from lles.casefile.models import Case, Child, Hearing, Office, Officer, Party


def case_for(officer: Officer, reference: str, verb: Verb = Verb.SEE) -> Case | None:
    """The case of a reference as this officer may have it; None where for them there is none."""
    return (
        cases(officer, verb)
        .select_related("office", "officer")
        .prefetch_related(
            Prefetch("children", Child.objects.order_by("pk")),
            Prefetch("parties", Party.objects.order_by("role", "number", "pk")),
            Prefetch("hearings", Hearing.objects.order_by("starts_at", "pk")),
        )
        .filter(reference=reference.upper())
        .first()
    )


def open_cases(officer: Officer, at_most: int = 100) -> Sequence[Case]:
    """The open cases an officer may see, the newest first."""
    return list(
        cases(officer)
        .filter(closed_at=None)
        .select_related("officer", "office")
        .prefetch_related("children", "hearings")
        .order_by("-opened_at", "-pk")[:at_most]
    )


def search_form(text: str) -> str:
    """A name folded for search: no case, no marks, no apostrophes; hyphens are spaces."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    table = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "’": "", "'": "", "-": " "})
    plain = (
        letters.translate(table).replace("ß", "ss").replace("æ", "ae").replace("œ", "oe").replace("þ", "th")
    )
    return re.sub(r"\s+", " ", plain).strip()


def may_allocate(officer: Officer, case: Case) -> bool:
    """Whether this officer may give the case to somebody."""
    return may(officer, Verb.ALLOCATE, case)


def officers_of(office: Office | None) -> Sequence[Officer]:
    """The practitioners who could take a case of an office; of any office where the case has none."""
    people = Officer.objects.filter(roles__contains=["practitioner"])
    return list(people.filter(office=office) if office else people.order_by("name"))


def practitioners_in_reach(reader: Officer) -> Q:
    """The practitioners who can sign in, of the offices for which a reader gives out work."""
    return Q(roles__contains=["practitioner"], account__is_active=True) & _of_offices_in_reach(reader)


def _of_offices_in_reach(reader: Officer) -> Q:
    reach = reaches(reader, Verb.ALLOCATE)
    if Reach.ALL in reach:
        return Q()
    if reader.office is None:
        return Q(pk__in=[])
    if Reach.AREA in reach:
        return Q(office__area=reader.office.area)
    return Q(office=reader.office) if Reach.TEAM in reach else Q(pk__in=[])


def is_invented() -> bool:
    """Whether this database holds invented people only: demonstration mode runs on no other."""
    return (
        Office.objects.filter(invented=True).exists() and not Office.objects.filter(invented=False).exists()
    )
