-- Land: the overlay of parcels with parishes (table piece), kept by the database itself. Whoever
-- changes a parcel, a boundary or a contract's straddle rule, in whatever program, leaves right
-- pieces. Pieces are cut by the latest boundaries: those without an end.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- Returns how much of a geometry there is in a unit: m2, m, or 1 for an item.
CREATE OR REPLACE FUNCTION drawn_in(unit text, geom geometry) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE unit WHEN 'm2' THEN ST_Area(geom) WHEN 'm' THEN ST_Length(geom) ELSE 1 END
$$;

-- Returns the pieces of one parcel. Parishes take their part in the order of their codes, so that a
-- length on a shared border, and a point on one, go to the lower code and nothing counts twice.
-- What is left at the end lies outside all parishes. Parts below a square millimetre (or a
-- thousandth of a millimetre) are rounding, not land.
CREATE OR REPLACE FUNCTION cut_parcel(parcel land) RETURNS SETOF piece LANGUAGE plpgsql STABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
DECLARE
  extract_type CONSTANT integer := ST_Dimension(parcel.geom) + 1;
  least_part CONSTANT double precision := 1e-6;
  remaining geometry := parcel.geom;
  part geometry;
  parts piece[] := '{}';
  result piece;
  largest piece;
  total double precision;
  given double precision := 0;
  neighbour record;
BEGIN
  FOR neighbour IN
    SELECT p.id, p.geom FROM parish p
    WHERE upper_inf(p.valid) AND p.box && parcel.geom AND ST_Intersects(p.geom, parcel.geom)
    ORDER BY p.code
  LOOP
    IF ST_Covers(neighbour.geom, remaining) THEN
      part := remaining;
    ELSE
      part := ST_CollectionExtract(ST_Intersection(remaining, neighbour.geom), extract_type);
    END IF;
    IF NOT ST_IsEmpty(part) AND drawn_in(parcel.unit, part) > least_part THEN
      parts := parts || ROW(parcel.id, neighbour.id, part,
                            drawn_in(parcel.unit, part), 0)::piece;
      remaining := ST_CollectionExtract(ST_Difference(remaining, neighbour.geom), extract_type);
      EXIT WHEN ST_IsEmpty(remaining);
    END IF;
  END LOOP;
  IF NOT ST_IsEmpty(remaining)
     AND (cardinality(parts) = 0 OR drawn_in(parcel.unit, remaining) > least_part) THEN
    parts := parts || ROW(parcel.id, NULL, remaining,
                          drawn_in(parcel.unit, remaining), 0)::piece;
  END IF;

  IF parcel.unit = 'item' OR EXISTS (
       SELECT FROM lot JOIN contract k ON k.id = lot.contract_id
       WHERE lot.id = parcel.lot_id AND k.straddle = 'majority') THEN
    -- Whole to the parish with most of it; a part in a parish goes before the part outside.
    SELECT u.* INTO largest FROM unnest(parts) WITH ORDINALITY
      AS u (land_id, parish_id, geom, drawn, quantity, position)
    ORDER BY u.parish_id IS NULL,
             CASE ST_Dimension(u.geom) WHEN 2 THEN ST_Area(u.geom) WHEN 1 THEN ST_Length(u.geom)
             ELSE ST_NumGeometries(u.geom) END DESC,
             u.position
    LIMIT 1;
    largest.geom := parcel.geom;
    largest.drawn := parcel.drawn;
    largest.quantity := parcel.quantity;
    RETURN NEXT largest;
    RETURN;
  END IF;

  -- Split by quantity; the last part takes what is left, so that the parts sum to the parcel.
  SELECT sum(u.drawn) INTO total FROM unnest(parts) u;
  FOR i IN 1 .. cardinality(parts) LOOP
    result := parts[i];
    result.quantity := CASE WHEN i = cardinality(parts) THEN parcel.quantity - given
                            ELSE parcel.quantity * result.drawn / total END;
    given := given + result.quantity;
    RETURN NEXT result;
  END LOOP;
END $$;

-- --- recomputing ---------------------------------------------------------------------------------

-- Up to this many parcels are recomputed one by one.
CREATE OR REPLACE FUNCTION few_parcels() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 500';

