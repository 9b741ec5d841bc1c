-- In the C locale, lower() leaves letters such as Ö as they are: names are compared by Unicode's rules instead.
DROP INDEX "content_group_name";
CREATE UNIQUE INDEX "content_group_name" ON "content_group"("owner_id", lower("name" COLLATE "und-x-icu"));

-- A library of ten thousand items is shown by title without sorting it anew each time.
CREATE INDEX "content_item_by_title" ON "content_item"("owner_id", ("title" COLLATE "und-x-icu"), "id") WHERE "status" <> 'deleted';

-- Pictures that something newer has replaced wait here for their removal.
CREATE INDEX "content_item_old_artwork" ON "content_item"("id") WHERE ("artwork" @? '$.before[0]');
