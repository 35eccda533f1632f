// The few functions of peers that the benchmark calls. They are installed in bench/node_modules and may be absent when types are checked.
declare module 'canonicalize' {
  export default function canonicalize(value: unknown): string
}
