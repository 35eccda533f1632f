// Elements that wait together in a block: as long as the block is far away it is watched in their place, because what a
// browser does for each watched element, it does in every frame.

/** Which elements wait in which blocks. */
export class NearBlocks {
  readonly #members = new Map<Element, Set<Element>>()
  readonly #blocks = new Map<Element, Element>()
  readonly #opened = new WeakSet<Element>()

  /**
   * Has an element wait in a block. Returns what is to be watched from now on: the block if this is the first in it, the
   * element itself if the block was near already.
   */
  add(element: Element, block: Element): Element | undefined {
    if (this.#opened.has(block)) return element
    this.#blocks.set(element, block)
    const members = this.#members.get(block)
    members?.add(element)
    if (members) return undefined
    this.#members.set(block, new Set([element]))
    return block
  }

  /** The elements of a block that is near now, in the order in which they were added; none of what is no block. */
  open(block: Element): readonly Element[] {
    const members = [...(this.#members.get(block) ?? [])]
    if (this.#members.delete(block)) this.#opened.add(block)
    for (const element of members) this.#blocks.delete(element)
    return members
  }

  /** Forgets an element. Returns its block if that is empty now. */
  remove(element: Element): Element | undefined {
    const block = this.#blocks.get(element)
    const members = block && this.#members.get(block)
    this.#blocks.delete(element)
    members?.delete(element)
    if (block === undefined || members?.size !== 0) return undefined
    this.#members.delete(block)
    return block
  }

  /** Forgets everything. */
  clear(): void {
    this.#members.clear()
    this.#blocks.clear()
  }
}
