"""A second person's signature under what goes to the court: every step of it is written once."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models import Case, Kept, Officer
from lles.work.safeguarding.rules.sign_off import Signature


class SignOff(models.Model):
    """One step: a second person was asked, signed, or sent it back with words. A signature is for what that
    person read, named by its fingerprint, and for nothing that was written afterwards. It is asked of
    somebody by name, or of whoever may sign and is free, with the reasons for filing it as it is."""

    ASKED, SIGNED, SENT_BACK = (str(one) for one in (Signature.ASKED, Signature.SIGNED, Signature.SENT_BACK))

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sign_offs")
    kind = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=12)
    fingerprint = models.CharField(max_length=64)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="en")
    asked_of = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reasons = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id kind number step",
        record="case fingerprint language asked_of by at",
        confidence="words reasons",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case", "kind", "number"], name="sign_offs_of_a_document"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
