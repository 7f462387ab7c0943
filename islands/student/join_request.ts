/** Bytes of randomness in an id: nobody guesses what opens an attempt. */
const ID_BYTES = 16;

const keyOf = (code: string) => `join_request:${code}`;

/**
 * The id under which this tab asks to join an exam: the same one until an answer came, also over a reload, so that a lost
 * answer is given again and no second attempt begins.
 */
export function joinRequestId(code: string): string {
  const kept = withStorage((storage) => storage.getItem(keyOf(code)));
  return kept ?? newJoinRequestId(code);
}

/** A new id: the old one stands for somebody else, or for an attempt that has begun already. */
export function newJoinRequestId(code: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  withStorage((storage) => storage.setItem(keyOf(code), id));
  return id;
}

/** The answer is here: whoever joins next in this tab is somebody else. */
export function forgetJoinRequest(code: string): void {
  withStorage((storage) => storage.removeItem(keyOf(code)));
}

function withStorage<Value>(use: (storage: Storage) => Value): Value | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
