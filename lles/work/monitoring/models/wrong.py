"""What was recorded of monitoring, and turned out to be wrong."""

from django.db import models

from lles.casefile.models import Kept, RecordedWrongly
from lles.work.monitoring.models.calls import Call, Decision
from lles.work.monitoring.models.order import Monitoring


class Wrong(RecordedWrongly):
    """That a call, what a child said, or what was found of a breach was recorded wrongly."""

    monitoring = models.ForeignKey(Monitoring, on_delete=models.PROTECT, related_name="wrong")
    call = models.OneToOneField(Call, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong")
    decision = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="wrong"
    )

    kept = Kept(open="id", record="monitoring call decision language by at", confidence="why")
