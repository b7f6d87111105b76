from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def numbers_were_of_working_days(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    """A number that was recorded before it had a unit is one of working days."""
    orders = apps.get_model("monitoring", "Monitoring").objects
    orders.exclude(report_within=None).update(report_unit="working_days")


class Migration(migrations.Migration):
    """The period of the report on a breach is in working days, in days, or at once."""

    dependencies = [("monitoring", "0005_recorded_wrongly")]
    operations = [
        migrations.AddField(
            model_name="monitoring",
            name="report_unit",
            field=models.SlugField(blank=True, max_length=12),
        ),
        migrations.RunPython(numbers_were_of_working_days, migrations.RunPython.noop),
    ]
