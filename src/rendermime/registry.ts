// Chooses how to show a bundle of MIME types: JupyterLab's ranks, and for untrusted data only what is marked safe.
import type { MimeRenderer, Tier } from './content.js'
import { essence } from './mime-type.js'
import { defaultRenderers } from './renderers/index.js'

/** A MIME type of a bundle together with the renderer for it. */
export interface Candidate {
  readonly mimeType: string
  readonly renderer: MimeRenderer
}

/** What a bundle offers in one tier. */
export interface Choice {
  /** What may be shown, best first. */
  readonly candidates: readonly Candidate[]
  /** Types that only a trusted output may show, best first. */
  readonly withheld: readonly string[]
  /** Types that no renderer knows. */
  readonly unknown: readonly string[]
}

/** The renderers of an application. Starts with the built-in ones; a later one wins over an earlier one of the same rank. */
export class RenderMimeRegistry {
  readonly #renderers: MimeRenderer[]

  constructor(renderers: readonly MimeRenderer[] = defaultRenderers) {
    this.#renderers = [...renderers]
  }

  /** Adds a renderer. Whoever marks one `safe` promises that it makes any data inert. */
  add(renderer: MimeRenderer): this {
    this.#renderers.push(renderer)
    return this
  }

  /** Sorts the MIME types of a bundle into what can be shown in this tier, what is withheld and what is unknown. Never throws. */
  choose(mimeTypes: readonly string[], tier: Tier): Choice {
    const candidates: Candidate[] = []
    const withheld: Candidate[] = []
    const unknown: string[] = []
    for (const mimeType of mimeTypes) {
      const type = essence(mimeType)
      const known = this.#renderers.filter((item) => item.mimeTypes.includes(type))
      const allowed = known.filter((item) => tier === 'trusted' || item.safety === 'safe')
      const best = lowest(allowed)
      const wanted = lowest(known)
      if (best) candidates.push({ mimeType, renderer: best })
      else if (wanted) withheld.push({ mimeType, renderer: wanted })
      else unknown.push(mimeType)
    }
    return {
      candidates: candidates.sort(byRank),
      withheld: withheld.sort(byRank).map((item) => item.mimeType),
      unknown,
    }
  }

  /** The best MIME type of the bundle in this tier, as JupyterLab's `preferredMimeType`. */
  preferredMimeType(bundle: object, tier: Tier): string | undefined {
    return this.choose(Object.keys(bundle), tier).candidates[0]?.mimeType
  }
}

function lowest(renderers: readonly MimeRenderer[]): MimeRenderer | undefined {
  return renderers.reduce<MimeRenderer | undefined>(
    (best, item) => (best && best.rank < item.rank ? best : item),
    undefined,
  )
}

function byRank(one: Candidate, other: Candidate): number {
  return one.renderer.rank - other.renderer.rank
}
