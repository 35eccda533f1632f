// Loaded before everything else: writes down what must never happen in this page.
;(() => {
  const log = []
  const note = (column, detail) => {
    log.push({ column, detail: String(detail).slice(0, 200) })
  }
  Object.defineProperty(window, '__nbtrustLog', { value: log })
  Object.defineProperty(window, '__nbtrustCanary', {
    configurable: false,
    writable: false,
    value: (id) => note('execution', `canary ${id}`),
  })
  for (const name of ['alert', 'confirm', 'prompt', 'print']) {
    const value = (...args) => note('execution', `${name}(${args.join(', ').slice(0, 80)})`)
    Object.defineProperty(window, name, { configurable: true, writable: true, value })
  }
  const open = window.open
  window.open = (...args) => {
    note('navigation', `open(${args.join(', ').slice(0, 80)})`)
    return open.apply(window, args.slice(0, 0))
  }
  addEventListener('error', (event) => {
    if (event.target === window && !/ResizeObserver loop/.test(event.message))
      note('execution', `error: ${event.message}`)
  })
  addEventListener('unhandledrejection', (event) => note('execution', `rejection: ${event.reason}`))
  document.addEventListener('securitypolicyviolation', (event) => {
    note('execution', `CSP ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
  })
  for (const name of ['hashchange', 'popstate'])
    addEventListener(name, () => note('navigation', `${name} ${location.href}`))
  // Events on what belongs to the host: nobody but the payload can have caused them.
  for (const name of [
    'input',
    'change',
    'reset',
    'submit',
    'toggle',
    'beforetoggle',
    'command',
    'close',
    'cancel',
    'invalid',
    'click',
  ]) {
    addEventListener(
      name,
      (event) => {
        const [first] = event.composedPath()
        if (first instanceof Element && first.closest('[data-host]')) {
          note(
            name === 'submit' ? 'navigation' : 'imitation',
            `${name} on the host's ${first.id || first.localName}`,
          )
        }
      },
      true,
    )
  }
  // What frontends do with attributes: whatever is clicked may name a command.
  addEventListener('click', (event) => {
    for (const node of event.composedPath()) {
      if (!(node instanceof Element)) continue
      for (const { name } of node.attributes) {
        if (
          /^(data-(commandlinker|action|method|toggle|bs-toggle|confirm|remote|href)|hx-|jsaction)/.test(name)
        ) {
          note('imitation', `the host would act on ${name}`)
        }
      }
    }
  })
})()
