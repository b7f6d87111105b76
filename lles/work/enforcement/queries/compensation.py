"""Compensation as it stands for each who lost, and what the rules say of it."""

from collections.abc import Sequence
from datetime import date

from lles.casefile.models import Party
from lles.law.findings import Finding
from lles.work.enforcement import rules
from lles.work.enforcement.models import Compensation, Enforcement
from lles.work.enforcement.queries.facts import ALLEGED, BREACH, alleged_of


def compensation_of(enforcement: Enforcement) -> Sequence[Compensation]:
    """Compensation as it stands for each who lost: the last row that was written of them."""
    rows = enforcement.compensation.select_related("party", "by").order_by("pk")
    return list({one.party_id: one for one in rows}.values())


def findings_of_compensation(enforcement: Enforcement, one: Compensation) -> tuple[Finding, ...]:
    """What the rules say of a compensation that is recorded (COMP-LOSS)."""
    loss = rules.compensation_is_asked_for_and_not_above_the_loss(one.loss, one.ordered or 0, one.has_applied)
    return (*loss, *against_compensation(enforcement, one.party, one.ordered_on))


def against_compensation(
    enforcement: Enforcement, party: Party, ordered_on: date | None
) -> tuple[Finding, ...]:
    """Against compensation for somebody, of a day: the person who pays is not the one who lost, it is not
    ordered before what it is for, and the bars of notice and age are those of an enforcement order."""
    own = rules.compensation_is_for_somebody_else(party.name, is_the_same=party.pk == enforcement.party_id)
    if ordered_on is None:
        return (own,) if own else ()
    breaches = [one for one in alleged_of(enforcement) if one.state in (ALLEGED, BREACH)]
    first = min((one.row.on for one in breaches), default=None)
    early = rules.compensation_comes_after_what_it_is_for(ordered_on, first, enforcement.issued_on)
    barred = dict.fromkeys(finding for one in breaches for finding in one.findings if finding.warns)
    return (*(one for one in (own, early) if one is not None), *barred)
