/** Under which a tab keeps which attempt it shows. */
const KEY = "shown_attempt";

/** Address of an attempt's page, in the exam's language. The id opens nothing; the token stays in the browser. */
export function examPath(attemptId: string, language: string | undefined): string {
  const query = new URLSearchParams({ attempt: attemptId, ...(language !== undefined && { language }) });
  return `/exam?${query}`;
}

/** The attempt that this tab is for: the one in its address, or the one that it showed before; null for none. */
export function tabAttempt(): string | null {
  try {
    return new URLSearchParams(location.search).get("attempt") ?? sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Remembers what this tab shows, also where its address does not say it. */
export function rememberTabAttempt(attemptId: string): void {
  try {
    sessionStorage.setItem(KEY, attemptId);
  } catch {
    // The address says it as well, wherever the page was come to by joining.
  }
}
