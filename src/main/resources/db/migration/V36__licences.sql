-- What the users of a layer agree to, who did, and the links by which a contractor has the land of its
-- lots for a time. Who may have what is decided in one place of the program (licence.Permits); what is
-- kept here is that nothing can be accepted for another, or in a version that does not stand.

-- Without terms of its own a layer has those that follow from flag, line and attribution. The version
-- grows by itself with each of the four.
ALTER TABLE layer_licence
  ADD COLUMN terms text CHECK (terms ~ '\S'),
  ADD COLUMN terms_version integer NOT NULL DEFAULT 1;

-- A contractor's link: 256 random bits, of which the hash is kept.
CREATE TABLE contractor_link (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  party_id bigint NOT NULL REFERENCES party,
  purpose text NOT NULL CHECK (purpose ~ '\S'),
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  ends_on date NOT NULL,  -- exclusive, as every end here
  account_id bigint DEFAULT audience_account() REFERENCES account,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);
-- Its area. A lot that is gone is none of it; a link without lots opens nothing.
CREATE TABLE contractor_link_lot (
  link_id bigint NOT NULL REFERENCES contractor_link ON DELETE CASCADE,
  lot_id bigint NOT NULL REFERENCES lot ON DELETE CASCADE,
  PRIMARY KEY (link_id, lot_id)
);

-- Who agreed to which version of which terms: an account, or the holder of a contractor's link.
CREATE TABLE licence_acceptance (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layer text NOT NULL,
  version integer NOT NULL,
  account_id bigint DEFAULT audience_account() REFERENCES account,
  link_id bigint REFERENCES contractor_link,
  accepted_at timestamptz NOT NULL DEFAULT now(),
  CHECK (num_nonnulls(account_id, link_id) = 1),
  UNIQUE NULLS NOT DISTINCT (account_id, link_id, layer, version)
);

-- A licence that is removed and set again goes on counting: what was accepted before stays behind.
CREATE FUNCTION licence_terms_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.layer = OLD.layer THEN
    NEW.terms_version := OLD.terms_version
      + ((NEW.flag, NEW.line, NEW.attribution, NEW.terms)
         IS DISTINCT FROM (OLD.flag, OLD.line, OLD.attribution, OLD.terms))::int;
  ELSE
    NEW.terms_version := 1 + coalesce(
      (SELECT max(version) FROM licence_acceptance WHERE layer = NEW.layer), 0);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER layer_licence_terms_grow BEFORE INSERT OR UPDATE ON layer_licence
  FOR EACH ROW EXECUTE FUNCTION licence_terms_grow();

CREATE FUNCTION licence_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version IS DISTINCT FROM
     (SELECT terms_version FROM layer_licence WHERE layer = NEW.layer) THEN
    RAISE EXCEPTION 'version % of the terms of % does not stand', NEW.version, NEW.layer
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_acceptance_stands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER licence_acceptance_stands BEFORE INSERT ON licence_acceptance
  FOR EACH ROW EXECUTE FUNCTION licence_accepted();

CREATE FUNCTION london_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (now() AT TIME ZONE 'Europe/London')::date
$$;

-- The last end that a link made now may have: while what land is made of is for contractors until a
-- day, that day; null for any.
CREATE FUNCTION contractor_links_until() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT min(contractor_until) FROM layer_licence
  WHERE flag = 'contractor'
    AND layer IN ('land', 'parishes', 'councils', 'statuses', 'contracts')
$$;

CREATE FUNCTION contractor_link_checked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM party WHERE id = NEW.party_id AND kind = 'contractor') THEN
    RAISE EXCEPTION 'a contractor''s link is for a contractor'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'contractor_link_for_contractor';
  END IF;
  IF NEW.ends_on <= london_today() OR NEW.ends_on > contractor_links_until() THEN
    RAISE EXCEPTION 'a contractor''s link ends after today, and while contractors may have the land'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'contractor_link_end';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contractor_link_checked BEFORE INSERT ON contractor_link
  FOR EACH ROW EXECUTE FUNCTION contractor_link_checked();

CREATE FUNCTION contractor_link_lot_checked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM contractor_link l JOIN contract k ON k.contractor_id = l.party_id
    JOIN lot ON lot.contract_id = k.id
    WHERE l.id = NEW.link_id AND lot.id = NEW.lot_id) THEN
    RAISE EXCEPTION 'a contractor''s link is for lots of its own contracts'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'contractor_link_lot_of_contractor';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contractor_link_lot_checked BEFORE INSERT OR UPDATE ON contractor_link_lot
  FOR EACH ROW EXECUTE FUNCTION contractor_link_lot_checked();

-- Which office an account holds and for whom, as officers are shown it; never the person's name.
CREATE FUNCTION account_office(account bigint) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT concat_ws(', ', a.title, string_agg(c.name, ', ' ORDER BY c.name))
  FROM account a
  LEFT JOIN account_council ac ON ac.account_id = a.id
  LEFT JOIN council c ON c.id = ac.council_id
  WHERE a.id = $1 AND (audience_is('officer') OR a.id = audience_account())
  GROUP BY a.title
$$;

DO $$
DECLARE
  officer CONSTANT text := 'audience_is(''officer'')';
  signed_in CONSTANT text := quote_ident(store_role('signed_in'));
  kept text;
BEGIN
  -- Accepted for oneself, and never taken back or changed.
  CALL closed_table('licence_acceptance', officer || ' OR account_id = audience_account()', NULL);
  EXECUTE format('GRANT INSERT (layer, version) ON licence_acceptance TO %s', signed_in);
  EXECUTE format('CREATE POLICY licence_acceptance_added ON licence_acceptance FOR INSERT TO %s
                  WITH CHECK (account_id = audience_account() AND link_id IS NULL
                              AND (%s OR cardinality(audience_councils()) > 0))',
                 signed_in, officer);
  CALL audit_table('licence_acceptance', 'id');

  -- Of a link nothing changes but that it is revoked.
  CALL closed_table('contractor_link', officer, NULL);
  EXECUTE format('GRANT INSERT (party_id, purpose, token_hash, ends_on), UPDATE (revoked_at)
                  ON contractor_link TO %s', signed_in);
  EXECUTE format('CREATE POLICY contractor_link_added ON contractor_link FOR INSERT TO %s
                  WITH CHECK (%s AND account_id = audience_account())', signed_in, officer);
  EXECUTE format('CREATE POLICY contractor_link_revoked ON contractor_link FOR UPDATE TO %s
                  USING (%s)', signed_in, officer);
  CALL audit_table('contractor_link', 'id');
  CALL closed_table('contractor_link_lot', officer, NULL);
  EXECUTE format('GRANT INSERT ON contractor_link_lot TO %s', signed_in);
  EXECUTE format('CREATE POLICY contractor_link_lot_added ON contractor_link_lot FOR INSERT TO %s
                  WITH CHECK (%s)', signed_in, officer);
  CALL audit_table('contractor_link_lot', 'link_id,lot_id');

  FOREACH kept IN ARRAY ARRAY['licence_terms_grow()', 'licence_accepted()',
      'contractor_link_checked()', 'contractor_link_lot_checked()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER', kept);
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, public', kept, current_schema());
  END LOOP;
  EXECUTE format('ALTER FUNCTION account_office(bigint) SET search_path = %I, public',
                 current_schema());
  REVOKE EXECUTE ON FUNCTION account_office(bigint) FROM PUBLIC;
  EXECUTE format('GRANT EXECUTE ON FUNCTION account_office(bigint) TO %s', signed_in);
END $$;
