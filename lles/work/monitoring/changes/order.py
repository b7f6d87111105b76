"""A monitoring order: that it was made, and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.directions import Directed, bring_to, left_out, taken_up
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.gate import holds_protected
from lles.casefile.models import Case, Officer, Order, Party
from lles.casefile.queries.directions import called
from lles.casefile.queries.readers import nation_of_officers
from lles.casefile.rules.directions import nothing_directed_is_taken_back_unsaid
from lles.casefile.rules.whereabouts import what_all_read_names_no_protected_place
from lles.casefile.timeline import Said, Word, says
from lles.law.findings import Finding, Weight
from lles.law.order_clock import OrderFacts
from lles.work.monitoring import rules
from lles.work.monitoring.changes.tasks import follow
from lles.work.monitoring.models import CourtAnswer, MonitoredPerson, Monitoring, Provision
from lles.work.monitoring.queries.facts import (
    Request,
    as_monitored,
    is_of_the_feed,
    live_directions,
    provisions_of,
    request_findings,
)
from lles.work.monitoring.queries.period import is_never_in_effect, period_of


@dataclass(frozen=True)
class Provided:
    """One provision that is monitored: its kind, and its words; where it is one that stands, put right, the
    number it has."""

    kind: str
    words: str
    number: int | None = None


@dataclass(frozen=True)
class Naming:
    """Somebody whom the court asks to be monitored, by which limb, and whether steps are ordered of them."""

    party: Party
    limb: str
    takes_steps: bool = False


@dataclass(frozen=True)
class Terms:
    """What the order says: what is monitored, of whom, how long, and what is reported when and how."""

    provisions: Sequence[Provided]
    people: Sequence[Naming]
    request: Request
    starts_on: date | None = None
    months: int | None = None
    ends_on: date | None = None
    as_sealed: bool = False
    directs: Sequence[Directed] = ()
    report_within: int | None = None
    report_unit: str = ""
    report_way: str = ""
    asks: str = ""
    language: str = "en"


@change(needs=Verb.WORK)
def order_was_made(*, case: Case, by: Officer, at: datetime, order: Order) -> Done[Monitoring]:
    """The court made a monitoring order: its work begins."""
    monitoring = Monitoring(case=case, order=order, begun_at=at)
    monitoring.as_sealed = is_of_the_feed(monitoring)
    monitoring.save()
    follow(monitoring, by, at)
    known = taken_up(live_directions(monitoring))
    if order.made_on is None:
        return Done(monitoring, says("monitoring_made_on_no_day"), known)
    return Done(monitoring, says("monitoring_made", made_on=order.made_on), known)


def _terms_findings(*, case: Case, monitoring: Monitoring, terms: Terms, **_: object) -> tuple[Finding, ...]:
    """What stands against the order as it is entered; what a sealed order says is kept, with a reason."""
    words = "\n".join([*(one.words for one in terms.provisions), terms.asks])
    closed = what_all_read_names_no_protected_place(holds_protected(case, words))
    made_on = monitoring.order.made_on
    dropped = left_out(live_directions(monitoring), terms.directs)
    found = [*nothing_directed_is_taken_back_unsaid([called(one) for one in dropped])]
    if made_on is not None:
        facts = OrderFacts(
            made_on, terms.starts_on, terms.months, terms.ends_on, terms.as_sealed, nation_of_officers(case)
        )
        clock = rules.monitoring_clock(facts)
        people = tuple(
            as_monitored(one.party, one.limb, one.takes_steps, made_on, clock.ends_on) for one in terms.people
        )
        kinds = [one.kind for one in terms.provisions]
        found += [one for one in clock.findings if one.weight is not Weight.NOTES]
        request = replace(terms.request, is_sealed=terms.as_sealed)
        found += request_findings(case, request, kinds, people, made_on)
    if terms.as_sealed:
        found = [replace(one, weight=Weight.WARNS) if one.bars else one for one in found]
    return (*found, *((closed,) if closed else ()))


@change(needs=Verb.WORK, weighs=_terms_findings)
def record_terms(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    monitoring: Monitoring,
    terms: Terms,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[None]:
    """Records what the order says (MON-POWER, MON-TIMING, MON-WHO, MON-PERIOD); what the court wrote is kept,
    what is entered here is held to the statute."""
    monitoring.case = case
    for name in ("starts_on", "months", "ends_on", "as_sealed", "report_within", "report_unit", "report_way"):
        setattr(monitoring, name, getattr(terms, name))
    monitoring.asks = terms.asks
    for name in ("arrangements_on", "proceedings_ended_on", "by_consent", "is_excepted"):
        setattr(monitoring, name, getattr(terms.request, name))
    monitoring.language, monitoring.terms_at, monitoring.terms_by = terms.language, at, by
    monitoring.save()
    _provide(monitoring, terms, at)
    _name(monitoring, terms.people, at)
    announces = bring_to(monitoring.order, live_directions(monitoring), terms.directs, at)
    follow(monitoring, by, at)
    return Done(None, _line(monitoring, terms), announces)


def _provide(monitoring: Monitoring, terms: Terms, at: datetime) -> None:
    """One that stands and is put right keeps its number, and with it all that was said of it."""
    standing = {row.number: row for row in provisions_of(monitoring)}
    wanted = {(one.kind, one.words): one for one in terms.provisions}
    put_right = {one.number: one for one in wanted.values() if one.number in standing}
    new = [one for one in wanted.values() if one not in put_right.values()]
    for number, row in standing.items():
        same = next((one for one in new if (one.kind, one.words) == (row.kind, row.words)), None)
        if number in put_right:
            _put_right(row, put_right[number], terms.language)
        elif same is not None:
            new.remove(same)
        else:
            Provision.objects.filter(pk=row.pk).update(left_at=at)
    last = monitoring.provisions.count()
    for number, one in enumerate(new, start=last + 1):
        Provision.objects.create(
            monitoring=monitoring, number=number, kind=one.kind, words=one.words, language=terms.language,
            added_at=at,
        )  # fmt: skip


def _put_right(row: Provision, said: Provided, language: str) -> None:
    if (row.kind, row.words) != (said.kind, said.words):
        Provision.objects.filter(pk=row.pk).update(kind=said.kind, words=said.words, language=language)


def _name(monitoring: Monitoring, people: Sequence[Naming], at: datetime) -> None:
    wanted = {one.party.pk: one for one in people}
    for row in monitoring.people.filter(left_at=None):
        said = wanted.get(row.party_id)
        if said is not None and (said.limb, said.takes_steps) == (row.limb, row.takes_steps):
            del wanted[row.party_id]
        else:
            MonitoredPerson.objects.filter(pk=row.pk).update(left_at=at)
    for one in wanted.values():
        MonitoredPerson.objects.create(
            monitoring=monitoring, party=one.party, limb=one.limb, takes_steps=one.takes_steps, named_at=at
        )


def _line(monitoring: Monitoring, terms: Terms) -> Said:
    period = period_of(monitoring) if not is_never_in_effect(monitoring) else None
    runs = (says("monitoring_period", first=period[0], last=period[1]),) if period else ()
    people = tuple(
        says("monitoring_monitors", person=one.party.name, limb=Word(f"monitoring_limb.{one.limb}"))
        for one in terms.people
    )
    directs = tuple(says("monitoring_directs", kind=Word(f"direction.{one.kind}")) for one in terms.directs)
    return says("monitoring_terms", count=len(terms.provisions), more=(*runs, *people, *directs))


@change(needs=Verb.WORK)
def follow_orders(*, case: Case, by: Officer, at: datetime) -> Done[None]:
    """What an order directs was recorded elsewhere, or the court has a report: its tasks follow."""
    for monitoring in Monitoring.objects.filter(case=case).select_related("order"):
        monitoring.case = case
        follow(monitoring, by, at)
    return Done(None, None)


def _answer_findings(*, monitoring: Monitoring, answer: str, on: date, **_: object) -> tuple[Finding, ...]:
    made_on, last = monitoring.order.made_on, monitoring.answers.order_by("pk").last()
    found = [rules.court_decides_after_the_order_is_made(on, made_on)] if made_on else []
    if last is not None and CourtAnswer.ENDED in (last.answer, answer):
        found.append(rules.court_is_not_overtaken_by_an_earlier_answer(on, last.on))
    return tuple(one for one in found if one is not None)


@change(needs=Verb.WORK, weighs=_answer_findings)
def record_answer(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    monitoring: Monitoring,
    answer: str,
    on: date,
    words: str,
    language: str,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[CourtAnswer]:
    """Records what the court answered; only the court ends monitoring before its last day (MON-CONTINUE). An
    answer of an earlier day than the one that stands takes a reason (MON-DUTY)."""
    monitoring.case = case
    row = CourtAnswer.objects.create(
        monitoring=monitoring, answer=answer, on=on, words=words, language=language, by=by, at=at
    )
    follow(monitoring, by, at)
    return Done(row, says("monitoring_answered", answer=Word(f"monitoring_answer.{answer}"), on=on))
