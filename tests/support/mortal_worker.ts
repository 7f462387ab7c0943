/** A worker of the server that ends by an error when its number is called on the channel `mortal`. */
import "../../server/workers/worker.ts";

const own = crypto.randomUUID();
const channel = new BroadcastChannel("mortal");
channel.onmessage = ({ data }) => {
  if (data === "who") channel.postMessage({ own });
  if (data === own) {
    setTimeout(() => {
      throw new Error("told to end");
    }, 0);
  }
};
