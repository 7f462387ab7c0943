/** Where the styles stand that every page has. */
const STYLES = new URL("../../static/style/", import.meta.url);

let style: string | undefined;

/**
 * The style of a report: the theme's colours as on a light page, and `report.css`. Read once.
 *
 * @throws {RangeError} If the theme names no colours.
 */
export function reportStyle(): string {
  if (style !== undefined) return style;
  const read = (name: string) => Deno.readTextFileSync(new URL(name, STYLES));
  const [light] = read("theme.css").split("@media");
  const colours = light.match(/--color-[a-z-]+: #[0-9a-f]{6,8};/g) ?? [];
  if (colours.length === 0) throw new RangeError("Cannot style a report: the theme names no colours");
  const lines = read("report.css").split("\n").map((line) => line.trim()).filter((line) => line !== "");
  style = `:root{${colours.join("")}}${lines.join("\n").replace(/\/\*[^]*?\*\//g, "")}`;
  return style;
}
