import { PERMISSIONS } from "../../server/auth/permissions.ts";
import { Refusal } from "../../server/errors.ts";
import type { Services } from "../../server/services.ts";
import { ProctorSocket } from "./proctor.ts";
import { StudentSocket } from "./student.ts";

/** A socket that says nothing for so long is gone, in s. */
const IDLE_TIMEOUT_S = 30;

/**
 * Upgrades a request to a socket. A foreign Origin was refused before; who it is, the first message says.
 *
 * @throws {Refusal} `not_found`, `bad_request`, `rate_limited`, `unavailable`.
 */
export async function upgradeSocket(
  request: Request,
  path: string,
  services: Services,
  address: string,
): Promise<Response> {
  const isStudent = path === PERMISSIONS.ws_student.path;
  if (!isStudent && path !== PERMISSIONS.ws_proctor.path) throw new Refusal("not_found", "There is no such socket.");
  if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
    throw new Refusal("bad_request", "This is a WebSocket: send an upgrade request.");
  }
  if (services.isStopping()) {
    throw new Refusal("unavailable", "The server is restarting. Please come back in a moment.");
  }
  const release = services.sockets.take(address);
  const principal = isStudent ? null : (await services.auth.identify.ofRequest(request)).principal;
  const { socket, response } = Deno.upgradeWebSocket(request, { idleTimeout: IDLE_TIMEOUT_S });
  socket.addEventListener("close", release, { once: true });
  if (principal === null) new StudentSocket(socket, services);
  else services.proctorSockets.add(new ProctorSocket(socket, services, principal, address));
  return response;
}
