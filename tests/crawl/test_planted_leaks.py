"""The crawl can fail: each leak planted here is caught, wherever it stands and however it is written."""

import logging
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any
from urllib.parse import quote

import pikepdf
import pytest
from django.http import HttpResponse
from django.utils import timezone

from lles.casefile import gate
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.changes.due_days import the_service
from lles.casefile.gate import Released
from lles.casefile.models import Case, Filing
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.timeline import says, write
from lles.casefile.views import sight
from lles.casefile.views.changing import ChangeView
from lles.law.bilingual import Language, Text
from lles.links.court.client import CourtService
from lles.links.court.errors import CourtRefused
from lles.links.court.standin import StandIn
from lles.work.meetings.changes import plan_meeting
from lles.work.safeguarding.queries import letter_record
from lles.work.safeguarding.queries.concerns import Said
from lles.work.urgent_referral.changes.opening import Body, refer_to_another
from lles.work.urgent_referral.changes.writing import write_referral
from lles.work.urgent_referral.models import Referral
from lles.work.urgent_referral.rules.referral_facts import TypedWords
from tests.crawl.canary import EMAIL, HOME, PHONE, found_in
from tests.crawl.cast import BY_NAME, officer
from tests.crawl.crawl import crawl
from tests.crawl.ground import Ground, listen, patient

Plant = Callable[[pytest.MonkeyPatch, Ground], None]
PREVIEW, PEOPLE, SUMMARY = "safeguarding:preview", "casefile:people", "casefile:case"


def _every_page(patch: pytest.MonkeyPatch, change: Callable[[HttpResponse], None]) -> None:
    whole = sight.CaseView.show

    def show(view: sight.CaseView, *words: Any, **context: Any) -> HttpResponse:
        answer = whole(view, *words, **context)
        change(answer)
        return answer

    patch.setattr(sight.CaseView, "show", show)


def _adds(text: str) -> Plant:
    def plant(patch: pytest.MonkeyPatch, ground: Ground) -> None:
        def change(answer: HttpResponse) -> None:
            answer.content += text.encode()

        _every_page(patch, change)

    return plant


