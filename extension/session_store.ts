import type { Pending, Session } from "./messages.ts";

/** What outlives the service worker and the browser: the session, in the extension's own storage. */
export async function readSession(): Promise<Session | null> {
  const { session } = await chrome.storage.local.get<{ session?: Session }>("session");
  return session ?? null;
}

export async function writeSession(session: Session): Promise<void> {
  await chrome.storage.local.set({ session });
}

/** What waits for the browser's permission. */
export async function readPending(): Promise<Pending | null> {
  const { pending } = await chrome.storage.session.get<{ pending?: Pending }>("pending");
  return pending ?? null;
}

/** It has begun, or nobody wants it any more. */
export async function forgetPending(): Promise<void> {
  await chrome.storage.session.remove("pending");
}

export async function putPending(pending: Pending): Promise<void> {
  await chrome.storage.session.set({ pending });
}

/** Forgets everything. */
export async function forgetAll(): Promise<void> {
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
}
