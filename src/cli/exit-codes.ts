// What the exit code of the nbtrust command says.

/** Everything that was asked for is done; every notebook is trusted; nothing active was found. */
export const exitDone = 0 as const
/** The answer is no: a notebook is untrusted, holds active content, or could not be read. As `jupyter trust` does. */
export const exitNo = 1 as const
/** The command was called in a way that makes no sense. */
export const exitUsage = 2 as const
/** The signing key or the signature database cannot be used, so nothing could be answered. */
export const exitUnavailable = 3 as const
/** A mistake in nbtrust itself. (EX_SOFTWARE of sysexits.h) */
export const exitMistake = 70 as const

export type ExitCode =
  | typeof exitDone
  | typeof exitNo
  | typeof exitUsage
  | typeof exitUnavailable
  | typeof exitMistake
