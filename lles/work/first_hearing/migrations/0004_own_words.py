from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("first_hearing", "0003_what_the_parties_have_agreed"),
    ]

    operations = [
        migrations.AddField(
            model_name="hearingrecord",
            name="own_words",
            field=models.JSONField(default=list),
        ),
    ]
