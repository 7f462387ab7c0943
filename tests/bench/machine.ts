import { cpus, release, totalmem } from "node:os";

/** The machine and the versions that figures belong to, in one line. */
export function machine(): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const { deno, v8 } = Deno.version;
  return `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, ${gigabytes} GB, Linux ${release()}, ` +
    `Deno ${deno}, V8 ${v8}, ${new Date().toISOString().slice(0, 10)}`;
}
