/** Beside addresses of this server that staff give to others. */
export const addresses = {
  copy: "Copy",
  copied: "Copied",
  ownComputer: "This address opens on this computer only. So that others can open it, {guide}.",
  guide: "set the server up for real",
} as const;
