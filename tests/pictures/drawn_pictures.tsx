import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { MarkShapes } from "../../islands/components/mark.tsx";
import { SOCIAL_PICTURE } from "../../routes/pages/document.tsx";
import { readTheme, THEME_PATH } from "../../server/build/theme.ts";
import { projectRoot } from "../../server/tasks/build.ts";
import { LANGUAGES } from "../../words/languages.ts";

/** Where pictures go, from the project's root. */
export const PICTURES = "static/pictures";

/** A picture that a browser draws of a page of its size. */
export interface DrawnPicture {
  /** Its file's name in {@link PICTURES}. */
  name: string;
  width: number;
  height: number;
  /** The page's body. */
  body: string;
}

/** Every picture that is drawn, in the theme's light colours. */
export async function drawnPictures(): Promise<DrawnPicture[]> {
  const colours = await lightColours();
  const icons = [
    { name: "icon-192.png", size: 192, radius: 8 },
    { name: "icon-512.png", size: 512, radius: 8 },
    // Cut out by whoever shows them: what stands on them keeps to the middle.
    { name: "icon-maskable-512.png", size: 512, radius: 0 },
    { name: "apple-touch-icon.png", size: 180, radius: 0 },
  ];
  return [
    ...icons.map(({ name, size, radius }) => ({
      name,
      width: size,
      height: size,
      body: renderToString(<MarkSvg size={size} radius={radius} colours={colours} />),
    })),
    ...LANGUAGES.map(({ language, sentences: { publicPage } }) => ({
      name: `social-${language.tag}.png`,
      ...SOCIAL_PICTURE,
      body: renderToString(<Social colours={colours} line={publicPage.social.line} principle={publicPage.principle} />),
    })),
  ];
}

/** The mark as a file by itself: `static/favicon.svg`, in lines as `deno fmt` sets them. */
export async function favicon(): Promise<string> {
  const svg = renderToString(<MarkSvg radius={8} colours={await lightColours()} />);
  return svg.replaceAll(/><(?!\/(?:rect|path))/g, ">\n  <").replace("  </svg>", "</svg>") + "\n";
}

type Colours = ReadonlyMap<string, string>;

async function lightColours(): Promise<Colours> {
  return readTheme(await Deno.readTextFile(`${projectRoot()}/${THEME_PATH}`)).light;
}

function MarkSvg({ size, radius, colours }: { size?: number; radius: number; colours: Colours }) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width={size} height={size}>
      <MarkShapes ground={colours.get("accent")} ink={colours.get("accent-ink") ?? ""} radius={radius} />
    </svg>
  );
}

interface SocialProps {
  colours: Colours;
  line: string;
  principle: string;
}

/** What is shown of a page where somebody shares its address. */
function Social({ colours, line, principle }: SocialProps) {
  const [accent, ink] = [colours.get("accent"), colours.get("accent-ink") ?? ""];
  const box = (style: string, children: ComponentChildren) => <div style={style}>{children}</div>;
  return box(
    `box-sizing:border-box;width:1200px;height:630px;padding:80px;display:flex;flex-direction:column;` +
      `justify-content:space-between;background:${accent};color:${ink};font-family:Inter`,
    <>
      {box(
        "display:flex;align-items:center;gap:12px;margin-inline-start:-24px;font-size:52px;font-weight:600",
        <>
          <svg viewBox="0 0 32 32" width={96} height={96}>
            <MarkShapes ink={ink} />
          </svg>
          <span>Invigil</span>
        </>,
      )}
      {box("font-size:76px;font-weight:650;line-height:1.12;letter-spacing:-0.02em;max-width:960px", line)}
      {box("font-size:30px;line-height:1.35", principle)}
    </>,
  );
}
