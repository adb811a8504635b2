'use client'

import { CrashView } from './_components/crash-view'

/** A page that could not be drawn. What went wrong is in the server's log, not here. */
export default function PageError({ retry }: { retry: () => void }) {
  return <CrashView onRetry={retry} />
}
