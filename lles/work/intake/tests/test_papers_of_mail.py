"""What kind of paper a file of a message becomes when it is keyed."""

from datetime import datetime

import pytest

from lles.casefile.models import Case, Officer, ReceivedFile
from lles.casefile.tests.pages import client_of, text_of
from lles.work.intake.changes.settle import record_keyed
from lles.work.intake.models import Arrival
from lles.work.intake.tests.test_mail import intake, waiting

__all__ = ["intake", "waiting"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("C8.pdf", "contact_details"),
        ("ffurflen_c8_mam.pdf", "contact_details"),
        ("form c-8 signed.pdf", "contact_details"),
        ("FormC8.pdf", "contact_details"),
        ("c8form.pdf", "contact_details"),
        ("ffurflenC8.pdf", "contact_details"),
        ("C8W.pdf", "contact_details"),
        ("C100.pdf", "application"),
        ("C80 order.pdf", "application"),
        ("abc8.pdf", "application"),
    ],
)
def test_the_form_that_keeps_contact_details_from_the_other_party_is_called_what_it_is(
    waiting: Arrival, intake: Officer, case: Case, own: Officer, now: datetime, name: str, kind: str
) -> None:
    ReceivedFile.objects.update(name=name)
    record_keyed(case=case, by=intake, at=now, arrival=waiting)
    assert case.received_papers.get().kind == kind
    page = text_of(client_of(own), f"/cases/{case.reference}/documents/")
    assert ("Nobody else in the case may see it." in page) == (kind == "contact_details")
