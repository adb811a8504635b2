'use client'

import '@kern-ux/native/dist/kern.min.css'
import './globals.css'
import { CrashView } from './_components/crash-view'

/** The frame itself could not be drawn. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="de" data-kern-theme="light">
      <body>
        <main>
          <div className="dec-wrap">
            <CrashView onRetry={retry} />
          </div>
        </main>
      </body>
    </html>
  )
}
