import { PageMessage } from "./page_message.ts";

/** After so long without a page, no further one is waited for, ms. */
const PAGE_WITHIN_MS = 30_000;

/**
 * Draws pages of a PDF in a worker, which is loaded only here.
 *
 * @param onPage Called once for each page, with null where it cannot be drawn.
 * @returns Ends it.
 */
export function drawPages(
  file: Blob,
  pages: readonly number[],
  onPage: (page: number, picture: Blob | null) => void,
): () => void {
  const left = new Set(pages);
  let late: ReturnType<typeof setTimeout>;
  let worker: Worker | null = null;
  const end = () => {
    clearTimeout(late);
    worker?.terminate();
    left.clear();
  };
  const giveUp = () => {
    const undrawn = [...left];
    end();
    for (const page of undrawn) onPage(page, null);
  };
  const wait = () => {
    clearTimeout(late);
    late = setTimeout(giveUp, PAGE_WITHIN_MS);
  };
  wait();
  try {
    worker = new Worker(new URL("pdf_pages.js", import.meta.url), { type: "module" });
  } catch {
    // A browser that lets no worker in.
    queueMicrotask(giveUp);
    return end;
  }
  worker.onerror = (event) => {
    event.preventDefault();
    giveUp();
  };
  worker.onmessage = ({ data }) => {
    // The PDF reader says things of its own here.
    const message = PageMessage.safeParse(data);
    if (!message.success || !left.delete(message.data.page)) return;
    wait();
    onPage(message.data.page, message.data.picture);
    if (left.size === 0) end();
  };
  worker.postMessage({ file, pages });
  return end;
}
