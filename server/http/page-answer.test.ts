import { expect, test, vi } from "vitest";
import { pageAnswers, promptAnswers } from "./page-answer";

vi.mock("next/headers", () => ({ headers: async () => new Headers({ cookie: "session=1", range: "bytes=0-1" }) }));

const ADDRESS = "/v1/creator/channels?page=1";

test("a page is answered as its reader would be, without what the request said of the page itself", async () => {
  const route = async (request: Request) =>
    Response.json({ url: request.url, cookie: request.headers.get("cookie"), range: request.headers.get("range") });
  expect(await pageAnswers([route, ADDRESS])[ADDRESS]).toEqual({
    url: `http://localhost${ADDRESS}`,
    cookie: "session=1",
    range: null,
  });
});

test("what is refused or fails is left to the page", async () => {
  const refused = async () => Response.json({}, { status: 403 });
  const failed = async () => Promise.reject(new Error("the database is away"));
  expect(await pageAnswers([refused, ADDRESS])[ADDRESS]).toBeNull();
  expect(await pageAnswers([failed, ADDRESS])[ADDRESS]).toBeNull();
});

test("a page is not held up by an answer that does not come", async () => {
  const never = () => new Promise<Response>(() => {});
  const prompt = async () => Response.json({ total: 2 });
  expect(await promptAnswers([never, ADDRESS])[ADDRESS]).toBeNull();
  expect(await promptAnswers([prompt, ADDRESS])[ADDRESS]).toEqual({ total: 2 });
});
