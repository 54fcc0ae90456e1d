-- Accounts: sign-in, sessions and API keys. Secrets belong to the owner alone: no policy gives a
-- request's role any of them, and administrators act on them only through the functions below.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- Returns the office that an account holds, as others are shown it: never the person's name.
CREATE OR REPLACE FUNCTION account_title(account bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
  SELECT title FROM account WHERE id = $1
$$;

-- Returns the accounts whose office contains a text. Whose accounts they are, only administrators
-- read.
CREATE OR REPLACE FUNCTION accounts_titled(part text) RETURNS SETOF bigint LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
  SELECT id FROM account WHERE audience_is('officer') AND position(lower(part) IN lower(title)) > 0
$$;

-- Returns the office of an account and its councils, as officers are shown them: never the person's
-- name.
CREATE OR REPLACE FUNCTION account_office(account bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
  SELECT concat_ws(', ', a.title, string_agg(c.name, ', ' ORDER BY c.name))
  FROM account a
  LEFT JOIN account_council ac ON ac.account_id = a.id
  LEFT JOIN council c ON c.id = ac.council_id
  WHERE a.id = $1 AND (audience_is('officer') OR a.id = audience_account())
  GROUP BY a.title
$$;
DO $$
BEGIN
  REVOKE EXECUTE ON FUNCTION account_office(bigint) FROM PUBLIC;
  EXECUTE format('GRANT EXECUTE ON FUNCTION account_office(bigint) TO %I', store_role('signed_in'));
END $$;

-- --- rules ---------------------------------------------------------------------------------------

-- A session holds the account as it was when the session began. It ends with every change of the
-- account, wherever the change comes from.
CREATE OR REPLACE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  changed CONSTANT jsonb := to_jsonb(coalesce(OLD, NEW));
BEGIN
  DELETE FROM spring_session
  WHERE principal_name = coalesce(changed ->> 'account_id', changed ->> 'id');
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER account_ends_sessions AFTER UPDATE OR DELETE ON account
  FOR EACH ROW EXECUTE FUNCTION end_sessions();
CREATE OR REPLACE TRIGGER account_council_ends_sessions
  AFTER INSERT OR UPDATE OR DELETE ON account_council
  FOR EACH ROW EXECUTE FUNCTION end_sessions();
CREATE OR REPLACE TRIGGER account_secret_ends_sessions
  AFTER UPDATE OF password_hash ON account_secret
  FOR EACH ROW EXECUTE FUNCTION end_sessions();

-- When an account ends, its password, second factor, recovery codes and link go.
CREATE OR REPLACE FUNCTION account_closes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  DELETE FROM account_secret WHERE account_id = NEW.id;
  DELETE FROM account_factor WHERE account_id = NEW.id;
  DELETE FROM account_recovery WHERE account_id = NEW.id;
  DELETE FROM account_link WHERE account_id = NEW.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER account_closes AFTER UPDATE OF ended_at ON account
  FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION account_closes();

-- The last administrator cannot end. Checked when the transaction commits, so that a handover can
-- end one account and start the next. Two administrators who end each other wait for one another.
-- PostgreSQL does not replace constraint triggers, so this one is dropped and made.
CREATE OR REPLACE FUNCTION administrator_stays() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('last administrator of ' || current_schema()));
  IF NOT EXISTS (SELECT FROM account WHERE role = 'administrator' AND ended_at IS NULL) THEN
    RAISE EXCEPTION 'the last administrator stays'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'administrator_stays';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS administrator_stays ON account;
CREATE CONSTRAINT TRIGGER administrator_stays AFTER UPDATE OR DELETE ON account
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.role = 'administrator' AND OLD.ended_at IS NULL)
  EXECUTE FUNCTION administrator_stays();

-- Only accounts with the role council act for councils.
CREATE OR REPLACE FUNCTION council_acts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM account WHERE id = NEW.account_id AND role <> 'council') THEN
    RAISE EXCEPTION 'only accounts of councils act for councils'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'council_acts';
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER council_acts AFTER INSERT OR UPDATE ON account_council
  FOR EACH ROW EXECUTE FUNCTION council_acts();

-- --- administrators ------------------------------------------------------------------------------

-- Rejects everybody but administrators.
CREATE OR REPLACE FUNCTION account_desk() RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT audience_is('administrator') AND NOT session_is_keeper() THEN
    RAISE EXCEPTION 'accounts are kept by administrators only'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- Returns the key under which failed attempts are counted.
CREATE OR REPLACE FUNCTION sign_in_key(kind text, what text) RETURNS bytea
LANGUAGE sql IMMUTABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
  SELECT sha256(convert_to(kind || ':' || lower(what), 'UTF8'))
$$;

-- Returns the state of each account.
CREATE OR REPLACE FUNCTION account_standing()
RETURNS TABLE (account_id bigint, has_password boolean, signed_in_at timestamptz,
               second_factor boolean, link_until timestamptz, sessions bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
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

-- Replaces an account's link for setting a password, and resets its count of failed attempts.
CREATE OR REPLACE FUNCTION account_link_give(account bigint, token_hash bytea, life interval,
                                  clear_factor boolean) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
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

-- --- API keys ------------------------------------------------------------------------------------

-- A key is made for an account in use. The only change of a key is that it is revoked, once.
CREATE OR REPLACE FUNCTION keep_keys() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
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
CREATE OR REPLACE TRIGGER api_key_kept BEFORE INSERT OR UPDATE ON api_key
  FOR EACH ROW EXECUTE FUNCTION keep_keys();

-- Writes the audit entry of a key without its hash.
CREATE OR REPLACE FUNCTION key_audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  PERFORM audit_note(
    CASE TG_OP WHEN 'INSERT' THEN 'key-made' ELSE 'key-revoked' END, 'api_key', NEW.id::text, NULL,
    jsonb_build_object('account_id', NEW.account_id, 'name', NEW.name, 'ending', NEW.ending,
                       'writes', NEW.writes));
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER api_key_made AFTER INSERT ON api_key
  FOR EACH ROW EXECUTE FUNCTION key_audited();
CREATE OR REPLACE TRIGGER api_key_revoked AFTER UPDATE OF revoked_at ON api_key
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
  EXECUTE FUNCTION key_audited();

-- When an account ends, its keys are revoked.
CREATE OR REPLACE FUNCTION account_ends_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  UPDATE api_key SET revoked_at = now() WHERE account_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER account_ends_keys AFTER UPDATE OF ended_at ON account
  FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION account_ends_keys();
