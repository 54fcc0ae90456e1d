-- Keys by which programs act for an account: GIS, scripts. Of a key its hash is kept, which the door
-- alone reads; a request sees the rest of the keys of its account, an administrator of all.

-- The name of the key by which a program asks; null where a person has signed in.
CREATE FUNCTION audience_key() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.key', true), '')
$$;

-- What is done by a key says so in the trail.
ALTER TABLE audit ALTER COLUMN source SET DEFAULT
  nullif(concat_ws(', ', nullif(current_setting('app.source', true), ''),
                   'API key "' || audience_key() || '"'), '');

CREATE TABLE api_key (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL DEFAULT audience_account() REFERENCES account ON DELETE CASCADE,
  name text NOT NULL CHECK (name ~ '\S' AND name !~ '[[:cntrl:]]' AND length(name) <= 60),
  key_hash bytea NOT NULL UNIQUE CHECK (length(key_hash) = 32),
  ending text NOT NULL CHECK (length(ending) = 4),  -- its last letters, to tell it from others
  writes boolean NOT NULL DEFAULT false,            -- whether it may change things
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,                         -- written once a day at most
  revoked_at timestamptz
);
-- Names tell keys apart, here and in the trail; and a form that is sent twice makes one key.
CREATE UNIQUE INDEX api_key_name ON api_key (account_id, lower(name)) WHERE revoked_at IS NULL;

-- A key is made for an account in use, and never changed but for being revoked, once and for ever.
CREATE FUNCTION keep_keys() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  most CONSTANT integer := 20;
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Locked, so that two at once are counted, and none is made while the account ends.
    PERFORM FROM account WHERE id = NEW.account_id AND ended_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'an account that has ended gets no key'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'api_key_of_account_in_use';
    END IF;
    IF (SELECT count(*) FROM api_key
        WHERE account_id = NEW.account_id AND revoked_at IS NULL) >= most THEN
      RAISE EXCEPTION 'an account has at most % keys', most
        USING ERRCODE = 'check_violation', CONSTRAINT = 'api_key_most';
    END IF;
  ELSIF OLD.revoked_at IS DISTINCT FROM NEW.revoked_at AND OLD.revoked_at IS NOT NULL
     OR to_jsonb(OLD) - '{revoked_at,last_used_at}'::text[]
        IS DISTINCT FROM to_jsonb(NEW) - '{revoked_at,last_used_at}'::text[] THEN
    RAISE EXCEPTION 'a key is only ever revoked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER api_key_kept BEFORE INSERT OR UPDATE ON api_key
  FOR EACH ROW EXECUTE FUNCTION keep_keys();

-- Without the hash, which belongs in no trail.
CREATE FUNCTION key_audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM audit_note(
    CASE TG_OP WHEN 'INSERT' THEN 'key-made' ELSE 'key-revoked' END, 'api_key', NEW.id::text, NULL,
    jsonb_build_object('account_id', NEW.account_id, 'name', NEW.name, 'ending', NEW.ending,
                       'writes', NEW.writes));
  RETURN NULL;
END $$;
CREATE TRIGGER api_key_made AFTER INSERT ON api_key
  FOR EACH ROW EXECUTE FUNCTION key_audited();
CREATE TRIGGER api_key_revoked AFTER UPDATE OF revoked_at ON api_key
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
  EXECUTE FUNCTION key_audited();

-- With an account end its keys.
CREATE FUNCTION account_ends_keys() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  UPDATE api_key SET revoked_at = now() WHERE account_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER account_ends_keys AFTER UPDATE OF ended_at ON account
  FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION account_ends_keys();

-- People make and revoke keys; what a key does, it does with itself only: no key makes another.
DO $$
DECLARE
  signed_in CONSTANT text := quote_ident(store_role('signed_in'));
  kept text;
BEGIN
  ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
  EXECUTE format('GRANT SELECT (id, account_id, name, ending, writes, created_at, last_used_at,
                                revoked_at),
                        INSERT (name, key_hash, ending, writes), UPDATE (revoked_at)
                  ON api_key TO %s', signed_in);
  EXECUTE format('CREATE POLICY api_key_seen ON api_key FOR SELECT TO %s
                  USING (account_id = audience_account() OR audience_is(''administrator''))',
                 signed_in);
  EXECUTE format('CREATE POLICY api_key_added ON api_key FOR INSERT TO %s
                  WITH CHECK (account_id = audience_account() AND audience_key() IS NULL)',
                 signed_in);
  EXECUTE format('CREATE POLICY api_key_revoked ON api_key FOR UPDATE TO %s
                  USING ((account_id = audience_account() OR audience_is(''administrator''))
                         AND audience_key() IS NULL)', signed_in);

  FOREACH kept IN ARRAY ARRAY['keep_keys()', 'key_audited()', 'account_ends_keys()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, public', kept, current_schema());
  END LOOP;
END $$;
