/** Shapes and hatchings that every page refers to by id. */
const hatchings = [
  ['verwaltung', '#003041'],
  ['intermediaer', '#85397a'],
  ['vor-ort', '#8a6600'],
  ['quiet', '#51577a'],
] as const

export function Sprite() {
  return (
    <svg className="dec-sprite" aria-hidden="true" focusable="false" xmlns="http://www.w3.org/2000/svg">
      <symbol id="dec-mark-verwaltung" viewBox="0 0 24 24">
        <rect x="3" y="3" width="18" height="18" />
      </symbol>
      <symbol id="dec-mark-intermediaer" viewBox="0 0 24 24">
        <path d="M12 .5 23.5 12 12 23.5.5 12Z" />
      </symbol>
      <symbol id="dec-mark-vor-ort" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="10.25" />
      </symbol>
      <symbol id="dec-icon-done" viewBox="0 0 16 16">
        <path d="m2.5 8.5 3.5 3.5 7.5-8" fill="none" stroke="currentColor" strokeWidth="2" />
      </symbol>
      <symbol id="dec-icon-begun" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13Z" fill="currentColor" />
      </symbol>
      <symbol id="dec-icon-open" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <symbol id="dec-icon-warning" viewBox="0 0 16 16">
        <path d="M8 2 15 14H1Z" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 6.5v4M8 11.5v1.5" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <defs>
        {hatchings.map(([name, colour]) => (
          <pattern
            key={name}
            id={`dec-hatch-${name}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="#fff" />
            <rect width="2" height="6" fill={colour} />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}
