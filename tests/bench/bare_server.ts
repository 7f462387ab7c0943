/**
 * What a socket costs by itself: the product's own listener, which welcomes, acknowledges and keeps nothing.
 */
import type { ServerSocket } from "../../routes/ws/server_socket.ts";
import { listen } from "../../server/listener/listen.ts";
import { ackText, callAnswers, pongText, welcomeText } from "./bare_words.ts";

function serveSocket(socket: ServerSocket): void {
  socket.listen({
    message: (data) => {
      const message = JSON.parse(String(data));
      if (message.type === "batch") socket.send(ackText(message.seq));
      else if (message.type === "ping") socket.send(pongText());
      else if (message.type === "hello") {
        socket.heard();
        socket.send(welcomeText(message.token));
      }
    },
    closed: () => {},
  });
}

async function main(): Promise<void> {
  const answer = callAnswers();
  await listen(
    (request, { upgrade }) => {
      const upgraded = upgrade?.(request) ?? null;
      if (upgraded === null) return answer(request);
      serveSocket(upgraded.socket);
      return upgraded.response;
    },
    { port: Number(Deno.env.get("PORT")), hostname: "127.0.0.1" },
    (error) => console.error(error),
  );
}

if (import.meta.main) await main();
