-- Addresses that outlive names, bodies that follow others, and whom to ask.
CREATE EXTENSION IF NOT EXISTS pg_trgm;  -- names that are nearly right

-- Where a council's page stood before it was renamed.
CREATE TABLE council_address (
  slug text PRIMARY KEY,
  council_id bigint NOT NULL REFERENCES council ON DELETE CASCADE
);

-- A council that ended, and the one that has its parishes since; a merger is several rows with the
-- same successor, a split several with the same predecessor.
CREATE TABLE council_succession (
  council_id bigint NOT NULL REFERENCES council ON DELETE CASCADE,
  successor_id bigint NOT NULL REFERENCES council ON DELETE CASCADE,
  since date NOT NULL,
  PRIMARY KEY (council_id, successor_id),
  CHECK (council_id <> successor_id)
);

CREATE FUNCTION keep_council_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM council_address WHERE slug = new.slug;
  IF tg_op = 'UPDATE' AND old.slug <> new.slug THEN
    INSERT INTO council_address (slug, council_id) VALUES (old.slug, new.id)
    ON CONFLICT (slug) DO UPDATE SET council_id = excluded.council_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER council_address_kept AFTER INSERT OR UPDATE OF slug ON council
  FOR EACH ROW EXECUTE FUNCTION keep_council_address();

DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION keep_council_address() SET search_path = %I, public',
                 current_schema());
END $$;

ALTER TABLE authority
  ADD COLUMN councillors_url text,  -- who the ward councillors are
  ADD COLUMN team_name text,        -- whom clerks ask
  ADD COLUMN team_email text;
