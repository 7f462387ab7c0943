import assert from "node:assert/strict";
import type { RoomData } from "../../../islands/proctor/room/room_data.ts";
import type { Manifest } from "../../../server/build/manifest.ts";
import { embeddableJson, renderDocument } from "../../../routes/pages/document.tsx";
import { ownPath } from "../../../routes/pages/login.tsx";
import { renderHome } from "../../../routes/pages/home.tsx";
import { renderPrivacy } from "../../../routes/pages/privacy.tsx";
import { renderRoom } from "../../../routes/pages/room.tsx";
import { renderLogin } from "../../../routes/pages/login.tsx";
import { renderAccounts } from "../../../routes/pages/admin.tsx";
import { renderAccount } from "../../../routes/pages/account.tsx";
import { renderExams } from "../../../routes/pages/exams.tsx";
import { EVENT_SCHEMAS } from "../../../protocol/events.ts";
import { TEXT_FONT } from "../../../server/build/entries.ts";
import { ENGLISH } from "../../../words/languages.ts";

const file = { hash: "0".repeat(12), bytes: 1, gzip: 1, imports: [] };
const names = ["style.css", TEXT_FONT, "room.js", "login.js", "admin.js", "account.js", "exams.js"];
const manifest: Manifest = { sources: "", files: Object.fromEntries(names.map((name) => [name, file])) };
const viewer = { username: "ada", role: "admin", must_change_password: false } as const;
const BAD = `</script><script>alert(1)</script><!--\u2028"'&`;
const exam: RoomData["exam"] = {
  exam_id: "e",
  code: "E",
  title: BAD,
  state: "published",
  opens_at: null,
  closes_at: null,
  join: "open",
  questions: ["q1"],
  at_hundred: "alert_only",
  ready_texts: [],
};

function pages(): [string, string][] {
  return [
    ["home", renderHome({ manifest, words: ENGLISH })],
    ["privacy", renderPrivacy({ manifest, words: ENGLISH })],
    ["login", renderLogin({ manifest, words: ENGLISH, next: BAD })],
    ["room", renderRoom({ manifest, words: ENGLISH, viewer, exam, group_staff: {} })],
    ["admin", renderAccounts({ manifest, words: ENGLISH, viewer, exams: [{ ...exam, attempts: 1 }].map(summary) })],
    ["account", renderAccount({ manifest, words: ENGLISH, viewer, totp: true })],
    ["exams", renderExams({ manifest, words: ENGLISH, viewer, exams: [{ ...exam, attempts: 1 }].map(summary) })],
  ];
}

function summary(
  { exam_id, code, title, state, opens_at, closes_at, attempts }: RoomData["exam"] & { attempts: number },
) {
  return { exam_id, code, title, state, opens_at, closes_at, attempts };
}

Deno.test("[PR11] no page carries an inline script, an inline style or an event attribute", () => {
  for (const [name, html] of pages()) {
    assert.doesNotMatch(html, /<[^>]+\sstyle=/, `${name} has an inline style`);
    assert.doesNotMatch(html, /<style/, `${name} has a style element`);
    assert.doesNotMatch(html, /<[^>]+\son[a-z]+=/, `${name} has an event attribute`);
    for (const [tag] of html.matchAll(/<script[^>]*>/g)) {
      assert.match(tag, /src="\/static\/build\/|type="application\/json"/, `${name} has ${tag}`);
    }
  }
});

Deno.test("[PR11] every page has a title, a language, one main part, one first heading and a link past the header", () => {
  for (const [name, html] of pages()) {
    assert.match(html, /<html lang="en" dir="ltr">/, name);
    assert.match(html, /<title>[^<]+ · Invigil<\/title>/, name);
    assert.equal(html.match(/<main/g)?.length, 1, name);
    assert.equal(html.match(/<h1/g)?.length, 1, `${name} has one h1`);
    assert.match(html, /href="#main"/, name);
  }
});

Deno.test("[PR11] what a person wrote cannot leave a page's data", () => {
  const json = embeddableJson({ title: BAD });
  assert.doesNotMatch(json, /[<>\u2028]/);
  assert.deepEqual(JSON.parse(json), { title: BAD });
  assert.doesNotMatch(renderRoom({ manifest, words: ENGLISH, viewer, exam, group_staff: {} }), /<script>alert/);
});

Deno.test("[PR12] signing in leads to a page of this server only", () => {
  assert.equal(ownPath("/exams/abc/room"), "/exams/abc/room");
  assert.equal(ownPath("/exams/abc/marking?question=q%201&by=student"), "/exams/abc/marking?question=q%201&by=student");
  for (
    const path of [
      null,
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "/a?b=//c",
      "/a#b",
    ]
  ) {
    assert.equal(ownPath(path), "/exams");
  }
});

Deno.test("[PR13] the data-protection page names every kind of captured event", () => {
  const html = renderPrivacy({ manifest, words: ENGLISH });
  for (const schema of EVENT_SCHEMAS) assert.ok(html.includes(schema.shape.type.value), schema.shape.type.value);
});

Deno.test("a page whose script is not built yet shows what the server rendered", () => {
  const html = renderDocument({ title: "T", manifest, words: ENGLISH, script: "join", children: "Hello" });
  assert.doesNotMatch(html, /<script/);
});
