import { describe, expect, test } from "vitest";
import { GET } from "./route";

const ask = (headers: Record<string, string> = {}) => GET(new Request("http://tv.test/v1/openapi.json", { headers }));

describe("200", () => {
  test("the description names this server, for scripts of any page", async () => {
    const reply = await ask();
    expect(reply.status).toBe(200);
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
    expect(reply.headers.get("x-request-id")).toMatch(/^req_/);
    expect(await reply.json()).toMatchObject({ openapi: "3.1.0", servers: [{ url: "http://tv.test" }] });
  });

  test("under another name it has another address and another entity tag", async () => {
    const [here, there] = [await ask(), await ask({ "X-Forwarded-Host": "other.test" })];
    expect((await there.json()).servers[0].url).toBe("http://other.test");
    expect(there.headers.get("etag")).not.toBe(here.headers.get("etag"));
  });
});

describe("304", () => {
  test("who has it is told so", async () => {
    const etag = (await ask()).headers.get("etag")!;
    const reply = await ask({ "If-None-Match": `W/"x", ${etag}` });
    expect([reply.status, await reply.text(), reply.headers.get("etag")]).toEqual([304, "", etag]);
  });
});
