-- Engagement: the steps taken with each council, and the events that feeds and mail report.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- A recorded step stays. A mistake is corrected by a later row, or the step is ended with a reason.
CREATE OR REPLACE FUNCTION keep_steps() RETURNS trigger LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  of_the_end CONSTANT text[] := '{ended_at,ended_by,end_reason}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM engagement_step WHERE id = new.corrects AND ended_at IS NOT NULL) THEN
      RAISE EXCEPTION 'a step that has ended is not corrected' USING ERRCODE = 'check_violation';
    END IF;
    new.recorded_by := coalesce(audience_account(), new.recorded_by);
    RETURN new;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF old.ended_at IS NULL AND new.ended_at IS NOT NULL
       AND to_jsonb(new) - of_the_end = to_jsonb(old) - of_the_end THEN
      new.ended_by := coalesce(audience_account(), new.ended_by);
      RETURN new;
    END IF;
  END IF;
  RAISE EXCEPTION 'a step that was recorded is corrected by a later one or ended, and stays'
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER engagement_step_kept BEFORE INSERT OR UPDATE OR DELETE ON engagement_step
  FOR EACH ROW EXECUTE FUNCTION keep_steps();
CREATE OR REPLACE TRIGGER engagement_step_never_emptied BEFORE TRUNCATE ON engagement_step
  FOR EACH STATEMENT EXECUTE FUNCTION keep_steps();

-- The steps that count: neither corrected nor ended.
CREATE OR REPLACE VIEW engagement_standing WITH (security_invoker = true) AS
  SELECT * FROM engagement_step s
  WHERE s.ended_at IS NULL AND NOT EXISTS (SELECT FROM engagement_step l WHERE l.corrects = s.id);
DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON engagement_standing TO %I', store_role('signed_in'));
END $$;

-- Returns the latest step of each council at the end of a day. A council without steps is left out.
CREATE OR REPLACE FUNCTION engagement_at(at date)
RETURNS TABLE (council_id bigint, step text, since date, step_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (e.council_id) e.council_id, e.step, e.day, e.id
  FROM engagement_standing e WHERE e.day <= at
  ORDER BY e.council_id, e.day DESC, e.id DESC
$$;

-- Writes an event and queues its mails: each side is told what the other did. Only triggers, which
-- run as the owner, may call it.
CREATE OR REPLACE FUNCTION note_event(council bigint, audience text, kind text, title_key text,
                           parameters text[], link text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  made bigint;
BEGIN
  INSERT INTO event (audience, council_id, kind, title_key, parameters, link)
  VALUES (note_event.audience, council, note_event.kind, note_event.title_key,
          note_event.parameters, note_event.link)
  RETURNING id INTO made;
  INSERT INTO mail_outbox (event_id, recipient)
  SELECT made, r.recipient
  FROM (VALUES
    ('council', note_event.audience = 'council' AND council <> ALL (audience_councils())
                AND NOT EXISTS (SELECT FROM council_delivery d
                                WHERE d.council_id = council AND NOT d.mail)),
    ('team', note_event.audience IN ('council', 'officer') AND NOT audience_is('officer'))
  ) AS r (recipient, told)
  WHERE r.told;
  RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION note_event(bigint, text, text, text, text[], text) FROM PUBLIC;

-- Writes the event of an engagement step.
CREATE OR REPLACE FUNCTION step_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  of_council record;
BEGIN
  SELECT slug, name INTO of_council FROM council WHERE id = new.council_id;
  PERFORM note_event(new.council_id, 'council', 'step',
    CASE WHEN new.corrects IS NULL THEN 'engage.event.step.' ELSE 'engage.event.corrected.' END
      || new.step,
    ARRAY[of_council.name, new.day::text], '/councils/' || of_council.slug || '/office/steps');
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER engagement_step_noted AFTER INSERT ON engagement_step
  FOR EACH ROW EXECUTE FUNCTION step_noted();

-- Queues a mail again that was given up. Officers only.
CREATE OR REPLACE FUNCTION mail_again(mail bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  IF NOT audience_is('officer') THEN
    RAISE EXCEPTION 'mail is seen to by officers only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE mail_outbox SET given_up_at = NULL, tries = 0, due_at = now(), queued_at = now()
  WHERE id = mail AND given_up_at IS NOT NULL;
  PERFORM audit_note('again', 'mail_outbox', mail::text);
END $$;
