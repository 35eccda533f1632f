// Real second, third and tenth places on this origin: pages in iframes and dedicated workers, each with its own module
// graph, that run an entry module of these tests.

/** Runs a module in a new same-origin page; whoever posts to its parent is heard by `firstMessage`. */
export function openPage(module: URL): HTMLIFrameElement {
  const page = document.createElement('iframe')
  // Vitest has every dynamic import go through its runner, which this page does not have.
  const runner = '__vitest_browser_runner__ = { wrapDynamicImport: (load) => load() }'
  page.srcdoc = `<!doctype html><script>${runner}</script><script type="module" src="${module.href}"></script>`
  document.body.append(page)
  return page
}

/** The first message that a page sends to the page which opened it. */
export function firstMessage(page: HTMLIFrameElement): Promise<unknown> {
  return new Promise((resolve) => {
    const listener = ({ source, data }: MessageEvent): void => {
      if (source !== page.contentWindow) return
      removeEventListener('message', listener)
      resolve(data)
    }
    addEventListener('message', listener)
  })
}

export function openWorker(module: URL): Worker {
  return new Worker(module, { type: 'module' })
}

export function firstMessageOfWorker(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
    worker.addEventListener('error', reject, { once: true })
  })
}
