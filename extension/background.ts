import type { Answered, Asked } from "./messages.ts";
import { Watcher } from "./watcher.ts";

const watcher = new Watcher();

/** What is asked, answered; whoever asks has woken this worker. */
async function answer(asked: Asked): Promise<Answered[Asked["type"]]> {
  if (asked.type === "begin") return { problem: await watcher.begin() };
  await watcher.wake();
  switch (asked.type) {
    case "how":
      return watcher.told;
    case "events":
      watcher.record(asked.events, asked.attemptId);
      return watcher.told;
    case "explain":
      return await watcher.explain();
    case "call":
      return watcher.call();
    case "read":
      watcher.read(asked.id);
      return null;
    case "shown":
      watcher.shown();
      return null;
    case "pause":
      await watcher.pause(asked.isPaused);
      return watcher.told;
    case "stop":
      return { isStopped: await watcher.stop(asked.losesUnsent) };
  }
}

chrome.runtime.onMessage.addListener((asked: Asked, sender, respond) => {
  // Pages cannot ask: only the extension's own popup and scripts.
  if (sender.id !== chrome.runtime.id) return false;
  answer(asked).then(respond, (error) => {
    console.error("Invigil:", error);
    respond(null);
  });
  return true;
});

async function look(): Promise<void> {
  await watcher.wake();
  await watcher.look();
}

// The browser's question may close the popup that asked it: whoever hears of the answer begins.
chrome.permissions.onAdded.addListener(() => void watcher.begin());
chrome.permissions.onRemoved.addListener(async () => {
  await watcher.wake();
  await watcher.permissionsRemoved();
});
chrome.tabs.onActivated.addListener(() => void look());
chrome.tabs.onRemoved.addListener(() => void look());
chrome.tabs.onUpdated.addListener((_id, change) => {
  if (change.status === "complete") void look();
});
chrome.windows.onFocusChanged.addListener(() => void look());
chrome.alarms.onAlarm.addListener(async () => {
  await watcher.wake();
  watcher.retry();
  await watcher.look();
});
chrome.runtime.onStartup.addListener(() => void watcher.wake());
void watcher.wake();