-- The two functions below are written so that stale statistics cannot mislead the planner, which
-- cost minutes: statements over whole tables are planned at each call (EXECUTE); what must come
-- first stands behind OFFSET 0; and whether a parcel is among the changed ones is a scalar
-- subquery, which can only be a look-up by key.

-- Recomputes the pieces of the parcels in changed_land. Many at once are done by parish, each
-- prepared once for all its parcels, since nearly all lie whole inside one.
CREATE OR REPLACE FUNCTION refresh_pieces() RETURNS void LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public AS $$
DECLARE
  one bigint;
BEGIN
  IF (SELECT count(*) FROM changed_land) <= few_parcels() THEN
    FOR one IN SELECT id FROM changed_land LOOP
      EXECUTE 'DELETE FROM piece WHERE land_id = $1' USING one;
    END LOOP;
  ELSE
    EXECUTE 'DELETE FROM piece WHERE (SELECT true FROM changed_land c WHERE c.id = land_id)';
    EXECUTE $sql$
      INSERT INTO piece (land_id, parish_id, drawn, quantity)
      SELECT l.id, p.id, l.drawn, l.quantity
      FROM parish p
      CROSS JOIN LATERAL (
        SELECT id, geom, drawn, quantity FROM land
        WHERE geom && p.geom AND (SELECT true FROM changed_land c WHERE c.id = land.id)
        OFFSET 0
      ) l
      WHERE upper_inf(p.valid) AND ST_ContainsProperly(p.geom, l.geom)
    $sql$;
    -- Then areas that straddle a border and are split: where their parts in the parishes sum to the
    -- whole, they neither reach outside nor lie where parishes overlap, and need no further care.
    EXECUTE $sql$
      INSERT INTO piece (land_id, parish_id, geom, drawn, quantity)
      SELECT land_id, parish_id, geom, drawn, quantity * drawn / total
      FROM (
        SELECT l.id AS land_id, p.id AS parish_id, part.geom, ST_Area(part.geom) AS drawn,
               l.quantity, l.drawn AS parcel,
               sum(ST_Area(part.geom)) OVER (PARTITION BY l.id) AS total,
               bool_or(ST_Area(part.geom) <= 1e-6) OVER (PARTITION BY l.id) AS has_crumb
        FROM (
          SELECT land.id, land.geom, land.drawn, land.quantity FROM land
          LEFT JOIN lot ON lot.id = land.lot_id LEFT JOIN contract k ON k.id = lot.contract_id
          WHERE (SELECT true FROM changed_land c WHERE c.id = land.id)
            AND (SELECT min(x.land_id) FROM piece x WHERE x.land_id = land.id) IS NULL
            AND land.unit = 'm2' AND coalesce(k.straddle, 'split') = 'split'
          OFFSET 0
        ) l
        JOIN parish p ON upper_inf(p.valid) AND p.box && l.geom
        CROSS JOIN LATERAL (
          SELECT ST_CollectionExtract(ST_Intersection(l.geom, p.geom), 3) AS geom OFFSET 0
        ) part
        WHERE NOT ST_IsEmpty(part.geom)
      ) parts
      WHERE abs(total - parcel) <= 1e-6 AND NOT has_crumb
    $sql$;
    -- Then those that touch no parish at all; what is left is cut one by one.
    EXECUTE $sql$
      INSERT INTO piece (land_id, parish_id, drawn, quantity)
      SELECT l.id, NULL, l.drawn, l.quantity
      FROM (
        SELECT id, geom, drawn, quantity FROM land
        WHERE (SELECT true FROM changed_land c WHERE c.id = land.id)
          AND (SELECT min(x.land_id) FROM piece x WHERE x.land_id = land.id) IS NULL
        OFFSET 0
      ) l
      WHERE NOT EXISTS (SELECT FROM parish p WHERE upper_inf(p.valid) AND p.box && l.geom
                        AND ST_Intersects(p.geom, l.geom))
    $sql$;
  END IF;
  FOR one IN EXECUTE $sql$
    SELECT c.id FROM changed_land c
    WHERE (SELECT min(x.land_id) FROM piece x WHERE x.land_id = c.id) IS NULL
  $sql$ LOOP
    INSERT INTO piece (land_id, parish_id, geom, drawn, quantity)
    SELECT cut.land_id, cut.parish_id, nullif(cut.geom, l.geom), cut.drawn, cut.quantity
    FROM land l CROSS JOIN LATERAL cut_parcel(l) cut WHERE l.id = one;
  END LOOP;
