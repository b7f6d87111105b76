from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casefile", "0015_application_facts")]

    operations = [
        migrations.AddIndex(
            model_name="sighting",
            index=models.Index(fields=["officer", "-at"], name="last_looks_of_officer"),
        ),
    ]
