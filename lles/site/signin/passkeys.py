"""Signing in with a passkey: the library's steps, leading on to where one was going."""

from typing import Any

from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.webauthn import views
from allauth.mfa.webauthn.internal import flows
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _


class SignIn(views.LoginWebAuthnView):
    """Signs in with a passkey alone: it stands for both factors, because it asks for the person too."""

    def form_valid(self, form: Any) -> HttpResponse:
        used = form.cleaned_data["credential"]
        login = Login(user=used.user, redirect_url=get_next_redirect_url(self.request))
        answer: HttpResponse = flows.perform_passwordless_login(self.request, used, login)
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.warning(self.request, _("The passkey was not accepted. Try again, or use your password."))
        return HttpResponseRedirect(_signin(self.request))


class Reauthenticate(views.ReauthenticateWebAuthnView):
    """Shows by a passkey that it is the same person; what is not accepted is said on the same page."""

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.warning(self.request, _("The passkey was not accepted. Try again, or use your password."))
        return HttpResponseRedirect(self.request.get_full_path())


class Remove(views.RemoveWebAuthnView):
    """Removes a passkey of one's own."""

    def get_success_url(self) -> str:
        return reverse("mfa_index")


class Rename(views.EditWebAuthnView):
    """Gives a passkey of one's own another name."""

    def get_success_url(self) -> str:
        return reverse("mfa_index")


def _signin(request: HttpRequest) -> str:
    where, onward = resolve_url(settings.LOGIN_URL), get_next_redirect_url(request)
    return f"{where}?{urlencode({'next': onward})}" if onward else where


add = views.add_webauthn
sign_in = SignIn.as_view()
reauthenticate = Reauthenticate.as_view()
remove = Remove.as_view()
rename = Rename.as_view()
