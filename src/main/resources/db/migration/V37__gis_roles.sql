-- Desktop editing: people of a GIS connect to the database itself, under roles of their own, named
-- <owner>_gis_<name>, members of <owner>_gis. They speak SQL, so who they are never comes from what they
-- can say: it follows from session_user, which they cannot change, and the table below. They read what
-- an officer, or a council, reads; they write through the views of <schema>_gis and no other way.

-- Who may come in. The login itself is made by whoever may make roles (./greensward gis-role).
CREATE TABLE gis_role (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (name ~ '^[a-z][a-z0-9_]{0,29}$'),
  role_name text NOT NULL UNIQUE,        -- the login
  kind text NOT NULL CHECK (kind IN ('account', 'officer', 'council')),
  account_id bigint REFERENCES account ON DELETE CASCADE,
  council_id bigint REFERENCES council ON DELETE CASCADE,
  read_only boolean NOT NULL DEFAULT false,
  title text,                            -- what it is for, or the office of who has it
  made_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((kind = 'account') = (account_id IS NOT NULL)),
  CHECK ((kind = 'council') = (council_id IS NOT NULL))
);
CREATE INDEX gis_role_account ON gis_role (account_id);
CALL closed_table('gis_role', 'audience_is(''administrator'')', NULL);
CALL audit_table('gis_role', 'id', 'council_id');

-- What follows is written in the standard's way (RETURN, BEGIN ATOMIC): names are looked up once, here,
-- and not again by the search path of whoever asks.

-- The audience of a GIS role; null for everybody else, and once its account has ended.
CREATE FUNCTION gis_audience() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN (
  SELECT CASE WHEN g.kind = 'account' THEN a.role ELSE g.kind END
  FROM gis_role g LEFT JOIN account a ON a.id = g.account_id AND a.ended_at IS NULL
  WHERE g.role_name = session_user::text
    AND (g.kind <> 'account' OR a.role IN ('officer', 'council'))
);

CREATE FUNCTION gis_councils() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN (
  SELECT CASE g.kind
    WHEN 'council' THEN ARRAY[g.council_id]
    WHEN 'account' THEN ARRAY(
      SELECT ac.council_id FROM account_council ac
      JOIN account a ON a.id = ac.account_id AND a.role = 'council' AND a.ended_at IS NULL
      WHERE ac.account_id = g.account_id) END
  FROM gis_role g WHERE g.role_name = session_user::text
);

CREATE FUNCTION gis_account() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN (
  SELECT a.id FROM gis_role g JOIN account a ON a.id = g.account_id AND a.ended_at IS NULL
  WHERE g.role_name = session_user::text
);

-- Whether the session is the store's owner's, or of somebody whom no rule holds back anyway.
CREATE FUNCTION session_is_keeper() RETURNS boolean LANGUAGE sql STABLE
SET search_path FROM CURRENT AS $$
  SELECT session_user = pg_get_userbyid(nspowner)
    OR (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)
  FROM pg_namespace WHERE nspname = current_schema()
$$;

-- What a session says of itself (app.*) is believed of the program's own three roles alone, whose names
-- stand in the text of the function: a comparison, and no look-up, for every row that a policy looks at.
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
CREATE OR REPLACE FUNCTION audience_sees(council bigint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN audience_is('officer') OR council = ANY (audience_councils());
CREATE OR REPLACE FUNCTION told_until(council bigint) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN audience_sees(council) THEN 'infinity' ELSE now() END;

-- Whoever is no officer changes nothing, by whatever role.
CREATE OR REPLACE FUNCTION officers_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT audience_is('officer') AND NOT session_is_keeper() THEN
    RAISE EXCEPTION '% is changed by officers only', TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION account_desk() RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT audience_is('administrator') AND NOT session_is_keeper() THEN
    RAISE EXCEPTION 'accounts are kept by administrators only'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- The date on which land is ended: the store's own, else today in London.
CREATE FUNCTION working_date() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce((SELECT today FROM store), (now() AT TIME ZONE 'Europe/London')::date);

-- --- what is refused, in words ----------------------------------------------------------------------

-- The words that are known, those most like what was written first.
CREATE FUNCTION known_words(written text, words text[]) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(word, ', ' ORDER BY place) FILTER (WHERE place <= 15), 'none')
    || CASE WHEN count(*) > 15 THEN format(' and %s more', count(*) - 15) ELSE '' END
  FROM (SELECT word, row_number() OVER (ORDER BY similarity(word, written) DESC, word) AS place
        FROM unnest(words) AS w (word)) ranked
