import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0030_undated_people_by_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="party",
            name="wrote_in",
            field=models.CharField(blank=True, max_length=2),
        ),
        migrations.AddField(
            model_name="receivedpaper",
            name="language",
            field=models.CharField(blank=True, max_length=2),
        ),
        migrations.AddField(
            model_name="receivedpaper",
            name="party",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="casefile.party",
            ),
        ),
    ]
