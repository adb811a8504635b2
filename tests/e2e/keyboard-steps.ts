/** A person without a mouse: Tab, Enter, Space, arrows. Every stop of the focus must be seen. */
import type { Page } from 'playwright-core'

interface Stop {
  /** What a person would call it; for messages. */
  readonly name: string
  readonly matches: boolean
  readonly seen: boolean
}

/** The element with the focus; null when the focus has left the page. Seen: in view, and marked by an outline, its own or its card's. */
function stop(page: Page, wanted: string): Promise<Stop | null> {
  return page.evaluate((selector) => {
    const element = document.activeElement
    if (!element || element === document.body || element === document.documentElement) return null
    const outlined = (one: Element | null, part?: string) => {
      if (!one) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(one, part)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    const card = element.closest('.dec-option')
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const inView = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && bottom > top && right > left
    const { tagName, id, textContent } = element
    const label = element.getAttribute('aria-label') ?? element.getAttribute('name') ?? textContent?.trim().slice(0, 40)
    return {
      name: `${tagName.toLowerCase()}${id ? `#${id}` : ''} „${label}“`,
      matches: element.matches(selector),
      seen: inView && (outlined(element) || outlined(element, '::after') || outlined(card)),
    }
  }, wanted)
}

/** Presses Tab until an element has the focus. Throws if it is never reached, or if the focus is not seen on the way. */
export async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let step = 0; step < 300; step += 1) {
    const at = await stop(page, wanted)
    if (at && !at.seen) throw new Error(`the focus is not seen at ${at.name}`)
    if (at?.matches) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the focus never reached ${wanted} at ${page.url()}`)
}

/** Moves the focus to a link or button and presses Enter, which leads to another page. */
export async function followTo(page: Page, wanted: string, url: RegExp): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
  await page.waitForURL(url)
  await page.waitForLoadState('networkidle')
}

/** Replaces what stands in a text field. */
export async function typeInto(page: Page, wanted: string, text: string): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/**
 * Tabs once through a whole page, from its first stop to its last.
 * @returns the names of the stops. Throws where the focus is not seen or stays in a part of the page.
 */
export async function tabThrough(page: Page): Promise<string[]> {
  const names: string[] = []
  for (let step = 0; step < 600; step += 1) {
    await page.keyboard.press('Tab')
    const at = await stop(page, 'footer li:last-child a')
    if (!at) throw new Error(`the focus left the page after ${names.at(-1)}`)
    if (!at.seen) throw new Error(`the focus is not seen at ${at.name}`)
    names.push(at.name)
    if (at.matches) return names
  }
  throw new Error(`the focus never reached the end of ${page.url()}: ${names.slice(-3).join(', ')}`)
}
