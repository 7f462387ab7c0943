/** The store failed or did not answer: nobody else's fault, and worth another try. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

/**
 * What a call of the store failed with, said as the store's failure. A value or key that it never takes is our own
 * mistake, and stays what it is.
 */
export function asStoreFailure(error: unknown): Error {
  if (error instanceof StoreUnavailable || error instanceof TypeError || error instanceof RangeError) return error;
  return new StoreUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
}
