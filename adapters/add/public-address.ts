import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { SourceError } from "./source-error.ts";

/** Which IP addresses may be connected to. */
export type AddressPolicy = (address: string) => boolean;

// All addresses of IPv6 that are given out (RFC 4291, IANA): what is not in it, as ::7f00:1, may lead anywhere.
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
// The end of an address that carries one of IPv4 through a tunnel (ISATAP, RFC 5214).
const TUNNELLED = /:(?:0|200):5efe:[\da-f]+:[\da-f]+$/;

/** The open internet alone: no loopback, private, link-local, reserved or tunnelled range. */
export const isPublicAddress: AddressPolicy = (address) => {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip.range() !== "unicast") return false;
  return !(ip instanceof ipaddr.IPv6) || (ip.match(GLOBAL_UNICAST) && !TUNNELLED.test(ip.toNormalizedString()));
};

/** Every address: for one's own intranet, and for tests. */
export const isAnyAddress: AddressPolicy = () => true;

/**
 * Refuses a host that is written as a number; names are looked up when the connection is made.
 * @throws SourceError
 */
export function refuseHost(url: URL, mayConnect: AddressPolicy): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(host) && !mayConnect(host)) throw refusal(host);
}

/**
 * Looks a name up for the connection that is about to be made, so that what is checked is what is connected to, however
 * the name resolved a moment before. One refused address among several refuses the name.
 */
export function createLookup(mayConnect: AddressPolicy): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) callback(error ?? new SourceError(`${host} has no address`), []);
      else if (!addresses.every(({ address }) => mayConnect(address))) callback(refusal(host), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function refusal(host: string): SourceError {
  return new SourceError(
    `${host} is in a private network; only public addresses are read, unless --allow-private is given (for FEEDS: FEEDS_ALLOW_PRIVATE=true)`,
  );
}
