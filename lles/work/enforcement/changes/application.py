"""An application to enforce: the order or the question that opens its work, what the file says of it, what is
alleged, what the court found of that, and who had the notice."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.checks import open_fresh_checks
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.gate import holds_protected
from lles.casefile.models import Case, Direction, Officer, Order, Party
from lles.casefile.timeline import Word, says
from lles.law.findings import Finding
from lles.work.enforcement import rules
from lles.work.enforcement.changes.tasks import follow
from lles.work.enforcement.models import Alleged, CourtFound, Enforcement, Notice
from lles.work.enforcement.queries import against
from lles.work.enforcement.queries.directed import INFORMATION, MONITORING, directions_of
from lles.work.enforcement.queries.facts import (
    enforcements_of,
    fresh_checks,
    fresh_since,
    runs,
    waiting_of,
)


@dataclass(frozen=True)
class Application:
    """What the file says of an application to enforce, and of the child arrangements order it is about."""

    party: Party
    applicant: Party | None = None
    issued_on: date | None = None
    about_on: date | None = None
    varied_on: date | None = None
    is_attached: bool | None = None
    court_asks: bool | None = None
    left_on: date | None = None


def name_of(enforcement: Enforcement) -> str:
    """Whom it is about, by name."""
    return enforcement.party.name if enforcement.party else ""


def still_runs(enforcement: Enforcement) -> None:
    """Inside a change: what has ended is not changed any more."""
    if not runs(enforcement):
        raise Stale(f"enforcement {enforcement.pk} has ended")


def begin(case: Case, by: Officer, at: datetime, order: Order | None, party: Party | None) -> Enforcement:
    """Inside a change: one more enforcement on the file."""
    return Enforcement.objects.create(case=case, order=order, party=party, begun_at=at, begun_by=by)


@change(needs=Verb.WORK)
def application_came(*, case: Case, by: Officer, at: datetime) -> Done[Enforcement]:
    """An application to enforce came in: what it says is to be recorded, and whether checks are due
    (ENF-CHECKS, ENF-LIST)."""
    enforcement = begin(case, by, at, None, None)
    follow(enforcement, by, at)
    return Done(enforcement, says("enforcement_came"))


@change(needs=Verb.WORK)
def order_was_made(*, case: Case, by: Officer, at: datetime, order: Order) -> Done[Enforcement]:
    """The court made an enforcement order: it answers the application that waits for one, where a single one
    does, or where a single one of them is to be monitored; else its work begins here."""
    waiting = waiting_of(case)
    if len(waiting) > 1:
        waiting = [one for one in waiting if directions_of(one, MONITORING)]
    if len(waiting) == 1:
        (enforcement,) = waiting
        enforcement.order, enforcement.case = order, case
        enforcement.save(update_fields=["order"])
    else:
        enforcement = begin(case, by, at, order, None)
    follow(enforcement, by, at)
    return Done(enforcement, says("enforcement_ordered"))


@change(needs=Verb.WORK)
def direction_was_given(*, case: Case, by: Officer, at: datetime, direction: int) -> Done[Enforcement]:
    """The court asks about unpaid work, or for monitoring: the enforcement that is meant, or a new one, which
    waits for its order. A question that names nobody is one about each that waits."""
    directed = Direction.objects.select_related("order", "party").get(case=case, pk=direction)
    enforcement = _meant(case, directed)
    if enforcement is None:
        enforcement = begin(case, by, at, None, directed.party)
    enforcement.case = case
    follow(enforcement, by, at)
    is_asked = directed.kind == INFORMATION
    if is_asked and directed.party_id is None:
        for one in enforcements_of(case):
            one.case = case
            follow(one, by, at)
    return Done(enforcement, says("enforcement_asked_about" if is_asked else "enforcement_monitored"))


def _meant(case: Case, directed: Direction) -> Enforcement | None:
    running = [one for one in enforcements_of(case) if runs(one)]
    about = next((one for one in running if directed in directions_of(one, directed.kind)), None)
    if about is not None and (directed.kind == MONITORING or directed.supersedes_id is not None):
        return about
    parties = (
        {None, directed.party_id} if directed.party_id else {one.party_id for one in enforcements_of(case)}
    )
    return next((one for one in running if one.order_id is None and one.party_id in parties), None)


@change(needs=Verb.WORK)
def follow_enforcements(*, case: Case, by: Officer, at: datetime) -> Done[None]:
    """What the court directs was taken back, or amended elsewhere: the tasks follow."""
    for enforcement in enforcements_of(case):
        enforcement.case = case
        follow(enforcement, by, at)
    return Done(None, None)


def _application_findings(
    *, application: Application, enforcement: Enforcement | None = None, **_: object
) -> tuple[Finding, ...]:
    return against.against_application(enforcement, application.about_on)


@change(needs=Verb.WORK, weighs=_application_findings)
def record_application(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    application: Application,
    enforcement: Enforcement | None = None,
    seen: int | None = None,
) -> Done[Enforcement]:
    """Records what the file says of an application to enforce, or puts it right; where the order is old or
    the court asks, the checks open afresh (ENF-CHECKS)."""
    if enforcement is None:
        enforcement = begin(case, by, at, None, application.party)
    still_runs(enforcement)
    for one in fields(Application):
        setattr(enforcement, one.name, getattr(application, one.name))
    enforcement.case, enforcement.said_at, enforcement.said_by = case, at, by
    enforcement.save()
    if fresh_checks(enforcement) is not None:
        open_fresh_checks(case=case, by=by, at=at, since=fresh_since(enforcement))
    follow(enforcement, by, at)
    return Done(enforcement, says("enforcement_application", person=name_of(enforcement)))


def _alleged_findings(
    *, case: Case, enforcement: Enforcement, on: date, words: str, **_: object
) -> tuple[Finding, ...]:
    """The court and the person it is about read of it in the same words (CONF-C8)."""
    closed = rules.what_is_alleged_names_no_protected_place(holds_protected(case, words))
    return (*((closed,) if closed else ()), *against.against_alleged(enforcement, on))


@change(needs=Verb.WORK, weighs=_alleged_findings)
def record_alleged(
    *, case: Case, by: Officer, at: datetime, enforcement: Enforcement, on: date, words: str, language: str,
    reasons: Reasons | None = None, seen: int | None = None,
) -> Done[Alleged]:  # fmt: skip
    """Records one failure that is alleged; it stays alleged until the court finds otherwise
    (ENF-DAYS)."""
    still_runs(enforcement)
    row = Alleged.objects.create(enforcement=enforcement, on=on, words=words, language=language, by=by, at=at)
    return Done(row, says("enforcement_alleged", person=name_of(enforcement), on=on))


def _found_findings(*, alleged: Alleged, on: date, **_: object) -> tuple[Finding, ...]:
    return against.against_found(alleged, on)


@change(needs=Verb.WORK, weighs=_found_findings)
def record_found(
    *, case: Case, by: Officer, at: datetime, alleged: Alleged, outcome: str, on: date,
    reasons: Reasons | None = None, seen: int | None = None,
) -> Done[CourtFound]:  # fmt: skip
    """Records what the court found of one failure (ENF-STANDARD); a later finding stands."""
    still_runs(alleged.enforcement)
    row = CourtFound.objects.create(alleged=alleged, outcome=outcome, on=on, by=by, at=at)
    what = Word(f"enforcement_stands.{outcome}")
    return Done(row, says("enforcement_found", person=name_of(alleged.enforcement), on=alleged.on, what=what))


def _notice_findings(*, enforcement: Enforcement, on: date, **_: object) -> tuple[Finding, ...]:
    return against.against_notice(enforcement, on)


@change(needs=Verb.WORK, weighs=_notice_findings)
def record_notice(
    *, case: Case, by: Officer, at: datetime, enforcement: Enforcement, party: Party, way: str, on: date,
    seen: int | None = None,
) -> Done[Notice]:  # fmt: skip
    """Records when somebody had the warning notice, or was told what it says (S8-WARN, ENF-NOTICE)."""
    still_runs(enforcement)
    row = Notice.objects.create(enforcement=enforcement, party=party, way=way, on=on, by=by, at=at)
    what = Word(f"enforcement_notice.{way}")
    return Done(row, says("enforcement_notice", person=party.name, what=what, on=on))
