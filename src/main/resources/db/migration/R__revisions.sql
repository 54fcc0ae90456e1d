-- Revisions: each change of something that is shown raises the revisions of its layers and notes
-- where the change can be seen, so that only the tiles it touches are dropped. Triggers do it,
-- whoever edits. docs/decisions/0008 tells why places are boxes, and why land has two scales of
-- them.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- --- places --------------------------------------------------------------------------------------

-- The zoom from which land is shown piece by piece. Below it land is merged, and each group tells
-- the quantity of its whole parish. The class Generalisation has the same number.
CREATE OR REPLACE FUNCTION pieces_from_zoom() RETURNS smallint
LANGUAGE sql IMMUTABLE AS 'SELECT 13::smallint';

-- Returns the box of a place (EPSG:27700) in EPSG:3857. Edges bend there, so they get a few
-- vertices first. Null, which means everywhere, for a place too far out to be projected.
CREATE OR REPLACE FUNCTION mercator_box(place geometry) RETURNS geometry LANGUAGE sql STABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
  SELECT CASE WHEN ST_XMin(place) > -1e6 AND ST_XMax(place) < 2e6
               AND ST_YMin(place) > -1e6 AND ST_YMax(place) < 3e6
         THEN ST_Transform(ST_Segmentize(ST_Envelope(place), 5000), 3857) END
$$;

-- Up to this many places are noted one by one.
CREATE OR REPLACE FUNCTION few_places() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 32';

-- Returns a query for EXECUTE that gathers the places of rows with a geom in squares of 10 km.
CREATE OR REPLACE FUNCTION gathered(source text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format(
    'SELECT array_agg(box) FROM (
       SELECT ST_SetSRID(ST_Extent(geom)::geometry, 27700) AS box FROM (%s) AS rows_
       GROUP BY floor(ST_XMin(geom) / 10000), floor(ST_YMin(geom) / 10000)) squares', source)
$$;

-- Returns places as a few boxes: as they are, or gathered, or else null, which means everywhere.
CREATE OR REPLACE FUNCTION few_boxes(places geometry[]) RETURNS geometry[] LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public AS $$
DECLARE
  boxes geometry[] := places;
BEGIN
  IF cardinality(boxes) > few_places() THEN
    EXECUTE gathered('SELECT unnest($1) AS geom') INTO boxes USING places;
  END IF;
  RETURN CASE WHEN cardinality(boxes) <= few_places() THEN boxes END;
END $$;

-- --- noting a change -----------------------------------------------------------------------------

-- Gives each of the layers its next revision, under a row lock, so that commit order is number
-- order; listeners are notified at commit. Now and then old changes become the floor.
CREATE OR REPLACE FUNCTION raise_revisions(layers text[]) RETURNS TABLE (layer text, revision bigint)
LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public AS $$
#variable_conflict use_column
DECLARE
  kept CONSTANT integer := 5000;
  most CONSTANT integer := 10000;
  changed record;
BEGIN
  FOR changed IN
    UPDATE layer_revision r SET revision = r.revision + 1, changed_at = now()
    WHERE r.layer IN (SELECT l.layer FROM layer_revision l WHERE l.layer = ANY (layers)
                      ORDER BY l.layer FOR UPDATE)
    RETURNING r.layer, r.revision, r.floor
  LOOP
    IF changed.revision - changed.floor > most THEN
      UPDATE layer_revision r SET floor = changed.revision - kept WHERE r.layer = changed.layer;
      DELETE FROM layer_change c
      WHERE c.layer = changed.layer AND c.revision <= changed.revision - kept;
    END IF;
    PERFORM pg_notify('greensward_revision', changed.layer || ' ' || changed.revision);
    RETURN QUERY SELECT changed.layer, changed.revision;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION write_change(layer text, revision bigint, from_zoom integer, to_zoom integer,
                             boxes geometry[]) RETURNS void LANGUAGE sql
SET search_path = "${flyway:defaultSchema}", public AS $$
  INSERT INTO layer_change (layer, revision, from_zoom, to_zoom, west, south, east, north)
  SELECT DISTINCT $1, $2, $3, $4, ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)
  FROM unnest(coalesce(few_boxes($5), ARRAY[NULL::geometry])) AS b (place)
  CROSS JOIN mercator_box(place) AS m (box)
$$;

