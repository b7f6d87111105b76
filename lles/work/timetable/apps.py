"""The piece of work as Django knows it: it enters itself in the register."""

from django.apps import AppConfig


class TimetableConfig(AppConfig):
    """The app of `timetable`."""

    name = "lles.work.timetable"
    label = "timetable"

    def ready(self) -> None:
        """Enters the piece of work in the register."""
        from lles.casefile import register
        from lles.work.timetable.work import work

        register.enter(work())
