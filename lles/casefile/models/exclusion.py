"""Who sees one case: its restriction, who was named to keep sight, and who is shut out by a conflict."""

from typing import ClassVar

from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.family import Child, Party
from lles.casefile.models.kept import Kept
from lles.casefile.models.people_of_service import Officer


class Exclusion(models.Model):
    """One officer for whom one case does not exist, from when to when, and why: what they have to do with it
    and, where that is by a person of the case, by whom."""

    RELATIONS = ("party", "relative", "neighbour", "earlier_worker", "manager_of_such", "other")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="exclusions")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="exclusions")
    relation = models.SlugField(max_length=20)
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    end_reason = models.TextField(blank=True)
    began_at = models.DateTimeField()
    began_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    kept = Kept(
        open="id",
        record="case officer began_at began_by ended_at ended_by",
        confidence="relation party child words end_reason",
    )

    @property
    def of_whom(self) -> str:
        """The person of the case by whom they have to do with it; nothing where there is none."""
        person = self.party or self.child
        return person.name if person else ""

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(party=None) | models.Q(child=None),
                name="an_officer_is_shut_out_by_one_person",
            ),
            models.UniqueConstraint(
                fields=["case", "officer"],
                condition=models.Q(ended_at=None),
                name="an_officer_is_shut_out_of_a_case_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["officer", "case"], condition=models.Q(ended_at=None), name="shut_out_officer"
            ),
        ]


class Restriction(models.Model):
    """From when to when a case is restricted, and why; the reasons are for those who decide on it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="restrictions")
    reason = models.TextField()
    end_reason = models.TextField(blank=True)
    began_at = models.DateTimeField()
    began_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    kept = Kept(open="id", record="case began_at began_by ended_at ended_by", confidence="reason end_reason")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ended_at=None), name="a_case_is_restricted_once"
            ),
        ]


class KeptSight(models.Model):
    """One officer who was named to keep sight of a restricted case, from when to when."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="kept_sights")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="kept_sights")
    end_reason = models.TextField(blank=True)
    began_at = models.DateTimeField()
    began_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    kept = Kept(open="id", record="case officer began_at began_by ended_at ended_by", confidence="end_reason")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "officer"],
                condition=models.Q(ended_at=None),
                name="an_officer_is_named_for_a_case_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["officer", "case"], condition=models.Q(ended_at=None), name="keeps_sight_officer"
            ),
        ]
