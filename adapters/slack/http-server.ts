import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPModuleFunctions as Bolt, type HTTPReceiver } from "@slack/bolt";
import type { SlackConfig } from "../config.ts";
import { isRecord } from "../conversation/parse-json.ts";
import { createListener, type Listener } from "../listener.ts";
import type { Log } from "../log.ts";
import { createBoltLogger } from "./logger.ts";

/** Where Slack sends events, commands and presses, unless the app's settings say otherwise. */
const EVENTS = "/slack/events";

/** A call is answered two seconds after it came, at the latest. */
const DRAIN_MS = 3_000;

const MALFORMED = 400;
const NOT_SIGNED = 401;
const TOO_LARGE = 413;

/**
 * Hands calls to Bolt, but for those whose body is no object: Bolt's own server looks for a property in whatever the JSON
 * is, so that a signed `null` would end the process.
 */
export function createHttpServer(
  receiver: HTTPReceiver,
  { signingSecret, port }: Extract<SlackConfig, { readonly port: number }>,
  log: Log,
): Listener {
  const logger = createBoltLogger(log);
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const status = isEvent(request) ? await refusalOf(request, signingSecret) : null;
      if (status === null) return receiver.requestListener(request, response);
      log.warn("A call to the address for Slack was turned away.", { status });
      // What of it was not read is not waited for, and the line not used again.
      response.writeHead(status, { connection: "close" }).end();
    } catch (error) {
      const thrown = error instanceof Error ? error : new Error(String(error));
      Bolt.defaultDispatchErrorHandler({ error: thrown, logger, request, response });
    }
  };
  const place = { port, variable: "PORT", what: "Slack", drainMs: DRAIN_MS };
  return createListener(place, (request, response) => void handle(request, response));
}

function isEvent({ method, url }: IncomingMessage): boolean {
  return method === "POST" && (url ?? "").split("?")[0] === EVENTS;
}

/** The status with which a call is turned away; `null` where Bolt is to have it. */
async function refusalOf(request: IncomingMessage, signingSecret: string): Promise<number | null> {
  try {
    // It keeps what it has read beside the request, where Bolt finds it.
    await Bolt.parseAndVerifyHTTPRequest({ signingSecret, bodyLimit: Bolt.defaultBodyLimit }, request);
  } catch (error) {
    return Bolt.isRawBodyError(error) && error.statusCode === TOO_LARGE ? TOO_LARGE : NOT_SIGNED;
  }
  try {
    const isRead = Bolt.isBufferedIncomingMessage(request) && isRecord(Bolt.parseHTTPRequestBody(request));
    return isRead ? null : MALFORMED;
  } catch {
    return MALFORMED;
  }
}
