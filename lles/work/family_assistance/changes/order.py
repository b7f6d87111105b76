"""A family assistance order: proposed, made, and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.directions import KEYED, Announced, Directed, bring_to, left_out, taken_up
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.models import Case, Child, Direction, Officer, Order, Party
from lles.casefile.queries.directions import called
from lles.casefile.queries.readers import nation_of_officers
from lles.casefile.rules.directions import nothing_directed_is_taken_back_unsaid
from lles.casefile.timeline import LONDON, Said, Word, says
from lles.law.findings import Finding
from lles.law.order_clock import OrderFacts
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.nothing import still_stands
from lles.work.family_assistance.changes.tasks import follow
from lles.work.family_assistance.models import Assistance, NamedOne
from lles.work.family_assistance.queries.counted import proposal_of
from lles.work.family_assistance.queries.facts import (
    ADDRESS,
    CONTACT,
    REPORT,
    VISITS,
    arrangements_in_force,
    clock_of,
    last_day_of,
    live_directions,
)
from lles.work.family_assistance.queries.findings import authority_by
from lles.work.family_assistance.rules import NamedPerson, Standing


@dataclass(frozen=True)
class Naming:
    """Somebody whom the order names, and what they are to the child."""

    standing: str
    party: Party | None = None
    child: Child | None = None

    def as_named(self) -> NamedPerson:
        """As the rules weigh it."""
        person = self.party or self.child
        assert person is not None
        owner = f"party:{person.pk}" if self.party else f"child:{person.pk}"
        return NamedPerson(owner, person.name, Standing(self.standing))


@dataclass(frozen=True)
class Terms:
    """What the order says: whom it names, which children it is about, who helps, how long, what it directs,
    and the child arrangements order beside it."""

    named: Sequence[Naming]
    supplier: str
    about: Sequence[Child] = ()
    authority: str = ""
    authority_name: str = ""
    authority_basis: str = ""
    months: int | None = None
    ends_on: date | None = None
    as_sealed: bool = False
    directs: Sequence[Directed] = field(default_factory=tuple)
    arrangements_from: date | None = None
    arrangements_to: date | None = None
    arrangements_say_time: bool = False


@change(needs=Verb.WORK)
def propose_assistance(*, case: Case, by: Officer, at: datetime, seen: int | None = None) -> Done[Assistance]:
    """Begins to weigh a family assistance order, before the court makes one; one proposal at a time."""
    if proposal_of(case) is not None:
        raise Stale(f"an order is proposed for {case} already")
    assistance = Assistance.objects.create(case=case, begun_at=at, begun_by=by)
    return Done(assistance, says("family_assistance_proposed"))


@change(needs=Verb.WORK)
def order_was_made(*, case: Case, by: Officer, at: datetime, order: Order) -> Done[Assistance]:
    """The court made the order: what is proposed now becomes the order, else its work begins with it, and
    nothing of a proposal that came to nothing goes into it (FAO-NOEXTEND). What the order itself says is read
    out of it either way; the proposal stands on that page as it was proposed."""
    is_imported = not order.court_key.startswith(KEYED)
    proposed = proposal_of(case) or Assistance(case=case, begun_at=at, begun_by=by)
    proposed.order, proposed.as_sealed, proposed.ends_on = order, is_imported, None
    proposed.terms_at, proposed.terms_by = None, None
    proposed.save()
    follow(proposed, by, at)
    known = taken_up(live_directions(proposed))
    if order.made_on is None:
        return Done(proposed, says("family_assistance_made_on_no_day"), known)
    return Done(proposed, says("family_assistance_made", made_on=order.made_on), known)


def _proposed_length(case: Case, terms: Terms, at: datetime) -> tuple[Finding, ...]:
    """What bars the length of an order that nobody has made, as if it were made today (FAO-DURATION-MAX)."""
    facts = OrderFacts(
        at.astimezone(LONDON).date(), None, terms.months, terms.ends_on, False, nation_of_officers(case)
    )
    return tuple(one for one in rules.family_assistance_clock(facts).findings if one.bars)


def _longer(assistance: Assistance, terms: Terms, made_on: date, ends_on: date | None) -> Finding | None:
    """A later last day than the one that was recorded: nobody extends an order here (FAO-NOEXTEND)."""
    before = clock_of(assistance) if assistance.terms_at else None
    if before is None or before.ends_on is None or ends_on is None:
        return None
    return rules.longer_help_needs_a_new_order(ends_on, made_on, before.ends_on, by_court=terms.as_sealed)


def _terms_findings(
    *, case: Case, at: datetime, assistance: Assistance, terms: Terms, **_: object
) -> tuple[Finding, ...]:
    order = assistance.order
    named = tuple(one.as_named() for one in terms.named)
    sealed = order is not None and terms.as_sealed
    people = rules.only_people_close_to_the_child_are_named(named, is_sealed=sealed)
    found = [*people, *_about_authority(terms, is_sealed=sealed), *_dropped(assistance, terms)]
    if order is None:
        return (*found, *_proposed_length(case, terms, at))
    if order.made_on is None:
        return tuple(found)
    facts = OrderFacts(
        order.made_on, None, terms.months, terms.ends_on, terms.as_sealed, nation_of_officers(case)
    )
    clock = rules.family_assistance_clock(facts)
    kinds = {one.kind for one in terms.directs}
    contact, section_8 = arrangements_in_force(
        terms.arrangements_from, terms.arrangements_to, say_time=terms.arrangements_say_time
    )
    help_ = rules.help_with_contact_needs_a_contact_provision_in_force(
        contact, order.made_on, clock.ends_on, is_sealed=sealed
    )
    report = rules.report_concerns_a_section_8_order_in_force(section_8, order.made_on)
    late = (
        rules.directed_report_comes_while_the_order_runs(one.due_on, clock.ends_on)
        for one in terms.directs
        if one.kind == REPORT
    )
    longer = _longer(assistance, terms, order.made_on, clock.ends_on)
    found += [*clock.findings, *(one for one in late if one), *([longer] if longer else [])]
    found += [help_] if CONTACT in kinds and help_ else []
    found += [report] if REPORT in kinds and report else []
    directed = tuple(
        NamedPerson(f"party:{one.party.pk}", one.party.name, Standing.OTHER)
        for one in terms.directs
        if one.kind in (ADDRESS, VISITS) and one.party
    )
    return (*found, *rules.people_named_tell_their_address_and_allow_visits(directed, named))


def _about_authority(terms: Terms, *, is_sealed: bool) -> tuple[Finding, ...]:
    if terms.supplier != Assistance.AUTHORITY:
        return ()
    authority = authority_by(terms.authority_name, terms.authority_basis)
    found = rules.authority_agrees_or_the_child_lives_in_its_area(authority, is_sealed=is_sealed)
    return (found,) if found else ()


@change(needs=Verb.WORK, weighs=_terms_findings)
def record_terms(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    assistance: Assistance,
    terms: Terms,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[None]:
    """Records what the order says, or would say: whom it names and as what, who helps, how long, what it
    directs (FAO-NAMED, FAO-OFFICER, FAO-LA, FAO-DURATION-MAX, FAO-CONTACT, FAO-REPORT, FAO-ADDRESS)."""
    still_stands(assistance)
    assistance.case = case
    for name in (
        "supplier", "authority", "authority_basis", "months", "ends_on", "as_sealed", "arrangements_from",
        "arrangements_to", "arrangements_say_time",
    ):  # fmt: skip
        setattr(assistance, name, getattr(terms, name))
    assistance.about = [one.pk for one in terms.about]
    assistance.terms_at, assistance.terms_by = at, by
    assistance.save()
    _name(assistance, terms.named, at)
    announces = _direct(assistance, terms, at)
    follow(assistance, by, at)
    return Done(None, _line(assistance, terms), announces)


def _direct(assistance: Assistance, terms: Terms, at: datetime) -> tuple[Announced, ...]:
    """Brings what is directed to what the order says; what bound all whom it names and binds some alone now
    is taken back, and directed of those."""
    if assistance.order is None:
        return ()
    live = live_directions(assistance)
    narrowed = _narrowed(live, terms)
    stands = [row for row in live if row not in narrowed]
    return (
        *bring_to(assistance.order, narrowed, (), at),
        *bring_to(assistance.order, stands, terms.directs, at),
    )


def _narrowed(live: Sequence[Direction], terms: Terms) -> list[Direction]:
    """What binds all whom the order names, and of which it says now that it binds some or nobody."""
    adults = {one.party.pk for one in terms.named if one.party}
    bound = {(one.kind, one.party.pk) for one in terms.directs if one.party}
    of_all = (row for row in live if row.kind in (ADDRESS, VISITS) and row.party_id is None)
    return [row for row in of_all if not {(row.kind, pk) for pk in adults} <= bound]


def _dropped(assistance: Assistance, terms: Terms) -> tuple[Finding, ...]:
    """What the court directed and the terms leave out (DIR-RECORD)."""
    live = live_directions(assistance)
    gone = dict.fromkeys((*_narrowed(live, terms), *left_out(live, terms.directs)))
    return nothing_directed_is_taken_back_unsaid([called(one) for one in gone])


def _name(assistance: Assistance, named: Sequence[Naming], at: datetime) -> None:
    wanted = {(one.party and one.party.pk, one.child and one.child.pk): one for one in named}
    for row in assistance.named.filter(left_at=None):
        said = wanted.get((row.party_id, row.child_id))
        if said is not None and said.standing == row.standing:
            del wanted[row.party_id, row.child_id]
        else:
            NamedOne.objects.filter(pk=row.pk).update(left_at=at)
    for one in wanted.values():
        NamedOne.objects.create(
            assistance=assistance, party=one.party, child=one.child, standing=one.standing, named_at=at
        )


def _line(assistance: Assistance, terms: Terms) -> Said:
    named = tuple(
        says(
            "family_assistance_names",
            person=one.as_named().name,
            standing=Word(f"family_standing.{one.standing}"),
        )
        for one in terms.named
    )
    about = tuple(says("family_assistance_about", child=one.name) for one in terms.about)
    last = last_day_of(assistance)
    runs = (says("family_assistance_last_day", last=last),) if last else ()
    directs = tuple(
        says("family_assistance_directs", kind=Word(f"direction.{kind}"))
        for kind in dict.fromkeys(one.kind for one in terms.directs)
    )
    return says(
        "family_assistance_terms",
        supplier=Word(f"family_supplier.{assistance.supplier}"),
        more=(*about, *runs, *named, *directs),
    )


@change(needs=Verb.WORK)
def follow_directions(*, case: Case, by: Officer, at: datetime) -> Done[None]:
    """What an order directs was recorded elsewhere: its tasks follow."""
    for assistance in Assistance.objects.filter(case=case).exclude(order=None).select_related("order"):
        assistance.case = case
        follow(assistance, by, at)
    return Done(None, None)
