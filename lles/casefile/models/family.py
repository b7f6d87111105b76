"""Who the case is about: children, the adults, and how they belong together."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.kept import Kept


class Child(models.Model):
    """A child whom the application is about."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="children")
    court_key = models.CharField(max_length=120, blank=True)
    first_name = models.CharField(max_length=200, blank=True)
    last_name = models.CharField(max_length=200, blank=True)
    previous_name = models.CharField(max_length=200, blank=True)
    search_name = models.CharField(max_length=600, blank=True)
    born_on = models.DateField(null=True, blank=True)
    gender = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=2, blank=True)
    nation = models.CharField(max_length=10, default="unknown")
    nation_provision = models.CharField(max_length=40, blank=True)
    nation_basis_en = models.CharField(max_length=300, blank=True)
    nation_basis_cy = models.CharField(max_length=300, blank=True)
    parental_responsibility = models.SlugField(max_length=40, blank=True)
    social_worker = models.CharField(max_length=200, blank=True)
    applied_for = models.JSONField(default=list)
    in_latest_answer = models.BooleanField(default=True)

    kept = Kept(
        open="id nation nation_provision nation_basis_en nation_basis_cy",
        record="case court_key first_name last_name previous_name search_name born_on gender language"
        " parental_responsibility social_worker applied_for in_latest_answer",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(
                name="child_by_name", fields=["search_name"], opclasses=["gin_trgm_ops"], fastupdate=False
            ),
            GinIndex(
                name="child_undated_by_name",
                fields=["search_name"],
                opclasses=["gin_trgm_ops"],
                fastupdate=False,
                condition=models.Q(born_on=None),
            ),
            models.Index(fields=["born_on"], name="child_by_birth"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "court_key"],
                condition=~models.Q(court_key=""),
                name="a_child_stands_once_in_a_case",
            ),
        ]

    @property
    def name(self) -> str:
        """First and last name as the court or the person wrote them."""
        return f"{self.first_name} {self.last_name}".strip()

    def __str__(self) -> str:
        return self.name


class Party(models.Model):
    """An adult or a body in the case: applicant, respondent or another person."""

    APPLICANT, RESPONDENT, OTHER = "applicant", "respondent", "other"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parties")
    court_key = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=12)
    number = models.PositiveSmallIntegerField(default=1)
    first_name = models.CharField(max_length=200, blank=True)
    last_name = models.CharField(max_length=200, blank=True)
    previous_name = models.CharField(max_length=200, blank=True)
    search_name = models.CharField(max_length=600, blank=True)
    born_on = models.DateField(null=True, blank=True)
    gender = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=2, blank=True)
    language_asked_on = models.DateField(null=True, blank=True)
    wrote_in = models.CharField(max_length=2, blank=True)
    is_organisation = models.BooleanField(default=False)
    represented = models.BooleanField(null=True, blank=True)
    lawyer_name = models.CharField(max_length=200, blank=True)
    lawyer_firm = models.CharField(max_length=200, blank=True)
    address_known = models.BooleanField(null=True, blank=True)
    address_unknown_reason = models.SlugField(max_length=40, blank=True)
    in_latest_answer = models.BooleanField(default=True)

    kept = Kept(
        open="id role number language wrote_in",
        record="case court_key first_name last_name previous_name search_name born_on gender"
        " language_asked_on"
        " is_organisation represented lawyer_name lawyer_firm address_known in_latest_answer",
        confidence="address_unknown_reason",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["role", "number", "id"]
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(
                name="party_by_name", fields=["search_name"], opclasses=["gin_trgm_ops"], fastupdate=False
            ),
            GinIndex(
                name="party_undated_by_name",
                fields=["search_name"],
                opclasses=["gin_trgm_ops"],
                fastupdate=False,
                condition=models.Q(born_on=None),
            ),
            models.Index(fields=["born_on"], name="party_by_birth"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "court_key"],
                condition=~models.Q(court_key=""),
                name="a_party_stands_once_in_a_case",
            ),
            models.UniqueConstraint(
                fields=["case", "role", "number"],
                name="a_number_stands_once_among_the_parties_of_a_role",
            ),
        ]

    @property
    def name(self) -> str:
        """First and last name as the court or the person wrote them."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def slug(self) -> str:
        """The name of the party in file names: the role and its number, never a person's name."""
        return f"{self.role}-{self.number}"

    def __str__(self) -> str:
        return self.name


class Relation(models.Model):
    """What an adult is to a child; where the child lives is location data and stands in its own store."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="relations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="relations")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="relations")
    kind = models.SlugField(max_length=40)
    details = models.CharField(max_length=300, blank=True)
    in_latest_answer = models.BooleanField(default=True)

    kept = Kept(open="id", record="case party child kind in_latest_answer", confidence="details")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["party", "child", "kind"], name="a_relation_of_a_kind_stands_once_between_two_people"
            ),
        ]
