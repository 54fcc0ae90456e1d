-- How far the talk with each council has come, and what follows from it: steps, plans, meetings,
-- letters, and what is told of all this by mail and feed.

-- A step, on the day on which it happened. What was recorded stays: a mistake is corrected by a later
-- row or ended with a reason.
CREATE TABLE engagement_step (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  council_id bigint NOT NULL REFERENCES council,
  day date NOT NULL CHECK (day > '1990-01-01' AND day < '2200-01-01'),
  step text NOT NULL
    CHECK (step IN ('told', 'workshop', 'maps', 'figures', 'resolved', 'signed', 'withdrawn')),
  words text,
  minute text,
  document text,
  corrects bigint UNIQUE,
  recorded_by bigint DEFAULT audience_account(),  -- an account; null: a program
  recorded_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  ended_by bigint,
  end_reason text,
  UNIQUE (id, council_id),
  FOREIGN KEY (corrects, council_id) REFERENCES engagement_step (id, council_id),
  CONSTRAINT engagement_step_resolution_has_its_minute
    CHECK (step <> 'resolved' OR coalesce(minute, '') ~ '\S'),
  CONSTRAINT engagement_step_ends_for_a_reason
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX engagement_step_council ON engagement_step (council_id, day);

CREATE FUNCTION keep_steps() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER engagement_step_kept BEFORE INSERT OR UPDATE OR DELETE ON engagement_step
  FOR EACH ROW EXECUTE FUNCTION keep_steps();
CREATE TRIGGER engagement_step_never_emptied BEFORE TRUNCATE ON engagement_step
  FOR EACH STATEMENT EXECUTE FUNCTION keep_steps();

-- The steps that stand: neither corrected nor ended.
CREATE VIEW engagement_standing WITH (security_invoker = true) AS
  SELECT * FROM engagement_step s
  WHERE s.ended_at IS NULL AND NOT EXISTS (SELECT FROM engagement_step l WHERE l.corrects = s.id);

-- How far each council had come at the end of a day; one without steps is not among them.
CREATE FUNCTION engagement_at(at date)
RETURNS TABLE (council_id bigint, step text, since date, step_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (e.council_id) e.council_id, e.step, e.day, e.id
  FROM engagement_standing e WHERE e.day <= at
  ORDER BY e.council_id, e.day DESC, e.id DESC
$$;

-- What comes next with a council, and who sees to it on each side: a role, never a name.
CREATE TABLE engagement_plan (
  council_id bigint PRIMARY KEY REFERENCES council ON DELETE CASCADE,
  next_step text
    CHECK (next_step IN ('told', 'workshop', 'maps', 'figures', 'resolved', 'signed')),
  next_date date,
  point_authority text CHECK (point_authority !~ '@'),
  point_council text CHECK (point_council !~ '@'),
  note text,
  CHECK (next_step IS NOT NULL OR next_date IS NULL)
);

-- Where letters and mail for a council go, as it and officers set it.
CREATE TABLE council_delivery (
  council_id bigint PRIMARY KEY REFERENCES council ON DELETE CASCADE,
  post_address text CHECK (length(post_address) <= 300),
  mail boolean NOT NULL DEFAULT true
);

CREATE TABLE forum_meeting (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  forum_id bigint NOT NULL REFERENCES forum ON DELETE CASCADE,
  day date NOT NULL,
  UNIQUE (forum_id, day)
);

ALTER TABLE agreement ADD COLUMN signed_on date;

CREATE TABLE letter_template (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (name ~ '\S'),
  subject text NOT NULL CHECK (subject ~ '\S'),
  body text NOT NULL CHECK (body ~ '\S'),
  ended_at timestamptz
);
CREATE UNIQUE INDEX letter_template_name ON letter_template (lower(name)) WHERE ended_at IS NULL;
INSERT INTO letter_template (name, subject, body) VALUES
  ('Maps of the land', 'Green land in the area of {council}',
   E'Dear {clerk_title}\n\n'
   'Enclosed are maps of the green land in the area of {council}: {parcels} parcels of land, '
   '{area}. Our register says: {status}.\n\n'
   'Please tell us where a map is wrong. You can also mark it yourself once you have signed in.\n\n'
   'Yours sincerely\n\n{team}\n{authority}');

-- What happened, for feeds and mail. Titles are keys of the texts with values; nothing that is
-- confidential stands in it but that it happened. Audience council: that council and officers.
CREATE TABLE event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  audience text NOT NULL CHECK (audience IN ('public', 'council', 'officer')),
  council_id bigint REFERENCES council,
  kind text NOT NULL,
  title_key text NOT NULL,
  parameters text[] NOT NULL DEFAULT '{}',
  link text NOT NULL CHECK (link ~ '^/[^/]'),
  CHECK (audience <> 'council' OR council_id IS NOT NULL)
);
CREATE INDEX event_council ON event (council_id, id DESC);

-- One mail to one role address, which is looked up when it is sent.
CREATE TABLE mail_outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id bigint NOT NULL REFERENCES event,
  recipient text NOT NULL CHECK (recipient IN ('council', 'team')),
  queued_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL DEFAULT now(),
  tries integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  fault text,
  CHECK (num_nonnulls(sent_at, given_up_at) < 2)
);
CREATE INDEX mail_outbox_waiting ON mail_outbox (due_at)
  WHERE sent_at IS NULL AND given_up_at IS NULL;

