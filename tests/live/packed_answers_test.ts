import assert from "node:assert/strict";
import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { readManifest } from "../../server/build/manifest.ts";
import { projectRoot } from "../../server/tasks/build.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";

/** An answer as it stands on the wire: `fetch` unpacks. */
async function asSent(server: LiveServer, path: string, encodings: string) {
  const { promise, resolve, reject } = Promise.withResolvers<import("node:http").IncomingMessage>();
  get(server.url + path, { headers: { "accept-encoding": encodings } }, resolve).on("error", reject);
  const response = await promise;
  const { "content-encoding": packing = null, vary = "" } = response.headers;
  return { packing, vary, body: await buffer(response) };
}

liveTest(
  "[ED40] pages and what the build made leave packed for whoever takes it, and are the same unpacked",
  async (server) => {
    for (const path of ["/join/DEMO", "/static/build/exam.js", "/static/build/style.css"]) {
      const packed = await asSent(server, path, "gzip, deflate, br");
      assert.deepEqual([packed.packing, /accept-encoding/i.test(packed.vary)], ["gzip", true], path);
      for (const encodings of ["identity", "br", "gzip;q=0"]) {
        const plain = await asSent(server, path, encodings);
        assert.deepEqual([plain.packing, /accept-encoding/i.test(plain.vary)], [null, true], `${path} ${encodings}`);
        if (path.startsWith("/static")) assert.deepEqual(gunzipSync(packed.body), plain.body);
        assert.ok(packed.body.length < plain.body.length / 2, path);
      }
    }
  },
);

liveTest("[ED40] nothing that may hold a secret is packed, and nothing that is packed already", async (server) => {
  const manifest = await readManifest(projectRoot());
  const font = Object.keys(manifest?.files ?? {}).find((name) => name.endsWith(".woff2"));
  assert.ok(font);
  for (const path of ["/openapi.json", "/api/exams", `/static/build/${font}`]) {
    assert.equal((await asSent(server, path, "gzip")).packing, null, path);
  }
  for (const path of ["/static/build/exam.js.gz", "/static/build/exam.js/x.js", "/static/build"]) {
    const { packing, body } = await asSent(server, path, "gzip");
    assert.deepEqual([packing, JSON.parse(body.toString()).error.code], [null, "not_found"], path);
  }
});
