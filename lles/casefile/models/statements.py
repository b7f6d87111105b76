"""What was said of whether somebody's whereabouts may be told, and the second person who let it count."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.kept import Kept
from lles.casefile.models.people_of_service import Officer


class ConfidentialityStatement(models.Model):
    """A statement that a detail may be told: who said it, on which day, in which words; it opens nothing
    until a second person has confirmed it, and nothing that came since (CONF-C8): `said_of` is a digest of
    what it was said of."""

    PERSON, COURT = "person", "court"
    CONFIRMED, REFUSED = "confirmed", "refused"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="confidentiality_statements")
    owner = models.CharField(max_length=40)
    about = models.SlugField(max_length=10)
    made_by = models.SlugField(max_length=10)
    made_on = models.DateField()
    words = models.TextField()
    said_of = models.CharField(max_length=64, blank=True)
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    outcome = models.SlugField(max_length=10, blank=True)
    decided_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(
        open="id about",
        confidence="words",
        location="said_of",
        record="case owner made_by made_on asked_by at outcome decided_by decided_at",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(decided_by=None) | ~models.Q(decided_by=models.F("asked_by")),
                name="a_detail_is_opened_by_a_second_person",
            ),
            models.UniqueConstraint(
                fields=["case", "owner", "about"],
                condition=models.Q(outcome=""),
                name="one_statement_of_a_detail_waits_at_a_time",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="decided_stays_decided",
                operation=pgtrigger.Update,
                condition=~pgtrigger.Q(old__outcome=""),
            ),
        ]
