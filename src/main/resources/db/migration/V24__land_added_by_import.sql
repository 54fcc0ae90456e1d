-- An import of many parcels has gone through their geometry and dates already, so it tells of them
-- itself, and the triggers that tell are off with the others while it adds them.
ALTER TABLE land ENABLE TRIGGER land_insert_seen;
ALTER TABLE land ENABLE TRIGGER land_insert_spans;

-- Tells of parcels that were added without their triggers: their places, gathered in squares as
-- gathered() does it, and the ranges of dates that they have.
CREATE FUNCTION note_land_added(places geometry[], spans daterange[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_land_change(places, NULL);
  EXECUTE dates_of('span', '(SELECT unnest($1) AS span)') USING spans;
END $$;

DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION note_land_added(geometry[], daterange[]) SET search_path = %I, public',
                 current_schema());
END $$;
