/** The page of a start link: an exam that is written elsewhere and watched by the browser extension. */
export const watchPage = {
  lead:
    "You write this exam at {host}. The Invigil extension watches how you write it there. It has no camera, and asks you first.",
  steps: "How to begin",
  install: "Install the Invigil extension in Chrome or Edge. Your exam office tells you where it is.",
  press: "Come back to this page and press the extension's button beside the address.",
  agree: "Read what is captured, agree, and open the exam.",
  link: "If you opened this page on another device, put its address into the extension there:",
  without: "You cannot install it, or do not want to? Ask your exam office for another way. Nothing has been captured.",
  here: "This exam is written on this server: it needs no extension.",
  join: "Go to the exam",
} as const;