END $$;

-- Recomputes the overlaps of the parcels in changed_land with others and with each other.
CREATE OR REPLACE FUNCTION refresh_overlaps() RETURNS void LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public AS $$
DECLARE
  shared CONSTANT text := $sql$
    INSERT INTO land_overlap (land_a, land_b, area_m2)
    SELECT least(a.id, b.id), greatest(a.id, b.id), ST_Area(shared.geom)
    FROM land a
    JOIN land b ON b.geom && a.geom AND b.id <> a.id
      AND (b.id > a.id OR (SELECT true FROM changed_land c WHERE c.id = b.id) IS NULL)
    CROSS JOIN LATERAL (
      SELECT ST_Intersection(a.geom, b.geom) AS geom
      WHERE ST_Relate(a.geom, b.geom, '2********') OFFSET 0
    ) shared
    WHERE a.unit = 'm2' AND b.unit = 'm2' AND %s AND ST_Area(shared.geom) > 1e-6
  $sql$;
  one bigint;
BEGIN
  IF (SELECT count(*) FROM changed_land) > few_parcels() THEN
    EXECUTE $sql$
      DELETE FROM land_overlap
      WHERE (SELECT true FROM changed_land c WHERE c.id = land_a)
         OR (SELECT true FROM changed_land c WHERE c.id = land_b)
    $sql$;
    EXECUTE format(shared, '(SELECT true FROM changed_land c WHERE c.id = a.id)');
  ELSE
    FOR one IN SELECT id FROM changed_land LOOP
      EXECUTE 'DELETE FROM land_overlap WHERE land_a = $1 OR land_b = $1' USING one;
    END LOOP;
    FOR one IN SELECT id FROM changed_land LOOP
      EXECUTE format(shared, 'a.id = $1') USING one;
    END LOOP;
  END IF;
END $$;

-- --- what sets it off ----------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION land_changed() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO changed_land SELECT id FROM new_rows;
  ELSE
    INSERT INTO changed_land
    SELECT n.id FROM new_rows n JOIN old_rows o USING (id)
    WHERE (n.geom, n.unit, n.measured, n.lot_id)
          IS DISTINCT FROM (o.geom, o.unit, o.measured, o.lot_id);
  END IF;
  IF FOUND THEN
    PERFORM refresh_pieces();
    PERFORM refresh_overlaps();
    DELETE FROM changed_land;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER land_inserted AFTER INSERT ON land REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION land_changed();
CREATE OR REPLACE TRIGGER land_updated AFTER UPDATE ON land
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION land_changed();

CREATE OR REPLACE FUNCTION land_gone() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    TRUNCATE piece, land_overlap;
  ELSE
    DELETE FROM piece USING old_rows o WHERE land_id = o.id;
    DELETE FROM land_overlap USING old_rows o WHERE land_a = o.id;
    DELETE FROM land_overlap USING old_rows o WHERE land_b = o.id;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER land_deleted AFTER DELETE ON land REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION land_gone();
CREATE OR REPLACE TRIGGER land_truncated AFTER TRUNCATE ON land
  FOR EACH STATEMENT EXECUTE FUNCTION land_gone();

CREATE OR REPLACE FUNCTION parish_changed() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO changed_land
    SELECT l.id FROM new_rows p JOIN land l ON l.geom && p.geom ON CONFLICT DO NOTHING;
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM piece USING old_rows o WHERE parish_id = o.id;
    INSERT INTO changed_land
    SELECT l.id FROM old_rows p JOIN land l ON l.geom && p.geom ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO changed_land
    SELECT l.id
    FROM new_rows n JOIN old_rows o USING (id)
    CROSS JOIN LATERAL (VALUES (o.geom), (n.geom)) AS p (geom)
    JOIN land l ON l.geom && p.geom
    WHERE (n.geom, n.code, n.valid) IS DISTINCT FROM (o.geom, o.code, o.valid)
    ON CONFLICT DO NOTHING;
  END IF;
  IF FOUND THEN
    PERFORM refresh_pieces();
    DELETE FROM changed_land;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER parish_inserted AFTER INSERT ON parish
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION parish_changed();
CREATE OR REPLACE TRIGGER parish_updated AFTER UPDATE ON parish
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION parish_changed();
CREATE OR REPLACE TRIGGER parish_deleted AFTER DELETE ON parish
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION parish_changed();

