-- Councils: their parishes at a date, the addresses of their pages, and the notes that they keep.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- Returns a name as it appears in addresses and anchors.
CREATE OR REPLACE FUNCTION slug(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT trim(BOTH '-' FROM regexp_replace(lower(replace(name, '''', '')), '[^a-z0-9]+', '-', 'g'))
$$;

-- Returns every parish valid at the date, with the council that has it then, if any.
CREATE OR REPLACE FUNCTION parish_council_at(at date)
RETURNS TABLE (parish_id bigint, code text, council_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT p.id, p.code, c.id
  FROM parish p
  LEFT JOIN (council_parish cp JOIN council c ON c.id = cp.council_id AND c.valid @> at)
    ON cp.parish_code = p.code AND cp.valid @> at
  WHERE p.valid @> at
$$;

-- Keeps the former address of a council that is renamed, so that links still lead to its page.
CREATE OR REPLACE FUNCTION keep_council_address() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  DELETE FROM council_address WHERE slug = new.slug;
  IF tg_op = 'UPDATE' AND old.slug <> new.slug THEN
    INSERT INTO council_address (slug, council_id) VALUES (old.slug, new.id)
    ON CONFLICT (slug) DO UPDATE SET council_id = excluded.council_id;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER council_address_kept AFTER INSERT OR UPDATE OF slug ON council
  FOR EACH ROW EXECUTE FUNCTION keep_council_address();

-- A note belongs to the account that wrote it. The only change of a note is that it is ended, once.
CREATE OR REPLACE FUNCTION council_note_is_kept() RETURNS trigger LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a note is ended, not deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF new.account_id IS DISTINCT FROM audience_account() THEN
    RAISE EXCEPTION 'a note belongs to who wrote it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'INSERT' THEN
    new.written_at := now();
    new.ended_at := NULL;
  ELSIF (new.id, new.council_id, new.account_id, new.body, new.written_at)
          IS DISTINCT FROM (old.id, old.council_id, old.account_id, old.body, old.written_at)
      OR old.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a note can only be ended, once' USING ERRCODE = 'insufficient_privilege';
  ELSE
    new.ended_at := now();
  END IF;
  RETURN new;
END $$;
CREATE OR REPLACE TRIGGER council_note_kept BEFORE INSERT OR UPDATE OR DELETE ON council_note
  FOR EACH ROW EXECUTE FUNCTION council_note_is_kept();
