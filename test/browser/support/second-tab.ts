// A page of its own with a session of its own: opens what it is told to, runs a cell, and reports what it trusts after
// every change.
import { type CodeCellV4, parseNotebook } from '../../../src/nbformat/index.js'
import { openNotary } from '../../../src/open-notary.js'
import { TrustSession } from '../../../src/session.js'
import { html } from '../../support/notebooks.js'

export interface TabCommand {
  readonly source: string
  readonly databaseName: string
  readonly channel: string
}

export interface TabReport {
  readonly isFullyTrusted: boolean
  /** Whether the output that this page ran itself is trusted. */
  readonly isOwnTrusted: boolean
}

addEventListener('message', async ({ data }: MessageEvent<TabCommand>) => {
  const { source, databaseName, channel } = data
  const notary = await openNotary({ databaseName })
  const notebook = parseNotebook(source)
  const session = await TrustSession.open(notebook, notary, { source, channel })
  const own = html('run in the second tab')
  const cell: CodeCellV4 = { cell_type: 'code', metadata: {}, source: '', execution_count: 1, outputs: [] }
  session.startExecution(cell).trust(own)
  const report = (): void => {
    const state: TabReport = { isFullyTrusted: session.isFullyTrusted, isOwnTrusted: session.isTrusted(own) }
    parent.postMessage(state, '*')
  }
  session.addEventListener('trustchange', report)
  report()
})
parent.postMessage('ready', '*')
