import { Agent, fetch, type Response } from "undici";
import { takeCredentials, withoutCredentials } from "./credentials.ts";
import { type AddressPolicy, createLookup, isPublicAddress, refuseHost } from "./public-address.ts";
import { SourceError } from "./source-error.ts";

/** What an address gave, and the address that gave it in the end, without a password. */
export interface Download {
  readonly url: string;
  /** The media type without parameters, in lower case; empty where the server names none. */
  readonly mediaType: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

/** How far a server is trusted. */
export interface DownloadLimits {
  readonly mayConnect: AddressPolicy;
  /** Most bytes of one response, unpacked. */
  readonly maxBytes: number;
  /** Most milliseconds for one address, with its redirects. */
  readonly timeoutMs: number;
}

/** Reads addresses of the web within limits. */
export interface Downloader {
  download(address: string): Promise<Download>;
  close(): Promise<void>;
}

/** Enough for any article and most feeds, too little to fill a disk or an evening. */
export const DEFAULT_LIMITS: DownloadLimits = {
  mayConnect: isPublicAddress,
  maxBytes: 8 * 1024 * 1024,
  timeoutMs: 20_000,
};

const MAX_REDIRECTS = 5;
const HEADERS = {
  "user-agent": "talks (adds articles that a person asked for)",
  accept: "text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/*;q=0.8",
};

/**
 * A downloader; `download` rejects with a `SourceError` that says what was wrong with the address. A name and a password in
 * an address are sent to its origin alone, for that address and for others that it leads to.
 */
export function createDownloader(limits: DownloadLimits): Downloader {
  const agent = new Agent({ connect: { lookup: createLookup(limits.mayConnect) } });
  const credentials = new Map<string, string>();
  return {
    async download(address) {
      const signal = AbortSignal.timeout(limits.timeoutMs);
      try {
        const url = webAddress(address);
        const authorization = takeCredentials(url);
        if (authorization !== null) credentials.set(url.origin, authorization);
        return await follow(url, { agent, credentials, limits, signal });
      } catch (error) {
        if (signal.aborted) throw new SourceError(`took longer than ${limits.timeoutMs / 1000} seconds`);
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
}

interface Way {
  readonly agent: Agent;
  /** The `Authorization` header for each origin that has one. */
  readonly credentials: ReadonlyMap<string, string>;
  readonly limits: DownloadLimits;
  readonly signal: AbortSignal;
}

async function follow(start: URL, { agent, credentials, limits, signal }: Way): Promise<Download> {
  let url = start;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    refuseHost(url, limits.mayConnect);
    const authorization = credentials.get(url.origin);
    const headers = { ...HEADERS, ...(authorization && { authorization }) };
    const response = await fetch(url, { dispatcher: agent, headers, redirect: "manual", signal });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (location === null) return await readResponse(url, response, limits);
    await response.body?.cancel();
    url = webAddress(location, url);
    takeCredentials(url);
  }
  throw new SourceError(`redirects more than ${MAX_REDIRECTS} times`);
}

function webAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw new SourceError(`"${withoutCredentials(address)}" is no address`);
  const url = new URL(address, base);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new SourceError(`${url.protocol}// addresses are not read, only http:// and https://`);
  return url;
}

async function readResponse(url: URL, response: Response, limits: DownloadLimits): Promise<Download> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new SourceError(`the server answered ${response.status} ${response.statusText}`.trimEnd());
  }
  const contentType = response.headers.get("content-type") ?? "";
  const [mediaType = ""] = contentType.split(";");
  const [, charset = null] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  const bytes = await readBody(response, limits.maxBytes);
  return { url: url.href, mediaType: mediaType.trim().toLowerCase(), charset, bytes };
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the body, so that an endless one ends here.
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new SourceError(`is longer than ${Math.round(maxBytes / 1024)} KB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
