/** What is said of a server that has started. */
interface Announced {
  url: string;
  /** Password of the first account, where this start made it. */
  firstPassword: string | null;
  isDemo: boolean;
}

/** Prints where the server is, and the first password where this start made it. */
export function announce({ url, firstPassword, isDemo }: Announced): void {
  const lines = [`Invigil is ready at ${url}`];
  if (isDemo) {
    lines.push(`  Students:  ${url}/join/DEMO   (exam code DEMO)`, `  Proctors:  ${url}/exams   (account admin)`);
  }
  if (firstPassword !== null) lines.push(`  Password of admin, shown this once: ${firstPassword}`);
  console.log(lines.join("\n"));
}
