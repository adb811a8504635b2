/**
 * Serves the built site, started by scripts/setup/serve.mjs. HOST says where it listens; Next is told „localhost“ in any case,
 * because it calls this machine so by itself, and would take every other name for another site and fetch its own pages from there.
 */
import { createServer } from 'node:http'
import { refuseConnections } from './setup/refuse-connections.mjs'
import { projectPath } from './setup/project-path.mjs'
import { settings } from './setup/settings.mjs'
import { surviveLostOutput } from './setup/survive-lost-output.mjs'

process.env.NODE_ENV = 'production'
surviveLostOutput()
refuseConnections()
const { host, port } = settings()

/** Milliseconds: a form arrives within seconds, two megabytes over a slow line within two minutes. */
const patience = { headers: 20_000, request: 120_000 }
const server = createServer({ headersTimeout: patience.headers, requestTimeout: patience.request })

const { default: next } = await import('next')
const site = next({ dir: projectPath(), dev: false, hostname: 'localhost', port, httpServer: server })
await site.prepare()
const answer = site.getRequestHandler()

server.on('request', (request, response) => {
  answer(request, response).catch((error) => {
    console.error(error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})

/** What was begun is finished; after that there is nothing left to do, and the process ends by itself. */
function stop() {
  server.close(() => site.close().finally(() => process.exit(0)))
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop)
server.listen(port, host)
