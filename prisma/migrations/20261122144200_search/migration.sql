-- The text that searches compare, as `searchTitle` of core/content makes it: without case, accents and width.
CREATE FUNCTION search_fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT replace(replace(replace(replace(translate(
    regexp_replace(normalize(lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]+', '', 'g') COLLATE "und-x-icu"), NFKD), '[\u0300-\u036f]+', '', 'g'),
    'øłđðħı', 'olddhi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
$$;

CREATE INDEX "channel_search_name_idx" ON "channel" USING gin (search_fold("name") gin_trgm_ops);
CREATE INDEX "channel_search_description_idx" ON "channel" USING gin (to_tsvector('simple', search_fold("description")));
CREATE INDEX "content_item_search_description_idx" ON "content_item"
  USING gin (to_tsvector('simple', search_fold("description"))) WHERE "description" <> '';
