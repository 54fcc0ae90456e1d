-- Search: names are found by their words, and each word in a vocabulary of distinct words, where a
-- misspelt one is looked up. Triggers keep the vocabulary, the names of the register, and which
-- places are near. The generated columns of place, register_name and search_word store what
-- search_key, search_lexemes and search_near return. Replacing one of these functions leaves the
-- stored values as they are. So a change of what it returns also needs a numbered migration, which
-- states the new function and rewrites the rows.
-- This file holds the present definitions: see docs/decisions/0020 before you change one.

-- Returns a name as it is searched: lower case, without accents and apostrophes, with a blank for
-- everything else that is neither letter nor digit. The program has the same for what people type.
CREATE OR REPLACE FUNCTION search_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT trim(regexp_replace(regexp_replace(
    lower(normalize(replace(coalesce(name, ''), '&', ' and '), NFD)),
    '[''’`\u0300-\u036f]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))
$$;

-- Returns the words of a name, to look up exactly, and those of where it lies, marked with a ~: a
-- street is found by its name, and by its name and town, but not by its town alone.
CREATE OR REPLACE FUNCTION search_lexemes(name text, within text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(
  string_to_array(search_key(name), ' ')
  || string_to_array(regexp_replace(search_key(within), '\m', '~', 'g'), ' '));

-- Returns a word and the words that it becomes with one letter left out. Two words have one of
-- these in common where one letter is wrong, missing, too many or swapped with the next. So one
-- look-up finds them all, in short words too, in which trigrams find little.
CREATE OR REPLACE FUNCTION search_near(word text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN word ~ '^[a-z]{3,40}$' THEN
    ARRAY(SELECT DISTINCT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) i)
    || word END
$$;

-- Returns the words that are one slip away from the word typed. Sequential scans are off here and
-- in the next function: the planner expects many rows from both, and would read the whole table.
CREATE OR REPLACE FUNCTION search_slips(typed text) RETURNS TABLE (word text, uses integer)
LANGUAGE sql STABLE
SET enable_seqscan = off
BEGIN ATOMIC
  SELECT w.word, w.uses FROM search_word w WHERE w.near && search_near(typed);
END;

-- A session knows the setting pg_trgm.similarity_threshold once it has loaded pg_trgm. Before that,
-- only a superuser may attach it to a function.
DO $$ BEGIN PERFORM similarity('', ''); END $$;

-- Returns the words with most trigrams in common. This costs more, and finds words with two slips.
CREATE OR REPLACE FUNCTION search_similar(typed text) RETURNS TABLE (word text, uses integer)
LANGUAGE sql STABLE
SET enable_seqscan = off
SET pg_trgm.similarity_threshold = 0.25
BEGIN ATOMIC
  SELECT w.word, w.uses FROM search_word w WHERE w.word % typed
  ORDER BY similarity(w.word, typed) DESC, w.uses DESC LIMIT 40;
END;

-- Returns whether a place lies within two kilometres of a parish's box.
CREATE OR REPLACE FUNCTION is_local(place geometry) RETURNS boolean LANGUAGE sql STABLE
SET search_path = "${flyway:defaultSchema}", public AS $$
  SELECT EXISTS (SELECT FROM parish p WHERE p.box && ST_Expand(place, 2000))
$$;

-- --- triggers ------------------------------------------------------------------------------------

-- Counts the words of changed rows with lexemes into the vocabulary. Words are written in their
-- order, so that no two changes wait for each other. Only words whose count was reduced are
-- candidates for deletion: the trigram index would serve the equality test too, but it is
-- expensive, and the planner picks it for small vocabularies (57 s for 10,000 parishes).
CREATE OR REPLACE FUNCTION count_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
DECLARE
  of_rows CONSTANT text :=
    'SELECT ltrim(word, ''~'') COLLATE "C", %s FROM %s, unnest(tsvector_to_array(lexemes)) AS w (word)';
BEGIN
  EXECUTE format(
    'WITH change AS MATERIALIZED (
       SELECT word, sum(n)::integer AS n FROM (%s) AS changed (word, n)
       GROUP BY word HAVING sum(n) <> 0),
     gone AS (
       DELETE FROM search_word w USING change c
       WHERE c.n < 0 AND w.word = c.word AND w.uses + c.n <= 0)
     INSERT INTO search_word AS w (word, uses)
     SELECT word, n FROM change c
     WHERE n > 0 OR EXISTS (SELECT FROM search_word o WHERE o.word = c.word AND o.uses + c.n > 0)
     ORDER BY word
     ON CONFLICT (word) DO UPDATE SET uses = w.uses + excluded.uses',
    concat_ws(' UNION ALL ',
              CASE WHEN TG_OP <> 'DELETE' THEN format(of_rows, 1, 'new_rows') END,
              CASE WHEN TG_OP <> 'INSERT' THEN format(of_rows, -1, 'old_rows') END));
  RETURN NULL;
END $$;

-- Keeps every name of a council, with its aliases, of a parish, a ward and a forum. Arguments: the
-- kind of subject; its names, as an expression over a row.
CREATE OR REPLACE FUNCTION keep_register_names() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM register_name WHERE subject = TG_ARGV[0];
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM register_name n USING old_rows o WHERE n.subject = TG_ARGV[0] AND n.subject_id = o.id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    EXECUTE format(
      'INSERT INTO register_name (subject, subject_id, name)
       SELECT DISTINCT %L, id, label FROM (SELECT id, %s AS label FROM new_rows) AS named
       WHERE search_key(label) <> %L', TG_ARGV[0], TG_ARGV[1], '');
  END IF;
  RETURN NULL;
END $$;

-- Marks the places that come to lie near a parish, and those that no longer do.
CREATE OR REPLACE FUNCTION keep_local_places() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = "${flyway:defaultSchema}", public, pg_temp AS $$
BEGIN
  UPDATE place p SET local = NOT p.local
  FROM (SELECT id FROM place WHERE local AND NOT is_local(geom)
        UNION ALL
        SELECT id FROM place
        WHERE NOT local AND geom && (SELECT ST_Expand(ST_SetSRID(ST_Extent(box)::geometry, 27700), 2000)
                                     FROM parish)
          AND is_local(geom)) AS moved
  WHERE p.id = moved.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER parish_places AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON parish
  FOR EACH STATEMENT EXECUTE FUNCTION keep_local_places();

DO $$
DECLARE
  tables text;
  named record;
  event text;
BEGIN
  FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    tables := concat_ws(' ', CASE WHEN event <> 'delete' THEN 'NEW TABLE AS new_rows' END,
                        CASE WHEN event <> 'insert' THEN 'OLD TABLE AS old_rows' END);
    FOR named IN
      SELECT * FROM (VALUES ('council', 'unnest(name || aliases)'), ('parish', 'name'),
                            ('ward', 'name'), ('forum', 'name')) AS t (name, labels)
    LOOP
      EXECUTE format(
        'CREATE OR REPLACE TRIGGER %1$s_%2$s_names AFTER %2$s ON %1$I REFERENCING %3$s
         FOR EACH STATEMENT EXECUTE FUNCTION keep_register_names(%1$L, %4$L)',
        named.name, event, tables, named.labels);
    END LOOP;
    FOR named IN SELECT unnest(ARRAY['place', 'register_name']) AS name LOOP
      EXECUTE format(
        'CREATE OR REPLACE TRIGGER %1$s_%2$s_words AFTER %2$s ON %1$I REFERENCING %3$s
         FOR EACH STATEMENT EXECUTE FUNCTION count_words()', named.name, event, tables);
    END LOOP;
  END LOOP;
  FOR named IN SELECT unnest(ARRAY['council', 'parish', 'ward', 'forum']) AS name LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %1$s_truncate_names AFTER TRUNCATE ON %1$I
                    FOR EACH STATEMENT EXECUTE FUNCTION keep_register_names(%1$L)', named.name);
  END LOOP;
END $$;
