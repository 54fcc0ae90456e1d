-- Proposals: which step may follow which, who may take it, and the record of every step. A council
-- and the officers see its proposals.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- Reads a shape as people and programs write it: WKT or GeoJSON in metres of the National Grid, or
-- GeoJSON in degrees. Degrees are told apart by their size: no place on land has coordinates below
-- 180 metres in the grid.
CREATE OR REPLACE FUNCTION drawn_shape(drawn text) RETURNS geometry LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN drawn ~ '^\s*\{' THEN
      (SELECT CASE WHEN ST_XMax(g) <= 180 AND ST_YMax(g) <= 90
                   THEN ST_Transform(ST_SetSRID(g, 4326), 27700) ELSE ST_SetSRID(g, 27700) END
       FROM ST_Force2D(ST_GeomFromGeoJSON(drawn)) g)
    ELSE ST_GeomFromText(drawn, 27700) END
$$;

-- Returns how far outside its parishes a council may draw missing land, in metres: a verge has two
-- sides.
CREATE OR REPLACE FUNCTION proposal_reach() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 250';

-- Returns whether a parcel lies, at least in part, in parishes of a council.
CREATE OR REPLACE FUNCTION council_has_land(council bigint, land_reference text) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
  SELECT EXISTS (
    SELECT FROM land l JOIN piece x ON x.land_id = l.id JOIN parish p ON p.id = x.parish_id
    JOIN council_parish cp ON cp.parish_code = p.code
    WHERE l.reference = land_reference AND cp.council_id = council AND upper_inf(cp.valid))
$$;

-- Returns whether a place lies in or near parishes of a council.
CREATE OR REPLACE FUNCTION council_is_near(council bigint, place geometry) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
  SELECT EXISTS (
    SELECT FROM council_parish cp JOIN parish p ON p.code = cp.parish_code
    WHERE cp.council_id = council AND upper_inf(cp.valid) AND upper_inf(p.valid)
      AND p.box && ST_Expand(place, proposal_reach())
      AND ST_DWithin(p.geom, place, proposal_reach()))
$$;

-- Returns the subject of a proposal as it is now: the parcel, or all claims about the council's
-- status. Null for missing land, which has no subject yet.
CREATE OR REPLACE FUNCTION proposal_subject(p proposal) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
  SELECT CASE
    WHEN p.land_reference IS NOT NULL THEN
      (SELECT to_jsonb(l) - 'edition_id' FROM land l WHERE l.reference = p.land_reference)
    WHEN p.kind <> 'land-missing' THEN
      (SELECT coalesce(jsonb_agg(jsonb_build_object('status', s.status, 'from', lower(s.valid),
                                   'until', upper(s.valid), 'arrangement', s.arrangement)
                                 ORDER BY s.valid), '[]')
       FROM status s JOIN service v ON v.id = s.service_id AND v.code = 'landscaping'
       WHERE s.council_id = p.council_id AND s.published_until IS NULL) END
$$;

