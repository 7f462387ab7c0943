import type { Operation } from "../../../server/auth/permissions.ts";

/** Text that is sent as it stands, and what it is. */
export interface SentFile {
  type: string;
  content: string;
}

/**
 * A call as the reference shows it. What stands in braces in its address, query, body or file is filled in by whoever makes it:
 * `tests/live/api_examples_test.ts` makes every one, in order, with what earlier answers gave.
 */
export interface Example {
  operation: Operation;
  /** One line, where an operation has several examples. */
  title?: string;
  /**
   * Whose token it is made with in the test, by the name that an earlier example {@link keeps} it under; the one that the
   * reference shows where absent.
   */
  as?: string;
  /** What the test fills a placeholder of the address with, by the placeholder, where that is kept under another name. */
  fill?: Record<string, string>;
  query?: Record<string, string>;
  /** A body of JSON. */
  body?: unknown;
  /** A body of anything else. */
  file?: SentFile;
  /** What later examples name in braces, by its name: its place in the answer, with dots. */
  keeps?: Record<string, string>;
}

/** Operations that belong together, in the order in which their examples are made. */
export interface ExampleGroup {
  /** In addresses. */
  tag: string;
  title: string;
  /** What stands below the title. */
  lead: string;
  examples: readonly Example[];
}

/** An answer as it was recorded from a server, with long lists and texts cut, and what is kept in braces. */
export interface RecordedAnswer {
  status: number;
  /** Content type; null where there is no content. */
  type: string | null;
  /** Parsed where it is JSON, else text; null for what is no text. */
  body: unknown;
}
