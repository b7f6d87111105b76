"""The case: its summary and its tasks; and the list of cases."""

from collections.abc import Set
from datetime import date
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse

from lles.casefile import register
from lles.casefile.access import Verb
from lles.casefile.queries.court import hearings_page
from lles.casefile.queries.finding import OPEN_AT_MOST, open_cases_of
from lles.casefile.queries.head import HearingRow, PartyRow
from lles.casefile.queries.history import history_of
from lles.casefile.queries.work import ended_by_a_day, open_tasks
from lles.casefile.rules.days import working_days_until
from lles.casefile.views.drafts_in_hand import draft_lines
from lles.casefile.views.family import family_of
from lles.casefile.views.sight import CaseView, OfficerView
from lles.casefile.views.tasks import TaskLine, task_line
from lles.law.bilingual import Text

LATEST = 5


class Cases(OfficerView):
    """The open cases of an officer's reach."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lists the cases, the latest first."""
        found = open_cases_of(self.officer)
        return self.show("casefile/cases.html", found=found, full=len(found) == OPEN_AT_MOST)


class Tasks(CaseView):
    """What has to happen in a case."""

    tab = "casefile:tasks"
    what = "tasks"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists the open tasks, what hurts first, and those that a day ended."""
        ended = ended_by_a_day(self.case, self.today)
        return self.show("casefile/tasks.html", tasks=self.tasks, calls=self.calls, ended=ended)

    @cached_property
    def tasks(self) -> tuple[TaskLine, ...]:
        """The open tasks in words."""
        return tuple(task_line(row, self.language, self.may) for row in open_tasks(self.case, self.today))

    @property
    def calls(self) -> dict[int, tuple[PartyRow, ...]]:
        """Whom nobody has spoken to yet."""
        return {self.case.pk: self.case_head.to_reach}


class Summary(Tasks):
    """The first page of a case."""

    tab = "casefile:case"
    what = "case"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Says what has to happen, who is who, and what happened last."""
        hearing = self.case_head.next_hearing(self.today)
        bodies = {party.owner for party in self.case_head.parties if party.is_organisation}
        latest = history_of(self.case, self.officer, self.language, self.closed_words, at_most=LATEST)
        return self.show(
            "casefile/summary.html",
            tasks=self.tasks,
            calls=self.calls,
            hearing=hearing,
            hearings_at=hearings_page(),
            managers=self.case_head.managers,
            may_approve=Verb.APPROVE in self.may,
            working_days=self._working_days(hearing),
            protected=self.closed_words.protected_owners - bodies,
            unaddressed=self._without_address(bodies),
            family=family_of(self.case_head, self.say),
            notes=[note.said(self.language) for note in register.notes(self.case)],
            latest=latest,
            drafts=tuple(draft_lines(self.case_head.drafts, self.case.reference, self.may, self.language)),
        )

    def _without_address(self, bodies: Set[str]) -> list[tuple[str, str]]:
        """The people of whom no address is held: who each is in an address of the site, and their name."""
        head, held = self.case_head, self.closed_words.owners.addressed | bodies
        people = [(one.owner, one.name) for one in head.parties]
        people += [(f"child:{one.pk}", one.name) for one in head.children]
        return [(owner.replace(":", "-"), name) for owner, name in people if owner not in held]

    def _working_days(self, hearing: HearingRow | None) -> int | Text | None:
        on: date | None = hearing.on if hearing else None
        return working_days_until(on, self.today, self.calendar) if on else None


class FamilyPage(CaseView):
    """Who is who, large."""

    tab = "casefile:people"
    what = "family"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Draws the family, and says the same in words."""
        return self.show("casefile/family.html", family=family_of(self.case_head, self.say))
