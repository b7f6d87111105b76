"""Where a person can be found: one table, owned by its own database role; no other model may hold such a
thing."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from lles.casefile.models.kept import Kept


class Location(models.Model):
    """One detail of one person, encrypted, with every statement that was made about its confidentiality."""

    case_id = models.BigIntegerField()
    owner = models.CharField(max_length=40)
    governed_by = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=20)
    source = models.CharField(max_length=40)
    value = models.BinaryField()
    mark = models.CharField(max_length=64)
    found_by = ArrayField(models.CharField(max_length=64), default=list)
    flags = models.JSONField(default=list)
    opened = models.BooleanField(default=False)
    current = models.BooleanField(default=True)
    received_at = models.DateTimeField()

    kept = Kept(
        location="id case_id owner governed_by kind source value mark found_by flags opened current"
        " received_at"
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case_id", "owner", "kind", "source", "mark"], name="a_location_is_kept_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case_id", "owner"], name="locations_of_case"),
            GinIndex(name="locations_by_mark", fields=["found_by"], fastupdate=False),
        ]
