"""Checks with several facts in an answer, each reminder a row, adults outside the case, and abuse as it is raised."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# Each answer so far becomes an answer of one fact, and each last reminder a row of its own.
MOVE = """
INSERT INTO casefile_checkfact
  (answer_id, outcome, began, ended, subject, is_abuse, as_received, as_received_language, passing_on)
SELECT id, outcome, '', '', '', false, as_received, as_received_language,
  CASE WHEN may_be_passed_on THEN 'text' ELSE 'sentence' END
FROM casefile_checkanswer ORDER BY id;
INSERT INTO casefile_chase (asked_id, "on", way, by_id, at)
SELECT asked.id, asked.chased_on, '', service.id, asked.chased_on::timestamp AT TIME ZONE 'Europe/London'
FROM casefile_check AS asked, casefile_officer AS service
WHERE asked.chased_on IS NOT NULL AND service.is_service;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0013_serving"),
    ]

    operations = [
        migrations.CreateModel(
            name="AbuseRaised",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.SlugField(max_length=20)),
                ("subject", models.CharField(blank=True, max_length=60)),
                ("raised_on", models.DateField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["raised_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Chase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("way", models.CharField(blank=True, max_length=20)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="CheckFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("outcome", models.SlugField(max_length=40)),
                ("began", models.CharField(blank=True, max_length=10)),
                ("ended", models.CharField(blank=True, max_length=10)),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("is_abuse", models.BooleanField(default=False)),
                ("as_received", models.TextField(blank=True)),
                ("as_received_language", models.CharField(default="en", max_length=2)),
                ("passing_on", models.CharField(default="sentence", max_length=10)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="OtherAdult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_name", models.CharField(max_length=200)),
                ("last_name", models.CharField(max_length=200)),
                ("former_names", models.CharField(blank=True, max_length=300)),
                ("born_on", models.DateField(blank=True, null=True)),
                ("relation", models.SlugField(max_length=20)),
                ("lives_with_party", models.BooleanField(blank=True, null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AlterModelOptions(
            name="check",
            options={"ordering": ["party__role", "party__number", "adult", "child", "kind", "number", "id"]},
        ),
        migrations.RemoveConstraint(
            model_name="check",
            name="a_check_of_a_person_is_opened_once",
        ),
        migrations.AddField(
            model_name="check",
            name="basis_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="given_bases",
                to="casefile.party",
            ),
        ),
        migrations.AddField(
            model_name="check",
            name="basis_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="check",
            name="basis_words",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="check",
            name="child",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="checks",
                to="casefile.child",
            ),
        ),
        migrations.AddField(
            model_name="check",
            name="is_enhanced",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="check",
            name="place",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="check",
            name="set_aside_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="check",
            name="set_aside_because",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="check",
            name="way",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AlterField(
            model_name="check",
            name="party",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="checks",
                to="casefile.party",
            ),
        ),
        migrations.AddField(
            model_name="abuseraised",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casefile.officer"
            ),
        ),
        migrations.AddField(
            model_name="abuseraised",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="abuse_raised", to="casefile.case"
            ),
        ),
        migrations.AddField(
            model_name="abuseraised",
            name="party",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="casefile.party",
            ),
        ),
        migrations.AddField(
            model_name="chase",
            name="asked",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="chases", to="casefile.check"
            ),
        ),
        migrations.AddField(
            model_name="chase",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casefile.officer"
            ),
        ),
        migrations.AddField(
            model_name="checkfact",
            name="answer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="casefile.checkanswer"
            ),
        ),
        migrations.AddField(
            model_name="checkfact",
            name="child",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="casefile.child",
            ),
        ),
        migrations.AddField(
            model_name="otheradult",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casefile.officer"
            ),
        ),
        migrations.AddField(
            model_name="otheradult",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="other_adults", to="casefile.case"
            ),
        ),
        migrations.AddField(
            model_name="otheradult",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="other_adults", to="casefile.party"
            ),
        ),
        migrations.AddField(
            model_name="check",
            name="adult",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="checks",
                to="casefile.otheradult",
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.UniqueConstraint(
                fields=("case", "party", "adult", "child", "kind", "number"),
                name="a_check_of_a_person_is_opened_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("adult__isnull", True), ("child__isnull", True), ("party__isnull", False)),
                    models.Q(("adult__isnull", False), ("child__isnull", True), ("party__isnull", True)),
                    models.Q(("adult__isnull", True), ("child__isnull", False), ("party__isnull", True)),
                    _connector="OR",
                ),
                name="a_check_is_about_one_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="abuseraised",
            constraint=models.UniqueConstraint(
                fields=("case", "source", "subject"), name="abuse_is_raised_once_by_one_thing"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="abuseraised",
            trigger=pgtrigger.compiler.Trigger(
                name="written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3cc1dc9961c5ae139e0e5579c2c23cc6bc6e1c92",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_written_once_210e5",
                    table="casefile_abuseraised",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chase",
            trigger=pgtrigger.compiler.Trigger(
                name="written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="853cddcf672f518ccf1520da8d02801d035e5777",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_written_once_1f9ba",
                    table="casefile_chase",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkfact",
            trigger=pgtrigger.compiler.Trigger(
                name="written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4a52e4e6d9824ca83182e7e7440198b265de7d13",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_written_once_d08ba",
                    table="casefile_checkfact",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name="check",
            name="chased_on",
        ),
        migrations.RemoveField(
            model_name="checkanswer",
            name="as_received",
        ),
        migrations.RemoveField(
            model_name="checkanswer",
            name="as_received_language",
        ),
        migrations.RemoveField(
            model_name="checkanswer",
            name="may_be_passed_on",
        ),
        migrations.RemoveField(
            model_name="checkanswer",
            name="outcome",
        ),
    ]
