"""The way between the pages: what the reader's role has no use for is not offered."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.utils.translation import gettext as _

from lles.casefile.access import Verb, reaches
from lles.casefile.queries.checks import works_on_many
from lles.site.frame.addresses import address
from lles.site.frame.context import NavigationItem


def items(request: HttpRequest) -> Sequence[NavigationItem]:
    """The entries of the service navigation for the one who reads."""
    officer = getattr(request.user, "officer", None)
    if officer is None or not reaches(officer, Verb.SEE):
        return ()
    pages = [("today", _("Today")), ("intake:arrivals", _("Arrivals")), ("casefile:cases", _("Cases"))]
    if works_on_many(officer):
        pages.insert(2, ("casefile:checks_of_many", _("Checks")))
    return [NavigationItem(text, address(name)) for name, text in pages]
