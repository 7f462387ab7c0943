import { useWords } from "../components/speech.tsx";

/** The admin's pages, in the order in which they are used. */
const TABS = [
  { key: "accounts", href: "/admin" },
  { key: "server", href: "/admin/server" },
  { key: "audit", href: "/admin/audit" },
] as const;

/** From one of the admin's pages to the next. */
export function AdminTabs({ current }: { current: (typeof TABS)[number]["key"] }) {
  const words = useWords("admin");
  return (
    <nav aria-label={words.pages} class="-mt-3 flex gap-x-1 overflow-x-auto border-b border-line">
      {TABS.map(({ key, href }) => (
        <a
          key={key}
          href={href}
          aria-current={current === key ? "page" : undefined}
          class="inline-flex min-h-9 items-center whitespace-nowrap border-b-2 border-transparent px-2 text-dense font-medium text-ink-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
        >
          {words.tabs[key]}
        </a>
      ))}
    </nav>
  );
}
