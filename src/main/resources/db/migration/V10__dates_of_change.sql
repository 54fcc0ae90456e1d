-- When what is shown changes: by a date that is asked for, and by the clock.

-- Every date on which something shown begins or ends, and perhaps some more: nothing is taken out.
-- Two dates with none of these between them show the same.
CREATE TABLE change_date (
  day date PRIMARY KEY CHECK (day > '1800-01-01' AND day < '2200-01-01')
);

-- Statuses that are not public yet; taken out when they are. Revisions, dates and boxes say nothing
-- of them until then.
CREATE TABLE publication_due (
  due timestamptz NOT NULL,
  status_id bigint NOT NULL REFERENCES status ON DELETE CASCADE,
  PRIMARY KEY (due, status_id)
);

-- The finite ends of ranges, for EXECUTE: a column, a source of rows, and which rows.
CREATE FUNCTION dates_of(range text, source text, condition text DEFAULT 'true') RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT format(
    'INSERT INTO change_date
     SELECT DISTINCT day
     FROM (SELECT DISTINCT %1$s AS span FROM %2$s AS t WHERE %3$s) spans,
          LATERAL (VALUES (lower(span)), (upper(span))) AS ends (day)
     WHERE day > ''1800-01-01'' AND day < ''2200-01-01''
     ORDER BY day
     ON CONFLICT DO NOTHING', range, source, condition)
$$;

-- Its triggers come after those that raise revisions, by their names: who waits for a date then holds
-- the revisions already, as all who write dates do, and nobody waits in a ring.
-- Arguments: which rows t are public; the columns with ranges.
CREATE FUNCTION note_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 1 .. TG_NARGS - 1 LOOP
    EXECUTE dates_of(TG_ARGV[i], 'new_rows', TG_ARGV[0]);
  END LOOP;
  RETURN NULL;
END $$;

-- Nodes are told without a revision: they wake at the time that is due next.
CREATE FUNCTION note_publications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO publication_due
  SELECT published_from, id FROM new_rows
  WHERE published_from > now() AND isfinite(published_from)
  ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  IF FOUND THEN
    NOTIFY greensward_revision, 'due';
  END IF;
  RETURN NULL;
END $$;

-- Raises the revisions of what the clock has made public. Any node may call it at the time, all of
-- them do; the first takes the rows, under their locks, and the others find none.
CREATE FUNCTION note_due_publications() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  published bigint[];
BEGIN
  WITH taken AS (DELETE FROM publication_due WHERE due <= now() RETURNING status_id)
  SELECT array_agg(s.id) INTO published
  FROM taken JOIN status s ON s.id = taken.status_id AND s.published_from <= now();
  IF published IS NULL THEN
    RETURN;
  END IF;
  EXECUTE dates_of('valid', 'status', format('id = ANY (%L)', published));
  EXECUTE dates_of('term', 'agreement', format('status_id = ANY (%L)', published));
  PERFORM note_change('{boundaries,land,parishes}', places_of_parishes(ARRAY(
    SELECT DISTINCT cp.parish_code FROM status s JOIN council_parish cp USING (council_id)
    WHERE s.id = ANY (published))));
END $$;

-- Nodes keep the store's record in memory.
CREATE FUNCTION note_store() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY greensward_revision, 'store';
  RETURN NULL;
END $$;
CREATE TRIGGER store_seen AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON store
  FOR EACH STATEMENT EXECUTE FUNCTION note_store();

DO $$
DECLARE
  kept text;
  dated record;
  event text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['note_dates()', 'note_publications()', 'note_due_publications()']
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, public', kept, current_schema());
  END LOOP;

  FOR dated IN
    SELECT * FROM (VALUES
      ('parish', 'true', ARRAY['valid']),
      ('council', 'true', ARRAY['valid']),
      ('council_parish', 'true', ARRAY['valid']),
      ('status', 't.published_from <= now()', ARRAY['valid']),
      ('agreement', 'EXISTS (SELECT FROM status s WHERE s.id = t.status_id'
                    ' AND s.published_from <= now())', ARRAY['term']),
      ('contract', 'true', ARRAY['term']),
      ('land', 'true', ARRAY['valid', 'maintainer_valid'])
    ) AS t (name, public, ranges)
  LOOP
    FOREACH event IN ARRAY ARRAY['insert', 'update'] LOOP
      EXECUTE format(
        'CREATE TRIGGER %1$s_%2$s_spans AFTER %2$s ON %1$I REFERENCING NEW TABLE AS new_rows
         FOR EACH STATEMENT EXECUTE FUNCTION note_dates(%3$s)',
        dated.name, event,
        (SELECT string_agg(quote_literal(a), ', ' ORDER BY n)
         FROM unnest(dated.public || dated.ranges) WITH ORDINALITY AS u (a, n)));
    END LOOP;
    FOREACH kept IN ARRAY dated.ranges LOOP
      EXECUTE dates_of(kept, dated.name, dated.public);
    END LOOP;
  END LOOP;

  FOREACH event IN ARRAY ARRAY['insert', 'update'] LOOP
    EXECUTE format(
      'CREATE TRIGGER status_%1$s_publications AFTER %1$s ON status
       REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_publications()',
      event);
  END LOOP;
END $$;
INSERT INTO publication_due
SELECT published_from, id FROM status WHERE published_from > now() AND isfinite(published_from);
