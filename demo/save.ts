// Hands a file to the browser's downloads.

/** Downloads a text as a file of this name. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/x-ipynb+json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name.endsWith('.ipynb') ? name : `${name}.ipynb`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
