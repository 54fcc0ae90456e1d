-- An import of many parcels adds them with the triggers of land off and does their work for all rows
-- together. What tells others of the change is not among what it does: that fires in every case.
ALTER TABLE land ENABLE ALWAYS TRIGGER land_insert_seen;
ALTER TABLE land ENABLE ALWAYS TRIGGER land_insert_spans;
