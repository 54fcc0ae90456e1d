-- Access: who is asking, what they may see and change, and the procedures that open or close a
-- table. Requests run as one of two roles that own nothing. The policies of <owner>_public do not
-- depend on the audience, so no setting can widen what it sees. <owner>_signed_in sets its audience
-- in each transaction: app.audience is 'officer', 'administrator' or 'council:' and ids;
-- app.account is the account's id. People of a GIS connect as database roles of their own, and the
-- table gis_role says who they are (R__gis_editing.sql, R__gis_views.sql).
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- Returns the name of one of this store's roles, for GRANT and CREATE POLICY by EXECUTE.
CREATE OR REPLACE FUNCTION store_role(kind text) RETURNS text LANGUAGE sql STABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
  SELECT pg_get_userbyid(nspowner) || '_' || kind FROM pg_namespace
  WHERE nspname = current_schema()
$$;

-- Returns whether the session belongs to the store's owner or to a superuser, whom no rule
-- restricts.
CREATE OR REPLACE FUNCTION session_is_keeper() RETURNS boolean LANGUAGE sql STABLE
SET search_path FROM CURRENT AS $$
  SELECT session_user = pg_get_userbyid(nspowner)
    OR (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)
  FROM pg_namespace WHERE nspname = current_schema()
$$;

-- Functions in the standard's notation (RETURN, BEGIN ATOMIC) resolve names when they are made, not
-- by the search path of the caller. Those below run for people who can set that path.

-- Returns the audience of a GIS role; null for every other role, and once its account has ended.
CREATE OR REPLACE FUNCTION gis_audience() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN (
  SELECT CASE WHEN g.kind = 'account' THEN a.role ELSE g.kind END
  FROM gis_role g LEFT JOIN account a ON a.id = g.account_id AND a.ended_at IS NULL
  WHERE g.role_name = session_user::text
    AND (g.kind <> 'account' OR a.role IN ('officer', 'council'))
);

-- Returns the councils that a GIS role acts for.
CREATE OR REPLACE FUNCTION gis_councils() RETURNS bigint[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN (
  SELECT CASE g.kind
    WHEN 'council' THEN ARRAY[g.council_id]
    WHEN 'account' THEN ARRAY(
      SELECT ac.council_id FROM account_council ac
      JOIN account a ON a.id = ac.account_id AND a.role = 'council' AND a.ended_at IS NULL
      WHERE ac.account_id = g.account_id) END
  FROM gis_role g WHERE g.role_name = session_user::text
);

-- Returns the account of a GIS role, while it is in use.
CREATE OR REPLACE FUNCTION gis_account() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN (
  SELECT a.id FROM gis_role g JOIN account a ON a.id = g.account_id AND a.ended_at IS NULL
  WHERE g.role_name = session_user::text
);

-- Returns the name of the API key that authenticated the request; null where a person signed in.
CREATE OR REPLACE FUNCTION audience_key() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.key', true), '')
$$;

-- What a session says of itself (app.*) is trusted only in the program's own three roles. Their
-- names are written into the functions, because policies call these for every row: a comparison is
-- cheaper than a look-up. Policies and column defaults depend on the three functions; replacing
-- them keeps these dependencies.
DO $$
DECLARE
  ours CONSTANT text := format('session_user IN (%L, %L, %L)', store_role('signed_in'),
    store_role('public'), (SELECT pg_get_userbyid(nspowner) FROM pg_namespace
                           WHERE nspname = current_schema()));
BEGIN
  EXECUTE format($sql$
    CREATE OR REPLACE FUNCTION audience_is(kind text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(CASE WHEN %s THEN current_setting('app.audience', true)
                         ELSE gis_audience() END, '') = kind
  $sql$, ours);
  -- The councils that a signed-in user acts for.
  EXECUTE format($sql$
    CREATE OR REPLACE FUNCTION audience_councils() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE
      WHEN NOT %s THEN coalesce(gis_councils(), '{}')
      WHEN current_setting('app.audience', true) ~ '^council:[0-9]+(,[0-9]+)*$'
        THEN string_to_array(substr(current_setting('app.audience', true), 9), ',')::bigint[]
      ELSE '{}' END
  $sql$, ours);
  EXECUTE format($sql$
    CREATE OR REPLACE FUNCTION audience_account() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN %s THEN nullif(current_setting('app.account', true), '')::bigint
                ELSE gis_account() END
  $sql$, ours);
END $$;

-- Returns whether the audience may see what concerns a council and is not public.
CREATE OR REPLACE FUNCTION audience_sees(council bigint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN audience_is('officer') OR council = ANY (audience_councils());

-- Returns up to which moment of publication the audience sees the claims about a council: what is
-- published now, or everything that is recorded.
CREATE OR REPLACE FUNCTION told_until(council bigint) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN audience_sees(council) THEN 'infinity' ELSE now() END;

-- Rejects changes by anybody but officers, whatever their role. For tables that everybody may read:
-- a policy on them would keep the planner from using the geometry indexes.
CREATE OR REPLACE FUNCTION officers_only() RETURNS trigger LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  IF NOT audience_is('officer') AND NOT session_is_keeper() THEN
    RAISE EXCEPTION '% is changed by officers only', TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;

-- Grants both roles a table that everybody may read and officers change, and attaches its triggers.
-- A migration that makes such a table calls it. The table then also stands in the list below and in
-- that of R__audit.sql, which attach the same triggers in their present form.
CREATE OR REPLACE PROCEDURE open_table(name text, keys text, council text DEFAULT NULL)
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT SELECT ON %I TO %I, %I', name, store_role('public'),
                 store_role('signed_in'));
  EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO %I', name, store_role('signed_in'));
  EXECUTE format('CREATE TRIGGER %1$s_officers_only BEFORE INSERT OR UPDATE OR DELETE ON %1$I
                  FOR EACH STATEMENT EXECUTE FUNCTION officers_only()', name);
  CALL audit_table(name, keys, council);
END $$;

-- Grants the role of signed-in users a table of which some may see rows and some may change them;
-- the public role gets nothing. Both arguments are conditions on a row; null: nobody.
CREATE OR REPLACE PROCEDURE closed_table(name text, seen text, changed text) LANGUAGE plpgsql AS $$
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

-- The tables that everybody may read and only officers change.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['asset_type', 'authority', 'context', 'contract', 'council',
      'council_address', 'council_parish', 'council_succession', 'council_ward', 'forum',
      'forum_council', 'forum_meeting', 'land', 'layer_licence', 'lot', 'parish', 'party', 'place',
      'postcode', 'regime', 'service', 'ward'] LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %1$s_officers_only BEFORE INSERT OR UPDATE OR DELETE ON %1$I
       FOR EACH STATEMENT EXECUTE FUNCTION officers_only()', name);
  END LOOP;
END $$;
