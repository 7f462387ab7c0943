import { useWords } from "./speech.tsx";

/** Stands in the place of what a page is about until it has arrived. */
export function Loading() {
  const { loading } = useWords("calls");
  return <p role="status" class="py-16 text-center text-ink-soft">{loading}</p>;
}
