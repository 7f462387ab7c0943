import type { RunningServer } from "./running_server.ts";

/** Makes an account of a proctor of an exam. @returns Its password. */
export async function inviteProctor(server: RunningServer, examId: string, username: string): Promise<string> {
  const admin = await server.signIn();
  const path = `/api/exams/${examId}/staff/${username}`;
  const { token } = await server.call("PUT", path, { token: admin, body: {} });
  const password = "a-long-enough-password-8";
  await server.call("POST", "/api/invitations/accept", { body: { token, password } });
  return password;
}
