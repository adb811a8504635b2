/** Answers nothing, quickly: for a monitor that only asks whether the process listens, and as the measure of `npm run bench`. */
export function POST(): Response {
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
}
