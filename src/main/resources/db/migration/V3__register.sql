-- The register: where a council stands on a service, as dated and sourced claims.
CREATE TABLE status (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  council_id bigint NOT NULL REFERENCES council,
  service_id bigint NOT NULL REFERENCES service,
  status text NOT NULL CHECK (status IN ('devolved', 'interested', 'none', 'unknown')),
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  arrangement text
    CHECK (arrangement IN ('grant-funded', 'agency', 'top-up', 'asset transfer')),
  basis text NOT NULL CHECK (basis IN ('documented', 'illustrative')),
  source text,
  note text,
  recorded_by text NOT NULL DEFAULT session_user,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  published_from timestamptz NOT NULL DEFAULT '-infinity',
  edition_id bigint REFERENCES edition,
  CONSTRAINT status_one_at_a_time
    EXCLUDE USING gist (council_id WITH =, service_id WITH =, valid WITH &&)
);

-- What a devolved status rests on. Without rows in agreement_cover it covers all land;
-- a row takes out (or, with covers, puts in) an asset type or a single parcel.
CREATE TABLE agreement (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  status_id bigint NOT NULL UNIQUE REFERENCES status ON DELETE CASCADE,
  document text,
  term daterange NOT NULL CHECK (NOT isempty(term)),
  review_on date
);
CREATE TABLE agreement_cover (
  agreement_id bigint NOT NULL REFERENCES agreement ON DELETE CASCADE,
  asset_type text,
  reference text,
  covers boolean NOT NULL,
  CHECK (num_nonnulls(asset_type, reference) = 1),
  UNIQUE NULLS NOT DISTINCT (agreement_id, asset_type, reference)
);

-- Every council valid at the date, once, with what the public may know of its status then:
-- no row at a date means unknown.
CREATE FUNCTION council_status_at(at date, service_code text DEFAULT 'landscaping')
RETURNS TABLE (council_id bigint, status text, since date, arrangement text, basis text,
               source text, note text, status_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT c.id, coalesce(s.status, 'unknown'), lower(s.valid), s.arrangement, s.basis,
         s.source, s.note, s.id
  FROM council c
  LEFT JOIN (status s JOIN service v ON v.id = s.service_id AND v.code = service_code)
    ON s.council_id = c.id AND s.valid @> at AND s.published_from <= now()
  WHERE c.valid @> at
$$;

-- Every parish valid at the date with the council that has it then, if any.
CREATE FUNCTION parish_council_at(at date)
RETURNS TABLE (parish_id bigint, code text, council_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT p.id, p.code, c.id
  FROM parish p
  LEFT JOIN (council_parish cp JOIN council c ON c.id = cp.council_id AND c.valid @> at)
    ON cp.parish_code = p.code AND cp.valid @> at
  WHERE p.valid @> at
$$;
