// The types of src/lib/portable.ts in WebAssembly's one memory: offsets are addresses in it.
export type int = i32
export type AnyBytes = Bytes

@unmanaged
export class Bytes {
  @inline @operator('[]') at(index: i32): i32 {
    return load<u8>(index)
  }
  @inline @operator('[]=') put(index: i32, byte: i32): void {
    store<u8>(index, byte)
  }
}

@unmanaged
export class Words {
  @inline getInt32(at: i32, _littleEndian: bool): i32 {
    return load<i32>(at)
  }
  @inline setInt32(at: i32, word: i32, _littleEndian: bool): void {
    store<i32>(at, word)
  }
}

// Numbers of more bytes count from where the object lies.
@unmanaged
export class Ints {
  @inline @operator('[]') at(index: i32): i32 {
    return load<i32>(changetype<usize>(this) + ((<usize>index) << 2))
  }
  @inline @operator('[]=') put(index: i32, value: i32): void {
    store<i32>(changetype<usize>(this) + ((<usize>index) << 2), value)
  }
}
