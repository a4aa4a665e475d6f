import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { messageOf, OperatorError } from "./operator-error.ts";

/** Variables by name, those of the process before those of a `.env` file; none of them is empty. */
export type Environment = Readonly<Record<string, string>>;

/** Reads variables into what they mean and gathers every fault, so that all of them are told at once. */
export interface EnvReader {
  readonly faults: readonly string[];
  /** What the operator should know although it is no fault. */
  readonly notices: readonly string[];
  /** The names that were asked for so far. */
  readonly known: ReadonlySet<string>;
  fault(message: string): void;
  notice(message: string): void;
  has(name: string): boolean;
  text(name: string): string | null;
  flag(name: string): boolean;
  port(name: string): number | null;
  url(name: string, protocols: readonly string[]): string | null;
  oneOf<T extends string>(name: string, choices: readonly T[]): T | null;
}

/** Thrown with every fault of the environment at once. */
export class ConfigError extends OperatorError {
  override name = "ConfigError";
  readonly faults: readonly string[];
  constructor(faults: readonly string[], notices: readonly string[] = []) {
    const noticed = notices.length > 0 ? `\nAlso noticed:${asList(notices)}` : "";
    super(`The configuration has faults (.env.example explains every variable):${asList(faults)}${noticed}`);
    this.faults = faults;
  }
}

function asList(sentences: readonly string[]): string {
  return sentences.map((sentence) => `\n- ${sentence}`).join("");
}

const TRUE = ["true", "1", "yes", "on"];
const FALSE = ["false", "0", "no", "off"];
const MAX_PORT = 65_535;

/**
 * The variables of `process` and of `.env` in `dir`, where there is one. A variable beats the file; one that is empty
 * counts as unset, so that the file's value stands.
 * @throws ConfigError where there is a `.env` that cannot be read.
 */
export function loadEnvironment(process: NodeJS.ProcessEnv, dir: string): Environment {
  const environment: Record<string, string> = {};
  for (const source of [readEnvFile(join(dir, ".env")), process])
    for (const [name, value] of Object.entries(source)) {
      const text = value?.trim();
      if (text) environment[name] = text;
    }
  return environment;
}

function readEnvFile(file: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw new ConfigError([`${file} cannot be read: ${messageOf(error)}`]);
  }
}

/** A reader over `env`; look at its `faults` once everything is read. */
export function createEnvReader(env: Environment): EnvReader {
  const faults: string[] = [];
  const notices: string[] = [];
  const known = new Set<string>();
  const text = (name: string) => {
    known.add(name);
    return env[name] ?? null;
  };
  const refuse = (name: string, wanted: string): null => {
    faults.push(`${name} must be ${wanted}.`);
    return null;
  };
  return {
    faults,
    notices,
    known,
    fault: (message) => void faults.push(message),
    notice: (message) => void notices.push(message),
    has: (name) => text(name) !== null,
    text,
    flag(name) {
      const value = text(name)?.toLowerCase();
      if (value === undefined || FALSE.includes(value)) return false;
      if (!TRUE.includes(value)) refuse(name, "true or false");
      return true;
    },
    port(name) {
      const value = text(name);
      if (value === null) return null;
      const isPort = /^\d{1,5}$/.test(value) && Number(value) <= MAX_PORT;
      return isPort ? Number(value) : refuse(name, `a port number, 0 to ${MAX_PORT}`);
    },
    url(name, protocols) {
      const value = text(name);
      if (value === null) return null;
      const isUrl = URL.canParse(value) && protocols.includes(new URL(value).protocol);
      return isUrl ? value : refuse(name, `an address that begins with ${protocols.map((p) => `${p}//`).join(" or ")}`);
    },
    oneOf(name, choices) {
      const value = text(name)?.toLowerCase();
      if (value === undefined) return null;
      return choices.find((choice) => choice === value) ?? refuse(name, `one of ${choices.join(", ")}`);
    },
  };
}
