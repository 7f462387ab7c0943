import { CloseCode } from "../../protocol/close_codes.ts";
import { HELLO_TIMEOUT_MS } from "../../protocol/limits.ts";
import {
  type HandleAlerts,
  type ProctorAction,
  ProctorToServer,
  type ServerToProctor,
} from "../../protocol/proctor_messages.ts";
import type { SayToStaff } from "../../protocol/staff_talk.ts";
import type { GiveBack, TakeStudent } from "../../protocol/room_people.ts";
import { decide, type Principal } from "../../server/auth/decide.ts";
import { Refusal } from "../../server/errors.ts";
import { MessageRate } from "../../server/message_rate.ts";
import type { RoomSocket } from "../../server/room/proctor_sockets.ts";
import { staffTalk } from "../../server/room/staff_talk.ts";
import type { PresentPage } from "../../server/room/room_people.ts";
import type { Services } from "../../server/services.ts";
import type { SocketPlace } from "../../server/socket_limits.ts";
import { refusalText } from "../../words/refusal.ts";
import type { Words } from "../../words/words.ts";
import { closeReason } from "./close_reason.ts";
import { MessageGate } from "./message_gate.ts";
import { type Asking, performAction } from "./perform_action.ts";
import { performSay } from "./perform_say.ts";
import { performTake } from "./perform_take.ts";
import type { ServerSocket } from "./server_socket.ts";
import { messageText, parseMessage, requireProtocol } from "./socket_message.ts";

type Hello = Extract<ProctorToServer, { type: "hello" }>;
type Staff = Extract<Principal, { kind: "staff" }>;

type Stage =
  | { name: "new"; timer: ReturnType<typeof setTimeout> }
  | { name: "opening" }
  | { name: "open"; examId: string; staff: Staff; leave: () => void; page: PresentPage; unwatch: () => void }
  | { name: "closed" };

/** How often it is looked at whether a proctor may still be here, ms, where the store does not say it by itself. */
const RECHECK_MS = 1_000;

/** One proctor's socket: `hello`, then the room and its frames down, and actions up. */
export class ProctorSocket implements RoomSocket {
  #socket: ServerSocket;
  #services: Services;
  #place: SocketPlace;
  #cookie: Principal;
  #address: string;
  readonly #words: Words;
  #gate: MessageGate;
  #stage: Stage;

