-- How an edition lives: edited as a draft, checked, published, withdrawn. Called by Luodi and, over QGIS or psql, by planners.
-- SQLSTATE P0002: there is no such edition; 55000: it has not come so far.
-- The functions run with the rights of the schema's owner, so a planner needs none on the tables; docs/postgis.md tells which.

CREATE SCHEMA luodi_drafts; -- a view for each draft that a planner opened

-- The edition, and nobody else changes it or its zones until the transaction ends.
CREATE FUNCTION luodi.locked(layer_id text, edition_name text) RETURNS luodi.editions
LANGUAGE plpgsql SECURITY DEFINER SET search_path = luodi, public, pg_temp AS $$
DECLARE
  found_one luodi.editions;
BEGIN
  SELECT * INTO found_one FROM editions WHERE layer = layer_id AND edition = edition_name FOR UPDATE;
  IF found_one.key IS NULL THEN
    RAISE EXCEPTION 'there is no edition ''%'' of layer ''%''', edition_name, layer_id
      USING ERRCODE = 'P0002', HINT = 'SELECT layer, edition, state FROM luodi.states';
  END IF;
  RETURN found_one;
END $$;

CREATE FUNCTION luodi.was_published(of_edition integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = luodi, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM acts WHERE edition_key = of_edition)
$$;

