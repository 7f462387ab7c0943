import { compile, optimize } from "@tailwindcss/node";
import { Scanner } from "@tailwindcss/oxide";
import { type BuiltFile, contentHash } from "./built_file.ts";

/** Where the font comes from, from the project's root. */
export const FONT_PACKAGE = "node_modules/@fontsource-variable/inter";

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
    const content = await Deno.readFile(`${root}/${FONT_PACKAGE}/files/${name}`);
    fonts.set(name, { name, content, imports: [] });
  }
  const style = code.replace(/url\("?\.\/files\/([\w-]+\.woff2)"?\)/g, (whole, name) => {
    const font = fonts.get(name);
    return font === undefined ? whole : `url("${name}?v=${contentHash(font.content)}")`;
  });
  return [{ name: "style.css", content: new TextEncoder().encode(style), imports: [] }, ...fonts.values()];
}
