/**
 * Loaded before the server by `profile.ts`: SIGUSR2 starts V8's sampling profiler, the next one stops it and writes
 * the profile to `INVIGIL_PROFILE`. From inside the process, because a connected inspector costs a fifth of it.
 */
import { Session } from "node:inspector";

const SAMPLING_MICROS = 250;

const session = new Session();
session.connect();
let isRunning = false;

Deno.addSignalListener("SIGUSR2", () => {
  if (!isRunning) {
    isRunning = true;
    session.post("Profiler.enable");
    session.post("Profiler.setSamplingInterval", { interval: SAMPLING_MICROS });
    session.post("Profiler.start");
    return;
  }
  session.post("Profiler.stop", (_error, stopped) => {
    const file = Deno.env.get("INVIGIL_PROFILE") ?? "server.cpuprofile";
    Deno.writeTextFileSync(`${file}.part`, JSON.stringify(stopped.profile));
    Deno.renameSync(`${file}.part`, file);
  });
});
