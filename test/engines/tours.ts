// What each engine does: every payload by the routes that differ in what the engine itself does. `light`, which sets the very
// nodes that `string` writes out, is left to the fastest of them.
import type { Kind, Payload } from '../corpora/payload.js'
import type { Route } from '../corpora/present.js'
import type { EngineName } from './lane.js'
import type { Tour } from './visit.js'

/** A route and the page it is taken in. */
export type Way = Pick<Tour, 'route' | 'page'>

const way = (route: Route, page: Way['page'] = 'engine'): Way => ({ route, page })
// A page with Trusted Types takes no strings.
const main: readonly Way[] = [way('output'), way('scoped'), way('string'), way('output', 'engine-csp')]

/** The ways an engine takes. */
export const ways: { readonly [name in EngineName]: readonly Way[] } = {
  chromium: main,
  firefox: [...main, way('light')],
  webkit: main,
}

const whole: ReadonlySet<Kind> = new Set(['output', 'attachment', 'notebook'])

/** Whether there is such a way for a payload: what is no markup is only ever rendered as an output. */
export function leads({ route }: Way, { kind }: Payload): boolean {
  return route === 'output' || !whole.has(kind)
}

/** A way in words. */
export function named({ route, page }: Way): string {
  return page === 'engine-csp' ? `${route}, strict page` : route
}
