"""What a document may say of earlier work with the people of a case: no more than that there was an
application, for what, when, and who of this case was in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from lles.casefile.access import shut_to_somebody
from lles.casefile.documents import COURT
from lles.casefile.models import Case
from lles.casefile.timeline import LONDON, word, word_or_code
from lles.law.bilingual import Text
from lles.work.earlier_involvement.models import Candidate, Search
from lles.work.earlier_involvement.queries.candidates import told_in_its_case


@dataclass
class _Known:
    """One other case, with who of this case was in it: their names, and the parties by their slugs."""

    case: Case
    names: dict[str, None] = field(default_factory=dict)
    readers: set[str] = field(default_factory=set)


def known_before(case: Case, reader: str) -> Sequence[Text]:
    """What a document for one reader says of earlier work: to the court every application before this one in
    which somebody decided that a person of this case was; to a party those alone in which that party was.
    Nothing of a case that is sealed or from which somebody is shut out, nothing that a protected detail told,
    and nothing of others in it. That nobody was known is said to the court where the register was asked, and
    no match stands open or is kept back."""
    earlier = [one for one in _known(case) if _came(one.case) < _came(case)]
    known = [one for one in earlier if reader == COURT or reader in one.readers]
    if known or reader != COURT or _of(case).exclude(decision=Candidate.NOT).exists():
        return tuple(_said(one) for one in known)
    search = Search.objects.filter(case=case).first()
    return (word("told.known_nobody").fill(day=search.at.astimezone(LONDON).date()),) if search else ()


def _of(case: Case) -> QuerySet[Candidate]:
    return Candidate.objects.filter(Q(case=case) | Q(other_case=case))


def _known(case: Case) -> list[_Known]:
    from_there = Q(other_case=case, is_open=True, case__sealed=False) & ~shut_to_somebody("case__")
    rows = Candidate.objects.filter((Q(case=case) & told_in_its_case()) | from_there, decision=Candidate.SAME)
    people = ("party", "child", "other_party", "other_child", "case", "other_case")
    found: dict[int, _Known] = {}
    for row in rows.select_related(*people).order_by("pk"):
        is_ours = row.case_id == case.pk
        other = row.other_case if is_ours else row.case
        party, child = (row.party, row.child) if is_ours else (row.other_party, row.other_child)
        one = found.setdefault(other.pk, _Known(other))
        person = party or child
        if person is not None:
            one.names[person.name] = None
        if party is not None:
            one.readers.add(party.slug)
    return sorted(found.values(), key=lambda one: _came(one.case))


def _said(known: _Known) -> Text:
    asked = known.case.applications.order_by("pk").values_list("kind", flat=True)
    kinds = [word_or_code("application", kind) for kind in asked]
    return word("told.known_before" if kinds else "told.known_before_for_what_is_not_held").fill(
        day=_received_on(known.case),
        orders=Text(en=", ".join(one.en for one in kinds), cy=", ".join(one.cy for one in kinds)),
        people=", ".join(known.names),
    )


def _came(case: Case) -> tuple[date, int]:
    return _received_on(case), case.pk


def _received_on(case: Case) -> date:
    return case.received_on or case.opened_at.astimezone(LONDON).date()
