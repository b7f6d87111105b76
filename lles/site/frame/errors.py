"""Pages for what went wrong: in the reader's language, saying what to do, never how the machine failed."""

import logging

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lles.casefile.views.sight import NeedsTheTitle
from lles.site.frame import typed_text
from lles.site.frame.pages import page

log = logging.getLogger(__name__)

LAST_RESORT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Lles</title>
<h1>Sorry, there is a problem with the service</h1><p>Try again later.</p>
<div lang="cy"><h1>Mae'n ddrwg gennym, mae problem gyda'r gwasanaeth</h1>
<p>Rhowch gynnig arall arni yn nes ymlaen.</p></div>"""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What came could not be read."""
    return _error(
        request,
        400,
        _("There is a problem with what was sent"),
        _("Go back and try again. If you typed a web address, check it is right."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The reader may not do this."""
    if isinstance(exception, NeedsTheTitle):
        return _error(
            request,
            403,
            _("Only an officer with the legal title may do this"),
            _(
                "The officer of the case, or a supervisor or manager of the team, signs what goes to the"
                " court, and closes a case."
            ),
        )
    return _error(
        request,
        403,
        _("You do not have permission to view this page"),
        _("If you need it for your work, ask your manager."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or not for this reader: nobody can tell which."""
    return _error(
        request,
        404,
        _("Page not found"),
        _("If you typed a web address, check it is right. If you followed a link, the page may have moved."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """The service failed; the page must stand even when the database does not."""
    try:
        return _error(
            request,
            500,
            _("Sorry, there is a problem with the service"),
            _("Try again later. What you had saved is safe."),
        )
    except Exception:
        log.exception("the page for a failure failed itself")
        return HttpResponse(LAST_RESORT, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was older than the sign-in: its own reader gets the text back, anything else is refused."""
    typed = typed_text.read(request)
    if typed is not None and typed.account == str(request.user.pk):
        return page(request, "site/typed_text.html", {"typed": typed, "at_once": False}, 403)
    return _error(
        request,
        403,
        _("This page was open too long"),
        _("Nothing was changed. Open the page again and do it once more."),
    )


def _error(request: HttpRequest, status: int, title: str, advice: str) -> HttpResponse:
    return page(request, "site/error.html", {"title": title, "advice": advice, "status": status}, status)
