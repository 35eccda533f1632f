// Everything a notebook frontend needs, grouped by domain. Importing it does nothing; `nbtrust/sanitize` is the
// sanitizer alone.

// Styles, which in front make the smallest bundle

export { uiCss } from './ui/styles.js'

// Sanitizing

export {
  type AttachmentBundles,
  type DomWindow,
  englishLabels,
  FRAGMENT_EVENT,
  type Katex,
  type KatexOptions,
  LIMITS,
  type Limits,
  type MarkdownOptions,
  type MathOptions,
  type MathOutput,
  type MountOptions,
  mountSafeHtml,
  POLICIES,
  type Policy,
  type PolicyChanges,
  type PolicyName,
  type RemoteContent,
  type Removal,
  type RemovalReason,
  renderAnsi,
  renderLatex,
  renderMarkdown,
  restrictPolicy,
  SafeHtml,
  type SafeResult,
  type SanitizeLabels,
  type SanitizeOptions,
  sanitizeAll,
  sanitizeHtml,
  sanitizeSvg,
  setSafeHtml,
} from './sanitize/index.js'

// Errors

export { type ErrorCode, type ErrorDetails, NbtrustError } from './lib/errors.js'

// The file format

export {
  cellAttachments,
  cellSource,
  cellsOf,
  checkCells,
  codeCells,
  defaultMaxBytes,
  executionCount,
  isSafeOutput,
  joinLines,
  type MessageScope,
  markCells,
  outputBundle,
  type ParseInWorkerOptions,
  parseNotebook,
  parseNotebookInWorker,
  serializeNotebook,
  serveParsing,
} from './nbformat/index.js'
export type * from './nbformat/model.js'

// Digests

export {
  canonicalBytes,
  canonicalBytesOffThread,
  type EncodeOptions,
  type Encoding,
} from './canonical/index.js'
export {
  computeDigest,
  createHmac,
  type DigestOptions,
  type HashAlgorithm,
  type Hmac,
  type HmacEngine,
  hashAlgorithms,
  prepareDigests,
  signatureAlgorithm,
} from './digest/index.js'

// Keys and signatures

export { type KeyOptions, makeKey, openKey, resetKey, type SigningKey } from './keys/index.js'
export {
  defaultCacheSize,
  type IndexedDbStoreOptions,
  indexedDbStore,
  type MemoryStoreOptions,
  memoryStore,
  type Signature,
  type SignatureStore,
} from './signatures/index.js'

// Trust

export { Notary, type NotaryOptions, type Seal } from './notary.js'
export { type OpenNotaryOptions, openNotary } from './open-notary.js'
export { type RevokeAllOptions, revokeAll } from './revoke-all.js'
export { TrustSession } from './session.js'
export type { TrustEvents } from './session-events.js'
export type { Execution } from './session-execution.js'
export { type RecordedOutput, recordNotebook } from './session-ledger.js'
export type { SessionOptions, TrustChange, TrustChangeCause, TrustCounts } from './session-types.js'

// Rendering

export {
  type Attributes,
  adoptStyles,
  build,
  type Candidate,
  type CellReview,
  type Choice,
  type Content,
  contentCss,
  countKinds,
  type DataOnlyName,
  type ElementParts,
  englishRenderMessages,
  type Finding,
  isCosmetic,
  type MarkdownCellOptions,
  type MimeRenderer,
  markdownCss,
  type NearPlace,
  NearQueue,
  type NearQueueOptions,
  outputCss,
  type RenderContext,
  type Rendered,
  type RenderedWhenNear,
  type RenderMessages,
  RenderMimeRegistry,
  type RenderOptions,
  type Review,
  type ReviewOptions,
  renderMarkdownCell,
  renderMarkdownCellWhenNear,
  renderOutput,
  renderOutputWhenNear,
  reviewNotebook,
  reviewNotebookInSlices,
  ScriptQueue,
  type ScriptQueueOptions,
  type Tier,
  type TrustOracle,
  themeCss,
  type WhenNearOptions,
  type WithheldKind,
  withheldKind,
} from './rendermime/index.js'

// User interface

export {
  type BadgeOptions,
  englishMessages,
  type Messages,
  type ReportOptions,
  removalReport,
  revokeTrust,
  summarize,
  type TrustAnswer,
  type TrustController,
  type TrustDialogOptions,
  trustBadge,
  trustNotebook,
} from './ui/index.js'
