-- Licences: the terms of layers, who accepted them, and the links by which contractors download
-- land. The program decides who may download what. The rules here are that nobody accepts terms for
-- another or in an old version, and that a contractor's link is for its own lots and for a limited
-- time.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- The version of the terms grows with each change of flag, line, attribution or terms. A licence
-- that is removed and set again goes on counting, so that earlier acceptances do not apply to it.
CREATE OR REPLACE FUNCTION licence_terms_grow() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
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
CREATE OR REPLACE TRIGGER layer_licence_terms_grow BEFORE INSERT OR UPDATE ON layer_licence
  FOR EACH ROW EXECUTE FUNCTION licence_terms_grow();

-- Only the present version of the terms can be accepted.
CREATE OR REPLACE FUNCTION licence_accepted() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  IF NEW.version IS DISTINCT FROM
     (SELECT terms_version FROM layer_licence WHERE layer = NEW.layer) THEN
    RAISE EXCEPTION 'version % of the terms of % does not stand', NEW.version, NEW.layer
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_acceptance_stands';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER licence_acceptance_stands BEFORE INSERT ON licence_acceptance
  FOR EACH ROW EXECUTE FUNCTION licence_accepted();

-- Returns the latest end that a new contractor's link may have: the earliest day on which the
-- licence of a layer that land is made of ends for contractors; null for no limit.
CREATE OR REPLACE FUNCTION contractor_links_until() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT min(contractor_until) FROM layer_licence
  WHERE flag = 'contractor'
    AND layer IN ('land', 'parishes', 'councils', 'statuses', 'contracts')
$$;

CREATE OR REPLACE FUNCTION contractor_link_checked() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
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
CREATE OR REPLACE TRIGGER contractor_link_checked BEFORE INSERT ON contractor_link
  FOR EACH ROW EXECUTE FUNCTION contractor_link_checked();

CREATE OR REPLACE FUNCTION contractor_link_lot_checked() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
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
CREATE OR REPLACE TRIGGER contractor_link_lot_checked BEFORE INSERT OR UPDATE
  ON contractor_link_lot FOR EACH ROW EXECUTE FUNCTION contractor_link_lot_checked();
