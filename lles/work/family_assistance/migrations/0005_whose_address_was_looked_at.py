import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0031_papers_say_who_wrote_them"),
        ("family_assistance", "0004_which_report_the_court_has"),
    ]

    operations = [
        migrations.AddField(
            model_name="worked",
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
