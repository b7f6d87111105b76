from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("first_hearing", "0004_own_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="hearingrecord",
            name="arrangements",
            field=models.JSONField(default=list),
        ),
    ]
