"""Single keys as shortcuts: / for Find, g t for Today. Whoever speaks to their computer turns them off."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from lles.site.frame.addresses import own_address

COOKIE = "lles_keys"
A_YEAR = 365 * 24 * 3600


def are_on(request: HttpRequest) -> bool:
    """True unless this browser has turned them off."""
    return request.COOKIES.get(COOKIE) != "off"


@login_not_required
@require_POST
def switch_keys(request: HttpRequest) -> HttpResponse:
    """Turn the shortcuts on or off and go back to the page."""
    response = HttpResponseRedirect(own_address(request, request.POST.get("next", "/")))
    choice = "off" if request.POST.get("keys") == "off" else "on"
    response.set_cookie(COOKIE, choice, A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return response
