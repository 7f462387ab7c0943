import { callStaff } from "./staff_api.ts";

/** Gives the header's button life: ends the session and goes to the login page. */
export function enableSignOut(): void {
  document.querySelector("[data-sign-out]")?.addEventListener("click", async () => {
    await callStaff({ method: "DELETE", path: "/api/session" });
    location.assign("/login");
  });
}
