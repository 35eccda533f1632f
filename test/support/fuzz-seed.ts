// Properties are searched from one fixed seed, so that a run of the tests says something about the change and not about
// luck. `npm run fuzz` searches from a fresh one.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(import.meta.env.VITE_FUZZ_SEED ?? 20261121) })
