-- Processes remember API keys; they are told, by id, of every key that may do less from now on.
CREATE FUNCTION tell_api_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('lineup_api_key', OLD.id::text);
  RETURN NULL;
END
$$;

CREATE TRIGGER api_key_changed AFTER UPDATE OF owner_id, token_hash, scopes, expires_at, revoked_at ON "api_key"
  FOR EACH ROW EXECUTE FUNCTION tell_api_key();
CREATE TRIGGER api_key_removed AFTER DELETE ON "api_key"
  FOR EACH ROW EXECUTE FUNCTION tell_api_key();
