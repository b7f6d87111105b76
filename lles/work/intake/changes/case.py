"""Opening a case from what the court sent, and bringing it up to date."""

from datetime import date, datetime

from django.db import connection

from lles.casefile import locations
from lles.casefile.access import Verb
from lles.casefile.changes.application_facts import keep_facts, line_of
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.left import and_what_left
from lles.casefile.inserting import insert
from lles.casefile.models import Case, Office, Officer
from lles.casefile.passage import opens
from lles.casefile.prepared import Asked
from lles.casefile.queries.corrections import as_the_court_knew
from lles.casefile.queries.service_law import areas_in_force
from lles.casefile.register import Event
from lles.casefile.rules.courts import court_or_code
from lles.casefile.timeline import LONDON, Word, says
from lles.law.pathway import pathway_of
from lles.links.court.facts import CourtCase
from lles.work.intake.changes.apply import apply, hear
from lles.work.intake.changes.by_hand import ByHand
from lles.work.intake.changes.persons import is_another_person, take_over_keyed
from lles.work.intake.changes.put_right import as_before
from lles.work.intake.changes.rows import Rows, rows_of
from lles.work.intake.changes.whereabouts import details_of


@change(needs=Verb.WORK)
def receive_application(
    *, by: Officer, at: datetime, said: CourtCase, by_hand: ByHand | None = None
) -> Done[Case]:
    """Opens a case with its children and parties, by the feed or by hand, and tells the pieces of work
    that an application came in."""
    today = at.astimezone(LONDON).date()
    received_on, basis = (by_hand.received_on, "recorded") if by_hand else _receipt(said, today)
    filed_on = said.submitted_on or said.issued_on
    decision = pathway_of(said.kinds, said.court_code, said.court_name, filed_on, areas_in_force())
    heard = hear(said, at)
    new = Case(
        reference=_next_reference(),
        law=said.service,
        court_number=said.number or "",
        received_on=received_on,
        received_basis=basis,
        pathway="public-law" if said.service == Case.PUBLIC else decision.pathway.value,
        pathway_area=(decision.area or "") if said.service == Case.PRIVATE else "",
        office=_office_for(said, heard.rows),
        opened_at=at,
        **heard.rows.case,
    )
    (case,) = insert([new])
    opens(case)
    applied = apply(case, heard, at)
    notes = tuple(says("to_look_at", text=warning) for warning in decision.warnings)
    if by_hand is not None:
        keep_facts(case, by_hand.facts, by, at)
        notes += tuple(map(line_of, by_hand.facts))
    entry = says(
        "application_received",
        court=court_or_code(case.court_code, case.court_name),
        children=len(said.children),
        pathway=Word(f"pathway.{case.pathway}"),
        notes=notes,
    )
    announces = ((Event.APPLICATION_RECEIVED, {"kinds": tuple(heard.rows.applications)}), *applied.announces)
    return Done(case, entry, announces, case=case)


@change(needs=Verb.WORK)
def bring_up_to_date(*, case: Case, by: Officer, at: datetime, said: CourtCase) -> Done[None]:
    """Brings a case to what the court says now; the timeline says what changed."""
    taken_over = tuple(take_over_keyed(case, said, at.astimezone(LONDON).date()))
    applied = apply(case, hear(said, at), at)
    lines = (*taken_over, *applied.lines)
    entry = says("court_sent_changes", count=len(lines), changes=lines)
    announces = (*applied.announces, (Event.DETAILS_CHANGED, {}))
    return Done(None, entry, announces)


@change(needs=Verb.WORK)
def keep_whereabouts(*, case: Case, by: Officer, at: datetime, said: CourtCase) -> Done[None]:
    """Keeps what an answer says of whereabouts and their confidentiality even where the answer itself is not
    taken: it may protect, it displaces nothing."""
    parties = {row.court_key: row for row in case.parties.all()}
    children = {row.court_key: row for row in case.children.all()}
    rows, knew = rows_of(said, at.astimezone(LONDON).date()), as_the_court_knew(case)
    for known, came in ((parties, rows.parties), (children, rows.children)):
        for row in [*known.values()]:
            fields = came.get(row.court_key, {})
            if is_another_person(row, fields) and is_another_person(as_before(row, knew), fields):
                del known[row.court_key]
    is_new, left = and_what_left(
        case=case, by=by, at=at,
        protect=lambda: locations.keep(case, details_of(said, parties, children), at, stands=False),
    )  # fmt: skip
    if not left:
        return Done(None, says("whereabouts_changed") if is_new else None)
    lines = (says("whereabouts_changed"), *left)
    return Done(None, says("court_sent_changes", count=len(lines), changes=lines))


def _receipt(said: CourtCase, today: date) -> tuple[date, str]:
    """The day of receipt is not in the feed: the court's own day of issue is the earliest it can have
    been."""
    if said.issued_on is not None and said.issued_on <= today:
        return said.issued_on, "court_issue"
    if said.submitted_on is not None and said.submitted_on <= today:
        return said.submitted_on, "court_issue"
    return today, "first_seen"


def _office_for(said: CourtCase, rows: Rows) -> Office | None:
    """An office that serves the court: of the nation in which the children live, where there is one (JUR-
    WALES)."""
    serving = [
        office for office in _OFFICES.all_of() if {said.court_code, said.court_name} & set(office.court_codes)
    ]
    nations = {str(row["nation"]) for row in rows.children.values()}
    return next((office for office in serving if {office.nation} == nations), serving[0] if serving else None)


_OFFICES = Asked(lambda: Office.objects.order_by("pk"))


def _next_reference() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('case_reference')")
        row = cursor.fetchone()
    return f"C-{row[0]}"
