-- Land parcels, the contracts that look after them, and what they are worth per visit.
CREATE TABLE asset_type (
  code text PRIMARY KEY,
  label text NOT NULL UNIQUE,
  unit text NOT NULL CHECK (unit IN ('m2', 'm', 'item')),
  position integer NOT NULL,
  UNIQUE (code, unit)
);
INSERT INTO asset_type (code, label, unit, position) VALUES
  ('amenity grass', 'Amenity grass', 'm2', 1),
  ('rough grass', 'Rough grass', 'm2', 2),
  ('conservation grass', 'Conservation grass', 'm2', 3),
  ('shrub bed', 'Shrub bed', 'm2', 4),
  ('hedge', 'Hedge', 'm', 5),
  ('rose bed', 'Rose bed', 'm2', 6),
  ('bedding', 'Bedding', 'm2', 7),
  ('bulbs', 'Bulbs', 'm2', 8),
  ('tree', 'Tree', 'item', 9),
  ('tree group', 'Tree group', 'm2', 10),
  ('hard surface', 'Hard surface', 'm2', 11),
  ('pitch', 'Pitch', 'm2', 12),
  ('play area', 'Play area', 'm2', 13),
  ('woodland', 'Woodland', 'm2', 14),
  ('other', 'Other', 'm2', 15);
ALTER TABLE agreement_cover ADD FOREIGN KEY (asset_type) REFERENCES asset_type;

CREATE TABLE contract (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  title text NOT NULL,
  contractor_id bigint NOT NULL REFERENCES party,
  term daterange NOT NULL CHECK (NOT isempty(term)),
  extension_until date,  -- exclusive, as every range end here
  straddle text NOT NULL DEFAULT 'split' CHECK (straddle IN ('split', 'majority')),
  basis text NOT NULL CHECK (basis IN ('documented', 'illustrative')),
  source text,
  note text,
  CHECK (extension_until IS NULL OR extension_until > upper(term))
);

CREATE TABLE lot (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contract_id bigint NOT NULL REFERENCES contract ON DELETE CASCADE,
  code text NOT NULL UNIQUE,
  name text NOT NULL
);

CREATE TABLE regime (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contract_id bigint NOT NULL REFERENCES contract ON DELETE CASCADE,
  code text NOT NULL,
  asset_type text NOT NULL REFERENCES asset_type,
  visits numeric(6, 2) NOT NULL CHECK (visits >= 0),
  season_from text CHECK (season_from ~ '^[01][0-9]-[0-3][0-9]$'),
  season_to text CHECK (season_to ~ '^[01][0-9]-[0-3][0-9]$'),
  UNIQUE (contract_id, code)
);

-- Rates are for officers until released: published_from is null till then.
CREATE TABLE rate (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lot_id bigint NOT NULL REFERENCES lot ON DELETE CASCADE,
  regime_id bigint NOT NULL REFERENCES regime ON DELETE CASCADE,
  gbp numeric(12, 4) NOT NULL CHECK (gbp >= 0),  -- per unit of the asset type and visit
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  basis text NOT NULL CHECK (basis IN ('documented', 'illustrative')),
  source text,
  published_from timestamptz,
  CONSTRAINT rate_one_at_a_time
    EXCLUDE USING gist (lot_id WITH =, regime_id WITH =, valid WITH &&)
);

CREATE TABLE land (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference text NOT NULL UNIQUE CHECK (reference <> ''),
  asset_type text NOT NULL,
  unit text NOT NULL,
  name text,
  owner_id bigint REFERENCES party,
  maintainer_id bigint REFERENCES party,
  maintainer_valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(maintainer_valid)),
  lot_id bigint REFERENCES lot,
  regime_id bigint REFERENCES regime,
  measured double precision CHECK (measured >= 0),  -- as surveyed, in unit; null: as drawn
  geom geometry(Geometry, 27700) NOT NULL CHECK (ST_IsValid(geom) AND NOT ST_IsEmpty(geom)),
  drawn double precision NOT NULL GENERATED ALWAYS AS
    (CASE unit WHEN 'm2' THEN ST_Area(geom) WHEN 'm' THEN ST_Length(geom) ELSE 1 END) STORED,
  quantity double precision NOT NULL GENERATED ALWAYS AS
    (coalesce(measured, CASE unit WHEN 'm2' THEN ST_Area(geom) WHEN 'm' THEN ST_Length(geom)
                        ELSE 1 END)) STORED,
  valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
  basis text NOT NULL DEFAULT 'documented' CHECK (basis IN ('documented', 'illustrative')),
  edition_id bigint REFERENCES edition,
  FOREIGN KEY (asset_type, unit) REFERENCES asset_type (code, unit),
  CONSTRAINT land_drawn_as_its_asset_type_says
    CHECK (CASE unit WHEN 'm2' THEN ST_Dimension(geom) = 2 WHEN 'm' THEN ST_Dimension(geom) = 1
           ELSE true END)
);
CREATE INDEX land_geom ON land USING gist (geom);
CREATE INDEX land_lot ON land (lot_id);

-- The part of a parcel inside one parish; parish_id null: the part outside all of them. Derived:
-- migration V5 writes and removes it, whatever changes a parcel or a boundary, so it needs no
-- foreign keys. A piece that is its whole parcel has the parcel's geometry, not a copy.
CREATE TABLE piece (
  land_id bigint NOT NULL,
  parish_id bigint,
  geom geometry(Geometry, 27700),      -- null: the parcel's own
  drawn double precision NOT NULL,     -- m2, m or items of the geometry, full precision
  quantity double precision NOT NULL,  -- its share of the parcel's quantity
  UNIQUE NULLS NOT DISTINCT (land_id, parish_id)
);
CREATE INDEX piece_parish ON piece (parish_id);

-- Polygon parcels that overlap each other: this area is counted twice. Derived, as pieces are.
CREATE TABLE land_overlap (
  land_a bigint NOT NULL,
  land_b bigint NOT NULL,
  area_m2 double precision NOT NULL CHECK (area_m2 > 0),
  PRIMARY KEY (land_a, land_b),
  CHECK (land_a < land_b)
);
CREATE INDEX land_overlap_b ON land_overlap (land_b);
