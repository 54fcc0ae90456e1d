-- Managing by hand: rows that no import brought, notes of councils, and a trail that is searched.

-- An officer adds a postcode or a place that no file has.
ALTER TABLE postcode ALTER COLUMN edition_id DROP NOT NULL;
ALTER TABLE place ALTER COLUMN edition_id DROP NOT NULL;

CREATE INDEX audit_council ON audit (council_id, id) WHERE council_id IS NOT NULL;
CREATE INDEX audit_account ON audit (account_id, id) WHERE account_id IS NOT NULL;

-- Accounts by the office that they are shown by; whose they are is read by administrators only.
CREATE FUNCTION accounts_titled(part text) RETURNS SETOF bigint LANGUAGE sql STABLE
SECURITY DEFINER AS $$
  SELECT id FROM account WHERE audience_is('officer') AND position(lower(part) IN lower(title)) > 0
$$;

-- What a council notes for itself and the officers. Notes are ended by who wrote them, and stay.
CREATE TABLE council_note (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  council_id bigint NOT NULL REFERENCES council,
  account_id bigint NOT NULL DEFAULT audience_account(),
  body text NOT NULL CHECK (body ~ '\S' AND length(body) <= 4000),
  written_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz CHECK (ended_at >= written_at)
);
CREATE INDEX council_note_council ON council_note (council_id, id);

CREATE FUNCTION council_note_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER council_note_kept BEFORE INSERT OR UPDATE OR DELETE ON council_note
  FOR EACH ROW EXECUTE FUNCTION council_note_is_kept();

CALL closed_table('council_note', 'audience_sees(council_id)', 'audience_sees(council_id)');
CALL audit_table('council_note', 'id', 'council_id');

DO $$
DECLARE
  kept text;
BEGIN
  EXECUTE format('REVOKE DELETE ON council_note FROM %I', store_role('signed_in'));
  FOREACH kept IN ARRAY ARRAY['accounts_titled(text)', 'council_note_is_kept()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, public', kept, current_schema());
  END LOOP;
END $$;
