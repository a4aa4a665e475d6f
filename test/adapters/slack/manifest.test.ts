import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isRecord } from "../../../adapters/conversation/parse-json.ts";
import { ACTIONS } from "../../../adapters/slack/action-ids.ts";
import { SCOPES } from "../../../adapters/slack/installations.ts";

const manifest: unknown = JSON.parse(readFileSync("manifest.json", "utf8"));
const guide = readFileSync("docs/slack.md", "utf8");

function at(path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), manifest);
}

describe("the manifest", () => {
  it("asks for the scopes that the code asks for in an install, each with its reason in the guide", () => {
    expect(at("oauth_config.scopes.bot")).toEqual(Object.keys(SCOPES));
    for (const [scope, reason] of Object.entries(SCOPES)) expect(guide).toContain(`| \`${scope}\` | ${reason} |`);
  });

  it("keeps Slack's limits", () => {
    expect(String(at("display_information.name")).length).toBeLessThanOrEqual(35);
    expect(String(at("display_information.description")).length).toBeLessThanOrEqual(140);
    expect(String(at("display_information.long_description")).length).toBeGreaterThan(174);
    expect(String(at("features.agent_view.agent_description")).length).toBeLessThanOrEqual(300);
  });

  it("has the command, the shortcut and the agent view that the code listens for", () => {
    expect(at("features.slash_commands")).toMatchObject([{ command: "/talks" }]);
    expect(at("features.shortcuts")).toMatchObject([{ type: "message", callback_id: ACTIONS.askAbout }]);
    expect(at("features.assistant_view")).toBeUndefined();
  });
});
