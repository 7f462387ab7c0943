import { Icon } from "../components/icon.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { Wordmark } from "../components/wordmark.tsx";
import type { Viewer } from "./viewer.ts";

const LINKS: readonly {
  href: string;
  key: "exams" | "bank" | "admin" | "account";
  roles: readonly Viewer["role"][];
}[] = [
  { href: "/exams", key: "exams", roles: ["proctor", "instructor", "admin"] },
  { href: "/bank", key: "bank", roles: ["instructor", "admin"] },
  { href: "/admin", key: "admin", roles: ["admin"] },
  { href: "/account", key: "account", roles: ["proctor", "instructor", "admin"] },
];

interface StaffHeaderProps {
  viewer: Viewer;
  /** Address of the page that is shown. */
  current: string;
  /** Where what is done on the page is explained. */
  help: string;
  /** Over a page that takes the whole window, it does so, too. */
  isWide?: boolean;
}

/** The top bar of every staff page. `sign_out.ts` gives its button life. */
export function StaffHeader({ viewer, current, help, isWide = false }: StaffHeaderProps) {
  const { speaker } = useSpeech();
  const words = useWords("staffHeader");
  const roles = useWords("roles");
  const named = viewer.username === viewer.role
    ? viewer.username
    : speaker.say(words.viewer, { name: viewer.username, role: roles[viewer.role] });
  return (
    <header class="border-b border-line bg-raised print:hidden">
      <div
        class={`mx-auto flex min-h-12 w-full items-center gap-x-1 px-3 py-1.5 sm:gap-x-4 sm:px-4 ${
          isWide ? "" : "max-w-[96rem]"
        }`}
      >
        <Wordmark href="/exams" isShort />
        <nav aria-label={words.main} class="flex min-w-0 flex-1 flex-wrap items-center sm:gap-1">
          {LINKS.filter((link) => link.roles.includes(viewer.role)).map((link) => (
            <a
              key={link.href}
              href={link.href}
              aria-current={current === link.href ? "page" : undefined}
              class="inline-flex min-h-8 items-center whitespace-nowrap rounded-field px-1.5 text-dense sm:px-2.5 font-medium text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink"
            >
              {words[link.key]}
            </a>
          ))}
        </nav>
        <a
          href={help}
          title={words.help}
          class="inline-flex min-h-8 min-w-8 items-center justify-center whitespace-nowrap rounded-field px-1.5 text-dense sm:px-2.5 font-medium text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <span aria-hidden="true" class="font-semibold sm:hidden">?</span>
          <span class="max-sm:sr-only">{words.help}</span>
        </a>
        <span
          class="hidden max-w-48 truncate text-dense text-ink-soft sm:inline"
          title={named}
        >
          {named}
        </span>
        <button
          type="button"
          data-sign-out={words.signOutAsk}
          title={words.signOut}
          class="inline-flex min-h-8 min-w-8 items-center justify-center whitespace-nowrap rounded-field px-1.5 text-dense sm:px-2.5 font-medium text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <Icon name="leave" class="size-4.5 sm:hidden rtl:-scale-x-100" />
          <span class="max-sm:sr-only">{words.signOut}</span>
        </button>
      </div>
    </header>
  );
}
