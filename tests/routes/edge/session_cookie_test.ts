import assert from "node:assert/strict";
import { mustBeSecure } from "../../../routes/edge/origin.ts";
import { readSessionCookie, sessionCookie } from "../../../routes/edge/session_cookie.ts";
import { ORIGINS } from "../../server/auth/auth_fixture.ts";

Deno.test("[AU17] the cookie is HttpOnly, SameSite=Strict, for this host, and Secure but on the machine itself", () => {
  assert.equal(
    sessionCookie("abc", 60_000, true),
    "invigil_session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict; Secure",
  );
  assert.equal(
    sessionCookie("abc", 60_000, false),
    "invigil_session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict",
  );
  const isSecure = (url: string, settings = ORIGINS, headers = {}) =>
    mustBeSecure(new Request(url, { headers }), settings);
  for (const url of ["http://127.0.0.1:8000/", "http://localhost:8000/", "http://[::1]/"]) {
    assert.equal(isSecure(url), false, url);
  }
  for (
    const url of ["https://127.0.0.1/", "http://exam.example.org/", "http://192.168.1.5/", "http://127.0.0.1.evil/"]
  ) {
    assert.equal(isSecure(url), true, url);
  }
  assert.equal(isSecure("http://127.0.0.1/", { ...ORIGINS, trustProxy: true }, { "x-forwarded-proto": "https" }), true);
});

Deno.test("readSessionCookie() finds the cookie among others", () => {
  const read = (cookie: string) => readSessionCookie(new Request("http://localhost/", { headers: { cookie } }));
  assert.equal(read("a=1; invigil_session=x.y; b=2"), "x.y");
  assert.equal(read("invigil_session"), null);
  assert.equal(read("a=invigil_session=1"), null);
});
