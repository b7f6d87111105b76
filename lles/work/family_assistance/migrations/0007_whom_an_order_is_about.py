import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("family_assistance", "0006_recorded_wrongly"),
    ]

    operations = [
        migrations.AddField(
            model_name="assistance",
            name="about",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), blank=True, default=list, size=None
            ),
        ),
    ]