CREATE OR REPLACE FUNCTION refuse_proposal(sentence text, rule text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', sentence USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END $$;

-- Returns what the council says in its proposal, as one value to compare.
CREATE OR REPLACE FUNCTION proposal_content(p proposal) RETURNS jsonb LANGUAGE sql IMMUTABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
  SELECT jsonb_build_object('evidence', p.evidence, 'words', p.words, 'reach', p.reach,
    'arrangement', p.arrangement, 'start_on', p.start_on, 'land', p.land_reference,
    'asset_type', p.asset_type, 'geom', encode(ST_AsBinary(p.geom), 'hex'))
$$;

-- Checks the order of steps and who takes them, and fills the columns that only steps write.
CREATE OR REPLACE FUNCTION keep_proposal() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  -- The owner, who is no person, only has to follow the order of steps.
  person CONSTANT boolean := session_user = store_role('signed_in');
  officer CONSTANT boolean := NOT person OR audience_is('officer');
  author CONSTANT boolean := NOT person OR new.council_id = ANY (audience_councils())
    OR audience_is('officer') AND coalesce(new.evidence ~ '\S', false)
       AND (TG_OP = 'INSERT' OR coalesce(old.evidence ~ '\S', false));
  changed boolean := true;
  moved boolean := true;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF new.state <> 'draft' THEN
      PERFORM refuse_proposal('a proposal begins as a draft', 'proposal_order_of_steps');
    END IF;
    new.asked_by := coalesce(audience_account(), new.asked_by);
    new.version := 1;
  ELSE
    changed := proposal_content(new) <> proposal_content(old);
    moved := new.state <> old.state;
    IF old.state IN ('accepted', 'declined', 'withdrawn') THEN
      PERFORM refuse_proposal('a proposal that was ' || old.state || ' is not changed any more',
                              'proposal_is_decided');
    END IF;
    IF (new.id, new.council_id, new.kind, new.created_at) IS DISTINCT FROM
       (old.id, old.council_id, old.kind, old.created_at)
       OR new.asked_by IS DISTINCT FROM old.asked_by THEN
      PERFORM refuse_proposal('whose proposal it is, and what for, stays', 'proposal_stays_itself');
    END IF;
    IF changed AND old.state = 'sent' THEN
      PERFORM refuse_proposal('what was sent is changed after it was asked back only',
                              'proposal_order_of_steps');
    END IF;
    IF moved AND (old.state, new.state) NOT IN (
         ('draft', 'sent'), ('draft', 'withdrawn'),
         ('sent', 'asked back'), ('sent', 'accepted'), ('sent', 'declined'), ('sent', 'withdrawn'),
         ('asked back', 'sent'), ('asked back', 'withdrawn'), ('asked back', 'declined')) THEN
      PERFORM refuse_proposal(format('a proposal does not go from %s to %s', old.state, new.state),
                              'proposal_order_of_steps');
    END IF;
    new.version := old.version + 1;
  END IF;
  IF changed AND NOT author OR moved AND new.state IN ('draft', 'sent', 'withdrawn') AND NOT author
     OR moved AND new.state IN ('asked back', 'accepted', 'declined') AND NOT officer THEN
    RAISE EXCEPTION 'a proposal is made by its council, or by an officer who names the letter or minute, and decided by officers'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF changed AND new.land_reference IS NOT NULL
     AND NOT council_has_land(new.council_id, new.land_reference) THEN
    PERFORM refuse_proposal('the parcel does not lie in a parish of the council',
                            'proposal_in_its_parishes');
  END IF;
  IF changed AND new.geom IS NOT NULL AND NOT council_is_near(new.council_id, new.geom) THEN
    PERFORM refuse_proposal('what is drawn does not lie in or near a parish of the council',
                            'proposal_in_its_parishes');
  END IF;
  -- What only steps write.
  IF moved AND new.state = 'sent' THEN
    new.sent_at := now();
    new.seen := proposal_subject(new);
    new.answer := NULL;
  ELSIF TG_OP = 'UPDATE' THEN
    new.sent_at := old.sent_at;
    new.seen := old.seen;
    new.reply_by := old.reply_by;
  ELSE
    new.sent_at := NULL;
    new.seen := NULL;
    new.reply_by := NULL;
  END IF;
  IF moved AND new.state IN ('accepted', 'declined') THEN
    new.decided_at := now();
    new.decided_by := audience_account();
  ELSE
    new.decided_at := NULL;
    new.decided_by := NULL;
  END IF;
  IF new.state <> 'accepted' THEN
    new.status_id := NULL;
    new.land_id := NULL;
  END IF;
  RETURN new;
END $$;
CREATE OR REPLACE TRIGGER proposal_kept BEFORE INSERT OR UPDATE ON proposal
  FOR EACH ROW EXECUTE FUNCTION keep_proposal();

-- Records each step. The table of steps accepts new rows only.
CREATE OR REPLACE FUNCTION note_proposal_step() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO proposal_step (proposal_id, what) VALUES (new.id, 'drafted');
    RETURN NULL;
  END IF;
  IF proposal_content(new) <> proposal_content(old) THEN
    INSERT INTO proposal_step (proposal_id, what) VALUES (new.id, 'changed');
  END IF;
  IF new.state <> old.state THEN
    INSERT INTO proposal_step (proposal_id, what, words)
    VALUES (new.id, new.state, new.answer);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER proposal_steps AFTER INSERT OR UPDATE ON proposal
  FOR EACH ROW EXECUTE FUNCTION note_proposal_step();

CREATE OR REPLACE FUNCTION proposal_steps_are_kept() RETURNS trigger LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the steps of a proposal are only ever added to'
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER proposal_step_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON proposal_step
  FOR EACH STATEMENT EXECUTE FUNCTION proposal_steps_are_kept();

-- Writes the event of a step, for feeds and mail. The words of the step stay on the proposal's
-- page.
CREATE OR REPLACE FUNCTION proposal_step_told() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  its record;
BEGIN
  SELECT c.id, c.slug, c.name INTO its
  FROM proposal p JOIN council c ON c.id = p.council_id WHERE p.id = new.proposal_id;
  PERFORM note_event(its.id, 'council', 'proposal',
    'engage.event.proposal.' || replace(new.what, ' ', '-'), ARRAY[its.name],
    '/councils/' || its.slug || '/office/proposals/' || new.proposal_id);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER proposal_step_told AFTER INSERT ON proposal_step
  FOR EACH ROW WHEN (new.what NOT IN ('drafted', 'changed'))
  EXECUTE FUNCTION proposal_step_told();
