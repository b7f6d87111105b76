"""The forms of signing in: the library's, with our words, shown again when the language is switched."""

from typing import Any

from allauth.account.forms import ChangePasswordForm as LibraryChangePasswordForm
from allauth.account.forms import LoginForm
from allauth.account.forms import ReauthenticateForm as LibraryReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as LibraryReauthenticateCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms import ShownAgain

CODE_BOX = {"class": "govuk-input--width-10", "inputmode": "numeric", "spellcheck": "false"}
WORD_BOX = {"class": "govuk-input--width-20", "spellcheck": "false", "autocapitalize": "none"}


def _reword(form: forms.BaseForm, name: str, label: Any, missing: Any, box: dict[str, str]) -> None:
    field = form.fields[name]
    field.label, field.error_messages["required"] = label, missing
    field.widget.attrs |= box


class SignInForm(ShownAgain, LoginForm):
    """Name and password."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, "login", _("Username"), _("Enter your username"), WORD_BOX)
        _reword(self, "password", _("Password"), _("Enter your password"), WORD_BOX)


class ReauthenticateForm(ShownAgain, LibraryReauthenticateForm):
    """The password once more."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, "password", _("Password"), _("Enter your password"), WORD_BOX)


class ChangePasswordForm(ShownAgain, LibraryChangePasswordForm):
    """The password that was, and the new one twice."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(
            self,
            "oldpassword",
            _("The password you have now"),
            _("Enter the password you have now"),
            WORD_BOX,
        )
        _reword(self, "password1", _("New password"), _("Enter a new password"), WORD_BOX)
        _reword(
            self, "password2", _("New password once more"), _("Enter the new password once more"), WORD_BOX
        )
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].help_text = _(
            "At least 12 characters. Three or four words that do not belong together are good."
        )


class AddPasskeyForm(ShownAgain, AddWebAuthnForm):
    """A new passkey with its name."""

    use_required_attribute = False
    passwordless = forms.BooleanField(initial=True, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].validators.append(MaxLengthValidator(100))
        _reword(self, "name", _("Name of the passkey"), _("Enter a name"), WORD_BOX)
        self.fields["name"].help_text = _("For example the machine or the key on which it is")
        self.fields["credential"].error_messages["required"] = _("The passkey was not made. Try again.")


class RenamePasskeyForm(ShownAgain, EditWebAuthnForm):
    """Another name for a passkey."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, "name", _("Name of the passkey"), _("Enter a name"), WORD_BOX)


class _CodeWords(ShownAgain):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, "code", _("Security code"), _("Enter the security code"), CODE_BOX)


class CodeForm(_CodeWords, AuthenticateForm):
    """The code of the authenticator app, or a recovery code."""


class ReauthenticateCodeForm(_CodeWords, LibraryReauthenticateCodeForm):
    """The code once more."""


class ActivateForm(_CodeWords, ActivateTOTPForm):
    """The first code, which shows that the app was set up."""
