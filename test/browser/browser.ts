import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { WebSocket } from "ws";

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome"];
const PROGRAM = PROGRAMS.find((name) => spawnSync(name, ["--version"]).status === 0);

/** Whether there is a browser here. */
export const HAS_BROWSER = PROGRAM !== undefined;

/** What the name of a skipped test says. */
export const BROWSER_NOTE = HAS_BROWSER ? "" : " (skipped: no Chromium is installed; apt-get install chromium)";

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
  /** Device pixels to a pixel of the page, 1 by default. */
  readonly scale?: number;
}

/** A page in the browser. */
export interface Tab {
  look(view: View): Promise<void>;
  /** Resolves when the page is loaded. */
  open(url: string): Promise<void>;
  /** Runs a piece of JavaScript in the page, from outside its policy; resolves with its value. */
  evaluate(expression: string): Promise<unknown>;
  /** Presses a key as a person does, such as "Tab" or "Enter"; resolves when the page has taken it. */
  press(key: "Tab" | "Enter"): Promise<void>;
  type(text: string): Promise<void>;
  /** Resolves when the next page is loaded. */
  loaded(): Promise<void>;
  /** The whole page as a PNG. */
  picture(): Promise<Buffer>;
  /** What the browser had to complain about: refused loads, faults of scripts, lost resources. */
  readonly complaints: readonly string[];
}

/** A browser without a window. */
export interface Browser {
  readonly tab: Tab;
  close(): Promise<void>;
}

/** Starts Chromium and opens a tab, driven by its DevTools protocol. */
export async function startBrowser(): Promise<Browser> {
  if (PROGRAM === undefined) throw new Error("No Chromium is installed: apt-get install chromium");
  const profile = mkdtempSync(join(tmpdir(), "talks-browser-"));
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-quic",
  ];
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const child = spawn(PROGRAM, [...flags, ...quiet, `--user-data-dir=${profile}`, "--remote-debugging-port=0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const socket = new WebSocket(await addressOf(child));
  await once(socket, "open");
  const { tab, end } = await openTab(socket);
  return {
    tab,
    async close() {
      const gone = once(child, "exit");
      // It ends its own processes, which would go on writing into the profile otherwise.
      end();
      const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await gone;
      clearTimeout(timer);
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error("Chromium has no output");
  for await (const line of createInterface(stderr)) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error("Chromium ended before it could be reached");
}

type Parameters = Readonly<Record<string, unknown>>;

async function openTab(socket: WebSocket): Promise<{ readonly tab: Tab; end(): void }> {
  const waiting = new Map<number, { resolve: (result: Parameters) => void; reject: (error: Error) => void }>();
  const loads: (() => void)[] = [];
  const complaints: string[] = [];
  let session: unknown;
  let count = 0;
  socket.on("message", (data) => {
    const { id, result, error, method, params } = JSON.parse(String(data));
    if (error) waiting.get(id)?.reject(new Error(error.message));
    else if (id !== undefined) waiting.get(id)?.resolve(result);
    else if (method === "Page.loadEventFired") for (const tell of loads.splice(0)) tell();
    else if (method === "Log.entryAdded") complaints.push(params.entry.text);
    else if (method === "Runtime.exceptionThrown") complaints.push(params.exceptionDetails.text);
  });
  const send = (method: string, params: Parameters = {}) =>
    new Promise<Parameters>((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      socket.send(
        JSON.stringify({ id: count, method, params, ...(session === undefined ? {} : { sessionId: session }) }),
      );
    });
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  ({ sessionId: session } = await send("Target.attachToTarget", { targetId, flatten: true }));
  for (const domain of ["Page", "Log", "Runtime"]) await send(`${domain}.enable`);
  const loaded = () => new Promise<void>((resolve) => void loads.push(resolve));
  const measure = async (expression: string) => {
    const { result } = await send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    return typeof result === "object" && result !== null && "value" in result ? result.value : undefined;
  };
  const tab: Tab = {
    complaints,
    loaded,
    async look({ width, height, scheme, scale = 1 }) {
      await send("Emulation.setDeviceMetricsOverride", {
        width,
        height,
        deviceScaleFactor: scale,
        mobile: width < 600,
      });
      await send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
    },
    async open(url) {
      const ready = loaded();
      await send("Page.navigate", { url });
      await ready;
    },
    evaluate: measure,
    async press(key) {
      const code = { Tab: 9, Enter: 13 }[key];
      const event = { key, code: key, windowsVirtualKeyCode: code, ...(key === "Enter" ? { text: "\r" } : {}) };
      await send("Input.dispatchKeyEvent", { type: "keyDown", ...event });
      await send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
    },
    async type(text) {
      await send("Input.insertText", { text });
    },
    async picture() {
      const { data } = await send("Page.captureScreenshot", { format: "png", captureBeyondViewport: true });
      return Buffer.from(String(data), "base64");
    },
  };
  return { tab, end: () => socket.send(JSON.stringify({ id: 0, method: "Browser.close" })) };
}
