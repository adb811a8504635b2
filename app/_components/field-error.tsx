/** The error text at a field, the same as in the summary. */
export function FieldError({ id, text, prefix }: { id: string; text: string; prefix: string }) {
  return (
    <p className="kern-error" id={id}>
      <span className="kern-icon kern-icon--danger" aria-hidden="true" />
      <span className="kern-body">
        <span className="kern-sr-only">{prefix} </span>
        {text}
      </span>
    </p>
  )
}
