/**
 * The server for whoever brings the listener along: `deno serve --parallel server/serve.ts`, and Deno Deploy, whose
 * entry point this is. Like {@link ./main.ts}, it does its work when it is loaded, because it is an entry.
 *
 * @module
 */
import { assemble, type Assembled } from "./assemble.ts";

/** @throws Whatever is not a sentence for the person who started it. */
async function start(): Promise<Assembled> {
  try {
    return await assemble(Deno.env.toObject());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message);
    Deno.exit(1);
  }
}

const { handler, firstPassword, stop } = await start();
if (firstPassword !== null) console.log(`Password of admin, shown this once: ${firstPassword}`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  if (signal === "SIGTERM" && Deno.build.os === "windows") continue;
  Deno.addSignalListener(signal, () => void stop().then(() => Deno.exit(0)));
}

export default {
  fetch: (request: Request, info: Deno.ServeHandlerInfo): Response | Promise<Response> => handler(request, info),
} satisfies Deno.ServeDefaultExport;
