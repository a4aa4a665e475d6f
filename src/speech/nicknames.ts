import type { Quotation } from "./quotation-marks.ts";

const GIVEN_NAME = /(?:^|[\s“"(])\p{Lu}[\p{L}.’'-]*\s$/u;
const SURNAME = /^\s(?:\p{Ll}{1,3}\s)?\p{Lu}/u;
const NICKNAME = /^(?:[Tt]he\s)?\p{Lu}[\p{L}\p{N}.’'-]*(?:\s\p{Lu}[\p{L}\p{N}’'-]*)?$/u;
const REACH = 40;

/** Whether marks stand around somebody's nickname, between the first name and the surname: Anna “Nina” Holt. */
export function isNickname(text: string, { start, end, outer }: Quotation): boolean {
  return (
    end - start < REACH &&
    NICKNAME.test(text.slice(start, end)) &&
    SURNAME.test(text.slice(outer.end, outer.end + REACH)) &&
    GIVEN_NAME.test(text.slice(Math.max(0, outer.start - REACH), outer.start))
  );
}
