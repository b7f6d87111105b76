"""What a service changes without a release, over what is shipped: closed days and areas of Pathfinder."""

from typing import ClassVar

from django.db import models

from lles.casefile.models.kept import Kept


class ClosedDay(models.Model):
    """A day on which the courts are closed beside the shipped table, or open against it."""

    day = models.DateField()
    is_closed = models.BooleanField(default=True)
    name_en = models.CharField(max_length=120, blank=True)
    name_cy = models.CharField(max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(open="id day is_closed name_en name_cy withdrawn_at")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["day"],
                condition=models.Q(withdrawn_at=None),
                name="of_a_day_one_thing_is_said",
            ),
            models.CheckConstraint(
                condition=models.Q(is_closed=False) | ~(models.Q(name_en="") | models.Q(name_cy="")),
                name="a_closed_day_has_a_name_in_both_languages",
            ),
        ]

    def __str__(self) -> str:
        return self.day.isoformat()


class PathfinderArea(models.Model):
    """An area of Pathfinder courts as the service set it, in place of the shipped one of that name."""

    area = models.SlugField(max_length=60)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    court_codes = models.JSONField(default=list)
    court_names = models.JSONField(default=list)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(open="id area name_en name_cy starts ends court_codes court_names withdrawn_at")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["area"], condition=models.Q(withdrawn_at=None), name="an_area_is_set_once"
            ),
            models.CheckConstraint(
                condition=models.Q(ends=None) | models.Q(ends__gte=models.F("starts")),
                name="an_area_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.area
