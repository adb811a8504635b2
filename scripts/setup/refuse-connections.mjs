import { Socket } from 'node:net'

/**
 * From now on this process opens no connection, whoever asks: the site needs none, and what it does not do nobody can make it do.
 * The connections that others open to it are not touched.
 */
export function refuseConnections() {
  Socket.prototype.connect = function refuse() {
    const error = Object.assign(new Error('this server opens no connections'), { code: 'EACCES' })
    // As Node tells of a connection that failed: whoever waits for it learns it.
    process.nextTick(() => this.destroy(error))
    return this
  }
}
