/**
 * One instance of the server in a worker of its own: what the supervisor starts once a core.
 *
 * @module
 */
import { Siblings } from "../cluster/siblings.ts";
import { type RunningServer, startServer } from "../start_server.ts";
import { openStore } from "../store/open_store.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** The worker's side of its port: the types of a worker's own scope are not those of this project. */
const port = globalThis as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

let running: RunningServer | null = null;
const mayListen = Promise.withResolvers<void>();

async function take(message: ToWorker): Promise<FromWorker | null> {
  switch (message.type) {
    case "ping":
      return { type: "pong" };
    case "listen":
      mayListen.resolve();
      return null;
    case "stop":
      await running?.stop();
      return { type: "stopped" };
    case "start": {
      const { environment, channel, listeners, isStoreSound } = message;
      running = await startServer(environment, {
        listeners,
        siblings: new Siblings(channel),
        open: (settings) => openStore(settings, isStoreSound),
        beforeListening() {
          port.postMessage({ type: "assembled" });
          return mayListen.promise;
        },
      });
      const { url, firstPassword } = running;
      return { type: "ready", url, firstPassword };
    }
  }
}

port.onmessage = ({ data }) => {
  take(data).catch((error): FromWorker => {
    const isError = error instanceof Error;
    const code = isError && "code" in error ? String(error.code) : null;
    const isSentence = error instanceof RangeError;
    return {
      type: "failed",
      message: isSentence ? error.message : String(isError ? error.stack : error),
      isSentence,
      code,
    };
  }).then((answer) => {
    if (answer !== null) port.postMessage(answer);
  });
};
