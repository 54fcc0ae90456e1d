-- What councils propose: where they want to stand, and what is wrong with the land as it is recorded.
-- Seen by that council and by officers. Which step may follow which, and who may take it, is kept
-- here; every step is written down as it happens, in proposal_step.
CREATE TABLE proposal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  council_id bigint NOT NULL REFERENCES council,
  kind text NOT NULL CHECK (kind IN
    ('interest', 'withdrawal', 'arrangement',
     'land-not-ours', 'land-missing', 'land-wrong-type', 'land-wrong-shape')),
  asked_by bigint DEFAULT audience_account(),  -- an account
  evidence text,           -- the letter or minute that an officer records for the council
  words text,              -- what the council says
  reach text CHECK (reach IN ('influence', 'top up', 'take over')),
  arrangement text CHECK (arrangement IN ('grant-funded', 'agency', 'top-up', 'asset transfer')),
  start_on date,
  land_reference text,
  asset_type text REFERENCES asset_type,
  geom geometry(Geometry, 27700) CHECK (ST_IsValid(geom) AND NOT ST_IsEmpty(geom)
    AND GeometryType(geom) <> 'GEOMETRYCOLLECTION'),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN
    ('draft', 'sent', 'asked back', 'accepted', 'declined', 'withdrawn')),
  sent_at timestamptz,     -- the last time
  reply_by date,           -- as promised when it was sent
  seen jsonb,              -- what it is about, as it was when it was sent
  answer text,             -- words that go with the last step
  decided_at timestamptz,
  decided_by bigint,       -- an account
  status_id bigint,        -- what was written when it was accepted
  land_id bigint,
  version integer NOT NULL DEFAULT 1,  -- grows with each change; who changes it says which they saw
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT proposal_says_what_its_kind_needs CHECK (
    CASE kind WHEN 'interest' THEN reach IS NOT NULL
              WHEN 'withdrawal' THEN true
              WHEN 'arrangement' THEN arrangement IS NOT NULL AND start_on IS NOT NULL
              WHEN 'land-missing' THEN asset_type IS NOT NULL AND geom IS NOT NULL
              ELSE land_reference IS NOT NULL
                   AND (kind <> 'land-wrong-type' OR asset_type IS NOT NULL)
                   AND (kind <> 'land-wrong-shape' OR geom IS NOT NULL) END),
  CHECK (state IN ('draft', 'withdrawn') OR sent_at IS NOT NULL AND reply_by IS NOT NULL),
  CHECK (state NOT IN ('asked back', 'declined') OR coalesce(answer, '') ~ '\S')
);
CREATE INDEX proposal_council ON proposal (council_id);
CREATE INDEX proposal_waiting ON proposal (sent_at) WHERE state IN ('sent', 'asked back');
CREATE INDEX proposal_geom ON proposal USING gist (geom);

CREATE TABLE proposal_step (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  proposal_id bigint NOT NULL REFERENCES proposal,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  account_id bigint DEFAULT audience_account(),
  what text NOT NULL CHECK (what IN
    ('drafted', 'changed', 'sent', 'asked back', 'accepted', 'declined', 'withdrawn')),
  words text
);
CREATE INDEX proposal_step_of ON proposal_step (proposal_id, id);

-- A shape as people and programs write it: WKT or GeoJSON in metres of the National Grid, or GeoJSON
-- in degrees, which lie within 180 of nought as no place in the grid's middle does.
CREATE FUNCTION drawn_shape(drawn text) RETURNS geometry LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN drawn ~ '^\s*\{' THEN
      (SELECT CASE WHEN ST_XMax(g) <= 180 AND ST_YMax(g) <= 90
                   THEN ST_Transform(ST_SetSRID(g, 4326), 27700) ELSE ST_SetSRID(g, 27700) END
       FROM ST_Force2D(ST_GeomFromGeoJSON(drawn)) g)
    ELSE ST_GeomFromText(drawn, 27700) END
$$;