-- Notes an event and queues its mails: each side is told of what the other did. For triggers, which
-- run as the owner; nobody else may call it.
CREATE FUNCTION note_event(council bigint, audience text, kind text, title_key text,
                           parameters text[], link text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER AS $$
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

CREATE FUNCTION step_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
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
CREATE TRIGGER engagement_step_noted AFTER INSERT ON engagement_step
  FOR EACH ROW EXECUTE FUNCTION step_noted();

-- An officer has a mail tried again that was given up.
CREATE FUNCTION mail_again(mail bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF NOT audience_is('officer') THEN
    RAISE EXCEPTION 'mail is seen to by officers only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE mail_outbox SET given_up_at = NULL, tries = 0, due_at = now(), queued_at = now()
  WHERE id = mail AND given_up_at IS NOT NULL;
  PERFORM audit_note('again', 'mail_outbox', mail::text);
END $$;

-- A secret address of one feed, for readers that cannot sign in. Without a council: the officers'.
CREATE TABLE feed_link (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL DEFAULT audience_account() REFERENCES account ON DELETE CASCADE,
  council_id bigint REFERENCES council,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);

-- What the public was told of statuses: each span once, when it was first told, though later claims
-- may have cut it. Imported: the time says when a file was read, not when it happened.
CREATE VIEW status_news WITH (security_invoker = true) AS
  SELECT min(s.id) AS id, s.council_id, s.service_id, s.status, lower(s.valid) AS since,
         min(coalesce(nullif(s.published_from, '-infinity'), s.recorded_at)) AS at,
         bool_and(s.edition_id IS NOT NULL) AS imported
  FROM status s
  WHERE s.published_from <= now()
  GROUP BY s.council_id, s.service_id, s.status, lower(s.valid)
  HAVING bool_or(coalesce(s.published_until > now(), true));

DO $$
DECLARE
  officer CONSTANT text := 'audience_is(''officer'')';
  signed_in CONSTANT text := quote_ident(store_role('signed_in'));
  kept text;
BEGIN
  -- A council adds its own resolutions, and ends one that it recorded itself.
  CALL closed_table('engagement_step', 'audience_sees(council_id)', officer || ' OR (council_id ='
    ' ANY (audience_councils()) AND step = ''resolved'' AND corrects IS NULL'
    ' AND recorded_by = audience_account())');
  EXECUTE format('REVOKE DELETE ON engagement_step FROM %s', signed_in);
  EXECUTE format('GRANT SELECT ON engagement_standing TO %s', signed_in);
  EXECUTE format('GRANT SELECT ON status_news TO %s, %I', signed_in, store_role('public'));
  CALL audit_table('engagement_step', 'id', 'council_id');
  CALL closed_table('engagement_plan', 'audience_sees(council_id)', officer);
  CALL audit_table('engagement_plan', 'council_id', 'council_id');
  CALL closed_table('council_delivery', 'audience_sees(council_id)', 'audience_sees(council_id)');
  CALL audit_table('council_delivery', 'council_id', 'council_id');
  CALL open_table('forum_meeting', 'id');
  CALL closed_table('letter_template', officer, officer);
  CALL audit_table('letter_template', 'id');
  CALL closed_table('event', 'audience = ''public'' OR ' || officer ||
    ' OR (audience = ''council'' AND council_id = ANY (audience_councils()))', NULL);
  CALL closed_table('mail_outbox', officer, NULL);
  CALL closed_table('feed_link', 'account_id = audience_account()',
    'account_id = audience_account() AND CASE WHEN council_id IS NULL THEN ' || officer ||
    ' ELSE audience_sees(council_id) END');
  CALL audit_table('feed_link', 'id', 'council_id');

  FOREACH kept IN ARRAY ARRAY['keep_steps()', 'step_noted()', 'mail_again(bigint)',
      'note_event(bigint, text, text, text, text[], text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, public', kept, current_schema());
  END LOOP;
END $$;
