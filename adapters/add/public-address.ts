import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { SourceError } from "./source-error.ts";

/** Which IP addresses may be connected to. */
export type AddressPolicy = (address: string) => boolean;

/** The open internet alone: no loopback, private, link-local, reserved or tunnelled range. */
export const isPublicAddress: AddressPolicy = (address) =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";

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
  return new SourceError(`${host} is in a private network; only public addresses are read`);
}
