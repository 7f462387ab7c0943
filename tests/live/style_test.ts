import assert from "node:assert/strict";
import { PAGE_PERMISSIONS } from "../../server/auth/page_permissions.ts";
import { readSettings } from "../../server/config.ts";
import { projectRoot } from "../../server/tasks/build.ts";
import { liveTest } from "../support/live_server.ts";

const COMPONENTS = `${projectRoot()}/islands/components`;

/** Names of what the files of components export as such: what begins with a capital and is a function. */
async function componentNames(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(COMPONENTS)) {
    if (!name.endsWith(".tsx")) continue;
    const text = await Deno.readTextFile(`${COMPONENTS}/${name}`);
    names.push(...[...text.matchAll(/^export function ([A-Z]\w*)/gm)].map(([, found]) => found));
  }
  return names.sort();
}

async function partOf(heading: string): Promise<string> {
  const [, part] = (await Deno.readTextFile(`${projectRoot()}/docs/style.md`)).split(`\n## ${heading}\n`);
  return part.split("\n## ")[0];
}

liveTest("[DR56] the page of style shows each component, and more states than one of most", async (server) => {
  const html = await (await fetch(`${server.url}/style`)).text();
  const names = await componentNames();
  assert.ok(names.length > 20);
  for (const name of names) assert.ok(html.includes(`data-component="${name}"`), `${name} is not on /style`);
  for (const state of ["disabled", "busy", "error", "empty", "long", "rtl", "hover", "focus"]) {
    assert.ok(html.includes(`>${state}</dt>`), state);
  }
}, { INVIGIL_STYLE: "on" });

liveTest("[DR56] where nothing says that it is development, there is no page of style", async (server) => {
  const answer = await fetch(`${server.url}/style`, { headers: { accept: "text/html" } });
  assert.equal(answer.status, 404);
  await answer.body?.cancel();
  const secret = "a-secret-of-more-than-32-characters-1";
  const deployed = readSettings({ DENO_DEPLOYMENT_ID: "d", INVIGIL_SECRET: secret, INVIGIL_STYLE: "on" });
  assert.equal(deployed.isStyleShown, false);
});

Deno.test("[DR55] docs/style.md has every component, and no other", async () => {
  const rows = (await partOf("Components")).split("\n").filter((line) => line.startsWith("| `"));
  const named = rows.flatMap((row) => [...row.split("|")[1].matchAll(/`(\w+)`/g)].map(([, name]) => name));
  assert.deepEqual(named.sort(), await componentNames());
});

Deno.test("[DR55] docs/style.md has every page with its title, its place, its empty and its error state", async () => {
  const rows = (await partOf("Pages")).split("\n").filter((line) => line.startsWith("| `/"));
  const cells = rows.map((row) => row.split("|").slice(1, -1).map((cell) => cell.trim()));
  const pages = Object.entries(PAGE_PERMISSIONS).filter(([name]) => name.startsWith("page_"));
  assert.deepEqual(cells.map(([path]) => path.replaceAll("`", "")).sort(), pages.map(([, { path }]) => path).sort());
  for (const row of cells) assert.ok(row.length === 5 && row.every((cell) => cell !== ""), row[0]);
});
