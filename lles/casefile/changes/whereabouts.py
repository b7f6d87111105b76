"""Where people can be found, as they tell us: a new place, protected at once, told only after two persons."""

from dataclasses import replace
from datetime import date, datetime

from lles.casefile import locations
from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.left import and_what_left
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, ConfidentialityStatement, Officer
from lles.casefile.queries.people import name_of_owner
from lles.casefile.register import Event, Occasion
from lles.casefile.rules.whereabouts import OpeningFacts, Told, opening_findings
from lles.casefile.timeline import Fact, Said, Word, says
from lles.law.findings import Finding

TASK = "casefile.confirm_opening"


@change(needs=Verb.WORK)
def record_whereabouts(
    *, case: Case, by: Officer, at: datetime, owner: str, told: Told, seen: int | None = None
) -> Done[tuple[Said, ...]]:
    """Records where a person can be found, straight into the store of locations; the timeline says that it
    changed, and never what it is (CONF-MOVE). It is protected at once, so what holds it or
    what was held before, and has left, is named."""
    detail = locations.Detail(owner, told.kind, told.lines, told.private, locations.RECORDED)

    def record() -> None:
        locations.record(case, detail, at, replaces=told.replaces, refuge=told.refuge)

    _, left = and_what_left(case=case, by=by, at=at, protect=record)
    said: dict[str, Fact] = {"said_by": Word(f"said_by.{told.said_by}"), **({"lines": left} if left else {})}
    entry = _line("whereabouts_recorded", case, owner, told.kind, **said)
    return Done(left, entry, ((Event.DETAILS_CHANGED, _about(owner)),))


@change(needs=Verb.WORK)
def protect_whereabouts(
    *, case: Case, by: Officer, at: datetime, owner: str, about: str, seen: int | None = None
) -> Done[tuple[Said, ...]]:
    """Protects a kind of detail of a person from now on; one officer is enough for that. What holds it and
    has left before is named, so that whoever has it can be asked to keep it."""
    _, left = and_what_left(case=case, by=by, at=at, protect=lambda: locations.protect(case, owner, about))
    entry = _line("whereabouts_protected", case, owner, about, **({"lines": left} if left else {}))
    return Done(left, entry, ((Event.DETAILS_CHANGED, _about(owner)),))


def _asking_findings(*, case: Case, owner: str, about: str, **_: object) -> tuple[Finding, ...]:
    return opening_findings(_opening_facts(case, owner, about))


@change(needs=Verb.WORK, weighs=_asking_findings)
def ask_to_open(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    owner: str,
    about: str,
    made_by: str,
    made_on: date,
    words: str,
    seen: int | None = None,
) -> Done[ConfidentialityStatement]:
    """Records that the person or the court said a detail may be told; it stays protected until a second
    person confirms it (CONF-C8)."""
    statement, _ = ConfidentialityStatement.objects.update_or_create(
        case=case,
        owner=owner,
        about=about,
        outcome="",
        defaults={
            "made_by": made_by,
            "made_on": made_on,
            "words": words,
            "asked_by": by,
            "at": at,
            "said_of": locations.digest_of_what_is_said(case, owner, about),
        },
    )
    open_task(case=case, by=by, at=at, kind=TASK, subject=str(statement.pk))
    made = Word(f"said_by.{made_by}")
    return Done(statement, _line("opening_asked", case, owner, about, said_by=made, made_on=made_on))


def reopened(occasion: Occasion) -> None:
    """The case is open again: so is each statement that nobody has confirmed or refused."""
    waiting = ConfidentialityStatement.objects.filter(case=occasion.case, outcome="").order_by("pk")
    for one in waiting:
        open_task(case=occasion.case, by=the_service(), at=occasion.at, kind=TASK, subject=str(one.pk))


def _deciding_findings(
    *, case: Case, by: Officer, statement: ConfidentialityStatement, confirmed: bool, **_: object
) -> tuple[Finding, ...]:
    if not confirmed:
        return ()
    facts = _opening_facts(case, statement.owner, statement.about)
    now = locations.digest_of_what_is_said(case, statement.owner, statement.about)
    return opening_findings(
        replace(
            facts, asked_by_the_same=statement.asked_by_id == by.pk, is_overtaken=statement.said_of != now
        )
    )


@change(needs=Verb.APPROVE, weighs=_deciding_findings)
def decide_opening(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    statement: ConfidentialityStatement,
    confirmed: bool,
    seen: int | None = None,
) -> Done[None]:
    """A second person confirms that a detail may be told, or leaves it protected; where anything came or was
    said anew since, the person is asked again (CONF-C8)."""
    outcome = ConfidentialityStatement.CONFIRMED if confirmed else ConfidentialityStatement.REFUSED
    waiting = ConfidentialityStatement.objects.filter(pk=statement.pk, outcome="")
    second = None if statement.asked_by_id == by.pk else by
    if not waiting.update(outcome=outcome, decided_by=second, decided_at=at):
        raise Stale(f"statement {statement.pk} is decided")
    if confirmed:
        locations.open_up(case, statement.owner, statement.about)
    end_tasks(case=case, by=by, at=at, kind=TASK, outcome="done", subject=str(statement.pk))
    entry = _line(f"opening_{outcome}", case, statement.owner, statement.about)
    return Done(None, entry, ((Event.DETAILS_CHANGED, _about(statement.owner)),))


def _opening_facts(case: Case, owner: str, about: str) -> OpeningFacts:
    how = locations.guards(locations.of_case(case, owner), owner).get(about, locations.PROTECTED)
    return OpeningFacts(how == locations.IN_A_REFUGE, how != locations.OPEN)


def _line(kind: str, case: Case, owner: str, about: str, **facts: Fact) -> Said:
    return says(kind, person=name_of_owner(case, owner), what=Word(f"whereabouts.{about}"), **facts)


def _about(owner: str) -> dict[str, object]:
    who, number = owner.split(":")[:2]
    return {who: int(number)}
