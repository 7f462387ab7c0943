import type { FileToRead, Reader, ReaderBounds, Stopped } from "./reader.ts";

/**
 * Starts a thread that reads a file, for where no process can be started. It ends where the engine lets it be ended: Deno 2.5, as
 * on Deploy, ends what runs in a circle after 2 s; Deno 2.9 does not. Its memory is the server's.
 */
export function startReaderWorker({ bytes, format, isWhole }: FileToRead, bounds: ReaderBounds): Reader {
  const thread = new Worker(new URL("./reader_thread.ts", import.meta.url), { type: "module" });
  let stopped: Stopped | null = null;
  let pieces: ReadableStreamDefaultController<string>;
  let isHeard = true;
  const said = new ReadableStream<string>({
    start(controller) {
      pieces = controller;
    },
    cancel() {
      isHeard = false;
    },
  });
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    clearTimeout(late);
    thread.terminate();
    if (isHeard) pieces.close();
  };
  const late = setTimeout(() => {
    stopped = "time";
    end();
  }, bounds.withinMs);
  thread.addEventListener("message", ({ data }: MessageEvent) => {
    // The PDF reader says things of its own here.
    if (typeof data === "string" && isHeard && !isOver) pieces.enqueue(data);
  });
  thread.addEventListener("error", (event) => {
    event.preventDefault();
    stopped = "memory";
    end();
  });
  thread.postMessage({ bytes, format, isWhole, isApart: false });
  return { said, stopped: () => Promise.resolve(stopped), end };
}
