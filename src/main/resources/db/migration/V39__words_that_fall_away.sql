-- The words that fall away are looked for only among those that are counted down: the trigrams of
-- search_word answer for equality too, dear as they are, and the planner takes them for the cheaper
-- way while the vocabulary is small (57 s for the names of 10,000 parishes).
CREATE OR REPLACE FUNCTION count_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
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

DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION count_words() SET search_path = %I, public', current_schema());
END $$;
