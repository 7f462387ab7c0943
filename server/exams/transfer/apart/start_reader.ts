import type { StartReader } from "./reader.ts";
import { startReaderProcess } from "./reader_process.ts";
import { startReaderWorker } from "./reader_worker.ts";

/** Where no process can be started: the rights of the server, or the platform, do not let it. */
const WITHOUT_PROCESSES = [
  Deno.errors.NotCapable,
  Deno.errors.PermissionDenied,
  Deno.errors.NotFound,
  Deno.errors.NotSupported,
];

/** Starts a reader in a process of its own, or in a thread where there are no processes. */
export const startReader: StartReader = (file, bounds) => {
  try {
    return startReaderProcess(file, bounds);
  } catch (error) {
    if (!WITHOUT_PROCESSES.some((kind) => error instanceof kind)) throw error;
    return startReaderWorker(file, bounds);
  }
};
