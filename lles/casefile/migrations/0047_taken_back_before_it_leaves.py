import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0046_sent_again_once_let_out"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="filing",
            name="filed_stays_filed",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filing",
            trigger=pgtrigger.compiler.Trigger(
                name="filed_stays_filed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{waiting:sending,waiting:withdrawn,sending:waiting,sending:accepted,sending:refused,sending:unknown,sending:unreachable,sending:stopped,refused:waiting,refused:filed_by_hand,unreachable:waiting,unreachable:filed_by_hand,unknown:accepted,unknown:waiting,unknown:filed_by_hand,by_hand:filed_by_hand,stopped:filed_by_hand,stopped:waiting,stopped:withdrawn,refused:withdrawn,unreachable:withdrawn,by_hand:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="26387980caa7f31703a6072585a6979bdf732c6d",
                    operation="UPDATE",
                    pgid="pgtrigger_filed_stays_filed_21aa2",
                    table="casefile_filing",
                    when="BEFORE",
                ),
            ),
        ),
    ]
