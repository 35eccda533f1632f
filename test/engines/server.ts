// One small server: it gives out the harness page, stands in as the proxy for every other host, and writes down each
// request, so that a connection which an engine opens without telling anybody is seen as well.
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'

/** A request or a tunnel somebody asked for. */
export interface Logged {
  readonly host: string
  readonly path: string
  readonly method: string
}

/** The running server. */
export interface TestServer {
  /** Where the harness is: `http://localhost:…`. */
  readonly origin: string
  /** The same server as a proxy: `127.0.0.1:…`. */
  readonly proxy: string
  /** How much was logged so far. */
  mark(): number
  /** What was logged since, without the harness's own files. */
  since(mark: number): readonly Logged[]
  close(): void
}

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}
const csp = "require-trusted-types-for 'script'; script-src 'self'; style-src 'self'"

/** Serves a built harness below `/engine/`, and below `/engine-csp/` with the strict policy. */
export async function startServer(root: string): Promise<TestServer> {
  const log: Logged[] = []
  const note = (entry: Logged): void => {
    log.push(entry)
  }
  const server = createServer((request, response) => answer({ root, note }, request, response))
  server.on('connect', (request, socket) => {
    note({ host: hostOf(request.url ?? ''), path: '', method: 'CONNECT' })
    socket.on('error', () => undefined)
    // A tunnel that leads nowhere. If it were refused, a tab of WebKit's would not say where it wanted to go.
    socket.once('data', () => socket.destroy())
    socket.write('HTTP/1.1 200 Nowhere\r\n\r\n')
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://localhost:${port}`,
    proxy: `127.0.0.1:${port}`,
    mark: () => log.length,
    since: (mark) => log.slice(mark),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

interface Serving {
  readonly root: string
  readonly note: (entry: Logged) => void
}

function answer({ root, note }: Serving, request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? '/'
  const method = request.method ?? 'GET'
  if (!url.startsWith('/')) {
    // Not the URL parser: engines ask for hosts that it refuses.
    const [, host = '', rest = ''] = /^[a-z]+:\/\/([^/?#]*)(.*)$/i.exec(url) ?? []
    note({ host, path: rest, method })
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>elsewhere</title>')
    return
  }
  const path = normalize(url.replace(/[?#].*$/, ''))
  const file = /^\/engine(?:-csp)?\/(.*)$/.exec(path)?.[1]
  const place = file === undefined ? undefined : join(root, file === '' ? 'index.html' : file)
  const type = place && types[extname(place)]
  if (place && type && existsSync(place)) {
    const strict = path.startsWith('/engine-csp/') ? { 'content-security-policy': csp } : {}
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600', ...strict })
    createReadStream(place).pipe(response)
    return
  }
  if (path !== '/favicon.ico') note({ host: 'same origin', path: url, method })
  response.writeHead(404, { 'content-type': 'text/plain' })
  response.end('not here')
}

function hostOf(authority: string): string {
  return authority.replace(/:443$/, '')
}
