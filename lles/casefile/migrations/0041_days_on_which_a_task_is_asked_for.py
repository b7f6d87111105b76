from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0037_what_is_put_right_of_people"),
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
