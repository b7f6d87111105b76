"""The piece of work as Django knows it: it enters itself in the register."""

from django.apps import AppConfig


class Section8Config(AppConfig):
    """The app of `section_8`."""

    name = "lles.work.section_8"
    label = "section_8"

    def ready(self) -> None:
        """Enters the piece of work in the register."""
        from lles.casefile import register
        from lles.work.section_8.work import work

        register.enter(work())
