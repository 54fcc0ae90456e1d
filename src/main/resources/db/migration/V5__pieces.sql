-- The overlay of land with parishes, kept by the database itself: whoever changes a parcel, a
-- boundary or a contract's straddle rule, in whatever program, leaves pieces that are right.
-- Pieces are cut by the latest boundaries (those without an end).

-- How much of a geometry there is in a unit: m2, m, or 1 for an item.
CREATE FUNCTION drawn_in(unit text, geom geometry) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE unit WHEN 'm2' THEN ST_Area(geom) WHEN 'm' THEN ST_Length(geom) ELSE 1 END
$$;

-- Cuts one parcel that no parish holds whole. Parishes take their part in the order of their
-- codes, so that a length on a shared border, and a point on one, go to the lower code and
-- nothing is counted twice. What is left at the end lies outside all parishes.
-- Parts below a square millimetre (or a thousandth of a millimetre) are rounding, not land.
CREATE FUNCTION cut_parcel(parcel land) RETURNS SETOF piece LANGUAGE plpgsql STABLE AS $$
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
    WHERE upper_inf(p.valid) AND p.geom && parcel.geom AND ST_Intersects(p.geom, parcel.geom)
    ORDER BY p.code
  LOOP
    part := ST_CollectionExtract(ST_Intersection(remaining, neighbour.geom), extract_type);
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

CREATE FUNCTION refresh_pieces(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM piece WHERE land_id = ANY (ids);
  -- Nearly all parcels lie whole inside one parish. Parishes drive the join, so that each is
  -- prepared once for all its parcels.
  INSERT INTO piece (land_id, parish_id, geom, drawn, quantity)
  SELECT l.id, p.id, l.geom, l.drawn, l.quantity
  FROM parish p
  CROSS JOIN LATERAL (
    SELECT * FROM land WHERE geom && p.geom AND id = ANY (ids) OFFSET 0
  ) l
  WHERE upper_inf(p.valid) AND ST_ContainsProperly(p.geom, l.geom);
  INSERT INTO piece (land_id, parish_id, geom, drawn, quantity)
  SELECT c.*
  FROM land l CROSS JOIN LATERAL cut_parcel(l) c
  WHERE l.id = ANY (ids) AND NOT EXISTS (SELECT FROM piece x WHERE x.land_id = l.id);
END $$;

CREATE FUNCTION refresh_overlaps(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM land_overlap WHERE land_a = ANY (ids) OR land_b = ANY (ids);
  INSERT INTO land_overlap (land_a, land_b, area_m2)
  SELECT least(a.id, b.id), greatest(a.id, b.id), ST_Area(shared.geom)
  FROM land a
  JOIN land b ON b.geom && a.geom AND b.id <> a.id
    AND (b.id > a.id OR b.id <> ALL (ids))
    AND ST_Relate(a.geom, b.geom, '2********')
  CROSS JOIN LATERAL (SELECT ST_Intersection(a.geom, b.geom) AS geom OFFSET 0) shared
  WHERE a.id = ANY (ids) AND a.unit = 'm2' AND b.unit = 'm2' AND ST_Area(shared.geom) > 1e-6;
END $$;

CREATE FUNCTION land_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids bigint[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(id) INTO ids FROM new_rows;
  ELSE
    SELECT array_agg(n.id) INTO ids FROM new_rows n JOIN old_rows o USING (id)
    WHERE (n.geom, n.unit, n.measured, n.lot_id)
          IS DISTINCT FROM (o.geom, o.unit, o.measured, o.lot_id);
  END IF;
  IF ids IS NOT NULL THEN
    PERFORM refresh_pieces(ids);
    PERFORM refresh_overlaps(ids);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER land_inserted AFTER INSERT ON land REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION land_changed();
CREATE TRIGGER land_updated AFTER UPDATE ON land
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION land_changed();

CREATE FUNCTION parish_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids bigint[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT l.id) INTO ids FROM new_rows p JOIN land l ON l.geom && p.geom;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT l.id) INTO ids FROM old_rows p JOIN land l ON l.geom && p.geom;
  ELSE
    SELECT array_agg(DISTINCT l.id) INTO ids
    FROM new_rows n JOIN old_rows o USING (id)
    JOIN land l ON l.geom && o.geom OR l.geom && n.geom
    WHERE (n.geom, n.code, n.valid) IS DISTINCT FROM (o.geom, o.code, o.valid);
  END IF;
  IF ids IS NOT NULL THEN
    PERFORM refresh_pieces(ids);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER parish_inserted AFTER INSERT ON parish REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION parish_changed();
CREATE TRIGGER parish_updated AFTER UPDATE ON parish
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION parish_changed();
CREATE TRIGGER parish_deleted AFTER DELETE ON parish REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION parish_changed();

CREATE FUNCTION straddle_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_pieces(array_agg(l.id))
  FROM land l JOIN lot ON lot.id = l.lot_id
  WHERE lot.contract_id = NEW.id
    AND (SELECT count(*) FROM parish p
         WHERE p.geom && l.geom AND ST_Intersects(p.geom, l.geom)) > 1
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER contract_straddle_changed AFTER UPDATE OF straddle ON contract
  FOR EACH ROW WHEN (OLD.straddle <> NEW.straddle) EXECUTE FUNCTION straddle_changed();

-- Every piece of land valid at the date, with who looks after it then. The rule, first that
-- applies: the parcel's own maintainer if that is neither contractor nor council; the council of
-- the parish if its status is devolved and its agreement covers the land; the contractor of the
-- contract in force for the lot; the owner; else not known (null).
CREATE FUNCTION piece_at(at date)
RETURNS TABLE (land_id bigint, reference text, parish_id bigint, parish_code text,
               council_id bigint, status text, asset_type text, unit text, name text,
               owner text, maintainer text, lot text, looked_after_by text,
               looked_after_by_kind text, drawn double precision, quantity double precision,
               basis text, geom geometry)
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
         x.drawn, x.quantity, l.basis, x.geom
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
