from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0040_what_is_attached_wrong_or_discharged"),
    ]

    operations = [
        migrations.AddField(
            model_name="task",
            name="from_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="task",
            name="until_on",
            field=models.DateField(blank=True, null=True),
        ),
    ]
