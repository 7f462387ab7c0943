import type { Pending, Session } from "./messages.ts";

/** What outlives the service worker and the browser: the session, in the extension's own storage. */
export async function readSession(): Promise<Session | null> {
  const { session } = await chrome.storage.local.get<{ session?: Session }>("session");
  return session ?? null;
}

export async function writeSession(session: Session): Promise<void> {
  await chrome.storage.local.set({ session });
}

/** Takes what waits for the browser's permission: whoever takes it begins. */
export async function takePending(): Promise<Pending | null> {
  const { pending } = await chrome.storage.session.get<{ pending?: Pending }>("pending");
  await chrome.storage.session.remove("pending");
  return pending ?? null;
}

export async function putPending(pending: Pending): Promise<void> {
  await chrome.storage.session.set({ pending });
}

/** Forgets everything. */
export async function forgetAll(): Promise<void> {
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
}
