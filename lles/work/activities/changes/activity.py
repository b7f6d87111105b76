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
from lles.work.activities.queries.facts import INFORMATION, MONITORING, Terms, findings_of_terms


@change(needs=Verb.WORK)
def order_was_made(*, case: Case, by: Officer, at: datetime, order: Order) -> Done[Activity]:
    """The court ordered an activity: its work begins with what the order says."""
    sealed = not order.court_key.startswith(KEYED)
    activity = Activity.objects.create(case=case, order=order, as_sealed=sealed, begun_at=at, begun_by=by)
    follow(activity, by, at)
    return Done(activity, says("activity_ordered"))


@change(needs=Verb.WORK)
def direction_was_given(*, case: Case, by: Officer, at: datetime, direction: int) -> Done[Activity]:
    """The court asks about an activity or for its monitoring: the activity that is meant, or a new one."""
    directed = Direction.objects.select_related("order", "party").get(case=case, pk=direction)
    activity = _meant(case, directed)
    if activity is None:
        order = directed.order if directed.kind == MONITORING else None
        activity = Activity.objects.create(
            case=case, order=order, party=directed.party, begun_at=at, begun_by=by
        )
    if directed.kind == MONITORING and not activity.is_monitored:
        activity.is_monitored = True
        activity.save(update_fields=["is_monitored"])
    follow(activity, by, at)
    kind = "activity_asked_about" if directed.kind == INFORMATION else "activity_monitored"
    return Done(activity, says(kind))


def _meant(case: Case, directed: Direction) -> Activity | None:
    found = Activity.objects.filter(case=case, ended__isnull=True).select_related("order", "party")
    if directed.party_id is not None:
        found = found.filter(party__in=[directed.party_id]) | found.filter(party=None)
    if directed.kind == INFORMATION:
        return found.filter(order=None).order_by("pk").last()
    return found.filter(order=directed.order_id).order_by("pk").last() or found.order_by("pk").last()


@change(needs=Verb.WORK)
def follow_directions(*, case: Case, by: Officer, at: datetime) -> Done[None]:
    """What the court directs was amended or taken back elsewhere: the tasks follow."""
    for activity in Activity.objects.filter(case=case).select_related("order", "party", "ended"):
        activity.case = case
        follow(activity, by, at)
    return Done(None, None)


def _terms_findings(*, case: Case, at: datetime, terms: Terms, **_: object) -> tuple[Finding, ...]:
    return findings_of_terms(case, terms, at.astimezone(LONDON).date())


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
    it; or what the court asks about before it makes one (ACT-WHO-D, ACT-KINDS)."""
    if activity is None:
        activity = Activity(case=case, begun_at=at, begun_by=by)
    elif hasattr(activity, "ended"):
        raise Stale(f"activity {activity.pk} has ended")
    for name in Terms.__dataclass_fields__:
        value = getattr(terms, name)
        setattr(activity, name, list(value) if isinstance(value, tuple) else value)
    activity.case, activity.terms_at, activity.terms_by = case, at, by
    activity.save()
    follow(activity, by, at)
    kind = "activity_terms" if terms.order else "activity_asked_terms"
    return Done(activity, says(kind, **_what(activity)))


def _what(activity: Activity) -> dict[str, str | Word]:
    return {
        "person": activity.party.name if activity.party else "",
        "form": Word(f"activity_form.{activity.form}"),
        "activity": Word(f"activity_kind.{activity.kind}"),
    }


@change(needs=Verb.WORK)
def record_happened(
    *, case: Case, by: Officer, at: datetime, activity: Activity, kind: str, on: date, words: str,
    language: str, seen: int | None = None,
) -> Done[Happened]:  # fmt: skip
    """Records that the referral was sent, a place was booked, a session attended or missed; where the court
    asked for monitoring, a session missed is to be reported (ACT-MONITOR)."""
    happened = Happened.objects.create(
        activity=activity, kind=kind, on=on, words=words, language=language, by=by, at=at
    )
    activity.case = case
    follow(activity, by, at)
    return Done(happened, _line(activity, "activity_happened", f"activity_happened.{kind}", on))


@change(needs=Verb.WORK)
def record_ended(
    *, case: Case, by: Officer, at: datetime, activity: Activity, outcome: str, on: date,
    certificate_on: date | None, words: str, language: str, seen: int | None = None,
) -> Done[Ended]:  # fmt: skip
    """Records how the activity ended: done, with its certificate, or otherwise (ACT-PROGRAMME)."""
    if Ended.objects.filter(activity=activity).exists():
        raise Stale(f"activity {activity.pk} has ended")
    activity.case = case
    ended = Ended.objects.create(
        activity=activity, outcome=outcome, on=on, certificate_on=certificate_on, words=words,
        language=language, by=by, at=at,
    )  # fmt: skip
    follow(activity, by, at)
    return Done(ended, _line(activity, "activity_ended", f"activity_outcome.{outcome}", on))


def _line(activity: Activity, kind: str, what: str, on: date) -> Said:
    person = activity.party.name if activity.party else ""
    return says(kind, person=person, what=Word(what), on=on)
