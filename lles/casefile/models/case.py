"""The case and what the court asked about it: applications."""

from typing import ClassVar

from django.db import models

from lles.casefile.models.kept import Kept
from lles.casefile.models.people_of_service import Office, Officer


class Case(models.Model):
    """One case before one court, with its children and parties."""

    PRIVATE, PUBLIC = "private", "public"

    reference = models.CharField(max_length=20, unique=True)
    law = models.CharField(max_length=10)
    court_number = models.CharField(max_length=40, blank=True)
    family_man_number = models.CharField(max_length=40, blank=True)
    court_code = models.CharField(max_length=20, blank=True)
    court_name = models.CharField(max_length=200, blank=True)
    court_region = models.CharField(max_length=40, blank=True)
    court_state = models.CharField(max_length=80, blank=True)
    court_changed_at = models.DateTimeField(null=True, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    received_basis = models.CharField(max_length=20)
    pathway = models.CharField(max_length=12, blank=True)
    pathway_area = models.SlugField(blank=True)
    known_to_local_authority = models.CharField(max_length=10, blank=True)
    public_law_proceedings = models.BooleanField(null=True, blank=True)
    harm_signals = models.JSONField(default=list)
    interpreters = models.JSONField(default=list)
    office = models.ForeignKey(Office, null=True, blank=True, on_delete=models.PROTECT, related_name="cases")
    officer = models.ForeignKey(
        Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="cases"
    )
    sealed = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    kept = Kept(
        open="id reference law pathway pathway_area version",
        record="court_number family_man_number court_code court_name court_region court_state"
        " court_changed_at submitted_on"
        " issued_on received_on received_basis office officer sealed opened_at closed_at"
        " known_to_local_authority public_law_proceedings",
        confidence="harm_signals interpreters",
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["law", "court_number"],
                condition=~models.Q(court_number=""),
                name="a_court_case_is_opened_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["officer"], condition=models.Q(closed_at=None), name="open_cases_of_officer"
            ),
            models.Index(
                fields=["family_man_number"],
                condition=~models.Q(family_man_number=""),
                name="cases_by_older_number",
            ),
            models.Index(fields=["office", "-opened_at"], name="cases_of_office"),
            models.Index(
                fields=["-opened_at", "-id"], condition=models.Q(closed_at=None), name="open_cases_by_day"
            ),
            models.Index(
                fields=["office"],
                condition=models.Q(officer=None, closed_at=None),
                name="cases_to_allocate",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def number_at_court(self) -> str:
        """The number by which the court knows it: the present one, or the older one of a case on paper."""
        return self.court_number or self.family_man_number


class Application(models.Model):
    """What was asked of the court, and the pathway that its filing day decided."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="applications")
    kind = models.SlugField(max_length=60)
    filed_on = models.DateField(null=True, blank=True)
    in_latest_answer = models.BooleanField(default=True)

    kept = Kept(open="id", record="case kind filed_on in_latest_answer")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "kind"], name="an_application_of_a_kind_stands_once_in_a_case"
            ),
        ]
