/** A small sign beside its word; never alone. */
export function Icon({ name }: { name: 'done' | 'begun' | 'open' | 'warning' }) {
  return (
    <svg aria-hidden="true" focusable="false">
      <use href={`#dec-icon-${name}`} />
    </svg>
  )
}
