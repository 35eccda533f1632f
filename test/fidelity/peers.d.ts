// What the score calls of its peer. It is installed in test/fidelity/node_modules and may be absent when types are checked.
declare module '@jupyterlab/apputils/lib/sanitizer.js' {
  export class Sanitizer {
    sanitize(dirty: string): string
  }
}
