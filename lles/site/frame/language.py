"""English and Cymraeg: the switch keeps the page, and on a page with a form it keeps what was typed.

The button of a page with a form sends that form with the field SHOWN_AGAIN; the page's own view shows it
again, because such a form is never valid. Any other page is simply asked for once more.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.http import require_POST

from lles.casefile.forms import SHOWN_AGAIN
from lles.law.bilingual import LANGUAGES
from lles.site.frame.addresses import own_address


@login_not_required
@require_POST
def switch_language(request: HttpRequest) -> HttpResponse:
    """Show the same page in the other language."""
    response = HttpResponseRedirect(own_address(request, request.POST.get("next", "/")))
    remember(response, request.POST.get("language", ""))
    return response


class LanguageSwitch:
    """Answers a form to be shown again in the language asked for; begins in the officer's own language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        asked = getattr(request, "language_asked", "") or _language_of_officer(request)
        remember(response, asked)
        return response

    def process_view(self, request: HttpRequest, view: object, args: Any, kwargs: Any) -> None:
        """Runs after the check against forged requests."""
        asked = request.POST.get(SHOWN_AGAIN, "") if request.method == "POST" else ""
        if asked in LANGUAGES:
            translation.activate(asked)
            request.LANGUAGE_CODE = asked
            request.language_asked = asked  # type: ignore[attr-defined]  # kept for the page


def remember(response: HttpResponse, language: str) -> None:
    """Keep the language in this browser."""
    if language in LANGUAGES:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
        )


def _language_of_officer(request: HttpRequest) -> str:
    if settings.LANGUAGE_COOKIE_NAME in request.COOKIES or not request.user.is_authenticated:
        return ""
    officer = getattr(request.user, "officer", None)
    return str(getattr(officer, "language", ""))
