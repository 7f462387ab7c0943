import { exportExam } from "../../server/delivery/export_exam.ts";
import { LineSealer } from "../../server/delivery/sealed_lines.ts";
import { type Known, verifyExport } from "../../server/delivery/verify_export.ts";
import type { Exam } from "../../server/store/exam_store.ts";
import type { Hall } from "./hall.ts";

const decoder = new TextDecoder();

/** An export's lines, without the numbers and hashes that seal them. */
export async function exportedLines(
  { stores, now }: Pick<Hall, "stores" | "now">,
  exam: Exam,
  options: Parameters<typeof exportExam>[3] = {},
): Promise<string[]> {
  const lines = await Array.fromAsync(exportExam(stores, exam, () => now, options));
  return lines.map((bytes) =>
    decoder.decode(bytes).replace(/^\{"line":\d+,/, "{").replace(/,"hash":"[0-9a-f]{64}"\}\n$/, "}")
  );
}

/** Numbers and seals lines with our public code, as anybody may, and verifies them. */
export function verifyLines(lines: readonly string[], known: Known = {}) {
  const sealer = new LineSealer();
  return verifyExport(new Blob(lines.map((line) => sealer.seal(line)) as BlobPart[]).stream(), known);
}

/** Number of the first line that says something. */
export function lineOf(lines: readonly string[], said: string | RegExp, after = 0): number {
  const index = lines.findIndex((line, at) => at >= after && line.search(said) !== -1);
  if (index === -1) throw new RangeError(`No line says ${said}`);
  return index + 1;
}
