/** Room on the disk that nobody without an account takes: whoever has begun goes on saving there. */
import { statfsSync } from 'node:fs'
import { settings } from '../env'
import { AppError } from '../errors'
import { createTranslate } from '../i18n/translate'
import { tellOperator } from '../log'

const megabyte = 1024 * 1024
const t = createTranslate('de')
let told = false

/** Bytes that the server's own user may still write in a folder; null where the system does not tell. */
function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

/**
 * Lets something begin for somebody without an account while there is more room than DISK_RESERVE_MB. The operator is told once
 * each time that the reserve is reached.
 * @throws AppError `disk-full`
 */
export function requireDiskReserve(): void {
  const { dataDir, diskReserveMb } = settings()
  const free = freeBytes(dataDir)
  const reached = free !== null && free < diskReserveMb * megabyte
  if (reached && !told) tellOperator(t('errors.operator.diskReserve', { reserve: diskReserveMb }))
  told = reached
  if (reached) throw new AppError('disk-full')
}
