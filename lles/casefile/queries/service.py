"""The service itself as an administrator's pages read it: people, offices, and what was changed of them."""

from collections.abc import Sequence

from django.db.models import Count, Q

from lles.casefile import timeline
from lles.casefile.models import Entry, Office, Officer
from lles.casefile.queries.work import EntryRow
from lles.law.bilingual import Language

SUBJECTS = ("officer:", "account:", "office:", "closed_day:", "area:")
SHOWN_AT_MOST = 200
CHANGES_SHOWN = 50


def people_of_service(words: str = "", closed: bool = False) -> Sequence[Officer]:
    """The people of the service, by office and name; those whose account is closed stand apart."""
    people = Officer.objects.filter(is_service=False, account__is_active=not closed)
    for word in words.split():
        people = people.filter(Q(name__icontains=word) | Q(account__username__icontains=word))
    known = people.select_related("account", "office").order_by("office__name_en", "name", "pk")
    return list(known[:SHOWN_AT_MOST])


def person_of_service(pk: int) -> Officer | None:
    """One of them, with the number of open cases they carry."""
    carried = Count("cases", filter=Q(cases__closed_at=None))
    people = Officer.objects.filter(is_service=False, account__isnull=False).annotate(open_cases=carried)
    return people.select_related("account", "office").filter(pk=pk).first()


def offices() -> Sequence[Office]:
    """Every office, by its name."""
    return list(Office.objects.order_by("name_en"))


def office(slug: str) -> Office | None:
    """One office."""
    return Office.objects.filter(slug=slug).first()


def username_is_taken(username: str) -> bool:
    """Whether somebody signs in by this name, in whatever letters."""
    return Officer.objects.filter(account__username__iexact=username).exists()


def changes_of_service(
    language: Language, subjects: Sequence[str] = SUBJECTS, at_most: int = CHANGES_SHOWN
) -> tuple[EntryRow, ...]:
    """What was changed of the service, or of one subject, the latest first."""
    about = Q()
    for subject in subjects:
        about |= Q(subject__startswith=subject) if subject.endswith(":") else Q(subject=subject)
    entries = Entry.objects.filter(about, case=None).exclude(kind="refused").select_related("by")
    return tuple(
        EntryRow(entry, timeline.read(entry.kind, entry.facts, language))
        for entry in entries.order_by("-pk")[:at_most]
    )
