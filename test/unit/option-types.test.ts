// Under `exactOptionalPropertyTypes` an option that may be left out does not take `undefined` by itself. Ours all do, because
// hosts hand on options of their own, which may not be set. The compiler holds these claims: `tsc --noEmit` looks here.
import { expectTypeOf, test } from 'vitest'
import type {
  BadgeOptions,
  Content,
  DigestOptions,
  ElementParts,
  EncodeOptions,
  ErrorDetails,
  IndexedDbStoreOptions,
  KeyOptions,
  MarkdownCellOptions,
  MarkdownOptions,
  MathOptions,
  MemoryStoreOptions,
  MountOptions,
  NearPlace,
  NearQueueOptions,
  NotaryOptions,
  OpenNotaryOptions,
  ParseInWorkerOptions,
  parseNotebook,
  RenderOptions,
  ReportOptions,
  ReviewOptions,
  RevokeAllOptions,
  SanitizeOptions,
  ScriptQueueOptions,
  SessionOptions,
  TrustDialogOptions,
  WhenNearOptions,
} from '../../src/index.js'
import type {
  NodeNotaryOptions,
  ReadOptions,
  SecretFileOptions,
  SignatureDatabaseOptions,
} from '../../src/node/index.js'

// The names of the options that may be left out, but not be undefined.
type Refusing<Options> = {
  [Name in keyof Options]-?: { [Key in never]: never } extends Pick<Options, Name>
    ? { readonly [Key in Name]: undefined } extends Pick<Options, Name>
      ? never
      : Name
    : never
}[keyof Options]

test('what the compiler is asked here can fail', () => {
  expectTypeOf<Refusing<{ a?: string; b?: string | undefined; c: string }>>().toEqualTypeOf<'a'>()
})

test('what a page is made with takes undefined for whatever may be left out', () => {
  expectTypeOf<Refusing<RenderOptions>>().toBeNever()
  expectTypeOf<Refusing<ReviewOptions>>().toBeNever()
  expectTypeOf<Refusing<MarkdownCellOptions>>().toBeNever()
  expectTypeOf<Refusing<WhenNearOptions>>().toBeNever()
  expectTypeOf<Refusing<NearPlace>>().toBeNever()
  expectTypeOf<Refusing<NearQueueOptions>>().toBeNever()
  expectTypeOf<Refusing<ScriptQueueOptions>>().toBeNever()
  expectTypeOf<Refusing<BadgeOptions>>().toBeNever()
  expectTypeOf<Refusing<TrustDialogOptions>>().toBeNever()
  expectTypeOf<Refusing<ReportOptions>>().toBeNever()
  expectTypeOf<Refusing<ElementParts>>().toBeNever()
  expectTypeOf<Refusing<Content>>().toEqualTypeOf<'dispose'>()
})

test('so does what reads, sanitizes, signs and remembers', () => {
  expectTypeOf<Refusing<NonNullable<Parameters<typeof parseNotebook>[1]>>>().toBeNever()
  expectTypeOf<Refusing<ParseInWorkerOptions>>().toBeNever()
  expectTypeOf<Refusing<SanitizeOptions>>().toBeNever()
  expectTypeOf<Refusing<MarkdownOptions>>().toBeNever()
  expectTypeOf<Refusing<MathOptions>>().toBeNever()
  expectTypeOf<Refusing<MountOptions>>().toBeNever()
  expectTypeOf<Refusing<DigestOptions>>().toBeNever()
  expectTypeOf<Refusing<EncodeOptions>>().toBeNever()
  expectTypeOf<Refusing<KeyOptions>>().toBeNever()
  expectTypeOf<Refusing<IndexedDbStoreOptions>>().toBeNever()
  expectTypeOf<Refusing<MemoryStoreOptions>>().toBeNever()
  expectTypeOf<Refusing<NotaryOptions>>().toBeNever()
  expectTypeOf<Refusing<OpenNotaryOptions>>().toBeNever()
  expectTypeOf<Refusing<SessionOptions>>().toBeNever()
  expectTypeOf<Refusing<RevokeAllOptions>>().toBeNever()
  expectTypeOf<Refusing<ErrorDetails>>().toBeNever()
})

test('so do the options of Node', () => {
  expectTypeOf<Refusing<NodeNotaryOptions>>().toBeNever()
  expectTypeOf<Refusing<ReadOptions>>().toBeNever()
  expectTypeOf<Refusing<SecretFileOptions>>().toBeNever()
  expectTypeOf<Refusing<SignatureDatabaseOptions>>().toBeNever()
})
