/** Plain data, as it travels. */
export type Data = Readonly<Record<string, unknown>>;

/** A place of the workspace; Talks can post in public ones without being a member. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "direct" | "group";
  readonly hasTalks: boolean;
  readonly isArchived: boolean;
}

/** A message as the server keeps it. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly threadTs: string | null;
  /** The only person who sees it; `null` where everybody does. */
  readonly seenBy: string | null;
}

export const BOT = { user: "U0TALKS", bot: "B0TALKS", team: "T0TOWN", app: "A0TALKS" } as const;
export const ALICE = "U0ALICE";
export const BEN = "U0BEN";

const place = (id: string, name: string, fields: Partial<Channel> = {}): Channel => ({
  id,
  name,
  kind: "public",
  hasTalks: true,
  isArchived: false,
  ...fields,
});

export const TOWN = place("C0TOWN", "town");
export const MARKET = place("C0MARKET", "market", { hasTalks: false });
export const CELLAR = place("G0CELLAR", "cellar", { kind: "private", hasTalks: false });
export const ATTIC = place("G0ATTIC", "attic", { kind: "private" });
export const ARCHIVE = place("C0ARCHIVE", "archive", { isArchived: true });
export const ALICES_DM = place("D0ALICE", "directmessage", { kind: "direct" });

/** A group direct message with Talks, one without, and the direct messages of two people. */
export const GROUP = place("G0GROUP", "mpdm-alice--ben--talks-1", { kind: "group" });
export const FRIENDS = place("G0FRIENDS", "mpdm-alice--ben--cleo-1", { kind: "group", hasTalks: false });
export const OTHERS_DM = place("D0BEN", "directmessage", { kind: "direct", hasTalks: false });

/** The messages of the workspace. */
export interface World {
  readonly channels: readonly Channel[];
  channel(id: string): Channel | null;
  add(message: Omit<Posted, "ts">): Posted;
  edit(message: Posted, text: string, blocks: readonly unknown[]): Posted;
  remove(message: Posted): void;
  find(channel: string, ts: string): Posted | null;
  /** What was said in a channel, replies too, oldest first. */
  in(channel: Pick<Channel, "id">): readonly Posted[];
}

/** Creates an empty workspace with `extra` public channels beside the usual ones. */
export function createWorld(extra: number): World {
  const channels = [TOWN, MARKET, CELLAR, ATTIC, ARCHIVE, ALICES_DM, GROUP, FRIENDS, OTHERS_DM];
  for (let n = 0; n < extra; n += 1) channels.push(place(`C0EXTRA${n}`, `extra-${n}`));
  let messages: readonly Posted[] = [];
  let clock = Date.now() * 1_000;
  const channel = (id: string) => channels.find((known) => known.id === id) ?? (id === ALICE ? ALICES_DM : null);
  return {
    channels,
    channel,
    add(message) {
      clock += 1_000_100;
      const posted = { ...message, ts: `${Math.floor(clock / 1e6)}.${String(clock % 1e6).padStart(6, "0")}` };
      messages = [...messages, posted];
      return posted;
    },
    edit(message, text, blocks) {
      const edited = { ...message, text, blocks };
      const isMeant = ({ channel: id, ts }: Posted) => id === message.channel && ts === message.ts;
      messages = messages.map((known) => (isMeant(known) ? edited : known));
      return edited;
    },
    remove(message) {
      messages = messages.filter((known) => known !== message);
    },
    find: (id, ts) => messages.find((message) => message.channel === id && message.ts === ts) ?? null,
    in: ({ id }) => messages.filter((message) => message.channel === id),
  };
}
