// JavaScript's side: see src/canonical/tokenizer/host.ts. What rejects throws there, and never comes back.
declare function reject(at: i32): void
declare function tooDeep(): void
declare function respell(start: i32, end: i32, size: i32): i32
declare function noteLone(at: i32, size: i32): void

@unmanaged
export class Host {
  reject(at: i32): void {
    reject(at)
  }
  tooDeep(): void {
    tooDeep()
  }
  respell(start: i32, end: i32, size: i32): i32 {
    return respell(start, end, size)
  }
  noteLone(at: i32, size: i32): void {
    noteLone(at, size)
  }
}
