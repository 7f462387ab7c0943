/** Where anybody checks evidence in their own browser. */
export const verify = {
  title: "Check evidence",
  lead:
    "Choose a student's signed account, or the export of an exam. It is read and checked in this browser, and no part of it is sent anywhere.",
  noScript:
    "This page needs JavaScript: by it your browser checks the file itself, and sends it nowhere. Allow it for this page.",
  file: "File",
  fileHint: "It ends in .ndjson.",
  drop: "Or drop it here.",
  more: "Who signed it?",
  moreMeaning:
    "A file names the key that it is signed with, and anybody can make a key. A receipt of the student, or the server's key from a place that you trust, says that it is the right one.",
  key: "The server's key",
  keyHint: "What /.well-known/invigil-evidence.json of the exam's server answers, or the key itself.",
  receipts: "Receipts",
  receiptsHint:
    "24 groups of 8 characters each, as the student keeps them. The one of the hand-in and the one on /evidence are both valid.",
  check: "Check",
  checking: "Checking…",
  missing: "Choose a file.",
  unreadable: {
    key: "What stands in the field for the key is no key.",
    receipts: "What stands in the field for receipts is no receipt.",
    file: "The file could not be read.",
  },
  misfit: "It does not fit",
  misfitMeaning:
    "The file is not what the server wrote: it was changed, cut off, put together anew, or is of another kind. The first place that does not fit:",
  misfitLine: "Line {line:plain}",
  misfitEntry: "Line {line:plain}, behind entry {n:plain}",
  fits: "Everything fits",
  proofOf: "Account of {student}, exam “{title}”",
  proofWhen: "Written {from} to {to}, taken {at}.",
  proofRunning: "Begun {from}, taken {at}.",
  writing: "{typed:characters} typed bit by bit, {arrived:characters} in longer pieces, {gone:characters} deleted.",
  risk: "Risk {peak} of 100 at its highest, {risk} at the end. It is a number to look from, no judgement.",
  replayed: "Every score follows from what was recorded: it was computed again here, and is the same.",
  notReplayed: "It was scored by another version, so the scores were not computed again.",
  entries:
    "{whole:plain} entries in full, {told:plain} without the name of who did it, {hidden:plain} of staff by their hash alone.",
  exportOf: "Export of the exam “{title}”",
  exportHolds: "{attempts:attempts}, {entries:plain} entries in {lines:plain} lines.",
  exportNotReplayed: "Of these, {n:attempts} were scored by another version, whose scores were not computed again.",
  keyConfirmed: "The key is confirmed.",
  keyUnconfirmed: "The key is not confirmed: it is known from the file alone. Give the server's key, or a receipt.",
  keyIs: "Signed with the key {key}",
  receiptsFit: "Receipts that fit: {n:plain}",
  hash: "Hash of the last line: {hash}",
  replay: "How the answers came to be",
  replayLead: "Played from the file. The questions are not in it.",
} as const;
