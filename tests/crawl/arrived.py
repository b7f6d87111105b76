"""What else comes in on the ground of the crawl: without a number, by e-mail, keyed by hand."""

import json
from datetime import datetime
from email.message import EmailMessage

from django.utils import timezone

from lles.casefile import drafts
from lles.casefile.changes.due_days import the_service
from lles.casefile.models import Case
from lles.site.synthetic.odd import without_number
from lles.work.intake.changes.mail import take_message
from lles.work.intake.changes.registration import start_registration
from lles.work.intake.changes.settle import join_to_case
from lles.work.intake.changes.take import take_answer
from lles.work.intake.queries.registration import draft_kind
from tests.crawl.canary import EMAIL, HOME, PHONE
from tests.crawl.family import as_sent, hidden_family

HELD = 5


def hold(at: datetime) -> None:
    """The court sends an application without a number; it is held."""
    nameless = without_number(as_sent(hidden_family(HELD, timezone.localdate(at))))
    content = json.dumps({"total": 1, "cases": [nameless]}).encode()
    list(take_answer(content=content, source="test", by=the_service(), at=at))


def write_by_mail(at: datetime, joined: Case) -> None:
    """Two messages say where she is, in every part; one waits, one is put to a case."""
    for number in (1, 2):
        message = EmailMessage()
        message["Message-ID"], message["Subject"] = f"<{number}@example.org>", f"She is at {HOME.street}"
        message["From"] = f"{HOME.street} <{EMAIL}>"
        message.set_content(f"{HOME.in_one_line()}, {PHONE}")
        message.add_attachment(f"{HOME.in_one_line()}", filename=f"{HOME.postcode}.txt")
        taken = take_message(content=message.as_bytes(), source="test", by=the_service(), at=at)
    join_to_case(case=joined, by=the_service(), at=at, arrival=taken.arrival, words="It is hers.")


def key_by_hand(at: datetime) -> None:
    """Somebody types where she is on the pages of a registration."""
    registration = start_registration(by=the_service(), at=at)
    pages = {
        "harm": {"answer": ["yes"], "words": [f"He followed her to {HOME.street}."]},
        "child-1": {"first_name": ["Efa"]},
        "party-1": {"role": ["applicant"], "first_name": ["Siân"]},
        "party-1-where": {
            "address": [HOME.street],
            "postcode": [HOME.postcode],
            "phone": [PHONE],
            "email": [EMAIL],
        },
    }
    for name, content in pages.items():
        drafts.save(
            by=the_service(), at=at, kind=draft_kind(registration), subject=name, content=content,
            seen_revision=0, shared=True,
        )  # fmt: skip
