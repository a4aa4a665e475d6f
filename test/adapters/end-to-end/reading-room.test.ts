import { describe, expect, onTestFinished, test } from "vitest";
import { BROWSER_NOTE, HAS_BROWSER, startBrowser, type Tab } from "../../browser/browser.ts";
import { DIRECT } from "../discord/discord-data.ts";
import { whispered } from "../slack/talks-in-slack.ts";
import { freePort } from "../state/redis-server.ts";
import { emptyFolder, runProgram } from "../terminal/run-program.ts";
import { openTown, startTalks } from "./running-talks.ts";

const TIMEOUT = { timeout: 60_000 };
const LAVROV = "what did Lavrov say";

/** The built program with the reading room and nothing else. */
async function openRoom(env: Readonly<Record<string, string>> = {}) {
  const port = await freePort();
  const talks = startTalks({ READING_ROOM_PORT: String(port), STATE_DIR: emptyFolder(), ...env });
  await talks.untilLogged("web is connected.");
  return { address: `http://127.0.0.1:${port}`, talks };
}

describe("the built program with READING_ROOM_PORT", () => {
  test("serves pages, answers programs as the command line does, and ends when it is told to", TIMEOUT, async () => {
    const { address, talks } = await openRoom();
    const [page, api, told] = await Promise.all([
      fetch(`${address}/?q=${encodeURIComponent(LAVROV)}`),
      fetch(`${address}/api/ask?q=${encodeURIComponent(LAVROV)}`),
      runProgram(["ask", "--json", LAVROV]),
    ]);
    expect(await page.text()).toContain("Both from");
    expect(await api.json()).toEqual(JSON.parse(told.stdout));
    expect(talks.log.join()).toContain("Only this computer can open these pages.");
    expect(await talks.end("SIGTERM")).toBe(0);
  });

  test(
    "serves nothing where it is not asked to, and leads there from the terminal where it is known",
    TIMEOUT,
    async () => {
      const READING_ROOM_URL = "https://room.example/talks";
      const { stdout } = await runProgram(["ask", "--", LAVROV], { env: { READING_ROOM_URL } });
      expect(stdout).toMatch(/^ {3}https:\/\/room\.example\/talks\/articles\/us-to-demand-putin-accept#at-\d+$/m);
      const json = await runProgram(["ask", "--json", LAVROV], { env: { READING_ROOM_URL } });
      expect(json.stdout).not.toContain("room.example");
      expect((await runProgram(["ask", "--", LAVROV])).stdout).not.toContain("http");
    },
  );

  test("leads there from Slack and Discord", TIMEOUT, async () => {
    const { slack, discord, start } = await openTown();
    await start({ READING_ROOM_URL: "https://room.example" });
    const link = /https:\/\/room\.example\/articles\/us-to-demand-putin-accept#at-\d+:~:text=/;
    discord.write(LAVROV, { channel: DIRECT });
    await slack.command(`private ${LAVROV}`);
    const asked = await slack.until(() => whispered(slack)[0]);
    await discord.until(() => discord.said(DIRECT).length === 1);
    expect(JSON.stringify(asked)).toMatch(link);
    expect(JSON.stringify(discord.said(DIRECT))).toMatch(link);
  });
});

const inBrowser = test.skipIf(!HAS_BROWSER);

async function openTab(): Promise<Tab> {
  const browser = await startBrowser();
  onTestFinished(browser.close);
  return browser.tab;
}

describe(`the reading room in a browser${BROWSER_NOTE}`, () => {
  inBrowser("is used with the keyboard alone, from the question to the very sentence", TIMEOUT, async () => {
    const [{ address }, tab] = await Promise.all([openRoom(), openTab()]);
    const focused = () => tab.evaluate("document.activeElement.textContent || document.activeElement.id");
    await tab.look({ width: 1000, height: 700, scheme: "light" });
    await tab.open(`${address}/`);
    await tab.press("Tab");
    expect(await focused()).toBe("Skip to the content");
    expect(await tab.evaluate("document.activeElement.getBoundingClientRect().top")).toBeGreaterThanOrEqual(0);
    await tab.press("Tab");
    await tab.press("Tab");
    expect(await focused()).toBe("q");
    expect(await tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await tab.type(LAVROV);
    const answered = tab.loaded();
    await tab.press("Enter");
    await answered;
    expect(await tab.evaluate("document.querySelector('h1').textContent")).toBe(LAVROV);
    for (let presses = 0; presses < 10 && (await focused()) !== "Sergei Lavrov"; presses += 1) await tab.press("Tab");
    const opened = tab.loaded();
    await tab.press("Enter");
    await opened;
    expect(await tab.evaluate("document.querySelector(':target').textContent")).toMatch(
      /^“The statement by the president/,
    );
    const top = await tab.evaluate("document.querySelector(':target').getBoundingClientRect().top");
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(700);
    expect(tab.complaints).toEqual([]);
  });

  inBrowser("can be read in light and dark, on a phone and on a wide screen", TIMEOUT, async () => {
    const [{ address }, tab] = await Promise.all([openRoom(), openTab()]);
    const paths = ["/", "/?q=what+does+Russia+want&after=who+is+Witkoff", "/?q=who+won+the+cup", "/none"];
    const article = "/articles/according-to-those-with-knowledge#at-0";
    for (const scheme of ["light", "dark"] as const)
      for (const width of [320, 1400])
        for (const path of [...paths, article]) {
          await tab.look({ width, height: 800, scheme });
          await tab.open(address + path);
          await tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
          const what = `${path} at ${width}, ${scheme}`;
          expect(await tab.evaluate(FAINT), what).toEqual([]);
          expect(await tab.evaluate("document.documentElement.scrollWidth - innerWidth"), what).toBeLessThanOrEqual(0);
          expect(
            await tab.evaluate("document.querySelectorAll('main, header form[role=search], footer, h1').length"),
            what,
          ).toBe(4);
        }
    expect(tab.complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
  });
});

/** The texts of a page whose contrast with what is behind them is less than 4.5, as WCAG 2 reckons it. */
const FAINT = `(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (channels(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
  return [...document.body.querySelectorAll("*")].filter((element) => hasText(element) || element.matches("input")).flatMap((element) => {
    const [a, b] = [getComputedStyle(element).color, behind(element)].map(luminance);
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return contrast < 4.5 ? [element.tagName + " " + contrast.toFixed(2) + " " + element.textContent.slice(0, 40)] : [];
  });
})()`;
