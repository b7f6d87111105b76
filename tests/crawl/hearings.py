"""Hearings of the ground of the crawl, of which what was said there says where she is."""

from datetime import datetime, timedelta

from lles.casefile.changes.court_duty import send_to_court
from lles.casefile.changes.hearings import list_hearing
from lles.casefile.models import Case
from lles.work.first_hearing.changes.hearings import Happened, record_hearing
from lles.work.first_hearing.rules.agreement import OwnWords
from lles.work.first_hearing.rules.arrangements import Arrangement
from tests.crawl.canary import EMAIL, HOME, PHONE
from tests.crawl.cast import officer


def sit(case: Case, at: datetime) -> None:
    """Two hearings were held: of one is recorded what was said, which says where she is; of the other
    nothing. A colleague was sent to the former on duty."""
    own, mother = officer("own"), case.parties.get(role="applicant")
    for days in (2, 1):
        on = at - timedelta(days=days)
        held = list_hearing(case=case, by=own, at=at, type_code="ABA5-DIR", starts_at=on, venue="")
    child = case.children.order_by("pk")[0]
    said = Happened(
        False, "en", {str(mother.pk): "spoken"}, advice=f"She lives at {HOME.in_one_line()}.",
        agreed=f"Write to {EMAIL}.", agreed_by=(mother.pk,),
        own_words=(OwnWords(mother.pk, f"Ring {PHONE} first.", "call"),), interim=f"Ring {PHONE}.",
        arrangements=(Arrangement("calls", (child.pk,), mother.pk, words=f"Ring {PHONE} at four."),),
    )  # fmt: skip
    reasons = dict.fromkeys(("DA-CONSENTORDER", "FH-AGREE"), "It is about writing alone.")
    record_hearing(case=case, by=own, at=at, hearing=held, happened=said, reasons=reasons)
    manager, sent = officer("manager"), officer("on-duty")
    send_to_court(case=case, by=manager, at=at - timedelta(days=2), hearing=held, to=sent)