  /**
   * @param cookie Who the session cookie of the upgrade request says it is.
   * @param words Of the language that the upgrade request asks for.
   */
  constructor(
    socket: ServerSocket,
    services: Services,
    place: SocketPlace,
    cookie: Principal,
    address: string,
    words: Words,
  ) {
    this.#words = words;
    this.#socket = socket;
    this.#services = services;
    this.#place = place;
    this.#cookie = cookie;
    this.#address = address;
    this.#gate = new MessageGate(new MessageRate(services.settings, performance.now()));
    this.#stage = {
      name: "new",
      timer: setTimeout(() => this.#refuse(new Refusal("timeout", "no_hello")), HELLO_TIMEOUT_MS),
    };
    place.holdFor(() => this.#refuse(new Refusal("timeout", "no_hello")));
    socket.listen({ message: (data) => this.#receive(data), closed: () => this.#closed() });
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  send(text: string): void {
    if (this.#socket.isOpen) this.#socket.send(text);
  }

  /** Sends the proctor away with a word to come back. */
  comeBack(): void {
    this.#shut(CloseCode.come_back, "come_back");
  }

  #tell(message: ServerToProctor): void {
    this.send(JSON.stringify(message));
  }

  #shut(code: number, reason: string): void {
    if (this.#stage.name === "closed") return;
    this.#socket.close(code, reason);
    this.#closed();
  }

  #refuse(error: unknown): void {
    if (!(error instanceof Refusal)) this.#services.fault("A proctor's socket", error);
    const { code, reason } = closeReason(error);
    this.#shut(code, reason);
  }

  #closed(): void {
    const stage = this.#stage;
    this.#stage = { name: "closed" };
    this.#services.proctorSockets.delete(this);
    if (stage.name === "new") clearTimeout(stage.timer);
    this.#place.leave();
    if (stage.name !== "open") return;
    stage.unwatch();
    stage.page.leave();
    stage.leave();
  }

  #receive(data: unknown): void {
    if (this.#stage.name === "closed") return;
    try {
      const text = messageText(data);
      if (this.#gate.pass(text, performance.now()) !== "now") throw new Refusal("rate_limited", "too_many_messages");
      this.#take(parseMessage(ProctorToServer, text));
    } catch (error) {
      this.#refuse(error);
    }
  }

  #take(message: ProctorToServer): void {
    const stage = this.#stage;
    if (stage.name === "new") {
      if (message.type !== "hello") throw new Refusal("unauthorized", "hello_first");
      clearTimeout(stage.timer);
      this.#socket.heard();
      this.#place.spoke();
      this.#stage = { name: "opening" };
      this.#open(message).catch((error) => this.#refuse(error));
    } else if (stage.name === "open") {
      if (message.type === "hello") throw new Refusal("invalid", "hello_again", { path: "type" });
      stage.page.heard();
      if (message.type === "look") return this.#look(message.attempt_id, stage);
      if (message.type === "ping") return this.#tell({ type: "pong", server_time: this.#services.now() });
      void this.#perform(message, stage.examId, stage.staff);
    } else if (stage.name === "opening") {
      throw new Refusal("unauthorized", "wait_for_room");
    }
  }

  async #open(hello: Hello): Promise<void> {
    requireProtocol(hello.protocol);
    const { auth, rooms, exams } = this.#services;
    const principal = hello.token === undefined ? this.#cookie : await auth.identify.ofToken(hello.token);
    const staff = await this.#requireStaff(principal, hello.exam);
    this.#place.seat();
    const exam = await exams.require(hello.exam);
    const leave = await rooms.join(hello.exam, this, hello.since);
    if (this.#stage.name !== "opening") return leave();
    const unwatch = this.#services.stores.watchStaff(
      { sessionId: staff.sessionId, staffId: staff.staffId, examId: hello.exam },
      RECHECK_MS,
      () => this.#requireStill(hello.exam, staff).then(() => {}, (error) => this.#refuse(error)),
    );
    const page = rooms.people.enter(hello.exam, staff.username);
    this.#stage = { name: "open", examId: hello.exam, staff, leave, page, unwatch };
    this.#tell({ type: "people", people: rooms.people.present(hello.exam) });
    this.#tell({ type: "talk", words: await staffTalk(this.#services.stores, exam, this.#services.now()) });
  }

  /** A row that is not in the room is nobody whom others could be told of. */
  #look(attemptId: string | null, { examId, page }: Extract<Stage, { name: "open" }>): void {
    page.look(attemptId !== null && this.#services.rooms.hasStudent(examId, attemptId) ? attemptId : null);
  }

  /** Who was signed out, disabled or taken off the exam does nothing more, and hears nothing more. */
  async #requireStill(examId: string, { sessionId }: Staff): Promise<Staff> {
    return await this.#requireStaff(await this.#services.auth.identify.ofSession(sessionId), examId);
  }

  async #requireStaff(principal: Principal, examId: string): Promise<Staff> {
    const { auth } = this.#services;
    const isAssigned = principal.kind === "staff" && await auth.assignments.isAssigned(principal.staffId, examId);
    const decision = decide(principal, "ws_proctor", { examId }, isAssigned);
    if (decision === "unauthorized") throw new Refusal("unauthorized", "please_sign_in");
    if (decision === "forbidden" || principal.kind !== "staff" || principal.mustChangePassword) {
      throw new Refusal("forbidden", "not_your_exam");
    }
    return principal;
  }

  async #perform(
    action: ProctorAction | HandleAlerts | TakeStudent | GiveBack | SayToStaff,
    examId: string,
    opened: Staff,
  ): Promise<void> {
    let staff: Staff;
    try {
      staff = await this.#requireStill(examId, opened);
    } catch (error) {
      return this.#refuse(error);
    }
    try {
      const asking = { examId, staff, address: this.#address };
      this.#tell(await perform(this.#services, action, asking));
    } catch (error) {
      if (!(error instanceof Refusal)) this.#services.fault(`A proctor's ${action.type}`, error);
      const { code, said } = error instanceof Refusal ? error : new Refusal("internal", "not_done");
      this.#tell({ type: "refused", id: action.id, code, message: refusalText(said, this.#words) });
    }
  }
}

/** Carries out what a proctor asks. @throws {Refusal} Why it was not. */
async function perform(
  services: Services,
  action: ProctorAction | HandleAlerts | TakeStudent | GiveBack | SayToStaff,
  asking: Asking,
): Promise<ServerToProctor> {
  switch (action.type) {
    case "take":
    case "give_back":
      return await performTake(services, action, asking);
    case "say":
      return await performSay(services, action, asking);
    default:
      return await performAction(services, action, asking);
  }
}
