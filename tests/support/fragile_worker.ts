/** A worker as the supervisor knows it, without a server: it ends by an error when it is told to on a channel. */
import type { FromWorker, ToWorker } from "../../server/workers/messages.ts";

const port = globalThis as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

let channel: BroadcastChannel | null = null;

port.onmessage = ({ data }) => {
  switch (data.type) {
    case "start": {
      const { FRAGILE_CHANNEL: name = "", FRAGILE_AT_START: atStart } = data.environment;
      if (atStart === "refuse") {
        const message = "Cannot start: this was asked for.";
        return port.postMessage({ type: "failed", message, isSentence: true, code: null });
      }
      channel = new BroadcastChannel(name);
      channel.onmessage = ({ data: what }) => {
        if (what === "end") {
          setTimeout(() => {
            throw new Error("told to");
          }, 0);
        }
      };
      return port.postMessage({ type: "assembled" });
    }
    case "listen":
      channel?.postMessage("began");
      return port.postMessage({ type: "ready", url: "http://none", firstPassword: null });
    case "ping":
      return port.postMessage({ type: "pong" });
    case "stop":
      channel?.postMessage("stopped");
      channel?.close();
      return port.postMessage({ type: "stopped" });
  }
};
