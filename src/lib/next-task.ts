// Lets a page do in between what it has to.

/** Resolves in a task of its own, behind what the page has to do already. Timers would wait for 4 ms each. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
