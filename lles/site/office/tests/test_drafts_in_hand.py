"""What was begun and is not recorded stands on Today, on the case and beside the person it is about."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import get_resolver

from lles.casefile import drafts, register
from lles.casefile.models import Case, Check, Draft, Exclusion, Officer, Party
from lles.casefile.rules.drafts import Saving
from lles.casefile.tests.pages import client_of, statements, text_of
from lles.casefile.views.drafting import DraftedView
from lles.work.safeguarding.rules.further_facts import FurtherKind

NOT_YET, HEB_EI_GOFNODI = "not recorded yet", "heb ei gofnodi eto"


def begin(case: Case, by: Officer, at: datetime, kind: str, subject: object, seen: int = 0) -> int:
    return drafts.save(
        case=case, by=by, at=at, kind=kind, subject=str(subject), content={"words-0": ["He hit"]},
        seen_revision=seen,
    )  # fmt: skip


def pages_of(case: Case) -> tuple[str, ...]:
    return "/", f"/cases/{case.reference}/", f"/cases/{case.reference}/conversations/"


@pytest.mark.parametrize(("language", "said"), [("en", NOT_YET), ("cy", HEB_EI_GOFNODI)])
def test_a_half_written_conversation_stands_where_one_looks(
    case: Case, own: Officer, mother: Party, now: datetime, language: str, said: str
) -> None:
    leads_to = f"/cases/{case.reference}/conversations/{mother.pk}/"
    seen = begin(case, own, now, "conversation", mother.pk)
    begin(case, own, now + timedelta(minutes=3), "conversation", mother.pk, seen)
    for path in pages_of(case):
        page = text_of(client_of(own, language), path)
        assert page.count(said) == 1
        assert f'href="{leads_to}"' in page
        assert "He hit" not in page


def test_what_was_recorded_stands_there_no_more_until_it_is_begun_again(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    seen, client = begin(case, own, now, "conversation", mother.pk), client_of(own)
    drafts.end(case=case, by=own, at=now, used=drafts.Used("conversation", str(mother.pk), Saving(seen)))
    for path in pages_of(case):
        assert NOT_YET not in text_of(client, path)
    begin(case, own, now, "conversation", mother.pk, seen + 1)
    assert Draft.objects.filter(begins=True).count() == 2
    for path in pages_of(case):
        assert text_of(client, path).count(NOT_YET) == 1


def test_whoever_wrote_it_finds_it_and_whoever_has_the_case_sees_it(
    case: Case, own: Officer, manager: Officer, teammate: Officer, mother: Party, now: datetime
) -> None:
    begin(case, manager, now, "conversation", mother.pk)
    assert f"by {manager.name}, {NOT_YET}" in text_of(client_of(own), f"/cases/{case.reference}/")
    assert NOT_YET in text_of(client_of(manager), "/")
    assert NOT_YET not in text_of(client_of(own), "/")
    assert NOT_YET not in text_of(client_of(teammate), "/")


def test_to_whom_a_case_is_closed_their_own_draft_says_nothing_of_it(
    case: Case, own: Officer, manager: Officer, mother: Party, now: datetime
) -> None:
    begin(case, manager, now, "conversation", mother.pk)
    Exclusion.objects.create(case=case, officer=manager, relation="relative", began_at=now, began_by=own)
    assert NOT_YET not in text_of(client_of(manager), "/")


def test_many_drafts_cost_no_more_than_one(
    case: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    client = client_of(own)
    check = Check.objects.create(case=case, party=father, kind="police", number=1, opened_at=now)
    begin(case, own, now, "conversation", mother.pk)
    few = [counted(client, path) for path in pages_of(case)]
    begin(case, own, now, "conversation", father.pk)
    begin(case, own, now, "check_answer", check.pk)
    for kind in ("letter", "note", "danger", *map(str, FurtherKind)):
        begin(case, own, now, kind, "case")
    assert [counted(client, path) for path in pages_of(case)] == few
    assert max(few) <= 8
    page = text_of(client, pages_of(case)[1])
    assert page.count(NOT_YET) == 9
    assert f"Answer to a check: {father.name}" in page


def counted(client: Any, path: str) -> int:
    client.get(path)
    with statements() as sent:
        client.get(path)
    return len(sent)


def every_pattern(patterns: Any) -> Iterator[Any]:
    for one in patterns:
        yield from every_pattern(one.url_patterns) if hasattr(one, "url_patterns") else (one,)


def test_every_page_that_keeps_a_draft_of_a_case_has_its_kind_in_the_register() -> None:
    views: list[Any] = [
        getattr(one.callback, "view_class", object) for one in every_pattern(get_resolver().url_patterns)
    ]
    kept = {view.draft_kind for view in views if issubclass(view, DraftedView)}
    named = {kind for kind in kept if isinstance(kind, str)} | set(map(str, FurtherKind))
    assert named == set(register.draft_kinds())
