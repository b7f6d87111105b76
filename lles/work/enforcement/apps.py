"""The piece of work as Django knows it: it enters itself in the register."""

from django.apps import AppConfig


class EnforcementConfig(AppConfig):
    """The app of `enforcement`."""

    name = "lles.work.enforcement"
    label = "enforcement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enters the piece of work in the register."""
        from lles.casefile import register
        from lles.work.enforcement.work import work

        register.enter(work())
