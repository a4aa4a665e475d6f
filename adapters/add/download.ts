import { Agent, fetch, type Response } from "undici";
import { takeCredentials, withoutCredentials } from "./credentials.ts";
import { type AddressPolicy, createLookup, isPublicAddress, refuseHost } from "./public-address.ts";
import { SourceError } from "./source-error.ts";

/** What an address gave, and the address that gave it in the end, without a password. */
export interface Download {
  readonly kind: "read";
  readonly url: string;
  /** The media type without parameters, in lower case; empty where the server names none. */
  readonly mediaType: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
  readonly version: Version | null;
}

/** How a server tells one version of a document from another (RFC 9110, 8.8). */
export interface Version {
  readonly etag: string | null;
  readonly lastModified: string | null;
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
  /** `known` is a version that was read before: where it is still the newest, nothing is sent again. */
  download(address: string, known?: Version | null): Promise<Download | { readonly kind: "unchanged" }>;
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
  accept:
    "text/html, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/*;q=0.8",
};

/**
 * A downloader; `download` rejects with a `SourceError` that says what was wrong with the address. A name and a password in
 * an address are sent to its origin alone, for that address and for others that it leads to.
 */
export function createDownloader(limits: DownloadLimits): Downloader {
  const agent = new Agent({ connect: { lookup: createLookup(limits.mayConnect) } });
  /** The `Authorization` header for each origin that has one. */
  const credentials = new Map<string, string>();

  const follow = async (start: URL, known: Version | null, signal: AbortSignal) => {
    let url = start;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      refuseHost(url, limits.mayConnect);
      const authorization = credentials.get(url.origin);
      const headers = { ...HEADERS, ...(authorization && { authorization }), ...conditionOf(known) };
      const response = await fetch(url, { dispatcher: agent, headers, redirect: "manual", signal });
      if (response.status === 304 && known !== null) return { kind: "unchanged" } as const;
      const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
      if (location === null) return await readResponse(url, response, limits);
      await response.body?.cancel();
      url = webAddress(location, url);
      takeCredentials(url);
    }
    throw new SourceError(`redirects more than ${MAX_REDIRECTS} times`);
  };
  return {
    async download(address, known = null) {
      const signal = AbortSignal.timeout(limits.timeoutMs);
      try {
        const url = webAddress(address);
        const authorization = takeCredentials(url);
        if (authorization !== null) credentials.set(url.origin, authorization);
        return await follow(url, known, signal);
      } catch (error) {
        if (signal.aborted)
          throw new SourceError(`took longer than ${limits.timeoutMs / 1000} seconds`, { isPassing: true });
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
}

/** Asks for a document only where it is another version than the known one. */
function conditionOf(known: Version | null): Record<string, string> {
  return {
    ...(known?.etag && { "if-none-match": known.etag }),
    ...(known?.lastModified && { "if-modified-since": known.lastModified }),
  };
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
    const isPassing = response.status >= 500 || [408, 425, 429].includes(response.status);
    throw new SourceError(`the server answered ${response.status} ${response.statusText}`.trimEnd(), { isPassing });
  }
  const contentType = response.headers.get("content-type") ?? "";
  const [mediaType = ""] = contentType.split(";");
  const [, charset = null] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  const bytes = await readBody(response, limits.maxBytes);
  const [etag, lastModified] = ["etag", "last-modified"].map((name) => response.headers.get(name));
  const version = etag || lastModified ? { etag: etag ?? null, lastModified: lastModified ?? null } : null;
  return { kind: "read", url: url.href, mediaType: mediaType.trim().toLowerCase(), charset, bytes, version };
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
