import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0029_a_conversation_recorded_wrongly"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="child",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("born_on", None)),
                fastupdate=False,
                fields=["search_name"],
                name="child_undated_by_name",
                opclasses=["gin_trgm_ops"],
            ),
        ),
        migrations.AddIndex(
            model_name="party",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("born_on", None)),
                fastupdate=False,
                fields=["search_name"],
                name="party_undated_by_name",
                opclasses=["gin_trgm_ops"],
            ),
        ),
    ]
