-- The words every other table rests on: who runs the service, which bodies there are,
-- what can be devolved, which file brought a row, and the number that grows with each change.
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Addresses and anchors are made from names in one way only.
CREATE FUNCTION slug(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT trim(BOTH '-' FROM regexp_replace(lower(replace(name, '''', '')), '[^a-z0-9]+', '-', 'g'))
$$;

-- One row: what this store is. A demonstration never shares a store with real data.
CREATE TABLE store (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  demonstration boolean NOT NULL,
  today date,           -- the working date; null: the clock
  notice text
);

CREATE TABLE edition (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layer text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  source text,
  licence text,
  crs text,
  features integer NOT NULL CHECK (features >= 0),
  report jsonb NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT now(),
  imported_by text NOT NULL DEFAULT session_user
);
CREATE INDEX edition_layer ON edition (layer, id DESC);

CREATE TABLE layer_revision (
  layer text PRIMARY KEY,
  revision bigint NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO layer_revision (layer, revision)
VALUES ('boundaries', 1), ('context', 1), ('coverage', 1), ('land', 1), ('parishes', 1);

CREATE TABLE party (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL
    CHECK (kind IN ('authority', 'council', 'contractor', 'trust', 'company', 'other')),
  name text NOT NULL CHECK (name <> ''),
  aliases text[] NOT NULL DEFAULT '{}',
  contact_role text,
  contact_email text,
  contact_phone text
);
CREATE UNIQUE INDEX party_name ON party (lower(name));

CREATE TABLE authority (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  party_id bigint NOT NULL UNIQUE REFERENCES party,
  code text UNIQUE,
  name text NOT NULL,
  short_name text NOT NULL,
  accent text NOT NULL DEFAULT '#1D70B8' CHECK (accent ~ '^#[0-9A-Fa-f]{6}$'),
  logo_url text,
  report_url text,      -- may carry {lon}, {lat} and {reference}
  os_licence text,
  words jsonb NOT NULL DEFAULT '{}'  -- its own words for forum and service
);

CREATE TABLE service (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL
);
INSERT INTO service (code, name) VALUES ('landscaping', 'Landscaping');
