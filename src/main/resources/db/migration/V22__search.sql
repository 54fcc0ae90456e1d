-- Finding a place by what people type: postcodes by their beginning; names by their words, each found
-- in a vocabulary of distinct words first, where a misspelt one is looked up, and then exactly.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A name as it is searched: lower case, without accents and apostrophes, everything else that is no
-- letter or digit made a blank. As org.greensward.search.Words has it.
CREATE FUNCTION search_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT trim(regexp_replace(regexp_replace(
    lower(normalize(replace(coalesce(name, ''), '&', ' and '), NFD)),
    '[''’`\u0300-\u036f]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))
$$;

-- The words of a name to look up exactly, and those of where it lies marked with a ~: a street is
-- found by its name, and by its name and town, but not by its town alone.
CREATE FUNCTION search_lexemes(name text, within text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(
  string_to_array(search_key(name), ' ')
  || string_to_array(regexp_replace(search_key(within), '\m', '~', 'g'), ' '));

-- A word and the words that it becomes with one letter left out. Two words have one in common where
-- one letter is wrong, missing, too many or has changed places with the next, so that one look-up
-- finds them all, in short words too, in which trigrams find little.
CREATE FUNCTION search_near(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN word ~ '^[a-z]{3,40}$' THEN
    ARRAY(SELECT DISTINCT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) i)
    || word END
$$;

CREATE TABLE search_word (
  word text COLLATE "C" PRIMARY KEY,
  uses integer NOT NULL,   -- in how many names
  near text[] GENERATED ALWAYS AS (search_near(word)) STORED
);
CREATE INDEX search_word_near ON search_word USING gin (near);
CREATE INDEX search_word_trigrams ON search_word USING gin (word gin_trgm_ops);

-- Words with one letter other than one that was typed; and words with most trigrams in common, which
-- costs more and finds those with two. The planner takes both for many and would read them all.
CREATE FUNCTION search_slips(typed text) RETURNS TABLE (word text, uses integer)
LANGUAGE sql STABLE
SET enable_seqscan = off
BEGIN ATOMIC
  SELECT w.word, w.uses FROM search_word w WHERE w.near && search_near(typed);
END;

CREATE FUNCTION search_similar(typed text) RETURNS TABLE (word text, uses integer)
LANGUAGE sql STABLE
SET enable_seqscan = off
SET pg_trgm.similarity_threshold = 0.25
BEGIN ATOMIC
  SELECT w.word, w.uses FROM search_word w WHERE w.word % typed
  ORDER BY similarity(w.word, typed) DESC, w.uses DESC LIMIT 40;
END;

-- A postcode covers many addresses; its point is the middle of them.
CREATE TABLE postcode (
  code text COLLATE "C" PRIMARY KEY     -- capitals without blanks: found by its beginning, too
    CHECK (code ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$'),
  geom geometry(Point, 27700) NOT NULL,
  basis text NOT NULL DEFAULT 'documented' CHECK (basis IN ('documented', 'illustrative')),
  edition_id bigint NOT NULL REFERENCES edition
);
CREATE TABLE postcode_history (LIKE postcode, replaced_by bigint NOT NULL REFERENCES edition);
CREATE INDEX ON postcode_history (replaced_by);

CREATE TABLE place (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference text COLLATE "C" NOT NULL UNIQUE,   -- the product's own
  name text NOT NULL CHECK (name <> ''),
  other_name text,         -- in another language
  kind text NOT NULL CHECK (kind IN
    ('city', 'town', 'village', 'suburb', 'hamlet', 'settlement', 'street', 'road', 'station',
     'building', 'water', 'woodland', 'landform', 'place')),
  within text,             -- the town or village it is in, and the authority
  weight smallint NOT NULL CHECK (weight BETWEEN 0 AND 9),  -- 0: what most people mean by a name
  local boolean NOT NULL DEFAULT false,  -- in or near a parish of the store: shown before others
  geom geometry(Point, 27700) NOT NULL,
  basis text NOT NULL DEFAULT 'documented'
    CHECK (basis IN ('documented', 'illustrative', 'schematic')),
  edition_id bigint NOT NULL REFERENCES edition,
  key text COLLATE "C" GENERATED ALWAYS AS (search_key(name)) STORED,
  lexemes tsvector GENERATED ALWAYS AS
    (search_lexemes(name || coalesce(' ' || other_name, ''), within)) STORED
);
CREATE INDEX place_key ON place (key, weight);
CREATE INDEX place_lexemes ON place USING gin (lexemes);
CREATE INDEX place_local_lexemes ON place USING gin (lexemes) WHERE local;
CREATE INDEX place_geom ON place USING gist (geom);
CREATE TABLE place_history (LIKE place, replaced_by bigint NOT NULL REFERENCES edition);
CREATE INDEX ON place_history (replaced_by);

-- Every name of a council, with its aliases, of a parish, a ward and a forum. Kept by triggers.
CREATE TABLE register_name (
  subject text NOT NULL CHECK (subject IN ('council', 'parish', 'ward', 'forum')),
  subject_id bigint NOT NULL,
  name text NOT NULL,
  key text COLLATE "C" GENERATED ALWAYS AS (search_key(name)) STORED,
  lexemes tsvector GENERATED ALWAYS AS (search_lexemes(name, NULL)) STORED,
  PRIMARY KEY (subject, subject_id, name)
);
CREATE INDEX register_name_lexemes ON register_name USING gin (lexemes);

CREATE INDEX land_reference_prefix ON land (upper(reference) text_pattern_ops);

-- Within two kilometres of a parish's box.
CREATE FUNCTION is_local(place geometry) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM parish p WHERE p.box && ST_Expand(place, 2000))
$$;

-- Counts the words of a table with lexemes into the vocabulary, in the order of words, so that no two
-- changes wait for each other in a ring.
CREATE FUNCTION count_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_rows CONSTANT text :=
    'SELECT ltrim(word, ''~'') COLLATE "C", %s FROM %s, unnest(tsvector_to_array(lexemes)) AS w (word)';
BEGIN
  EXECUTE format(
    'WITH change AS MATERIALIZED (
       SELECT word, sum(n)::integer AS n FROM (%s) AS changed (word, n)
       GROUP BY word HAVING sum(n) <> 0),
     gone AS (
       DELETE FROM search_word w USING change c WHERE w.word = c.word AND w.uses + c.n <= 0)
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

-- Arguments: what the names are of; its names, as an expression over a row.
CREATE FUNCTION keep_register_names() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE FUNCTION keep_local_places() RETURNS trigger LANGUAGE plpgsql AS $$
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

-- Whoever edits, with whatever search path: these find the tables of this schema.
DO $$
DECLARE
  kept text;
  named record;
  event text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['count_words()', 'keep_register_names()', 'keep_local_places()',
      'is_local(geometry)'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, public', kept, current_schema());
  END LOOP;
  FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    kept := concat_ws(' ', CASE WHEN event <> 'delete' THEN 'NEW TABLE AS new_rows' END,
                      CASE WHEN event <> 'insert' THEN 'OLD TABLE AS old_rows' END);
    FOR named IN
      SELECT * FROM (VALUES ('council', 'unnest(name || aliases)'), ('parish', 'name'),
                            ('ward', 'name'), ('forum', 'name')) AS t (name, labels)
    LOOP
      EXECUTE format(
        'CREATE TRIGGER %1$s_%2$s_names AFTER %2$s ON %1$I REFERENCING %3$s
         FOR EACH STATEMENT EXECUTE FUNCTION keep_register_names(%1$L, %4$L)',
        named.name, event, kept, named.labels);
    END LOOP;
    FOR named IN SELECT unnest(ARRAY['place', 'register_name']) AS name LOOP
      EXECUTE format(
        'CREATE TRIGGER %1$s_%2$s_words AFTER %2$s ON %1$I REFERENCING %3$s
         FOR EACH STATEMENT EXECUTE FUNCTION count_words()', named.name, event, kept);
    END LOOP;
  END LOOP;
  FOR named IN SELECT unnest(ARRAY['council', 'parish', 'ward', 'forum']) AS name LOOP
    EXECUTE format('CREATE TRIGGER %1$s_truncate_names AFTER TRUNCATE ON %1$I
                    FOR EACH STATEMENT EXECUTE FUNCTION keep_register_names(%1$L)', named.name);
  END LOOP;
END $$;
CREATE TRIGGER parish_places AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON parish
  FOR EACH STATEMENT EXECUTE FUNCTION keep_local_places();

INSERT INTO register_name (subject, subject_id, name)
SELECT DISTINCT subject, id, label
FROM (SELECT 'council' AS subject, id, unnest(name || aliases) AS label FROM council
      UNION ALL SELECT 'parish', id, name FROM parish
      UNION ALL SELECT 'ward', id, name FROM ward
      UNION ALL SELECT 'forum', id, name FROM forum) AS named
WHERE search_key(label) <> '';
