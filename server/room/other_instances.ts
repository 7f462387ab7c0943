import type { Heard } from "../cluster/room_feed.ts";
import { isHeardLater } from "./is_heard_later.ts";
import type { Room } from "./room.ts";
import type { RoomAlerts } from "./room_alerts.ts";
import type { RoomPeople } from "./room_people.ts";
import type { StudentLinks } from "./student_links.ts";

/** What of this instance another one's words concern. */
interface Concerned {
  /** The rooms that are open here, by exam. */
  rooms: ReadonlyMap<string, Room>;
  links: Pick<StudentLinks, "get">;
  people: Pick<RoomPeople, "hear" | "forget">;
  alerts: Pick<RoomAlerts, "handled">;
}

/** What other instances say of their students and proctors, in the rooms that are open here. */
export class OtherInstances {
  readonly #here: Concerned;
  /** Which other instance last spoke of a student. */
  readonly #spokenOfBy = new Map<string, { instance: string; examId: string }>();

  constructor(here: Concerned) {
    this.#here = here;
  }

  /** Takes note that a student is shown from here now. */
  isShownHere(attemptId: string): void {
    this.#spokenOfBy.delete(attemptId);
  }

  /** Takes in what another instance says, unless the student is served here. */
  hear({ examId, instance, students, alerts, handled, people, said }: Heard): void {
    for (const { alert_ids } of handled) this.#here.alerts.handled(alert_ids);
    const room = this.#here.rooms.get(examId);
    if (room === undefined) return;
    if (people !== undefined) this.#here.people.hear(examId, instance, people);
    for (const student of students) {
      const isHere = this.#here.links.get(student.attempt_id) !== null;
      if (isHere && !isHeardLater(student, room.student(student.attempt_id))) continue;
      this.#spokenOfBy.set(student.attempt_id, { instance, examId });
      room.update(student);
    }
    if (said.length > 0) room.tell({ type: "talk", words: said });
    for (const alert of alerts) room.alert(alert);
    for (const one of handled) room.handled(one);
  }

  /** Students of an instance that is gone are gone, too, until they come back elsewhere. */
  forget(instance: string): void {
    this.#here.people.forget(instance);
    for (const [attemptId, spoken] of this.#spokenOfBy) {
      if (spoken.instance !== instance) continue;
      this.#spokenOfBy.delete(attemptId);
      const room = this.#here.rooms.get(spoken.examId);
      const student = room?.student(attemptId);
      if (room && student) room.update({ ...student, connected: false }, true);
    }
  }
}
