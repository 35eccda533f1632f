// Does work for an element when a reader comes near it, a few milliseconds at a time, so that a long notebook costs what is
// looked at. Printing does all of it; what must keep an order is done in that order, near or not.

import { nextTask } from '../lib/next-task.js'
import { NearBlocks } from './near-blocks.js'

/** How a queue is made. */
export interface NearQueueOptions {
  /** The element that scrolls. Default: the document, also inside a frame. */
  readonly root?: Element | Document | undefined
  /** How far beyond what is seen is near, as the `rootMargin` of an IntersectionObserver. Default: one screen. */
  readonly margin?: string | undefined
}

/** Where an element is. */
export interface NearPlace {
  /**
   * An element around it and its neighbours, such as one for every dozen cells. As long as that is far away only it is
   * watched, which a page of thousands of elements feels in every frame. It has to enclose what it holds.
   */
  readonly block?: Element | undefined
}

/** Work for one element: done once, at a moment that the queue chooses. */
type Work = () => void

// A frame has 16 ms, and the browser wants some of it. What is begun is finished: one large output can take longer.
const sliceMs = 8

/**
 * One queue per page or scrolling element. Where there is no IntersectionObserver (jsdom), all work is done in order.
 * Work that throws is reported as an uncaught error and holds nothing up. Nothing runs before the next task of the event loop, so the caller has attached its elements by then.
 */
export class NearQueue {
  readonly #observer: IntersectionObserver | undefined
  readonly #waiting = new Map<Element, Work>()
  readonly #blocks = new NearBlocks()
  // Elements and blocks that the observer has not reported yet: whether they are near is not known.
  readonly #unseen = new Set<Element>()
  // Near elements by how far they are from the middle of what is seen, in pixels.
  readonly #near = new Map<Element, number>()
  readonly #inOrder = new Map<Element, Work>()
  readonly #listening = new AbortController()
  #isRunning = false
  #whenIdle: (() => void)[] = []

  constructor({ root = globalThis.document, margin = '100% 0px' }: NearQueueOptions = {}) {
    if (typeof IntersectionObserver === 'function') {
      this.#observer = new IntersectionObserver((entries) => this.#see(entries), { root, rootMargin: margin })
    }
    const { signal } = this.#listening
    // A printed page has no "near". Find-in-page needs no event: what waits has its text in the page.
    if (typeof addEventListener === 'function')
      addEventListener('beforeprint', () => this.runAll(), { signal })
  }

  /** Does `work` once the element is near. Replaces other work that waits for the same element. */
  add(element: Element, work: () => void, { block }: NearPlace = {}): void {
    if (this.#listening.signal.aborted) return
    this.cancel(element)
    if (this.#observer) {
      this.#waiting.set(element, work)
      const watched = block ? this.#blocks.add(element, block) : element
      if (watched) this.#watch(watched)
    } else this.addInOrder(element, work)
  }

  /**
   * Does `work` soon, near or not, and after all work that was added in order before: for outputs whose scripts count on
   * what stands above them. Add from top to bottom.
   */
  addInOrder(element: Element, work: () => void): void {
    if (this.#listening.signal.aborted) return
    this.cancel(element)
    this.#inOrder.set(element, work)
    this.#start()
  }

  /** Forgets the work for an element, if any is left. */
  cancel(element: Element): void {
    this.#waiting.delete(element)
    this.#inOrder.delete(element)
    this.#near.delete(element)
    this.#unwatch(element)
    const block = this.#blocks.remove(element)
    if (block) this.#unwatch(block)
  }

  /** How many elements are still to be rendered: when a reader comes near, or in their order. */
  get waiting(): number {
    return this.#waiting.size + this.#inOrder.size
  }

  /** Does everything at once, as before printing. Takes as long as it takes. */
  runAll(): void {
    for (const element of [...this.#inOrder.keys(), ...this.#waiting.keys()]) this.#run(element)
    this.#settle()
  }

  /** Resolves when nothing is left to do for what is near now. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenIdle.push(resolve)
      this.#settle()
    })
  }

  /** Forgets all work for good. */
  close(): void {
    this.#listening.abort()
    this.#observer?.disconnect()
    for (const left of [this.#waiting, this.#blocks, this.#unseen, this.#near, this.#inOrder]) left.clear()
    this.#settle()
  }

  #watch(element: Element): void {
    this.#unseen.add(element)
    this.#observer?.observe(element)
  }

  #unwatch(element: Element): void {
    this.#unseen.delete(element)
    this.#observer?.unobserve(element)
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect: box, rootBounds } of entries) {
      this.#unseen.delete(target)
      if (!this.#waiting.has(target)) {
        if (isIntersecting) this.#open(target)
        continue
      }
      const middle = rootBounds ? rootBounds.top + rootBounds.height / 2 : 0
      const beside = Math.max(box.top - middle, middle - box.bottom, 0)
      if (isIntersecting) this.#near.set(target, beside)
      else this.#near.delete(target)
    }
    this.#start()
    this.#settle()
  }

  // From now on each element of the block is watched itself.
  #open(block: Element): void {
    for (const element of this.#blocks.open(block)) this.#watch(element)
    this.#unwatch(block)
  }

  #start(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    nextTask().then(() => this.#work())
  }

  async #work(): Promise<void> {
    let began = performance.now()
    for (let next = this.#next(); next; next = this.#next()) {
      this.#run(next)
      if (performance.now() - began < sliceMs) continue
      await nextTask()
      began = performance.now()
    }
    this.#isRunning = false
    this.#settle()
  }

  // What a reader looks at comes before what keeps an order.
  #next(): Element | undefined {
    let [nearest, least]: [Element | undefined, number] = [undefined, Number.POSITIVE_INFINITY]
    for (const [element, distance] of this.#near) {
      if (distance < least) [nearest, least] = [element, distance]
    }
    return nearest ?? this.#inOrder.keys().next().value
  }

  #run(element: Element): void {
    const work = this.#waiting.get(element) ?? this.#inOrder.get(element)
    this.cancel(element)
    try {
      work?.()
    } catch (error) {
      reportError(error)
    }
  }

  #settle(): void {
    if (this.#isRunning || this.#unseen.size + this.#near.size + this.#inOrder.size > 0) return
    for (const resolve of this.#whenIdle.splice(0)) resolve()
  }
}
