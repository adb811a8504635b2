/** Runs once when the server starts. */
export async function register(): Promise<void> {
  // Next calls this for every runtime it has; the database lives in Node only.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { guardRequests } = await import('./lib/http-edge/guard-requests')
  guardRequests()
  const { startUp } = await import('./lib/start-up')
  await startUp()
}