-- Notes an act under the next number, and tells every server.
CREATE FUNCTION luodi.act(of_edition integer, what text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = luodi, public, pg_temp AS $$
DECLARE
  now_at integer;
BEGIN
  LOCK TABLE acts IN SHARE ROW EXCLUSIVE MODE; -- so that numbers have no gaps and no two acts share one
  INSERT INTO acts (number, edition_key, kind)
  SELECT coalesce(max(number), 0) + 1, of_edition, what FROM acts
  RETURNING number INTO now_at;
  PERFORM pg_notify('luodi', now_at::text);
  RETURN now_at;
END $$;

-- Opens a draft for editing, and says under which view. A draft that is not there yet is made as a copy of the current edition.
CREATE FUNCTION luodi.edit(layer_id text, edition_name text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = luodi, public, pg_temp AS $$
DECLARE
  draft integer;
  view_name text := left(layer_id, 62 - length(edition_name)) || '@' || edition_name;
BEGIN
  SELECT key INTO draft FROM editions WHERE layer = layer_id AND edition = edition_name;
  IF draft IS NULL THEN
    INSERT INTO editions (layer, edition, title_zh, title_en, geometry, source, licence, crs, accuracy_m, exact, synthetic, coverage)
    SELECT layer_id, edition_name, title_zh, title_en, geometry, source, licence, crs, accuracy_m, exact, synthetic, coverage
      FROM editions JOIN states USING (key) WHERE states.layer = layer_id AND states.current
    RETURNING key INTO draft;
    IF draft IS NULL THEN
      RAISE EXCEPTION 'layer ''%'' has no current edition to begin from', layer_id
        USING ERRCODE = 'P0002', HINT = 'Ingest its first edition with bin/luodi ingest, or insert its manifest into luodi.editions.';
    END IF;
    INSERT INTO zones SELECT draft, id, name, geom, attributes, valid_from, valid_to, source, confidence
      FROM current_zones WHERE layer = layer_id;
  ELSIF was_published(draft) THEN
    RAISE EXCEPTION 'edition ''%'' of layer ''%'' was published and never changes', edition_name, layer_id
      USING ERRCODE = '55000', HINT = 'Take another name for the edition.';
  END IF;
  EXECUTE format('CREATE OR REPLACE VIEW luodi_drafts.%I AS
    SELECT id, name, geom, attributes, valid_from, valid_to, source, confidence, edition_key
      FROM luodi.zones WHERE edition_key = %s WITH CHECK OPTION', view_name, draft);
  EXECUTE format('ALTER VIEW luodi_drafts.%I ALTER COLUMN edition_key SET DEFAULT %s', view_name, draft);
  RETURN format('luodi_drafts.%I', view_name);
END $$;

-- Snaps what lies off the grid, and checks what a database can. What the words of the law mean is checked by bin/luodi ingest.
CREATE FUNCTION luodi.check(layer_id text, edition_name text) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = luodi, public, pg_temp AS $$
DECLARE
  draft editions := locked(layer_id, edition_name);
  wanted integer := array_position(ARRAY['point', 'line', 'polygon'], draft.geometry) - 1;
  snapped bigint;
  findings text[];
BEGIN
  IF was_published(draft.key) THEN
    RAISE EXCEPTION 'edition ''%'' of layer ''%'' was published and never changes', edition_name, layer_id USING ERRCODE = '55000';
  END IF;
  WITH off_grid AS (
    SELECT id, ST_ReducePrecision(geom, 1e-7) AS snapped FROM zones
     WHERE edition_key = draft.key AND EXISTS (
       SELECT FROM ST_DumpPoints(geom) AS p
        WHERE abs(ST_X(p.geom) * 1e7 - round(ST_X(p.geom) * 1e7)) > 1e-3 OR abs(ST_Y(p.geom) * 1e7 - round(ST_Y(p.geom) * 1e7)) > 1e-3))
  UPDATE zones z SET geom = o.snapped FROM off_grid o
   WHERE z.edition_key = draft.key AND z.id = o.id AND NOT ST_IsEmpty(o.snapped) AND ST_Dimension(o.snapped) = ST_Dimension(z.geom);
  GET DIAGNOSTICS snapped = ROW_COUNT;

  SELECT array_agg(finding ORDER BY finding) INTO findings FROM (
    SELECT format('zone %s is no %s', id, draft.geometry) AS finding FROM zones
     WHERE edition_key = draft.key AND ST_Dimension(geom) <> wanted
    UNION ALL
    SELECT format('zone %s ends before it begins', id) FROM zones WHERE edition_key = draft.key AND valid_to <= valid_from
    UNION ALL
    SELECT format('zone %s lies outside -180 to 180, -90 to 90', id) FROM zones
     WHERE edition_key = draft.key AND NOT geom @ ST_MakeEnvelope(-180, -90, 180, 90, 4490)
    UNION ALL
    SELECT format('attribute ''%s'' of zone %s is no name of 1 to 100 characters', left(attribute, 100), min(id))
      FROM zones, jsonb_object_keys(attributes) AS attribute
     WHERE edition_key = draft.key AND (btrim(attribute) = '' OR length(attribute) > 100) GROUP BY attribute
    UNION ALL
    SELECT format('attributes %s differ in case only', string_agg(attribute, ', ' ORDER BY attribute))
      FROM (SELECT DISTINCT jsonb_object_keys(attributes) AS attribute FROM zones WHERE edition_key = draft.key) named
     GROUP BY lower(attribute) HAVING count(*) > 1
  ) found;

  UPDATE editions SET passed = findings IS NULL,
         report = json_build_object('checked_by', 'luodi.check', 'snapped', snapped, 'findings', coalesce(findings, '{}'))
   WHERE key = draft.key RETURNING * INTO draft;
  RETURN draft.report;
END $$;

-- Makes an edition the current one of its layer, and returns the number of the publication. A draft that was edited or never
-- checked is checked first; one whose ingest found something waits for bin/luodi edition publish --accept or for luodi.check.
CREATE FUNCTION luodi.publish(layer_id text, edition_name text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = luodi, public, pg_temp AS $$
DECLARE
  draft editions := locked(layer_id, edition_name);
  report json := draft.report;
BEGIN
  IF NOT draft.passed AND (report::text = '{}' OR report ->> 'checked_by' = 'luodi.check') THEN
    report := luodi.check(layer_id, edition_name);
    draft := locked(layer_id, edition_name);
  END IF;
  IF NOT draft.passed THEN
    RAISE EXCEPTION 'the checks of edition ''%'' of layer ''%'' have not passed', edition_name, layer_id
      USING ERRCODE = '55000', DETAIL = left(report::text, 2000), HINT = 'Mend the zones and publish again. What an ingest found is accepted by bin/luodi edition publish --accept.';
  END IF;
  RETURN act(draft.key, 'PUBLISH');
END $$;

-- Takes a published edition out of use; the one published before it stands again. Returns the number of the withdrawal.
CREATE FUNCTION luodi.withdraw(layer_id text, edition_name text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = luodi, public, pg_temp AS $$
DECLARE
  it editions := locked(layer_id, edition_name);
BEGIN
  IF NOT EXISTS (SELECT FROM states WHERE key = it.key AND state = 'published') THEN
    RAISE EXCEPTION 'edition ''%'' of layer ''%'' is not published, so it cannot be withdrawn', edition_name, layer_id
      USING ERRCODE = '55000';
  END IF;
  RETURN act(it.key, 'WITHDRAW');
END $$;

-- Zones of what was ever published stay; a draft that changes must be checked again; what is left open is filled in.
CREATE FUNCTION luodi.guard_zone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = luodi, public, pg_temp AS $$
DECLARE
  owner integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.edition_key ELSE OLD.edition_key END;
  has_passed boolean;
BEGIN
  SELECT passed INTO has_passed FROM editions WHERE key = owner FOR NO KEY UPDATE; -- a publication waits for us, or we for it
  IF has_passed IS NOT NULL AND was_published(owner) THEN
    RAISE EXCEPTION 'this edition was published and never changes' USING ERRCODE = '55000', HINT = 'SELECT luodi.edit(layer, new_edition)';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.edition_key <> owner THEN
    RAISE EXCEPTION 'a zone cannot move to another edition' USING ERRCODE = '55000';
  END IF;
  IF has_passed THEN
    UPDATE editions SET passed = false, report = '{}' WHERE key = owner;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.id := coalesce(NEW.id, gen_random_uuid()::text); -- QGIS sends null for what the planner left open
  NEW.name := coalesce(NEW.name, '');
  NEW.attributes := coalesce(NEW.attributes, '{}');
  NEW.source := coalesce(NEW.source, '');
  NEW.confidence := coalesce(NEW.confidence, '');
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON luodi.zones FOR EACH ROW EXECUTE FUNCTION luodi.guard_zone();

CREATE FUNCTION luodi.guard_edition() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = luodi, public, pg_temp AS $$
BEGIN
  IF was_published(OLD.key) THEN
    RAISE EXCEPTION 'edition ''%'' of layer ''%'' was published and never changes', OLD.edition, OLD.layer USING ERRCODE = '55000';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON luodi.editions FOR EACH ROW EXECUTE FUNCTION luodi.guard_edition();

CREATE FUNCTION luodi.guard_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of publications is only added to' USING ERRCODE = '55000', HINT = 'SELECT luodi.withdraw(layer, edition)';
END $$;
CREATE TRIGGER guard BEFORE UPDATE OR DELETE OR TRUNCATE ON luodi.acts FOR EACH STATEMENT EXECUTE FUNCTION luodi.guard_history();

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA luodi FROM PUBLIC;
