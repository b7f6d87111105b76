"""Before anything else: a password that somebody gave is changed, and the second factor is set up."""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class SecondFactor:
    """Leads to setting up the second factor; a session it has let through is not asked again."""

    IN_SESSION = "second_factor_seen"

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if getattr(request.user, "password_is_given", False) and not self._is_open(request):
            return HttpResponseRedirect(reverse("account_change_password"))
        if self._is_missing(request):
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        return self.get_response(request)

    def _is_missing(self, request: HttpRequest) -> bool:
        if not getattr(settings, "LLES_SECOND_FACTOR", True) or not request.user.is_authenticated:
            return False
        if request.session.get(self.IN_SESSION) or self._is_open(request):
            return False
        methods = {str(record["method"]) for record in get_authentication_records(request, request.user)}
        missing = methods == {"password"} and not is_mfa_enabled(request.user, FACTORS)
        if not missing:
            request.session[self.IN_SESSION] = True
        return missing

    def _is_open(self, request: HttpRequest) -> bool:
        return request.path.startswith((reverse("account_login"), reverse("language"), reverse("keys")))
