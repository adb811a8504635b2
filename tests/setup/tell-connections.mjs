/** Loaded into a server before anything else: says on its output when it opens a connection. */
import { subscribe } from 'node:diagnostics_channel'

subscribe('net.client.socket', () => console.log('opens a connection'))
