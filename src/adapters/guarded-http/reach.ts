import { BlockList, isIP, isIPv6 } from 'node:net';

/** Where a request may go whose address somebody else chose. `loopback`: this machine too, without TLS (embedded mode). */
export interface Reach {
  loopback: boolean;
}

/** Networks that are not the public Internet (RFC 6890 and its successors). */
const NOT_PUBLIC = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  NOT_PUBLIC.addSubnet(network, bits, 'ipv4');
}
/** Tunnels that carry an IPv4 address inside, and documentation. */
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  NOT_PUBLIC.addSubnet(network, bits, 'ipv6');
}
const GLOBAL_UNICAST = new BlockList();
GLOBAL_UNICAST.addSubnet('2000::', 3, 'ipv6');
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && LOOPBACK.check(address, familyOf(address));
}

/** Whether an IP address may be connected to. */
export function mayConnect(address: string, reach: Reach): boolean {
  if (isIP(address) === 0) return false;
  if (reach.loopback && isLoopback(address)) return true;
  const family = familyOf(address);
  if (family === 'ipv6' && !GLOBAL_UNICAST.check(address, family)) return false;
  return !NOT_PUBLIC.check(address, family);
}

export type AddressFault = 'not_https' | 'private';

/** What is wrong with a URL before its name is looked up; null when nothing is. */
export function addressFault(url: URL, reach: Reach): AddressFault | null {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const local = host === 'localhost' || isLoopback(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local && reach.loopback)) return 'not_https';
  if (host === 'localhost') return reach.loopback ? null : 'private';
  return isIP(host) !== 0 && !mayConnect(host, reach) ? 'private' : null;
}
