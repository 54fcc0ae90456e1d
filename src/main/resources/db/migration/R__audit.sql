-- Audit: every change of a row is written to the table audit, before and after, whoever makes it.
-- Names of people and network addresses stand in other tables, which are cleared after a time.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- The audit table accepts new rows only, in every replication role.
CREATE OR REPLACE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is only ever added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();
ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_kept;

-- Writes one entry for something that is no change of a row: a sign-in, an import.
CREATE OR REPLACE FUNCTION audit_note(action text, subject text, row_key text DEFAULT NULL,
                           council bigint DEFAULT NULL, after jsonb DEFAULT NULL)
RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
  INSERT INTO audit_origin (transaction_id, address)
  SELECT pg_current_xact_id(), current_setting('app.address', true)::inet
  WHERE coalesce(current_setting('app.address', true), '') <> ''
  ON CONFLICT DO NOTHING;
  INSERT INTO audit (action, subject, row_key, council_id, after)
  VALUES ($1, $2, $3, $4, $5);
$$;

-- Writes the changed rows of a statement. Arguments: the columns that name a row, and the one that
-- names its council, if any. Imports switch this off (app.bulk is 'on'): the rows that they replace
-- are in the history tables, and they note their edition. An import that is only previewed
-- (app.bulk is 'preview') needs some rows of each statement, not all.
CREATE OR REPLACE FUNCTION audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  key CONSTANT text := (SELECT string_agg(format('(r->>%L)', k), ' || '' '' || ')
                        FROM unnest(string_to_array(TG_ARGV[0], ',')) AS k);
  council CONSTANT text := CASE WHEN TG_NARGS > 1 THEN format('(r->>%L)::bigint', TG_ARGV[1])
                                ELSE 'NULL::bigint' END;
  empty CONSTANT text := 'SELECT NULL::text AS key, NULL::bigint AS council, NULL::jsonb AS r
                          WHERE false';
  rows_of CONSTANT text := 'SELECT %s AS key, %s AS council, r
                            FROM (SELECT to_jsonb(t) AS r FROM %s t LIMIT '
    || CASE WHEN current_setting('app.bulk', true) = 'preview' THEN '100' ELSE 'ALL' END || ') x';
BEGIN
  IF current_setting('app.bulk', true) = 'on' THEN
    RETURN NULL;
  END IF;
  INSERT INTO audit_origin (transaction_id, address)
  SELECT pg_current_xact_id(), current_setting('app.address', true)::inet
  WHERE coalesce(current_setting('app.address', true), '') <> ''
  ON CONFLICT DO NOTHING;
  EXECUTE format(
    'INSERT INTO audit (action, subject, row_key, council_id, before, after)
     SELECT %L, %L, key, coalesce(n.council, o.council), o.r, n.r
     FROM (%s) o FULL JOIN (%s) n USING (key)
     WHERE o.r IS DISTINCT FROM n.r',
    lower(TG_OP), TG_TABLE_NAME,
    CASE WHEN TG_OP = 'INSERT' THEN empty ELSE format(rows_of, key, council, 'old_rows') END,
    CASE WHEN TG_OP = 'DELETE' THEN empty ELSE format(rows_of, key, council, 'new_rows') END);
  RETURN NULL;
END $$;

-- Attaches the triggers that audit a table. keys: the columns that name a row, separated by commas.
CREATE OR REPLACE PROCEDURE audit_table(name text, keys text, council text DEFAULT NULL)
LANGUAGE plpgsql AS $$
DECLARE
  event text;
BEGIN
  FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %1$s_%2$s_audited AFTER %2$s ON %1$I REFERENCING %3$s
       FOR EACH STATEMENT EXECUTE FUNCTION audited(%4$s)',
      name, event,
      concat_ws(' ', CASE WHEN event <> 'delete' THEN 'NEW TABLE AS new_rows' END,
                     CASE WHEN event <> 'insert' THEN 'OLD TABLE AS old_rows' END),
      concat_ws(', ', quote_literal(keys), quote_literal(council)));
  END LOOP;
END $$;

-- Writes the changes of an account without its name and e-mail address: entries are never deleted,
-- and the account tells whose id it is for as long as it holds the name.
CREATE OR REPLACE FUNCTION account_audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  before CONSTANT jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - '{name,email}'::text[] END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - '{name,email}'::text[] END;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.name, OLD.email) IS DISTINCT FROM (NEW.name, NEW.email) THEN
    after := after || '{"name_or_address": "changed"}';
  END IF;
  INSERT INTO audit_origin (transaction_id, address)
  SELECT pg_current_xact_id(), current_setting('app.address', true)::inet
  WHERE coalesce(current_setting('app.address', true), '') <> ''
  ON CONFLICT DO NOTHING;
  INSERT INTO audit (action, subject, row_key, before, after)
  SELECT lower(TG_OP), 'account', coalesce(after ->> 'id', before ->> 'id'), before, after
  WHERE before IS DISTINCT FROM after;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER account_audited AFTER INSERT OR UPDATE OR DELETE ON account
  FOR EACH ROW EXECUTE FUNCTION account_audited();

-- The audited tables, with the columns that name a row and the one that names its council. Whoever
-- makes a table adds it here.
DO $$
DECLARE
  it record;
BEGIN
  FOR it IN
    SELECT * FROM (VALUES
      ('account_council', 'account_id,council_id', 'council_id'),
      ('agreement', 'id', NULL),
      ('agreement_cover', 'agreement_id,asset_type,reference', NULL),
      ('asset_type', 'code', NULL),
      ('authority', 'id', NULL),
      ('context', 'id', NULL),
      ('contract', 'id', NULL),
      ('contractor_link', 'id', NULL),
      ('contractor_link_lot', 'link_id,lot_id', NULL),
      ('council', 'id', 'id'),
      ('council_address', 'slug', 'council_id'),
      ('council_delivery', 'council_id', 'council_id'),
      ('council_note', 'id', 'council_id'),
      ('council_parish', 'council_id,parish_code', 'council_id'),
      ('council_succession', 'council_id,successor_id', 'council_id'),
      ('council_ward', 'council_id,ward_id', 'council_id'),
      ('engagement_plan', 'council_id', 'council_id'),
      ('engagement_step', 'id', 'council_id'),
      ('feed_link', 'id', 'council_id'),
      ('forum', 'id', NULL),
      ('forum_council', 'forum_id,council_id', 'council_id'),
      ('forum_meeting', 'id', NULL),
      ('gis_role', 'id', 'council_id'),
      ('land', 'id', NULL),
      ('layer_licence', 'layer', NULL),
      ('letter_template', 'id', NULL),
      ('licence_acceptance', 'id', NULL),
      ('lot', 'id', NULL),
      ('parish', 'id', NULL),
      ('party', 'id', NULL),
      ('place', 'id', NULL),
      ('postcode', 'code', NULL),
      ('proposal', 'id', 'council_id'),
      ('rate', 'id', NULL),
      ('regime', 'id', NULL),
      ('service', 'id', NULL),
      ('status', 'id', 'council_id'),
      ('ward', 'id', NULL)
    ) AS t (name, keys, council)
  LOOP
    CALL audit_table(it.name, it.keys, it.council);
  END LOOP;
END $$;
