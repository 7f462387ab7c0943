import assert from "node:assert/strict";
import { originOf } from "../../../routes/edge/origin.ts";
import { ORIGINS } from "../../server/auth/auth_fixture.ts";

Deno.test("[AU15] behind a proxy that ends TLS, the address that browsers see is ours", async () => {
  const from = (origin: string, headers: Record<string, string> = {}) =>
    new Request("http://exam.example.org/", { headers: { origin, ...headers } });
  const plain = ORIGINS;
  assert.equal(await originOf(from("https://exam.example.org"), plain), "own");
  assert.equal(await originOf(from("http://exam.example.org"), plain), "own");
  assert.equal(await originOf(from("https://exam.example.org:444"), plain), "foreign");
  const forwarded = { "x-forwarded-host": "public.example.org", "x-forwarded-proto": "https" };
  assert.equal(await originOf(from("https://public.example.org", forwarded), plain), "foreign"); // anybody can write that
  assert.equal(await originOf(from("https://public.example.org", forwarded), { ...ORIGINS, trustProxy: true }), "own");
  assert.equal(
    await originOf(from("http://public.example.org", forwarded), { ...ORIGINS, trustProxy: true }),
    "foreign",
  );
  const known = { ...ORIGINS, publicOrigin: "https://public.example.org" };
  assert.equal(await originOf(from("https://public.example.org"), known), "own");
  const extension = { ...ORIGINS, embedOrigins: new Set(["chrome-extension://abc"]) };
  assert.equal(await originOf(from("chrome-extension://abc"), extension), "embedding");
  assert.equal(await originOf(from("chrome-extension://abd"), extension), "foreign");
});
