-- What an import replaces is kept: the row as it was, and the edition that took its place.
-- Nothing but imports writes here, and nothing changes what is written.
DO $$
DECLARE
  layer_table text;
BEGIN
  FOREACH layer_table IN ARRAY ARRAY['parish', 'council', 'council_parish', 'status', 'forum',
      'forum_council', 'contract', 'lot', 'regime', 'rate', 'land', 'context'] LOOP
    EXECUTE format('CREATE TABLE %1$I (LIKE %2$I, replaced_by bigint NOT NULL REFERENCES edition)',
                   layer_table || '_history', layer_table);
    EXECUTE format('CREATE INDEX ON %I (replaced_by)', layer_table || '_history');
  END LOOP;
END $$;
