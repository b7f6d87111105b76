from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

KINDS = {"monitoring_start_letter": "start", "monitoring_closing_letter": "closing"}


def letters_are_of_the_order_that_had_begun_last(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    """Letters that were made before they named their order are of the last one that had begun by then."""
    documents = apps.get_model("casefile", "Document").objects.filter(kind__in=KINDS).exclude(party=None)
    monitorings = apps.get_model("monitoring", "Monitoring").objects.order_by("begun_at", "pk")
    letters, known = apps.get_model("monitoring", "Letters").objects, set()
    for one in documents.order_by("pk"):
        of_it = (one.case_id, one.kind, one.version)
        order = monitorings.filter(case=one.case_id, begun_at__lte=one.made_at).last()
        if order is not None and of_it not in known:
            known.add(of_it)
            letters.create(monitoring=order, letter=KINDS[one.kind], version=one.version, at=one.made_at)


class Migration(migrations.Migration):
    """Each order keeps its own letters."""

    dependencies = [("monitoring", "0003_letters_of_each_order")]
    operations = [
        migrations.RunPython(letters_are_of_the_order_that_had_begun_last, migrations.RunPython.noop),
    ]
