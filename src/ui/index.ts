// The user interface of trust: a badge, a dialog, a report, and their sentences.
export { type BadgeOptions, trustBadge } from './badge.js'
export type { TrustController } from './controller.js'
export { type TrustAnswer, type TrustDialogOptions, trustNotebook } from './dialog.js'
export { englishMessages, type Messages, summarize } from './messages.js'
export { type ReportOptions, removalReport } from './report.js'
export { revokeTrust } from './revoke.js'