-- Notes that layers changed at some places: geometries in EPSG:27700, of which the box counts.
-- Null: everywhere. An empty array: nothing is noted, since nothing can be seen.
CREATE OR REPLACE FUNCTION note_change(layers text[], places geometry[]) RETURNS void
LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public AS $$
BEGIN
  IF cardinality(places) = 0 THEN
    RETURN;
  END IF;
  PERFORM write_change(r.layer, r.revision, 0, 22, places) FROM raise_revisions(layers) r;
END $$;

-- Notes that land changed: at some places where it is shown piece by piece, and at others (or null,
-- everywhere) where it is merged. Programs that change land without its triggers call it once,
-- after the last change, with the old and the new places.
CREATE OR REPLACE FUNCTION note_land_change(pieces geometry[], merged geometry[]) RETURNS void
LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public AS $$
BEGIN
  IF cardinality(pieces) = 0 THEN
    RETURN;
  END IF;
  PERFORM write_change(r.layer, r.revision, pieces_from_zoom(), 22, pieces),
          write_change(r.layer, r.revision, 0, pieces_from_zoom() - 1, merged)
  FROM raise_revisions(ARRAY['land']) r;
END $$;

-- Notes parcels that were added without the triggers of land: their places, gathered in squares as
-- gathered() does it, and their ranges of dates.
CREATE OR REPLACE FUNCTION note_land_added(places geometry[], spans daterange[]) RETURNS void
LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public AS $$
BEGIN
  PERFORM note_land_change(places, NULL);
  EXECUTE dates_of('span', '(SELECT unnest($1) AS span)') USING spans;
END $$;

-- Returns where the land of parishes is drawn: their boxes, and the parts outside them of parcels
-- that were given to them whole.
CREATE OR REPLACE FUNCTION places_of_parishes(codes text[]) RETURNS geometry[]
LANGUAGE sql STABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
  SELECT coalesce(array_agg(coalesce(
    ST_Envelope(ST_Collect(p.box, (
      SELECT ST_SetSRID(ST_Extent(l.geom)::geometry, 27700)
      FROM piece x JOIN land l ON l.id = x.land_id
      WHERE x.parish_id = p.id AND x.geom IS NULL AND NOT p.box ~ l.geom
    ))), p.box)), '{}')
  FROM parish p WHERE p.code = ANY (codes)
$$;

-- Returns where merged land shows parcels: the parishes that cover them; everywhere (null) when one
-- lies across a border or outside, since all land outside is one group.
CREATE OR REPLACE FUNCTION merged_places(parcels geometry[]) RETURNS geometry[]
LANGUAGE plpgsql STABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
DECLARE
  covering text[];
BEGIN
  SELECT CASE WHEN bool_and(p.code IS NOT NULL) THEN array_agg(DISTINCT p.code) END INTO covering
  FROM unnest(parcels) AS parcel (geom)
  LEFT JOIN parish p
    ON upper_inf(p.valid) AND p.box && parcel.geom AND ST_Covers(p.geom, parcel.geom);
  RETURN CASE WHEN covering IS NOT NULL THEN places_of_parishes(covering) END;
END $$;

-- --- triggers ------------------------------------------------------------------------------------

