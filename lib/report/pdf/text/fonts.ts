/** The bundled fonts: Fira Sans for the text, DejaVu Sans for characters it lacks. */
import { join } from 'node:path'
import { Font } from '@react-pdf/renderer'
import type { FontFace } from '../tagging/layout-node'
import { breakWord } from './break-word'
import { rememberWords, type ShapingFont } from './remember-words'

/** In this order each character is looked for. */
export const fontFamily = ['Fira Sans', 'DejaVu Sans']
const [textFamily, fallbackFamily] = ['Fira Sans', 'DejaVu Sans']

export interface ReportFonts {
  readonly text: FontFace
  readonly fallback: FontFace
  covers(codePoint: number): boolean
}

let loaded: Promise<ReportFonts> | null = null

async function face(family: string, fontWeight = 400): Promise<FontFace & ShapingFont> {
  const wanted = { fontFamily: family, fontWeight, fontStyle: 'normal' } as const
  await Font.load(wanted)
  const font = Font.getFont(wanted)?.data
  if (!font) throw new Error(`font ${family} ${fontWeight} is missing`)
  return font as unknown as FontFace & ShapingFont
}

async function load(directory: string): Promise<ReportFonts> {
  Font.register({
    family: textFamily,
    fonts: [
      { src: join(directory, 'FiraSans-Regular.ttf'), fontWeight: 400 },
      { src: join(directory, 'FiraSans-Medium.ttf'), fontWeight: 500 },
      { src: join(directory, 'FiraSans-SemiBold.ttf'), fontWeight: 600 },
    ],
  })
  Font.register({ family: fallbackFamily, src: join(directory, 'DejaVuSans.ttf') })
  Font.registerHyphenationCallback(breakWord)
  const [text, medium, semiBold, fallback] = await Promise.all([
    face(textFamily),
    face(textFamily, 500),
    face(textFamily, 600),
    face(fallbackFamily),
  ])
  for (const font of [text, medium, semiBold]) rememberWords(font)
  return {
    text,
    fallback,
    covers: (codePoint) => text.hasGlyphForCodePoint(codePoint) || fallback.hasGlyphForCodePoint(codePoint),
  }
}

/** Registers and opens the fonts, once per process. @param directory where `lib/report/fonts` lies */
export function loadFonts(directory: string): Promise<ReportFonts> {
  loaded ??= load(directory)
  return loaded
}
