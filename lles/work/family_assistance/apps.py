"""The piece of work as Django knows it: it enters itself in the register."""

from django.apps import AppConfig


class FamilyAssistanceConfig(AppConfig):
    """The app of `family_assistance`."""

    name = "lles.work.family_assistance"
    label = "family_assistance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enters the piece of work in the register."""
        from lles.casefile import register
        from lles.work.family_assistance.work import work

        register.enter(work())
