import { agentOf } from "../../server/attempts/agent_mark.ts";
import { PERMISSIONS } from "../../server/auth/permissions.ts";
import { Refusal } from "../../server/errors.ts";
import { credentialsOf } from "../edge/credentials.ts";
import type { Edge } from "../edge/edge.ts";
import { wordsFor } from "../edge/language.ts";
import { embedderOf, type RequestOrigin } from "../edge/origin.ts";
import { requireEntry } from "../edge/permit.ts";
import { POLICIES } from "../edge/policies.ts";
import { ProctorSocket } from "./proctor.ts";
import { requireUpgrade } from "./require_upgrade.ts";
import type { Upgrade } from "./server_socket.ts";
import { StudentSocket } from "./student.ts";

type SocketOperation = "ws_student" | "ws_proctor";

/** Where an upgrade comes from. */
interface Caller {
  address: string;
  origin: RequestOrigin;
  upgrade: Upgrade;
}

/**
 * Upgrades a request to a socket, as its row of policies says. Who it is, the first message says.
 *
 * @throws {Refusal} `not_found`, `forbidden`, `bad_request`, `rate_limited`, `unavailable`.
 */
export async function upgradeSocket(
  request: Request,
  path: string,
  edge: Edge,
  caller: Caller,
): Promise<Response> {
  const operation = socketAt(path);
  if (operation === null) throw new Refusal("not_found", "no_such_socket");
  try {
    return await upgradeTo(operation, request, edge, caller);
  } catch (error) {
    throw edge.limits.refused(operation, caller.address, error);
  }
}

async function upgradeTo(
  operation: SocketOperation,
  request: Request,
  edge: Edge,
  { address, origin, upgrade }: Caller,
): Promise<Response> {
  const { services } = edge;
  const policy = POLICIES[operation];
  requireEntry(edge, policy, origin);
  requireUpgrade(request);
  if (services.isStopping()) {
    throw new Refusal("unavailable", "restarting");
  }
  using place = services.sockets.enter(address);
  const principal = operation === "ws_student"
    ? null
    : (await services.auth.identify.of(credentialsOf(request, policy.cookie, origin))).principal;
  // Asked before the upgrade: afterwards the request is gone.
  const words = wordsFor(request);
  const agent = agentOf(request.headers);
  const embedder = embedderOf(request, origin);
  const upgraded = upgrade(request);
  if (upgraded === null) throw new Refusal("bad_request", "not_upgrade");
  const { socket, response } = upgraded;
  if (principal === null) new StudentSocket(socket, services, place, { address, agent, embedder });
  else services.proctorSockets.add(new ProctorSocket(socket, services, place, principal, address, words));
  return response;
}

function socketAt(path: string): SocketOperation | null {
  if (path === PERMISSIONS.ws_student.path) return "ws_student";
  return path === PERMISSIONS.ws_proctor.path ? "ws_proctor" : null;
}
