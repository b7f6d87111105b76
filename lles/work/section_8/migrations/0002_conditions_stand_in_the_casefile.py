from django.db import migrations

MOVED = """
INSERT INTO casefile_attached
  (order_id, kind, party_id, ties, paragraph, words, language, since, until, by_id, at)
SELECT order_id, 'condition', party_id, ties, paragraph, '', '', since, until, by_id, at
FROM section_8_condition ORDER BY id;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0036_what_is_attached_to_an_order"),
        ("section_8", "0001_first"),
    ]

    operations = [
        migrations.RunSQL(MOVED, migrations.RunSQL.noop),
        migrations.DeleteModel(
            name="Condition",
        ),
    ]
