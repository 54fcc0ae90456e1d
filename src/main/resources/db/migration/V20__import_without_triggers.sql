-- An import of many parcels adds them with the triggers of land off and does their work for all rows
-- together. The revision is not among what it does: that grows in every case.
ALTER TABLE land ENABLE ALWAYS TRIGGER land_insert_bumps;