$$;

-- What keeps a shape from being land counted in a unit, as a sentence; null for nothing. As the editor
-- has it (edit.shape.Soundness, ShapeLimits).
CREATE FUNCTION shape_fault(shape geometry, unit text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  detail valid_detail;
BEGIN
  IF shape IS NULL OR ST_IsEmpty(shape) THEN
    RETURN 'Draw the shape first.';
  ELSIF unit = 'm2' AND ST_Dimension(shape) <> 2 THEN
    RETURN 'This asset type is counted in square metres: draw an area, in land_areas.';
  ELSIF unit = 'm' AND ST_Dimension(shape) <> 1 THEN
    RETURN 'This asset type is counted in metres: draw a line, in land_lines.';
  ELSIF NOT (ST_XMin(shape) >= 80000 AND ST_XMax(shape) <= 660000
             AND ST_YMin(shape) >= 5000 AND ST_YMax(shape) <= 660000) THEN
    RETURN format('The shape reaches to %s E %s N, outside England: check its coordinate system, which'
                  ' has to be EPSG:27700.', round(ST_XMin(shape)), round(ST_YMin(shape)));
  ELSIF ST_NPoints(shape) > 10000 THEN
    RETURN format('The shape has %s points; there is room for 10,000.', ST_NPoints(shape));
  ELSIF greatest(ST_XMax(shape) - ST_XMin(shape), ST_YMax(shape) - ST_YMin(shape)) > 20000 THEN
    RETURN 'The shape is more than 20 km across.';
  END IF;
  detail := ST_IsValidDetail(shape);
  IF NOT detail.valid THEN
    RETURN format('The outline is not right near %s E %s N (%s).', round(ST_X(detail.location)),
                  round(ST_Y(detail.location)), lower(detail.reason));
  END IF;
  RETURN NULL;
END $$;

-- Why whoever asks may not edit by way of the views, as a sentence; null for who may.
CREATE FUNCTION gis_edit_fault() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN audience_is('officer') THEN
      (SELECT 'This role reads only; ask for one that edits.'
       FROM gis_role g WHERE g.role_name = session_user::text AND g.read_only)
    WHEN audience_is('council') THEN
      'Councils propose changes and do not write them into the map: sign in to the map and propose it'
      ' from the page of your council.'
    ELSE 'This role may not edit: it is no officer''s, or its account has ended.' END
$$;

CREATE FUNCTION party_named(written text) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT id FROM party
  WHERE lower(trim(written)) = lower(name)
     OR lower(trim(written)) IN (SELECT lower(alias) FROM unnest(aliases) AS a (alias))
  ORDER BY lower(trim(written)) = lower(name) DESC, id LIMIT 1
$$;

-- The reference after the highest of those that most parcels have.
CREATE FUNCTION next_land_reference() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT prefix || lpad((max(digits::bigint) + 1)::text, max(length(digits)), '0')
  FROM (SELECT regexp_replace(reference, '[0-9]+$', '') AS prefix,
               substring(reference FROM '[0-9]+$') AS digits FROM land) r
  WHERE length(digits) <= 15
  GROUP BY prefix ORDER BY count(*) DESC, prefix LIMIT 1
$$;

-- --- the way in -------------------------------------------------------------------------------------

-- What is written to a view of land, checked, with names in place of ids, and done to the land. What
-- was not changed stays as it is stored. All that is wrong is told at once.
CREATE FUNCTION gis_land_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  added CONSTANT boolean := TG_OP = 'INSERT';
  faults text[] := '{}';
  fault text := gis_edit_fault();
  stands land;
  type asset_type;
  its_contract bigint;
  regimes bigint[];
BEGIN
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION '%', fault USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- What the session says of itself neither keeps an edit out of the trail nor tells where it came
  -- from; why it is done may be said.
  PERFORM set_config('app.bulk', '', true), set_config('app.key', '', true);
  PERFORM set_config('app.address', coalesce(host(inet_client_addr()), ''), true);
  IF coalesce(current_setting('app.source', true), '') = '' THEN
    PERFORM set_config('app.source', 'desktop GIS', true);
  END IF;

  IF TG_OP = 'DELETE' THEN
    DELETE FROM land WHERE id = OLD.id AND lower(valid) >= working_date();
    IF NOT FOUND THEN
      UPDATE land SET valid = valid * daterange(NULL, working_date()) WHERE id = OLD.id;
    END IF;
    RETURN OLD;
  END IF;

  IF NOT added THEN
    SELECT * INTO stands FROM land WHERE id = OLD.id FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'Somebody has removed % meanwhile; load the layer again.', OLD.reference;
    END IF;
    IF (NEW.id, NEW.reference) IS DISTINCT FROM (OLD.id, OLD.reference) THEN
      faults := faults || 'A parcel keeps its reference and its id.'::text;
    END IF;
    IF NEW.unit IS DISTINCT FROM OLD.unit OR NEW.quantity IS DISTINCT FROM OLD.quantity THEN
      faults := faults || ('Unit and quantity follow from the asset type and the shape; a quantity that'
        ' was surveyed goes into measured.')::text;
    END IF;
  ELSE
    NEW.reference := nullif(trim(NEW.reference), '');
    IF NEW.reference IS NULL THEN
      PERFORM pg_advisory_xact_lock(hashtext('next reference of ' || current_schema()));
      NEW.reference := next_land_reference();
    END IF;
    IF NEW.reference IS NULL OR length(NEW.reference) > 60 THEN
      faults := faults || 'A parcel needs a reference of up to 60 characters.'::text;
    ELSIF EXISTS (SELECT FROM land WHERE reference = NEW.reference) THEN
      faults := faults || format('There is land with the reference %s already; leave the reference'
                                 ' empty to get the next one.', NEW.reference);
    END IF;
    NEW.valid_from := coalesce(NEW.valid_from, working_date());
  END IF;

  SELECT * INTO type FROM asset_type
  WHERE lower(trim(NEW.asset_type)) IN (lower(code), lower(label));
  IF type.code IS NULL THEN
    faults := faults || format('There is no asset type "%s"; the known are: %s.',
      coalesce(NEW.asset_type, ''),
      known_words(NEW.asset_type, ARRAY(SELECT code FROM asset_type)));
  END IF;
  stands.asset_type := type.code;
  stands.unit := type.unit;

  IF NEW.owner IS DISTINCT FROM OLD.owner THEN
    stands.owner_id := party_named(NEW.owner);
    IF stands.owner_id IS NULL AND trim(NEW.owner) <> '' THEN
      faults := faults || format('There is no owner "%s"; the known parties are: %s.', NEW.owner,
        known_words(NEW.owner, ARRAY(SELECT name FROM party)));
    END IF;
  END IF;
  IF NEW.maintainer IS DISTINCT FROM OLD.maintainer THEN
    stands.maintainer_id := party_named(NEW.maintainer);
    IF stands.maintainer_id IS NULL AND trim(NEW.maintainer) <> '' THEN
      faults := faults || format('There is no maintainer "%s"; the known parties are: %s.',
        NEW.maintainer, known_words(NEW.maintainer, ARRAY(SELECT name FROM party)));
    END IF;
  END IF;
  IF NEW.lot IS DISTINCT FROM OLD.lot THEN
    stands.lot_id := (SELECT id FROM lot WHERE lower(code) = lower(trim(NEW.lot)));
    IF stands.lot_id IS NULL AND trim(NEW.lot) <> '' THEN
      faults := faults || format('There is no lot "%s"; the known are: %s.', NEW.lot,
        known_words(NEW.lot, ARRAY(SELECT code FROM lot)));
    END IF;
  END IF;
  IF NEW.regime IS DISTINCT FROM OLD.regime THEN
    its_contract := (SELECT contract_id FROM lot WHERE id = stands.lot_id);
    regimes := ARRAY(SELECT id FROM regime WHERE lower(code) = lower(trim(NEW.regime))
                     AND contract_id = coalesce(its_contract, contract_id));
    stands.regime_id := regimes[1];
    IF trim(NEW.regime) <> '' AND cardinality(regimes) <> 1 THEN
      faults := faults || CASE WHEN cardinality(regimes) > 1
        THEN format('Several contracts have a regime %s: write the lot too.', NEW.regime)
        ELSE format('There is no regime "%s"%s; the known are: %s.', NEW.regime,
          CASE WHEN its_contract IS NULL THEN '' ELSE ' in the contract of this lot' END,
          known_words(NEW.regime, ARRAY(SELECT DISTINCT code FROM regime
                                        WHERE contract_id = coalesce(its_contract, contract_id)))) END;
    END IF;
  END IF;

  IF NEW.name IS DISTINCT FROM OLD.name THEN
    stands.name := nullif(trim(NEW.name), '');
    IF length(stands.name) > 200 THEN
      faults := faults || 'A name has up to 200 characters.'::text;
    END IF;
  END IF;
  IF NEW.measured IS DISTINCT FROM OLD.measured THEN
    stands.measured := NEW.measured;
    IF NOT NEW.measured BETWEEN 0 AND 1e9 THEN
      faults := faults || 'What was measured is a number from 0 up, in the unit of the asset type;'
        ' empty: as drawn.'::text;
    END IF;
  END IF;
  NEW.basis := coalesce(nullif(trim(NEW.basis), ''), 'documented');
  IF NEW.basis NOT IN ('documented', 'illustrative') THEN
    faults := faults || format('The basis is documented or illustrative, not "%s".', NEW.basis);
  END IF;
  stands.basis := NEW.basis;

  IF NEW.valid_from >= NEW.valid_to OR NEW.maintainer_from >= NEW.maintainer_to THEN
    faults := faults || 'An end has to lie after its beginning: it is the first day on which something'
      ' is no more.'::text;
  ELSE
    IF (NEW.valid_from, NEW.valid_to) IS DISTINCT FROM (OLD.valid_from, OLD.valid_to) THEN
      stands.valid := daterange(NEW.valid_from, NEW.valid_to);
    END IF;
    IF added OR (NEW.maintainer, NEW.maintainer_from, NEW.maintainer_to)
                IS DISTINCT FROM (OLD.maintainer, OLD.maintainer_from, OLD.maintainer_to) THEN
      stands.maintainer_valid := CASE WHEN stands.maintainer_id IS NULL THEN '(,)'::daterange
        ELSE daterange(NEW.maintainer_from, NEW.maintainer_to) END;
    END IF;
  END IF;

  IF added OR NEW.geom IS DISTINCT FROM OLD.geom THEN
    stands.geom := CASE WHEN ST_NumGeometries(NEW.geom) = 1 THEN ST_GeometryN(NEW.geom, 1)
                        ELSE NEW.geom END;
    fault := shape_fault(stands.geom, type.unit);
  ELSIF type.unit <> OLD.unit THEN
    fault := shape_fault(stands.geom, type.unit);
  END IF;
  faults := array_remove(faults || fault, NULL);
  IF cardinality(faults) > 0 THEN
    RAISE EXCEPTION '%', array_to_string(faults, ' ') USING ERRCODE = 'check_violation';
  END IF;

  IF added THEN
    INSERT INTO land (reference, asset_type, unit, name, owner_id, maintainer_id, maintainer_valid,
                      lot_id, regime_id, measured, geom, valid, basis)
    VALUES (NEW.reference, stands.asset_type, stands.unit, stands.name, stands.owner_id,
            stands.maintainer_id, stands.maintainer_valid, stands.lot_id, stands.regime_id,
            stands.measured, stands.geom, stands.valid, stands.basis)
    RETURNING * INTO stands;
  ELSE
    UPDATE land SET
      asset_type = stands.asset_type, unit = stands.unit, name = stands.name,
      owner_id = stands.owner_id, maintainer_id = stands.maintainer_id,
      maintainer_valid = stands.maintainer_valid, lot_id = stands.lot_id,
      regime_id = stands.regime_id, measured = stands.measured, geom = stands.geom,
      valid = stands.valid, basis = stands.basis
    WHERE id = stands.id RETURNING * INTO stands;
  END IF;
  NEW.id := stands.id;
  NEW.asset_type := stands.asset_type;
  NEW.unit := stands.unit;
  NEW.quantity := stands.quantity;
  RETURN NEW;
END $$;

-- --- what a GIS sees --------------------------------------------------------------------------------

DO $$
BEGIN
  IF to_regnamespace(quote_ident(current_schema() || '_gis')) IS NULL THEN
    EXECUTE format('CREATE SCHEMA %I', current_schema() || '_gis');
  END IF;
  PERFORM set_config('app.schema', current_schema(), true);
  PERFORM set_config('search_path', format('%1$I_gis, %1$I, public', current_schema()), true);
END $$;

-- Parcels that have not ended, each in the layer of its kind of shape, since not every GIS takes several
-- kinds in one. Each shape as several parts, of the type that the column says.
DO $$
DECLARE
  layer record;
BEGIN
  FOR layer IN SELECT * FROM (VALUES
    ('land_areas', 2, 'MultiPolygon'), ('land_lines', 1, 'MultiLineString'),
    ('land_points', 0, 'MultiPoint')) AS t (name, dimension, type)
  LOOP
    EXECUTE format($sql$
      CREATE VIEW %1$I WITH (security_invoker = true) AS
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
    EXECUTE format('CREATE TRIGGER %1$s_write INSTEAD OF INSERT OR UPDATE OR DELETE ON %1$I
                    FOR EACH ROW EXECUTE FUNCTION gis_land_write()', layer.name);
  END LOOP;
END $$;

CREATE VIEW land_ended WITH (security_invoker = true) AS
  SELECT l.id, l.reference, l.asset_type, l.name, l.quantity, l.unit,
         lower(l.valid) AS valid_from, upper(l.valid) AS valid_to, l.basis, l.geom
  FROM land l WHERE NOT upper_inf(l.valid) AND upper(l.valid) <= (SELECT working_date());

CREATE VIEW asset_types WITH (security_invoker = true) AS
  SELECT code, label, unit, position FROM asset_type;
CREATE VIEW parties WITH (security_invoker = true) AS
  SELECT id, kind, name FROM party;
CREATE VIEW contracts WITH (security_invoker = true) AS
  SELECT k.id, k.code, k.title, p.name AS contractor, lower(k.term) AS valid_from,
         upper(k.term) AS valid_to, k.extension_until, k.straddle, k.basis, k.source, k.note
  FROM contract k JOIN party p ON p.id = k.contractor_id;
CREATE VIEW lots WITH (security_invoker = true) AS
  SELECT lot.id, lot.code, lot.name, k.code AS contract
  FROM lot JOIN contract k ON k.id = lot.contract_id;
CREATE VIEW regimes WITH (security_invoker = true) AS
  SELECT r.id, r.code, k.code AS contract, r.asset_type, r.visits, r.season_from, r.season_to
  FROM regime r JOIN contract k ON k.id = r.contract_id;

-- Statuses as whoever asks is told of them; those that are not public yet say so.
CREATE VIEW statuses WITH (security_invoker = true) AS
  SELECT s.id, c.name AS council, c.slug AS council_slug, v.code AS service, s.status,
         lower(s.valid) AS valid_from, upper(s.valid) AS valid_to, s.arrangement, s.basis, s.source,
         s.note, s.published_from > now() AS confidential
  FROM status s JOIN council c ON c.id = s.council_id JOIN service v ON v.id = s.service_id
  WHERE tstzrange(s.published_from, s.published_until) @> told_until(s.council_id);
-- The status of landscaping on the working date.
CREATE VIEW councils WITH (security_invoker = true) AS
  SELECT c.id, c.slug, c.name, c.kind, coalesce(s.status, 'unknown') AS status,
         lower(s.valid) AS status_from, s.arrangement,
         coalesce(s.published_from > now(), false) AS confidential, c.basis, c.place AS geom
  FROM council c
  LEFT JOIN (status s JOIN service v ON v.id = s.service_id AND v.code = 'landscaping')
    ON s.council_id = c.id AND s.valid @> (SELECT working_date())
       AND tstzrange(s.published_from, s.published_until) @> told_until(c.id)
  WHERE c.valid @> (SELECT working_date());
CREATE VIEW parishes WITH (security_invoker = true) AS
  SELECT p.id, p.code, p.name, p.kind, c.name AS council, c.status, c.status_from, c.arrangement,
         c.confidential, p.area_m2, p.basis, p.geom
  FROM parish p
  LEFT JOIN council_parish cp ON cp.parish_code = p.code AND cp.valid @> (SELECT working_date())
  LEFT JOIN councils c ON c.id = cp.council_id
  WHERE p.valid @> (SELECT working_date());
CREATE VIEW wards WITH (security_invoker = true) AS
  SELECT w.id, w.code, w.name, w.geom FROM ward w WHERE w.valid @> (SELECT working_date());
CREATE VIEW forums WITH (security_invoker = true) AS
  SELECT f.id, f.slug, f.name, f.kind, f.chair, f.dormant, f.basis, m.names AS councils,
         m.geom::geometry(MultiPolygon, 27700) AS geom
  FROM forum f CROSS JOIN LATERAL (
    SELECT string_agg(DISTINCT c.name, '; ') AS names, ST_Multi(ST_Union(p.geom)) AS geom
    FROM forum_council fc JOIN councils c ON c.id = fc.council_id
    LEFT JOIN parishes p ON p.council = c.name WHERE fc.forum_id = f.id) m;
-- The parts of parcels by parish, with who looks after them on the working date.
CREATE VIEW pieces WITH (security_invoker = true) AS
  SELECT x.reference || '/' || coalesce(x.parish_code, 'outside') AS id, x.reference, x.parish_code,
         c.name AS council, x.status, x.asset_type, x.name, x.owner, x.maintainer, x.lot,
         x.looked_after_by, x.looked_after_by_kind, x.quantity, x.unit, x.basis,
         x.geom::geometry(Geometry, 27700) AS geom
  FROM piece_at((SELECT working_date())) x LEFT JOIN council c ON c.id = x.council_id;

DO $$
BEGIN
  PERFORM set_config('search_path', format('%I, public', current_setting('app.schema')), true);
END $$;

-- --- closing what is open to everybody, and opening what is meant -----------------------------------

-- Whoever speaks SQL can make a temporary table of any name, and call any function that is open to all.
-- So what runs as the owner looks for temporary tables last, and is called by the program alone. Then,
-- where there are GIS roles, they get what whoever is signed in reads, and the views. Called by each start
-- of the program, so that tables and functions of later migrations are no exception; does only what is
-- not done yet.
CREATE PROCEDURE open_to_gis() LANGUAGE plpgsql AS $$
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
CALL open_to_gis();
