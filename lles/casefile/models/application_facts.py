"""What an application says on paper and the courts' feeds never do."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer


class ApplicationFact(models.Model):
    """One fact that comes on paper alone, with its source and its day: the last row of a fact stands, also
    where it says no; written once."""

    HARM, URGENCY, OTHER_PROCEEDINGS = "harm", "urgency", "other_proceedings"
    LANGUAGE, SPECIAL_MEASURES = "language", "special_measures"
    YES, NO, UNKNOWN = "yes", "no", "unknown"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="application_facts")
    fact = models.CharField(max_length=20)
    answer = models.CharField(max_length=8)
    kinds = ArrayField(models.CharField(max_length=30), default=list)
    by_whom = ArrayField(models.CharField(max_length=12), default=list)
    words = models.TextField(blank=True)
    without_notice = models.BooleanField(null=True, blank=True)
    needed_by = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=20)
    raised_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id fact",
        record="case without_notice needed_by source raised_on by at",
        confidence="answer kinds by_whom words",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case", "fact", "-id"], name="application_facts_of_case"),
        ]
