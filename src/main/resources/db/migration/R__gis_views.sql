-- What people of a GIS read: the views of the schema <schema>_gis, and the grants of GIS roles.
-- Every view runs with the rights of its reader (security_invoker), so the policies of its tables
-- hold. A view can be replaced here while its columns stay, or get others at the end. Any other
-- change is a numbered migration that drops the view and makes it, as for functions.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- Closes what is open to everybody, and grants GIS roles what they are meant to read. Each start of
-- the program calls it, so that it covers the tables and functions of later migrations; it does
-- only what is not done yet. Whoever speaks SQL can make a temporary table of any name and call
-- every function that is open to all. So functions that run as the owner look for temporary tables
-- last, and only the program's roles may call them. Where there are GIS roles, they get what
-- signed-in users read, and the views.
CREATE OR REPLACE PROCEDURE open_to_gis() LANGUAGE plpgsql AS $$
DECLARE
  gis CONSTANT text := store_role('gis');
  signed_in CONSTANT text := store_role('signed_in');
  here CONSTANT text := current_schema();
  it record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('open_to_gis of ' || here));
  FOR it IN
    SELECT p.oid::regprocedure::text AS routine FROM pg_proc p
    WHERE p.pronamespace = here::regnamespace AND p.prokind = 'f' AND p.prosqlbody IS NULL
      AND (p.prosecdef OR p.prorettype = 'trigger'::regtype)
      AND NOT coalesce(p.proconfig::text ~ 'search_path=[^"]*, pg_temp', false)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, public, pg_temp', it.routine, here);
  END LOOP;
  FOR it IN
    SELECT p.oid::regprocedure::text AS routine FROM pg_proc p
    WHERE p.pronamespace = here::regnamespace AND p.prosecdef
      AND p.prorettype <> 'trigger'::regtype
      AND p.proname NOT IN ('gis_audience', 'gis_councils', 'gis_account')
      AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                  WHERE a.grantee = 0 AND a.privilege_type = 'EXECUTE')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON ROUTINE %s FROM PUBLIC', it.routine);
    EXECUTE format('GRANT EXECUTE ON ROUTINE %s TO %I, %I', it.routine, signed_in,
                   store_role('public'));
  END LOOP;

  IF to_regrole(quote_ident(gis)) IS NULL THEN
    RETURN;
  END IF;
  IF NOT has_schema_privilege(gis, here || '_gis', 'USAGE') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I, %I TO %I', here, here || '_gis', gis);
  END IF;
  FOR it IN
    SELECT c.oid::regclass::text AS relation,
           c.relnamespace <> here::regnamespace AND c.relname IN ('land_areas', 'land_lines', 'land_points')
             AS edited
    FROM pg_class c
    WHERE c.relkind IN ('r', 'v', 'm', 'p') AND NOT has_table_privilege(gis, c.oid, 'SELECT')
      AND (c.relnamespace = (quote_ident(here || '_gis'))::regnamespace
           OR c.relnamespace = here::regnamespace AND has_table_privilege(signed_in, c.oid, 'SELECT'))
  LOOP
    EXECUTE format('GRANT SELECT%s ON %s TO %I',
                   CASE WHEN it.edited THEN ', INSERT, UPDATE, DELETE' ELSE '' END, it.relation, gis);
  END LOOP;
  FOR it IN
    SELECT c.oid::regclass::text AS relation,
           string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = here::regnamespace AND a.attacl IS NOT NULL
      AND NOT has_table_privilege(signed_in, c.oid, 'SELECT')
      AND has_column_privilege(signed_in, c.oid, a.attnum, 'SELECT')
      AND NOT has_column_privilege(gis, c.oid, a.attnum, 'SELECT')
    GROUP BY c.oid
  LOOP
    EXECUTE format('GRANT SELECT (%s) ON %s TO %I', it.columns, it.relation, gis);
  END LOOP;
  FOR it IN
    SELECT policyname, tablename FROM pg_policies
    WHERE schemaname = here AND cmd = 'SELECT' AND signed_in = ANY (roles) AND NOT gis = ANY (roles)
  LOOP
    EXECUTE format('ALTER POLICY %I ON %I TO %I, %I', it.policyname, it.tablename, signed_in, gis);
  END LOOP;
  -- Boxes are looked up in these: only where somebody looks, since they cost an import time.
  CREATE INDEX IF NOT EXISTS land_gis_areas ON land USING gist
    ((ST_Multi(ST_CollectionExtract(geom, 3))::geometry(MultiPolygon, 27700)))
    WHERE ST_Dimension(geom) = 2;
  CREATE INDEX IF NOT EXISTS land_gis_lines ON land USING gist
    ((ST_Multi(ST_CollectionExtract(geom, 2))::geometry(MultiLineString, 27700)))
    WHERE ST_Dimension(geom) = 1;
  CREATE INDEX IF NOT EXISTS land_gis_points ON land USING gist
    ((ST_Multi(ST_CollectionExtract(geom, 1))::geometry(MultiPoint, 27700)))
    WHERE ST_Dimension(geom) = 0;
