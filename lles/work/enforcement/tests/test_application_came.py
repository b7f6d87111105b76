"""An application to enforce that comes in opens its work: what it says is recorded, whatever is due."""

from datetime import datetime

import pytest

from lles.casefile.models import Case, Officer
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import client_of, text_of
from lles.work.enforcement.work import application_received


@pytest.mark.parametrize("event", [Event.APPLICATION_RECEIVED, Event.LATER_APPLICATION])
@pytest.mark.parametrize(
    ("kinds", "opens"),
    [(("enforcement",), True), (("child_arrangements", "specific_issue"), False), ((), False)],
)
def test_it_is_asked_what_the_application_says(
    case: Case, own: Officer, now: datetime, event: Event, kinds: tuple[str, ...], opens: bool
) -> None:
    application_received(Occasion(event, case, own, now, {"kinds": kinds}))
    assert case.enforcements.exists() is opens
    tasks = case.tasks.filter(kind="enforcement.application", ended_at=None)
    assert tasks.exists() is opens
    if opens:
        page = text_of(client_of(own), f"/cases/{case.reference}/enforcement/{case.enforcements.get().pk}/")
        assert "Record the application" in page
        assert "An application to enforce came in" in text_of(
            client_of(own), f"/cases/{case.reference}/timeline/"
        )
