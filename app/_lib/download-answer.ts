/** A file for the browser to save. */
export function downloadAnswer(bytes: Uint8Array | string, { name, type }: { name: string; type: string }): Response {
  return new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      // The name consists of plain letters, digits, hyphens and underscores.
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
