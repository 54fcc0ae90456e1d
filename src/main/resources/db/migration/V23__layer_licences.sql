-- Under which licence each imported layer may be used. Without a row, or without the flag 'open', the
-- public downloads nothing that is made of the layer: that is so from the first day.
CREATE TABLE layer_licence (
  layer text PRIMARY KEY CHECK (layer IN
    ('parishes', 'councils', 'statuses', 'forums', 'contracts', 'rates', 'land', 'context',
     'postcodes', 'places')),
  flag text NOT NULL CHECK (flag IN ('open', 'public-sector internal', 'council', 'contractor')),
  contractor_until date,  -- exclusive, as every end here
  line text NOT NULL CHECK (line ~ '\S'),          -- the licence's name
  attribution text NOT NULL CHECK (attribution ~ '\S'),
  source text,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by text NOT NULL DEFAULT session_user,
  CONSTRAINT layer_licence_contractor_until_a_date
    CHECK ((flag = 'contractor') = (contractor_until IS NOT NULL))
);

-- A demonstration that was loaded before there was this table; a new one sets its own.
INSERT INTO layer_licence (layer, flag, line, attribution, source)
SELECT layer, 'open', 'Open Government Licence v3.0',
       'Demonstration data: boundaries, land and streets are schematic, made by a program for'
       ' Greensward. Names and codes: Office for National Statistics, licensed under the Open'
       ' Government Licence v3.0.',
       'The Greensward demonstration'
FROM store,
     unnest(ARRAY['parishes', 'councils', 'statuses', 'forums', 'contracts', 'rates', 'land',
                  'context', 'postcodes', 'places']) AS layer
WHERE store.demonstration;
