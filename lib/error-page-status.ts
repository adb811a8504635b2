import { AppError, errorCodes, type ErrorCode } from './errors'

const isErrorCode = (value: string): value is ErrorCode => (errorCodes as readonly string[]).includes(value)

/** Gives the HTTP status of `/fehler/<code>`, so that a failed submission ends with the status it deserves; else undefined. */
export function statusOfErrorPage(pathname: string): number | undefined {
  const code = /^\/fehler\/([a-z-]+)$/.exec(pathname)?.[1]
  return code && isErrorCode(code) ? new AppError(code).status : undefined
}

/** Refused to somebody who may see the round or the workspace: there is a way back, and trying again changes nothing. */
export const hasWayBack: readonly ErrorCode[] = ['forbidden', 'questionnaire-moved']
