-- What players are told of an airing's block must not change once it is listed, whatever happens to block and item.
ALTER TABLE "airing" ADD COLUMN "programme" JSONB;
