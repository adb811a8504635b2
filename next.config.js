/** Headers that never depend on the request; what needs a nonce or the settings is set in proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run validate` checks the types; `npm start` on a small machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Native modules and the PDF renderer run as they are; bundling them breaks the worker and the database driver.
  serverExternalPackages: ['better-sqlite3', '@prisma/client', '@prisma/adapter-better-sqlite3', '@react-pdf/renderer', 'pdfkit'],
  // The server runs in the project's own folder and reads content and settings there; no traced copy is deployed.
  turbopack: { ignoreIssue: [{ path: /^lib\//, title: /Dynamic filesystem access/ }] },
  // Nothing is fetched from elsewhere, also not by the image optimiser.
  images: { unoptimized: true },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // A download or JSON answer opened as a document may do nothing at all.
    {
      source: '/api/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'; sandbox" }],
    },
  ],
}

export default config
