import assert from "node:assert/strict";
import { liveTest } from "../support/live_server.ts";
import { proctorSocket, studentSocket } from "../support/socket_client.ts";
import { withApp } from "../support/walked_app.ts";

liveTest(
  "[CL27] under Deno's own listener, as on Deploy, students and proctors have the same sockets",
  async (server) => {
    const { session_token } = await server.join();
    const staff = await server.signIn();
    const exams = (await server.call("GET", "/api/exams", staff)).body as { exam_id: string }[];
    await withApp(server, {}, async (url) => {
      const student = studentSocket(url, session_token);
      await student.next("welcome");
      await student.say({ type: "batch", seq: 1, sentAt: 0, events: [{ type: "focus_change", t: 1, focused: true }] });
      await student.next("ack");
      const room = proctorSocket(url, staff, exams[0].exam_id);
      await room.next("room");
      student.close();
      room.close();
      await Promise.all([student.end(), room.end()]);
    });
    assert.equal(server.services.metrics.faults, 0);
    assert.equal(server.services.sockets.size, 0);
  },
);
