-- The quiet ground under everything: streets, water, rail, buildings, place names.
CREATE TABLE context (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  theme text NOT NULL
    CHECK (theme IN ('street', 'water', 'rail', 'building', 'woodland', 'place')),
  class text,
  name text,
  min_zoom smallint NOT NULL CHECK (min_zoom BETWEEN 0 AND 22),
  geom geometry(Geometry, 27700) NOT NULL CHECK (NOT ST_IsEmpty(geom)),
  edition_id bigint NOT NULL REFERENCES edition
);
CREATE INDEX context_geom ON context USING gist (geom);
