import assert from "node:assert/strict";
import { type Operation, type Permission, PERMISSIONS } from "../../server/auth/permissions.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";

/** Every page, as who may see it, and what is shown where something is wrong. */
async function pages(server: LiveServer): Promise<{ path: string; token: string | null }[]> {
  const admin = await server.signIn();
  const exams = (await server.call("GET", "/api/exams", admin)).body as { exam_id: string }[];
  const operations = (Object.keys(PERMISSIONS) as Operation[]).filter((name) => name.startsWith("page_"));
  const known = operations.map((name) => {
    const permission: Permission = PERMISSIONS[name];
    const path = permission.path.replace("{code}", "DEMO").replace("{exam_id}", exams[0].exam_id)
      .replace(/\{\w+\}/g, "none");
    return { path, token: permission.allow.anyone === undefined ? admin : null };
  });
  return [
    ...known,
    { path: "/join/NOPE", token: null },
    { path: "/exams", token: null },
    { path: `/exams/${"x".repeat(22)}/room`, token: admin },
    { path: "/not-a-page", token: null },
    { path: "/docs/deploy", token: null },
    { path: "/login?next=//evil.example", token: null },
  ];
}

const OTHERS = ["/ping", "/healthz", "/api/exams", "/static/favicon.svg", "/openapi.json", "/static/%2e%2e/deno.json"];

liveTest("[TR34] every answer carries the headers that keep other sites and inline code out", async (server) => {
  let checks = 0;
  for (const { path, token } of [...await pages(server), ...OTHERS.map((path) => ({ path, token: null }))]) {
    const answer = await fetch(server.url + path, {
      redirect: "manual",
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    });
    await answer.body?.cancel();
    const { headers } = answer;
    const policy = headers.get("content-security-policy") ?? "";
    const expectations: [string, boolean][] = [
      ["default-src 'none'", policy.includes("default-src 'none'")],
      ["script-src 'self' alone", /script-src 'self'(;|$)/.test(policy)],
      ["style-src 'self' and a nonce", /style-src 'self'( 'nonce-[\w-]{16,}')?(;|$)/.test(policy)],
      ["connect-src 'self' alone", /connect-src 'self'(;|$)/.test(policy)],
      ["frame-ancestors 'none'", policy.includes("frame-ancestors 'none'")],
      ["base-uri 'none'", policy.includes("base-uri 'none'")],
      ["no unsafe word", !/unsafe|\*|https?:/.test(policy)],
      [
        "HSTS of a year at least",
        Number(/max-age=(\d+)/.exec(headers.get("strict-transport-security") ?? "")?.[1]) >= 31_536_000,
      ],
      ["Permissions-Policy", /camera=\(\).*microphone=\(\)/.test(headers.get("permissions-policy") ?? "")],
      ["nosniff", headers.get("x-content-type-options") === "nosniff"],
      ["x-frame-options", headers.get("x-frame-options") === "DENY"],
      ["referrer-policy", ["same-origin", "no-referrer"].includes(headers.get("referrer-policy") ?? "")],
      ["opener policy", headers.get("cross-origin-opener-policy") === "same-origin"],
      ["no server's name", headers.get("server") === null && headers.get("x-powered-by") === null],
      ["nobody else may read", headers.get("access-control-allow-origin") === null],
    ];
    for (const [what, holds] of expectations) {
      assert.ok(holds, `${path} (${answer.status}): ${what}; ${policy}`);
      checks++;
    }
  }
  console.log(`headers: ${checks} checks`);
});

liveTest(
  "[TR34] no page names another site but in links of documents, nor carries code or style of its own",
  async (server) => {
    const assets = new Set<string>();
    for (const { path, token } of await pages(server)) {
      const answer = await fetch(server.url + path, {
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      });
      const page = await answer.text();
      // A document of ours has links to others, which a person follows and which tell them nothing; its examples are text.
      const html = path.startsWith("/docs/")
        ? page.replace(/<a href="https:\/\/[^"]+" rel="noopener noreferrer">/g, "<a>").replace(/<pre .*?<\/pre>/gs, "")
        : page;
      if (!(answer.headers.get("content-type") ?? "").includes("html")) continue;
      for (const [, , address] of html.matchAll(/\b(src|href|action|formaction|poster|data|srcset)="([^"]*)"/g)) {
        assert.match(address, /^(\/(?!\/)|#|\?)/, `${path}: ${address}`);
        if (address.startsWith("/static/")) assets.add(address);
      }
      assert.doesNotMatch(html, /\sstyle=|\son\w+=|<style|=["']?javascript:|<iframe|<object|<embed/i, path);
      for (const [, attributes] of html.matchAll(/<script([^>]*)>/g)) {
        assert.match(attributes, /type="application\/json"|\ssrc="\/static\//, `${path}: <script${attributes}>`);
      }
    }
    assert.ok(assets.size > 5);
    for (const address of assets) {
      const text = await (await fetch(server.url + address)).text();
      if (address.includes(".css")) assert.doesNotMatch(text, /@import|url\(["']?(https?:)?\/\//, address);
      if (address.includes(".js")) {
        const foreign = [...text.matchAll(/["'`](https?:\/\/[^"'`]*)/g)].map(([, url]) => url)
          // Names of XML namespaces and schema dialects are never asked for, nor is what zod tests addresses with.
          .filter((url) => !/^https?:\/\/((www\.w3\.org|json-schema\.org)\/|\[\$\{)/.test(url));
        assert.deepEqual(foreign, [], address);
      }
    }
  },
);

liveTest("[TR34] no file outside static/ is served, but pictures of documents", async (server) => {
  for (
    const path of [
      "/static/../deno.json",
      "/static/%2e%2e/deno.json",
      "/static/..%2fdeno.json",
      "/static/%2e%2e%2f%2e%2e%2fetc/passwd",
      "/static//etc/passwd",
      "/static/build/../../deno.json",
      "/static/\0",
      "/static/%00",
      "/static/%",
      "/static/%00.css",
      `/static/${"a".repeat(4_000)}.js`,
      "/static/build",
      "/static/style.css",
    ]
  ) {
    // Asked byte for byte: fetch would tidy the path up.
    const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(server.url).port) });
    await connection.write(
      new TextEncoder().encode(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`),
    );
    const text = await new Response(connection.readable).text();
    assert.match(text, /^HTTP\/1\.1 (400|404) /, `${JSON.stringify(path)}: ${text.slice(0, 100)}`);
    assert.ok(!text.includes('"tasks"') && !text.includes("root:"), path);
  }
});
