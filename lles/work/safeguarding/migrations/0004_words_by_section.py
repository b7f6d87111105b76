"""What the author writes has its place by section, and each concern what became of it."""

from django.db import migrations, models

MOVED = """
ALTER TABLE safeguarding_letter DISABLE TRIGGER USER;
UPDATE safeguarding_letter SET words = jsonb_build_object(
    'safety', jsonb_build_object('text', analysis, 'language', language)) WHERE analysis <> '';
ALTER TABLE safeguarding_letter ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0003_further_letters_and_signatures"),
    ]

    operations = [
        migrations.AddField("letter", "words", models.JSONField(default=dict)),
        migrations.AddField("letter", "concerns", models.JSONField(default=dict)),
        migrations.RunSQL(MOVED, migrations.RunSQL.noop),
        migrations.RemoveField("letter", "analysis"),
    ]
