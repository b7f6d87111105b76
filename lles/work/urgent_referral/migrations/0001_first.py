# Danger seen, whom it is referred to, and what they said.

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("casefile", "0010_people_by_birth"),
    ]

    operations = [
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seen_at", models.DateTimeField()),
                ("seen_in", models.SlugField(max_length=12)),
                ("words", models.BinaryField()),
                ("language", models.CharField(max_length=2)),
                (
                    "harm",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=20), size=None
                    ),
                ),
                ("children_safe", models.SlugField(max_length=8)),
                ("adults_safe", models.SlugField(max_length=8)),
                (
                    "known_to",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("at", models.DateTimeField()),
                ("noted_at", models.DateTimeField(blank=True, null=True)),
                ("outcome", models.SlugField(blank=True, max_length=20)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casefile.checkanswer",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casefile.officer"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urgent_referrals",
                        to="casefile.case",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casefile.officer",
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casefile.conversation",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casefile.officer",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casefile.party",
                    ),
                ),
            ],
            options={
                "ordering": ["-seen_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Recipient",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.SlugField(max_length=20)),
                ("body", models.SlugField(max_length=80)),
                ("receipt", models.CharField(max_length=40, unique=True)),
                ("state", models.CharField(default="to_send", max_length=16)),
                ("phoned_at", models.DateTimeField(blank=True, null=True)),
                ("phoned_whom", models.CharField(blank=True, max_length=200)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("sent_way", models.SlugField(blank=True, max_length=20)),
                ("sent_to", models.CharField(blank=True, max_length=200)),
                ("asked_again_on", models.DateField(blank=True, null=True)),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                ("their_reference", models.CharField(blank=True, max_length=80)),
                (
                    "phoned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casefile.officer",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casefile.officer",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recipients",
                        to="urgent_referral.referral",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ReferredChild",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casefile.child"
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="about",
                        to="urgent_referral.referral",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received_at", models.DateTimeField()),
                ("decision", models.SlugField(max_length=20)),
                ("by_day", models.DateField(blank=True, null=True)),
                ("words", models.BinaryField()),
                ("language", models.CharField(max_length=2)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casefile.officer"
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="urgent_referral.recipient",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Written",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("language", models.CharField(max_length=2)),
                ("sha256", models.CharField(max_length=64)),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casefile.officer"
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="written",
                        to="urgent_referral.recipient",
                    ),
                ),
            ],
            options={
                "ordering": ["-version", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("closed_at", None)), fields=["case"], name="open_danger_of_a_case"
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("outcome", "")),
                    models.Q(("closed_at__isnull", False), models.Q(("outcome", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_referral_that_is_closed_has_an_outcome",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="09552b8468060624907fe8cf4c9abd7de9defaae",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_0bb73",
                    table="urgent_referral_referral",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="what_was_seen_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."harm" IS DISTINCT FROM (NEW."harm") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."seen_at" IS DISTINCT FROM (NEW."seen_at") OR OLD."seen_in" IS DISTINCT FROM (NEW."seen_in") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b2e27396b6a397799f2edd198220fadb2375014f",
                    operation="UPDATE",
                    pgid="pgtrigger_what_was_seen_stays_af27d",
                    table="urgent_referral_referral",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="recipient",
            constraint=models.UniqueConstraint(
                fields=("referral", "kind", "body"), name="a_danger_is_referred_to_a_body_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="recipient",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_at__isnull", False), ("state__in", ["to_send", "not_needed"]), _connector="OR"
                ),
                name="what_is_sent_has_a_moment",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recipient",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="95636718980e7c3355f4ab81224f5d3f2492ee22",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_fb97f",
                    table="urgent_referral_recipient",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recipient",
            trigger=pgtrigger.compiler.Trigger(
                name="what_was_sent_stays_sent",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{to_send:sent,to_send:not_needed,sent:acknowledged,sent:answered,acknowledged:answered}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="15b7f448c6b26f15cdb384ae6c2d12bfed62918d",
                    operation="UPDATE",
                    pgid="pgtrigger_what_was_sent_stays_sent_40fb5",
                    table="urgent_referral_recipient",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="referredchild",
            constraint=models.UniqueConstraint(
                fields=("referral", "child"), name="a_referral_is_about_a_child_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referredchild",
            trigger=pgtrigger.compiler.Trigger(
                name="written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b0e6a4bcd8d97971b53e866230648d02408f6193",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_written_once_0eca3",
                    table="urgent_referral_referredchild",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reply",
            trigger=pgtrigger.compiler.Trigger(
                name="written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="24c6e174572a2827b49ea1b8eb01654389dd0364",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_written_once_52519",
                    table="urgent_referral_reply",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="written",
            constraint=models.UniqueConstraint(
                fields=("recipient", "version", "language"),
                name="a_referral_is_written_once_in_each_language",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="written",
            trigger=pgtrigger.compiler.Trigger(
                name="written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f57f1718611d59aa5fbbd0e8fd6dee62b6a7fa9b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_written_once_99d62",
                    table="urgent_referral_written",
                    when="BEFORE",
                ),
            ),
        ),
    ]
