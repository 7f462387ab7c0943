import encode, { init } from "@jsquash/webp/encode.js";
import { Buffer } from "node:buffer";
import type { Browser } from "playwright-core";

/** Colours that a picture is drawn with. What pages are made of is fewer; the rest are the edges of letters. */
const COLOURS = 32;

let isReady: Promise<unknown> | null = null;

/** Loads the encoder, once: it finds its own file in browsers alone. */
function ready(): Promise<unknown> {
  isReady ??= Deno.readFile(new URL(import.meta.resolve("@jsquash/webp/codec/enc/webp_enc_simd.wasm")))
    .then(async (bytes) => await init(await WebAssembly.compile(bytes)));
  return isReady;
}

/**
 * A picture of a page as WebP without loss, in few colours: its letters stay sharp, and it is half as large as one that is packed as a
 * photograph.
 *
 * @param png Bytes of a PNG.
 */
export async function toWebp(browser: Browser, png: Uint8Array): Promise<Uint8Array> {
  const { width, height, pixels } = await inFewColours(browser, png);
  await ready();
  const data = new Uint8ClampedArray(Buffer.from(pixels, "base64"));
  return new Uint8Array(await encode(new ImageData(data, width, height), { lossless: 1, quality: 75 }));
}

/**
 * Draws a picture anew with its most telling colours: the most frequent one, and then, again and again, the one whose pixels are
 * farthest from all that are taken.
 *
 * @returns Its pixels as RGBA, in base64.
 */
async function inFewColours(browser: Browser, png: Uint8Array) {
  const page = await browser.newPage();
  try {
    return await page.evaluate(async ([source, most]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const drawing = new OffscreenCanvas(width, height).getContext("2d");
      if (drawing === null) throw new Error("Cannot pack a picture: the browser does not draw");
      drawing.drawImage(image, 0, 0);
      const { data } = drawing.getImageData(0, 0, width, height);
      const pixels = new Uint32Array(data.buffer);
      const counts = new Map<number, number>();
      for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);

      const part = (colour: number, shift: number) => colour >>> shift & 255;
      const apart = (a: number, b: number) =>
        [0, 8, 16].reduce((sum, shift) => sum + (part(a, shift) - part(b, shift)) ** 2, 0);
      const colours = Array.from(counts, ([colour, count]) => ({ colour, count, nearest: 0, distance: Infinity }));
      for (let taken = 0; taken < most; taken++) {
        const cost = ({ count, distance }: { count: number; distance: number }) =>
          taken === 0 ? count : count * distance;
        const next = colours.reduce((best, one) => cost(one) > cost(best) ? one : best).colour;
        for (const one of colours) {
          const distance = apart(one.colour, next);
          if (distance < one.distance) Object.assign(one, { distance, nearest: next });
        }
      }
      const nearest = new Map(colours.map(({ colour, nearest }) => [colour, nearest]));
      for (const [at, pixel] of pixels.entries()) pixels[at] = nearest.get(pixel) ?? pixel;
      const bytes: string[] = [];
      for (let at = 0; at < data.length; at += 32_768) {
        bytes.push(String.fromCharCode(...data.subarray(at, at + 32_768)));
      }
      return { width, height, pixels: btoa(bytes.join("")) };
    }, [Buffer.from(png).toString("base64"), COLOURS] as const);
  } finally {
    await page.close();
  }
}