END $$;

-- Names below are looked for among the views first.
SET LOCAL search_path = "${flyway:defaultSchema}_gis", "${flyway:defaultSchema}", public;

-- Parcels that have not ended. Each kind of shape is a layer of its own, since not every GIS reads
-- several kinds in one layer. Shapes are multi-part, as the column's type says.
DO $$
DECLARE
  layer record;
BEGIN
  FOR layer IN SELECT * FROM (VALUES
    ('land_areas', 2, 'MultiPolygon'), ('land_lines', 1, 'MultiLineString'),
    ('land_points', 0, 'MultiPoint')) AS t (name, dimension, type)
  LOOP
    EXECUTE format($sql$
      CREATE OR REPLACE VIEW %1$I WITH (security_invoker = true) AS
      SELECT l.id, l.reference, l.asset_type, l.name, o.name AS owner, m.name AS maintainer,
             CASE WHEN m.id IS NOT NULL THEN lower(l.maintainer_valid) END AS maintainer_from,
             CASE WHEN m.id IS NOT NULL THEN upper(l.maintainer_valid) END AS maintainer_to,
             lot.code AS lot, r.code AS regime, l.measured, l.quantity, l.unit,
             lower(l.valid) AS valid_from, upper(l.valid) AS valid_to, l.basis,
             ST_Multi(ST_CollectionExtract(l.geom, %2$s))::geometry(%3$s, 27700) AS geom
      FROM land l
      LEFT JOIN party o ON o.id = l.owner_id
      LEFT JOIN party m ON m.id = l.maintainer_id
      LEFT JOIN lot ON lot.id = l.lot_id
      LEFT JOIN regime r ON r.id = l.regime_id
      WHERE ST_Dimension(l.geom) = %4$s
        AND (upper_inf(l.valid) OR upper(l.valid) > (SELECT working_date()))
    $sql$, layer.name, layer.dimension + 1, layer.type, layer.dimension);
    EXECUTE format('ALTER VIEW %I ALTER COLUMN basis SET DEFAULT ''documented''', layer.name);
  END LOOP;
END $$;

CREATE OR REPLACE VIEW land_ended WITH (security_invoker = true) AS
  SELECT l.id, l.reference, l.asset_type, l.name, l.quantity, l.unit,
         lower(l.valid) AS valid_from, upper(l.valid) AS valid_to, l.basis, l.geom
  FROM land l WHERE NOT upper_inf(l.valid) AND upper(l.valid) <= (SELECT working_date());

CREATE OR REPLACE VIEW asset_types WITH (security_invoker = true) AS
  SELECT code, label, unit, position FROM asset_type;
CREATE OR REPLACE VIEW parties WITH (security_invoker = true) AS
  SELECT id, kind, name FROM party;
CREATE OR REPLACE VIEW contracts WITH (security_invoker = true) AS
  SELECT k.id, k.code, k.title, p.name AS contractor, lower(k.term) AS valid_from,
         upper(k.term) AS valid_to, k.extension_until, k.straddle, k.basis, k.source, k.note
  FROM contract k JOIN party p ON p.id = k.contractor_id;
