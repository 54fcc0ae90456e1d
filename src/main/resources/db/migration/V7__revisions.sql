-- A layer's revision grows in the transaction that changes what the layer shows, under a row
-- lock, so that commit order is number order; listeners hear of it when it commits.
-- 'coverage' is no published layer: it counts changes to the shape of the boundaries alone.
CREATE FUNCTION bump_layers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed record;
BEGIN
  IF NOT EXISTS (SELECT FROM changed_rows) THEN
    RETURN NULL;
  END IF;
  FOR changed IN
    UPDATE layer_revision SET revision = revision + 1, changed_at = now()
    WHERE layer IN (SELECT layer FROM layer_revision WHERE layer = ANY (TG_ARGV)
                    ORDER BY layer FOR UPDATE)
    RETURNING layer, revision
  LOOP
    PERFORM pg_notify('greensward_revision', changed.layer || ' ' || changed.revision);
  END LOOP;
  RETURN NULL;
END $$;

DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION bump_layers() SET search_path = %I, public', current_schema());
END $$;

DO $$
DECLARE
  shown record;
  event text;
BEGIN
  FOR shown IN
    SELECT * FROM (VALUES
      ('parish', '''boundaries'', ''coverage'', ''land'', ''parishes'''),
      ('council', '''boundaries'', ''land'', ''parishes'''),
      ('council_parish', '''boundaries'', ''land'', ''parishes'''),
      ('status', '''boundaries'', ''land'', ''parishes'''),
      ('agreement', '''land'''),
      ('agreement_cover', '''land'''),
      ('forum', '''parishes'''),
      ('forum_council', '''parishes'''),
      ('party', '''land'''),
      ('contract', '''land'''),
      ('lot', '''land'''),
      ('land', '''land'''),
      ('context', '''context''')) AS t (table_name, layers)
  LOOP
    FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
      EXECUTE format(
        'CREATE TRIGGER %1$s_%2$s_bumps AFTER %3$s ON %1$I REFERENCING %4$s TABLE AS changed_rows
         FOR EACH STATEMENT EXECUTE FUNCTION bump_layers(%5$s)',
        shown.table_name, lower(event), event,
        CASE event WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END, shown.layers);
    END LOOP;
  END LOOP;
END $$;
