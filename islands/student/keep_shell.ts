/** Only addresses of the exam's page begin so: `/exams` is staff's. */
const SCOPE = "/exam?";

/**
 * Lets the exam's page open without a network from now on. Where the browser does not let it, a reload waits for the network.
 *
 * @param language Of the exam, where its address says it.
 */
export async function keepShell(language: string | null): Promise<void> {
  try {
    const { active, waiting, installing } = await navigator.serviceWorker.register("/exam_worker.js", {
      scope: SCOPE,
      updateViaCache: "none",
    });
    (installing ?? waiting ?? active)?.postMessage({ language });
  } catch (error) {
    console.warn("Invigil: without a network this page cannot be loaded again", error);
  }
}
