"""The pages on which danger is recorded, told, written, sent and answered, as officers have them."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from lles.casefile.changes.conversations import record_conversation
from lles.casefile.drafts import latest
from lles.casefile.models import Case, CheckAnswer, Disclosure, Officer, Party, Sighting, Task
from lles.casefile.tests.pages import client_of, day, fill, said, send, statements, summary_of, text_of
from lles.work.urgent_referral.changes.opening import Body, Danger, refer_to_another, see_danger
from lles.work.urgent_referral.changes.telling import tell_by_telephone
from lles.work.urgent_referral.models import Recipient, Referral, Written
from lles.work.urgent_referral.queries.facts import answer_of
from lles.work.urgent_referral.tests.conftest import COUNCIL, LEARNT

TODAY = datetime.now().astimezone().date()
TYPED = {
    "learnt": LEARNT, "language_of_words": "cy", "harm": ["physical"], "children_safe": "not_safe",
    "adults_safe": "unknown", "local_authority": "wrexham", "hour": "0:01", "seen_in": "call",
    **day("on", TODAY),
}  # fmt: skip


def now_page(case: Case, seen: str = "case") -> str:
    return f"/cases/{case.reference}/danger/now/{seen}/"


@pytest.mark.parametrize(("language", "words"), [("en", "Danger now"), ("cy", "Perygl nawr")])
def test_every_page_of_a_case_offers_it_to_who_works_there_and_to_nobody_else(
    case: Case, own: Officer, officer_with: Callable[..., Officer], language: str, words: str
) -> None:
    auditor = client_of(officer_with("auditor"), language)
    for page in (
        "",
        "people/",
        "timeline/",
        "tasks/",
        "checks/",
        "conversations/",
        "meetings/",
        "documents/",
    ):
        path = f"/cases/{case.reference}/{page}"
        assert words in text_of(client_of(own, language), path), page
        assert words not in text_of(auditor, path), page


def test_in_the_middle_of_a_call_what_was_typed_is_saved_first(
    case: Case, own: Officer, mother: Party
) -> None:
    client, call = client_of(own), f"/cases/{case.reference}/conversations/{mother.pk}/"
    page = text_of(client, call)
    leads_to = now_page(case, f"call-{mother.pk}")
    assert f'form="page-form" name="draft-save" value="{leads_to}"' in page
    mark = page.split('name="draft-of" value="')[1].split('"')[0]
    typed = {"draft-of": mark, "draft-revision": "0", "words-0": "He is outside."}
    answer = client.post(call, {**typed, "draft-save": leads_to})
    assert answer["Location"] == leads_to
    draft = latest(by=own, kind="conversation", subject=str(mother.pk), case=case)
    assert draft is not None
    assert draft.content["words-0"] == ["He is outside."]
    opened = text_of(client, leads_to)
    assert 'value="call" checked' in " ".join(opened.split())
    assert f'<option value="{mother.pk}" selected>' in opened


def test_two_calls_of_one_day_are_told_apart_by_their_hour(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    for hours in (0, 2):
        record_conversation(
            case=case, by=own, at=now + timedelta(hours=3), party=mother, outcome="spoke",
            began_at=now + timedelta(hours=hours),
        )  # fmt: skip
    for language, on in (("en", "Wednesday 4 March 2026"), ("cy", "dydd Mercher 4 Mawrth 2026")):
        page = text_of(client_of(own, language), now_page(case))
        assert [f"Siân Morris, {on}, {hour}" in page for hour in ("9:30am", "11:30am")] == [True, True]


def test_a_saved_draft_leads_nowhere_that_the_page_does_not_offer(
    case: Case, own: Officer, mother: Party
) -> None:
    client, call = client_of(own), f"/cases/{case.reference}/conversations/{mother.pk}/"
    mark = text_of(client, call).split('name="draft-of" value="')[1].split('"')[0]
    answer = client.post(
        call, {"draft-of": mark, "draft-revision": "0", "draft-save": "https://example.org/"}
    )
    assert answer["Location"] == call


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_says_what_is_missing_and_loses_nothing(case: Case, own: Officer, language: str) -> None:
    client, page = client_of(own, language), now_page(case)
    answer = fill(client, page, learnt=LEARNT, hour="11pm", **day("on", TODAY))
    assert answer.status_code == 200
    assert summary_of(answer).count("<li>") >= 6
    assert LEARNT in said(answer)
    everything = {**TYPED, "children": [str(child.pk) for child in case.children.all()]}
    nobody = fill(client, page, **{**everything, "local_authority": ""})
    assert nobody.status_code == 200
    assert summary_of(nobody).count("<li>") == 1
    assert not Referral.objects.exists()


def recorded(client: Client, case: Case, **more: object) -> Referral:
    children = [str(child.pk) for child in case.children.all()]
    answer = fill(client, now_page(case), **{**TYPED, "children": children, **more})
    referral = Referral.objects.get()
    assert answer["Location"] == f"/cases/{case.reference}/danger/{referral.pk}/"
    return referral


def test_from_seen_to_answered(case: Case, own: Officer, mother: Party) -> None:
    client = client_of(own)
    referral = recorded(client, case, party=str(mother.pk))
    to, here = referral.recipients.get(), f"/cases/{case.reference}/danger/{referral.pk}/"
    body = f"/cases/{case.reference}/danger/bodies/{to.pk}/"
    assert "Tell them by" in text_of(client, here)
    assert LEARNT in text_of(client, here)
    when = {"hour": "0:02", **day("on", TODAY)}
    assert fill(client, f"{body}telephone/", whom="The duty worker", **when).status_code == 302
    assert "Every body that was named has been told" in text_of(client, here)
    assert client.get(f"{body}sent/").status_code == 404  # nothing is written yet
    owner = f"party:{mother.pk}"
    writes = fill(client, f"{body}write/", details=[f"{owner}.address"], why="To go.", why_language="en")
    assert writes.status_code == 302
    opened = client.post(f"/cases/{case.reference}/danger/written/{Written.objects.get(language='en').pk}/")
    assert opened["Content-Type"] == "application/pdf"
    assert opened["Content-Disposition"] == 'attachment; filename="local_authority.en.pdf"'
    sends = fill(client, f"{body}sent/", way="secure_email", sent_to="The front door", **when)
    assert sends.status_code == 302
    assert fill(client, f"{body}acknowledged/", reference="W-77", **when).status_code == 302
    reply = {"decision": "strategy", "words": "Today at four.", "language_of_words": "en"}
    assert fill(client, f"{body}reply/", **reply, **when).status_code == 302
    text = text_of(client, here)
    assert all(words in text for words in ("W-77", "A strategy discussion is held", "Today at four."))
    assert fill(client, f"{here}close/", outcome="taken_over").status_code == 302
    assert "they have taken it on" in text_of(client, f"/cases/{case.reference}/danger/")


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Nobody has been told yet"), ("cy", "Nid oes neb wedi")]
)
def test_it_stands_on_top_of_the_case_and_first_on_today(
    case: Case, own: Officer, referral: Referral, language: str, words: str
) -> None:
    client = client_of(own, language)
    Task.objects.create(case=case, kind="safeguarding.letter", opened_at=referral.at, due_on="2026-01-01")
    assert words in text_of(client, f"/cases/{case.reference}/people/")
    today = text_of(client, "/")
    lines = [line.split("<")[0] for line in today.split('class="lles-task__title">')[1:]]
    assert lines[0].startswith(("Danger now", "Perygl nawr"))


def test_the_manager_has_it_on_today_and_says_that_they_read_it(
    case: Case, manager: Officer, referral: Referral
) -> None:
    client = client_of(manager)
    assert "Danger was seen" in text_of(client, "/")
    assert client.post(f"/cases/{case.reference}/danger/{referral.pk}/read/").status_code == 302
    assert "Danger was seen" not in text_of(client, "/")
    assert f"{manager.name}," in text_of(client, f"/cases/{case.reference}/danger/{referral.pk}/")


def test_a_case_that_nobody_has_shows_it_to_whoever_works_there(
    case: Case, manager: Officer, referral: Referral
) -> None:
    assert "Danger now: tell" not in text_of(client_of(manager), "/")
    Case.objects.filter(pk=case.pk).update(officer=None)
    assert "Danger now: tell" in text_of(client_of(manager), "/")


def test_words_that_tell_a_place_open_on_purpose_and_to_nobody_who_only_sees(
    case: Case, own: Officer, officer_with: Callable[..., Officer], now: datetime, danger: Danger
) -> None:
    placed = Danger(**{**vars(danger), "learnt": "She is at 7 Heol y Dŵr, LL11 1ZZ."})
    referral = see_danger(case=case, by=own, at=now, danger=placed, bodies=[COUNCIL])
    here = f"/cases/{case.reference}/danger/{referral.pk}/"
    assert "Heol y Dŵr" not in text_of(client_of(own), here)
    opened = client_of(own).post(f"{here}words/")
    assert "Heol y Dŵr" in said(opened)
    assert Sighting.objects.filter(what=f"location:referral:{referral.pk}", officer=own).count() == 1
    auditor = client_of(officer_with("auditor"))
    assert "for those who work on the case" in text_of(auditor, here)
    assert auditor.post(f"{here}words/").status_code == 403


def test_whom_somebody_spoke_to_tells_no_place_unasked(
    case: Case, own: Officer, now: datetime, referral: Referral, council: Recipient
) -> None:
    placed, here = "The neighbour at 7 Heol y Dŵr", f"/cases/{case.reference}/danger/{referral.pk}/"
    tell_by_telephone(case=case, by=own, at=now, recipient=council, whom=placed, told_at=now)
    assert "Heol y Dŵr" not in text_of(client_of(own), here)
    assert placed in said(client_of(own).post(here, {"open-words": "yes"}))


def test_the_gate_says_where_a_detail_stands_and_the_words_are_still_there(
    case: Case, own: Officer, council: Recipient, mother: Party
) -> None:
    page = f"/cases/{case.reference}/danger/bodies/{council.pk}/write/"
    typed = {"details": [f"party:{mother.pk}.phone"], "why": "Go to LL11 1ZZ.", "why_language": "en"}
    answer = fill(client_of(own), page, **typed)
    assert answer.status_code == 409
    assert "postcode" in said(answer)
    assert "Go to LL11 1ZZ." in said(answer)
    assert not Disclosure.objects.filter(basis="protecting_children").exists()
    in_welsh = said(fill(client_of(own, "cy"), page, **typed))
    reasons = re.findall(r"<li>([^<]*cod post[^<]*)</li>", in_welsh)
    assert reasons
    assert len(set(reasons)) == len(reasons)
    assert all("tudalen 1" in one for one in reasons)


def test_the_answer_on_whose_page_it_was_seen_is_tied_to_it(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    check = case.checks.create(party=father, kind="police", body="north-wales", opened_at=now)
    answer = CheckAnswer.objects.create(asked=check, received_on=now.date(), by=own, at=now)
    client, page = client_of(own), now_page(case, f"answer-{check.pk}")
    assert '<option value="north-wales" selected>' in text_of(client, page)
    children = [str(child.pk) for child in case.children.all()]
    fill(client, page, **{**TYPED, "children": children, "seen_in": "answer"})
    assert (Referral.objects.get().asked, Referral.objects.get().answer) == (check, answer)


@pytest.mark.parametrize(("language", "not_yet"), [("en", "not recorded yet"), ("cy", "heb ei gofnodi eto")])
def test_the_answer_that_was_being_recorded_is_tied_to_it_once_it_is(
    case: Case, own: Officer, father: Party, now: datetime, language: str, not_yet: str
) -> None:
    check = case.checks.create(party=father, kind="police", body="north-wales", opened_at=now)
    CheckAnswer.objects.create(asked=check, received_on=now.date(), by=own, at=now)  # says nothing of danger
    client, leads_to = client_of(own, language), now_page(case, f"answer-{check.pk}")
    page = f"/cases/{case.reference}/checks/{check.pk}/answer/"
    mark = text_of(client, page).split('name="draft-of" value="')[1].split('"')[0]
    typed = {"draft-of": mark, "draft-revision": "0", "as_received-0": "He has a knife."}
    assert client.post(page, {**typed, "draft-save": leads_to})["Location"] == leads_to
    children = [str(child.pk) for child in case.children.all()]
    fill(client, leads_to, **{**TYPED, "children": children, "seen_in": "answer"})
    referral = Referral.objects.get()
    assert (referral.asked, answer_of(referral)) == (check, None)
    here = f"/cases/{case.reference}/danger/{referral.pk}/"
    assert not_yet in text_of(client, here)
    later = CheckAnswer.objects.create(asked=check, received_on=TODAY, by=own, at=timezone.now())
    assert answer_of(referral) == later
    assert not_yet not in text_of(client, here)


@pytest.mark.parametrize(("page", "most"), [("", 8), ("now/case/", 12), ("{pk}/", 14)])
def test_more_bodies_and_referrals_ask_no_more_of_the_database(
    case: Case, own: Officer, referral: Referral, danger: Danger, now: datetime, page: str, most: int
) -> None:
    client, path = client_of(own), f"/cases/{case.reference}/danger/{page.format(pk=referral.pk)}"
    text_of(client, path)
    with statements() as few:
        text_of(client, path)
    refer_to_another(case=case, by=own, at=now, referral=referral, body=Body("police", "cheshire"))
    see_danger(case=case, by=own, at=now, danger=danger, bodies=[COUNCIL])
    with statements() as many:
        text_of(client, path)
    assert len(many) == len(few) <= most, "\n".join(many)


def test_a_page_of_another_place_or_of_no_referral_is_not_there(case: Case, own: Officer) -> None:
    client = client_of(own)
    assert client.get(now_page(case, "nowhere-7")).status_code == 200  # it only fills in less
    for path in ("999/", "999/close/", "bodies/999/write/"):
        assert client.get(f"/cases/{case.reference}/danger/{path}").status_code == 404
    assert send(client, f"/cases/{case.reference}/danger/bodies/999/again/", {}).status_code == 404


@pytest.mark.parametrize(
    ("language", "not_closed", "nothing"),
    [
        ("en", "No task is open now, but this is not closed:", "Nothing has to happen now"),
        ("cy", "Nid oes tasg ar agor nawr, ond nid yw hyn wedi ei gau:", "Nid oes dim i'w wneud nawr"),
    ],
)
def test_an_open_danger_without_a_task_is_not_nothing(
    case: Case, own: Officer, referral: Referral, now: datetime, language: str, not_closed: str, nothing: str
) -> None:
    Task.objects.filter(case=case).update(ended_at=now)
    for page in ("", "tasks/"):
        text = text_of(client_of(own, language), f"/cases/{case.reference}/{page}")
        assert not_closed in text
        assert nothing not in text
