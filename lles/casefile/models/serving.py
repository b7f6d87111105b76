"""Who is to have which sealed document, how each was served, and what came back."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.family import Party
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer
from lles.casefile.models.record import Document


class Serving(models.Model):
    """A sealed document that one person is to have, in every language in which it was made for that person.
    The mark tells whether the address is still the one of the day of sealing or of the last look, and no
    place."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="servings")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="servings")
    kind = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField()
    found_safe = models.BooleanField(default=False)
    address_mark = models.CharField(max_length=64, blank=True)
    opened_at = models.DateTimeField()

    kept = Kept(open="id kind version", record="case party found_safe opened_at", location="address_mark")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "party", "kind", "version"],
                name="a_document_is_to_be_served_once_on_a_person",
            ),
        ]


class Served(models.Model):
    """That a person was served with a document: in which languages, by which way, when; written once."""

    serving = models.ForeignKey(Serving, on_delete=models.PROTECT, related_name="served")
    languages = models.JSONField()
    way = models.SlugField(max_length=12)
    served_at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="serving languages way served_at by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class CameBack(models.Model):
    """That what was posted came back, so that nobody was served by it; written once."""

    served = models.OneToOneField(Served, on_delete=models.PROTECT, related_name="came_back")
    came_back_on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="served came_back_on by at")

    class Meta:
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class GivenToChild(models.Model):
    """That a child was given a letter, or had it read to them: in every language in which it was made for
    that child; written once."""

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="given")
    way = models.SlugField(max_length=12)
    given_on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="document way given_on by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
