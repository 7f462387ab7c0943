import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { exportExam } from "../../../server/delivery/export_exam.ts";
import { hallTest, typed } from "../../support/hall.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

async function verify(...args: string[]): Promise<{ code: number; said: string }> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--quiet", "server/tasks/verify.ts", ...args],
    cwd: ROOT,
  });
  const { code, stdout, stderr } = await command.output();
  return { code, said: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
}

hallTest(
  "[EV10] deno task verify says whether the key is confirmed, and 1 where key or receipts differ",
  async (hall) => {
    const exam = await hall.exam();
    const attempt = await hall.join();
    await hall.append(attempt, [typed(10)]);
    const { signer } = hall.services.attempts;
    const receipt = hall.services.attempts.receiptOf(attempt);
    const folder = await Deno.makeTempDir({ prefix: "invigil-verify-" });
    const write = async (name: string, text: string | ReadableStream<Uint8Array>) => {
      await Deno.writeFile(`${folder}/${name}`, typeof text === "string" ? new TextEncoder().encode(text) : text);
      return `${folder}/${name}`;
    };
    try {
      const file = await write("export.ndjson", ReadableStream.from(exportExam(hall.stores, exam, () => hall.now)));
      const receipts = await write("receipts.txt", `${receipt}\n`);
      const keys = await write("keys.json", JSON.stringify({ keys: [signer.key] }));
      const slip = await write("slip.txt", receipt.toLowerCase().replace(/^../, "zz"));
      const cases: [args: string[], code: number, said: RegExp][] = [
        [[file], 0, /key is unconfirmed/],
        [[file, "--key", signer.key.public_key], 0, /which is confirmed/],
        [[file, "--key", keys], 0, /which is confirmed/],
        [[file, "--receipts", receipts], 0, /Receipts that fit: 1/],
        [["--receipts", receipts, "--key", signer.key.key_id, file], 0, /which is confirmed/],
        [[file, "--key", "A".repeat(43)], 1, /Does not fit: line 1.*another key/],
        // One key in sixty-four begins with a dash.
        [[file, "--key", `-${"A".repeat(42)}`], 1, /Does not fit: line 1.*another key/],
        [[file, "--receipts", slip], 1, /line 1 of the receipts is no receipt/],
        [[file, "--key", "short"], 2, /is no key/],
        [[file, "--receipts", `${folder}/none`], 2, /No such file/],
        [[`${folder}/none`], 2, /No such file/],
        [[], 2, /Usage/],
        [[file, "--unknown"], 2, /unknown/],
      ];
      for (const [args, code, said] of cases) {
        const answer = await verify(...args);
        assert.match(answer.said, said, args.join(" "));
        assert.equal(answer.code, code, args.join(" "));
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);
