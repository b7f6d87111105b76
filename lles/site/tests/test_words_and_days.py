"""About the code itself: every name has words in both languages, every stored day can be derived again."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from lles.casefile import register, timeline
from lles.casefile.changes.due_days import derived_due
from lles.casefile.models import Case, Officer, Task
from lles.casefile.queries.work import open_tasks
from lles.site.generated import pages
from lles.work.intake.tests.test_take import invented, take

CODE = Path(__file__).resolve().parents[2]


def test_every_line_of_the_timeline_has_words() -> None:
    written = {
        kind
        for path in CODE.rglob("*.py")
        if "tests" not in path.parts
        for kind in re.findall(r'\bsays\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    }
    assert len(written) > 20
    assert {kind for kind in written if f"entry.{kind}" not in timeline.all_words()} == set()


def test_every_word_is_said_in_both_languages_with_the_same_facts() -> None:
    for name, text in timeline.all_words().items():
        assert text.en.strip(), name
        assert text.cy.strip(), name
        placeholders = text.placeholders()
        assert placeholders["en"] == placeholders["cy"], name


def test_every_kind_of_task_leads_somewhere() -> None:
    from django.urls import get_resolver

    names = {f"{space}:{name}" for space, (_, resolver) in get_resolver().namespace_dict.items()
             for name in resolver.reverse_dict if isinstance(name, str)}  # fmt: skip
    assert {kind.page for work in register.works() for kind in work.tasks} <= names


@pytest.mark.django_db
def test_every_stored_day_is_what_the_facts_say(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    later = invented(last_modified="2026-03-06T08:00:00", case_data={"issueDate": "2026-03-02"})
    take(later, service, now)
    for task in Task.objects.filter(ended_at=None).select_related("case"):
        due = derived_due(task, task.case)
        assert task.due == (due.as_data() if due else None)
        assert task.due_on == (due.on if due else None)


@pytest.mark.django_db
def test_a_stored_day_that_is_wrong_is_seen(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    task = Task.objects.get(kind="safeguarding.letter")
    Task.objects.filter(pk=task.pk).update(due_on=now.date())
    task.refresh_from_db()
    due = derived_due(task, task.case)
    assert due is not None
    assert task.due_on != due.on


@pytest.mark.django_db
def test_every_day_is_right_after_five_days_without_a_job(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    case = Case.objects.get()
    before = {row.task.pk: row.due for row in open_tasks(case, now.date())}
    with time_machine.travel(now + timedelta(days=5)):
        after = open_tasks(Case.objects.get(), (now + timedelta(days=5)).date())
    assert {row.task.pk: row.due for row in after} == before
    assert all(row.due == derived_due(row.task, row.case) for row in after)


def test_the_generated_pages_are_fresh() -> None:
    for path, text in pages().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run `lles docs`"
