import { dropKeptWork, hasUnsavedWork } from "./kept_work.ts";
import { callStaff } from "./staff_api.ts";

/**
 * Gives the header's button life: drops what this device keeps of the account, ends the session and goes to the login page. Asks
 * first where something is not saved.
 */
export function enableSignOut(): void {
  const button = document.querySelector<HTMLElement>("[data-sign-out]");
  button?.addEventListener("click", async () => {
    // The editor keeps what is written a moment later, or as its page goes.
    dispatchEvent(new Event("pagehide"));
    if (hasUnsavedWork() && !confirm(button.dataset.signOut)) return;
    dropKeptWork();
    await callStaff({ method: "DELETE", path: "/api/session" });
    location.assign("/login");
  });
}
