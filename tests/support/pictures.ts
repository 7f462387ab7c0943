import { Buffer } from "node:buffer";

/** A PNG of one pixel. */
export const PICTURE: Uint8Array<ArrayBuffer> = new Uint8Array(Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
));

/** A drawing as programs write it: declaration, styles, a gradient, glyphs that are used. */
export const DRAWING = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- made by a program -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 320 180" width="320" height="180">
<defs>
<style type="text/css">.line{stroke:#c02020;stroke-width:3;fill:none}</style>
<linearGradient id="g"><stop offset="0" stop-color="#2040c0"/><stop offset="1" stop-color="#20a0c0"/></linearGradient>
<path id="glyph" d="M0 0h10v10h-10z"/>
</defs>
<g id="figure"><rect x="10" y="20" width="120" height="140" fill="url(#g)"/>
<path class="line" d="M150 160 L190 40 L230 120 L300 20"/>
<use xlink:href="#glyph" x="200" y="150"/><use href="#glyph" x="220" y="150"/>
<text x="150" y="20" style="font: 14px sans-serif; fill: url(#g)">y = f(x) &lt; 3</text></g>
</svg>`;

/** A picture's bytes of a text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
