"""The piece of work as Django knows it: it enters itself in the register."""

from django.apps import AppConfig


class FirstHearingConfig(AppConfig):
    """The app of `first_hearing`."""

    name = "lles.work.first_hearing"
    label = "first_hearing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enters the piece of work in the register."""
        from lles.casefile import register
        from lles.work.first_hearing.work import work

        register.enter(work())
