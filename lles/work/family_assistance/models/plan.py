"""The plan of a family assistance order: its versions, and how far each step is (FAO-PLAN, FAO-SCOPE)."""

from datetime import date
from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Kept, Officer, Party
from lles.casefile.models.kept import written_once
from lles.work.family_assistance.models.order import Assistance


class Plan(models.Model):
    """One version of the plan; a later one supersedes it, and none is changed. `issues` and `steps` are lists
    of mappings, each with its `number`, which stays in every version (an issue that was written before it had
    one counts by its place): an issue says `issue` and `benefit`; a step says `action`, `kind`, `who` (the
    person, `officer` or `other`), `source`, a `name` where it is somebody else, the day `by_on` which it is
    done and how `often`, each where the plan says so. `checks` says of each named person and each child
    (`who`) in what `way` and how `often` the officer checks with them; `checking` what holds for everybody.
    What lacks a part is a draft."""

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="plans")
    version = models.PositiveSmallIntegerField()
    is_complete = models.BooleanField()
    issues = models.JSONField(default=list)
    steps = models.JSONField(default=list)
    checking = models.TextField(blank=True)
    checks = models.JSONField(default=list)
    meetings = models.TextField(blank=True)
    ending = models.SlugField(max_length=10, blank=True)
    review_on = models.DateField(null=True, blank=True)
    back_to_court = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="assistance version is_complete ending review_on language by at",
        confidence="issues steps checking checks meetings back_to_court",
    )

    @property
    def numbered(self) -> list[tuple[int, dict[str, str]]]:
        """Each issue with its number."""
        return [(int(one.get("number", place)), one) for place, one in enumerate(self.issues, start=1)]

    @property
    def step_days(self) -> dict[int, date]:
        """The day by which each step is done, by its number, where the plan sets one."""
        return {
            int(one["number"]): date.fromisoformat(one["by_on"]) for one in self.steps if one.get("by_on")
        }

    class Meta:
        ordering: ClassVar[list[str]] = ["version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assistance", "version"], name="a_plan_has_each_version_once"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Told(models.Model):
    """That a named adult was told of one version of the plan, and what they think of it; written once."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="told")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField(null=True, blank=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="plan party agrees language on by at", confidence="words")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Worked(models.Model):
    """What was done under the order on a day: a step done, going on or left unfinished, a review, a referral
    back to the court, a risk seen, a new address looked at, what came of an issue at the end, a visit or
    a conversation; `number` counts the step or issue, and `version` is that of a directed report which was
    sealed here; `party` is whose address was looked at, nobody where all of them were; written once."""

    DONE, GOING, LEFT = OF_STEPS = "done", "going", "left"
    REVIEW, REFERRED, OUTCOME = "review", "referred", "outcome"
    REPORTED, RISK, ASSESSED, ADDRESS = "reported", "risk", "assessed", "address"
    VISIT, CONVERSATION = OF_MEETING = "visit", "conversation"

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="worked")
    kind = models.SlugField(max_length=12)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(null=True, blank=True)
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asks = models.SlugField(max_length=12, blank=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id", record="assistance kind number version party asks language on by at", confidence="words"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
