// Counts what the browser requests while a notebook is open, so that the reader need not take our word for it.

/** Calls back with the number of requests since now, whenever it changes. Returns how to stop. */
export function countRequests(onCount: (count: number) => void): () => void {
  const from = performance.now()
  let count = 0
  const observer = new PerformanceObserver((list) => {
    const fresh = list.getEntries().filter((entry) => entry.startTime >= from && /^https?:/.test(entry.name))
    if (fresh.length === 0) return
    count += fresh.length
    onCount(count)
  })
  observer.observe({ type: 'resource' })
  onCount(0)
  return () => observer.disconnect()
}
