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
