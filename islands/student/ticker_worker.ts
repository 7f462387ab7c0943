/**
 * Ticks for the exam's page while its tab is hidden: browsers wake a hidden page's own timers as rarely as once a
 * minute (https://developer.chrome.com/blog/timer-throttling-in-chrome-88), and a student who looks at another tab
 * would seem to have lost the connection. A worker's timers are left alone.
 */
const TICK_MS = 500;

let timer: ReturnType<typeof setInterval> | undefined;

addEventListener("message", (event: MessageEvent) => {
  clearInterval(timer);
  timer = event.data === "start" ? setInterval(() => self.postMessage("tick"), TICK_MS) : undefined;
});