def _a_header(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    _every_page(patch, lambda answer: answer.headers.__setitem__("X-Case", quote(HOME.postcode)))


def _a_cookie(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    _every_page(patch, lambda answer: answer.set_cookie("last", PHONE.replace(" ", "")))


def _a_log_line(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    _every_page(patch, lambda answer: logging.getLogger("lles").debug("shown: %s", PHONE))


def _a_traceback(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    def fails(*words: object, **more: object) -> None:
        raise ValueError(HOME.street)

    patch.setattr("lles.casefile.views.people.people_of", fails)


def _a_line_of_the_timeline(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    said = says("allocated", officer=HOME.in_one_line())
    write(said, case=ground.case("own"), subject="", by=the_service(), at=timezone.now())


def _words_that_never_close(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    patch.setattr(ClosedWords, "__call__", lambda closed, *texts: False)
    case, at = ground.case("own"), timezone.now()
    plan_meeting(
        case=case, by=officer("own"), at=at, party=case.parties.get(role="applicant"), way="video",
        starts_at=at, language="cy", reasons={"JUR-HOURS": f"By day she is out of {HOME.street}."},
    )  # fmt: skip


def _a_note_in_welsh_alone(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    note = Text(en="Nothing.", cy=f"Mae'n byw yn {HOME.street}.")
    patch.setattr("lles.casefile.views.case.register.notes", lambda case: [note])


def _an_address_to_go_to(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    patch.setattr(ChangeView, "after", lambda view: f"/?near={quote(HOME.postcode)}")


def _what_is_said_after_a_change(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    patch.setattr(ChangeView, "recorded", lambda view: f"Sent to {EMAIL.upper()}")


def _as_said(case: Case, said: Sequence[Said]) -> dict[int, str]:
    """What was said, without a mark in place of a detail."""
    return {one.number: one.words for one in said}


def _the_gate_asleep(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    patch.setattr(gate, "refusals", lambda case, made, readings=None: ())
    patch.setattr(letter_record, "marked_words", _as_said)
    case = ground.case("own")
    record_conversation(
        case=case, by=officer("own"), at=timezone.now(), party=case.parties.get(role="applicant"),
        began_at=timezone.now(), outcome="spoke", concerns=(Words(f"She lives in {HOME.street}.", "en"),),
    )  # fmt: skip


def _the_gate_to_the_police_asleep(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    patch.setattr(gate, "_beyond", lambda case, made, chosen: iter(()))
    case, own, at = ground.case("own"), officer("own"), timezone.now()
    to = refer_to_another(
        case=case, by=own, at=at, referral=Referral.objects.filter(case=case)[0],
        body=Body("police", "cheshire"),
    )  # fmt: skip
    write_referral(
        case=case, by=own, at=at, recipient=to, details=[], why=TypedWords(f"Go to {HOME.street}.", "en")
    )


def _danger_that_never_closes(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    patch.setattr("lles.work.urgent_referral.queries.pages.holds_protected", lambda case, text: False)


def _after_the_gate(change: Callable[[Released], Released]) -> Plant:
    def plant(patch: pytest.MonkeyPatch, ground: Ground) -> None:
        whole = sight.pdf_response
        patch.setattr(
            "lles.work.safeguarding.views.writing.pdf_response",
            lambda released, *, inline: whole(change(released), inline=inline),
        )

    return plant


def _pdf(released: Released, change: Callable[[pikepdf.Pdf], None]) -> Released:
    written = BytesIO()
    with pikepdf.open(BytesIO(released.made.content)) as pdf:
        change(pdf)
        pdf.save(written)
    return replace(released, made=replace(released.made, content=written.getvalue()))


def _metadata(released: Released) -> Released:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Subject"] = HOME.in_one_line()

    return _pdf(released, change)


def _attachment(released: Released) -> Released:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["notes.txt"] = f"ring {PHONE}".encode()

    return _pdf(released, change)


def _file_name(released: Released) -> Released:
    return replace(released, made=replace(released.made, reader=f"to {HOME.postcode}"))


def _an_opening_that_nobody_records(patch: pytest.MonkeyPatch, ground: Ground) -> None:
    patch.setattr(sight.CaseView, "record_sight", lambda view, what: None)


LEAKS: dict[str, tuple[Plant, str, str, Language]] = {
    "text of a page": (_adds(f"<p>{HOME.in_one_line()}</p>"), "own", PEOPLE, "en"),
    "hidden attribute": (_adds("<i data-x='Rhodfa&#39;r Ehedydd &#372;yllt'>"), "auditor", SUMMARY, "cy"),
    "data for a script": (_adds('{"home": "Ehedydd \\u0174yllt"}'), "manager", SUMMARY, "en"),
    "picture of data": (_adds(b64encode(f"data:{EMAIL}".encode()).decode()), "clerk", SUMMARY, "en"),
    "header": (_a_header, "head", SUMMARY, "en"),
    "cookie": (_a_cookie, "own", PEOPLE, "cy"),
    "line of a log": (_a_log_line, "intake", PEOPLE, "en"),
    "traceback": (_a_traceback, "own", PEOPLE, "en"),
    "line of the timeline": (_a_line_of_the_timeline, "auditor", "casefile:timeline", "cy"),
    "reason on the timeline": (_words_that_never_close, "auditor", "casefile:timeline", "en"),
    "Welsh alone": (_a_note_in_welsh_alone, "supervisor", SUMMARY, "cy"),
    "address to go to": (_an_address_to_go_to, "clerk", "casefile:language", "cy"),
    "what is said after a change": (_what_is_said_after_a_change, "clerk", "casefile:receipt", "cy"),
    "letter through a gate asleep": (_the_gate_asleep, "own", PREVIEW, "cy"),
    "referral through a gate asleep": (
        _the_gate_to_the_police_asleep,
        "own",
        "urgent_referral:written",
        "cy",
    ),
    "words of a danger": (_danger_that_never_closes, "own", "urgent_referral:referral", "en"),
    "metadata of a letter": (_after_the_gate(_metadata), "own", PREVIEW, "cy"),
    "attachment of a letter": (_after_the_gate(_attachment), "own", PREVIEW, "cy"),
    "name of a file": (_after_the_gate(_file_name), "own", PREVIEW, "cy"),
    "opening that nobody records": (_an_opening_that_nobody_records, "own", "casefile:details", "en"),
}


@pytest.mark.parametrize("name", LEAKS)
def test_it_catches(name: str, ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    plant, viewer, route, language = LEAKS[name]
    plant(monkeypatch, ground)
    assert list(crawl(ground, [BY_NAME[viewer]], [language], [route], afresh=True))


def test_it_catches_what_reaches_the_court(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    filing = Filing.objects.filter(document__case=ground.case("filed")).latest("pk")
    monkeypatch.setattr(gate, "refusals", lambda case, made, readings=None: ())
    heard: list[bytes] = []
    with StandIn() as court, CourtService(patient(court)) as service:
        listen(court, heard)
        with pytest.raises(CourtRefused):
            gate.send_to_court(filing, service, f"{HOME.postcode}.pdf")
    assert [call for call in heard if found_in(call)]
