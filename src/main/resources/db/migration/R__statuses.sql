-- Statuses: a claim has two spans of time, the dates that it is about (valid) and the time for
-- which it is published (published_from, published_until). Before the first its council and
-- officers know it; after the second it stands for what was once published. docs/decisions/0014
-- tells why.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- Returns every council valid at the date, once, with what the audience may know of its status
-- then. No claim at a date means unknown. confidential: the claim is not public yet.
CREATE OR REPLACE FUNCTION council_status_at(at date, service_code text DEFAULT 'landscaping')
RETURNS TABLE (council_id bigint, status text, since date, arrangement text, basis text,
               source text, note text, status_id bigint, confidential boolean)
LANGUAGE sql STABLE AS $$
  SELECT c.id, coalesce(s.status, 'unknown'), lower(s.valid), s.arrangement, s.basis,
         s.source, s.note, s.id, coalesce(s.published_from > now(), false)
  FROM council c
  LEFT JOIN (status s JOIN service v ON v.id = s.service_id AND v.code = service_code)
    ON s.council_id = c.id AND s.valid @> at
       AND tstzrange(s.published_from, s.published_until) @> told_until(c.id)
  WHERE c.valid @> at
$$;

-- Copies the agreement of a claim, with what it covers, to another claim.
CREATE OR REPLACE FUNCTION copy_agreement(from_status bigint, to_status bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public AS $$
DECLARE
  kept text;
  made bigint;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ') INTO kept FROM pg_attribute
  WHERE attrelid = 'agreement'::regclass AND attnum > 0 AND NOT attisdropped
    AND attname NOT IN ('id', 'status_id');
  EXECUTE format('INSERT INTO agreement (status_id, %1$s) SELECT $2, %1$s FROM agreement
                  WHERE status_id = $1 RETURNING id', kept)
  INTO made USING from_status, to_status;
  INSERT INTO agreement_cover (agreement_id, asset_type, reference, covers)
  SELECT made, c.asset_type, c.reference, c.covers
  FROM agreement_cover c JOIN agreement g ON g.id = c.agreement_id
  WHERE g.status_id = from_status AND made IS NOT NULL;
END $$;

-- Claims a council's status for a span of dates, from a moment of publication on. Earlier claims
-- about these dates stay on record and, until that moment, published. Claims that reach beyond the
-- span go on beside it, with their agreements. Without a status nothing is claimed of the span any
-- more. Returns the id of the new claim.
CREATE OR REPLACE FUNCTION claim_status(council bigint, of_service bigint, claimed text, span daterange,
                             arrangement text, basis text, source text, note text,
                             publish timestamptz DEFAULT now()) RETURNS bigint
LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public AS $$
DECLARE
  old status;
  rest daterange;
  in_place boolean;
  made bigint;
BEGIN
  IF span IS NULL OR isempty(span) THEN
    RAISE EXCEPTION 'a status ends after it begins' USING ERRCODE = 'check_violation';
  END IF;
  FOR old IN
    SELECT * FROM status s
    WHERE s.council_id = council AND s.service_id = of_service AND s.valid && span
      AND tstzrange(s.published_from, s.published_until) && tstzrange(publish, NULL)
    ORDER BY s.valid FOR UPDATE
  LOOP
    -- One that would have been published later, or now, was never seen: it is cut where it stands.
    in_place := old.published_from >= publish;
    IF NOT in_place THEN
      UPDATE status SET published_until = publish WHERE id = old.id;
    END IF;
    FOR rest IN SELECT unnest(datemultirange(old.valid) - datemultirange(span)) LOOP
      IF in_place THEN
        UPDATE status SET valid = rest WHERE id = old.id;
        in_place := false;
      ELSE
        INSERT INTO status (council_id, service_id, status, valid, arrangement, basis, source, note,
                            published_from, published_until, edition_id)
        VALUES (old.council_id, old.service_id, old.status, rest, old.arrangement, old.basis,
                old.source, old.note, greatest(old.published_from, publish), old.published_until,
                old.edition_id)
        RETURNING id INTO made;
        PERFORM copy_agreement(old.id, made);
      END IF;
    END LOOP;
    IF in_place THEN
      DELETE FROM status WHERE id = old.id;
    END IF;
  END LOOP;
  IF claimed IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO status (council_id, service_id, status, valid, arrangement, basis, source, note,
                      published_from)
  VALUES (council, of_service, claimed, span, arrangement, basis, source, note, publish)
  RETURNING id INTO made;
  IF claimed = 'devolved' THEN
    INSERT INTO agreement (status_id, term) VALUES (made, span);
  END IF;
  RETURN made;
END $$;

-- Returns whether a claim is news that is not public yet. Claims for other dates that claim_status
-- wrote again beside it say nothing new.
CREATE OR REPLACE FUNCTION is_coming(claim status) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT claim.published_from > now() AND claim.published_until IS NULL
    AND NOT EXISTS (
      SELECT FROM status s
      WHERE s.council_id = claim.council_id AND s.service_id = claim.service_id
        AND tstzrange(s.published_from, s.published_until) @> now()
        AND s.status = claim.status AND s.arrangement IS NOT DISTINCT FROM claim.arrangement
        AND s.valid @> claim.valid)
$$;

-- The statuses that the public was told: each span once, when it was first told, though later
-- claims may have cut it. imported: the time says when a file was read, not when the status began.
CREATE OR REPLACE VIEW status_news WITH (security_invoker = true) AS
  SELECT min(s.id) AS id, s.council_id, s.service_id, s.status, lower(s.valid) AS since,
         min(coalesce(nullif(s.published_from, '-infinity'), s.recorded_at)) AS at,
         bool_and(s.edition_id IS NOT NULL) AS imported
  FROM status s
  WHERE s.published_from <= now()
  GROUP BY s.council_id, s.service_id, s.status, lower(s.valid)
  HAVING bool_or(coalesce(s.published_until > now(), true));

DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON status_news TO %I, %I', store_role('signed_in'),
                 store_role('public'));
END $$;
