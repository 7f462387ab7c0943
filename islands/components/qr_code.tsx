import { encode } from "uqr";

/** A QR code in the colour of the text around it. Screen readers pass over it: the link stands beside it. */
export function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  // A run of dark squares is one rectangle: hundreds of slips are drawn at once.
  const path = data.map((row, y) =>
    row.map((isDark, x) => {
      if (!isDark || row[x - 1]) return "";
      const end = row.indexOf(false, x);
      const width = (end < 0 ? size : end) - x;
      return `M${x} ${y}h${width}v1h-${width}z`;
    }).join("")
  ).join("");
  return (
    <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true" shape-rendering="crispEdges" class="size-full fill-current">
      <path d={path} />
    </svg>
  );
}
