"""Addresses of signing in: the library's views that we need, under our own addresses; no sign-up, no mail."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path

from lles.site.signin import demonstration, passkeys, passwords, sessions

urlpatterns = [
    path("", account.login, name="account_login"),
    path("out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("again/code/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("code/", second_factor.authenticate, name="mfa_authenticate"),
    path("security/", second_factor.index, name="mfa_index"),
    path("security/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("security/app/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("passkey/", passkeys.sign_in, name="mfa_login_webauthn"),
    path("again/passkey/", passkeys.reauthenticate, name="mfa_reauthenticate_webauthn"),
    path("security/passkeys/", second_factor.index, name="mfa_list_webauthn"),
    path("security/passkeys/add/", passkeys.add, name="mfa_add_webauthn"),
    path("security/passkeys/<int:pk>/remove/", passkeys.remove, name="mfa_remove_webauthn"),
    path("security/passkeys/<int:pk>/name/", passkeys.rename, name="mfa_edit_webauthn"),
    path("security/password/", passwords.change, name="account_change_password"),
    path("security/recovery/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("security/recovery/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("security/recovery/codes.txt", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("demonstration/", demonstration.sign_in, name="demonstration_sign_in"),
    path("stay/", sessions.stay, name="stay"),
]
