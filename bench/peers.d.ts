// The few functions of peers that the benchmark calls. They are installed in bench/node_modules and may be absent when types
// are checked.
declare module 'canonicalize' {
  export default function canonicalize(value: unknown): string
}
declare module '@jupyterlab/apputils/lib/sanitizer' {
  export class Sanitizer {
    sanitize(dirty: string): string
  }
}
declare module 'markdown-it' {
  export default class MarkdownIt {
    constructor(options: { readonly html: boolean; readonly linkify: boolean })
    render(source: string): string
  }
}
declare module '@jupyterlab/rendermime' {
  type Bundle = Readonly<Record<string, never>>
  export class MimeModel {
    constructor(options: { readonly data: Bundle; readonly trusted: boolean })
  }
  export class RenderMimeRegistry {
    constructor(options: { readonly initialFactories: readonly object[] })
    preferredMimeType(bundle: Bundle, safe: 'ensure' | 'any'): string | undefined
    createRenderer(mimeType: string): {
      readonly node: HTMLElement
      renderModel(model: MimeModel): Promise<void>
    }
  }
  export const standardRendererFactories: readonly object[]
}
