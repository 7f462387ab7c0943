import assert from "node:assert/strict";
import { projectRoot } from "../../server/tasks/build.ts";
import { callCurl, readCurl } from "../support/curl.ts";
import { ADMIN_PASSWORD, type LiveServer, liveTest } from "../support/live_server.ts";

/** A variable that is set to a text, or to a field of what a call answers. */
const SETS = /^(\w+)=(?:\$\((curl .*) \| jq -r \.(\w+)\)|(\S+))$/s;

/** Commands of the guide, each with the lines that belong to it. */
async function commands(): Promise<string[]> {
  const text = await Deno.readTextFile(`${projectRoot()}/docs/guides/integrate_by_rest.md`);
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block]) =>
    block.trimEnd().split(/\n(?=curl |\w+=)/)
  );
}

/** Runs a command as a shell with curl and jq does. @returns The answer, where it is one of a call. */
async function perform(command: string, variables: Record<string, string>): Promise<string | null> {
  const [, name, inner, field, plain] = SETS.exec(command) ?? [];
  if (plain !== undefined) {
    // What the reader puts in is set already.
    variables[name] ??= plain;
    return null;
  }
  const response = await callCurl(readCurl(inner ?? command, variables));
  const answer = await response.text();
  assert.ok(response.ok, `${command}: ${response.status} ${answer}`);
  if (field !== undefined) variables[name] = JSON.parse(answer)[field];
  return answer;
}

async function runGuide(server: LiveServer): Promise<Map<string, string>> {
  const variables = { SERVER: server.url, PASSWORD: ADMIN_PASSWORD };
  const answers = new Map<string, string>();
  for (const command of await commands()) {
    const answer = await perform(command, variables);
    const path = /\$SERVER(\/[\w/$]+)/.exec(command)?.[1];
    if (answer !== null && path !== undefined) answers.set(path.replaceAll("$EXAM", "EXAM"), answer);
  }
  return answers;
}

liveTest("[DR45] the guide to an integration by REST runs as it stands, from the exam to its marks", async (server) => {
  const answers = await runGuide(server);
  const json = (path: string) => JSON.parse(answers.get(path) ?? "null");
  assert.equal(json("/log_activity").ack, 1);
  assert.equal(json("/risk_score").risk_level, "low");
  assert.equal(json("/submit_exam").state, "submitted");
  const [attempt] = json("/api/exams/EXAM/marks").attempts;
  assert.deepEqual([attempt.name, attempt.total, attempt.complete], ["Ada Lovelace", 1, false]);
  assert.equal(json("/api/exams/EXAM/export").questions.length, 2);
  assert.match(answers.get("/api/exams/EXAM/report") ?? "", /^<!doctype html>/i);
});
