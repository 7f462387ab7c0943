/**
 * Draws pages of a PDF, in a worker of the author's browser: what a file does to its reader holds up no page. Nothing of a PDF is run
 * or fetched. Takes one `DrawTask` and posts a `PageMessage` for each page.
 *
 * @module
 */
import { getDocument } from "unpdf/pdfjs";
import { MAX_PICTURE_BYTES } from "../../../../protocol/limits.ts";
import { DrawTask, type PageMessage } from "./page_message.ts";

/** The longer side of a picture, px: print of 10 points is read well on an A4 page of this size. */
const LONG_SIDE = 1_800;
/** Tried one after the other until the picture is small enough: share of the size, and quality. */
const TRIES = [[1, 0.8], [1, 0.5], [0.6, 0.6], [0.4, 0.5]];
/** What is shown of a PDF is paper. */
const PAPER = "#ffffff";

/** Canvases without a document, which a worker has none of. */
class WorkerCanvases {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    return { canvas, context: canvas.getContext("2d") };
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width;
    canvas.height = height;
  }
  destroy({ canvas }: { canvas: OffscreenCanvas }): void {
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** Filters are SVG of a document: a page is drawn without them. */
class NoFilters {
  addFilter = () => "none";
  addHCMFilter = () => "none";
  addAlphaFilter = () => "none";
  addLuminosityFilter = () => "none";
  addKnockoutFilter = () => "none";
  addHighlightHCMFilter = () => "none";
  addSelectionHCMFilter = () => "none";
  addSelectionFilter = () => "none";
  createSelectionStyle = () => null;
  destroy = () => {};
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>["promise"]>;

async function drawAll({ file, pages }: DrawTask): Promise<void> {
  const task = getDocument({
    data: await file.bytes(),
    CanvasFactory: WorkerCanvases,
    FilterFactory: NoFilters,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isEvalSupported: false,
    stopAtErrors: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    for (const page of pages) say({ page, picture: await drawn(document, page) });
  } catch {
    for (const page of pages) say({ page, picture: null });
  }
}

async function drawn(document: PdfDocument, number: number): Promise<Blob | null> {
  try {
    const page = await document.getPage(number);
    const bare = page.getViewport({ scale: 1 });
    const scale = LONG_SIDE / Math.max(bare.width, bare.height);
    const viewport = page.getViewport({ scale });
    const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const canvasContext = canvas.getContext("2d");
    if (canvasContext === null) return null;
    // Its types know of a page's context alone.
    await page.render(
      Object.assign({ canvas: null, viewport, background: PAPER, intent: "print" }, { canvasContext } as never),
    )
      .promise;
    page.cleanup();
    return isBlank(canvasContext) ? null : await smallEnough(canvas);
  } catch {
    return null;
  }
}

/** Whether a page has one colour all over: it is empty, or what is on it is packed in a way that is not known here. */
function isBlank(context: OffscreenCanvasRenderingContext2D): boolean {
  const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  const pixels = new Uint32Array(data.buffer);
  return pixels.every((pixel) => pixel === pixels[0]);
}

async function smallEnough(canvas: OffscreenCanvas): Promise<Blob | null> {
  for (const [share, quality] of TRIES) {
    const scaled = share === 1 ? canvas : scaledBy(canvas, share);
    const webp = await scaled.convertToBlob({ type: "image/webp", quality });
    // Some browsers write no WebP, and answer with a PNG.
    const picture = webp.type === "image/webp" ? webp : await scaled.convertToBlob({ type: "image/jpeg", quality });
    if (picture.size <= MAX_PICTURE_BYTES) return picture;
  }
  return null;
}

function scaledBy(canvas: OffscreenCanvas, share: number): OffscreenCanvas {
  const scaled = new OffscreenCanvas(Math.ceil(canvas.width * share), Math.ceil(canvas.height * share));
  scaled.getContext("2d")?.drawImage(canvas, 0, 0, scaled.width, scaled.height);
  return scaled;
}

function say(message: PageMessage): void {
  globalThis.postMessage(message);
}

globalThis.addEventListener("message", ({ data }: MessageEvent) => {
  // The PDF reader says things of its own here.
  const task = DrawTask.safeParse(data);
  if (task.success) void drawAll(task.data);
});
