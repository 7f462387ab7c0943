import assert from "node:assert/strict";
import { z } from "zod";
import { CLIENT_EXAMPLE } from "../../routes/reference/client_example.ts";
import { build, projectRoot } from "../../server/tasks/build.ts";
import { ADMIN_PASSWORD, liveTest } from "../support/live_server.ts";

const FILES = ["invigil-client.mjs", "invigil-client.d.mts"];

/** Uses that the types must not take, each under its own comment. */
const WRONG_USES = `
const client = createClient({ server });
// @ts-expect-error There is no such operation.
await client.call("begin_exam");
// @ts-expect-error The exam's id is missing.
await client.call("get_exam");
// @ts-expect-error A mark's points are a number.
await client.call("set_mark", { params: { exam_id, attempt_id, question_id: "q1" }, body: { points: "7" } });
// @ts-expect-error No body is sent.
await client.call("list_exams", { body: {} });
// @ts-expect-error An event has a type of those that are captured.
sitting.record({ type: "smell", t: 0 });
// @ts-expect-error An extension has minutes.
await room.act({ type: "extend", attempt_id });
const file: Blob = await client.call("get_proof");
const title: string = (await client.call("GET /api/exams/{exam_id}", { params: { exam_id } })).document.title;
console.log(file, title);
`;

async function run(command: string, args: string[], cwd: string): Promise<{ code: number; out: string; err: string }> {
  const { code, stdout, stderr } = await new Deno.Command(command, { args, cwd, env: { NO_COLOR: "1" } }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

/** A folder with the built client, and nothing else. */
async function withClient(use: (folder: string) => Promise<void>): Promise<void> {
  await build();
  const folder = await Deno.makeTempDir({ prefix: "invigil-client-" });
  try {
    for (const name of FILES) await Deno.copyFile(`${projectRoot()}/static/build/${name}`, `${folder}/${name}`);
    await Deno.writeTextFile(`${folder}/deno.json`, "{}");
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test({
  name: "[DR44] the client's types take its example, and no call that the server would refuse for its form",
  // esbuild's service process outlives a build by some milliseconds.
  sanitizeOps: false,
  sanitizeResources: false,
  fn: () =>
    withClient(async (folder) => {
      const example = CLIENT_EXAMPLE.replace("const frames = []", "const frames: unknown[] = []");
      await Deno.writeTextFile(`${folder}/use.ts`, example + WRONG_USES);
      const { code, err } = await run(Deno.execPath(), ["check", "use.ts"], folder);
      assert.equal(code, 0, err);
    }),
});

const Marks = z.object({ attempts: z.array(z.object({ attempt_id: z.string(), state: z.string() })) });
const Kept = z.object({ answers: z.object({ q1: z.string() }) });
const Said = z.object({ risk_score: z.number(), risk_level: z.string(), frames: z.number(), students: z.number() });

liveTest(
  "[DR43] the client, one file, publishes an exam, sits it through a socket, reads the risk and hears the room",
  async (server) => {
    await withClient(async (folder) => {
      const machines: [command: string, args: string[]][] = [[Deno.execPath(), ["run", "-A"]]];
      const node = await run("node", ["--version"], folder).catch(() => null);
      const version = Number(/^v(\d+)/.exec(node?.out ?? "")?.[1] ?? 0);
      // Before 22 its own WebSocket has to be asked for.
      if (version >= 20) machines.push(["node", version < 22 ? ["--experimental-websocket"] : []]);
      for (const [index, [command, args]] of machines.entries()) {
        const code = `CLIENT-${index + 1}`;
        const example = CLIENT_EXAMPLE.replaceAll("https://exams.example.org", server.url)
          .replaceAll("{password}", ADMIN_PASSWORD).replaceAll("CLIENT-1", code)
          .replace("console.log({", "console.log(JSON.stringify({").replace(/\}\);\n$/, "}));\n");
        await Deno.writeTextFile(`${folder}/use.mjs`, example);
        const { code: exit, out, err } = await run(command, [...args, "use.mjs"], folder);
        assert.equal(exit, 0, `${command}: ${out}${err}`);
        const said = Said.parse(JSON.parse(out));
        assert.equal(said.students, 1);
        assert.equal(said.risk_level, "low");
        assert.ok(said.frames >= 1, "no frame was heard");
        const exam = await server.services.exams.getByCode(code);
        const token = await server.signIn();
        const path = `/api/exams/${exam?.examId}`;
        const [attempt] = Marks.parse((await server.call("GET", `${path}/marks`, token)).body).attempts;
        assert.equal(attempt.state, "submitted");
        const kept = await server.call("GET", `${path}/attempts/${attempt.attempt_id}/answers`, token);
        assert.equal(Kept.parse(kept.body).answers.q1, "Because.");
      }
    });
  },
);

liveTest("[DR43] the client and its types are served, and an error says code, field and status", async (server) => {
  await build();
  for (const name of FILES) {
    const answer = await fetch(`${server.url}/static/build/${name}`);
    assert.equal(answer.status, 200, name);
    await answer.body?.cancel();
  }
  const { createClient, InvigilError } = await import(`file://${projectRoot()}/static/build/invigil-client.mjs`);
  const client = createClient({ server: server.url });
  const body = { username: "", password: "x" };
  const refused = await client.call("create_session", { body }).catch((error: Error) => error);
  assert.ok(refused instanceof InvigilError);
  assert.deepEqual([refused.code, refused.field, refused.status], ["invalid", "username", 422]);
  const away = createClient({ server: "http://127.0.0.1:9" });
  const unreachable = await away.call("ping").catch((error: Error) => error);
  assert.deepEqual([unreachable.code, unreachable.status], ["unreachable", 0]);
});

liveTest("[DR43] where there is no WebSocket, a student's events are kept by REST", async (server) => {
  const { session_token } = await server.join();
  await withClient(async (folder) => {
    await Deno.writeTextFile(
      `${folder}/use.mjs`,
      `delete globalThis.WebSocket;
      const { connectStudent } = await import("./invigil-client.mjs");
      const sitting = await connectStudent({ server: "${server.url}", token: "${session_token}" });
      sitting.record({ type: "answer_edit", t: 9, question: "q1", at: 0, removed: 0, inserted: "By REST.", input: "typing" });
      console.log(await sitting.saved());
      sitting.close();`,
    );
    const { out, err } = await run(Deno.execPath(), ["run", "-A", "use.mjs"], folder);
    assert.equal(out.trim(), "true", err);
  });
  const own = await server.call("GET", "/api/attempt", session_token);
  assert.equal(Kept.parse(own.body).answers.q1, "By REST.");
});
