-- Desktop editing: what people of a GIS write to the views of land is checked here and done to the
-- table land. The rules are those of the land editor, and a refusal is a sentence.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- Returns the known words as a list, those most like what was written first.
CREATE OR REPLACE FUNCTION known_words(written text, words text[]) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(word, ', ' ORDER BY place) FILTER (WHERE place <= 15), 'none')
    || CASE WHEN count(*) > 15 THEN format(' and %s more', count(*) - 15) ELSE '' END
  FROM (SELECT word, row_number() OVER (ORDER BY similarity(word, written) DESC, word) AS place
        FROM unnest(words) AS w (word)) ranked
$$;

-- Returns why a shape cannot be land counted in a unit, as a sentence; null when it can. The editor
-- applies the same limits.
CREATE OR REPLACE FUNCTION shape_fault(shape geometry, unit text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
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

-- Returns why the session may not edit through the views, as a sentence; null when it may.
CREATE OR REPLACE FUNCTION gis_edit_fault() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN audience_is('officer') THEN
      (SELECT 'This role reads only; ask for one that edits.'
       FROM gis_role g WHERE g.role_name = session_user::text AND g.read_only)
    WHEN audience_is('council') THEN
      'Councils propose changes and do not write them into the map: sign in to the map and propose it'
      ' from the page of your council.'
    ELSE 'This role may not edit: it is no officer''s, or its account has ended.' END
$$;

-- Returns the party with a name or alias.
CREATE OR REPLACE FUNCTION party_named(written text) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT id FROM party
  WHERE lower(trim(written)) = lower(name)
     OR lower(trim(written)) IN (SELECT lower(alias) FROM unnest(aliases) AS a (alias))
  ORDER BY lower(trim(written)) = lower(name) DESC, id LIMIT 1
$$;

-- Returns the next free reference after the highest, with the prefix that most parcels have.
CREATE OR REPLACE FUNCTION next_land_reference() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT prefix || lpad((max(digits::bigint) + 1)::text, max(length(digits)), '0')
  FROM (SELECT regexp_replace(reference, '[0-9]+$', '') AS prefix,
               substring(reference FROM '[0-9]+$') AS digits FROM land) r
  WHERE length(digits) <= 15
  GROUP BY prefix ORDER BY count(*) DESC, prefix LIMIT 1
$$;

-- Applies a row that was written to a view of land: names become ids, values that did not change
-- stay as they are stored, and all faults are reported at once.
CREATE OR REPLACE FUNCTION gis_land_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
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

-- The views themselves are in R__gis_views.sql; V37 made them.
CREATE OR REPLACE TRIGGER land_areas_write INSTEAD OF INSERT OR UPDATE OR DELETE
  ON "${flyway:defaultSchema}_gis".land_areas FOR EACH ROW EXECUTE FUNCTION gis_land_write();
CREATE OR REPLACE TRIGGER land_lines_write INSTEAD OF INSERT OR UPDATE OR DELETE
  ON "${flyway:defaultSchema}_gis".land_lines FOR EACH ROW EXECUTE FUNCTION gis_land_write();
CREATE OR REPLACE TRIGGER land_points_write INSTEAD OF INSERT OR UPDATE OR DELETE
  ON "${flyway:defaultSchema}_gis".land_points FOR EACH ROW EXECUTE FUNCTION gis_land_write();