CREATE OR REPLACE FUNCTION straddle_changed() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  INSERT INTO changed_land
  SELECT l.id
  FROM land l JOIN lot ON lot.id = l.lot_id
  WHERE lot.contract_id = NEW.id
    AND (SELECT count(*) FROM parish p
         WHERE p.geom && l.geom AND ST_Intersects(p.geom, l.geom)) > 1;
  IF FOUND THEN
    PERFORM refresh_pieces();
    DELETE FROM changed_land;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER contract_straddle_changed AFTER UPDATE OF straddle ON contract
  FOR EACH ROW WHEN (OLD.straddle <> NEW.straddle) EXECUTE FUNCTION straddle_changed();

-- --- who looks after it --------------------------------------------------------------------------

-- Returns every piece valid at the date, with who looks after it then. The first matching rule
-- wins: the parcel's own maintainer, if that is neither contractor nor council; the council of the
-- parish, if its status is devolved and its agreement covers the land; the contractor of the
-- contract in force for the lot; the owner; else not known (null). A query for a place tests
-- parcel, the whole parcel's geometry, which has an index; geom is the piece's own.
CREATE OR REPLACE FUNCTION piece_at(at date)
RETURNS TABLE (land_id bigint, reference text, parish_id bigint, parish_code text,
               council_id bigint, status text, asset_type text, unit text, name text,
               owner text, maintainer text, lot text, looked_after_by text,
               looked_after_by_kind text, drawn double precision, quantity double precision,
               basis text, geom geometry, parcel geometry)
LANGUAGE sql STABLE AS $$
  SELECT l.id, l.reference, x.parish_id, p.code, s.council_id, s.status, l.asset_type, l.unit,
         l.name, owner.name, own.name, lot.code,
         CASE WHEN own.kind NOT IN ('contractor', 'council') THEN own.name
              WHEN s.status = 'devolved' AND covered.yes THEN c.name
              WHEN contractor.id IS NOT NULL THEN contractor.name
              ELSE owner.name END,
         CASE WHEN own.kind NOT IN ('contractor', 'council') THEN own.kind
              WHEN s.status = 'devolved' AND covered.yes THEN 'council'
              WHEN contractor.id IS NOT NULL THEN contractor.kind
              ELSE owner.kind END,
         x.drawn, x.quantity, l.basis, coalesce(x.geom, l.geom), l.geom
  FROM piece x
  JOIN land l ON l.id = x.land_id
  LEFT JOIN parish p ON p.id = x.parish_id
  LEFT JOIN council_parish cp ON cp.parish_code = p.code AND cp.valid @> at
  LEFT JOIN council_status_at(at) s ON s.council_id = cp.council_id
  LEFT JOIN council c ON c.id = s.council_id
  LEFT JOIN party owner ON owner.id = l.owner_id
  LEFT JOIN party own ON own.id = l.maintainer_id AND l.maintainer_valid @> at
  LEFT JOIN lot ON lot.id = l.lot_id
  LEFT JOIN contract k ON k.id = lot.contract_id AND k.term @> at
  LEFT JOIN party contractor ON contractor.id = k.contractor_id
  LEFT JOIN agreement g ON g.status_id = s.status_id
  CROSS JOIN LATERAL (
    SELECT g.id IS NULL OR g.term @> at AND coalesce(
      (SELECT a.covers FROM agreement_cover a
       WHERE a.agreement_id = g.id AND a.reference = l.reference),
      (SELECT a.covers FROM agreement_cover a
       WHERE a.agreement_id = g.id AND a.asset_type = l.asset_type),
      NOT EXISTS (SELECT FROM agreement_cover a WHERE a.agreement_id = g.id AND a.covers)) AS yes
  ) covered
  WHERE l.valid @> at
$$;
