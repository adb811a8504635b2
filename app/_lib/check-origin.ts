import { settings } from '@/lib/env'
import { AppError } from '@/lib/errors'

/**
 * Refuses a post that another site caused. Browsers send `Origin` with every post; its value is compared exactly with the
 * configured addresses, never with the request's own Host, which anybody can choose.
 * @throws AppError `wrong-origin`, also if there is none
 */
export function checkOrigin(request: Request): void {
  const origin = request.headers.get('origin')
  if (origin === null || !settings().origins.includes(origin)) throw new AppError('wrong-origin')
}
