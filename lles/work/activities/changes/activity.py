"""An activity: asked about, ordered, what the order says of it, what happens, and how it ends."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.directions import KEYED
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.models import Case, Direction, Officer, Order
from lles.casefile.timeline import LONDON, Said, Word, says
from lles.law.findings import Finding
from lles.work.activities.changes.tasks import follow
from lles.work.activities.models import Activity, Ended, Happened
from lles.work.activities.queries import against
from lles.work.activities.queries.facts import (
    INFORMATION,
    MONITORING,
    Terms,
    directions_of,
    is_asked_about_another,
    running,
    runs,
)
from lles.work.activities.queries.findings import findings_of_terms


def still_runs(activity: Activity) -> None:
    """Inside a change: what has ended is not changed any more."""
    if not runs(activity):
        raise Stale(f"activity {activity.pk} has ended")


@change(needs=Verb.WORK)
def order_was_made(*, case: Case, by: Officer, at: datetime, order: Order) -> Done[Activity]:
    """The court ordered an activity: it is the one about which the court asked, where there is a single one;
    else its work begins here. What the order says of it is read out of the order."""
    sealed = not order.court_key.startswith(KEYED)
    waiting = list(running(Activity.objects.filter(case=case, order=None)).select_related("party"))
    activity = waiting[0] if len(waiting) == 1 else Activity(case=case, begun_at=at, begun_by=by)
    activity.case, activity.order, activity.as_sealed, activity.terms_at = case, order, sealed, None
    activity.save()
    follow(activity, by, at)
    return Done(activity, says("activity_ordered"))


@change(needs=Verb.WORK)
def direction_was_given(*, case: Case, by: Officer, at: datetime, direction: int) -> Done[Activity]:
    """The court asks about an activity or for its monitoring: the activity that is meant, or a new one. What
    names nobody is about each that it can be about."""
    directed = Direction.objects.select_related("order", "party").get(case=case, pk=direction)
    activity = _meant(case, directed)
    if activity is None:
        order = directed.order if directed.kind == MONITORING else None
        activity = Activity.objects.create(
            case=case, order=order, party=directed.party, begun_at=at, begun_by=by
        )
    for one in Activity.objects.filter(case=case).select_related("order", "party"):
        one.case = case
        follow(one, by, at)
    kind = "activity_asked_about" if directed.kind == INFORMATION else "activity_monitored"
    return Done(activity, says(kind))


def _meant(case: Case, directed: Direction) -> Activity | None:
    found = running(Activity.objects.filter(case=case)).select_related("order", "party")
    if directed.party_id is not None:
        found = found.filter(party__in=[directed.party_id]) | found.filter(party=None)
    if directed.kind == MONITORING or directed.supersedes_id is not None:
        latest = found.order_by("-pk")
        about = next((one for one in latest if directed in directions_of(one, directed.kind)), None)
        if about is not None:
            return about
    if directed.kind == INFORMATION:
        return found.filter(order=None).order_by("pk").last()
    return found.filter(order=directed.order_id).order_by("pk").last() or found.order_by("pk").last()


@change(needs=Verb.WORK)
def follow_directions(*, case: Case, by: Officer, at: datetime) -> Done[None]:
    """What the court directs was amended or taken back elsewhere: the tasks follow."""
    for activity in Activity.objects.filter(case=case).select_related("order", "party"):
        activity.case = case
        follow(activity, by, at)
    return Done(None, None)


def _terms_findings(
    *, case: Case, at: datetime, terms: Terms, activity: Activity | None = None, **_: object
) -> tuple[Finding, ...]:
    made_on = terms.order.made_on if terms.order else None
    found = findings_of_terms(case, terms, at.astimezone(LONDON).date())
    return (*found, *against.against_order(activity, made_on))


@change(needs=Verb.WORK, weighs=_terms_findings)
def record_terms(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    terms: Terms,
    activity: Activity | None = None,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Activity]:
    """Records of whom which activity is asked, by direction or condition, and what else the order says of
    it; or what the court asks about before it makes one. An order about somebody else than the court asked
    about leaves the question where it is (ACT-WHO-D, ACT-KINDS, ACT-INFO)."""
    if activity is None:
        activity = Activity(case=case, begun_at=at, begun_by=by)
    else:
        still_runs(activity)
        if is_asked_about_another(activity, terms.party):
            activity = _without_the_question(activity, case, by, at)
    for name in Terms.__dataclass_fields__:
        value = getattr(terms, name)
        setattr(activity, name, list(value) if isinstance(value, tuple) else value)
    activity.case, activity.terms_at, activity.terms_by = case, at, by
    activity.save()
    follow(activity, by, at)
    kind = "activity_terms" if terms.order else "activity_asked_terms"
    return Done(activity, says(kind, **_what(activity)))


def _without_the_question(asked: Activity, case: Case, by: Officer, at: datetime) -> Activity:
    """A new one for the order of an entry whose question is about somebody else: the question waits on."""
    order, asked.order, asked.case = asked.order, None, case
    asked.save(update_fields=["order"])
    follow(asked, by, at)
    return Activity(case=case, order=order, begun_at=at, begun_by=by)


def _what(activity: Activity) -> dict[str, str | Word]:
    return {
        "person": activity.party.name if activity.party else "",
        "form": Word(f"activity_form.{activity.form}"),
        "activity": Word(f"activity_kind.{activity.kind}"),
    }


def _happened_findings(*, activity: Activity, kind: str, on: date, **_: object) -> tuple[Finding, ...]:
    return against.against_happened(activity, kind, on)


@change(needs=Verb.WORK, weighs=_happened_findings)
def record_happened(
    *, case: Case, by: Officer, at: datetime, activity: Activity, kind: str, on: date, words: str,
    language: str, reasons: Reasons | None = None, seen: int | None = None,
) -> Done[Happened]:  # fmt: skip
    """Records that the referral was sent, a place was booked, a session attended or missed; where the court
    asked for monitoring, a session missed is to be reported (ACT-MONITOR)."""
    still_runs(activity)
    happened = Happened.objects.create(
        activity=activity, kind=kind, on=on, words=words, language=language, by=by, at=at
    )
    activity.case = case
    follow(activity, by, at)
    return Done(happened, line(activity, "activity_happened", f"activity_happened.{kind}", on))


def _ended_findings(
    *, activity: Activity, on: date, certificate_on: date | None, **_: object
) -> tuple[Finding, ...]:
    return against.against_end(activity, on, certificate_on)


@change(needs=Verb.WORK, weighs=_ended_findings)
def record_ended(
    *, case: Case, by: Officer, at: datetime, activity: Activity, outcome: str, on: date,
    certificate_on: date | None, words: str, language: str, reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Ended]:  # fmt: skip
    """Records how the activity ended: done, with its certificate, or otherwise (ACT-PROGRAMME)."""
    still_runs(activity)
    activity.case = case
    ended = Ended.objects.create(
        activity=activity, outcome=outcome, on=on, certificate_on=certificate_on, words=words,
        language=language, by=by, at=at,
    )  # fmt: skip
    follow(activity, by, at)
    return Done(ended, line(activity, "activity_ended", f"activity_outcome.{outcome}", on))


def line(activity: Activity, kind: str, what: str, on: date, **more: str) -> Said:
    """What the timeline says of something that somebody recorded of a day."""
    person = activity.party.name if activity.party else ""
    return says(kind, person=person, what=Word(what), on=on, **more)
