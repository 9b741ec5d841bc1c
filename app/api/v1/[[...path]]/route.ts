import { importRefusal } from "@/server/http/import-route";

/** Every address beside the import API that no other file answers. */
const refuse = importRefusal(404);

export {
  refuse as DELETE,
  refuse as GET,
  refuse as HEAD,
  refuse as OPTIONS,
  refuse as PATCH,
  refuse as POST,
  refuse as PUT,
};
