import { z } from "zod";

/** Version of the backup's format. */
export const BACKUP_FORMAT = 1;

const line = z.int().min(1);

/** A line of a backup, without the hash that seals it. */
export const BackupLine = z.discriminatedUnion("kind", [
  z.strictObject({ line, kind: z.literal("backup"), format: z.literal(BACKUP_FORMAT), taken_at: z.number() }),
  z.strictObject({
    line,
    kind: z.literal("kv"),
    key: z.array(z.unknown()).min(1).describe("Typed parts of the key"),
    value: z.unknown().describe("The value, typed"),
  }),
  z.strictObject({ line, kind: z.literal("end"), entries: z.int().min(0) }),
]);
export type BackupLine = z.infer<typeof BackupLine>;
