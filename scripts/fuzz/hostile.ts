import fc from "fast-check";

const DEEP = 5_000;

/** Text that has broken programs before. */
const TEXTS = [
  ...[
    "",
    " ",
    "\0",
    "\u0000x",
    "\n",
    "\r\n\r\n",
    "\t",
    "null",
    "undefined",
    "NaN",
    "true",
    "0",
    "-1",
    "[object Object]",
  ],
  ...["' OR 1=1 --", '"; DROP TABLE "user"; --', "\\", "%", "%_%", "${7*7}", "{{7*7}}", "<script>alert(1)</script>"],
  ...["../../../../etc/passwd", "..\\..\\", "/dev/null", "C:\\", "file:///etc/passwd", "http://127.0.0.1:1/", "//evil"],
  ...[
    "\ud800",
    "\udfff\ud800",
    "\ufeff",
    "\u202eabc",
    "e\u0301",
    "ﷺ".repeat(20),
    "👩‍👩‍👧‍👦".repeat(30),
    "ß",
    "İ",
    "\uffff",
  ],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "then"],
  ...[
    "0000-00-00",
    "2026-02-30T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "-271821-04-20T00:00:00Z",
    "1970-01-01T00:00:00+99:99",
  ],
  ...[
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "GGGGGGGG-0000-7000-8000-000000000000",
  ],
  ...["1e309", "0x10", "١٢٣", "+1", "1,5", "1_000", "9".repeat(400)],
];

const LONG_TEXTS = ["a".repeat(201), "a".repeat(5001), "é".repeat(70_000), "\0".repeat(300)];

const NUMBERS = [
  ...[0, -0, -1, 0.1, 1e-320, 1e21, 1e308, -1e308],
  ...[2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 1.0000000001],
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG_TEXTS) },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

/** Any value that JSON can say, wherever another was expected. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(...NUMBERS),
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { "": "" }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Whole bodies that are no JSON value of any schema, as text. */
export const hostileBody: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      " ",
      "{",
      "[",
      '{"a":',
      "{'a':1}",
      "{} {}",
      "NaN",
      "\ufeff{}",
      '{"a":1,"a":2}',
      '{"__proto__":{"a":1}}',
      "1e999",
    ],
    ...["[".repeat(DEEP), `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`, `${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`],
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** Segments of a path that are not the encoding of any text, or mean something to careless code. */
export const rawSegment = fc.constantFrom(
  ...["%", "%zz", "%c0%af", "%ff", "%00", "%2e%2e", "%2e%2e%2fx", "..%2f..%2fx", "%252e", "%E0%80%80", "%ed%a0%80"],
  ...["a".repeat(3000), ";", "a;b=c", "~", "*", "$", "&=?", "%20", "%0d%0aX:%20y"].map((raw) =>
    raw.replace("?", "%3f"),
  ),
);

export const wrongType = fc.constantFrom(
  ...[
    "",
    "text/plain",
    "application/xml",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/json;;",
  ],
  ...["multipart/form-data; boundary=", "application/json; charset=utf-16", "APPLICATION/JSON", "x", "text/csv", "*/*"],
);

/** Headers that do not belong, or stand there twice. */
export const oddHeaders = fc.array(
  fc.constantFrom<[name: string, value: string]>(
    ["If-Match", "*"],
    ["If-Match", '"'],
    ["If-Match", 'W/"x", "y"'],
    ["If-None-Match", "*"],
    ["Idempotency-Key", ""],
    ["Idempotency-Key", "k".repeat(300)],
    ["Idempotency-Key", "\u00e9\u00ff"],
    ["Content-Type", "text/plain"],
    ["Content-Type", "application/json"],
    ["Authorization", "Bearer"],
    ["Authorization", "Basic AAAA"],
    ["X-API-Key", "vid_0"],
    ["Accept", "text/html;q=x"],
    ["Accept-Encoding", "zstd, *;q=0"],
    ["Accept-Language", "x".repeat(500)],
    ["Range", "bytes=9-1"],
    ["Content-Encoding", "gzip"],
    ["Origin", "https://evil.example"],
    ["Origin", "null"],
    ["Cookie", "%=%; next-auth.session-token=.."],
    ["X-Forwarded-Host", "evil.example"],
    ["X-HTTP-Method-Override", "DELETE"],
    ["Next-Router-State-Tree", "%"],
    ["RSC", "1"],
    ["Next-Action", "x"],
    ["X-Middleware-Subrequest", "middleware"],
  ),
  { maxLength: 3 },
);
