import assert from "node:assert/strict";
import { liveTest } from "../support/live_server.ts";

/** Pages that are meant to be found and shared. */
const SHARED = ["/", "/demo", "/verify", "/docs", "/docs/scoring"];

/** The content of a page's `<meta>` of a property or name. */
function metaOf(html: string, name: string): string | undefined {
  return html.match(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`))?.[1];
}

liveTest(
  "[DR53] a page that is shared names its picture in full, in its language, and the picture is served",
  async (server) => {
    for (const path of SHARED) {
      for (const language of ["en", "de"]) {
        const html = await (await fetch(`${server.url}${path}?language=${language}`)).text();
        assert.equal(metaOf(html, "og:image"), `${server.url}/static/pictures/social-${language}.png`, path);
        assert.equal(metaOf(html, "og:image:width"), "1200");
        assert.equal(metaOf(html, "og:image:height"), "630");
        assert.match(metaOf(html, "og:image:alt") ?? "", /^Invigil: /);
        assert.equal(metaOf(html, "twitter:card"), "summary_large_image");
        assert.ok((metaOf(html, "description") ?? "").length > 20, path);
      }
    }
    for (
      const [path, type] of [
        ["/static/pictures/social-en.png", "image/png"],
        ["/static/pictures/apple-touch-icon.png", "image/png"],
        ["/static/manifest.webmanifest", "application/manifest+json; charset=utf-8"],
        ["/static/favicon.svg", "image/svg+xml"],
      ]
    ) {
      const answer = await fetch(server.url + path);
      await answer.body?.cancel();
      assert.deepEqual([answer.status, answer.headers.get("content-type")], [200, type], path);
    }
  },
);

liveTest("[DR53] behind a proxy the picture's address is the public one", async (server) => {
  const html = await (await fetch(`${server.url}/demo`)).text();
  assert.equal(metaOf(html, "og:image"), "https://exams.example/static/pictures/social-en.png");
}, { INVIGIL_ORIGIN: "https://exams.example" });
