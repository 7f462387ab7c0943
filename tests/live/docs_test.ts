import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { readDocs } from "../../server/docs/read_docs.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { builtManifest } from "../support/walked_app.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

async function htmlOf(server: LiveServer, path: string, language = "en") {
  const response = await fetch(server.url + path, { headers: { accept: "text/html", "accept-language": language } });
  return { status: response.status, html: await response.text() };
}

liveTest(
  "[DR2] [DR5] every document is a page, and every link of the pages leads to one or to a picture",
  async (server) => {
    const { html: contents } = await htmlOf(server, "/docs");
    const { byPath } = await readDocs(ROOT);
    const linked = new Set<string>();
    const pages = new Map<string, string>();
    for (const [path, { title, lead }] of byPath) {
      assert.ok(contents.includes(`href="/docs/${path}"`), path);
      const { status, html } = await htmlOf(server, `/docs/${path}`);
      assert.equal(status, 200, path);
      pages.set(`/docs/${path}`, html);
      assert.ok(title !== "" && lead !== "");
      for (const [, href] of html.matchAll(/(?:href|src)="(\/docs[^"]*|#[^"]*)"/g)) {
        linked.add(href.startsWith("#") ? `/docs/${path}${href}` : href);
      }
    }
    for (const href of linked) {
      const [address, place] = href.split("#");
      if (place !== undefined && pages.has(address)) {
        assert.ok(pages.get(address)?.includes(`id="${place}"`), href);
      } else if (!pages.has(address)) {
        const response = await fetch(server.url + address);
        await response.body?.cancel();
        assert.equal(response.status, 200, href);
      }
    }
  },
);

liveTest("[DR5] what is no document is 404, and no other file is served", async (server) => {
  for (
    const path of [
      "/docs/",
      "/docs/nothing",
      "/docs/spec",
      "/docs/spec/door",
      "/docs/scoring.md",
      "/docs/scoring/",
      "/docs/examples/exam.json",
      "/docs/performance/2026-11-21.ndjson",
      "/docs/images/",
      "/docs/images/nothing.png",
      "/docs/images/%2e%2e%2fscoring.md",
      "/docs/..%2fREADME",
      "/docs/%2e%2e/deno.json",
      "/docs/constructor",
      `/docs/${"a".repeat(4_000)}`,
    ]
  ) {
    const { status, html } = await htmlOf(server, path);
    assert.equal(status, 404, path);
    assert.match(html, /^<!doctype html>/, path);
  }
});

liveTest("[DR6] without a script the server answers the search", async (server) => {
  const { html } = await htmlOf(server, "/docs?q=restore+backup");
  const found = [...html.matchAll(/<a data-found[^>]* href="([^"]+)"/g)].map(([, href]) => href);
  for (const path of ["/docs/deploy", "/docs/guides/run_a_server"]) {
    assert.ok(found.some((href) => href.split("#")[0] === path), found.join());
  }
  const script = await htmlOf(server, "/docs?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
  assert.doesNotMatch(script.html, /<script>alert/);
  assert.match((await htmlOf(server, "/docs?q=qqzyx+xyzqq")).html, /Nothing has even half of these words/);
  assert.equal((await htmlOf(server, `/docs?q=${"x".repeat(5_000)}`)).status, 200);
});

liveTest("[DR7] in German the frame is German, and the documents say that they are English", async (server) => {
  for (const path of ["/docs", "/docs/scoring"]) {
    const { html } = await htmlOf(server, path, "de");
    assert.match(html, /<html lang="de"/, path);
    assert.match(html, /Die Dokumente sind auf Englisch/, path);
    assert.match(html, /<(article|ul)[^>]* lang="en"/, path);
    assert.doesNotMatch((await htmlOf(server, path)).html, /The documents are in English/, path);
  }
});

Deno.test("[DR8] the search's script is small", async () => {
  const { gzip } = (await builtManifest()).files["docs.js"];
  assert.ok(gzip <= 15_000, `${gzip} B`);
});

liveTest("[DR8] a document's page has no script", async (server) => {
  assert.doesNotMatch((await htmlOf(server, "/docs/scoring")).html, /<script/);
});
