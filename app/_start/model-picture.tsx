interface ModelPictureProps {
  title: string
  description: string
}

const windows = [76, 100, 124, 148].flatMap((y) => [766, 791, 816].map((x) => ({ x, y })))
const awning = [
  [952, '#8a6600'],
  [970, '#c9b06a'],
  [988, '#8a6600'],
  [1006, '#c9b06a'],
  [1024, '#8a6600'],
  [1042, '#c9b06a'],
] as const

function TownHall() {
  return (
    <g transform="translate(-10)">
      <rect x="104" y="36" width="40" height="52" fill="#6f8d98" />
      <path d="M96 38 124 8l28 30Z" fill="#003041" />
      <circle cx="124" cy="56" r="10" fill="#fff" />
      <path d="M124 50v6l4 3" fill="none" stroke="#003041" strokeWidth="2" />
      <rect x="32" y="112" width="184" height="80" fill="#dbe3e6" />
      <path d="M20 114 124 72l104 42Z" fill="#003041" />
      {[48, 78, 154, 184].map((x) => (
        <rect key={x} x={x} y="130" width="16" height="38" fill="#003041" />
      ))}
      <path d="M108 192v-40a16 16 0 0 1 32 0v40Z" fill="#003041" />
      <rect x="22" y="192" width="204" height="8" fill="#6f8d98" />
      <rect x="10" y="200" width="228" height="8" fill="#003041" />
    </g>
  )
}

function Table() {
  return (
    <g transform="translate(-14)">
      <path d="M395 40h72a8 8 0 0 1 8 8v32a8 8 0 0 1-8 8h-20l-10 14-4-14h-38a8 8 0 0 1-8-8V48a8 8 0 0 1 8-8Z" fill="#dbe3e6" />
      <path d="M401 56h60M401 70h40" stroke="#003041" strokeWidth="4" />
      <path d="M577 40h72a8 8 0 0 1 8 8v32a8 8 0 0 1-8 8h-38l-4 14-10-14h-20a8 8 0 0 1-8-8V48a8 8 0 0 1 8-8Z" fill="#f0e9d6" />
      <path d="M583 56h60M583 70h40" stroke="#8a6600" strokeWidth="4" />
      <circle cx="432" cy="128" r="12" fill="#003041" />
      <path d="M408 188V170a24 24 0 0 1 48 0V188Z" fill="#003041" />
      <circle cx="522" cy="108" r="13" fill="#85397a" />
      <path d="M496 188V153a26 26 0 0 1 52 0V188Z" fill="#85397a" />
      <circle cx="612" cy="128" r="12" fill="#8a6600" />
      <path d="M588 188V170a24 24 0 0 1 48 0V188Z" fill="#8a6600" />
      <rect x="388" y="180" width="268" height="10" rx="5" fill="#85397a" />
      <path d="M420 188v20M624 188v20" stroke="#85397a" strokeWidth="8" />
    </g>
  )
}

function Neighbourhood() {
  return (
    <g>
      <rect x="752" y="60" width="92" height="148" fill="#c9b06a" />
      <rect x="748" y="54" width="100" height="8" fill="#8a6600" />
      {windows.map(({ x, y }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width="14" height="14" fill="#fff" />
      ))}
      <rect x="788" y="178" width="20" height="30" fill="#8a6600" />
      <rect x="858" y="134" width="72" height="74" fill="#f0e9d6" />
      <path d="M848 136 894 92l46 44Z" fill="#8a6600" />
      <rect x="870" y="150" width="18" height="18" fill="#8a6600" />
      <rect x="900" y="168" width="18" height="40" fill="#8a6600" />
      <rect x="960" y="148" width="92" height="60" fill="#f0e9d6" />
      {awning.map(([x, fill]) => (
        <path key={x} d={`M${x} 132h18v14a9 9 0 0 1-18 0Z`} fill={fill} />
      ))}
      <rect x="970" y="164" width="44" height="28" fill="#fff" />
      <rect x="1022" y="166" width="20" height="42" fill="#8a6600" />
      <path d="M974 192v-6a8 8 0 0 1 16 0v6ZM994 192v-6a8 8 0 0 1 16 0v6Z" fill="#8a6600" />
      <circle cx="982" cy="172" r="4.5" fill="#8a6600" />
      <circle cx="1002" cy="172" r="4.5" fill="#8a6600" />
    </g>
  )
}

/** Town hall, neighbourhood, and people at a table between them. */
export function ModelPicture({ title, description }: ModelPictureProps) {
  return (
    <figure className="dec-scene">
      <svg viewBox="0 0 1072 216" role="img" aria-labelledby="bild-titel bild-text">
        <title id="bild-titel">{title}</title>
        <desc id="bild-text">{description}</desc>
        <path d="M0 208H1072" stroke="#131525" strokeWidth="2" />
        <TownHall />
        <path d="M262 160H356m-8-7 9 7-9 7M270 153l-9 7 9 7" fill="none" stroke="#51577a" strokeWidth="2.5" />
        <Table />
        <path d="M658 160H730m-8-7 9 7-9 7M666 153l-9 7 9 7" fill="none" stroke="#51577a" strokeWidth="2.5" />
        <Neighbourhood />
      </svg>
    </figure>
  )
}
