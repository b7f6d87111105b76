"""What was done under a monitoring order stays on its clock; a breach that no report was asked of is said."""

from collections.abc import Callable
from datetime import datetime

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.monitoring import rules
from lles.work.monitoring.models import Breach, Monitoring
from lles.work.monitoring.queries.pages import shown
from lles.work.monitoring.tests.test_documents import file

Record = Callable[..., Monitoring]


def rules_of(monitoring: Monitoring, now: datetime) -> list[tuple[str, str]]:
    """The days of the order by their rule and what they are."""
    again = Monitoring.objects.get(pk=monitoring.pk)
    return [(one.rule, one.what.en) for one in shown(again, now.date()).days]


def test_a_call_that_was_held_and_a_report_that_was_sealed_stay_on_the_clock(
    confirmed: Breach, own: Officer, now: datetime
) -> None:
    monitoring = confirmed.monitoring
    days = rules_of(monitoring, now)
    assert ("MON-METHOD", "Last call held: Gareth Bevan") in days
    assert ("MON-METHOD", "Last call held: Siân Morris") in days
    file(monitoring, own, now, "breach")
    assert ("MON-REPORT", "Report on non-compliance") in rules_of(monitoring, now)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_confirmed_breach_of_which_no_report_was_asked_is_said(
    confirmed: Breach, case: Case, own: Officer, now: datetime, language: str
) -> None:
    monitoring = confirmed.monitoring
    says = rules.monitoring_law()["MON-REPORT"].sentence("not_asked")
    said = says.cy if language == "cy" else says.en
    client, page = client_of(own, language), f"/cases/{case.reference}/monitoring/{monitoring.pk}/"
    asks = monitoring.order.directions.filter(kind="monitoring_breach_report")
    asks.update(superseded_at=now)
    assert said in text_of(client, page).replace("&#39;", "'")
    record_order(
        case=case, by=own, at=now, kind="", title="C21", made_on=now.date(),
        directions=(Directed("monitoring_breach_report"),),
    )  # fmt: skip
    assert said not in text_of(client, page).replace("&#39;", "'")


@pytest.mark.parametrize(
    ("waits", "is_asked", "is_said"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_it_is_noted_only_where_it_waits_and_nobody_asked(waits: bool, is_asked: bool, is_said: bool) -> None:
    found = rules.confirmed_breach_has_a_report_that_was_asked_for(waits, is_asked)
    assert (found is not None) is is_said
