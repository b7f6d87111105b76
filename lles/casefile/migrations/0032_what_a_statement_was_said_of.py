from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0031_papers_say_who_wrote_them"),
    ]

    operations = [
        migrations.AddField(
            model_name="confidentialitystatement",
            name="said_of",
            field=models.CharField(blank=True, max_length=64),
        ),
    ]
