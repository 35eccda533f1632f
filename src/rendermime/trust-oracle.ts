// The one question that rendering asks about trust. `session.ts` answers it; a renderer without a session asks nobody.

/** Says whether an output may do what Jupyter's own trusted outputs do. */
export interface TrustOracle {
  /** True only if the current user ran or trusted this very output. Synchronous; never throws. */
  isTrusted(output: object): boolean
}
