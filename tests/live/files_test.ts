import assert from "node:assert/strict";
import { AttemptFile, AttemptFiles } from "../../protocol/attempt_file.ts";
import { MAX_ATTEMPT_FILES } from "../../protocol/limits.ts";
import type { LogEntry } from "../../protocol/log_entry.ts";
import { backUp } from "../../server/delivery/backup.ts";
import { lock, pause, release, resume } from "../../server/attempts/interventions.ts";
import { sha256Hex } from "../../server/log/hash.ts";
import { eraseAttempt } from "../../server/retention/erase_student.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { SAMPLE_FILES, STRANGE_FILES } from "../support/sample_files.ts";

const EXAM = {
  code: "FILES",
  title: "Files",
  duration_minutes: 30,
  questions: [
    { id: "q1", type: "file", text: "Hand in your essay.", points: 5, max_files: 2, max_megabytes: 1 },
    { id: "q2", type: "file", text: "Hand in a picture.", points: 5, accept: ["image"] },
    { id: "q3", type: "essay", text: "Write.", points: 5 },
  ],
};

async function put(server: LiveServer, token: string, question: string, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const address = `${server.url}/api/attempt/files/${question}?name=${encodeURIComponent(name)}`;
  const answer = await fetch(address, { method: "PUT", headers: { authorization: `Bearer ${token}` }, body: bytes });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

async function entriesOf(
  server: LiveServer,
  attemptId: string,
): Promise<Extract<LogEntry, { kind: "file_received" }>[]> {
  const found = [];
  for await (const { entry } of server.services.stores.log.read(attemptId)) {
    if (entry.kind === "file_received") found.push(entry);
  }
  return found;
}

async function keysOf(server: LiveServer): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of server.services.stores.whole.read()) {
    if (String(key[0]).startsWith("attempt_file")) keys.push(String(key[0]));
  }
  return keys;
}

liveTest(
  "[IT67] [IT68] [IT69] a file that is handed in is kept, logged, listed and saved as it came",
  async (server) => {
    const { examId } = await server.publish(EXAM);
    const { attempt_id, session_token } = await server.join("Ada", "FILES");
    const staff = await server.signIn();
    const given = [["q1", "Müller “essay”.pdf", SAMPLE_FILES.pdf], ["q1", "letter.docx", SAMPLE_FILES.docx], [
      "q2",
      "photo.jpg",
      SAMPLE_FILES.jpg,
    ]] as const;
    for (const [question, name, bytes] of given) {
      const answer = await put(server, session_token, question, name, bytes);
      assert.equal(answer.status, 201, JSON.stringify(answer.body));
      const file = AttemptFile.parse(answer.body);
      assert.equal(file.file_id, sha256Hex(bytes));
      assert.equal(file.bytes, bytes.length);
    }
    // After a network that lost the answer, the same file again.
    assert.equal((await put(server, session_token, "q1", "letter.docx", SAMPLE_FILES.docx)).status, 201);
    const logged = await entriesOf(server, attempt_id);
    assert.deepEqual(
      logged.map(({ question, file, bytes, by }) => [question, file, bytes, by]),
      given.map(([question, , bytes]) => [question, sha256Hex(bytes), bytes.length, "student"]),
    );

    const path = `/api/exams/${examId}/attempts/${attempt_id}/files`;
    const { files } = AttemptFiles.parse((await server.call("GET", path, staff)).body);
    assert.deepEqual(files.map(({ name }) => name).sort(), given.map(([, name]) => name).sort());
    for (const file of files) {
      const answer = await fetch(`${server.url}${path}/${file.file_id}`, {
        headers: { authorization: `Bearer ${staff}` },
      });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      assert.equal(sha256Hex(bytes), file.file_id);
      assert.equal(answer.headers.get("content-type"), file.media_type);
      assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
      assert.equal(answer.headers.get("cache-control"), "no-store");
      assert.match(
        answer.headers.get("content-disposition") ?? "",
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/,
      );
      assert.match(answer.headers.get("content-security-policy") ?? "", /^default-src 'none'; sandbox;/);
    }
    // Not even their student gets them back: what is sent is what was asked for.
    assert.equal((await server.call("GET", `${path}/${files[0].file_id}`, session_token)).status, 403);
    const other = await server.join("Bo", "FILES");
    const elsewhere = `/api/exams/${examId}/attempts/${other.attempt_id}/files/${files[0].file_id}`;
    assert.equal((await server.call("GET", elsewhere, staff)).status, 404);
  },
);

liveTest("[IT67] a file that is not wanted is refused, and leaves nothing", async (server) => {
  await server.publish(EXAM);
  const { attempt_id, session_token } = await server.join("Ada", "FILES");
  const large = new TextEncoder().encode("x".repeat(1024 * 1024 + 1));
  const refused: [string, string, Uint8Array<ArrayBuffer>, number, string][] = [
    ["q1", "a.pdf", large, 413, "too_large"],
    ["q2", "picture.png", SAMPLE_FILES.pdf, 422, "invalid"],
    ["q3", "a.pdf", SAMPLE_FILES.pdf, 422, "invalid"],
    ["q9", "a.pdf", SAMPLE_FILES.pdf, 404, "not_found"],
    ["q1", "../a.pdf", SAMPLE_FILES.pdf, 422, "invalid"],
    ["q1", " ", SAMPLE_FILES.pdf, 422, "invalid"],
    ["q1", "", SAMPLE_FILES.pdf, 422, "invalid"],
    ...Object.entries(STRANGE_FILES).map(([what, bytes]): [string, string, Uint8Array<ArrayBuffer>, number, string] => [
      "q1",
      `${what}.pdf`,
      Uint8Array.from(bytes),
      422,
      "invalid",
    ]),
  ];
  for (const [question, name, bytes, status, code] of refused) {
    const answer = await put(server, session_token, question, name, bytes);
    assert.deepEqual([answer.status, errorOf(answer).code], [status, code], `${question} ${name}`);
  }
  assert.deepEqual(await keysOf(server), []);
  assert.deepEqual(await entriesOf(server, attempt_id), []);
});

