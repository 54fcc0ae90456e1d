-- Files that officers uploaded, what the import would do with each, and what became of it.
CREATE TABLE upload (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL DEFAULT audience_account() REFERENCES account,
  layer text NOT NULL,
  file_name text NOT NULL CHECK (file_name ~ '\S'),
  bytes bigint NOT NULL CHECK (bytes >= 0),
  options jsonb NOT NULL DEFAULT '{}',
  source text,
  licence text,
  state text NOT NULL DEFAULT 'checking'
    CHECK (state IN ('checking', 'checked', 'applying', 'applied', 'refused', 'discarded')),
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  worked_at timestamptz NOT NULL DEFAULT now(),  -- when its work last gave a sign of life
  step text,                                     -- what is being done just now
  sentence text,                                 -- why it was refused
  details text[] NOT NULL DEFAULT '{}',
  report jsonb,
  differences jsonb,
  edition_id bigint REFERENCES edition
);
CREATE INDEX upload_latest ON upload (uploaded_at DESC);
CALL closed_table('upload', 'audience_is(''officer'')', 'audience_is(''officer'')');
