-- What decides a channel's plan beyond the commit horizon has changed: the worker takes the plan back and plans anew.
-- Written by the triggers below, so that no verb can forget it.
CREATE TABLE "plan_change" (
    "id" BIGSERIAL NOT NULL,
    "owner_id" UUID,
    "channel_id" UUID,
    "content_item_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_change_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION plan_change_of_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO plan_change (channel_id) VALUES (NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER plan_change AFTER UPDATE OF kind, filler, loop_order ON channel
  FOR EACH ROW EXECUTE FUNCTION plan_change_of_channel();

CREATE FUNCTION plan_change_of_blocks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO plan_change (channel_id) SELECT DISTINCT channel_id FROM new_rows;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO plan_change (channel_id) SELECT DISTINCT channel_id FROM old_rows;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER plan_change_insert AFTER INSERT ON block REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION plan_change_of_blocks();
CREATE TRIGGER plan_change_update AFTER UPDATE ON block REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION plan_change_of_blocks();
CREATE TRIGGER plan_change_delete AFTER DELETE ON block REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION plan_change_of_blocks();

CREATE FUNCTION plan_change_of_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO plan_change (owner_id, channel_id, content_item_id) VALUES (NEW.owner_id, NEW.channel_id, NEW.id);
  END IF;
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND OLD.channel_id IS DISTINCT FROM NEW.channel_id) THEN
    INSERT INTO plan_change (owner_id, channel_id, content_item_id) VALUES (OLD.owner_id, OLD.channel_id, OLD.id);
  END IF;
  RETURN NULL;
END $$;

-- Not what a transcode reports all the time, nor what a plan cannot depend on.
CREATE TRIGGER plan_change AFTER DELETE OR UPDATE OF channel_id, title, type, status, tags, genres, production_year,
  language, age_ratings, rights_from, rights_until, series_id, season_number, episode_number, break_points_ms,
  duration_ms, encoding_id, deleted_at ON content_item
  FOR EACH ROW EXECUTE FUNCTION plan_change_of_item();
CREATE TRIGGER plan_change_ready AFTER INSERT ON content_item
  FOR EACH ROW WHEN (NEW.status = 'ready') EXECUTE FUNCTION plan_change_of_item();

CREATE FUNCTION plan_change_of_caption() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO plan_change (content_item_id) VALUES (coalesce(NEW.content_item_id, OLD.content_item_id));
  RETURN NULL;
END $$;

CREATE TRIGGER plan_change AFTER INSERT OR UPDATE OR DELETE ON caption
  FOR EACH ROW EXECUTE FUNCTION plan_change_of_caption();

CREATE FUNCTION plan_change_of_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO plan_change (owner_id) VALUES (coalesce(NEW.owner_id, OLD.owner_id));
  RETURN NULL;
END $$;

CREATE TRIGGER plan_change AFTER DELETE OR UPDATE OF kind, rules ON content_group
  FOR EACH ROW EXECUTE FUNCTION plan_change_of_group();

CREATE FUNCTION plan_change_of_group_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO plan_change (owner_id)
    SELECT DISTINCT owner_id FROM content_group WHERE id IN (SELECT group_id FROM changed_rows);
  RETURN NULL;
END $$;

CREATE TRIGGER plan_change_insert AFTER INSERT ON content_group_item REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION plan_change_of_group_items();
CREATE TRIGGER plan_change_update AFTER UPDATE ON content_group_item REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION plan_change_of_group_items();
CREATE TRIGGER plan_change_delete AFTER DELETE ON content_group_item REFERENCING OLD TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION plan_change_of_group_items();

-- Every process that answers playlists hears at once of a channel that goes on air, leaves it or changes what is decided.
CREATE FUNCTION tell_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('lineup_channel', coalesce(NEW.id, OLD.id)::text);
  RETURN NULL;
END $$;

CREATE TRIGGER tell_channel AFTER DELETE OR UPDATE OF status, status_changes_at, published_at, slug ON channel
  FOR EACH ROW EXECUTE FUNCTION tell_channel();

CREATE FUNCTION tell_airings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('lineup_channel', channel_id::text) FROM (SELECT DISTINCT channel_id FROM changed_rows) AS changed;
  RETURN NULL;
END $$;

CREATE TRIGGER tell_airings_insert AFTER INSERT ON airing REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION tell_airings();
CREATE TRIGGER tell_airings_update AFTER UPDATE ON airing REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION tell_airings();
CREATE TRIGGER tell_airings_delete AFTER DELETE ON airing REFERENCING OLD TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION tell_airings();
