-- Who may see and change what, kept by the database so that no way in is forgotten. Requests run
-- under one of two roles that own nothing: <owner>_public, whose policies know no audience, so that
-- nothing it says can make it see more; and <owner>_signed_in, which sets its audience in each
-- transaction: app.audience is 'officer', 'administrator' or 'council:' and ids, app.account the
-- account's id. Rows that are not public have policies; tables that are public as they are have none,
-- since a policy would keep geometry indexes from being used, and their writers are checked instead.

-- The role of this store, for GRANT and CREATE POLICY by EXECUTE.
CREATE FUNCTION store_role(kind text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT pg_get_userbyid(nspowner) || '_' || kind FROM pg_namespace
  WHERE nspname = current_schema()
$$;

CREATE FUNCTION audience_is(kind text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(current_setting('app.audience', true), '') = kind
$$;

-- The councils that whoever is signed in acts for.
CREATE FUNCTION audience_councils() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN current_setting('app.audience', true) ~ '^council:[0-9]+(,[0-9]+)*$'
    THEN string_to_array(substr(current_setting('app.audience', true), 9), ',')::bigint[]
    ELSE '{}' END
$$;

-- Whether what concerns a council, and is not public, may be seen.
CREATE FUNCTION audience_sees(council bigint) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT audience_is('officer') OR council = ANY (audience_councils())
$$;

CREATE FUNCTION audience_account() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.account', true), '')::bigint
$$;

-- A claim is right from published_from until published_until, which says nothing of the dates that it
-- is about: before the first it is known to its council and officers, after the second it stands for
-- what was once published. Null: until now.
ALTER TABLE status ADD COLUMN published_until timestamptz
  CHECK (published_until > published_from);
ALTER TABLE status_history ADD COLUMN published_until timestamptz;
ALTER TABLE status DROP CONSTRAINT status_one_at_a_time;
ALTER TABLE status ADD CONSTRAINT status_one_at_a_time
  EXCLUDE USING gist (council_id WITH =, service_id WITH =, valid WITH &&,
                      tstzrange(published_from, published_until) WITH &&);
CREATE INDEX status_council ON status (council_id);

-- Until when the claims about a council are told: what is published now, or all that is known.
CREATE FUNCTION told_until(council bigint) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN audience_sees(council) THEN 'infinity' ELSE now() END
$$;

-- Every council valid at the date, once, with what whoever asks may know of its status then: no row
-- at a date means unknown. Confidential: it is not public yet.
DROP FUNCTION council_status_at(date, text);
CREATE FUNCTION council_status_at(at date, service_code text DEFAULT 'landscaping')
RETURNS TABLE (council_id bigint, status text, since date, arrangement text, basis text,
               source text, note text, status_id bigint, confidential boolean)
LANGUAGE sql STABLE AS $$
  SELECT c.id, coalesce(s.status, 'unknown'), lower(s.valid), s.arrangement, s.basis,
         s.source, s.note, s.id, coalesce(s.published_from > now(), false)
  FROM council c
  LEFT JOIN (status s JOIN service v ON v.id = s.service_id AND v.code = service_code)
    ON s.council_id = c.id AND s.valid @> at
       AND tstzrange(s.published_from, s.published_until) @> told_until(c.id)
  WHERE c.valid @> at
$$;

-- Gives a claim the agreement of another, with what it covers.
CREATE FUNCTION copy_agreement(from_status bigint, to_status bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  kept text;
  made bigint;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ') INTO kept FROM pg_attribute
  WHERE attrelid = 'agreement'::regclass AND attnum > 0 AND NOT attisdropped
    AND attname NOT IN ('id', 'status_id');
  EXECUTE format('INSERT INTO agreement (status_id, %1$s) SELECT $2, %1$s FROM agreement
                  WHERE status_id = $1 RETURNING id', kept)
  INTO made USING from_status, to_status;
  INSERT INTO agreement_cover (agreement_id, asset_type, reference, covers)
  SELECT made, c.asset_type, c.reference, c.covers
  FROM agreement_cover c JOIN agreement g ON g.id = c.agreement_id
  WHERE g.status_id = from_status AND made IS NOT NULL;
END $$;

-- Claims what a council's status is in a span of dates, from a moment of publication on. What was
-- claimed of these dates before stays on record and, until that moment, published; claims that
-- reach beyond the span go on beside it, with their agreements. Without a status nothing is claimed
-- of the span any more. Gives the id of the new claim.
CREATE FUNCTION claim_status(council bigint, of_service bigint, claimed text, span daterange,
                             arrangement text, basis text, source text, note text,
                             publish timestamptz DEFAULT now()) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  old status;
  rest daterange;
  in_place boolean;
  made bigint;
BEGIN
  IF span IS NULL OR isempty(span) THEN
    RAISE EXCEPTION 'a status ends after it begins' USING ERRCODE = 'check_violation';
  END IF;
  FOR old IN
    SELECT * FROM status s
    WHERE s.council_id = council AND s.service_id = of_service AND s.valid && span
      AND tstzrange(s.published_from, s.published_until) && tstzrange(publish, NULL)
    ORDER BY s.valid FOR UPDATE
  LOOP
    -- One that would have been published later, or now, was never seen: it is cut where it stands.
    in_place := old.published_from >= publish;
    IF NOT in_place THEN
      UPDATE status SET published_until = publish WHERE id = old.id;
    END IF;
    FOR rest IN SELECT unnest(datemultirange(old.valid) - datemultirange(span)) LOOP
      IF in_place THEN
        UPDATE status SET valid = rest WHERE id = old.id;
        in_place := false;
      ELSE
        INSERT INTO status (council_id, service_id, status, valid, arrangement, basis, source, note,
                            published_from, published_until, edition_id)
        VALUES (old.council_id, old.service_id, old.status, rest, old.arrangement, old.basis,
                old.source, old.note, greatest(old.published_from, publish), old.published_until,
                old.edition_id)
        RETURNING id INTO made;
        PERFORM copy_agreement(old.id, made);
      END IF;
    END LOOP;
    IF in_place THEN
      DELETE FROM status WHERE id = old.id;
    END IF;
  END LOOP;
  IF claimed IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO status (council_id, service_id, status, valid, arrangement, basis, source, note,
                      published_from)
  VALUES (council, of_service, claimed, span, arrangement, basis, source, note, publish)
  RETURNING id INTO made;
  IF claimed = 'devolved' THEN
    INSERT INTO agreement (status_id, term) VALUES (made, span);
  END IF;
  RETURN made;
END $$;

-- Whoever claims without saying when it is to be published publishes it at once.
ALTER TABLE status ALTER COLUMN published_from SET DEFAULT now(),
  ALTER COLUMN recorded_by SET DEFAULT coalesce('account ' || audience_account(), session_user);

-- Nodes wake at the end of a publication too: a claim may be taken back without another.
CREATE OR REPLACE FUNCTION note_publications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO publication_due
  SELECT due, id FROM new_rows, LATERAL (VALUES (published_from), (published_until)) AS times (due)
  WHERE due > now() AND isfinite(due)
  ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  IF FOUND THEN
    NOTIFY greensward_revision, 'due';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  event text;
BEGIN
  FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    EXECUTE format('DROP TRIGGER status_%s_seen ON status', event);
    EXECUTE format(
      'CREATE TRIGGER status_%1$s_seen AFTER %1$s ON status REFERENCING %2$s
       FOR EACH STATEMENT EXECUTE FUNCTION parishes_concerned(%3$L, %4$L, %5$L)',
      event,
      concat_ws(' ', CASE WHEN event <> 'delete' THEN 'NEW TABLE AS new_rows' END,
                     CASE WHEN event <> 'insert' THEN 'OLD TABLE AS old_rows' END),
      'council_id, service_id, status, valid, arrangement, basis,'
      ' tstzrange(published_from, published_until) @> now() AS known',
      'JOIN council_parish cp USING (council_id) WHERE known', '{boundaries,land,parishes}');
  END LOOP;
END $$;

-- Accounts. What is secret stands apart, where only the doorkeeper reads it.
CREATE TABLE account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
  name text NOT NULL CHECK (name ~ '\S'),
  role text NOT NULL CHECK (role IN ('council', 'officer', 'administrator')),
  title text NOT NULL CHECK (title ~ '\S'),  -- the office held: what others are shown
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);
CREATE UNIQUE INDEX account_email ON account (lower(email));
CREATE TABLE account_council (
  account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  council_id bigint NOT NULL REFERENCES council,
  PRIMARY KEY (account_id, council_id)
);
CREATE TABLE account_secret (
  account_id bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  password_hash text
);

-- Who holds the office, as others are shown it: never the person's name.
CREATE FUNCTION account_title(account bigint) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT title FROM account WHERE id = $1
$$;

-- Every write, once and for ever. Whose name an account id is, and from which network address a
-- request came, stand in tables of their own, which are cleared after a time.
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  account_id bigint DEFAULT audience_account(),  -- null: a program, see database_role
  database_role text NOT NULL DEFAULT session_user,
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  action text NOT NULL,                          -- insert, update, delete, or a word of its own
  subject text NOT NULL,                         -- the table, or what else it was done to
  row_key text,
  council_id bigint,
  before jsonb,
  after jsonb,
  reason text DEFAULT nullif(current_setting('app.reason', true), ''),
  source text DEFAULT nullif(current_setting('app.source', true), '')
);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_row ON audit (subject, row_key);
CREATE TABLE audit_origin (
  transaction_id xid8 PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  address inet NOT NULL
);

CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is only ever added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();
ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_kept;

-- Writes one entry, for what is no change of a row: a sign-in, an import.
CREATE FUNCTION audit_note(action text, subject text, row_key text DEFAULT NULL,
                           council bigint DEFAULT NULL, after jsonb DEFAULT NULL)
RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
  INSERT INTO audit_origin (transaction_id, address)
  SELECT pg_current_xact_id(), current_setting('app.address', true)::inet
  WHERE coalesce(current_setting('app.address', true), '') <> ''
  ON CONFLICT DO NOTHING;
  INSERT INTO audit (action, subject, row_key, council_id, after)
  VALUES ($1, $2, $3, $4, $5);
$$;

-- Arguments: the columns that name a row, and the one that names its council, if any. Imports turn it
-- off (app.bulk is 'on'): what they replace is in the history tables, and they note their edition. One
-- that only looks at what it would do ('preview') needs some rows of each statement, not all.
CREATE FUNCTION audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
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

-- For tables that anybody may read: whoever is signed in and no officer changes nothing.
CREATE FUNCTION officers_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF session_user = store_role('signed_in') AND NOT audience_is('officer') THEN
    RAISE EXCEPTION '% is changed by officers only', TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;

-- Has every change of a table written down. Keys: the columns that name a row, with commas.
CREATE PROCEDURE audit_table(name text, keys text, council text DEFAULT NULL) LANGUAGE plpgsql AS $$
DECLARE
  event text;
BEGIN
  FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %1$s_%2$s_audited AFTER %2$s ON %1$I REFERENCING %3$s
       FOR EACH STATEMENT EXECUTE FUNCTION audited(%4$s)',
      name, event,
      concat_ws(' ', CASE WHEN event <> 'delete' THEN 'NEW TABLE AS new_rows' END,
                     CASE WHEN event <> 'insert' THEN 'OLD TABLE AS old_rows' END),
      concat_ws(', ', quote_literal(keys), quote_literal(council)));
  END LOOP;
END $$;

-- Gives the two roles a table that anybody may read and officers change.
CREATE PROCEDURE open_table(name text, keys text, council text DEFAULT NULL) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT SELECT ON %I TO %I, %I', name, store_role('public'),
                 store_role('signed_in'));
  EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO %I', name, store_role('signed_in'));
  EXECUTE format('CREATE TRIGGER %1$s_officers_only BEFORE INSERT OR UPDATE OR DELETE ON %1$I
                  FOR EACH STATEMENT EXECUTE FUNCTION officers_only()', name);
  CALL audit_table(name, keys, council);
END $$;

-- Gives whoever is signed in a table whose rows some may see and some may change; the public nothing.
-- Both are conditions on a row; null: nobody.
CREATE PROCEDURE closed_table(name text, seen text, changed text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('GRANT SELECT ON %I TO %I', name, store_role('signed_in'));
  EXECUTE format('CREATE POLICY %1$s_seen ON %1$I FOR SELECT TO %2$I USING (%3$s)', name,
                 store_role('signed_in'), seen);
  IF changed IS NOT NULL THEN
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO %I', name, store_role('signed_in'));
    EXECUTE format('CREATE POLICY %1$s_added ON %1$I FOR INSERT TO %2$I WITH CHECK (%3$s)', name,
                   store_role('signed_in'), changed);
    EXECUTE format('CREATE POLICY %1$s_changed ON %1$I FOR UPDATE TO %2$I USING (%3$s)
                    WITH CHECK (%3$s)', name, store_role('signed_in'), changed);
    EXECUTE format('CREATE POLICY %1$s_removed ON %1$I FOR DELETE TO %2$I USING (%3$s)', name,
                   store_role('signed_in'), changed);
  END IF;
END $$;

DO $$
DECLARE
  everyone CONSTANT text := format('%I, %I', store_role('public'), store_role('signed_in'));
  signed_in CONSTANT text := quote_ident(store_role('signed_in'));
  officer CONSTANT text := 'audience_is(''officer'')';
  it record;
  kept text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %s', current_schema(), everyone);

  -- What an import fills, and what people word. Councils and officers read no more of it than others.
  FOR it IN
    SELECT * FROM (VALUES
      ('authority', 'id', NULL), ('party', 'id', NULL), ('service', 'id', NULL),
      ('council', 'id', 'id'), ('council_parish', 'council_id,parish_code', 'council_id'),
      ('council_address', 'slug', 'council_id'),
      ('council_succession', 'council_id,successor_id', 'council_id'),
      ('parish', 'id', NULL), ('ward', 'id', NULL),
      ('council_ward', 'council_id,ward_id', 'council_id'),
      ('forum', 'id', NULL), ('forum_council', 'forum_id,council_id', 'council_id'),
      ('asset_type', 'code', NULL), ('contract', 'id', NULL), ('lot', 'id', NULL),
      ('regime', 'id', NULL), ('land', 'id', NULL), ('context', 'id', NULL),
      ('postcode', 'code', NULL), ('place', 'id', NULL), ('layer_licence', 'layer', NULL)
    ) AS t (name, keys, council)
  LOOP
    CALL open_table(it.name, it.keys, it.council);
  END LOOP;

  -- What the program keeps of it.
  FOREACH kept IN ARRAY ARRAY['store', 'piece', 'land_overlap', 'layer_revision', 'layer_change',
      'change_date', 'search_word', 'register_name'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO %s', kept, everyone);
  END LOOP;
  -- Of a report the numbers only: its lines may tell of rows that are not public.
  ALTER TABLE edition ADD COLUMN fault_counts jsonb GENERATED ALWAYS AS (report -> 'faultCounts') STORED;
  EXECUTE format('GRANT SELECT (id, layer, file_name, source, licence, crs, features, imported_at,
                                fault_counts) ON edition TO %s', everyone);
  EXECUTE format('GRANT SELECT ON edition TO %s', signed_in);

  -- What is public in part.
  FOR it IN
    SELECT * FROM (VALUES
      ('status', 'published_from <= now()', 'audience_sees(council_id)', 'id', 'council_id'),
      ('agreement', 'EXISTS (SELECT FROM status s WHERE s.id = status_id)', NULL, 'id', NULL),
      ('agreement_cover', 'EXISTS (SELECT FROM agreement g WHERE g.id = agreement_id)', NULL,
       'agreement_id,asset_type,reference', NULL),
      ('rate', 'published_from <= now()', officer, 'id', NULL)
    ) AS t (name, published, seen, keys, council)
  LOOP
    EXECUTE format('GRANT SELECT ON %I TO %I', it.name, store_role('public'));
    CALL closed_table(it.name, concat_ws(' OR ', it.published, it.seen), officer);
    EXECUTE format('CREATE POLICY %1$s_published ON %1$I FOR SELECT TO %2$I USING (%3$s)', it.name,
                   store_role('public'), it.published);
    CALL audit_table(it.name, it.keys, it.council);
  END LOOP;

  -- What was replaced may have been unpublished; and the trail.
  FOR kept IN SELECT relname FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relname LIKE '%\_history'
      AND relkind = 'r' AND relname <> 'flyway_schema_history'
  LOOP
    CALL closed_table(kept, officer, NULL);
  END LOOP;
  CALL closed_table('audit', officer, NULL);
  CALL closed_table('audit_origin', officer, NULL);
  CALL closed_table('account', 'audience_is(''administrator'') OR id = audience_account()',
                    'audience_is(''administrator'')');
  CALL closed_table('account_council',
                    'audience_is(''administrator'') OR account_id = audience_account()',
                    'audience_is(''administrator'')');
  CALL audit_table('account', 'id');
  CALL audit_table('account_council', 'account_id,council_id', 'council_id');
END $$;

-- What follows from a change is written by the owner, whoever made the change; and whoever edits, with
-- whatever search path, these find the tables of this schema.
DO $$
DECLARE
  kept text;
BEGIN
  FOR kept IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE pronamespace = current_schema()::regnamespace AND prorettype = 'trigger'::regtype
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      AND proname NOT IN ('officers_only', 'audit_is_kept')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['store_role(text)', 'note_publications()', 'audited()',
      'officers_only()', 'audit_note(text, text, text, bigint, jsonb)', 'account_title(bigint)',
      'copy_agreement(bigint, bigint)',
      'claim_status(bigint, bigint, text, daterange, text, text, text, text, timestamptz)'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, public', kept, current_schema());
  END LOOP;
END $$;
