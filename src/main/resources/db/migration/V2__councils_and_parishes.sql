-- Bodies (councils) and areas (parishes): joined by ONS code and date, never by name.
CREATE TABLE council (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  party_id bigint NOT NULL UNIQUE REFERENCES party,
  slug text NOT NULL UNIQUE,
  name text NOT NULL UNIQUE,
  kind text NOT NULL
    CHECK (kind IN ('parish council', 'town council', 'community council', 'parish meeting')),
  aliases text[] NOT NULL DEFAULT '{}',
  place geometry(Point, 27700),  -- its settlement, for labels and for "go to"
  valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
  basis text NOT NULL DEFAULT 'documented' CHECK (basis IN ('documented', 'illustrative')),
  source text,
  note text
);

CREATE TABLE council_parish (
  council_id bigint NOT NULL REFERENCES council ON DELETE CASCADE,
  parish_code text NOT NULL,
  valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
  PRIMARY KEY (council_id, parish_code, valid),
  CONSTRAINT council_parish_one_council_at_a_time
    EXCLUDE USING gist (parish_code WITH =, valid WITH &&)
);

CREATE TABLE parish (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL CHECK (code ~ '^[A-Z][0-9]{8}$'),
  name text NOT NULL,
  -- ONS: E04 and W04 are parishes and communities, E43 is an unparished area
  kind text NOT NULL GENERATED ALWAYS AS
    (CASE left(code, 3) WHEN 'E43' THEN 'unparished area' WHEN 'W04' THEN 'community'
     ELSE 'parish' END) STORED,
  geom geometry(MultiPolygon, 27700) NOT NULL CHECK (ST_IsValid(geom) AND NOT ST_IsEmpty(geom)),
  area_m2 double precision GENERATED ALWAYS AS (ST_Area(geom)) STORED,
  -- beside the row, so that a glance at where a parish lies need not fetch its whole boundary
  box geometry(Geometry, 27700) GENERATED ALWAYS AS (ST_Envelope(geom)) STORED,
  valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
  basis text NOT NULL DEFAULT 'documented' CHECK (basis IN ('documented', 'schematic')),
  edition_id bigint NOT NULL REFERENCES edition,
  CONSTRAINT parish_one_boundary_at_a_time EXCLUDE USING gist (code WITH =, valid WITH &&)
);
CREATE INDEX parish_geom ON parish USING gist (geom);
CREATE INDEX parish_box ON parish USING gist (box);
-- Read for every parcel on a border: not worth the time to unpack it each time.
ALTER TABLE parish ALTER COLUMN geom SET STORAGE EXTERNAL;

CREATE TABLE ward (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text UNIQUE,
  name text NOT NULL UNIQUE,
  geom geometry(MultiPolygon, 27700),
  valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid))
);

CREATE TABLE council_ward (
  council_id bigint NOT NULL REFERENCES council ON DELETE CASCADE,
  ward_id bigint NOT NULL REFERENCES ward ON DELETE CASCADE,
  PRIMARY KEY (council_id, ward_id)
);

CREATE TABLE forum (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name text NOT NULL UNIQUE,
  kind text NOT NULL
    CHECK (kind IN ('ward forum', 'local area forum', 'parishes forum', 'advisory group')),
  chair text,
  dormant boolean NOT NULL DEFAULT false,
  basis text NOT NULL DEFAULT 'documented' CHECK (basis IN ('documented', 'illustrative')),
  source text,
  note text
);

CREATE TABLE forum_council (
  forum_id bigint NOT NULL REFERENCES forum ON DELETE CASCADE,
  council_id bigint NOT NULL REFERENCES council ON DELETE CASCADE,
  PRIMARY KEY (forum_id, council_id)
);
