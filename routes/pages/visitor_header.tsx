import { useWords } from "../../islands/components/speech.tsx";
import { Wordmark } from "../../islands/components/wordmark.tsx";

/** Where the header leads, in its order; the last two are for those who come to an exam or look after one. */
const PLACES = [
  { key: "demo", href: "/demo" },
  { key: "docs", href: "/docs" },
  { key: "verify", href: "/verify" },
  { key: "join", href: "/join" },
  { key: "staff", href: "/login" },
] as const;

/** A place that the header leads to. */
export type Place = (typeof PLACES)[number]["key"];

interface VisitorHeaderProps {
  /** Where the page belongs, where the header leads there. */
  place?: Place;
  /** Width of what stands below, as a class. */
  width?: string;
}

/** The top bar of every page that is open to anyone. */
export function VisitorHeader({ place, width = "max-w-5xl" }: VisitorHeaderProps) {
  const words = useWords("publicPage");
  return (
    <header class="border-b border-line bg-raised print:hidden">
      <div class={`mx-auto flex min-h-12 w-full items-center gap-x-2 px-3 sm:gap-x-6 sm:px-6 ${width}`}>
        <Wordmark isShort />
        <nav aria-label={words.navigation} class="flex min-w-0 flex-1 flex-wrap items-center sm:gap-1">
          {PLACES.map(({ key, href }) => (
            <a
              key={key}
              href={href}
              aria-current={place === key ? "page" : undefined}
              class={`inline-flex min-h-8 items-center whitespace-nowrap rounded-field px-1.5 text-dense font-medium text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink sm:px-2.5 ${
                key === "join" ? "ms-auto" : ""
              }`}
            >
              {key === "staff"
                ? (
                  <>
                    <span class="sm:hidden">{words.places.staffShort}</span>
                    <span class="max-sm:hidden">{words.places.staff}</span>
                  </>
                )
                : words.places[key]}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}
