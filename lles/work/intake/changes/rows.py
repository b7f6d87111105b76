"""What a court said of a case, as rows of the casefile: only what was said, so that nothing known is wiped
out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from lles.casefile import register
from lles.casefile.models import Case
from lles.casefile.queries.cases import search_form
from lles.law.jurisdiction import Nation, Residence, nation_of_child
from lles.links.court.facts import CourtAddress, CourtCase, CourtChild, CourtHearing, CourtOrder, CourtParty

Values = dict[str, object]


@dataclass(frozen=True)
class Rows:
    """The rows of one case by their keys: what each field was said to be."""

    case: Values
    applications: dict[str, Values] = field(default_factory=dict)
    children: dict[str, Values] = field(default_factory=dict)
    parties: dict[str, Values] = field(default_factory=dict)
    hearings: dict[str, Values] = field(default_factory=dict)
    orders: dict[str, Values] = field(default_factory=dict)
    papers: dict[str, Values] = field(default_factory=dict)


def rows_of(said: CourtCase, today: date) -> Rows:
    """Every row that an answer speaks of."""
    return Rows(
        case=_said(
            family_man_number=clip(said.family_man_number, 40),
            court_code=clip(said.court_code, 20),
            court_name=clip(said.court_name, 200),
            court_region=clip(said.region, 40),
            court_state=clip(said.state, 80),
            court_changed_at=said.modified_at,
            submitted_on=said.submitted_on,
            issued_on=said.issued_on,
            known_to_local_authority=said.known_to_local_authority,
            public_law_proceedings=said.public_law_proceedings if said.service == Case.PRIVATE else None,
            harm_signals=[clip(signal, 300) for signal in said.harm_signals],
            interpreters=[_interpreter(need.parties, need.language) for need in said.interpreter_needs],
        ),
        applications={
            clip(kind, 60): _said(filed_on=said.submitted_on or said.issued_on) for kind in said.kinds
        },
        children={clip(c.key, 120): _child(c, said, today) for c in said.children if c.key},
        parties=_parties(said),
        hearings={clip(h.key, 80): _hearing(h) for h in said.hearings if h.key},
        orders={clip(o.key, 120): _order(o) for o in said.orders if o.key},
        papers={
            clip(p.key, 120): _said(
                name=clip(p.name, 400), category=clip(p.category, 120), dated_at=p.created_at
            )
            | {"restricted": p.restricted}
            | ({"state": "withdrawn"} if p.withdrawn else {})
            for p in said.papers
            if p.key
        },
    )


def as_heard(said: CourtCase) -> CourtCase:
    """An adoption says so by its jurisdiction or type of case alone: then that is what was asked for."""
    raw = said.raw if isinstance(said.raw, dict) else {}
    named = {
        str(raw.get(key, "")).strip().casefold() for key in ("jurisdiction", "case_type_id", "caseTypeId")
    }
    if not named & {"adoption", "a58"} or "adoption" in said.kinds:
        return said
    return replace(said, kinds=(*said.kinds, "adoption"))


def clip(text: str | None, most: int) -> str:
    """Text that a field can hold: no NUL, no more than its length; the whole stands in the ledger."""
    return (text or "").replace("\x00", "")[:most]


def _said(**fields: object) -> Values:
    return {name: value for name, value in fields.items() if value not in (None, "", [], ())}


def _interpreter(parties: tuple[str, ...], language: str) -> Values:
    return {"parties": list(parties), "language": clip(language, 100)}


def _child(child: CourtChild, said: CourtCase, today: date) -> Values:
    first, last, previous = (clip(t, 200) for t in (child.first_name, child.last_name, child.previous_name))
    nation = nation_of_child(residence_of(child, said), today)
    return _said(
        first_name=first,
        last_name=last,
        previous_name=previous,
        search_name=search_form(f"{first} {last} {previous}"),
        born_on=child.born_on,
        gender=clip(child.gender, 20),
        parental_responsibility=clip(child.parental_responsibility, 40),
        social_worker=clip(child.social_worker, 200),
        applied_for=[clip(kind, 60) for kind in child.kinds],
        language=child.language,
    ) | {
        "nation": nation.nation.value,
        "nation_provision": nation.provision,
        "nation_basis_en": clip(nation.basis.en, 300),
        "nation_basis_cy": clip(nation.basis.cy, 300),
    }


def residence_of(child: CourtChild, said: CourtCase) -> Residence:
    """What is said of where a child ordinarily lives; whoever keys it says the nation before an address."""
    stated = Nation(child.nation) if child.nation else None
    address = child.lives_with_address or next(
        (party.address for party in said.parties if party.key == child.lives_with_party), None
    )
    if address is None:
        address = _home_of_carers(child, said)
    if address is None:
        return Residence(stated=stated)
    return Residence(postcode=address.postcode or None, country=address.country or None, stated=stated)


def _home_of_carers(child: CourtChild, said: CourtCase) -> CourtAddress | None:
    carers = {r.party_key for r in said.relations if r.lives_with and r.child_key in (child.key, "")}
    homes = [party.address for party in said.parties if party.key in carers and party.address]
    return homes[0] if len({home.postcode for home in homes}) == 1 else None


def _parties(said: CourtCase) -> dict[str, Values]:
    numbers: dict[str, int] = {}
    rows: dict[str, Values] = {}
    for party in said.parties:
        if not party.key:
            continue
        numbers[party.role] = numbers.get(party.role, 0) + 1
        rows[clip(party.key, 120)] = _party(party) | {"role": party.role, "number": numbers[party.role]}
    return rows


def _party(party: CourtParty) -> Values:
    first, last, previous = (clip(t, 200) for t in (party.first_name, party.last_name, party.previous_name))
    return _said(
        first_name=first,
        last_name=last,
        previous_name=previous,
        search_name=search_form(f"{first} {last} {previous}"),
        born_on=party.born_on,
        gender=clip(party.gender, 20),
        is_organisation=party.is_organisation or None,
        represented=party.represented,
        lawyer_name=clip(party.lawyer_name, 200),
        lawyer_firm=clip(party.lawyer_firm, 200),
        address_known=party.address_known,
        address_unknown_reason=clip(party.address_unknown_reason, 40),
        language=party.language,
        language_asked_on=party.language_asked_on,
    ) | ({"address_unknown_reason": ""} if party.address_known and not party.address_unknown_reason else {})


def _hearing(hearing: CourtHearing) -> Values:
    days = hearing.days
    return _said(
        type_code=clip(hearing.type_code, 80),
        type_words=clip(hearing.type_words, 200),
        status=clip(hearing.status, 60),
        starts_at=days[0].starts_at if days else None,
        ends_at=(days[-1].ends_at or days[-1].starts_at) if days else None,
        venue=clip(days[0].venue, 200) if days else None,
        venue_code=clip(days[0].venue_code, 40) if days else None,
        days=[[day.starts_at.isoformat(), day.ends_at.isoformat() if day.ends_at else None] for day in days],
    ) | {"going_ahead": hearing.going_ahead}


def _order(order: CourtOrder) -> Values:
    return _said(
        code=clip(order.code, 80),
        kind=register.kind_of_order(order.code or ""),
        title=clip(order.title, 300),
        made_on=order.made_on,
        created_at=order.created_at,
        filing_due_on=order.filing_due_on,
        paper_key=clip(order.paper_key, 120),
        hearing_keys=list(order.hearing_keys),
    )


def kinds_directed(order: CourtOrder) -> Iterator[tuple[str, str]]:
    """Each report an order asks for: our kind, and the court's label."""
    labels = order.report_labels + ("",) * len(order.reports)
    return zip(order.reports, labels, strict=False)
