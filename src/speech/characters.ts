const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a UTF-16 unit is white space; beyond the end of a text (`NaN`) counts as such. */
export function isSpace(unit: number): boolean {
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13);
  return (
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    Number.isNaN(unit)
  );
}

/** Whether a UTF-16 unit is a letter or a digit of any script (outside the basic plane: never). */
export function isLetterOrDigit(unit: number): boolean {
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
  if (unit >= 0x2010 && unit <= 0x206f) return false;
  return LETTER_OR_DIGIT.test(String.fromCharCode(unit));
}
