import assert from "node:assert/strict";
import { EXAMPLE_GROUPS, examplesOf } from "../../routes/api/examples/all_examples.ts";
import type { Example, RecordedAnswer } from "../../routes/api/examples/example.ts";
import { openApiDocument } from "../../routes/api/openapi.ts";
import type { OpenApiDocument } from "../../routes/api/openapi_document.ts";
import { restRoutes } from "../../routes/api/rest_routes.ts";
import { curlOf } from "../../routes/reference/curl.ts";
import { type Permission, PERMISSIONS } from "../../server/auth/permissions.ts";
import { callCurl, readCurl } from "../support/curl.ts";
import { type Filled, fillIn, KNOWN_BEFORE, prepareExample } from "../support/example_world.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { recordedAnswer, shapeOf } from "../support/recorded_answer.ts";

/** Whether answers are written down anew, in the place of being compared: after a change that is meant. */
const RECORDS = Deno.env.get("INVIGIL_RECORD") === "on";

const RECORDED = new URL("../../routes/api/examples/recorded.json", import.meta.url);

/** What stands at a place in an answer, with dots. */
function valueAt(body: unknown, place: string): string {
  const found = place.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], body);
  assert.equal(typeof found, "string", place);
  return found as string;
}

/** Makes a call as the reference shows it, and keeps of its answer what later ones need. */
async function make(
  { url }: LiveServer,
  document: OpenApiDocument,
  example: Example,
  index: number,
  known: Filled,
): Promise<{ live: RecordedAnswer; text: string }> {
  const { operation, as, fill = {}, keeps = {} } = example;
  const permission: Permission = PERMISSIONS[operation];
  const { path, method } = permission;
  const shown = document.paths[path][method]["x-examples"][index];
  const own = Object.fromEntries(Object.entries(fill).map(([name, other]) => [name, known[other]]));
  const bearer = shown.token?.slice(1, -1);
  const filled = { ...known, ...own, ...(as && bearer && { [bearer]: known[as] }) };
  const command = fillIn(curlOf({ server: url, method, path, example: shown }), filled);
  const response = await callCurl(readCurl(command));
  const text = await response.text();
  if (response.ok) {
    for (const [name, place] of Object.entries(keeps)) known[name] = valueAt(JSON.parse(text), place);
  }
  const kept = Object.fromEntries(Object.entries(known).filter(([name]) => !Object.hasOwn(KNOWN_BEFORE, name)));
  return { live: recordedAnswer(response, text, kept), text };
}

liveTest(
  "[DR41] every operation's example is called as the reference shows it, and the answer has the shape that is shown",
  async (server) => {
    const known: Filled = { ...KNOWN_BEFORE };
    const recorded: Record<string, RecordedAnswer[]> = {};
    const rest = restRoutes(server.services);
    const document = openApiDocument(rest);
    const routes = new Map(rest.map((route) => [route.operation, route]));
    for (const example of EXAMPLE_GROUPS.flatMap(({ examples }) => examples)) {
      const { operation } = example;
      const before = recorded[operation] ??= [];
      if (before.length === 0) await prepareExample(operation, server, known);
      const { live, text } = await make(server, document, example, before.length, known);
      const what = `${operation} ${example.title ?? ""}: ${live.status} ${JSON.stringify(live.body)}`;
      before.push(live);
      // The first example is of how it goes well; what is refused is shown behind it.
      assert.ok(before.length > 1 || live.status < 300, what);
      const { answer } = routes.get(operation) ?? {};
      if (answer !== undefined && live.status < 300 && live.type === "application/json") {
        const checked = answer.safeParse(JSON.parse(text));
        assert.ok(checked.success, `${what} is not what its schema says: ${checked.error}`);
      }
      if (RECORDS) continue;
      const shown = examplesOf(operation)?.shown[before.length - 1].answer;
      assert.ok(shown, `${operation} has an example without an answer: record it`);
      assert.deepEqual([live.status, live.type], [shown.status, shown.type], what);
      if (live.type === "application/json") assert.deepEqual(shapeOf(live.body), shapeOf(shown.body), what);
    }
    if (RECORDS) await Deno.writeTextFile(RECORDED, JSON.stringify(recorded, null, 2) + "\n");
  },
);

liveTest("[DR41] every operation of the document has an example, and no example is of another one", (server) => {
  const operations = restRoutes(server.services).map(({ operation }) => operation);
  const shown = EXAMPLE_GROUPS.flatMap(({ examples }) => examples.map(({ operation }) => operation));
  assert.deepEqual([...new Set(shown)].sort(), operations.sort());
  return Promise.resolve();
});