-- Returns a query for EXECUTE in a statement trigger: the rows that the statement changed in the
-- columns that are shown, both as they were and as they are.
CREATE OR REPLACE FUNCTION changed_rows(operation text, shown text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE operation
    WHEN 'INSERT' THEN format('SELECT %s FROM new_rows', shown)
    WHEN 'DELETE' THEN format('SELECT %s FROM old_rows', shown)
    ELSE format('(SELECT %1$s FROM old_rows EXCEPT ALL SELECT %1$s FROM new_rows) UNION ALL
                 (SELECT %1$s FROM new_rows EXCEPT ALL SELECT %1$s FROM old_rows)', shown) END
$$;

-- The same for rows with an id and a geom; gives their geom only. For many rows at once.
CREATE OR REPLACE FUNCTION changed_places(operation text, shown text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE operation
    WHEN 'INSERT' THEN 'SELECT geom FROM new_rows'
    WHEN 'DELETE' THEN 'SELECT geom FROM old_rows'
    ELSE format(
      'SELECT place.geom FROM old_rows o JOIN new_rows n USING (id)
       CROSS JOIN LATERAL (VALUES (o.geom), (n.geom)) AS place (geom)
       WHERE (%s) IS DISTINCT FROM (%s)',
      regexp_replace(shown, '\m\w+', 'o.\&', 'g'), regexp_replace(shown, '\m\w+', 'n.\&', 'g')) END
$$;

-- Returns a query for EXECUTE: whether a statement changed more rows than are noted one by one.
CREATE OR REPLACE FUNCTION are_many(operation text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('SELECT count(*) > %s FROM (SELECT FROM %s LIMIT %s) few', few_places(),
                CASE operation WHEN 'DELETE' THEN 'old_rows' ELSE 'new_rows' END, few_places() + 1)
$$;

-- Arguments: the columns that are shown.
CREATE OR REPLACE FUNCTION land_seen() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  changed CONSTANT text := changed_places(TG_OP, TG_ARGV[0]);
  many boolean;
  places geometry[];
BEGIN
  EXECUTE are_many(TG_OP) INTO many;
  IF many THEN
    EXECUTE gathered(changed) INTO places;
  ELSE
    EXECUTE format('SELECT array_agg(geom) FROM (%s) c', changed) INTO places;
  END IF;
  IF places IS NOT NULL THEN
    PERFORM note_land_change(places, CASE WHEN NOT many THEN merged_places(places) END);
  END IF;
  RETURN NULL;
END $$;

-- A changed boundary moves the ends of its neighbours' borders, which are generalised from end to
-- end. Its layers therefore change in the boxes of all parishes that it touches, and its land as
-- far as the parcels reach that are cut anew.
CREATE OR REPLACE FUNCTION parish_seen() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  boxes geometry[];
  neighbours geometry[];
  parcels geometry[];
BEGIN
  EXECUTE format('SELECT array_agg(ST_Envelope(geom)) FROM (%s) c',
                 changed_rows(TG_OP, 'code, valid, geom')) INTO boxes;
  IF boxes IS NOT NULL THEN
    -- Many boundaries at once are as good as all of them.
    IF cardinality(boxes) <= few_places() THEN
      SELECT boxes || array_agg(p.box) INTO neighbours FROM unnest(boxes) AS b (box) JOIN parish p
        ON p.box && ST_Expand(b.box, 1);
      SELECT coalesce(array_agg(ST_Envelope(l.geom)), '{}') INTO parcels
      FROM unnest(boxes) AS b (box) JOIN land l ON l.geom && b.box;
    ELSIF NOT EXISTS (SELECT FROM land) THEN
      parcels := '{}';
    END IF;
    PERFORM note_change('{boundaries,coverage,parishes}', neighbours);
    PERFORM note_land_change(parcels, NULL);
  ELSE
    EXECUTE format('SELECT array_agg(ST_Envelope(geom)) FROM (%s) c',
                   changed_rows(TG_OP, 'name, geom')) INTO boxes;
    PERFORM note_change('{parishes}', coalesce(boxes, '{}'));
  END IF;
  RETURN NULL;
END $$;

-- Arguments: the columns that are shown; the parish codes that a row r concerns, as the rest of a
-- query; the layers.
CREATE OR REPLACE FUNCTION parishes_concerned() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  codes text[];
BEGIN
  EXECUTE format('SELECT array_agg(DISTINCT parish_code) FROM (%s) r %s',
                 changed_rows(TG_OP, TG_ARGV[0]), TG_ARGV[1]) INTO codes;
  IF codes IS NOT NULL THEN
    PERFORM note_change(TG_ARGV[2]::text[], places_of_parishes(codes));
  END IF;
  RETURN NULL;
END $$;

-- Arguments: the columns that are shown; the condition under which a row r concerns a parcel l.
CREATE OR REPLACE FUNCTION land_concerned() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  places geometry[];
BEGIN
  EXECUTE format('SELECT array_agg(ST_Envelope(l.geom)) FROM land l
                  WHERE EXISTS (SELECT FROM (%s) r WHERE %s)',
                 changed_rows(TG_OP, TG_ARGV[0]), TG_ARGV[1]) INTO places;
  IF places IS NOT NULL THEN
    PERFORM note_land_change(places, NULL);
  END IF;
  RETURN NULL;
END $$;

-- Arguments: the columns that are shown.
CREATE OR REPLACE FUNCTION context_seen() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  changed CONSTANT text := changed_places(TG_OP, TG_ARGV[0]);
  many boolean;
  places geometry[];
BEGIN
  EXECUTE are_many(TG_OP) INTO many;
  EXECUTE CASE WHEN many THEN gathered(changed)
               ELSE format('SELECT array_agg(geom) FROM (%s) c', changed) END INTO places;
  PERFORM note_change('{context}', coalesce(places, '{}'));
  RETURN NULL;
END $$;

-- Arguments: the layers.
CREATE OR REPLACE FUNCTION all_gone() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  PERFORM note_change(TG_ARGV[0]::text[], NULL);
  RETURN NULL;
END $$;

-- Each table with what of it is shown, and where. Rows of contract, lot and party concern nobody
-- before others refer to them, so only their updates count.
DO $$
DECLARE
  all_layers CONSTANT text := '{boundaries,land,parishes}';
  of_council CONSTANT text := 'JOIN council_parish cp USING (council_id)';
  seen record;
  event text;
BEGIN
  FOR seen IN
    SELECT * FROM (VALUES
      ('land', 'insert update delete', 'land_seen', ARRAY[
        'reference, asset_type, unit, name, owner_id, maintainer_id, maintainer_valid, lot_id,'
        ' measured, geom, valid, basis'], '{land}'),
      ('parish', 'insert update delete', 'parish_seen', ARRAY[]::text[],
        '{boundaries,coverage,land,parishes}'),
      ('context', 'insert update delete', 'context_seen', ARRAY[
        'id, theme, class, name, min_zoom, geom'], '{context}'),
      ('council', 'insert update delete', 'parishes_concerned', ARRAY[
        'id, name, slug, kind, valid, place::text',
        'JOIN council_parish cp ON cp.council_id = r.id', all_layers], all_layers),
      ('council_parish', 'insert update delete', 'parishes_concerned', ARRAY[
        'council_id, parish_code, valid', '', all_layers], all_layers),
      ('status', 'insert update delete', 'parishes_concerned', ARRAY[
        'council_id, service_id, status, valid, arrangement, basis,'
        ' tstzrange(published_from, published_until) @> now() AS known',
        of_council || ' WHERE known', all_layers], all_layers),
      ('agreement', 'insert update delete', 'parishes_concerned', ARRAY[
        'status_id, term',
        'JOIN status s ON s.id = r.status_id AND s.published_from <= now() ' || of_council,
        '{land}'], '{land}'),
      ('agreement_cover', 'insert update delete', 'parishes_concerned', ARRAY[
        'agreement_id, asset_type, reference, covers',
        'JOIN agreement a ON a.id = r.agreement_id'
        ' JOIN status s ON s.id = a.status_id AND s.published_from <= now() ' || of_council,
        '{land}'], '{land}'),
      ('forum', 'insert update delete', 'parishes_concerned', ARRAY[
        'id, name, kind', 'JOIN forum_council fc ON fc.forum_id = r.id ' || of_council,
        '{parishes}'], '{parishes}'),
      ('forum_council', 'insert update delete', 'parishes_concerned', ARRAY[
        'forum_id, council_id', of_council, '{parishes}'], '{parishes}'),
      ('contract', 'update', 'land_concerned', ARRAY[
        'id, contractor_id, term, straddle',
        'l.lot_id IN (SELECT lot.id FROM lot WHERE lot.contract_id = r.id)'], '{land}'),
      ('lot', 'update', 'land_concerned', ARRAY[
        'id, contract_id, code', 'l.lot_id = r.id'], '{land}'),
      ('party', 'update', 'land_concerned', ARRAY[
        'id, kind, name',
        'r.id IN (l.owner_id, l.maintainer_id) OR l.lot_id IN (SELECT lot.id FROM lot'
        ' JOIN contract k ON k.id = lot.contract_id WHERE k.contractor_id = r.id)'], '{land}')
    ) AS t (name, events, function, arguments, layers)
  LOOP
    FOREACH event IN ARRAY string_to_array(seen.events, ' ') LOOP
      EXECUTE format(
        'CREATE OR REPLACE TRIGGER %1$s_%2$s_seen AFTER %2$s ON %1$I REFERENCING %3$s
         FOR EACH STATEMENT EXECUTE FUNCTION %4$s(%5$s)',
        seen.name, event,
        concat_ws(' ', CASE WHEN event <> 'delete' THEN 'NEW TABLE AS new_rows' END,
                       CASE WHEN event <> 'insert' THEN 'OLD TABLE AS old_rows' END),
        seen.function,
        (SELECT string_agg(quote_literal(a), ', ' ORDER BY n)
         FROM unnest(seen.arguments) WITH ORDINALITY AS u (a, n)));
    END LOOP;
    EXECUTE format('CREATE OR REPLACE TRIGGER %1$s_truncate_seen AFTER TRUNCATE ON %1$I
                    FOR EACH STATEMENT EXECUTE FUNCTION all_gone(%2$L)', seen.name, seen.layers);
  END LOOP;
END $$;
