"""How long one stays signed in: half an hour in which nothing happens, twelve hours in any case."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from lles.site.frame import typed_text
from lles.site.frame.addresses import path_of
from lles.site.frame.context import SESSION_ENDED, SessionEnds

IDLE, WHOLE = 30 * 60, 12 * 3600
SIGNED_IN_AT, SEEN_AT = "signed_in_at", "seen_at"
COARSE = 60  # seconds; a session is written once a minute, not at every page, so it may end a minute early


class SessionLimits:
    """Ends sessions in time, and keeps what a form brings that arrives too late."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        came_in = request.user.is_authenticated
        self._check(request)
        response = self._late_form(request) or self.get_response(request)
        if request.user.is_authenticated:
            _remember(request)
            response.headers["Cache-Control"] = "no-store"
        elif came_in:
            response.headers["Cache-Control"] = "no-store"
            response.headers["Clear-Site-Data"] = '"cache"'
        return _whole_page(request, response)

    def _check(self, request: HttpRequest) -> None:
        if not request.user.is_authenticated:
            return
        left = seconds_left(request)
        if min(left.idle, left.whole) <= 0:
            logout(request)
            request.session[SESSION_ENDED] = "whole" if left.whole <= 0 else "idle"
            return
        if not (request.method == "GET" and request.path == reverse("stay")):
            _seen(request)
        request.session_ends = seconds_left(request)  # type: ignore[attr-defined]  # kept for the page

    def _late_form(self, request: HttpRequest) -> HttpResponse | None:
        typed = None if request.user.is_authenticated else typed_text.read(request)
        return typed_text.put_aside(request, typed) if typed else None


def seconds_left(request: HttpRequest) -> SessionEnds:
    """How long the session still lasts."""
    now = int(time.time())
    idle = getattr(settings, "LLES_SESSION_IDLE", IDLE) - (now - request.session.get(SEEN_AT, now))
    whole = getattr(settings, "LLES_SESSION_WHOLE", WHOLE) - (now - request.session.get(SIGNED_IN_AT, now))
    return SessionEnds(idle=idle, whole=whole)


def _remember(request: HttpRequest) -> None:
    if SIGNED_IN_AT not in request.session:
        request.session[SIGNED_IN_AT] = request.session[SEEN_AT] = int(time.time())


def _seen(request: HttpRequest) -> None:
    now = int(time.time())
    if now - request.session.get(SEEN_AT, 0) >= COARSE:
        request.session[SEEN_AT] = now


def _whole_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A part of a page that may not be had becomes the whole page of signing in, not a form inside a form."""
    signin = resolve_url(settings.LOGIN_URL)
    if "HX-Request" not in request.headers or not response.headers.get("Location", "").startswith(signin):
        return response
    came_from = path_of(request.headers.get("HX-Current-URL", "/"))
    asked = (
        response.headers["Location"]
        if "kept" in response.headers["Location"]
        else f"{signin}?{urlencode({'next': came_from})}"
    )
    whole = HttpResponse(status=204, headers={"HX-Redirect": asked})
    whole.cookies = response.cookies
    return whole


@require_http_methods(["GET", "POST"])
def stay(request: HttpRequest) -> HttpResponse:
    """How long the session still lasts, and the token of its forms; asking by POST makes it last longer."""
    left = seconds_left(request)
    return JsonResponse({"idle": left.idle, "whole": left.whole, "token": get_token(request)})
