"""The piece of work as Django knows it: it enters itself in the register."""

from django.apps import AppConfig


class UrgentReferralConfig(AppConfig):
    """The app of `urgent_referral`."""

    name = "lles.work.urgent_referral"
    label = "urgent_referral"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enters the piece of work in the register."""
        from lles.casefile import register
        from lles.work.urgent_referral.work import work

        register.enter(work())
