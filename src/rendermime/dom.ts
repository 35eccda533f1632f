// Builds elements from text and nodes, never from markup, so that nothing in a notebook can become an element this way.

/** Attributes by name; `undefined` and `false` leave one out, `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** A new element of `document` with these attributes and children. Strings become text nodes. */
export function build<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  { attributes = {}, children = [] }: ElementParts = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children)
  return element
}

/** What an element is made of. */
export interface ElementParts {
  readonly attributes?: Attributes | undefined
  readonly children?: readonly (Node | string)[] | undefined
}
