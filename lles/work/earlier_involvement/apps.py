"""The piece of work as Django knows it: it enters itself in the register."""

from django.apps import AppConfig


class EarlierInvolvementConfig(AppConfig):
    """The app of `earlier_involvement`."""

    name = "lles.work.earlier_involvement"
    label = "earlier_involvement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enters the piece of work in the register."""
        from lles.casefile import register
        from lles.work.earlier_involvement.work import work

        register.enter(work())
