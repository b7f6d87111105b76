"""The page of serving where something became protected meanwhile: who had it before, and what left."""

import html
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.urls import reverse

from lles.casefile.locations import ADDRESS, Detail, keep
from lles.casefile.models import Case, Officer, Party, Served, Serving
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.casefile.tests.test_serving_pages import page, serving

__all__ = ["page", "serving"]


def test_who_had_it_before_it_became_protected_is_recorded_by_somebody_who_files(
    page: str, serving: Serving, case: Case, own: Officer, father: Party, now: datetime,
    officer_with: Callable[..., Officer],
) -> None:  # fmt: skip
    keep(
        case,
        [Detail(f"party:{father.pk}", ADDRESS, ("The hearing is on", "9 April 2026"), True, "party")],
        now,
    )
    client, clerk = client_of(own), client_of(officer_with("intake_administrator"))
    assert "The person had it before this became protected" in text_of(client, page)
    assert "had it before" not in text_of(clerk, page)
    typed = {"way": "at_court", "clock": "9am"} | day("on", date(2026, 3, 5))
    assert "Say what was done" in fill(client, f"{page}?before", **typed).content.decode()
    done = "Gareth was warned by telephone."
    answer = fill(client, f"{page}?before", **typed, done=done)
    assert answer.status_code == 302, summary_of(answer)
    assert Served.objects.get().way == "at_court"
    assert done in text_of(client, f"/cases/{case.reference}/timeline/")
    assert not case.tasks.filter(kind="casefile.serve", ended_at=None).exists()


def test_who_protects_a_detail_is_told_what_holds_it_and_left_already(
    page: str, serving: Serving, case: Case, own: Officer, father: Party, now: datetime
) -> None:
    owner, client = f"party:{father.pk}", client_of(own)
    keep(case, [Detail(owner, ADDRESS, ("The hearing is on", "9 April 2026"), False, "party")], now)
    typed = {"way": "at_court", "clock": "9am"} | day("on", date(2026, 3, 5))
    assert fill(client, page, **typed).status_code == 302
    protect = reverse("casefile:protect", args=(case.reference, f"party-{father.pk}"))
    shown = html.unescape(client.post(protect, {"about": ADDRESS}, follow=True).content.decode())
    told = "holds it and has left already: Siân Morris"
    assert shown.count(told) == 1
    assert told in text_of(client, f"/cases/{case.reference}/timeline/")
    again = html.unescape(client.post(protect, {"about": ADDRESS}, follow=True).content.decode())
    assert told not in again


def test_whoever_has_the_case_is_asked_to_decide_what_is_done_about_what_left(
    page: str, serving: Serving, case: Case, own: Officer, father: Party, now: datetime
) -> None:
    keep(
        case,
        [Detail(f"party:{father.pk}", ADDRESS, ("The hearing is on", "9 April 2026"), False, "party")],
        now,
    )
    client = client_of(own)
    fill(client, page, **({"way": "at_court", "clock": "9am"} | day("on", date(2026, 3, 5))))
    client.post(reverse("casefile:protect", args=(case.reference, f"party-{father.pk}")), {"about": ADDRESS})
    assert case.tasks.filter(kind="casefile.left_before", ended_at=None).count() == 1
    assert "Decide what is done about documents that left" in text_of(
        client, f"/cases/{case.reference}/tasks/"
    )


@pytest.mark.parametrize(
    ("language", "kept"),
    [("en", "What you typed is still here."), ("cy", "Mae'r hyn a deipiwyd gennych yma o hyd.")],
)
def test_what_was_typed_stays_where_something_became_protected_meanwhile(
    page: str,
    serving: Serving,
    case: Case,
    own: Officer,
    father: Party,
    now: datetime,
    language: str,
    kept: str,
) -> None:
    client = client_of(own, language)
    typed = {"way": "at_court", "clock": "9.41am"} | day("on", date(2026, 3, 5))
    client.get(page)
    keep(
        case,
        [Detail(f"party:{father.pk}", ADDRESS, ("The hearing is on", "9 April 2026"), True, "party")],
        now,
    )
    answer = fill(client, page, **typed)
    assert answer.status_code == 409
    shown = html.unescape(answer.content.decode())
    assert shown.count(kept) == 1
    assert 'value="9.41am"' in shown
    assert not Served.objects.exists()
