from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0036_what_is_attached_to_an_order"),
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
