"""An order that runs already has its last day: its tasks have it too, and without a plan its closing letters
are asked for from the next day."""

from django.db import migrations

# The last day on which something may begin stands with the task of the end; where the court ended the order
# (FAO-END), it is the day before.
_ORDERS = """
WITH made AS (
 SELECT DISTINCT ON (final.case_id, final.subject)
 final.case_id, final.subject, final.ended_at, assistance.terms_at,
 final.due_on - (final.provision = 'FAO-END')::int AS last,
 EXISTS (SELECT FROM family_assistance_plan AS plan
  WHERE plan.assistance_id = assistance.id AND plan.is_complete) AS planned,
 EXISTS (SELECT FROM family_assistance_namedone AS named
  WHERE named.assistance_id = assistance.id AND named.left_at IS NULL) AS names
 FROM casefile_task AS final
 JOIN family_assistance_assistance AS assistance ON assistance.id::text = final.subject
 WHERE final.kind = 'family_assistance.end' AND final.due_on IS NOT NULL
 AND (final.ended_at IS NULL OR final.outcome = 'done')
 ORDER BY final.case_id, final.subject, final.id DESC
)
"""

UNTIL_ITS_END = f"""{_ORDERS}
UPDATE casefile_task AS task SET until_on = made.last
FROM made
WHERE task.case_id = made.case_id AND task.subject = made.subject AND task.ended_at IS NULL
AND (task.kind IN ('family_assistance.named', 'family_assistance.contact', 'family_assistance.letter',
  'family_assistance.plan', 'family_assistance.told', 'family_assistance.review')
 OR (NOT made.planned AND task.kind IN ('family_assistance.address', 'family_assistance.end')))
"""

FROM_THE_NEXT_DAY = f"""{_ORDERS}
INSERT INTO casefile_task
 (case_id, kind, subject, provision, outcome, opened_at, from_on)
SELECT case_id, 'family_assistance.closing', subject, '', '', now(), last + 1
FROM made
WHERE ended_at IS NULL AND NOT planned AND terms_at IS NOT NULL AND names
ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0041_days_on_which_a_task_is_asked_for"),
        ("family_assistance", "0007_whom_an_order_is_about"),
    ]

    operations = [
        migrations.RunSQL(UNTIL_ITS_END, migrations.RunSQL.noop),
        migrations.RunSQL(FROM_THE_NEXT_DAY, migrations.RunSQL.noop),
    ]
