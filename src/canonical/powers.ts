// Powers of ten for the tokenizer, more exact than a double can say.
import { mostPlaces } from './tokenizer/shortest.js'

/** Powers of ten as doubles. */
export const powers: Float64Array = Float64Array.from({ length: mostPlaces + 1 }, (_, places) =>
  Number(`1e${places}`),
)

/** What each double lacks of the power (10^22 is the last that lacks nothing). */
export const lacks: Float64Array = powers.map((power, places) =>
  Number(10n ** BigInt(places) - BigInt(power)),
)
