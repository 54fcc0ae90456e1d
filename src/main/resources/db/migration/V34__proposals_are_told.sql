-- Steps of proposals are news for their council and for officers, as steps of engagement are. What was
-- said with them stays on their pages.
CREATE FUNCTION proposal_step_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  its record;
BEGIN
  SELECT c.id, c.slug, c.name INTO its
  FROM proposal p JOIN council c ON c.id = p.council_id WHERE p.id = new.proposal_id;
  PERFORM note_event(its.id, 'council', 'proposal',
    'engage.event.proposal.' || replace(new.what, ' ', '-'), ARRAY[its.name],
    '/councils/' || its.slug || '/office/proposals/' || new.proposal_id);
  RETURN NULL;
END $$;
CREATE TRIGGER proposal_step_told AFTER INSERT ON proposal_step
  FOR EACH ROW WHEN (new.what NOT IN ('drafted', 'changed'))
  EXECUTE FUNCTION proposal_step_told();

DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION proposal_step_told() SET search_path = %I, public',
                 current_schema());
END $$;
