import type { Finding } from "./take_shot.ts";
import { ALL_LOOKS, lookName } from "./take_shot.ts";

/** A page to look through all pictures, with what was found wrong above them. It needs nothing but the files beside it. */
export function indexPage(names: readonly string[], findings: readonly Finding[]): string {
  const wrong = findings.map((finding) => `<li>${escape(sayFinding(finding))}</li>`).join("\n");
  const shots = names.map((name) =>
    `<section><h2 id="${name}">${name}</h2><div>${
      ALL_LOOKS.map((look) => {
        const file = `${name}_${lookName(look)}.png`;
        return `<a href="${file}"><img src="${file}" alt="${name}, ${look.width} px, ${look.scheme}" loading="lazy"></a>`;
      }).join("")
    }</div></section>`
  ).join("\n");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pictures of the pages</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem; background: #eee; color: #111; }
section div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
img { display: block; height: 26rem; width: auto; max-width: 100%; object-fit: cover; object-position: top; border: 1px solid #aaa; }
</style>
<h1>${names.length} states, each in ${ALL_LOOKS.length} looks</h1>
<ul>${wrong || "<li>Nothing was found wrong.</li>"}</ul>
${shots}
</html>
`;
}

/** What was found, as a line. */
export function sayFinding({ shot, look, what }: Finding): string {
  return `${shot}${look === undefined ? "" : ` (${look})`}: ${what}`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