CREATE OR REPLACE VIEW lots WITH (security_invoker = true) AS
  SELECT lot.id, lot.code, lot.name, k.code AS contract
  FROM lot JOIN contract k ON k.id = lot.contract_id;
CREATE OR REPLACE VIEW regimes WITH (security_invoker = true) AS
  SELECT r.id, r.code, k.code AS contract, r.asset_type, r.visits, r.season_from, r.season_to
  FROM regime r JOIN contract k ON k.id = r.contract_id;

-- The claims that the reader may know; confidential: not public yet.
CREATE OR REPLACE VIEW statuses WITH (security_invoker = true) AS
  SELECT s.id, c.name AS council, c.slug AS council_slug, v.code AS service, s.status,
         lower(s.valid) AS valid_from, upper(s.valid) AS valid_to, s.arrangement, s.basis, s.source,
         s.note, s.published_from > now() AS confidential
  FROM status s JOIN council c ON c.id = s.council_id JOIN service v ON v.id = s.service_id
  WHERE tstzrange(s.published_from, s.published_until) @> told_until(s.council_id);
-- Councils with their status of landscaping on the working date.
CREATE OR REPLACE VIEW councils WITH (security_invoker = true) AS
  SELECT c.id, c.slug, c.name, c.kind, coalesce(s.status, 'unknown') AS status,
         lower(s.valid) AS status_from, s.arrangement,
         coalesce(s.published_from > now(), false) AS confidential, c.basis, c.place AS geom
  FROM council c
  LEFT JOIN (status s JOIN service v ON v.id = s.service_id AND v.code = 'landscaping')
    ON s.council_id = c.id AND s.valid @> (SELECT working_date())
       AND tstzrange(s.published_from, s.published_until) @> told_until(c.id)
  WHERE c.valid @> (SELECT working_date());
CREATE OR REPLACE VIEW parishes WITH (security_invoker = true) AS
  SELECT p.id, p.code, p.name, p.kind, c.name AS council, c.status, c.status_from, c.arrangement,
         c.confidential, p.area_m2, p.basis, p.geom
  FROM parish p
  LEFT JOIN council_parish cp ON cp.parish_code = p.code AND cp.valid @> (SELECT working_date())
  LEFT JOIN councils c ON c.id = cp.council_id
  WHERE p.valid @> (SELECT working_date());
CREATE OR REPLACE VIEW wards WITH (security_invoker = true) AS
  SELECT w.id, w.code, w.name, w.geom FROM ward w WHERE w.valid @> (SELECT working_date());
CREATE OR REPLACE VIEW forums WITH (security_invoker = true) AS
  SELECT f.id, f.slug, f.name, f.kind, f.chair, f.dormant, f.basis, m.names AS councils,
         m.geom::geometry(MultiPolygon, 27700) AS geom
  FROM forum f CROSS JOIN LATERAL (
    SELECT string_agg(DISTINCT c.name, '; ') AS names, ST_Multi(ST_Union(p.geom)) AS geom
    FROM forum_council fc JOIN councils c ON c.id = fc.council_id
    LEFT JOIN parishes p ON p.council = c.name WHERE fc.forum_id = f.id) m;
-- The parts of parcels by parish, with who looks after each on the working date.
CREATE OR REPLACE VIEW pieces WITH (security_invoker = true) AS
  SELECT x.reference || '/' || coalesce(x.parish_code, 'outside') AS id, x.reference, x.parish_code,
         c.name AS council, x.status, x.asset_type, x.name, x.owner, x.maintainer, x.lot,
         x.looked_after_by, x.looked_after_by_kind, x.quantity, x.unit, x.basis,
         x.geom::geometry(Geometry, 27700) AS geom
  FROM piece_at((SELECT working_date())) x LEFT JOIN council c ON c.id = x.council_id;

SET LOCAL search_path = "${flyway:defaultSchema}", public;
