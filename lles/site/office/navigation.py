"""The way between the pages: what the reader's role has no use for is not offered."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import gettext as _

from lles.casefile.access import Reach, Verb, reaches
from lles.casefile.queries.checks import works_on_many
from lles.casefile.views.addresses import address
from lles.site.frame.context import NavigationItem

if TYPE_CHECKING:
    from lles.casefile.models import Officer


def items(request: HttpRequest) -> Sequence[NavigationItem]:
    """The entries of the service navigation for the one who reads."""
    officer = getattr(request.user, "officer", None)
    if officer is None:
        return ()
    pages = [(name, text) for held, name, text in _pages(officer) if held]
    return [NavigationItem(text, address(name)) for name, text in pages]


def _pages(officer: "Officer") -> tuple[tuple[bool, str, str], ...]:
    sees = bool(reaches(officer, Verb.SEE))
    return (
        (sees, "today", _("Today")),
        (sees, "intake:arrivals", _("Arrivals")),
        (sees and works_on_many(officer), "casefile:checks_of_many", _("Checks")),
        (sees, "casefile:cases", _("Cases")),
        (sees, "first_hearing:court_day", _("At court")),
        (sees, "casefile:orders_at_work", _("Orders")),
        (bool(reaches(officer, Verb.ALLOCATE)), "allocation:team", _("Team")),
        (administers(officer), "service:service", _("Service")),
    )


def administers(officer: "Officer") -> bool:
    """Whether somebody looks after the service itself."""
    return Reach.SERVICE in reaches(officer, Verb.ADMINISTER)
