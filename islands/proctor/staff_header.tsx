import { useSpeech, useWords } from "../components/speech.tsx";
import { Wordmark } from "../components/wordmark.tsx";
import type { Viewer } from "./viewer.ts";

const LINKS = [
  { href: "/exams", key: "exams", adminOnly: false },
  { href: "/admin", key: "admin", adminOnly: true },
  { href: "/account", key: "account", adminOnly: false },
] as const;

interface StaffHeaderProps {
  viewer: Viewer;
  /** Address of the page that is shown. */
  current: string;
}

/** The top bar of every staff page. `sign_out.ts` gives its button life. */
export function StaffHeader({ viewer, current }: StaffHeaderProps) {
  const { speaker } = useSpeech();
  const words = useWords("staffHeader");
  const roles = useWords("roles");
  const named = viewer.username === viewer.role
    ? viewer.username
    : speaker.say(words.viewer, { name: viewer.username, role: roles[viewer.role] });
  return (
    <header class="border-b border-line bg-raised">
      <div class="mx-auto flex min-h-12 w-full max-w-[96rem] items-center gap-x-2 px-3 py-1.5 sm:gap-x-4 sm:px-4">
        <Wordmark href="/exams" isShort />
        <nav aria-label={words.main} class="flex flex-1 items-center gap-1">
          {LINKS.filter((link) => !link.adminOnly || viewer.role === "admin").map((link) => (
            <a
              key={link.href}
              href={link.href}
              aria-current={current === link.href ? "page" : undefined}
              class="inline-flex min-h-8 items-center whitespace-nowrap rounded-field px-2 text-dense sm:px-2.5 font-medium text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink"
            >
              {words[link.key]}
            </a>
          ))}
        </nav>
        <span
          class="hidden max-w-48 truncate text-dense text-ink-soft sm:inline"
          title={named}
        >
          {named}
        </span>
        <button
          type="button"
          data-sign-out
          class="inline-flex min-h-8 items-center whitespace-nowrap rounded-field px-2 text-dense sm:px-2.5 font-medium text-ink-soft hover:bg-sunken hover:text-ink"
        >
          {words.signOut}
        </button>
      </div>
    </header>
  );
}
