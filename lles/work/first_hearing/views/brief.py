"""The brief of a case for the officer at court: one screen, and safe to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lles.casefile.views import CaseView
from lles.casefile.views.tasks import task_line
from lles.work.first_hearing.queries.brief import brief_of
from lles.work.first_hearing.queries.hearings import hearing_to_record
from lles.work.first_hearing.queries.safety import papers_facts, safety_of
from lles.work.first_hearing.rules.concerns import pairs
from lles.work.first_hearing.rules.papers import papers_are_expected_by_the_first_hearing
from lles.work.first_hearing.views.orders import PAGE

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from lles.casefile.queries.head import HearingRow


class BriefPage(CaseView):
    """What an officer needs in hand at court. No place and no number stands in it: none is printed."""

    tab = PAGE
    what = "brief"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows it; whoever needs a protected detail opens it among the people, which is recorded."""
        brief = brief_of(self.case, self.case_head, self.today)
        protected = self.closed_words.protected_owners
        facts = safety_of(self.case, self.case_head, protected)
        papers = papers_facts(self.case, self.today)
        return self.show(
            "first_hearing/brief.html",
            brief=brief,
            to_record=self._is_to_record(brief.hearing),
            protected=protected,
            adults={one.pk: one for one in facts.adults},
            pairs=pairs(facts),
            missing=tuple(papers_are_expected_by_the_first_hearing(papers)) if papers else (),
            deadlines=[task_line(row, self.language, self.may) for row in brief.deadlines],
            safe={one.party: one for one in self.case_head.safe_contacts},
        )

    def _is_to_record(self, hearing: HearingRow | None) -> bool:
        """Whether the day of the hearing has come, and whoever reads this records what happened."""
        if hearing is None or hearing.on != self.today or not self.may_work:
            return False
        return hearing_to_record(self.case, hearing.pk, self.today) is not None
