"""The last day of an order that runs is the day of the task of its end: what begins something has it too."""

from django.db import migrations

ENDED_BY_IT = """
UPDATE casefile_task AS begins SET until_on = final.due_on
FROM casefile_task AS final
WHERE final.kind = 'family_assistance.end' AND final.ended_at IS NULL AND final.due_on IS NOT NULL
AND begins.case_id = final.case_id AND begins.subject = final.subject AND begins.ended_at IS NULL
AND begins.kind IN ('family_assistance.named', 'family_assistance.contact', 'family_assistance.letter',
 'family_assistance.plan', 'family_assistance.told', 'family_assistance.review')
"""


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0041_days_on_which_a_task_is_asked_for"),
        ("family_assistance", "0007_whom_an_order_is_about"),
    ]

    operations = [
        migrations.RunSQL(ENDED_BY_IT, migrations.RunSQL.noop),
    ]
