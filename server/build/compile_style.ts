import { compile, optimize } from "@tailwindcss/node";
import { Scanner } from "@tailwindcss/oxide";
import { type BuiltFile, contentHash } from "./built_file.ts";
import { TEXT_FONT } from "./entries.ts";

/** Where the fonts come from, from the project's root: of texts, and of formulas. */
export const FONT_PACKAGES = ["node_modules/@fontsource-variable/inter", "node_modules/@fontsource/noto-sans-math"];

/**
 * Compiles `static/style.css` with the classes that islands and pages use, and takes along the font files that
 * it names, each with its content's hash in the address.
 *
 * @param root The project's root.
 */
export async function compileStyle(root: string): Promise<BuiltFile[]> {
  const base = `${root}/static`;
  const source = await Deno.readTextFile(`${base}/style.css`);
  const compiler = await compile(source, { base, onDependency: () => {} });
  const scanner = new Scanner({ sources: compiler.sources });
  const { code } = optimize(compiler.build(scanner.scan()), { minify: true });
  const fonts = new Map<string, BuiltFile>();
  for (const [, name] of code.matchAll(/url\("?\.\/files\/([\w-]+\.woff2)"?\)/g)) {
    if (fonts.has(name)) continue;
    fonts.set(name, { name, content: await readFont(root, name), imports: [] });
  }
  const style = calm(code).replace(/url\("?\.\/files\/([\w-]+\.woff2)"?\)/g, (whole, name) => {
    const font = fonts.get(name);
    return font === undefined ? whole : `url("${name}?v=${contentHash(font.content)}")`;
  });
  return [{ name: "style.css", content: new TextEncoder().encode(style), imports: [] }, ...fonts.values()];
}

/**
 * A page's letters do not change once it is read: where the font of most texts comes late, the page keeps to the system's own, and
 * has it from the next page on. Any other font may come late: without it a name would have letters of two.
 */
function calm(code: string): string {
  return code.replace(
    /@font-face\{[^}]*\}/g,
    (face) => face.includes(TEXT_FONT) ? face.replace("font-display:swap", "font-display:optional") : face,
  );
}

/** A font's bytes, from whichever package has a file of its name. @throws {RangeError} If none has. */
async function readFont(root: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  for (const folder of FONT_PACKAGES) {
    try {
      return await Deno.readFile(`${root}/${folder}/files/${name}`);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  throw new RangeError(`Cannot find the font ${name}`);
}
