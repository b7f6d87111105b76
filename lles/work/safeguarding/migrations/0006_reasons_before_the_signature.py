"""Why a document is filed as it is stands beside the request for a signature."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0005_asked_of_somebody_and_said_in_both")]

    operations = [
        migrations.AddField(
            model_name="signoff",
            name="reasons",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
