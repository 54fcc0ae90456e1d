-- Signing in. Everything secret is the owner's alone: no policy gives a request's role any of it, and
-- what administrators may do with it, they do through the functions below.

-- Whoever holds an office often inherits its mailbox: an address is free again once its account ended.
DROP INDEX account_email;
CREATE UNIQUE INDEX account_email ON account (lower(email)) WHERE ended_at IS NULL;

ALTER TABLE account ADD CONSTRAINT account_ends_after_start CHECK (ended_at >= created_at);
ALTER TABLE account_secret
  ADD COLUMN password_at timestamptz,
  ADD COLUMN signed_in_at timestamptz;

-- The second factor (RFC 6238): the one in use, and one that is being set up. The last step makes each
-- code good for once.
CREATE TABLE account_factor (
  account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  in_use boolean NOT NULL,
  secret bytea NOT NULL,
  sealed boolean NOT NULL,                -- whether it is encrypted under the key of this service
  last_step bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, in_use)
);

-- Codes for whoever has lost the second factor. A row goes when it is used.
CREATE TABLE account_recovery (
  account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  PRIMARY KEY (account_id, code_hash)
);

-- Links that let somebody set a password, once. Of one account there is one; without an account it
-- is the one that makes the first administrator.
CREATE TABLE account_link (
  token_hash bytea PRIMARY KEY,
  account_id bigint REFERENCES account ON DELETE CASCADE,
  made_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (account_id),
  CHECK (expires_at > made_at)
);

-- Tries that failed, by a hash of what was to be opened, whether it exists or not. A try is counted
-- before it is checked, so that many at once gain nothing.
CREATE TABLE sign_in_guard (
  key bytea PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  closed_until timestamptz NOT NULL
);

CREATE FUNCTION sign_in_key(kind text, what text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(convert_to(kind || ':' || lower(what), 'UTF8'))
$$;

-- Sessions, as Spring Session wants its tables.
CREATE TABLE spring_session (
  primary_id char(36) PRIMARY KEY,
  session_id char(36) NOT NULL UNIQUE,
  creation_time bigint NOT NULL,
  last_access_time bigint NOT NULL,
  max_inactive_interval integer NOT NULL,
  expiry_time bigint NOT NULL,
  principal_name varchar(100)             -- the account's id
);
CREATE INDEX spring_session_expiry ON spring_session (expiry_time);
CREATE INDEX spring_session_principal ON spring_session (principal_name);
CREATE TABLE spring_session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES spring_session ON DELETE CASCADE,
  attribute_name varchar(200) NOT NULL,
  attribute_bytes bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);

-- A session holds what its account was when it began: it ends with every change of that, wherever
-- the change comes from.
CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  changed CONSTANT jsonb := to_jsonb(coalesce(OLD, NEW));
BEGIN
  DELETE FROM spring_session
  WHERE principal_name = coalesce(changed ->> 'account_id', changed ->> 'id');
  RETURN NULL;
END $$;
CREATE TRIGGER account_ends_sessions AFTER UPDATE OR DELETE ON account
  FOR EACH ROW EXECUTE FUNCTION end_sessions();
CREATE TRIGGER account_council_ends_sessions AFTER INSERT OR UPDATE OR DELETE ON account_council
  FOR EACH ROW EXECUTE FUNCTION end_sessions();
CREATE TRIGGER account_secret_ends_sessions AFTER UPDATE OF password_hash ON account_secret
  FOR EACH ROW EXECUTE FUNCTION end_sessions();

-- With an account end its ways in.
CREATE FUNCTION account_closes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  DELETE FROM account_secret WHERE account_id = NEW.id;
  DELETE FROM account_factor WHERE account_id = NEW.id;
  DELETE FROM account_recovery WHERE account_id = NEW.id;
  DELETE FROM account_link WHERE account_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER account_closes AFTER UPDATE OF ended_at ON account
  FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION account_closes();

-- Somebody must be able to let people in. Checked at the end of a transaction, so that a handover can
-- end one and start the next; two that end each other wait for one another.
CREATE FUNCTION administrator_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('last administrator of ' || current_schema()));
  IF NOT EXISTS (SELECT FROM account WHERE role = 'administrator' AND ended_at IS NULL) THEN
    RAISE EXCEPTION 'the last administrator stays'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'administrator_stays';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER administrator_stays AFTER UPDATE OR DELETE ON account
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.role = 'administrator' AND OLD.ended_at IS NULL)
  EXECUTE FUNCTION administrator_stays();

