/** Slips with personal links, to be printed and cut. */
export const slips = {
  title: "Slips",
  pageTitle: "{exam} · Slips",
  lead:
    "{n:links}, to print and cut along the dashed lines. They are in this tab alone: once it is closed, they are gone.",
  print: "Print",
  forget: "Forget these links",
  back: "Back to the list",
  noneTitle: "No links to print",
  noneLead: "Personal links are shown once, when they are made. Make new ones for students who have lost theirs.",
  open: "Open this address",
  enter: "and enter these letters and digits",
  scan: "or scan this",
  opens: "Opens {at}",
  for: "For {name} alone",
} as const;
