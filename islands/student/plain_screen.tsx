import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useSpeech, useWords } from "../components/speech.tsx";

interface PlainScreenProps {
  title: string;
  /** Beside the title: what kind of screen it is. */
  icon?: ComponentChildren;
  children?: ComponentChildren;
}

/** A screen that says one thing, in place of the exam. Its heading takes the focus, so that it is heard. */
export function PlainScreen({ title, icon, children }: PlainScreenProps) {
  const { tab } = useWords("page");
  const { speaker } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const before = document.title;
    document.title = speaker.say(tab, { title });
    heading.current?.focus();
    return () => {
      document.title = before;
    };
  }, [title]);
  return (
    <section class="mx-auto flex w-full max-w-xl flex-col gap-5 px-4 py-12 sm:py-20">
      {icon}
      <h1 ref={heading} tabIndex={-1} class="text-2xl font-semibold outline-none">{title}</h1>
      {children}
    </section>
  );
}
