-- Dates: the days on which something that is shown begins or ends (change_date), the moments at
-- which a status becomes public or stops being so (publication_due), and the working date.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- Returns the date that counts as today: the store's own, else the date in London.
CREATE OR REPLACE FUNCTION working_date() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce((SELECT today FROM store), (now() AT TIME ZONE 'Europe/London')::date);

-- Returns the date in London.
CREATE OR REPLACE FUNCTION london_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (now() AT TIME ZONE 'Europe/London')::date
$$;

-- Returns a statement for EXECUTE that adds the finite ends of ranges to change_date. Arguments: a
-- column with ranges, a source of rows t, and the condition for a row to count.
CREATE OR REPLACE FUNCTION dates_of(range text, source text, condition text DEFAULT 'true') RETURNS text
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

-- Adds the dates of changed rows. Arguments: the condition for a row t to be public; the columns
-- with ranges. By their names these triggers fire after those that raise revisions. Every
-- transaction that writes dates therefore holds the locks of the revisions first, and no two wait
-- for each other.
CREATE OR REPLACE FUNCTION note_dates() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  FOR i IN 1 .. TG_NARGS - 1 LOOP
    EXECUTE dates_of(TG_ARGV[i], 'new_rows', TG_ARGV[0]);
  END LOOP;
  RETURN NULL;
END $$;

-- Records when a claim becomes public and when it stops being so. Nodes are told without a
-- revision: they wake at the next due time.
CREATE OR REPLACE FUNCTION note_publications() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  INSERT INTO publication_due
  SELECT due, id FROM new_rows, LATERAL (VALUES (published_from), (published_until)) AS times (due)
  WHERE due > now() AND isfinite(due)
  ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  IF FOUND THEN
    NOTIFY greensward_revision, 'due';
  END IF;
  RETURN NULL;
END $$;

-- Raises the revisions of what the clock has made public. Any node may call it at the due time, and
-- all of them do: the first takes the rows, under their locks, and the others find none.
CREATE OR REPLACE FUNCTION note_due_publications() RETURNS void LANGUAGE plpgsql
SET search_path = "${flyway:defaultSchema}", public AS $$
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

-- Tells nodes, which keep the store's record in memory, that it changed.
CREATE OR REPLACE FUNCTION note_store() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  NOTIFY greensward_revision, 'store';
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER store_seen AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON store
  FOR EACH STATEMENT EXECUTE FUNCTION note_store();

-- The tables with dates that are shown.
DO $$
DECLARE
  dated record;
  event text;
BEGIN
  FOREACH event IN ARRAY ARRAY['insert', 'update'] LOOP
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
      EXECUTE format(
        'CREATE OR REPLACE TRIGGER %1$s_%2$s_spans AFTER %2$s ON %1$I
         REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_dates(%3$s)',
        dated.name, event,
        (SELECT string_agg(quote_literal(a), ', ' ORDER BY n)
         FROM unnest(dated.public || dated.ranges) WITH ORDINALITY AS u (a, n)));
    END LOOP;
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER status_%1$s_publications AFTER %1$s ON status
       REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_publications()',
      event);
  END LOOP;
END $$;
