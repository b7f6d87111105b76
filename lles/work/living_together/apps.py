"""The piece of work as Django knows it: it enters itself in the register."""

from django.apps import AppConfig


class LivingTogetherConfig(AppConfig):
    """The app of `living_together`."""

    name = "lles.work.living_together"
    label = "living_together"

    def ready(self) -> None:
        """Enters the piece of work in the register."""
        from lles.casefile import register
        from lles.work.living_together.work import work

        register.enter(work())
