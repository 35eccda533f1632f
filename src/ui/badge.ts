// The badge that says whether the open notebook is trusted, with the button that changes it.
import { hasUnsafeOutputs } from '../nbformat/index.js'
import { adoptStyles, build } from '../rendermime/index.js'
import type { TrustController } from './controller.js'
import { type TrustDialogOptions, trustNotebook } from './dialog.js'
import { englishMessages, type Messages } from './messages.js'
import { revokeTrust } from './revoke.js'
import { uiCss } from './styles.js'

/** How the badge is made. */
export interface BadgeOptions extends TrustDialogOptions {
  /** Ends the badge's interest in the session, and takes back what its dialog asks. */
  readonly signal?: AbortSignal | undefined
  /** Called instead of `trustNotebook` when the reader asks for trust. */
  readonly onTrust?: (() => void) | undefined
  /** Called instead of `revokeTrust` when the reader withdraws trust. */
  readonly onRevoke?: (() => void) | undefined
  /** Told in one sentence when trust could not be remembered, or its signature not removed. */
  readonly onProblem?: ((sentence: string) => void) | undefined
}

/** "Not trusted", with counts and a button that opens the dialog. Follows the session's `trustchange` events. */
export function trustBadge(session: TrustController, options: BadgeOptions = {}): HTMLElement {
  const messages = options.messages ?? englishMessages
  const document = options.document ?? globalThis.document
  adoptStyles(document, uiCss)
  const status = build(document, 'span', { attributes: { role: 'status', class: 'nbtrust-badge-status' } })
  const button = build(document, 'button', { attributes: { type: 'button', class: 'nbtrust-button' } })
  const badge = build(document, 'div', { attributes: { class: 'nbtrust-badge' }, children: [status, button] })

  const update = () => {
    const trusted = session.isFullyTrusted
    badge.dataset.status = trusted ? 'trusted' : 'untrusted'
    status.replaceChildren(
      build(document, 'strong', { children: [trusted ? messages.badgeTrusted : messages.badgeUntrusted] }),
      ' ',
      build(document, 'span', { children: [messages.badgeCounts(session.counts)] }),
    )
    button.hidden = trusted && !hasUnsafeOutputs(session.notebook)
    button.textContent = trusted ? messages.revokeButton : messages.trustButton
    button.dataset.action = trusted ? 'revoke' : 'trust'
  }
  button.addEventListener('click', () => {
    if (button.dataset.action === 'trust') askForTrust(session, { ...options, messages })
    else withdrawTrust(session, { ...options, messages })
  })
  session.addEventListener('trustchange', update, options.signal ? { signal: options.signal } : {})
  update()
  return badge
}

type Asked = BadgeOptions & { readonly messages: Messages }

function askForTrust(session: TrustController, options: Asked): void {
  if (options.onTrust) options.onTrust()
  else {
    trustNotebook(session, options).then(
      (answer) => {
        if (answer === 'trusted until closed') options.onProblem?.(options.messages.trustedUntilClosed)
      },
      (error: unknown) => options.onProblem?.(options.messages.trustFailed(sentenceOf(error), error)),
    )
  }
}

function withdrawTrust(session: TrustController, options: Asked): void {
  if (options.onRevoke) options.onRevoke()
  else {
    revokeTrust(session).catch((error: unknown) => {
      options.onProblem?.(options.messages.revokeFailed(sentenceOf(error), error))
    })
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
