"""Changing one's own password."""

from typing import Any

from allauth.account.views import PasswordChangeView
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _


class ChangePassword(PasswordChangeView):
    """Changes a password; every other session under the old one ends."""

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        messages.success(self.request, _("Your password is changed"))
        return answer

    def get_default_success_url(self) -> str:
        return reverse("mfa_index")


change = ChangePassword.as_view()
