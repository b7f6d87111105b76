"""The piece of work as Django knows it: it enters itself in the register."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    """The app of `monitoring`."""

    name = "lles.work.monitoring"
    label = "monitoring"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enters the piece of work in the register."""
        from lles.casefile import register
        from lles.work.monitoring.work import work

        register.enter(work())
