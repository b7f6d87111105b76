"""The tasks of a family assistance order, and which of them the file asks for now."""

from collections.abc import Collection, Mapping
from datetime import datetime

from lles.casefile.changes.tasks import end_unasked, open_task, open_tasks_of
from lles.casefile.models import Officer, Party
from lles.casefile.once import reading
from lles.casefile.queries.directions import first_of
from lles.casefile.timeline import LONDON
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.counted import told_of
from lles.work.family_assistance.queries.due import (
    ADDRESS,
    CLOSING,
    CONSENT,
    CONTACT,
    END,
    LETTER,
    NAMED,
    PLAN,
    REPORTED,
    REVIEW,
    RISK,
    TERMS,
    TOLD,
)
from lles.work.family_assistance.queries.facts import ADDRESS as ADDRESS_DIRECTED
from lles.work.family_assistance.queries.facts import CONTACT as CONTACT_DIRECTED
from lles.work.family_assistance.queries.facts import (
    addresses_seen,
    clock_of,
    complete_plan,
    everything_has_its_outcome,
    has_ended,
    is_of_an_authority,
    lack_of_consent,
    live_directions,
    moved,
    not_told_of_the_plan,
    reports_to_come,
    was_reviewed,
)
from lles.work.family_assistance.queries.findings import help_is_asked_about
from lles.work.family_assistance.queries.named import consents_of, named_in, wrongly_named
from lles.work.family_assistance.queries.papers import untold
from lles.work.family_assistance.queries.risks import risk_assessed_at, risk_is_open
from lles.work.family_assistance.rules.papers import Paper


@reading()
def follow(assistance: Assistance, by: Officer, at: datetime) -> None:
    """Inside a change: opens what the order asks for as it stands now, and ends what it asks for no more. The
    work itself is ours where an officer of the service does it; a local authority has its own (FAO-LA). What
    nobody may begin after the end of the order is asked for no more then, and until it has a plan the letters
    at the end wait for that day (FAO-END)."""
    clock, plan, read_at = clock_of(assistance), complete_plan(assistance), assistance.terms_at
    runs = clock is not None and clock.ends_on is not None
    ours = runs and not is_of_an_authority(assistance)
    is_over = has_ended(assistance, at.astimezone(LONDON).date())
    has_outcomes, reviewed = everything_has_its_outcome(assistance), was_reviewed(assistance)
    ended = ours and (has_outcomes or (is_over and plan is None))
    begun, closed = (ours and not untold(assistance, paper) for paper in (Paper.LETTER, Paper.CLOSING))
    # a danger before anything else: it opens a closed case again
    _hold(assistance, by, at, RISK, risk_is_open(assistance), risk_assessed_at(assistance))
    helps = any(one.kind == CONTACT_DIRECTED for one in live_directions(assistance))
    wanted = {
        TERMS: (assistance.order is not None and read_at is None, read_at is not None),
        PLAN: (ours and not is_over and plan is None, plan is not None),
        REVIEW: (ours and not is_over and not reviewed, reviewed),
        END: (ours and not ended, has_outcomes),
        LETTER: (ours and not is_over and not ended and not begun, begun),
        CLOSING: (ours and (has_outcomes or plan is None) and not closed, closed),
        NAMED: (not is_over and bool(wrongly_named(assistance)), True),
    }
    for kind, (is_wanted, is_done) in wanted.items():
        _hold(assistance, by, at, kind, is_wanted, at if is_done else None)
    asks, helped_at = not is_over and help_is_asked_about(assistance), at if helps and not is_over else None
    _hold(assistance, by, at, CONTACT, asks, helped_at, is_lifted=not helps)
    _follow_report(assistance, by, at)
    consents = consents_of(assistance)
    _hold_each(assistance, by, at, CONSENT, _unconsented(assistance), dict.fromkeys(consents, at))
    told = dict(told_of(plan).values_list("party", "at")) if plan else {}
    to_tell = not_told_of_the_plan(assistance) if ours and not is_over and not ended else ()
    _hold_each(assistance, by, at, TOLD, to_tell, told)
    _follow_addresses(assistance, by, at, moved(assistance) if runs and not ended else ())


def _hold(
    assistance: Assistance, by: Officer, at: datetime, kind: str, wanted: bool, done_at: datetime | None,
    *, is_lifted: bool = False,
) -> None:  # fmt: skip
    case, subject = assistance.case, str(assistance.pk)
    if wanted:
        open_task(case=case, by=by, at=at, kind=kind, subject=subject)
    else:
        end_unasked(case=case, by=by, at=at, kind=kind, done_at=done_at, subject=subject, is_lifted=is_lifted)


def _follow_report(assistance: Assistance, by: Officer, at: datetime) -> None:
    """Each report that the court directed waits until the court has it, or asks for it no more; where an
    officer of a local authority carries the order out, that officer reports (FAO-LA)."""
    case, own, is_ours = assistance.case, str(assistance.pk), not is_of_an_authority(assistance)
    to_come = reports_to_come(assistance) if is_ours else ()
    wanted = {f"{own}-{first_of(one)}": one for one in to_come}
    for subject, direction in wanted.items():
        open_task(case=case, by=by, at=at, kind=REPORTED, direction=direction, subject=subject)
    for task in open_tasks_of(case, [REPORTED]):
        if task.subject.partition("-")[0] == own and task.subject not in wanted:
            given = task.direction
            done_at = at if is_ours and (given is None or given.superseded_at is None) else None
            end_unasked(case=case, by=by, at=at, kind=REPORTED, done_at=done_at, subject=task.subject)


def _unconsented(assistance: Assistance) -> list[Party]:
    """A sealed order without our record of a consent is taken as made; somebody finds out, until the adult
    has answered, whatever the answer says and of whichever day it is (FAO-CONSENT)."""
    if assistance.order is None or assistance.order.made_on is None:
        return []
    lacking = {dict(found.facts)["person"] for found in lack_of_consent(assistance)}
    answered = consents_of(assistance)
    named = [one.party for one in named_in(assistance) if one.party and one.party.pk not in answered]
    return [one for one in named if f"party:{one.pk}" in lacking]


def _follow_addresses(
    assistance: Assistance, by: Officer, at: datetime, moved_now: Collection[Party]
) -> None:  # fmt: skip
    """A new address of whoever must tell it is looked at once, unless the court asks for it no more."""
    bound = {one.party_id for one in live_directions(assistance) if one.kind == ADDRESS_DIRECTED}
    _hold_each(assistance, by, at, ADDRESS, moved_now, addresses_seen(assistance), bound)


def _hold_each(
    assistance: Assistance, by: Officer, at: datetime, kind: str, wanted: Collection[Party],
    done_at: Mapping[int, datetime], bound: Collection[int | None] = (None,),
) -> None:  # fmt: skip
    """Holds a task about each of some adults, and ends it about every other whom the order named; where the
    court binds an adult no more (`bound`, None for everybody), it has taken that back."""
    case, subject = assistance.case, str(assistance.pk)
    for one in wanted:
        open_task(case=case, by=by, at=at, kind=kind, party=one, subject=subject)
    keys = {one.pk for one in wanted}
    for task in open_tasks_of(case, [kind]):
        if task.subject == subject and task.party is not None and task.party.pk not in keys:
            end_unasked(
                case=case, by=by, at=at, kind=kind, done_at=done_at.get(task.party.pk), party=task.party,
                subject=subject, is_lifted=not {None, task.party.pk} & set(bound),
            )  # fmt: skip
