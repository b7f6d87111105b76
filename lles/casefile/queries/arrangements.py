"""Under which arrangement somebody works who is not an employee, and whether it runs on a day."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef

from lles.casefile.models import Arrangement, Case, Officer
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation, conflict_of_interest_bars_a_role, contractor_has_a_live_arrangement


def arrangements_of(officer: Officer) -> Sequence[Arrangement]:
    """The arrangements of an officer, the latest first."""
    return list(officer.arrangements.filter(withdrawn_at=None).order_by("-starts", "-pk"))


def arrangement_of(officer: Officer, pk: int) -> Arrangement | None:
    """One standing arrangement of an officer."""
    return officer.arrangements.filter(pk=pk, withdrawn_at=None).first()


def live_arrangement(on: date) -> Exists:
    """Whether an arrangement of an officer runs on a day, as a column."""
    running = Arrangement.objects.filter(starts__lte=on, ends__gte=on, withdrawn_at=None)
    return Exists(running.filter(officer=OuterRef("pk")))


def is_of_wales(case: Case) -> bool:
    """Whether the function is one of the Welsh Ministers for any child of a case, or may be."""
    nations = set(case.children.values_list("nation", flat=True))
    if Nation.WALES in nations:
        return True
    known = nations - {Nation.UNKNOWN, ""}
    return not known and case.office is not None and case.office.nation == Nation.WALES


def allocation_findings(case: Case, to: Officer, on: date) -> tuple[Finding, ...]:
    """What bars giving a case to an officer: a conflict of interest, or no arrangement that runs (JUR-ROLES,
    JUR-DELEGATE-W)."""
    return findings_of_each(case, [to], on)[to.pk]


def findings_of_each(case: Case, people: Sequence[Officer], on: date) -> dict[int, tuple[Finding, ...]]:
    """What bars giving a case to each of these officers, in as many statements for many as for one."""
    keys = [officer.pk for officer in people]
    shut_out = set(
        case.exclusions.filter(officer__in=keys, ended_at=None).values_list("officer_id", flat=True)
    )
    running = {
        one.officer_id: one
        for one in Arrangement.objects.filter(
            officer__in=keys, starts__lte=on, ends__gte=on, withdrawn_at=None
        ).order_by("-pk")
    }
    of_wales = is_of_wales(case)
    found = {}
    for officer in people:
        bars = [conflict_of_interest_bars_a_role(officer.pk in shut_out)]
        if officer.is_contractor and of_wales:
            live = running.get(officer.pk)
            starts, ends = (live.starts, live.ends) if live else (None, None)
            bars.append(contractor_has_a_live_arrangement(starts, ends, on))
        found[officer.pk] = tuple(finding for finding in bars if finding)
    return found
