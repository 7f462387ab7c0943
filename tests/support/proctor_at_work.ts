import type { LiveServer } from "./live_server.ts";
import { proctorSocket } from "./socket_client.ts";
import { attemptOf } from "./student_page.ts";

/** A proctor with a student in the room: each call is an action on that student's attempt. */
export async function proctorOf(server: LiveServer, studentToken: string) {
  const { attempt_id, exam } = await attemptOf(server.url, studentToken);
  const socket = proctorSocket(server.url, await server.signIn(), exam.exam_id);
  await socket.next("room");
  let id = 0;
  return {
    act: (type: string, fields: object = {}) => socket.say({ type, id: `a${id++}`, attempt_id, ...fields }),
    close: () => socket.close(),
  };
}
