"""That something was recorded wrongly: the record stays on the file with the reason, and counts no more."""

from typing import Any, ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.kept import written_once
from lles.casefile.models.people_of_service import Officer


class RecordedWrongly(models.Model):
    """That something was recorded wrongly, and why. Of what it may be said, each piece of work says by a
    one-to-one field for each, whose other end is `wrong`. Written once."""

    why = models.TextField()
    language = models.CharField(max_length=2, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]

    @classmethod
    def field_of(cls, row: models.Model) -> str:
        """Under which name something that is wrong is kept."""
        return next(one.name for one in cls._meta.fields if one.one_to_one and one.related_model is type(row))

    @property
    def what(self) -> str:
        """The name under which that is kept which is wrong."""
        return next(
            one.name
            for one in self._meta.fields
            if one.one_to_one and one.value_from_object(self) is not None
        )

    @property
    def row(self) -> Any:
        """What was recorded wrongly."""
        return getattr(self, self.what)
