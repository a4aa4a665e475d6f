import type { App } from "@slack/bolt";
import { cutText } from "../conversation/cut.ts";
import { callPatiently } from "./api-errors.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { renderHome } from "./render-help.ts";
import type { SlackBot } from "./write.ts";

const PROMPTS_TITLE = "Questions these articles answer";
const MAX_PROMPT_TITLE = 75;

/** The App Home: its own tab, and the suggested prompts of the agent view beside the messages. */
export function listenToAppHome(app: App, bot: SlackBot): void {
  app.event("app_home_opened", ({ event, client }) =>
    bot.run("app home", async () => {
      const coverage = await bot.engine().coverage();
      const { log } = bot;
      if (event.tab !== "messages") {
        await callPatiently(() => client.views.publish({ user_id: event.user, view: renderHome(coverage) }), log);
        return;
      }
      const prompts = coverage.examples
        .slice(0, SLACK_LIMITS.prompts)
        .map((question) => ({ title: cutText(question, MAX_PROMPT_TITLE), message: question }));
      if (prompts.length === 0) return;
      const suggestion = { channel_id: event.channel, title: PROMPTS_TITLE, prompts };
      await callPatiently(() => client.assistant.threads.setSuggestedPrompts(suggestion), log);
    }),
  );
}