liveTest("[IT67] while an attempt is paused, locked or over it takes no file", async (server) => {
  await server.publish(EXAM);
  const { attempt_id, session_token } = await server.join("Ada", "FILES");
  const attempt = await server.services.attempts.open(attempt_id);
  const instruction = { by: "amina", now: server.services.now(), reason: "Fire alarm" };
  const send = async () => (await put(server, session_token, "q1", "a.pdf", SAMPLE_FILES.pdf)).status;
  for (const [hold, free] of [[pause, resume], [lock, release]]) {
    await attempt.intervene(hold(instruction));
    assert.equal(await send(), 409);
    await attempt.intervene(free(instruction));
  }
  assert.equal((await server.call("POST", "/submit_exam", session_token, {})).status, 200);
  assert.equal(await send(), 409);
  assert.deepEqual(await keysOf(server), []);
});

liveTest("[IT68] files go into a backup, and with an erasure", async (server) => {
  await server.publish(EXAM);
  const { attempt_id, session_token } = await server.join("Ada", "FILES");
  const many = new TextEncoder().encode("line\n".repeat(100_000));
  assert.equal((await put(server, session_token, "q1", "a.txt", many)).status, 201);
  const kept = await keysOf(server);
  assert.ok(kept.length > 5, "in parts");
  const lines = (await Array.fromAsync(backUp(server.services.stores.whole, 0))).map((line) =>
    new TextDecoder().decode(line)
  );
  assert.equal(lines.filter((line) => /"key":\["attempt_file/.test(line)).length, kept.length);
  assert.equal((await server.call("POST", "/submit_exam", session_token, {})).status, 200);
  const { attempts, audit } = server.services;
  await eraseAttempt(attempts, audit, attempt_id);
  assert.deepEqual(await keysOf(server), []);
});

liveTest(
  "[OP80] forward only: a question that was left takes no file, and a file leads on to its question",
  async (server) => {
    await server.publish({ ...EXAM, code: "ONWARD", navigation: "forward" });
    const { attempt_id, session_token } = await server.join("Ada", "ONWARD");
    assert.equal((await put(server, session_token, "q1", "one.pdf", SAMPLE_FILES.pdf)).status, 201);
    assert.equal((await put(server, session_token, "q2", "two.jpg", SAMPLE_FILES.jpg)).status, 201);
    const left = await put(server, session_token, "q1", "other.docx", SAMPLE_FILES.docx);
    assert.deepEqual([left.status, errorOf(left).code], [409, "wrong_state"]);
    assert.match(JSON.stringify(left.body), /You have left this question/);
    assert.equal((await put(server, session_token, "q1", "one.pdf", SAMPLE_FILES.pdf)).status, 201, "sent once more");
    assert.equal((await entriesOf(server, attempt_id)).length, 2);
  },
);

liveTest("[IT67] of files that come at one moment an attempt takes as many as it may have", async (server) => {
  await server.publish({ ...EXAM, code: "MANY-FILES" });
  const { attempt_id } = await server.join("Ada", "MANY-FILES");
  const sent = await Promise.allSettled(Array.from({ length: MAX_ATTEMPT_FILES + 5 }, (_, n) => {
    const bytes = new TextEncoder().encode(`Essay ${n}`);
    return server.services.calls.takeFile(attempt_id, { question: "q1", name: `${n}.txt`, bytes });
  }));
  assert.equal(sent.filter(({ status }) => status === "fulfilled").length, MAX_ATTEMPT_FILES);
  assert.equal((await server.services.stores.attemptFiles.list(attempt_id)).length, MAX_ATTEMPT_FILES);
});

liveTest("[MK21] [MK71] where names are hidden, files are listed and saved by number and kind", async (server) => {
  const { examId } = await server.publish({ ...EXAM, policy: { marking: { anonymous: true } } });
  const shown = await server.publish({ ...EXAM, code: "SHOWN" });
  const staff = await server.signIn();
  const given = [["q1", "Ada Lovelace.pdf", SAMPLE_FILES.pdf], ["q2", "photo.Ada", SAMPLE_FILES.jpg]] as const;
  for (
    const [id, code, query, isHidden] of [
      [examId, "FILES", "", true],
      [examId, "FILES", "?anonymous=false", true],
      [shown.examId, "SHOWN", "", false],
      [shown.examId, "SHOWN", "?anonymous=true", true],
    ] as const
  ) {
    const { attempt_id, session_token } = await server.join("Ada", code);
    for (const [question, name, bytes] of given) await put(server, session_token, question, name, bytes);
    const path = `/api/exams/${id}/attempts/${attempt_id}/files`;
    const { files } = AttemptFiles.parse((await server.call("GET", path + query, staff)).body);
    assert.deepEqual(files.map(({ name }) => name), isHidden ? ["1.pdf", "1.jpg"] : given.map(([, name]) => name));
    for (const { file_id } of files) {
      const answer = await fetch(`${server.url}${path}/${file_id}${query}`, {
        headers: { authorization: `Bearer ${staff}` },
      });
      await answer.body?.cancel();
      assert.equal(/Ada/.test(answer.headers.get("content-disposition") ?? "Ada"), !isHidden);
    }
  }
});
