// @ts-types="@types/ws"
import { WebSocket } from "ws";
import { CloseCode } from "../../protocol/close_codes.ts";

/** What `ws` closes with where a frame's header says that it is too large (RFC 6455). */
const FRAME_TOO_LARGE = 1009;

/** A peer that does not answer a close for this long is dropped, ms. */
const CLOSE_WITHIN_MS = 3_000;

/** A socket of `ws` that closes in the protocol's words, and does not wait long for a peer that has gone silent. */
export class CodedSocket extends WebSocket {
  #timer: ReturnType<typeof setTimeout> | undefined;

  override close(code?: number, data?: string): void {
    if (code === FRAME_TOO_LARGE) super.close(CloseCode.too_large, "too_large");
    else super.close(code, data);
    if (this.#timer !== undefined || this.readyState === this.CLOSED) return;
    this.#timer = setTimeout(() => this.terminate(), CLOSE_WITHIN_MS);
    this.once("close", () => clearTimeout(this.#timer));
  }
}