-- Only accounts of role council act for councils.
CREATE FUNCTION council_acts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF EXISTS (SELECT FROM account WHERE id = NEW.account_id AND role <> 'council') THEN
    RAISE EXCEPTION 'only accounts of councils act for councils'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'council_acts';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER council_acts AFTER INSERT OR UPDATE ON account_council
  FOR EACH ROW EXECUTE FUNCTION council_acts();

-- Names and addresses of people stay out of the trail, which is never shortened: the account's id
-- stands there, and whose it is, is told by the account for as long as it says so.
DO $$
DECLARE
  event text;
BEGIN
  FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    EXECUTE format('DROP TRIGGER account_%s_audited ON account', event);
  END LOOP;
END $$;
CREATE FUNCTION account_audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  before CONSTANT jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - '{name,email}'::text[] END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - '{name,email}'::text[] END;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.name, OLD.email) IS DISTINCT FROM (NEW.name, NEW.email) THEN
    after := after || '{"name_or_address": "changed"}';
  END IF;
  INSERT INTO audit_origin (transaction_id, address)
  SELECT pg_current_xact_id(), current_setting('app.address', true)::inet
  WHERE coalesce(current_setting('app.address', true), '') <> ''
  ON CONFLICT DO NOTHING;
  INSERT INTO audit (action, subject, row_key, before, after)
  SELECT lower(TG_OP), 'account', coalesce(after ->> 'id', before ->> 'id'), before, after
  WHERE before IS DISTINCT FROM after;
  RETURN NULL;
END $$;
CREATE TRIGGER account_audited AFTER INSERT OR UPDATE OR DELETE ON account
  FOR EACH ROW EXECUTE FUNCTION account_audited();

-- What administrators may: requests reach none of the tables above but through these.
CREATE FUNCTION account_desk() RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF session_user = store_role('signed_in') AND NOT audience_is('administrator')
     OR session_user = store_role('public') THEN
    RAISE EXCEPTION 'accounts are kept by administrators only'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- How each account stands.
CREATE FUNCTION account_standing()
RETURNS TABLE (account_id bigint, has_password boolean, signed_in_at timestamptz,
               second_factor boolean, link_until timestamptz, sessions bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN
  PERFORM account_desk();
  RETURN QUERY
  SELECT a.id, s.password_hash IS NOT NULL, s.signed_in_at, f.account_id IS NOT NULL,
         l.expires_at,
         (SELECT count(*) FROM spring_session x WHERE x.principal_name = a.id::text
            AND x.expiry_time > extract(epoch FROM now()) * 1000)
  FROM account a
  LEFT JOIN account_secret s ON s.account_id = a.id
  LEFT JOIN account_factor f ON f.account_id = a.id AND f.in_use
  LEFT JOIN account_link l ON l.account_id = a.id AND l.expires_at > now();
END $$;

-- Puts a link in place of the one that was; what was failed before is forgiven.
CREATE FUNCTION account_link_give(account bigint, token_hash bytea, life interval,
                                  clear_factor boolean) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  until timestamptz;
BEGIN
  PERFORM account_desk();
  IF NOT EXISTS (SELECT FROM account a WHERE a.id = $1 AND a.ended_at IS NULL) THEN
    RAISE EXCEPTION 'an account that has ended gets no link' USING ERRCODE = 'check_violation';
  END IF;
  IF clear_factor THEN
    DELETE FROM account_factor f WHERE f.account_id = $1;
    DELETE FROM account_recovery r WHERE r.account_id = $1;
    PERFORM audit_note('second-factor-cleared', 'account', $1::text);
  END IF;
  DELETE FROM account_link l WHERE l.account_id = $1;
  INSERT INTO account_link (account_id, token_hash, expires_at)
  VALUES ($1, $2, now() + life) RETURNING expires_at INTO until;
  DELETE FROM sign_in_guard g USING account a
  WHERE a.id = $1 AND g.key IN (sign_in_key('password', a.email), sign_in_key('code', a.id::text));
  DELETE FROM spring_session WHERE principal_name = $1::text;
  PERFORM audit_note('link-given', 'account', $1::text);
  RETURN until;
END $$;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['end_sessions()', 'account_closes()', 'administrator_stays()',
      'council_acts()', 'account_audited()', 'account_desk()', 'account_standing()',
      'account_link_give(bigint, bytea, interval, boolean)',
      'sign_in_key(text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, public', kept, current_schema());
  END LOOP;
END $$;
