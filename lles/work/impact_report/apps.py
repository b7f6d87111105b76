"""The piece of work as Django knows it: it enters itself in the register."""

from django.apps import AppConfig


class ImpactReportConfig(AppConfig):
    """The app of `impact_report`."""

    name = "lles.work.impact_report"
    label = "impact_report"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enters the piece of work in the register."""
        from lles.casefile import register
        from lles.work.impact_report.work import work

        register.enter(work())
