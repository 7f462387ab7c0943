/** How a process that reads a file ends when it has to end itself. */
export const EXIT_CODES = { time: 3, memory: 4 } as const;