-- How far outside its parishes a council may draw what is missing, in metres: a verge has two sides.
CREATE FUNCTION proposal_reach() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 250';

-- Whether a parcel lies, in part at least, in parishes of a council.
CREATE FUNCTION council_has_land(council bigint, land_reference text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM land l JOIN piece x ON x.land_id = l.id JOIN parish p ON p.id = x.parish_id
    JOIN council_parish cp ON cp.parish_code = p.code
    WHERE l.reference = land_reference AND cp.council_id = council AND upper_inf(cp.valid))
$$;

-- Whether a place lies in, or near, parishes of a council.
CREATE FUNCTION council_is_near(council bigint, place geometry) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM council_parish cp JOIN parish p ON p.code = cp.parish_code
    WHERE cp.council_id = council AND upper_inf(cp.valid) AND upper_inf(p.valid)
      AND p.box && ST_Expand(place, proposal_reach())
      AND ST_DWithin(p.geom, place, proposal_reach()))
$$;

-- What a proposal is about, as it is now: the parcel, or all that stands of the council's status.
-- Null for land that is missing, which is about nothing that is there.
CREATE FUNCTION proposal_subject(p proposal) RETURNS jsonb LANGUAGE sql STABLE AS $$
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

-- Whether a claim is news that is not public yet. What stands beside it in other days is written
-- again with it, and says nothing new.
CREATE FUNCTION is_coming(claim status) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT claim.published_from > now() AND claim.published_until IS NULL
    AND NOT EXISTS (
      SELECT FROM status s
      WHERE s.council_id = claim.council_id AND s.service_id = claim.service_id
        AND tstzrange(s.published_from, s.published_until) @> now()
        AND s.status = claim.status AND s.arrangement IS NOT DISTINCT FROM claim.arrangement
        AND s.valid @> claim.valid)
$$;

CREATE FUNCTION refuse_proposal(sentence text, rule text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', sentence USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END $$;

-- What a council says of its proposal, as one value to compare.
CREATE FUNCTION proposal_content(p proposal) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('evidence', p.evidence, 'words', p.words, 'reach', p.reach,
    'arrangement', p.arrangement, 'start_on', p.start_on, 'land', p.land_reference,
    'asset_type', p.asset_type, 'geom', encode(ST_AsBinary(p.geom), 'hex'))
$$;

CREATE FUNCTION keep_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER proposal_kept BEFORE INSERT OR UPDATE ON proposal
  FOR EACH ROW EXECUTE FUNCTION keep_proposal();

CREATE FUNCTION note_proposal_step() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER proposal_steps AFTER INSERT OR UPDATE ON proposal
  FOR EACH ROW EXECUTE FUNCTION note_proposal_step();

CREATE FUNCTION proposal_steps_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the steps of a proposal are only ever added to'
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER proposal_step_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON proposal_step
  FOR EACH STATEMENT EXECUTE FUNCTION proposal_steps_are_kept();

CALL closed_table('proposal', 'audience_sees(council_id)', 'audience_sees(council_id)');
CALL audit_table('proposal', 'id', 'council_id');
CALL closed_table('proposal_step', 'EXISTS (SELECT FROM proposal p WHERE p.id = proposal_id)', NULL);

-- Whoever changes a proposal, with whatever search path, these find the tables of this schema; and
-- the steps are written by the owner.
DO $$
DECLARE
  kept text;
BEGIN
  EXECUTE format('REVOKE DELETE ON proposal FROM %I', store_role('signed_in'));
  FOREACH kept IN ARRAY ARRAY['keep_proposal()', 'note_proposal_step()',
      'council_has_land(bigint, text)', 'council_is_near(bigint, geometry)',
      'proposal_subject(proposal)', 'proposal_content(proposal)'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, public', kept, current_schema());
  END LOOP;
  ALTER FUNCTION keep_proposal() SECURITY DEFINER;
  ALTER FUNCTION note_proposal_step() SECURITY DEFINER;
END $$;
